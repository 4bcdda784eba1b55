// The harness itself: what would let a fault pass unseen is shown to be seen.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test from 'node:test';
import { barriers, close, launch, open, overflow } from './browser.mjs';

// A server that answers one page, standing where a study's would.
async function answering(body, headers = {}) {
  const server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const address = new URL(`http://127.0.0.1:${server.address().port}/`);
  return { server: { address }, at: (path) => new URL(path, address).href, end: () => server.close() };
}

const head = '<!doctype html><html lang="fr"><head><title>t</title><link rel="icon" href="data:,"></head>';

test('a planted fault of each kind is seen', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());

  await t.test('a broken rule of the content policy', async () => {
    const study = await answering(`${head}<body><main><h1>t</h1><p style="color:red">x</p></main></body></html>`, { 'content-security-policy': "default-src 'none'; img-src data:" });
    const page = await open(browser, study);
    await assert.rejects(close(page), /the page complains/);
    study.end();
  });

  await t.test('an error thrown by a script', async () => {
    const study = await answering(`${head}<body><script>nothing()</script></body></html>`);
    const page = await open(browser, study);
    await assert.rejects(close(page), /the page complains/);
    study.end();
  });

  await t.test('a barrier and a page too wide', async () => {
    const study = await answering(`${head}<body><main><h1>t</h1><div class="wide" style="width:2000px"><button></button></div></main></body></html>`);
    const page = await open(browser, study);
    assert.match((await barriers(page)).join('\n'), /button-name/);
    assert.match((await overflow(page)).join('\n'), /div\.wide reaches 20/);
    await close(page);
    study.end();
  });
});
