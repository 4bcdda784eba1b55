// Opening a study: the address printed lets one in, nothing else does, and only one server serves it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { bundledStudy } from './study.mjs';

test('a study is opened', async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();

  await t.test('by the printed address, in French, with the nine words of the bar', async () => {
    const page = await open(browser, study);
    const bar = page.getByRole('navigation', { name: 'Principale' });
    assert.deepEqual((await bar.getByRole('link').allInnerTexts()).map((word) => word.trim()), [
      'Accueil', 'Entretiens', 'Livre de codes', 'Recherche', 'Passages', 'Propositions', 'Codeurs', 'Typologie', 'Questionnaire',
    ]);
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    assert.doesNotMatch(page.url(), /token/, 'the token stays out of the history');
    await close(page);
  });

  await t.test('in English for who chose it', async () => {
    const page = await open(browser, study, '/', { language: 'en' });
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Codebook' }).waitFor();
    await close(page);
  });

  await t.test('with the keyboard: content first, then on to an interview', async () => {
    const page = await open(browser, study);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Aller au contenu' });
    assert.ok(await skip.evaluate((link) => link === document.activeElement), 'the first stop leads to the content');
    await page.keyboard.press('Enter');
    await until('the content has the focus', () => page.evaluate(() => location.hash !== '' || document.activeElement.tagName));
    await page.getByRole('main').getByRole('link', { name: /E09/ }).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/transcripts\/E09/);
    await page.getByRole('heading', { level: 1, name: /E09/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const toText = page.getByRole('link', { name: 'Aller au texte de l’entretien' });
    assert.ok(await toText.evaluate((link) => link === document.activeElement), 'the second stop leads to the text');
    await page.keyboard.press('Enter');
    await until('the text has the focus', () => page.evaluate(() => document.activeElement.id === 'text'));
    await close(page);
  });

  await t.test('and nobody is let in without the token', async () => {
    const context = await browser.newContext();
    for (const path of ['/', '/transcripts/E09', '/page/transcripts/E09/state', '/codebook', '/api/v1/openapi.json']) {
      const answer = await context.request.get(study.at(path));
      assert.ok(answer.status() >= 400 && answer.status() < 500, `${path} answers ${answer.status()}`);
    }
    const wrong = await context.request.get(study.at('/?token=0000000000'));
    assert.ok(wrong.status() >= 400 && wrong.status() < 500, `a wrong token answers ${wrong.status()}`);
    await context.close();
  });

  await t.test('and another site can write nothing, even with the cookie', async () => {
    const page = await open(browser, study);
    const before = await page.evaluate(async () => (await (await fetch('/page/transcripts/E09/state')).json()).operation);
    const told = await page.context().request.post(study.at('/page/undo'), {
      headers: { origin: 'https://elsewhere.example' },
      data: { operation: crypto.randomUUID() },
    });
    assert.ok(told.status() >= 400 && told.status() < 500, `a foreign origin is answered ${told.status()}`);
    const bare = await page.context().request.post(study.at('/page/undo'), { data: { operation: crypto.randomUUID() } });
    assert.ok(bare.status() >= 400 && bare.status() < 500, `a write without the header is answered ${bare.status()}`);
    assert.equal(await page.evaluate(async () => (await (await fetch('/page/transcripts/E09/state')).json()).operation), before);
    await close(page);
  });

  await t.test('and a second server on the same study is told so, with the way to the first', async () => {
    const second = study.attempt('serve', '--port', '0');
    assert.notEqual(second.status, 0, 'the second server starts');
    assert.equal(second.error, undefined, 'the second server stays');
    assert.match(second.stderr + second.stdout, /déjà ouverte/);
  });
});
