// Messages of the catalogues, for scripts: the same Fluent files as the server's.

import { FluentBundle, FluentResource } from "../vendor/fluent/index.js";
import { read } from "./api.js";

/** Loads rooms of messages; returns a function from key and arguments to text. */
export async function messages(...rooms) {
  const bundle = new FluentBundle(document.documentElement.lang, { useIsolating: false });
  for (const text of await Promise.all(rooms.map((room) => read(`/messages/${room}.ftl`)))) {
    bundle.addResource(new FluentResource(text));
  }
  return (key, args = {}) => {
    const [name, attribute] = key.split(".");
    const message = bundle.getMessage(name);
    const pattern = attribute ? message?.attributes[attribute] : message?.value;
    return pattern ? bundle.formatPattern(pattern, args) : key;
  };
}
