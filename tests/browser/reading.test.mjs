// Reading with little hand: keys told, passages copied with their source, touch, place kept, memos.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { plain, read } from './reader.mjs';
import { bundledStudy } from './study.mjs';

test('an interview is read', async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();

  await t.test('the keys are listed on ?, beside the text, and Escape shuts the list', async () => {
    const page = await open(browser, study);
    const reader = await read(page, study, 'E09');
    await reader.focus();
    await reader.press('?');
    const list = page.getByRole('complementary', { name: 'Touches' });
    await list.waitFor();
    assert.match(await list.innerText(), /F2/);
    assert.equal(await page.getByRole('dialog').count(), 0, 'no dialog stands over the text');
    await reader.press('Escape');
    await until('the list is shut', async () => !(await list.isVisible()));
    await close(page);
  });

  await t.test('a passage is copied as stored, with its source', async () => {
    const page = await open(browser, study);
    const reader = await read(page, study, 'E09');
    await reader.drag(24, '« À la suite de l’évènement survenu dans votre foyer. »');
    await reader.press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.includes('À la suite de l’évènement survenu dans votre foyer.'), copied);
    assert.match(plain(copied), /\(.*E09, tour 24\)$/);
    await close(page);
  });

  await t.test('a finger lights the sentence it taps', async () => {
    const page = await open(browser, study, '/', { width: 390, height: 844, touch: true });
    const reader = await read(page, study, 'E09');
    await reader.place(14, 'plafonnier');
    const [box] = await reader.place(14, 'plafonnier', true);
    await page.touchscreen.tap((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    await until('the sentence is lit', async () => /^Il partait à six heures.*plafonnier\.$/.test(await reader.lit()) || reader.lit());
    await reader.palette.waitFor();
    const [last] = (await reader.place(14, 'plafonnier.', true)).slice(-1);
    const sheet = await reader.palette.boundingBox();
    assert.ok(last.bottom <= sheet.y + 1, 'what is lit stays in view over the palette');
    await close(page);
  });

  await t.test('codes are sought beside the text with /', async () => {
    const page = await open(browser, study);
    const reader = await read(page, study, 'E09');
    await reader.focus();
    await reader.press('/');
    await page.keyboard.type('depend');
    await until('only what matches is left', async () => {
      const shown = await reader.tree.getByRole('button').allInnerTexts();
      return (shown.some((one) => /Dépendance/.test(one)) && !shown.some((one) => /Isolement/.test(one))) || shown;
    });
    await close(page);
  });

  await t.test('a memo on a turn is listed and leads back to it', async () => {
    const page = await open(browser, study);
    const reader = await read(page, study, 'E09');
    await reader.click(17, 'argent');
    await reader.press('Escape', 'Escape');
    await reader.focus();
    await reader.press('Control+ArrowDown', '!');
    await page.keyboard.type('Parler d’argent salit : à comparer avec E02.');
    await page.keyboard.press('Control+Enter');
    await until('the server has the memo', async () => (await reader.state()).memos.some((one) => one.turn === 18 && /salit/.test(one.body)) || (await reader.state()).memos);
    await page.goto(study.at('/memos'));
    const main = page.getByRole('main');
    await until('it is listed', async () => /Parler d’argent salit/.test(await main.innerText()));
    await main.getByRole('link', { name: /E09/ }).first().click();
    await page.waitForURL(/\/transcripts\/E09/);
    await close(page);
  });

  await t.test('a memo sent twice by a hasty hand is one memo', async () => {
    const page = await open(browser, study, '/memos');
    const words = 'Deux fois Entrée, un seul mémo.';
    await page.route('**/page/memos', async (route) => {
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
    await page.locator('[data-new-note] textarea').first().fill(words);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-note]').filter({ hasText: words }).first().waitFor();
    assert.equal(await page.locator('[data-note]').filter({ hasText: words }).count(), 1);
    await close(page);
  });

  await t.test('the place is kept for the next time', async () => {
    const page = await open(browser, study);
    const reader = await read(page, study, 'E09');
    await reader.click(30, (await reader.speech(30)).slice(0, 20));
    await until('the place is kept', async () => (await reader.state()).place?.turn === 30 || (await reader.state()).place);
    await page.goto(study.at('/'));
    await close(page);
  });
});
