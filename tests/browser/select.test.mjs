// Selecting: with the mouse, with the keyboard, and letting go.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { plain, read } from './reader.mjs';
import { bundledStudy } from './study.mjs';

test('a passage is selected', async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();
  let page;
  let reader;
  t.beforeEach(async () => {
    page = await open(browser, study);
    reader = await read(page, study, 'E09');
  });
  t.afterEach(() => close(page));

  await t.test('with the mouse: ends snap to words, and take the full stop of a whole sentence', async () => {
    await reader.drag(14, 'est parti dormir onze nuits chez son fr');
    await reader.expectLit('est parti dormir onze nuits chez son frère');
    await reader.press('Escape', 'Escape');
    await reader.drag(14, 'Il est parti dormir onze nuits chez son frère');
    await reader.expectLit('Il est parti dormir onze nuits chez son frère.');
  });

  await t.test('and the page stays where it is', async () => {
    await reader.place(60, (await reader.speech(60)).slice(0, 24));
    const before = await page.evaluate(() => scrollY);
    assert.ok(before > 1000, 'far down the interview');
    await reader.drag(60, (await reader.speech(60)).slice(0, 24));
    await reader.palette.waitFor();
    const [words] = await reader.place(60, (await reader.speech(60)).slice(0, 24), true);
    assert.ok(words.top > 100 && words.bottom < 700, `the words stay in view: ${JSON.stringify(words)}`);
    const list = await reader.palette.boundingBox();
    assert.ok(list.y >= words.bottom - 1 || list.y + list.height <= words.top + 1, 'the palette stands beside them, not over them');
  });

  await t.test('with the mouse and Alt: exact characters', async () => {
    await reader.drag(14, 'parti dor', { exact: true });
    await reader.expectLit('parti dor');
  });

  await t.test('with the mouse: a double click takes the word, a triple click the turn', async () => {
    await reader.click(14, 'plafonnier', { clickCount: 2 });
    await reader.expectLit('plafonnier');
    await reader.press('Escape', 'Escape');
    await reader.click(18, 'on n’ose pas', { clickCount: 3 });
    await reader.expectLit(await reader.speech(18));
  });

  await t.test('with the mouse: across turns, never the name of who speaks', async () => {
    await reader.dragAcross(14, 'Je ne savais pas', 16, 'Au début');
    await until('two turns and the question between them are lit', async () => {
      const lit = await reader.lit();
      return (/^Je ne savais pas s’il reviendrait\./.test(lit) && /Au début$/.test(lit)) || lit;
    });
    assert.doesNotMatch(await reader.lit(), /Mme I\./);
  });

  await t.test('with the keyboard: turn by turn, sentence by sentence, word by word', async () => {
    await reader.click(13, 'votre mari');
    await reader.focus();
    await reader.press('ArrowDown');
    await until('a turn is lit', async () => /^(Et votre mari|Mon mari)/.test(await reader.lit()) || reader.lit());
    if (/^Et votre/.test(await reader.lit())) await reader.press('ArrowDown');
    await reader.expectLit(await reader.speech(14));
    await reader.press('ArrowRight');
    await reader.expectLit('Mon mari n’a pas travaillé pendant dix semaines.');
    await reader.press('ArrowRight');
    await reader.expectLit('Après, il n’a plus fait que cela.');
    await reader.press('Shift+ArrowRight');
    await until('the light stretches by a sentence', async () => /^Après, il n’a plus fait que cela\. Il partait/.test(await reader.lit()) || reader.lit());
    await reader.press('Shift+ArrowLeft');
    await reader.expectLit('Après, il n’a plus fait que cela.');
    await reader.press('ArrowLeft');
    await reader.expectLit('Mon mari n’a pas travaillé pendant dix semaines.');
    await reader.press('Control+ArrowRight');
    await until('a word is lit', async () => /^(Mon|mari|Après)$/.test(await reader.lit()) || reader.lit());
  });

  await t.test('with the keyboard: the respondent’s turns, and those without a coding', async () => {
    await reader.click(13, 'votre mari');
    await reader.focus();
    await reader.press('Control+ArrowDown');
    await reader.expectLit(await reader.speech(14));
    await reader.press('Control+ArrowDown');
    await reader.expectLit(await reader.speech(16));
    await reader.press('End');
    const last = await reader.lit();
    await reader.press('Home');
    await until('the first turn is lit', async () => /^Bonjour Madame/.test(await reader.lit()) || reader.lit());
    assert.notEqual(last, await reader.lit());
  });

  await t.test('and what is lit is said to a screen reader, words first', async () => {
    await reader.click(13, 'votre mari');
    await reader.focus();
    await reader.press('Control+ArrowDown', 'ArrowRight');
    await until('the lit sentence is announced', async () => {
      const said = plain((await page.locator('[aria-live=polite]').allTextContents()).join(' '));
      return /Mon mari n’a pas travaillé pendant dix semaines\..*(mots|mot).*tour 14/s.test(said) || said;
    });
  });

  await t.test('and let go by Escape', async () => {
    await reader.drag(14, 'onze nuits');
    await reader.press('Escape', 'Escape');
    await until('nothing is lit', async () => (await reader.lit()) === '' || reader.lit());
  });
});
