// Emoji, combining accents, no-break spaces and right-to-left words: what is lit, what is stored and
// what is exported are the same passage.
import assert from 'node:assert/strict';
import test from 'node:test';
import { close, launch, open, until } from './browser.mjs';
import { plain, read } from './reader.mjs';
import { writtenStudy } from './study.mjs';

// Each turn: its speech as written in the file, and the words to be coded in it.
const TURNS = [
  ['On riait 😅👍🏽 et 👩‍👧‍👦 aussi, puis la honte 😢 est venue le soir.', ['la honte 😢 est venue', '👩‍👧‍👦 aussi', 'le soir']],
  ['Le me\u0301de\u0301cin e\u0301tait la\u0300, a\u0300 co\u0302te\u0301 de ma me\u0300re.', ['e\u0301tait la\u0300', 'co\u0302te\u0301 de ma me\u0300re', 'me\u0301de\u0301cin']],
  ['C’était «\u00a0le\u00a0guichet\u00a0» ; vraiment\u202f? Oui\u00a0: le 5\u202f000\u00a0€ du mois !', ['le\u00a0guichet', 'vraiment\u202f?', '5\u202f000\u00a0€ du mois']],
  ['Ma grand-mère disait « السلام عليكم يا ابنتي » et puis שלום רב le matin.', ['السلام عليكم', 'שלום רב le matin', 'يا ابنتي']],
  ['السلام عليكم، كنت أنتظر 12 يوما في caf المدينة كل صباح.', ['كنت أنتظر', '12 يوما في caf', 'كل صباح']],
  ['𝒜 la fin 𝔹 tout va 🏳️‍🌈 bien 🇫🇷🇧🇪 ici, na\u00efve \ufb01nition œuvre.', ['tout va 🏳️‍🌈 bien', '🇫🇷🇧🇪 ici', 'œuvre']],
];

const FILE = `---\nid: U1\nrespondent: Mme U.\n---\n\n${TURNS.map(([speech]) => `**Enquêtrice :** Et alors ?\n\n**Mme U. :** ${speech}`).join('\n\n')}\n`;

