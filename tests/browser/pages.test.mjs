// Every page, in both languages, both themes and three widths: reachable by all, nothing cut, no complaint.
import assert from 'node:assert/strict';
import test from 'node:test';
import { barriers, close, launch, open, overflow } from './browser.mjs';
import { bundledStudy } from './study.mjs';

const PAGES = [
  '/', '/transcripts/E09', '/cases/E09', '/codebook', '/codebook/isolement', '/search', '/search?q=aide', '/passages',
  '/matrices', '/coders', '/coders/E09', '/typology', '/questionnaire', '/indicators', '/memos', '/history', '/preferences',
];

// Pages whose tables may be wider than the window: inside a box of their own that scrolls.
const WIDTHS = [{ width: 390, height: 844 }, { width: 1280, height: 800 }, { width: 2560, height: 1440 }];

test('every page', async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();

  for (const path of PAGES) {
    await t.test(path, async (t) => {
      for (const language of ['fr', 'en']) {
        for (const size of WIDTHS) {
          const page = await open(browser, study, path, { ...size, language });
          await settled(page);
          for (const theme of ['light', 'dark']) {
            await page.emulateMedia({ colorScheme: theme });
            await t.test(`${language}, ${theme}, ${size.width} pixels`, async () => {
              assert.deepEqual(await overflow(page), [], 'the page scrolls sideways');
              assert.deepEqual(await barriers(page), [], 'axe finds barriers');
            });
          }
          await t.test(`${language}, ${size.width} pixels: names itself`, async () => {
            assert.equal(await page.locator('html').getAttribute('lang'), language);
            assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, 'one first heading');
            assert.equal(await page.getByRole('main').count(), 1, 'one main part');
            assert.match(await page.title(), /propos/);
            const words = await page.locator('body').innerText();
            assert.doesNotMatch(words, /\{ ?\$|undefined|\bNaN\b|\[object |Some\(|None\)/, 'a value is not written for people');
          });
          await t.test(`${language}, ${size.width} pixels: complains of nothing`, () => close(page));
        }
      }
    });
  }
});

// The transcript page says when its codings are painted; the others come whole.
async function settled(page) {
  await page.waitForLoadState('load');
  if (/\/transcripts\//.test(page.url())) await page.waitForFunction(() => document.documentElement.dataset.annotator === 'ready');
  await page.evaluate(() => document.fonts.ready.then(() => true));
}
