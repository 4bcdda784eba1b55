// Walking through pages in both languages, both themes and three widths: reachable by all, nothing cut, no
// complaint. Two files share it, so that neither lasts for long on a busy machine.
import assert from 'node:assert/strict';
import test from 'node:test';
import { barriers, close, launch, open, overflow } from './browser.mjs';
import { bundledStudy } from './study.mjs';

// Pages whose tables may be wider than the window: inside a box of their own that scrolls.
const WIDTHS = [{ width: 390, height: 844 }, { width: 1280, height: 800 }, { width: 2560, height: 1440 }];

/**
 * Walks through `pages`; those of `late` are first looked at while they are computed, and where `science`
 * is set, each figure must be a link away from its method.
 */
export const walk = (name, pages, { late = [], science = false } = {}) => test(name, async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();

  for (const path of late) {
    await t.test(`${path} while it is computed`, async () => {
      const page = await open(browser, study, path);
      assert.ok(await page.locator('[data-waiting] [role=status]').isVisible(), 'it says that it computes');
      assert.deepEqual(await barriers(page), [], 'axe finds barriers');
      await settled(page);
      assert.ok(await page.locator('main table').first().isVisible(), 'the page completes itself');
      await close(page);
    });
  }

  for (const path of pages) {
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
          if (science) {
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
