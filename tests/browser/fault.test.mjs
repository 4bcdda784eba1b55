// The server goes away, the page is stale, the request is wrong: nothing kept is lost, and it is said.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { read } from './reader.mjs';
import { bundledStudy } from './study.mjs';

const PASSAGES = ['Trois mois après', 'Je lisais les étiquettes', 'je savais qui les avait faits'];

test('faults', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  let study;
  t.beforeEach(async () => {
    study = bundledStudy();
    await study.serve();
  });
  t.afterEach(() => study.remove());

  await t.test('the server is killed: the page says so, keeps what is coded, and sends it once', async () => {
    const page = await open(browser, study);
    page.forgive(/ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|ERR_SOCKET|Failed to load resource|Failed to fetch/);
    const reader = await read(page, study, 'E09');
    await reader.drag(20, PASSAGES[0]);
    await page.keyboard.type('isol');
    await reader.press('Enter');
    const kept = async () => (await reader.codings(20)).filter((one) => one.origin === 'hand');
    await until('the first is acknowledged', async () => (await kept()).length === 1 || kept());
    const { port } = study.server.address;
    await study.stop('SIGKILL');
    for (const words of PASSAGES.slice(1)) {
      await reader.press('Escape', 'Escape');
      await reader.drag(20, words);
      await page.keyboard.type('loge');
      await reader.press('Enter');
    }
    await reader.told(/Le serveur ne répond plus/);
    await reader.told(/2 gestes attendent/);
    await study.serve({ port: Number(port) });
    await reader.told(/Serveur revenu/);
    await until('all three are kept', async () => (await kept()).length === 3 || kept());
    assert.deepEqual((await kept()).map((one) => one.code).sort(), ['isolement', 'logement', 'logement'], 'each once');
    for (const coding of await kept()) assert.ok(PASSAGES.includes((await reader.words(coding)).replace(/\.$/, '')));
    await close(page);
  });

  await t.test('killed amid many writers: whatever was acknowledged is there, whole', async () => {
    const page = await open(browser, study);
    page.forgive(/ERR_|Failed/);
    const reader = await read(page, study, 'E09');
    const { version } = await reader.state();
    // Eight writers, from the page itself, until the server is gone; each keeps what it was told.
    const told = page.evaluate(async (version) => {
      const token = document.querySelector('meta[name=propos-token]').content;
      const kept = [];
      const writer = async (number) => {
        for (let at = 0; at < 400; at += 1) {
          const id = crypto.randomUUID();
          const from = { turn: 14, at: (number * 40 + at) % 300 };
          try {
            const answer = await fetch('/page/codings', {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'x-propos-token': token },
              body: JSON.stringify({ operation: crypto.randomUUID(), transcript: 'E09', version, passages: [{ from, to: { turn: 14, at: from.at + 12 + (at % 60) } }], ids: [id], codes: ['isolement'], intensity: null, exact: true }),
            });
            if (!answer.ok) return;
            const { codings } = await answer.json();
            kept.push(...codings.map((one) => one.id));
          } catch {
            return;
          }
        }
      };
      await Promise.all(Array.from({ length: 8 }, (_, number) => writer(number)));
      return kept;
    }, version);
    await new Promise((done) => setTimeout(done, 1500));
    await study.stop('SIGKILL');
    const kept = await told;
    assert.ok(kept.length > 8, `something was written: ${kept.length}`);
    await page.context().close();
    await study.serve();
    const again = await open(browser, study);
    const state = await (await read(again, study, 'E09')).state();
    const there = new Set(state.codings.map((one) => one.id));
    assert.deepEqual(kept.filter((id) => !there.has(id)), [], 'an acknowledged coding is lost');
    for (const one of state.codings) assert.ok(one.code && one.coder && one.from.at < one.to.at, 'nothing is half written');
    await close(again);
  });

  await t.test('wrong requests are answered with a key and a sentence', async (t) => {
    const page = await open(browser, study);
    page.forgive(/status of 4\d\d/);
    const reader = await read(page, study, 'E09');
    const { version } = await reader.state();
    const passage = { from: { turn: 14, at: 0 }, to: { turn: 14, at: 12 } };
    const good = { transcript: 'E09', version, passages: [passage], codes: ['isolement'], intensity: null, exact: false };
    const wrong = {
      'a place that is not in the text': { ...good, passages: [{ from: { turn: 14, at: 0 }, to: { turn: 14, at: 99999 } }] },
      'a turn that is not in the text': { ...good, passages: [{ from: { turn: 9999, at: 0 }, to: { turn: 9999, at: 3 } }] },
      'a passage turned round': { ...good, passages: [{ from: passage.to, to: passage.from }] },
      'an unknown code': { ...good, codes: ['nothing-of-the-kind'] },
      'another study’s transcript': { ...good, transcript: 'E99' },
      'a version that never was': { ...good, version: 99 },
      'an intensity out of range': { ...good, intensity: 9 },
    };
    for (const [what, body] of Object.entries(wrong)) {
      await t.test(what, async () => {
        const { status, answer } = await post(page, '/page/codings', { operation: crypto.randomUUID(), ids: [crypto.randomUUID()], ...body });
        assert.ok(status >= 400 && status < 500, `answered ${status}: ${JSON.stringify(answer)}`);
        assert.match(answer.key ?? '', /^[a-z][a-z-]+$/);
        assert.ok(answer.message?.length > 10, JSON.stringify(answer));
      });
    }
    await t.test('and nothing of them is kept', async () => {
      assert.equal((await reader.codings(14)).filter((one) => one.origin === 'hand').length, 0);
    });
    await t.test('an operation sent twice is carried out once and answers the same', async () => {
      const body = { operation: crypto.randomUUID(), ids: [crypto.randomUUID()], ...good };
      const once = await post(page, '/page/codings', body);
      const twice = await post(page, '/page/codings', body);
      assert.equal(once.status, 200, JSON.stringify(once.answer));
      assert.deepEqual(twice.answer.codings.map((one) => one.id), once.answer.codings.map((one) => one.id));
      assert.equal((await reader.codings(14)).filter((one) => one.origin === 'hand').length, 1);
    });
    await close(page);
  });
});

function post(page, path, body) {
  return page.evaluate(async ({ path, body }) => {
    const token = document.querySelector('meta[name=propos-token]').content;
    const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', 'x-propos-token': token }, body: JSON.stringify(body) });
    return { status: answer.status, answer: await answer.json() };
  }, { path, body });
}
