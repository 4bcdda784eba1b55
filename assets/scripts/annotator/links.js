// Links from a memo to a passage: `E09:14` is turn 14 of interview E09.

import { h } from "./dom.js";

const REFERENCE = /(?<![\p{L}\p{N}_-])([\p{L}_][\p{L}\p{N}_-]{0,59}):(\d{1,5})(?![\p{N}:])/gu;

/** Cuts a text at its references: strings, and { id, turn, text }. */
export function references(text) {
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(REFERENCE)) {
    if (found.index > at) parts.push(text.slice(at, found.index));
    parts.push({ id: found[1], turn: Number(found[2]), text: found[0] });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

export const addressOf = ({ id, turn }) => `/transcripts/${encodeURIComponent(id)}#t${turn}`;

/** A memo's text with its references as links. */
export function linked(text) {
  return references(text).map((part) => (typeof part === "string" ? part : h("a", { href: addressOf(part) }, part.text)));
}

/** The references of a memo that is being written, as a line of links; none without references. */
export function memoLinks(text, say) {
  const found = references(text ?? "").filter((part) => typeof part !== "string");
  if (!found.length) return null;
  return h("p", { class: "src links" }, ...found.flatMap((part, i) => [i ? ", " : "", h("a", { href: addressOf(part) }, say("memo-link", part))]));
}
