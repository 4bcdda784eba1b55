// Twelve codes over the same words: all are there, all can be read and reached.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { read } from './reader.mjs';
import { bundledStudy } from './study.mjs';

const CODES = [
  ['souf', 'Souffrance psychique et deuil'], ['isol', 'Isolement'], ['ressou', 'Difficultés de ressources'], ['loge', 'Logement fragile'],
  ['emploi', 'Emploi et horaires instables'], ['suivi', 'Suivi dans la durée'], ['ecoute', 'Écoute et confiance'], ['bien', 'Bien-être amélioré'],
  ['confiance en', 'Confiance en soi retrouvée'], ['image', 'Image de la caf'], ['soutien', 'Soutien des proches'], ['dettes', 'Dettes et impayés'],
];
const WORDS = 'Je lisais les étiquettes, je savais qui les avait faits.';

test('twelve codes overlap', async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();

  await t.test('when they are laid one after the other on one selection', async () => {
    const page = await open(browser, study);
    const reader = await read(page, study, 'E09');
    await reader.drag(20, WORDS);
    for (const [letters] of CODES) {
      await page.keyboard.type(letters);
      await reader.press('Enter');
      await until('the palette is shut', async () => !(await reader.palette.isVisible()));
    }
    const mine = async () => (await reader.codings(20)).filter((one) => one.origin === 'hand');
    await until('the server has the twelve', async () => (await mine()).length === 12 || mine());
    for (const coding of await mine()) assert.equal(await reader.words(coding), WORDS);
    for (const [, name] of CODES) {
      await until(`the margin names ${name}`, async () => (await reader.stripes()).some((one) => one.startsWith(name)) || reader.stripes());
    }
    // Each has its own lane: no two stripes of these words stand over each other.
    const boxes = await reader.margin.getByRole('button').evaluateAll((all, names) => all
      .filter((one) => names.some((name) => (one.getAttribute('aria-label') ?? '').startsWith(name)) && /vous/.test(one.getAttribute('aria-label') ?? ''))
      .map((one) => one.getBoundingClientRect())
      .filter((box) => box.width > 0 && box.width < 16)
      .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })), CODES.map(([, name]) => name));
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const over = one.left < other.right - 0.5 && other.left < one.right - 0.5 && one.top < other.bottom - 0.5 && other.top < one.bottom - 0.5;
        assert.ok(!over, `two stripes stand over each other: ${JSON.stringify([one, other])}`);
      }
    }
    await close(page);
  });

  await t.test('and each opens its card, with the keyboard', async () => {
    const page = await open(browser, study);
    const reader = await read(page, study, 'E09');
    await reader.stripe(/^Dettes et impayés, vous/).focus();
    await reader.press('Enter');
    await reader.card.waitFor();
    assert.match(await reader.card.innerText(), /Dettes et impayés/);
    await close(page);
  });

  await t.test('and on a narrow page the rest is counted', async () => {
    const page = await open(browser, study, '/', { width: 390, height: 844 });
    const reader = await read(page, study, 'E09');
    await reader.place(20, WORDS);
    await until('the margin says how many more', async () => /\+\d+/.test(await reader.margin.innerText()) || reader.margin.innerText());
    await close(page);
  });
});