test('every writing', async (t) => {
  const study = writtenStudy({ 'transcripts/U1.md': FILE });
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await study.remove();
  });
  await study.serve();
  const expected = [];

  await t.test('is lit with the mouse and stored as lit', async (t) => {
    const page = await open(browser, study);
    const reader = await read(page, study, 'U1');
    for (const [index, [, passages]] of TURNS.entries()) {
      const turn = 2 * index + 2;
      for (const words of passages) {
        await t.test(`turn ${turn}: ${words}`, async () => {
          // The reader's own copy of the words: the file may be composed when it is read.
          const speech = await stored(page, turn);
          const held = [words, words.normalize('NFC')].find((one) => speech.includes(one));
          assert.ok(held, `the speech is kept: ${speech}`);
          const before = (await reader.codings(turn)).map((one) => one.id);
          await select(reader, turn, held);
          const lit = await reader.lit();
          assert.ok(plain(held).startsWith(lit) || lit === plain(held) || lit.startsWith(plain(held)), `lit: ${lit}`);
          await page.keyboard.type('isol');
          await reader.press('Enter');
          let coding;
          await until('the coding is kept', async () => {
            coding = (await reader.codings(turn)).find((one) => !before.includes(one.id));
            return coding !== undefined || reader.codings(turn);
          });
          const kept = (await stored(page, turn)).slice(coding.from.at, coding.to.at);
          assert.equal(plain(kept), lit, 'stored as lit');
          await until('underlined as lit', async () => (await reader.underlined('situation')).map(plain).includes(lit) || reader.underlined('situation'));
          expected.push(kept);
          await reader.press('Escape', 'Escape');
        });
      }
    }
    await close(page);
  });

  await t.test('and read again and exported as lit', async () => {
    const page = await open(browser, study);
    const reader = await read(page, study, 'U1');
    const painted = (await reader.underlined('situation')).map(plain);
    for (const words of expected) assert.ok(painted.includes(plain(words)), `${words} is painted after a reload`);
    await close(page);
    await study.stop();
    const listed = JSON.parse(study.run('codings', '--json'));
    const quotes = JSON.stringify(listed).normalize('NFC');
    for (const words of expected) assert.ok(quotes.includes(JSON.stringify(words).slice(1, -1).normalize('NFC')), `${words} is listed`);
    const table = study.exported('codings/U1.tsv');
    for (const words of expected) assert.ok(table.includes(words), `${words} is exported: ${table}`);
    // What is exported reads back to the same passages.
    const again = writtenStudy({ 'transcripts/U1.md': study.exported('transcripts/U1.md'), 'codings/U1.tsv': table });
    try {
      const told = JSON.stringify(JSON.parse(again.run('codings', '--json')));
      for (const words of expected) assert.ok(told.includes(JSON.stringify(words).slice(1, -1)), `${words} comes back`);
    } finally {
      await again.remove();
    }
  });

  await t.test('and so are two hundred passages drawn at random', async () => {
    const draw = drawn(20260624);
    const speeches = Array.from({ length: 40 }, () => Array.from({ length: 4 + draw(8) }, () => PIECES[draw(PIECES.length)]).join(' ').trim());
    const random = writtenStudy({ 'transcripts/R1.md': `---\nid: R1\nrespondent: Mme R.\n---\n\n${speeches.map((speech) => `**Mme R. :** ${speech}\n\n**Enquêtrice :** Oui.`).join('\n\n')}\n` });
    try {
      await random.serve();
      const page = await open(browser, random);
      const reader = await read(page, random, 'R1');
      const { version } = await reader.state();
      const made = [];
      for (let index = 0; index < 200; index += 1) {
        const turn = 2 * draw(speeches.length) + 1;
        const shown = await stored(page, turn);
        // Between any two characters as people see them, never within one: the server would widen it.
        const cuts = [...new Intl.Segmenter('fr').segment(shown)].filter(({ segment }) => segment.trim()).map(({ index, segment }) => [index, index + segment.length]);
        const [start, end] = [draw(cuts.length), draw(cuts.length)].sort((a, b) => a - b);
        made.push({ id: crypto.randomUUID(), turn, from: cuts[start][0], to: cuts[end][1], words: shown.slice(cuts[start][0], cuts[end][1]) });
      }
      for (const one of made) {
        const answer = await code(page, 'R1', version, one);
        // Drawn twice, the same passage is not coded twice.
        assert.ok(answer.codings?.length === 1 || answer.already?.length === 1, JSON.stringify({ one, answer }));
      }
      await reader.ready();
      const { codings } = await reader.state();
      for (const one of codings) assert.ok(made.some((drawn) => drawn.turn === one.from.turn && drawn.from === one.from.at && drawn.to === one.to.at), JSON.stringify(one));
      const again = await read(page, random, 'R1');
      const painted = new Set();
      for (let turn = 1; turn <= 2 * speeches.length; turn += 2) {
        await again.turn(turn).scrollIntoViewIfNeeded();
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        for (const words of await again.underlined('situation')) painted.add(plain(words));
      }
      // Three deep are underlined: what is drawn is one of those passages, whole.
      assert.ok(painted.size > 40, `${painted.size} passages are underlined`);
      for (const words of painted) assert.ok(made.some((one) => plain(one.words) === words), `underlined: ${words}`);
      await random.stop();
      const listed = random.run('codings', '--json');
      const quotes = plain(listed).normalize('NFC');
      const table = plain(random.exported('codings/R1.tsv'));
      for (const one of made) {
        const words = plain(one.words);
        assert.ok(quotes.includes(JSON.stringify(words).slice(1, -1).normalize('NFC')), `listed: ${words}`);
        assert.ok(table.includes(words), `exported: ${words}`);
      }
      await page.context().close();
    } finally {
      await random.remove();
    }
  });

  await t.test('a narrow no-break space is drawn narrower than a space', async () => {
    await study.serve();
    const page = await open(browser, study);
    const reader = await read(page, study, 'U1');
    const widths = await reader.turn(2).locator('p').first().evaluate(async (speech) => {
      await document.fonts.ready;
      const width = (text) => {
        const probe = document.createElement('span');
        probe.textContent = `n${text}n`;
        speech.append(probe);
        const found = probe.getBoundingClientRect().width;
        probe.remove();
        return found;
      };
      return { narrow: width('\u202f'), space: width(' '), none: width('') };
    });
    assert.ok(widths.narrow > widths.none + 0.5, `it has a width: ${JSON.stringify(widths)}`);
    assert.ok(widths.narrow < widths.space - 0.5, `narrower than a space: ${JSON.stringify(widths)}`);
    await close(page);
  });
});

