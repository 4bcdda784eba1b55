// Every page, in both languages, both themes and three widths: reachable by all, nothing cut, no complaint.
import assert from 'node:assert/strict';
import test from 'node:test';
import { barriers, close, launch, open, overflow } from './browser.mjs';
import { bundledStudy } from './study.mjs';

const PAGES = [
  '/', '/transcripts', '/transcripts/E09', '/cases/E09', '/codebook', '/codebook/isolement', '/search', '/search?q=aide', '/passages',
  '/matrices', '/matrices?view=accumulation', '/coders', '/coders/E09', '/typology', '/typology/solidity', '/words', '/suggestions',
  '/questionnaire', '/indicators', '/methods', '/methods/stability?from=%2Ftypology', '/memos', '/history', '/preferences',
];

// Pages whose figures rest on a method, each of which must be a link away.
const SCIENCE = /^\/(cases|matrices|coders|typology|words|questionnaire|indicators)/;

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

  for (const path of ['/typology/solidity', '/words']) {
    await t.test(`${path} while it is computed`, async () => {
      const page = await open(browser, study, path);
      assert.ok(await page.locator('[data-waiting] [role=status]').isVisible(), 'it says that it computes');
      assert.deepEqual(await barriers(page), [], 'axe finds barriers');
      await settled(page);
      assert.ok(await page.locator('main table').first().isVisible(), 'the page completes itself');
      await close(page);
    });
  }

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
          if (SCIENCE.test(path)) {
            await t.test(`${language}, ${size.width} pixels: every figure leads to its method`, async () => {
              assert.deepEqual(await withoutMethod(page), []);
            });
          }
          await t.test(`${language}, ${size.width} pixels: complains of nothing`, () => close(page));
        }
      }
    });
  }
});

// What shows a statistic and stands in no element named after a figure that leads to a method; counts of
// codings by interview and fields of weights rest on none.
function withoutMethod(page) {
  return page.evaluate(() => {
    const led = (element) => {
      for (let up = element.closest('[id^="fig-"], [id^="tab-"]'); up; up = up.parentElement?.closest('[id^="fig-"], [id^="tab-"]')) {
        if (up.querySelector('a[href^="/methods/"]')) return true;
      }
      return false;
    };
    const shown = [...document.querySelectorAll('main table:not(.wt), main svg.plot:not(.plot-symbol), main dl.figures, main dl.sums, main .scores, main .tc, main .chi')];
    if (!shown.length) return ['the page shows no figure'];
    return shown.filter((element) => !led(element)).map((element) => element.outerHTML.slice(0, 160));
  });
}

// The transcript page says when its codings are painted, others what is still computed behind them.
async function settled(page) {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => !document.querySelector('[data-waiting]'), null, { timeout: 300_000 });
  if (/\/transcripts\//.test(page.url())) await page.waitForFunction(() => document.documentElement.dataset.annotator === 'ready');
  await page.evaluate(() => document.fonts.ready.then(() => true));
}
