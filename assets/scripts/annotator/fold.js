// Folding of words for search, and the rank of code names under a few typed letters.
//
// A query finds a name whatever its accents, capitals and apostrophes: « sp » finds « Soutien des
// proches », « oe » finds « œuvre ». Matched letters are given back as places in the name as written.

/** Folds a text, and tells for each folded unit which unit of the text it came from. */
export function folded(text) {
  let out = "";
  const at = [];
  for (let from = 0; from < text.length; ) {
    const unit = String.fromCodePoint(text.codePointAt(from));
    const plain = unit
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/œ/g, "oe")
      .replace(/æ/g, "ae")
      .replace(/[’'‘ʼ\u00a0\u202f-]/g, " ");
    for (let i = 0; i < plain.length; i += 1) at.push(from);
    out += plain;
    from += unit.length;
  }
  at.push(text.length);
  return { text: out, at };
}

/** Folds a text. */
export function fold(text) {
  return folded(text).text;
}

/** Ranks of a match, best first. `ORDER` is looked at only when nothing better is found. */
export const RANK = { NAME: 0, WORD: 1, INITIALS: 2, INSIDE: 3, ORDER: 4 };

function wordStarts(name) {
  const starts = [];
  for (const word of name.matchAll(/[\p{L}\p{N}]+/gu)) starts.push({ at: word.index });
  return starts;
}

/** Initials in order, from the first word on; small words may be passed over (« sp »). */
function initials(name, query, starts) {
  const letters = [...query];
  const marks = [];
  for (const { at } of starts) {
    if (name[at] === letters[marks.length]) marks.push([at, at + 1]);
    else if (!marks.length) return null;
  }
  return letters.length > 1 && marks.length === letters.length ? marks : null;
}

function inOrder(name, query) {
  const marks = [];
  let from = 0;
  for (const letter of query.replace(/ /g, "")) {
    const at = name.indexOf(letter, from);
    if (at < 0) return null;
    marks.push([at, at + 1]);
    from = at + 1;
  }
  return marks;
}

/** Matches one folded name; none when the query is not found in it. */
export function match(name, query) {
  if (!query) return { rank: RANK.NAME, marks: [] };
  const whole = (rank, at) => ({ rank, marks: [[at, at + query.length]] });
  if (name.startsWith(query)) return whole(RANK.NAME, 0);
  const starts = wordStarts(name);
  const word = starts.find((start) => name.startsWith(query, start.at));
  if (word) return whole(RANK.WORD, word.at);
  const first = initials(name, query, starts);
  if (first) return { rank: RANK.INITIALS, marks: first };
  const inside = name.indexOf(query);
  if (inside >= 0) return whole(RANK.INSIDE, inside);
  const letters = query.length > 1 ? inOrder(name, query) : null;
  return letters && { rank: RANK.ORDER, marks: letters };
}

/**
 * Ranks things that have a `title` under a query as typed: [{ item, rank, marks }], best first, in
 * their own order inside a rank. Letters merely in order count only when nothing else is found.
 */
export function rank(items, typed) {
  const query = fold(typed).trim();
  const found = [];
  for (const item of items) {
    const name = folded(item.title);
    const hit = match(name.text, query);
    if (hit) {
      const marks = hit.marks.map(([from, to]) => [name.at[from], name.at[to]]);
      found.push({ item, rank: hit.rank, marks });
    }
  }
  const close = found.filter((hit) => hit.rank < RANK.ORDER);
  return (close.length ? close : found).sort((a, b) => a.rank - b.rank);
}
