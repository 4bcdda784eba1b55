// Coding: every way from a lit passage to a code, and what the server then holds.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { codes, read } from './reader.mjs';
import { bundledStudy } from './study.mjs';

const WORDS = 'Je lisais les étiquettes, je savais qui les avait faits.';

test('a passage is coded', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  let study;
  let page;
  let reader;
  t.beforeEach(async () => {
    study = bundledStudy();
    await study.serve();
    page = await open(browser, study);
    reader = await read(page, study, 'E09');
  });
  t.afterEach(async () => {
    await close(page);
    await study.remove();
  });

  // Codings of the passage that were not there before.
  const fresh = async () => (await reader.codings(20)).filter((one) => one.origin === 'hand');

  await t.test('by letters and Enter, without accents; then the last code by Enter alone', async () => {
    await reader.drag(20, WORDS);
    await page.keyboard.type('ecou');
    await until('the field holds the letters', async () => (await reader.field.inputValue()) === 'ecou' || reader.field.inputValue());
    await reader.press('Enter');
    await reader.told(/Écoute et confiance posé sur \d+ mots/);
    await until('the server has the coding', async () => codes(await fresh()).join() === 'relation-positive' || fresh());
    const [coding] = await fresh();
    assert.equal(await reader.words(coding), WORDS);
    await until('the words are underlined', async () => (await reader.underlined('accompagnement')).some((one) => one.includes('Je lisais les étiquettes')));
    await reader.press('Escape', 'Escape');
    await reader.drag(20, 'Trois mois après');
    await reader.press('Enter');
    await until('the last code is on other words', async () => codes(await fresh()).join() === 'relation-positive,relation-positive' || fresh());
  });

  await t.test('by initials: « sp » is Soutien des proches', async () => {
    await reader.drag(20, WORDS);
    await page.keyboard.type('sp');
    let names = [];
    await until('the option meant is there', async () => {
      names = await reader.options.allInnerTexts();
      return names.some((name) => /Soutien des proches/.test(name)) || names;
    });
    for (let row = names.findIndex((name) => /Soutien des proches/.test(name)); row > 0; row -= 1) await reader.press('ArrowDown');
    await reader.press('Enter');
    await until('the server has the coding', async () => codes(await fresh()).join() === 'soutien-proches' || fresh());
  });

  await t.test('by a digit: a favourite', async () => {
    await page.evaluate(async () => {
      const token = document.querySelector('meta[name=propos-token]').content;
      await fetch('/page/preferences/favourites', { method: 'PUT', headers: { 'content-type': 'application/json', 'x-propos-token': token }, body: JSON.stringify({ body: ['isolement', 'dettes', 'sante'] }) });
    });
    reader = await read(page, study, 'E09');
    await reader.drag(20, WORDS);
    await reader.press('2');
    await until('the server has the coding', async () => codes(await fresh()).join() === 'dettes' || fresh());
  });

  await t.test('with the keyboard alone: arrows, a letter, Enter', async () => {
    await reader.click(19, 'voisins');
    await reader.focus();
    await reader.press('Control+ArrowDown', 'ArrowRight', 'ArrowRight');
    await reader.expectLit('Trois mois après.');
    await page.keyboard.type('isol');
    await reader.press('Enter');
    await until('the server has the coding', async () => codes(await fresh()).join() === 'isolement' || fresh());
    await reader.expectLit('Trois mois après.');
  });

  await t.test('by dragging a code onto the lit words', async () => {
    await reader.drag(20, WORDS);
    const [box] = await reader.place(20, WORDS, true);
    await drag(page, await middle(reader.code('Logement fragile')), { x: box.left + 40, y: (box.top + box.bottom) / 2 });
    await until('the server has the coding', async () => codes(await fresh()).join() === 'logement' || fresh());
    assert.equal(await reader.words((await fresh())[0]), WORDS);
  });

  await t.test('by dragging the lit words onto a code', async () => {
    await reader.drag(20, WORDS);
    const [box] = await reader.place(20, WORDS, true);
    await drag(page, { x: box.left + 40, y: (box.top + box.bottom) / 2 }, await middle(reader.code('Logement fragile')));
    await until('the server has the coding', async () => codes(await fresh()).join() === 'logement' || fresh());
    assert.equal(await reader.words((await fresh())[0]), WORDS);
  });

  await t.test('by a click on a code of the codebook', async () => {
    await reader.drag(20, WORDS);
    await reader.code('Isolement').click();
    await until('the server has the coding', async () => codes(await fresh()).join() === 'isolement' || fresh());
  });

  await t.test('in vivo: the words become a code', async () => {
    await reader.drag(20, 'Je lisais les étiquettes');
    await reader.press('*');
    await until('the server has the coding', async () => (await fresh()).length === 1 || fresh());
    await reader.code('Je lisais les étiquettes').waitFor();
    const book = await page.evaluate(async () => (await fetch('/page/codebook')).json());
    const code = book.themes.flatMap((theme) => theme.codes).find((one) => one.title === 'Je lisais les étiquettes');
    assert.equal((await fresh())[0].code, code?.id);
  });

  await t.test('with a new code, its name and its definition', async () => {
    await reader.drag(20, WORDS);
    await reader.press('+');
    await page.getByRole('textbox', { name: /^Nom/ }).fill('Dons des voisins');
    await page.getByRole('textbox', { name: /^Définition/ }).fill('Nourriture ou objets donnés par le voisinage.');
    await page.keyboard.press('Control+Enter');
    await until('the server has the coding', async () => (await fresh()).length === 1 || fresh());
    await reader.code('Dons des voisins').waitFor();
    const book = await page.evaluate(async () => (await fetch('/page/codebook')).json());
    const code = book.themes.flatMap((theme) => theme.codes).find((one) => one.title === 'Dons des voisins');
    assert.equal(code?.definition, 'Nourriture ou objets donnés par le voisinage.');
    assert.equal((await fresh())[0].code, code.id);
    await reader.focus();
    await reader.press('Control+z');
    await until('code and coding are undone as one', async () => {
      const now = await page.evaluate(async () => (await fetch('/page/codebook')).json());
      const left = now.themes.flatMap((theme) => theme.codes).some((one) => one.title === 'Dons des voisins');
      return (!left && (await fresh()).length === 0) || { left, fresh: await fresh() };
    });
  });

  await t.test('with several codes, one after the other, and the same never twice', async () => {
    await reader.drag(20, WORDS);
    for (const word of ['isol', 'loge', 'souf']) {
      await page.keyboard.type(word);
      await reader.press('Enter');
      await until('the palette is shut', async () => !(await reader.palette.isVisible()));
    }
    await until('the server has three codings', async () => codes(await fresh()).join() === 'isolement,logement,souffrance' || fresh());
    await page.keyboard.type('isol');
    await until('the palette says that the code is there', async () => /posé/.test(await reader.options.first().innerText()) || reader.options.first().innerText());
    await reader.press('Enter');
    await reader.told(/déjà/);
    assert.equal((await fresh()).length, 3);
  });

  await t.test('and Escape leaves without coding', async () => {
    await reader.drag(20, WORDS);
    await page.keyboard.type('isol');
    await reader.press('Escape');
    await reader.expectLit(WORDS);
    await reader.press('Escape');
    await until('nothing is lit', async () => (await reader.lit()) === '' || reader.lit());
    assert.deepEqual(await fresh(), []);
  });
});

async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.move(to.x + 1, to.y);
  await page.mouse.up();
}
