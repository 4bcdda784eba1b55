// Two coders on one interview: their disagreements are settled one by one, each decision kept.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { bundledStudy } from './study.mjs';

test('disagreements are settled', async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();
  // Settled by this page, as it says: « 3 sur 43 ».
  const settled = async (page) => Number((await page.locator('#settled').innerText()).replace(/\D.*$/s, ''));

  // The page opens the first disagreement by itself: pressed meanwhile, it would be shut again.
  const opened = async () => {
    const page = await open(browser, study, '/coders/E09');
    await page.locator('html[data-ready]').waitFor();
    return page;
  };

  await t.test('by one key each: this coder, the other, both, none', async () => {
    const page = await opened();
    const before = await settled(page);
    await page.getByRole('complementary', { name: 'Désaccords' }).getByRole('button', { expanded: false }).first().click();
    for (const [index, key] of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].entries()) {
      await page.locator('.question.current').waitFor();
      await page.keyboard.press(key);
      await until(`${index + 1} are settled`, async () => (await settled(page)) === before + index + 1 || settled(page));
      await page.keyboard.press('Enter');
    }
    await page.reload();
    assert.equal(await settled(page), before + 4, 'decisions are kept');
    await close(page);
  });

  await t.test('by buttons, with a reason', async () => {
    const page = await opened();
    const before = await settled(page);
    await page.locator('.question:not([data-settled]):not(.current) .ask').first().click();
    await page.getByRole('textbox', { name: /^Raison/ }).first().fill('Les bornes de la phrase.');
    await page.getByRole('button', { name: /^Réunir/ }).first().click();
    await until('one more is settled', async () => (await settled(page)) === before + 1 || settled(page));
    await close(page);
  });
});
