// The transcript page as a reader's hand and eye meet it: words, lit passage, palette, margin, card.
import assert from 'node:assert/strict';
import { until } from './browser.mjs';

/** Opens an interview that is already reachable from the window, and waits until it can be coded. */
export async function read(page, study, transcript) {
  await page.goto(study.at(`/transcripts/${transcript}`));
  const reader = new Reader(page, transcript);
  await reader.ready();
  return reader;
}

/** Makes spaces of those that French typography writes before signs: one unit for one. */
export const plain = (text) => text.replace(/[\u202f\u00a0]/g, ' ');

// Runs in the page. Finds words in the speech of a turn, the spaces of French typography being spaces.
function locate({ turn, words, still }) {
  const group = [...document.querySelectorAll('[role=group][aria-label]')].find((one) => new RegExp(`^(Tour|Turn) ${turn}\\b`).test(one.getAttribute('aria-label')));
  const speech = group.querySelector('p');
  const plain = (text) => text.replace(/[\u202f\u00a0]/g, ' ');
  const start = plain(speech.textContent).indexOf(plain(words));
  if (start < 0) return null;
  const walker = document.createTreeWalker(speech, NodeFilter.SHOW_TEXT);
  const range = new Range();
  let before = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + node.length;
    if (!begun && start < after) {
      range.setStart(node, start - before);
      begun = true;
    }
    if (begun && start + words.length <= after) {
      range.setEnd(node, start + words.length - before);
      break;
    }
    before = after;
  }
  if (!still) {
    const [box] = range.getClientRects();
    scrollBy(0, (box.top + box.bottom) / 2 - innerHeight / 2);
  }
  return [...range.getClientRects()].filter((box) => box.width > 0.5).map(({ left, right, top, bottom }) => ({ left, right, top, bottom }));
}

class Reader {
  constructor(page, transcript) {
    this.page = page;
    this.transcript = transcript;
    this.text = page.locator('[aria-roledescription], [role=region]:has(> [role=group], > * > [role=group])').first();
    this.palette = page.getByRole('group', { name: /^(Coder le passage|Code the passage)$/ });
    this.field = this.palette.getByRole('combobox');
    this.options = this.palette.getByRole('option');
    this.tree = page.getByRole('complementary', { name: /^(Livre de codes|Codebook)$/ });
    this.margin = page.getByRole('list', { name: /^(Codages en marge|Codings in the margin)$/ });
    this.card = page.getByRole('region', { name: /^(Fiche du codage|Coding card)$/ });
  }

  /** Waits until the codings have come and are painted. */
  async ready() {
    await this.page.waitForFunction(() => document.documentElement.dataset.annotator === 'ready');
  }

  turn(number) {
    return this.page.getByRole('group', { name: new RegExp(`^(Tour|Turn) ${number}\\b`) });
  }

  /** What the server has, by the page's own road. */
  async state() {
    return this.page.evaluate(async (id) => (await fetch(`/page/transcripts/${id}/state`)).json(), this.transcript);
  }

  /** Codings of a turn that this person made, as `code from to`, in order of place. */
  async codings(turn, code = null) {
    const { codings, coder } = await this.state();
    return codings.filter((one) => one.from.turn === turn && one.coder === coder && (code === null || one.code === code));
  }

  /** The words of a stored coding, taken from the speech as stored: of one turn only. */
  async words(coding) {
    return (await this.speech(coding.from.turn)).slice(coding.from.at, coding.to.at);
  }

  /** The speech of a turn, the spaces of French typography being spaces. */
  async speech(turn) {
    return plain(await this.turn(turn).locator('p').first().evaluate((speech) => speech.textContent));
  }

  // Gives the keyboard to the transcript.
  async focus() {
    const button = this.page.getByRole('button', { name: /^(Coder au clavier|Code with the keyboard)$/ });
    if (await button.count()) await button.first().focus().then(() => this.page.keyboard.press('Enter'));
    else await this.text.focus();
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Where words stand in the window, brought to its middle unless it must stay `still`. */
  async place(turn, words, still = false) {
    // Letters that have come since move the lines.
    await this.page.evaluate(() => document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))));
    const found = await this.page.evaluate(locate, { turn, words, still });
    assert.ok(found, `turn ${turn} has no « ${words} »`);
    return found;
  }

  /** Drags over words with the mouse, and waits until something is lit. */
  async drag(turn, words, { exact = false } = {}) {
    await this.place(turn, words);
    const boxes = await this.place(turn, words, true);
    await this.pull(boxes[0], boxes.at(-1), exact);
  }

  /** Drags from the first words to the last, which may stand in another turn. */
  async dragAcross(turn, words, lastTurn, lastWords) {
    await this.place(turn, words);
    const [first] = await this.place(turn, words, true);
    const last = await this.place(lastTurn, lastWords, true);
    await this.pull(first, last.at(-1), false);
  }

  async pull(first, last, exact) {
    const { mouse, keyboard } = this.page;
    if (exact) await keyboard.down('Alt');
    await mouse.move(first.left + 0.5, (first.top + first.bottom) / 2);
    await mouse.down();
    await mouse.move((first.left + last.right) / 2, (last.top + last.bottom) / 2, { steps: 3 });
    await mouse.move(last.right - 0.5, (last.top + last.bottom) / 2, { steps: 3 });
    await mouse.up();
    if (exact) await keyboard.up('Alt');
    await until('the words dragged over are lit', async () => (await this.lit()) !== '' || 'nothing is lit');
  }

  /** Clicks in the middle of words. */
  async click(turn, words, more = {}) {
    await this.place(turn, words);
    const boxes = await this.place(turn, words, true);
    await this.page.mouse.click((boxes[0].left + boxes[0].right) / 2, (boxes[0].top + boxes[0].bottom) / 2, more);
  }

  /** What is painted under one name of the CSS Custom Highlight API, passage by passage. */
  painted(name) {
    return this.page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((painted) => {
      const range = new Range();
      range.setStart(painted.startContainer, painted.startOffset);
      range.setEnd(painted.endContainer, painted.endOffset);
      return range.toString();
    }), name);
  }

  /** The words lit, the spaces of French typography being spaces. */
  async lit() {
    return plain((await this.painted('hand')).join(''));
  }

  async expectLit(words) {
    await until(`« ${words} » is lit`, async () => {
      const lit = await this.lit();
      return lit === words || lit;
    });
  }

  /** Every passage underlined in the hue of a theme, at whatever depth. */
  async underlined(theme) {
    const names = await this.page.evaluate(async (id) => {
      const { themes } = await (await fetch('/page/codebook')).json();
      const { index } = themes.find((one) => one.id === id);
      return [...CSS.highlights.keys()].filter((name) => name.startsWith(`t${index}-`));
    }, theme);
    return (await Promise.all(names.map((name) => this.painted(name)))).flat();
  }

  /** Names of the margin's buttons. */
  stripes() {
    return this.margin.getByRole('button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));
  }

  stripe(name) {
    return this.margin.getByRole('button', { name }).first();
  }

  /** A code in the tree beside the text. */
  code(name) {
    return this.tree.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  }

  /** Waits for what a message says. */
  async told(words) {
    await until(`the page says ${words}`, async () => {
      const said = await this.page.locator('[role=status], [role=alert]').allInnerTexts();
      return said.some((one) => words.test(plain(one))) || said;
    });
  }
}

/** The codes of a set of codings, sorted. */
export function codes(codings) {
  return codings.map((one) => one.code).sort();
}
