// Suggestions: asked for by a button, answered by keys and by hand, taken back, under another precision.
import assert from 'node:assert/strict';
import test from 'node:test';
import { barriers, close, launch, open, overflow, until } from './browser.mjs';
import { begunStudy, bundledStudy } from './study.mjs';

const SPEECH = [
  'On avait une dette de loyer. Le chat dormait. Ma sœur est venue.',
  'La dette grandissait. Il faisait froid dehors.',
  'Le bus est parti. Le chat dormait encore.',
  'Une dette encore, toujours une dette. Ma sœur travaille.',
  'Il faisait froid. Le bus passe tôt.',
  'Ma sœur dormait dehors. Le chat est venu.',
];
const CODED = {
  dettes: ['On avait une dette de loyer.', 'La dette grandissait.', 'Une dette encore, toujours une dette.'],
  bus: ['Le bus est parti.', 'Le bus passe tôt.'],
};

// Seven interviews alike; nobody coded the last.
function files() {
  const code = (id, title) => `## ${title} { #${id} }\n\nDéfinition\n: Ce qui en est dit.\n\n`;
  const written = { 'codebook/1.md': `---\ntheme: vie\ntitle: Vie\n---\n\n# Vie\n\n${code('dettes', 'Dettes')}${code('bus', 'Bus')}${code('vide', 'Jamais posé')}` };
  for (let number = 1; number <= 7; number += 1) {
    const id = `E0${number}`;
    written[`transcripts/${id}.md`] = `---\nid: ${id}\n---\n\n${SPEECH.map((speech) => `**R :** ${speech}\n\n`).join('')}`;
    if (number === 7) continue;
    const rows = Object.entries(CODED).flatMap(([name, all]) => all.map((exact) => `c1\t${name}\t${exact}\n`));
    written[`codings/${id}.tsv`] = `coder\tcode\texact\n${rows.join('')}`;
  }
  return written;
}

test('suggestions', async (t) => {
  const study = begunStudy(files());
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();

  const ready = (page) => page.locator('html[data-ready]').waitFor();
  const shown = (page) => page.locator('.prop').evaluateAll((all) => all.map((one) => one.id));
  const count = (page, wanted) => until(`${wanted} are shown`, async () => {
    const all = await shown(page);
    return all.length === wanted || all;
  });
  const focused = (page) => page.evaluate(() => document.activeElement?.id ?? '');
  const ask = async (page, words) => {
    await page.getByRole('button', { name: words }).click();
    await page.locator('#worth').waitFor();
  };
  // What the table says of a code: open, accepted, rejected, set aside.
  const counts = (page, code) => page.getByRole('row', { name: new RegExp(`^${code}`) }).locator('td').evaluateAll((all) => all.slice(3, 7).map((one) => one.textContent));

  await t.test('nothing is computed before it is asked for; then the keys answer', async () => {
    const page = await open(browser, study, '/suggestions');
    await ready(page);
    assert.equal(await page.locator('.prop').count(), 0);
    assert.match(await page.locator('main').innerText(), /rien n’en sort/);
    await ask(page, 'Chercher des propositions');
    await count(page, 5);
    assert.equal(await page.locator('#fig-suggestions a[href^="/methods/suggestions"]').count(), 1, 'the figures lead to their method');
    const before = await shown(page);
    await until('the first has the keyboard', async () => (await focused(page)) === before[0] || focused(page));
    // One stop of the tabulator for the list, and the buttons of one card.
    assert.equal(await page.locator('.prop[tabindex="0"]').count(), 1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(page), before[0]);

    await page.keyboard.press('ArrowRight');
    await count(page, 4);
    await until('the next has the keyboard', async () => (await focused(page)) === before[1] || focused(page));
    assert.deepEqual(await counts(page, 'Dettes'), ['2', '1', '0', '0']);
    await page.keyboard.press('ArrowLeft');
    await count(page, 3);
    await page.keyboard.press('Delete');
    await count(page, 2);
    assert.deepEqual(await counts(page, 'Dettes'), ['0', '1', '1', '1']);

    await page.keyboard.press('Control+z');
    await count(page, 3);
    await until('what was taken back has the keyboard', async () => (await focused(page)) === before[2] || focused(page));
    assert.deepEqual(await counts(page, 'Dettes'), ['1', '1', '1', '0']);
    await close(page);
    const coded = JSON.parse(study.run('codings', '--code', 'dettes', '--transcript', 'E07', '--json'));
    assert.equal(coded.total, 1, 'the sentence accepted is coded, the others are not');
  });

  await t.test('by hand, with a way back', async () => {
    const page = await open(browser, study, '/suggestions');
    await ready(page);
    await count(page, 3);
    const card = page.locator('.prop').first();
    assert.ok(await card.locator('b.own').count(), 'the words that weigh are marked');
    await card.getByRole('button', { name: 'Accepter' }).click();
    await count(page, 2);
    await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click();
    await count(page, 3);
    await card.getByRole('button', { name: 'Laisser' }).click();
    await count(page, 2);
    await page.keyboard.press('Control+z');
    await count(page, 3);
    await close(page);
  });

  await t.test('another precision silences; interviews are chosen', async () => {
    const page = await open(browser, study, '/suggestions', { language: 'en' });
    await ready(page);
    assert.match(await page.locator('main').innerText(), /nothing leaves it/);
    await page.getByRole('combobox', { name: 'Interviews' }).selectOption('E07');
    await until('the address says so', () => /transcript=E07/.test(page.url()) || page.url());
    await count(page, 3);
    const field = page.getByRole('spinbutton', { name: 'Precision asked for' });
    await field.fill('0');
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('alert').filter({ hasText: 'from 1 to 100%' }).waitFor();
    await field.fill('100');
    await page.getByRole('button', { name: 'Look again' }).click();
    // No lower bound of an interval reaches 1.
    await page.getByText('Nothing to suggest').waitFor();
    await count(page, 0);
    await field.fill('70');
    await page.getByRole('button', { name: 'Look again' }).click();
    await count(page, 3);
    await close(page);
  });

  await t.test('reachable by all, in both languages and themes, nothing cut', async () => {
    for (const language of ['fr', 'en']) {
      for (const size of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
        const page = await open(browser, study, '/suggestions', { language, ...size });
        await ready(page);
        await count(page, 3);
        for (const theme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme: theme });
          assert.deepEqual(await overflow(page), [], `${language}, ${size.width}, ${theme}`);
          assert.deepEqual(await barriers(page), [], `${language}, ${size.width}, ${theme}`);
        }
        await close(page);
      }
    }
  });
});

test('a search for suggestions is stopped', async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();
  const page = await open(browser, study, '/suggestions');
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('button', { name: 'Chercher des propositions' }).click();
  await page.getByText(/^\d+ codes? sur \d+$/).waitFor();
  assert.deepEqual(await barriers(page), [], 'while it waits');
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await until('nothing waits any more', async () => (await page.getByRole('progressbar').count()) === 0);
  assert.equal(await page.locator('#worth').count(), 0, 'nothing is found');
  await until('it can be asked for again', async () => (await page.getByRole('button', { name: 'Chercher des propositions' }).count()) === 1);
  await close(page);
});
