// Words and sentences of a speech, cut as the server cuts them (src/text/boundary.rs).
//
// The rules are Unicode's (UAX 29), by `Intl.Segmenter`; sentences are mended where those rules know
// no French: closing guillemets after a blank, ellipses, « M. ». Places count UTF-16 units.

const segmenters = new Map();

function segmenter(lang, granularity) {
  const name = `${lang}/${granularity}`;
  if (!segmenters.has(name)) segmenters.set(name, new Intl.Segmenter(lang, { granularity }));
  return segmenters.get(name);
}

/** A time of the recording, as transcripts write it: neither a word nor a sentence. */
const TIMECODE = /\[(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?\]/g;

/** Lists the places of times inside a text. */
export function timecodes(text) {
  return text.includes("[") ? [...text.matchAll(TIMECODE)].map((m) => [m.index, m.index + m[0].length]) : [];
}

const inside = ([from, to], holes) => holes.some(([a, b]) => from >= a && to <= b);

/** Lists the words: stretches with a letter or a digit. « l’aide » and « enquêté·e » are one word. */
export function words(text, lang = "fr") {
  const holes = timecodes(text);
  const found = [];
  for (const piece of segmenter(lang, "word").segment(text)) {
    if (!/[\p{Alphabetic}\p{N}]/u.test(piece.segment)) continue;
    const place = [piece.index, piece.index + piece.segment.length];
    if (!inside(place, holes)) found.push(place);
  }
  return found;
}

/** Titles whose full stop ends no sentence. */
const TITLES = new Set(["M", "MM", "Me", "Dr", "Pr", "Mr", "Mrs", "Ms", "St"]);

function afterClosing(text, from) {
  const skipped = /^(?:[»”)\]]|(?!\n)\s)*/u.exec(text.slice(from));
  return from + skipped[0].length;
}

function opensSentence(rest) {
  const first = /^[«“"—–\-\s]*(.)/su.exec(rest);
  return first !== null && /\p{Lu}/u.test(first[1]);
}

function continues(before, after) {
  if (before.endsWith("\n")) return false;
  const said = before.trimEnd();
  if (/[»”…!?)\]]$/u.test(said) && /^\p{Ll}/u.test(after)) return true;
  if (!said.endsWith(".")) return false;
  return TITLES.has(/[\p{L}\p{N}]*$/u.exec(said.slice(0, -1))[0]);
}

/** Lists the sentences without the blanks and times round them; a line end always ends one. */
export function sentences(text, lang = "fr") {
  const starts = new Set();
  for (const piece of segmenter(lang, "sentence").segment(text)) {
    const closes = /^[»”)\]]/u.test(text.slice(piece.index, piece.index + 1));
    starts.add(closes ? afterClosing(text, piece.index) : piece.index);
  }
  for (const mark of text.matchAll(/…/g)) {
    const start = afterClosing(text, mark.index + 1);
    if (start > mark.index + 1 && opensSentence(text.slice(start))) starts.add(start);
  }
  const bounds = [...starts]
    .sort((a, b) => a - b)
    .filter((start) => start === 0 || !continues(text.slice(Math.max(0, start - 40), start), text.slice(start, start + 2)));
  bounds.push(text.length);
  const holes = timecodes(text);
  const found = [];
  for (let i = 0; i + 1 < bounds.length; i += 1) {
    const place = trimmed(text, bounds[i], bounds[i + 1], holes);
    if (place) found.push(place);
  }
  return found;
}

/** Takes blanks and times off both ends of a stretch; none when nothing is left. */
export function trimmed(text, from, to, holes = timecodes(text)) {
  let [a, b] = [from, to];
  for (let moved = true; moved && a < b; ) {
    moved = false;
    while (a < b && /\s/u.test(text[a])) [a, moved] = [a + 1, true];
    while (a < b && /\s/u.test(text[b - 1])) [b, moved] = [b - 1, true];
    for (const [start, end] of holes) {
      if (start === a && end <= b) [a, moved] = [end, true];
      else if (end === b && start >= a) [b, moved] = [start, true];
    }
  }
  return a < b ? [a, b] : null;
}
