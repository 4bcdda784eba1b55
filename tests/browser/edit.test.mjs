// Mending what is coded: boundaries, intensity, memo, code, removal; and undo and redo of all of it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { codes, read } from './reader.mjs';
import { bundledStudy } from './study.mjs';

const WORDS = 'Je lisais les étiquettes, je savais qui les avait faits.';

test('a coding is mended', async (t) => {
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
    await reader.drag(20, WORDS);
    await page.keyboard.type('isol');
    await reader.press('Enter');
    await until('the coding is kept', async () => (await fresh()).length === 1 || fresh());
    await reader.press('Escape', 'Escape');
  });
  t.afterEach(async () => {
    await close(page);
    await study.remove();
  });
  const fresh = async () => (await reader.codings(20)).filter((one) => one.origin === 'hand');
  const openCard = async () => {
    await reader.stripe(/^Isolement, vous.*\b10 mots/).click();
    await reader.card.waitFor();
  };

  await t.test('its end moves by the handle, to a whole word', async () => {
    await openCard();
    const handle = page.locator('.hd.b');
    const from = await handle.boundingBox();
    const [to] = await reader.place(20, 'étiquettes', true);
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.right - 6, to.bottom + 14, { steps: 8 });
    await page.mouse.up();
    await until('the coding is shorter', async () => (await reader.words((await fresh())[0])).replace(/[.,]$/, '') === 'Je lisais les étiquettes' || reader.words((await fresh())[0]));
  });

  await t.test('its ends move by F2 and arrows; Escape gives back', async () => {
    await openCard();
    await reader.focus();
    await reader.press('F2', 'ArrowLeft', 'Escape');
    assert.equal(await reader.words((await fresh())[0]), WORDS);
    await reader.press('F2', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter');
    await until('the end moved by whole words', async () => /^Je lisais les étiquettes, je savais qui$/.test(await reader.words((await fresh())[0])) || reader.words((await fresh())[0]));
    await reader.press('F2', 'Tab', 'ArrowRight', 'Enter');
    await until('the start moved by a word', async () => /^lisais les étiquettes, je savais qui$/.test(await reader.words((await fresh())[0])) || reader.words((await fresh())[0]));
  });

  await t.test('its intensity is set by button and by key', async () => {
    await openCard();
    await reader.card.getByRole('button', { name: /3$/ }).click();
    await until('the intensity is 3', async () => (await fresh())[0].intensity === 3 || fresh());
    await reader.focus();
    await reader.press('<');
    await until('the intensity is 2', async () => (await fresh())[0].intensity === 2 || fresh());
  });

  await t.test('its memo is kept, and the margin says that there is one', async () => {
    await openCard();
    await reader.press('!');
    await page.keyboard.type('Les étiquettes : les voisins nommés.');
    await page.keyboard.press('Control+Enter');
    await until('the memo is kept', async () => (await fresh())[0].memo === 'Les étiquettes : les voisins nommés.' || fresh());
    await until('the margin says so', async () => (await reader.stripes()).some((one) => /^Isolement, vous.*mémo/.test(one)) || reader.stripes());
  });

  await t.test('its code is changed', async () => {
    await openCard();
    await reader.card.getByRole('button', { name: 'Changer de code' }).click();
    await page.keyboard.type('loge');
    await reader.press('Enter');
    await until('the code is another', async () => codes(await fresh()).join() === 'logement' || fresh());
  });

  await t.test('it is removed, and comes back; nothing asks « êtes-vous sûr »', async () => {
    await openCard();
    await reader.focus();
    await reader.press('Delete');
    await until('it is gone', async () => (await fresh()).length === 0 || fresh());
    await until('its stripe is gone', async () => !(await reader.stripes()).some((one) => /^Isolement, vous.*\b10 mots/.test(one)));
    await reader.press('Control+z');
    await until('it is back', async () => (await fresh()).length === 1 || fresh());
    assert.equal(await reader.words((await fresh())[0]), WORDS);
  });

  await t.test('everything is undone in turn and done again', async () => {
    await reader.drag(20, WORDS);
    for (const word of ['loge', 'souf', 'dett']) {
      await page.keyboard.type(word);
      await reader.press('Enter');
      await until('the palette is shut', async () => !(await reader.palette.isVisible()));
    }
    await until('four are there', async () => (await fresh()).length === 4 || fresh());
    for (const left of [3, 2, 1, 0]) {
      await reader.press('Control+z');
      await until(`${left} are left`, async () => (await fresh()).length === left || fresh());
    }
    for (const there of [1, 2, 3, 4]) {
      await reader.press(there % 2 ? 'Control+Shift+z' : 'Control+y');
      await until(`${there} are back`, async () => (await fresh()).length === there || fresh());
    }
    assert.deepEqual(codes(await fresh()), ['dettes', 'isolement', 'logement', 'souffrance']);
    for (const coding of await fresh()) assert.equal(await reader.words(coding), WORDS);
  });

  await t.test('undo from the message that says what was done', async () => {
    await reader.drag(20, 'Trois mois après');
    await page.keyboard.type('dett');
    await reader.press('Enter');
    await reader.told(/Dettes et impayés posé/);
    await page.getByRole('status').getByRole('button', { name: /Annuler/ }).click();
    await until('the second coding is gone', async () => codes(await fresh()).join() === 'isolement' || fresh());
  });

  await t.test('the next and the previous coding open by key', async () => {
    await reader.click(19, 'voisins');
    await reader.focus();
    await reader.press(';');
    await reader.card.waitFor();
    const first = await reader.card.innerText();
    await reader.press(';');
    await until('another card is open', async () => (await reader.card.innerText()) !== first);
    await reader.press(',');
    await until('the first is open again', async () => (await reader.card.innerText()) === first || reader.card.innerText());
  });
});
