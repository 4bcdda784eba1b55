// Chromium, and pages whose every complaint fails the test that opened them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** Starts a browser. */
export function launch(more = {}) {
  return chromium.launch({ executablePath: process.env.PROPOS_CHROMIUM ?? '/usr/bin/chromium', args: quiet, ...more });
}

/**
 * Opens the study in a new window, signed in through the address that the server printed.
 *
 * What the page tells the console as an error, and what it throws, is kept in `page.complaints`; `close`
 * fails when there is any. A test that takes the server away says so with `page.forgive`.
 */
export async function open(browser, study, path = '/', { width = 1280, height = 800, theme = 'light', language = 'fr', coder = null, touch = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language === 'en' ? 'en-GB' : 'fr-FR',
    reducedMotion: 'reduce',
    hasTouch: touch,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // Cookies know no port: the program's carry it in their names.
  const { origin: url, port } = study.server.address;
  await context.addCookies([{ name: `propos-language-${port}`, value: language, url }]);
  if (coder) await context.addCookies([{ name: `propos-coder-${port}`, value: coder, url }]);
  const page = await context.newPage();
  page.complaints = [];
  page.forgiven = [];
  page.forgive = (words) => page.forgiven.push(words);
  page.on('console', (told) => {
    if (told.type() === 'error') page.complaints.push(`console: ${told.text()} (${told.location().url})`);
  });
  page.on('pageerror', (error) => page.complaints.push(`thrown: ${error.stack ?? error}`));
  // The first typology is computed as it is asked for.
  page.setDefaultNavigationTimeout(120_000);
  page.setDefaultTimeout(Number(process.env.PROPOS_PATIENCE ?? 20_000));
  await page.goto(study.server.address.href);
  if (path !== '/') await page.goto(study.at(path));
  return page;
}

/** Closes a window, and fails when its page complained. */
export async function close(page) {
  const left = page.complaints.filter((line) => !page.forgiven.some((words) => words.test(line)));
  // A window that is about to load another page may not close: the browser's end then takes it along.
  let patience;
  const late = new Promise((done) => { patience = setTimeout(done, 30_000); });
  await Promise.race([page.context().close(), late]);
  clearTimeout(patience);
  assert.deepEqual(left, [], 'the page complains');
}

/** What axe-core finds on the page as it stands, a fault a line. */
export async function barriers(page) {
  await page.evaluate(axe);
  const found = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), standard);
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary?.replace(/\s+/g, ' ')}`));
}

/** What reaches beyond the right edge of the window, where the page itself would scroll sideways. */
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const within = (element) => {
      for (let up = element.parentElement; up; up = up.parentElement) {
        if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > width + 1 && !within(element));
    return wide.map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} reaches ${Math.round(element.getBoundingClientRect().right)} of ${width}`).concat(`the page is ${document.documentElement.scrollWidth} wide`);
  });
}

/** Waits until the condition holds; a failure says what it was and what stood instead. */
export async function until(what, condition, patience = Number(process.env.PROPOS_PATIENCE ?? 20_000)) {
  const end = Date.now() + patience;
  let last;
  while (Date.now() < end) {
    last = await condition();
    if (last === true) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  assert.fail(`waited in vain until ${what}; instead: ${JSON.stringify(last)}`);
}
