// A study without a codebook: codes are made from what is read, and themes with them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { barriers, close, launch, open, until } from './browser.mjs';
import { read } from './reader.mjs';
import { begunStudy } from './study.mjs';

const INTERVIEW = `---
id: A1
title: Artisan A1
interviewer: Chercheur
---

Chercheur : Que faites-vous le matin ?

Artisan : Le matin, la théorie. L’après-midi, on pratique.

Chercheur : Et quand ils se trompent ?

Artisan : Je les laisse faire. Ils corrigent.
`;

test('a codebook is begun while reading', async (t) => {
  const study = begunStudy({ 'transcripts/A1.md': INTERVIEW });
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();
  const page = await open(browser, study);
  const book = () => page.evaluate(async () => (await fetch('/page/codebook')).json());
  const named = async (title) => {
    const { themes } = await book();
    return themes.find((theme) => theme.codes.some((code) => code.title === title))?.title;
  };

  await t.test('the home page says that nothing is coded, and where to begin', async () => {
    const words = await page.getByRole('main').innerText();
    assert.match(words, /aucun codage encore/);
    assert.match(words, /Commencer A1/);
  });

  const reader = await read(page, study, 'A1');
  await t.test('the empty codebook tells which keys make codes', async () => {
    const side = page.getByRole('complementary', { name: 'Livre de codes' });
    await side.getByText('Aucun code encore').waitFor();
    assert.deepEqual(await barriers(page), []);
  });

  await t.test('the first code makes its theme, in a colour', async () => {
    await reader.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('+');
    await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Le matin');
    await page.getByRole('textbox', { name: 'Nom du nouveau thème' }).fill('Rythme');
    assert.deepEqual(await barriers(page), []);
    await page.keyboard.press('Enter');
    await until('the code stands in its theme', async () => (await named('Le matin')) === 'Rythme');
    const hue = () => page.locator('#tree .sw').first().evaluate((stripe) => {
      const style = getComputedStyle(stripe);
      return [style.backgroundColor, style.backgroundImage].join(' ');
    });
    await until('the stripe has a hue', async () => {
      const [red, green, blue] = (await hue()).match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
      return Math.max(red, green, blue) - Math.min(red, green, blue) > 30 || (await hue());
    });
  });

  await t.test('a second theme comes with its first code', async () => {
    await reader.focus();
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('+');
    await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Laisser faire');
    await page.getByRole('combobox', { name: 'Thème' }).selectOption({ label: 'Nouveau thème…' });
    await page.keyboard.press('Enter');
    assert.equal((await book()).themes.length, 1, 'a theme without a name is asked for one');
    await page.getByRole('textbox', { name: 'Nom du nouveau thème' }).fill('Apprendre');
    await page.keyboard.press('Enter');
    await until('the code stands in its theme', async () => (await named('Laisser faire')) === 'Apprendre');
    assert.equal((await book()).themes.length, 2);
  });

  await t.test('and one undo takes back the code with its theme', async () => {
    await reader.focus();
    await page.keyboard.press('Control+z');
    await until('both are gone', async () => (await book()).themes.length === 1);
    assert.equal(await named('Le matin'), 'Rythme');
  });
  await close(page);
});
