import assert from "node:assert/strict";
import { test } from "node:test";

import { moveEnd, snap, step, stretch, unitAt, whole } from "../../../assets/scripts/annotator/passage.js";
import { Interview, Turn } from "../../../assets/scripts/annotator/text.js";

const interview = new Interview([
  new Turn({ number: 1, text: "Et votre mari ?", respondent: false }),
  new Turn({ number: 2, text: "Il est parti dormir. Je ne savais pas « tout ». [00:01:10]" }),
  new Turn({ number: 3, text: "" }),
  new Turn({ number: 4, text: "Deux, donc. Oui 👩‍👧!" }),
]);
const said = (passage) => passage && interview.stored(passage);

test("arrows light units, and go inside what is lit", () => {
  const start = { turn: 2, at: 0 };
  const turn = step(interview, "turn", 1, null, start);
  assert.equal(said(turn), "Il est parti dormir. Je ne savais pas « tout ».");
  const sentence = step(interview, "sentence", 1, turn, start);
  assert.equal(said(sentence), "Il est parti dormir.");
  assert.equal(said(step(interview, "sentence", -1, turn, start)), "Je ne savais pas « tout ».");
  assert.equal(said(step(interview, "word", 1, sentence, start)), "Il");
  const next = step(interview, "sentence", 1, step(interview, "sentence", 1, sentence, start), start);
  assert.equal(said(next), "Deux, donc.");
  assert.equal(said(step(interview, "turn", 1, turn, start)), "Deux, donc. Oui 👩‍👧!");
  assert.equal(said(step(interview, "turn", -1, turn, start)), "Et votre mari ?");
  assert.equal(step(interview, "turn", 1, step(interview, "turn", 1, turn, start), start), null);
});

test("Shift stretches from where light began, and shrinks back to it", () => {
  let now = unitAt(interview, "sentence", { turn: 2, at: 22 });
  now = stretch(interview, "sentence", -1, now);
  assert.equal(said(now), "Il est parti dormir. Je ne savais pas « tout ».");
  now = stretch(interview, "sentence", 1, now);
  assert.equal(said(now), "Je ne savais pas « tout ».");
  now = stretch(interview, "word", 1, now);
  assert.equal(said(now), "Je ne savais pas « tout ». [00:01:10]\n\nDeux");
  now = stretch(interview, "word", -1, now);
  assert.equal(said(now), "Je ne savais pas « tout ».");
});

test("a drawn passage snaps to words, and takes the full stop of a sentence from its start", () => {
  const draw = (a, b, turn = 2) => said(snap(interview, { from: { turn, at: a }, to: { turn, at: b } }));
  assert.equal(draw(1, 16), "Il est parti dormir.");
  assert.equal(draw(4, 16), "est parti dormir");
  assert.equal(draw(38, 46), "« tout »");
  assert.equal(draw(19, 21), null);
  assert.equal(draw(4, 9), "est parti");
  const across = snap(interview, { from: { turn: 2, at: 23 }, to: { turn: 4, at: 3 } });
  assert.equal(said(across), "ne savais pas « tout ». [00:01:10]\n\nDeux");
});

test("ends move by word and by character, and never cross", () => {
  const passage = unitAt(interview, "word", { turn: 4, at: 0 });
  assert.equal(said(moveEnd(interview, passage, "to", 1, "word")), "Deux, donc");
  assert.equal(said(moveEnd(interview, passage, "to", -1, "character")), "Deu");
  assert.equal(said(moveEnd(interview, passage, "to", -1, "word")), "Deux");
  assert.equal(said(moveEnd(interview, passage, "from", -1, "word")), "tout ». [00:01:10]\n\nDeux");
  const sentence = unitAt(interview, "sentence", { turn: 2, at: 0 });
  assert.equal(said(moveEnd(interview, sentence, "to", -1, "word")), "Il est parti");
  const quoted = { from: { turn: 2, at: 38 }, to: { turn: 2, at: 47 } };
  assert.equal(said(quoted), "« tout ».");
  assert.equal(moveEnd(interview, quoted, "from", 1, "word").from.at, 38);
  const family = { from: { turn: 4, at: 12 }, to: { turn: 4, at: 16 } };
  assert.equal(said(moveEnd(interview, family, "to", 1, "character")), "Oui 👩‍👧");
});

test("a place inside a character is brought to its edge", () => {
  assert.deepEqual(whole(interview, { turn: 4, at: 18 }, 1), { turn: 4, at: 21 });
  assert.deepEqual(whole(interview, { turn: 4, at: 18 }, -1), { turn: 4, at: 16 });
});
