// Searching: hits as one types, a concordance, and many hits coded at once as one operation.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { plain } from './reader.mjs';
import { bundledStudy } from './study.mjs';

test('words are searched and their hits coded', async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();
  const field = (page) => page.getByLabel('Chercher dans les entretiens').first();
  const hits = (page) => page.getByRole('table').getByRole('checkbox');
  const count = (page, code) => page.evaluate(async (code) => (await (await fetch('/page/codebook')).json()).themes.flatMap((theme) => theme.codes).find((one) => one.id === code).count, code);

  await t.test('hits come as one types, whatever accents and apostrophes', async () => {
    const page = await open(browser, study, '/search');
    await field(page).click();
    await page.keyboard.type('enveloppe');
    await until('hits are there', async () => (await hits(page).count()) > 3 || hits(page).count());
    const marked = await page.locator('mark').allInnerTexts();
    assert.ok(marked.length > 3 && marked.every((word) => /^enveloppes?$/i.test(word)), `${marked}`);
    await field(page).fill('ecoute');
    await until('accents do not matter', async () => (await page.locator('mark').allInnerTexts()).some((word) => /écoute/i.test(word)) || page.locator('mark').allInnerTexts());
    await close(page);
  });

  await t.test('a word that is nowhere is said to be nowhere', async () => {
    const page = await open(browser, study, '/search');
    await field(page).fill('alocataire');
    await until('the page says so', async () => /Aucune occurrence/.test(await page.getByRole('main').innerText()));
    await close(page);
  });

  await t.test('chosen hits are coded by the sentence, and undone as one', async () => {
    const page = await open(browser, study, '/search?q=enveloppe');
    await until('hits are there', async () => (await hits(page).count()) > 3 || hits(page).count());
    const before = await count(page, 'image-caf');
    // The second and the third stand in one sentence.
    for (const index of [0, 1, 3]) await hits(page).nth(index).check();
    const bar = page.getByRole('region', { name: 'Coder la sélection' });
    await bar.waitFor();
    await bar.getByRole('button', { name: 'la phrase' }).click();
    const code = bar.getByRole('combobox');
    await code.fill('image');
    await code.press('Enter');
    // Two hits may share a sentence, and a sentence may carry the code already.
    await until('their sentences are coded', async () => {
      const now = await count(page, 'image-caf');
      return (now > before && now <= before + 3) || now;
    });
    const said = plain((await page.locator('[role=status]').allInnerTexts()).join(' '));
    assert.match(said, /Image de la caf/);
    await page.getByRole('status').getByRole('button', { name: /Annuler/ }).click();
    await until('all are undone at once', async () => (await count(page, 'image-caf')) === before || count(page, 'image-caf'));
    await close(page);
  });

  await t.test('hits are chosen with the keyboard', async () => {
    const page = await open(browser, study, '/search?q=enveloppe');
    await until('hits are there', async () => (await hits(page).count()) > 3 || hits(page).count());
    await hits(page).first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await until('a run of three is ticked', async () => (await page.getByRole('table').getByRole('checkbox', { checked: true }).count()) === 3);
    await close(page);
  });
});
