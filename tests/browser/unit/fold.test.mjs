import assert from "node:assert/strict";
import { test } from "node:test";

import { RANK, fold, rank } from "../../../assets/scripts/annotator/fold.js";

const codes = [
  "Soutien des proches", "Isolement", "Évènement déclencheur", "Attente déçue", "Écoute et confiance",
  "Démarches faites seul", "Effet matériel", "Dépendance à l’aide", "Confiance en soi retrouvée", "Mise en œuvre",
].map((title) => ({ title }));
const first = (typed) => rank(codes, typed)[0]?.item.title;

test("accents, ligatures and apostrophes do not count", () => {
  assert.equal(fold("Œuvre d’Été"), "oeuvre d ete");
  assert.equal(first("ecoute"), "Écoute et confiance");
  assert.equal(first("oeu"), "Mise en œuvre");
  assert.equal(first("a l'ai"), "Dépendance à l’aide");
  assert.equal(first("e\u0301co"), "Écoute et confiance");
});

test("a name's start goes before a word's start, initials, inside", () => {
  assert.deepEqual(rank(codes, "con").map((hit) => hit.item.title), ["Confiance en soi retrouvée", "Écoute et confiance"]);
  assert.equal(first("sp"), "Soutien des proches");
  assert.equal(first("dfs"), "Démarches faites seul");
  assert.equal(rank(codes, "lem")[0].rank, RANK.INSIDE);
});

test("letters in order only when nothing else is found", () => {
  const hits = rank(codes, "slmt");
  assert.equal(hits[0].item.title, "Isolement");
  assert.ok(hits.every((hit) => hit.rank === RANK.ORDER));
  assert.deepEqual(rank(codes, "zzz"), []);
});

test("matched letters are places of the name as written", () => {
  const [hit] = rank([{ title: "Mise en œuvre" }], "oeuv");
  assert.deepEqual(hit.marks, [[8, 11]]);
  const [accents] = rank([{ title: "De\u0301marches" }], "marches");
  assert.equal("De\u0301marches".slice(...accents.marks[0]), "marches");
});