// Words of every kind that shifts a position somewhere: beyond the first plane, of several scalars,
// composed and not, from right to left, with spaces of every width.
const PIECES = [
  'la honte', '😅', '👩‍👧‍👦', '👍🏽', '🏳️‍🌈', 'e\u0301te\u0301', 'à côté', 'שלום', 'السلام عليكم', '5\u202f000\u00a0€', 'vraiment\u202f?', 'non !', '« le guichet »',
  'l’aide', "j'ai", 'œuvre', '𝒜𝔹', '🇫🇷', 'na\u00efve', '[silence]', '(rires)', 'Ça va : bien ;', '한국어', 'ผู้หญิง', 'ﬁn', 'A\u030angstro\u0308m',
];

// A generator of whole numbers below a bound, from a seed (mulberry32).
function drawn(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
}

// Codes a passage through the page's own road.
function code(page, transcript, version, one) {
  return page.evaluate(async ({ transcript, version, one }) => {
    const answer = await fetch('/page/codings', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-propos-token': document.querySelector('meta[name=propos-token]').content },
      body: JSON.stringify({ operation: crypto.randomUUID(), transcript, version, passages: [{ from: { turn: one.turn, at: one.from }, to: { turn: one.turn, at: one.to } }], ids: [one.id], codes: ['isolement'], intensity: null, exact: true }),
    });
    return answer.json();
  }, { transcript, version, one });
}

// The speech as stored: what the page shows, its typographic spaces undone where the file has none.
async function stored(page, turn) {
  return page.evaluate((turn) => {
    const group = [...document.querySelectorAll('[role=group][aria-label]')].find((one) => new RegExp(`^Tour ${turn}\\b`).test(one.getAttribute('aria-label')));
    return group.querySelector('p').textContent;
  }, turn);
}

// Selects the words as a mouse does, but where lines of mixed direction make the path of a mouse
// depend on the machine's fonts: the browser's own selection stands for it, and the mouse lets go.
async function select(reader, turn, words) {
  const { page } = reader;
  const boxes = await reader.place(turn, words, true);
  if (/[\u0590-\u06ff]/.test(words)) {
    await page.evaluate(({ turn, words }) => {
      const group = [...document.querySelectorAll('[role=group][aria-label]')].find((one) => new RegExp(`^Tour ${turn}\\b`).test(one.getAttribute('aria-label')));
      const walker = document.createTreeWalker(group.querySelector('p'), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
      }
      const speech = group.querySelector('p');
      for (const kind of ['pointerup', 'mouseup']) {
        speech.dispatchEvent(new (kind === 'pointerup' ? PointerEvent : MouseEvent)(kind, { bubbles: true, pointerType: 'mouse' }));
      }
    }, { turn, words });
    await until('the words are lit', async () => (await reader.lit()) !== '' || 'nothing is lit');
    return;
  }
  assert.ok(boxes.length > 0);
  await reader.drag(turn, words, { exact: true });
}
