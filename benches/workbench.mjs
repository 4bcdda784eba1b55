#!/usr/bin/env node
// How fast the workbench is with one interview of 30,000 words and 2,000 codings.
//
//   cargo build --release && npm ci --prefix tests/browser && node benches/workbench.mjs /tmp/propos-bench
//
// The folder named is made first, if it is not there, by benches/make_corpus.py (python3; the same
// bytes each time). Prints a line a question: what the issue asks, median, 99th percentile, worst.
//
// - opening: time of the page's main thread from the click on the interview's link to the first frame
//   that holds a highlight, from the browser's own trace; and the wall time of the same.
// - scrolling: frames a second while the page is scrolled from end to end, by the page's own frames.
// - coding, shown: from the key to the frame that holds the new highlight.
// - coding, acknowledged: from sending to the answer, which comes once the coding is durable; by HTTP
//   clients, one and eight at once, each on a connection that it keeps.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { chromium } = createRequire(join(root, 'tests/browser/package.json'))('playwright-core');
const program = process.env.PROPOS ?? join(root, 'target/release/propos');
const chrome = process.env.PROPOS_CHROMIUM ?? '/usr/bin/chromium';
const [work] = process.argv.slice(2);
const number = (name, otherwise) => {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given ? Number(given.split('=')[1]) : otherwise;
};
const opens = number('opens', 5);
const keys = number('keys', 100);
const writes = number('writes', 400);
if (!work) {
  console.error('benches/workbench.mjs FOLDER [--opens=5] [--keys=100] [--writes=400]');
  process.exit(2);
}

const made = join(work, 'long');
if (!existsSync(join(made, 'transcripts'))) {
  execFileSync('python3', [join(root, 'benches/make_corpus.py'), made, '--docs', '1', '--words', '30000', '--codings', '2000']);
  copyFileSync(join(root, 'study.toml'), join(made, 'study.toml'));
}
// Measured on a copy: what is written does not add up from run to run.
const study = mkdtempSync(join(tmpdir(), 'propos-bench-'));
process.on('exit', () => rmSync(study, { recursive: true, force: true }));
cpSync(made, study, { recursive: true, filter: (path) => !path.endsWith('.propos') });
execFileSync(program, ['--study', study, '--coder', 'coder-1', 'import'], { stdio: 'ignore' });

const server = spawn(program, ['--study', study, '--coder', 'coder-1', 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
process.on('exit', () => server.kill('SIGKILL'));
const address = await new Promise((found, failed) => {
  let said = '';
  const hear = (words) => {
    said += words;
    const line = said.match(/http:\/\/\S+(?=\s)/);
    if (line) found(new URL(line[0]));
  };
  server.stdout.on('data', hear);
  server.stderr.on('data', hear);
  server.once('exit', () => failed(new Error(said)));
});

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)];
const rows = [];
function row(question, mark, values, unit = 'ms') {
  const figures = [0.5, 0.99, 1].map((share) => quantile(values, share).toFixed(1).padStart(8));
  rows.push([question, mark, figures, values.length, unit]);
  console.log(`${question.padEnd(52)} ${mark.padStart(10)}   median ${figures[0]}   p99 ${figures[1]}   worst ${figures[2]} ${unit}  n ${values.length}`);
}

console.log(`load average ${loadavg().map((load) => load.toFixed(1)).join(' ')}`);
const browser = await chromium.launch({
  executablePath: chrome,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });

// Marks, from outside the page, the frame that holds the first highlight and the one that follows a key.
await context.addInitScript(() => {
  const coded = () => [...(globalThis.CSS?.highlights ?? [])].reduce((sum, [name, ranges]) => sum + (/-\d+$/.test(name) ? ranges.size : 0), 0);
  // Asked inside a frame: a message is delivered once that frame is painted.
  const painted = (done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  };
  const first = () => {
    if (coded() > 0) painted(() => performance.mark('bench-first-highlight'));
    else requestAnimationFrame(first);
  };
  if (location.pathname.startsWith('/transcripts/')) requestAnimationFrame(first);
  globalThis.benchCoded = coded;
  globalThis.benchPainted = painted;
  globalThis.benchShown = [];
  addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    const began = event.timeStamp;
    const before = coded();
    const stripes = document.querySelectorAll('.stripe').length;
    // The underline, and the stripe of this frame or the one before: words that are underlined three
    // times have no room for a fourth line.
    const look = () => {
      if (coded() > before || document.querySelectorAll('.stripe').length > stripes) painted(() => benchShown.push(performance.now() - began));
      else if (performance.now() - began < 5000) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { capture: true });
});

const page = await context.newPage();
page.setDefaultTimeout(120_000);
page.on('pageerror', (error) => console.error(`the page throws: ${error.message}`));
await page.goto(address.href);

