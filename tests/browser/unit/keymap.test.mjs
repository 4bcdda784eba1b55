import assert from "node:assert/strict";
import { test } from "node:test";

import { KEYS, makeKeymap, panelRows } from "../../../assets/scripts/annotator/keymap.js";

const press = (key, more = {}) => ({ key, code: "", ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...more });

test("arrows light, Shift stretches, Ctrl goes by word", () => {
  const read = makeKeymap();
  assert.deepEqual(read(press("ArrowDown")), { command: "turn-next" });
  assert.deepEqual(read(press("ArrowRight", { shiftKey: true })), { command: "sentence-next", stretch: true });
  assert.deepEqual(read(press("ArrowLeft", { ctrlKey: true, shiftKey: true })), { command: "word-previous", stretch: true });
  assert.deepEqual(read(press("ArrowDown", { ctrlKey: true })), { command: "respondent-next" });
  assert.equal(read(press("ArrowLeft", { altKey: true })), null);
});

test("a Mac moves by word with ⌥ and undoes with ⌘", () => {
  const read = makeKeymap({ mac: true });
  assert.deepEqual(read(press("ArrowRight", { altKey: true })), { command: "word-next" });
  assert.deepEqual(read(press("z", { metaKey: true })), { command: "undo" });
  assert.equal(read(press("ArrowRight", { ctrlKey: true })), null);
});

test("signs are read by what they write, digits by their place too", () => {
  const read = makeKeymap();
  assert.deepEqual(read(press("?", { shiftKey: true })), { command: "keys" });
  assert.deepEqual(read(press(".", { shiftKey: true })), { command: "uncoded-next" });
  assert.deepEqual(read(press("é", { code: "Digit2" })), { command: "favourite", digit: 2 });
  assert.deepEqual(read(press("2", { code: "Digit2", shiftKey: true })), { command: "favourite", digit: 2 });
  assert.deepEqual(read(press("s")), { command: "search" });
  assert.deepEqual(read(press("Z", { ctrlKey: true, shiftKey: true })), { command: "redo" });
  assert.equal(read(press("s", { ctrlKey: true })), null);
  assert.equal(read({ ...press("a"), isComposing: true }), null);
});

test("preferences change a key and switch one off", () => {
  const read = makeKeymap({ changes: { keys: ["F1"], memo: [], favourite: [] } });
  assert.deepEqual(read(press("F1")), { command: "keys" });
  assert.equal(read(press("?")), null);
  assert.equal(read(press("!")), null);
  assert.equal(read(press("3", { code: "Digit3" })), null);
});

test("the panel shows every key once, pairs together", () => {
  const chords = panelRows().flatMap((row) => row.chords);
  for (const key of KEYS) for (const chord of key.keys) assert.ok(chords.includes(chord), chord);
  assert.equal(new Set(chords).size, chords.length);
});
