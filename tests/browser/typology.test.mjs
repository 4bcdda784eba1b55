// The plane of the cases: the researcher assigns one and says why, beside what is computed.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { bundledStudy } from './study.mjs';

test('cases are assigned', async (t) => {
  const study = bundledStudy();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();

  await t.test('every case stands on the plane, reachable and named', async () => {
    const page = await open(browser, study, '/typology');
    const names = await page.getByRole('main').getByRole('link', { name: /^E\d\d, / }).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));
    for (let number = 1; number <= 12; number += 1) {
      const id = `E${String(number).padStart(2, '0')}`;
      assert.ok(names.some((name) => name.startsWith(`${id}, `)), `${id} is on the plane: ${names}`);
    }
    await close(page);
  });

  await t.test('with a reason, kept in the study’s own file', async () => {
    const page = await open(browser, study, '/typology');
    await page.getByRole('table').getByRole('link', { name: 'E07', exact: true }).first().click();
    const form = page.getByRole('region', { name: 'Affectation par l’équipe' });
    await form.getByRole('heading', { name: /^E07/ }).waitFor();
    await form.getByRole('radio').nth(2).check();
    await form.getByRole('textbox', { name: 'Raison' }).fill('Deux rendez-vous ont suffi.');
    // The draws are computed anew after it, which takes a while without optimisation: what is asked for
    // here is the decision.
    const kept = page.waitForResponse((answer) => /\/page\/typology\/assignments\//.test(answer.url()), { timeout: 120_000 });
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    assert.equal((await kept).status(), 200);
    await close(page);
    const file = study.exported('study.toml');
    assert.match(file, /\[\[assignments\]\]/);
    assert.match(file, /case = "E07"/);
    assert.match(file, /Deux rendez-vous ont suffi\./);
  });
});
