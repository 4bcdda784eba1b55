import assert from "node:assert/strict";
import { test } from "node:test";

import { assignDepths, assignLanes, overflow, placeLabels } from "../../../assets/scripts/annotator/lanes.js";

const stripe = (id, top, bottom, more = {}) => ({ id, top, bottom, code: id, coder: "c1", own: true, ...more });

test("higher and longer stripes stand nearer to the text", () => {
  const lanes = assignLanes([stripe("short", 0, 20), stripe("long", 0, 90), stripe("later", 30, 60), stripe("free", 100, 120)]);
  assert.deepEqual(Object.fromEntries(lanes), { long: 0, short: 1, later: 1, free: 0 });
});

test("a lane is kept while it is free", () => {
  const kept = new Map([["a", 0], ["b", 0], ["c", 2]]);
  const lanes = assignLanes([stripe("new", 0, 200), stripe("a", 10, 20), stripe("b", 15, 40), stripe("c", 50, 60)], kept);
  assert.equal(lanes.get("a"), 0);
  assert.equal(lanes.get("c"), 2);
  assert.equal(lanes.get("new"), 1);
  assert.equal(lanes.get("b"), 2);
});

test("stripes beyond the last lane are counted where they stand", () => {
  const many = Array.from({ length: 14 }, (_, i) => stripe(`s${i}`, i, 100));
  const marks = overflow(many, assignLanes(many), 12);
  assert.deepEqual(marks.map((mark) => mark.ids.length), [2]);
});

test("labels are pushed down a little, then gathered", () => {
  const many = Array.from({ length: 9 }, (_, i) => stripe(`s${i}`, 0, 100 - i));
  const labels = placeLabels([...many, stripe("far", 300, 320)]);
  assert.equal(labels.filter((label) => !label.more && label.id !== "far").length, 5);
  assert.equal(labels.find((label) => label.more).ids.length, 4);
  assert.deepEqual(labels.at(-1), { id: "far", top: 299 });
  for (let i = 1; i < labels.length; i += 1) assert.ok(labels[i].top >= labels[i - 1].top + 18);
});

test("one label for a code that two coders put on the same words", () => {
  const labels = placeLabels([stripe("a", 0, 50, { code: "x" }), stripe("b", 2, 50, { code: "x", coder: "c2", own: false }), stripe("c", 0, 50)]);
  assert.deepEqual(labels.map((label) => label.id), ["a", "c"]);
});

test("underlines take the first free line", () => {
  const coding = (id, a, b) => ({ id, from: { turn: 1, at: a }, to: { turn: 1, at: b } });
  const depths = assignDepths([coding("in", 5, 10), coding("out", 0, 20), coding("next", 20, 30)]);
  assert.deepEqual(Object.fromEntries(depths), { out: 0, in: 1, next: 0 });
});
