// Mending the codebook: definitions, merging, retiring; each undone as one.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { bundledStudy } from './study.mjs';

test('the codebook is mended', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  let study;
  let page;
  t.beforeEach(async () => {
    study = bundledStudy();
    await study.serve();
  });
  t.afterEach(async () => {
    await close(page);
    await study.remove();
  });
  const code = async (id) => {
    const book = await page.evaluate(async () => (await fetch('/page/codebook')).json());
    return book.themes.flatMap((theme) => theme.codes).find((one) => one.id === id);
  };

  await t.test('two codes are merged: every passage follows, and undo parts them again', async () => {
    page = await open(browser, study, '/codebook/isolement');
    const [from, into] = [await code('isolement'), await code('soutien-proches')];
    await page.getByRole('button', { name: 'Fusionner' }).click();
    const field = page.getByRole('main').getByRole('combobox').first();
    await field.fill('soutien des');
    await field.press('Enter');
    const confirm = page.getByRole('main').getByRole('button', { name: /^Fusionner (avec|dans)/ });
    if (await confirm.count()) await confirm.first().click();
    await until('the passages of both are under one', async () => {
      const now = await code('soutien-proches');
      return (now.count > Math.max(from.count, into.count) && now.count <= from.count + into.count) || now;
    });
    const former = await code('isolement');
    assert.ok(former === undefined || former.retired?.into === 'soutien-proches', JSON.stringify(former));
    await page.getByRole('status').getByRole('button', { name: /Annuler/ }).click();
    await until('they are two again', async () => {
      const now = [await code('isolement'), await code('soutien-proches')];
      return (now[0]?.count === from.count && now[1]?.count === into.count && !now[0].retired) || now;
    });
  });

  await t.test('a code is renamed', async () => {
    page = await open(browser, study, '/codebook/isolement');
    await page.getByRole('button', { name: 'Renommer' }).click();
    const field = page.getByRole('textbox', { name: /^Nom/ });
    await field.fill('Solitude');
    await field.press('Enter');
    await until('it has its new name', async () => (await code('isolement'))?.title === 'Solitude' || code('isolement'));
    await page.getByRole('heading', { level: 1, name: 'Solitude' }).waitFor();
  });

  await t.test('a code is retired with a reason, and its passages stay', async () => {
    page = await open(browser, study, '/codebook/isolement');
    const before = await code('isolement');
    await page.getByRole('button', { name: 'Retirer' }).first().click();
    const field = page.getByRole('textbox', { name: /^Raison/ });
    await field.fill('Trop large, remplacé.');
    await field.press('Control+Enter');
    await until('it is retired', async () => (await code('isolement'))?.retired?.reason === 'Trop large, remplacé.' || code('isolement'));
    assert.equal((await code('isolement')).count, before.count);
  });
});
