// The colours of the study's codes, as the browser resolves them: each stands out on every ground.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open } from './browser.mjs';
import { bundledStudy } from './study.mjs';

test('the colours of codes stand out', async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();
  for (const theme of ['light', 'dark']) {
    await t.test(`in the ${theme} theme`, async () => {
      const page = await open(browser, study, '/', { theme });
      const colours = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const read = (name) => {
          probe.style.color = `var(${name})`;
          canvas.fillStyle = getComputedStyle(probe).color;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        };
        const codes = [0, 1, 2, 3].flatMap((theme) => [1, 2, 3].map((step) => `--t${theme}-${step}`));
        return Object.fromEntries([...codes, '--paper', '--surface', '--sunk'].map((name) => [name, read(name)]));
      });
      for (const [name, colour] of Object.entries(colours).filter(([name]) => name.startsWith('--t'))) {
        for (const ground of ['--paper', '--surface', '--sunk']) {
          const found = contrast(colour, colours[ground]);
          assert.ok(found >= 3, `${name} on ${ground}: ${found.toFixed(2)}`);
        }
      }
      assert.equal(new Set(Object.values(colours).map(String)).size, 15, 'no two are the same');
      await close(page);
    });
  }
});

function luminance(colour) {
  const [r, g, b] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
