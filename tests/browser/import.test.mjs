// Interviews chosen by hand, their roles exchanged by one gesture, and imported.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { barriers, close, launch, open, until } from './browser.mjs';
import { begunStudy } from './study.mjs';

const fixture = (name) => fileURLToPath(new URL(`../fixtures/corpora/${name}`, import.meta.url));

test('interviews are brought in', async (t) => {
  const study = begunStudy({});
  study.write({ 'transcripts/E02.txt': 'Q : un\n\nMme Amar : deux\n\nQ : trois\n\nMme Amarr : quatre\n\nQ : cinq\n\nMme Amar : six\n' });
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();

  await t.test('by choosing files, with roles exchanged and a label joined', async () => {
    const page = await open(browser, study, '/transcripts');
    await page.getByRole('link', { name: 'Importer' }).click();
    await page.locator('html[data-ready]').waitFor();
    await page.locator('#files').setInputFiles([fixture('artisans-4.docx'), fixture('goodboy.srt')]);
    const card = page.locator('article[data-name="artisans-4.docx"]');
    await card.waitFor();
    await page.locator('article[data-name="goodboy.srt"]').waitFor();
    assert.deepEqual(await barriers(page), []);
    await card.getByRole('button', { name: 'Échanger les rôles' }).click();
    const asks = card.locator('tr[data-speaker="Interviewe"]').getByRole('button', { name: 'mène l’entretien' });
    assert.equal(await asks.getAttribute('aria-pressed'), 'true');
    await page.locator('article[data-name="goodboy.srt"]').getByRole('button', { name: 'Ne pas importer' }).click();
    await page.getByRole('checkbox', { name: /Mme Amarr/ }).check();
    await page.getByRole('button', { name: 'Importer ces 2 entretiens' }).click();
    await page.getByRole('heading', { name: 'Importés' }).waitFor();
    assert.deepEqual(await page.locator('#done li').allInnerTexts(), ['E02', 'artisans-4']);
    assert.match(study.run('roles', 'artisans-4'), /Interviewe\s+mène/);
    assert.doesNotMatch(study.run('roles', 'E02'), /Amarr/);
    assert.deepEqual(await barriers(page), []);
    await close(page);
  });

  await t.test('and the roles of an interview of the study from its page, with undo', async () => {
    const page = await open(browser, study, '/transcripts/artisans-4');
    await page.locator('#roles summary').click();
    assert.deepEqual(await barriers(page), []);
    // The page comes again once the roles are written: a window closed in between may never be.
    const again = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Échanger les rôles' }).click();
    await again;
    await until('the roles are exchanged', async () => /Chercheur\s+mène/.test(study.run('roles', 'artisans-4')) || 'not yet');
    await close(page);
    study.run('undo');
    assert.match(study.run('roles', 'artisans-4'), /Interviewe\s+mène/);
  });
});
