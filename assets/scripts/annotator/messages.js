// The page's words, from the study's own catalogues (i18n/*/annotator.ftl), by Fluent.

import { FluentBundle, FluentResource } from "../../vendor/fluent/index.js";

/** Loads a room of messages in the page's language and returns `say(key, arguments)`. */
export async function loadMessages(room, language) {
  const bundle = new FluentBundle(language, { useIsolating: false });
  try {
    const answer = await fetch(`/messages/${room}.ftl?${language}`);
    if (answer.ok) bundle.addResource(new FluentResource(await answer.text()));
  } catch {
    // Without a server the page stays usable; keys stand for words.
  }
  return (key, values = {}) => {
    const message = bundle.getMessage(key);
    return message?.value ? bundle.formatPattern(message.value, values) : key;
  };
}
