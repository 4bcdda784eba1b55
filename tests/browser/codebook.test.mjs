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
    const field = page.locator('#merge').getByRole('combobox');
    await field.fill('soutien des');
    await field.press('Enter');
    await page.getByRole('button', { name: /^Fusionner avec/ }).click();
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
    const field = page.locator('#rename').getByRole('textbox', { name: 'Nom' });
    await field.fill('Solitude');
    await field.press('Enter');
    await until('it has its new name', async () => (await code('isolement'))?.title === 'Solitude' || code('isolement'));
    await page.getByRole('heading', { level: 1, name: 'Solitude' }).waitFor();
  });

  await t.test('a code is retired with a reason, and its passages stay', async () => {
    page = await open(browser, study, '/codebook/isolement');
    const before = await code('isolement');
    await page.getByRole('button', { name: 'Retirer', exact: true }).first().click();
    await page.locator('#retire').getByRole('textbox', { name: 'Raison' }).fill('Trop large, remplacé.');
    await page.getByRole('button', { name: 'Retirer le code' }).click();
    await until('it is retired', async () => (await code('isolement'))?.retired?.reason === 'Trop large, remplacé.' || code('isolement'));
    assert.equal((await code('isolement')).count, before.count);
  });

  await t.test('a code moves by keys alone, and undo moves it back', async () => {
    page = await open(browser, study, '/codebook/dettes');
    const order = async () => {
      const book = await page.evaluate(async () => (await fetch('/page/codebook')).json());
      return book.themes[0].codes.map((one) => (one.parent ? `${one.parent}>${one.id}` : one.id)).slice(0, 4).join(' ');
    };
    const before = await order();
    await page.getByRole('treeitem', { name: /^Dettes et impayés/ }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await until('it stands one place higher', async () => (await order()).startsWith('evenement dettes ressources') || order());
    await until('it keeps the focus', () => page.evaluate(() => document.activeElement.dataset.codeId === 'dettes'));
    await page.keyboard.press('Alt+ArrowRight');
    await until('it stands under the one before', async () => (await order()).startsWith('evenement evenement>dettes') || order());
    await until('it keeps the focus', () => page.evaluate(() => document.activeElement.dataset.codeId === 'dettes'));
    await page.keyboard.press('Alt+ArrowLeft');
    await until('it is out again', async () => (await order()).startsWith('evenement dettes ressources') || order());
    for (let time = 0; time < 3; time += 1) {
      const now = await order();
      await page.keyboard.press('Control+z');
      await until('one step is taken back', async () => (await order()) !== now);
    }
    assert.equal(await order(), before);
  });

  await t.test('a changed definition makes passages to reread, until they are found right or recoded', async () => {
    page = await open(browser, study, '/codebook/dettes');
    const { count } = await code('dettes');
    await page.getByRole('button', { name: 'Modifier la définition' }).click();
    await page.getByRole('textbox', { name: 'Définition' }).fill('Sommes dues et non payées à l’échéance.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: `À relire, ${count}` }).click();
    assert.equal((await code('dettes')).version, 2);
    assert.equal(await page.locator('.hist ins').count() > 0, true, 'the history shows what came');
    await page.getByRole('button', { name: 'Convient', exact: true }).first().click();
    await page.getByRole('button', { name: `À relire, ${count - 1}` }).waitFor();
    await page.getByRole('button', { name: 'Recoder' }).first().click();
    await page.getByRole('combobox', { name: 'Recoder avec' }).fill('loge');
    await page.keyboard.press('Enter');
    await until('the passage has the other code', async () => (await code('dettes')).count === count - 1 || code('dettes'));
    await page.getByRole('button', { name: 'Tous conviennent' }).click();
    await until('nothing is left to reread', async () => (await page.getByRole('button', { name: /À relire/ }).count()) === 0);
  });

  /** Lets the page be drawn again only after a while, as on a busy machine. */
  const slowly = () => page.route('**/codebook/dettes', async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    await route.continue();
  });
  const left = async () => Number((await page.getByRole('button', { name: /^À relire, / }).innerText()).match(/[0-9]+/)[0]);

  await t.test('what is asked before the last change is drawn is done in its turn, and nothing twice', async () => {
    page = await open(browser, study, '/codebook/dettes');
    await page.getByRole('button', { name: 'Modifier la définition' }).click();
    await page.getByRole('textbox', { name: 'Définition' }).fill('Sommes dues et non payées à l’échéance.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /^À relire, / }).click();
    const first = await left();
    await slowly();
    await page.getByRole('button', { name: 'Convient', exact: true }).nth(0).dblclick();
    await page.getByRole('button', { name: 'Convient', exact: true }).nth(1).click();
    await until('two are found right', async () => (await left()) === first - 2 || left());
    await page.locator('main').press('Control+z');
    await page.locator('main').press('Control+z');
    await until('both are taken back, not more', async () => (await left()) === first || left());
    await page.getByRole('button', { name: 'Convient', exact: true }).first().click();
    await page.getByRole('button', { name: 'Tous conviennent' }).click();
    await until('nothing is left to reread', async () => (await page.getByRole('button', { name: /À relire/ }).count()) === 0);
    await page.getByRole('status').getByText(`${first - 1}`).waitFor();
  });

  await t.test('what is being written stays when the page is drawn again for another change', async () => {
    page = await open(browser, study, '/codebook/dettes');
    await page.getByRole('button', { name: 'Modifier la définition' }).click();
    const field = page.getByRole('textbox', { name: 'Définition' });
    await field.fill('Sommes dues');
    const weight = page.locator('[data-weight]:not([aria-pressed=true])').first();
    const { id } = await weight.evaluate((button) => ({ id: button.id }));
    await slowly();
    await weight.click();
    await field.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' et non');
    await page.locator(`#${id}[aria-pressed=true]`).waitFor();
    assert.equal(await field.inputValue(), 'Sommes dues et non');
    await page.keyboard.type(' payées');
    await page.keyboard.press('Control+Enter');
    await until('the definition is saved', async () => (await code('dettes')).version === 2 || code('dettes'));
    await page.getByText('Sommes dues et non payées', { exact: true }).first().waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Définition' }).count(), 0, 'what is saved is no longer being written');
  });

  await t.test('chosen passages go to a new code', async () => {
    page = await open(browser, study, '/codebook/dettes');
    const { count } = await code('dettes');
    await page.getByRole('button', { name: 'Scinder' }).first().click();
    for (const at of [0, 2]) await page.getByRole('checkbox', { name: /^Cocher le passage/ }).nth(at).check();
    await page.getByRole('textbox', { name: /nouveau code/ }).fill('Surendettement');
    await page.locator('#split-do').click();
    await page.getByRole('heading', { level: 1, name: 'Surendettement' }).waitFor();
    assert.equal((await code('surendettement')).count, 2);
    assert.equal((await code('dettes')).count, count - 2);
  });
});