// Opening.
const busy = [];
const cpu = [];
const wall = [];
for (let turn = 0; turn < opens; turn += 1) {
  await page.goto(new URL('/', address).href);
  const link = page.locator('main a[href^="/transcripts/int-0001"]').first();
  await link.waitFor();
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await page.evaluate(() => addEventListener('pointerdown', () => performance.mark('bench-click'), { capture: true }));
  await link.click();
  await page.waitForFunction(() => performance.getEntriesByName('bench-first-highlight').length > 0);
  await page.waitForTimeout(200);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const click = traceEvents.find((event) => event.name === 'bench-click');
  const shown = traceEvents.find((event) => event.name === 'bench-first-highlight');
  const threads = new Set(traceEvents.filter((event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain').map((event) => `${event.pid}/${event.tid}`));
  // Tasks of the main threads of the page left and the page entered, cut at both ends.
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && event.ph === 'X' && threads.has(`${event.pid}/${event.tid}`));
  const own = tasks.filter((event) => event.pid === shown.pid || event.pid === click.pid);
  const within = (event) => Math.max(0, Math.min(event.ts + event.dur, shown.ts) - Math.max(event.ts, click.ts));
  busy.push(own.reduce((sum, event) => sum + within(event), 0) / 1000);
  // What the processor gave to these tasks: other programs on the machine do not count.
  cpu.push(own.reduce((sum, event) => sum + (event.dur ? (within(event) / event.dur) * (event.tdur ?? event.dur) : 0), 0) / 1000);
  wall.push((shown.ts - click.ts) / 1000);
}
row('click to first painted highlight, main thread', '300', busy);
row('click to first painted highlight, main thread, processor time', '300', cpu);
row('click to first painted highlight, wall', '–', wall);

// Scrolling.
await page.waitForFunction(() => document.documentElement.dataset.annotator === 'ready');
const session = await context.newCDPSession(page);
const rates = [];
for (const direction of [-1, 1, -1, 1]) {
  const frames = page.evaluate(() => new Promise((done) => {
    const times = [];
    let still = 0;
    let last = scrollY;
    const tick = (now) => {
      times.push(now);
      still = scrollY === last ? still + 1 : 0;
      last = scrollY;
      if (still > 30 && times.length > 60) done(times.slice(0, -31));
      else requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }));
  await session.send('Input.synthesizeScrollGesture', { x: 640, y: 400, yDistance: direction * 20_000, speed: 5000, gestureSourceType: 'mouse' });
  const times = await frames;
  rates.push((1000 * (times.length - 1)) / (times.at(-1) - times[0]));
}
row('scrolling, least frames a second first', '50', rates.map((rate) => rate), '/s');

// Coding, shown.
await page.goto(new URL('/transcripts/int-0001', address).href);
await page.waitForFunction(() => document.documentElement.dataset.annotator === 'ready');
await page.getByRole('button', { name: 'Coder au clavier' }).first().focus();
await page.keyboard.press('Enter');
await page.evaluate(() => { benchShown.length = 0; });
for (let turn = 0; turn < keys; turn += 1) {
  await page.keyboard.press('ArrowRight');
  const before = await page.evaluate(() => benchShown.length);
  await page.keyboard.press('Enter');
  await page.waitForFunction((before) => benchShown.length > before, before, { timeout: 6000 }).catch(() => {});
}
row('a key to the painted coding', '50', await page.evaluate(() => benchShown));
await browser.close();

// Coding, acknowledged.
const cookie = await new Promise((found, failed) => {
  request(address, (answer) => {
    answer.resume();
    found(answer.headers['set-cookie'].map((one) => one.split(';')[0]).join('; '));
  }).on('error', failed).end();
});
const front = await (await fetch(new URL('/', address), { headers: { cookie } })).text();
const token = front.match(/name="propos-token" content="([^"]+)"/)[1];
const state = await (await fetch(new URL('/page/transcripts/int-0001/state', address), { headers: { cookie } })).json();
// Eight letters or more, somewhere in a passage that is already coded: a place that exists.
const places = state.codings.filter((one) => one.from.turn === one.to.turn && one.to.at - one.from.at > 30).map((one) => one.from);
const code = state.codings[0].code;
let serial = 0;
function post(agent, body) {
  const text = JSON.stringify(body);
  const began = performance.now();
  return new Promise((done, failed) => {
    const sent = request(new URL('/page/codings', address), {
      method: 'POST',
      agent,
      headers: { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), origin: address.origin, 'x-propos-token': token },
    }, (answer) => {
      let said = '';
      answer.setEncoding('utf8').on('data', (part) => { said += part; }).on('end', () => {
        if (answer.statusCode !== 200) failed(new Error(`${answer.statusCode} ${said}`));
        else done(performance.now() - began);
      });
    });
    sent.on('error', failed).end(text);
  });
}
for (const clients of [1, 8]) {
  const times = [];
  await Promise.all(Array.from({ length: clients }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let turn = 0; turn < writes; turn += 1) {
      serial += 1;
      const { turn: where, at: start } = places[serial % places.length];
      const at = start + (Math.floor(serial / places.length) % 12);
      times.push(await post(agent, {
        operation: crypto.randomUUID(), transcript: 'int-0001', version: state.version,
        passages: [{ from: { turn: where, at }, to: { turn: where, at: at + 8 + (serial % 5) } }],
        ids: [crypto.randomUUID()], codes: [code], intensity: null, exact: true,
      }));
    }
    agent.destroy();
  }));
  row(`a coding acknowledged, ${clients === 1 ? 'one user' : `${clients} users at once`}`, clients === 1 ? '20 (p99)' : '60 (p99)', times);
}
console.log(`load average ${loadavg().map((load) => load.toFixed(1)).join(' ')}`);

console.log('\n| question | mark | median | p99 | worst |\n|---|---|---|---|---|');
for (const [question, mark, [median, late, worst], , unit] of rows) {
  console.log(`| ${question} | ${mark} | ${median.trim()} ${unit} | ${late.trim()} ${unit} | ${worst.trim()} ${unit} |`);
}
process.exit(0);
