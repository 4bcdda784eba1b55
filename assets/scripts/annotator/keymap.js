// The keys of the transcript, as data: one table that acts, and from which the `?` panel is drawn.
//
// Commands are arrows and signs that AZERTY and QWERTY both give without AltGr, read by the sign
// (`event.key`); bare letters always search codes, so no command is a letter. `Mod` is Ctrl, ⌘ on a
// Mac; `Word` is Ctrl, ⌥ on a Mac. A key may be changed or switched off by the preferences.

/** Each command with its panel group and its keys; `stretch`: Shift with it extends what is lit. */
export const KEYS = [
  { command: "turn-next", group: "read", keys: ["ArrowDown"], stretch: true, with: "turn-previous" },
  { command: "turn-previous", group: "read", keys: ["ArrowUp"], stretch: true },
  { command: "sentence-next", group: "read", keys: ["ArrowRight"], stretch: true, with: "sentence-previous" },
  { command: "sentence-previous", group: "read", keys: ["ArrowLeft"], stretch: true },
  { command: "word-next", group: "read", keys: ["Word+ArrowRight"], stretch: true, with: "word-previous" },
  { command: "word-previous", group: "read", keys: ["Word+ArrowLeft"], stretch: true },
  { command: "stretch", group: "read", keys: [], shown: "Shift+Arrow", fixed: true },
  { command: "respondent-next", group: "read", keys: ["Word+ArrowDown"], with: "respondent-previous" },
  { command: "respondent-previous", group: "read", keys: ["Word+ArrowUp"] },
  { command: "uncoded-next", group: "read", keys: ["."], with: "uncoded-previous" },
  { command: "uncoded-previous", group: "read", keys: [":"] },
  { command: "coding-next", group: "read", keys: [";"], with: "coding-previous" },
  { command: "coding-previous", group: "read", keys: [","] },
  { command: "turn-first", group: "read", keys: ["Home"], with: "turn-last" },
  { command: "turn-last", group: "read", keys: ["End"] },
  { command: "page-next", group: "read", keys: ["PageDown"], with: "page-previous" },
  { command: "page-previous", group: "read", keys: ["PageUp"] },
  { command: "code", group: "code", keys: ["Enter"] },
  { command: "favourite", group: "code", keys: [], shown: "1–9", fixed: true },
  { command: "search", group: "code", keys: [], shown: "A–Z", fixed: true },
  { command: "palette", group: "code", keys: ["Space"] },
  { command: "in-vivo", group: "code", keys: ["*"] },
  { command: "new-code", group: "code", keys: ["+"] },
  { command: "undo", group: "mend", keys: ["Mod+z"] },
  { command: "redo", group: "mend", keys: ["Mod+Shift+z", "Mod+y"] },
  { command: "ends", group: "mend", keys: ["F2"] },
  { command: "weaker", group: "mend", keys: ["<"], with: "stronger" },
  { command: "stronger", group: "mend", keys: [">"] },
  { command: "memo", group: "mend", keys: ["!"] },
  { command: "remove", group: "mend", keys: ["Delete", "Backspace"] },
  { command: "copy", group: "mend", keys: ["Mod+c"], fixed: true },
  { command: "leave", group: "mend", keys: ["Escape"], fixed: true },
  { command: "find", group: "mend", keys: ["/"] },
  { command: "keys", group: "mend", keys: ["?"] },
];

/** The table by command. */
const DEEDS = new Map(KEYS.map((key) => [key.command, key]));

/** Reads a favourite's digit: the sign, or the top row without Shift (`&é"'(` of AZERTY). */
export function digitOf(event) {
  if (/^[1-9]$/.test(event.key)) return Number(event.key);
  const place = /^Digit([1-9])$/.exec(event.code ?? "");
  return place && !event.shiftKey ? Number(place[1]) : 0;
}

/** Writes a pressed key as the table does. Shift is part of the sign itself, save with named keys. */
export function chordOf(event, mac = false) {
  const key = event.key === " " ? "Space" : event.key;
  const named = key.length > 1;
  const word = mac ? event.altKey : event.ctrlKey;
  const mod = mac ? event.metaKey : event.ctrlKey;
  const arrow = key.startsWith("Arrow");
  const parts = [];
  if (arrow ? word : mod) parts.push(arrow ? "Word" : "Mod");
  if (event.shiftKey && (named || mod)) parts.push("Shift");
  parts.push(!named && mod ? key.toLowerCase() : key);
  return parts.join("+");
}

/** Other modifiers belong to the browser, the window manager or the screen reader. */
function foreign(event, mac) {
  const arrow = event.key.startsWith("Arrow");
  if (event.getModifierState?.("AltGraph")) return false;
  if (mac) return event.ctrlKey || (event.altKey && !arrow && event.key.length > 1);
  return event.metaKey || (event.altKey && !event.ctrlKey);
}

/**
 * Makes the reader of keys: event → { command, stretch?, digit? } or none. `changes` is what the
 * preferences say: { command: ["key", …] }, an empty list switching a command off.
 */
export function makeKeymap({ mac = false, changes = {} } = {}) {
  const table = new Map();
  for (const key of KEYS) for (const chord of keysOf(key, changes)) table.set(chord, key.command);
  const off = (command) => Array.isArray(changes[command]) && changes[command].length === 0;
  return (event) => {
    if (event.isComposing || foreign(event, mac)) return null;
    const chord = chordOf(event, mac);
    const command = table.get(chord);
    if (command) return { command };
    if (chord.includes("Shift+Arrow")) {
      const moved = table.get(chord.replace("Shift+", ""));
      if (moved && DEEDS.get(moved)?.stretch) return { command: moved, stretch: true };
    }
    if (chord.startsWith("Mod+")) return null;
    const digit = digitOf(event);
    if (digit && !off("favourite")) return { command: "favourite", digit };
    if (event.key.length <= 2 && /^\p{L}/u.test(event.key) && !off("search")) return { command: "search" };
    return null;
  };
}

function keysOf(key, changes) {
  return !key.fixed && Array.isArray(changes[key.command]) ? changes[key.command] : key.keys;
}

/** Lists the rows of the panel: { group, command, chords: [[…], …] }, pairs on one row. */
export function panelRows(changes = {}) {
  const second = new Set(KEYS.map((key) => key.with).filter(Boolean));
  return KEYS.filter((key) => !second.has(key.command)).map((key) => {
    const chords = key.shown ? [key.shown] : [...keysOf(key, changes)];
    if (key.with) chords.push(...keysOf(DEEDS.get(key.with), changes));
    return { group: key.group, command: key.command, chords };
  });
}
