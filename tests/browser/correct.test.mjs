// Correcting a transcript in place: what will move is said before, and nothing is lost after.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { read } from './reader.mjs';
import { bundledStudy } from './study.mjs';

test('a transcript is corrected', async (t) => {
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
  const field = () => page.getByRole('textbox', { name: /^Texte du tour 18/ });
  const start = async () => {
    await reader.click(18, 'on n’ose pas');
    await reader.press('Escape', 'Escape');
    await page.getByRole('button', { name: 'Corriger' }).click();
    await field().waitFor();
  };

  await t.test('a word is added: the preview tells the codings touched, and they follow', async () => {
    const before = await reader.codings(18);
    const held = await Promise.all(before.map((one) => reader.words(one)));
    const { version } = await reader.state();
    await start();
    const text = await field().inputValue();
    await field().fill(text.replace('au lieu de mille quatre cent vingt.', 'au lieu de mille quatre cent vingt euros.'));
    await until('the preview speaks of what moves', async () => {
      const said = (await page.getByRole('status').allTextContents()).join(' ');
      return /inchangé|déplacé|ajusté/.test(said) || said;
    });
    assert.equal((await reader.state()).version, version, 'nothing is kept before it is saved');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await until('the new text stands', async () => (await reader.speech(18)).includes('mille quatre cent vingt euros.') || reader.speech(18));
    await until('there is a new version', async () => (await reader.state()).version === version + 1 || reader.state());
    const after = await reader.codings(18);
    assert.equal(after.length, before.length, 'no coding falls');
    const now = await Promise.all(after.map((one) => reader.words(one)));
    const changed = now.filter((words, index) => words !== held[index] && !held.includes(words));
    assert.ok(changed.every((words) => words.includes('euros')), `only what holds the new word changes: ${changed}`);
  });

  await t.test('and undo brings the former text and its codings back', async () => {
    const before = await reader.codings(18);
    const text = await reader.speech(18);
    await start();
    await field().fill((await field().inputValue()).replace('C’est étrange', 'C’est très étrange'));
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await until('the new text stands', async () => (await reader.speech(18)).startsWith('C’est très étrange') || reader.speech(18));
    await reader.focus();
    await reader.press('Control+z');
    await until('the former text stands', async () => (await reader.speech(18)) === text || reader.speech(18));
    const after = await reader.codings(18);
    assert.deepEqual(after.map((one) => [one.code, one.from.at, one.to.at]).sort(), before.map((one) => [one.code, one.from.at, one.to.at]).sort());
  });

  await t.test('Escape leaves everything as it was', async () => {
    const { version } = await reader.state();
    const text = await reader.speech(18);
    await start();
    await field().fill('tout autre chose');
    await page.keyboard.press('Escape');
    await until('the field is gone', async () => (await field().count()) === 0);
    assert.equal(await reader.speech(18), text);
    assert.equal((await reader.state()).version, version);
  });

  await t.test('a turn is split, and merged again', async () => {
    const { version } = await reader.state();
    await start();
    await field().evaluate((area) => {
      const at = area.value.indexOf('Moi, l’arrêt');
      area.setSelectionRange(at, at);
    });
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await until('a new version stands', async () => (await reader.state()).version === version + 1 || (await reader.state()).version);
    await until('the second part is a turn of its own', async () => (await reader.speech(19)).startsWith('Moi, l’arrêt') || reader.speech(19));
    await reader.focus();
    await reader.press('Control+z');
    await until('the turn is whole again', async () => (await reader.speech(18)).includes('Moi, l’arrêt') || reader.speech(18));
  });
});
