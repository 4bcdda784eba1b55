// Two people on one study: each sees what the other does, and a blind round shows nothing.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { read } from './reader.mjs';
import { bundledStudy } from './study.mjs';

const WORDS = 'Je lisais les étiquettes, je savais qui les avait faits.';

test('two people work together', async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();
  const mine = (reader) => reader.codings(20).then((all) => all.filter((one) => one.origin === 'hand'));

  await t.test('a coding of one is painted for the other, and its removal too', async (t) => {
    const here = await open(browser, study);
    const there = await open(browser, study);
    const reader = await read(here, study, 'E09');
    const other = await read(there, study, 'E09');
    await reader.drag(20, WORDS);
    await here.keyboard.type('loge');
    await other.place(20, WORDS);
    const seen = appears(there, 'les étiquettes');
    const began = Date.now();
    await reader.press('Enter');
    const at = await seen;
    t.diagnostic(`measured: a coding is painted in the other window after ${at - began} ms`);
    await until('both hold the same codings', async () => JSON.stringify(await reader.state().then((s) => s.codings)) === JSON.stringify(await other.state().then((s) => s.codings)));
    await reader.press('Control+z');
    await until('it is gone in the other window', async () => !(await other.underlined('situation')).some((one) => one.startsWith('Je lisais les étiquettes, je savais')) || other.underlined('situation'));
    await close(here);
    await close(there);
  });

  await t.test('undo undoes one’s own operation only', async () => {
    const here = await open(browser, study);
    const there = await open(browser, study, '/', { coder: 'c2' });
    const reader = await read(here, study, 'E09');
    const other = await read(there, study, 'E09');
    assert.equal((await reader.state()).coder, 'c1');
    assert.equal((await other.state()).coder, 'c2');
    await reader.drag(20, WORDS);
    await here.keyboard.type('loge');
    await reader.press('Enter');
    await until('mine is kept', async () => (await mine(reader)).length === 1 || mine(reader));
    await other.drag(20, 'Trois mois après');
    await there.keyboard.type('isol');
    await other.press('Enter');
    await until('the other’s is kept', async () => (await mine(other)).length === 1 || mine(other));
    await reader.press('Control+z');
    await until('mine is gone', async () => (await mine(reader)).length === 0 || mine(reader));
    assert.equal((await mine(other)).length, 1, 'the other’s stays');
    await close(here);
    await close(there);
  });

  await t.test('a correction of one moves the other’s page to the new text', async () => {
    const here = await open(browser, study);
    const there = await open(browser, study);
    const reader = await read(here, study, 'E09');
    const other = await read(there, study, 'E09');
    await other.place(18, 'on n’ose pas');
    await reader.click(18, 'on n’ose pas');
    await reader.press('Escape', 'Escape');
    await here.getByRole('button', { name: 'Corriger' }).click();
    const field = here.getByRole('textbox', { name: /^Texte du tour 18/ });
    await field.fill((await field.inputValue()).replace('C’est étrange', 'C’est bien étrange'));
    await here.getByRole('button', { name: 'Enregistrer' }).click();
    await until('the other page shows the new text', async () => (await other.speech(18)).startsWith('C’est bien étrange') || other.speech(18));
    await other.drag(18, 'on n’ose pas en parler');
    await there.keyboard.type('loge');
    await other.press('Enter');
    await until('what is coded on it is where it was lit', async () => {
      const [coding] = (await other.codings(18, 'logement')).filter((one) => one.origin === 'hand');
      return (coding && (await other.words(coding)) === 'on n’ose pas en parler') || coding;
    });
    await close(here);
    await close(there);
  });
});

// The moment, on this machine's clock, at which a passage is underlined in the page.
function appears(page, words) {
  return page.evaluate((words) => new Promise((done, failed) => {
    setTimeout(() => failed(new Error('the other window never shows it')), 60_000);
    const look = () => {
      const found = [...CSS.highlights].some(([name, ranges]) => /-\d$/.test(name) && [...ranges].some((painted) => {
        const range = new Range();
        range.setStart(painted.startContainer, painted.startOffset);
        range.setEnd(painted.endContainer, painted.endOffset);
        return range.toString().startsWith('Je lisais') && range.toString().includes(words);
      }));
      if (found) done(Date.now());
      else setTimeout(look, 10);
    };
    look();
  }), words);
}
