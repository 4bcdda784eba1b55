import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, references } from "../../../assets/scripts/annotator/links.js";
import { runs } from "../../../assets/scripts/annotator/reading.js";

test("E09:14 is a turn, hours are not", () => {
  const parts = references("Voir E09:14 et int-0001:3, vers 14:30.");
  assert.deepEqual(parts.filter((part) => typeof part !== "string").map(addressOf), ["/transcripts/E09#t14", "/transcripts/int-0001#t3"]);
  assert.equal(parts.map((part) => part.text ?? part).join(""), "Voir E09:14 et int-0001:3, vers 14:30.");
});

test("turns read are written as runs", () => {
  assert.deepEqual(runs(new Set([7, 1, 3, 2])), [[1, 3], [7, 7]]);
  assert.deepEqual(runs([]), []);
});
