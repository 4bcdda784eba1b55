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
    const page = await open(browser, study, '/typology?case=E07');
    const group = page.getByRole('group', { name: /Affectation de E07/ });
    await group.waitFor();
    await group.getByRole('button').or(group.getByRole('radio')).nth(1).click();
    const reason = page.getByRole('textbox', { name: /^Raison/ }).first();
    await reason.fill('Deux rendez-vous ont suffi.');
    await reason.press('Control+Enter');
    await until('the page says that it is kept', async () => /E07/.test((await page.locator('[role=status]').allInnerTexts()).join(' ')) || page.locator('[role=status]').allInnerTexts());
    await close(page);
    const file = study.exported('study.toml');
    assert.match(file, /\[\[assignments\]\]/);
    assert.match(file, /case = "E07"/);
    assert.match(file, /Deux rendez-vous ont suffi\./);
  });
});
