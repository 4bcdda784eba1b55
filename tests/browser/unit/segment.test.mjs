// The same cases as src/text/boundary.rs: page and server must cut alike.
import assert from "node:assert/strict";
import { test } from "node:test";

import { sentences, timecodes, words } from "../../../assets/scripts/annotator/segment.js";

const said = (text) => sentences(text).map(([a, b]) => text.slice(a, b));
const spoken = (text) => words(text).map(([a, b]) => text.slice(a, b));

test("guillemets close their sentence", () => {
  assert.deepEqual(said("Elle a dit\u00a0: «\u00a0Maman, on met les chaussures\u00a0?\u00a0» Elle avait six ans."), [
    "Elle a dit\u00a0: «\u00a0Maman, on met les chaussures\u00a0?\u00a0»",
    "Elle avait six ans.",
  ]);
  assert.deepEqual(said("«\u202fOn y va\u202f?\u202f» a-t-elle dit. Oui."), ["«\u202fOn y va\u202f?\u202f» a-t-elle dit.", "Oui."]);
  assert.deepEqual(said("Je dis « nous avons ». Quand on me demande, je réponds deux."), [
    "Je dis « nous avons ».",
    "Quand on me demande, je réponds deux.",
  ]);
});

test("an ellipsis ends a sentence before a capital only", () => {
  assert.deepEqual(said("Il disait… enfin bref. Donc… Voilà… »"), ["Il disait… enfin bref.", "Donc…", "Voilà… »"]);
});

test("titles, hours and line ends", () => {
  assert.deepEqual(said("J’ai vu M. Petit. Et puis\nrien"), ["J’ai vu M. Petit.", "Et puis", "rien"]);
  assert.deepEqual(said("M. Dupont est venu à 14 h 30. Il est reparti."), ["M. Dupont est venu à 14 h 30.", "Il est reparti."]);
  assert.deepEqual(said(" \n "), []);
});

test("words hold their elision and their inclusive ending", () => {
  assert.deepEqual(spoken("Là, 👍🏽 l’été"), ["Là", "l’été"]);
  assert.equal(words("C’est l’aide des enquêté·e·s, 12,5 % !").length, 5);
  assert.deepEqual(spoken("« Oui », à 14 h 30."), ["Oui", "à", "14", "h", "30"]);
  assert.equal(words(" … — ").length, 0);
  assert.deepEqual(spoken("De\u0301ja\u0300 vu"), ["De\u0301ja\u0300", "vu"]);
});

test("a time of the recording is no word and no sentence", () => {
  const text = "Deux, donc. Vous pouvez écrire. [00:04:30]";
  assert.deepEqual(timecodes(text), [[32, 42]]);
  assert.deepEqual(said(text), ["Deux, donc.", "Vous pouvez écrire."]);
  assert.equal(spoken(text).length, 5);
});
