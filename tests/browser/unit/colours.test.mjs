// The colours of the pages: every pair that stands on the other can be read, in light and in dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const sheet = readFileSync(new URL('../../../assets/styles/base.css', import.meta.url), 'utf8');

// Name of a token to its light and its dark colour.
const tokens = new Map([...sheet.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi)].map(([, name, light, dark]) => [name, [light, dark]]));

const luminance = (colour) => {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

const GROUNDS = ['paper', 'surface', 'sunk'];
// What is written or drawn, on what, and the least contrast: WCAG asks 4.5 for text, 3 for signs.
const PAIRS = [
  ...GROUNDS.flatMap((ground) => [['ink', ground, 13], ['ink2', ground, 7], ['ink3', ground, 5], ['edge', ground, 3], ['danger', ground, 5], ['ok', ground, 5], ['warn', ground, 5]]),
  ['ink', 'hand', 7], ['ink2', 'hand-soft', 7], ['paper', 'ink', 13],
];

test('black on white is 21', () => assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00'));

for (const [front, back, least] of PAIRS) {
  test(`${front} on ${back} reaches ${least}`, () => {
    for (const theme of [0, 1]) {
      assert.ok(tokens.has(front) && tokens.has(back), `${front} or ${back} is not a token`);
      const found = contrast(tokens.get(front)[theme], tokens.get(back)[theme]);
      assert.ok(found >= least, `${['light', 'dark'][theme]}: ${found.toFixed(2)}`);
    }
  });
}
