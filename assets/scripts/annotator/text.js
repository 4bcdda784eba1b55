// The interview as the annotator thinks of it: numbered turns, each with its stored text.
//
// A place is { turn, at }: `at` counts UTF-16 units of that turn's speech as stored. The page shows
// narrow no-break spaces where French wants them, one unit for one unit, so that shown and stored
// places are the same number. Words and sentences are cut when first asked for.

import { sentences, trimmed, words } from "./segment.js";

/** Orders two places. */
export function compare(a, b) {
  return a.turn - b.turn || a.at - b.at;
}

/** Tells whether two passages share at least one character. */
export function overlap(a, b) {
  return compare(a.from, b.to) < 0 && compare(b.from, a.to) < 0;
}

/** Tells whether two passages are the same. */
export function same(a, b) {
  return compare(a.from, b.from) === 0 && compare(a.to, b.to) === 0;
}

/** Tells whether a place stands inside a passage. */
export function holds(passage, point) {
  return compare(passage.from, point) <= 0 && compare(point, passage.to) < 0;
}

/** One turn: its stored text and its pieces. */
export class Turn {
  constructor({ number, text, respondent = true, speaker = "", lang = "fr" }) {
    Object.assign(this, { number, text, respondent, speaker, lang });
  }

  get words() {
    this.cutWords ??= words(this.text, this.lang);
    return this.cutWords;
  }

  get sentences() {
    this.cutSentences ??= sentences(this.text, this.lang);
    return this.cutSentences;
  }

  /** The speech without blanks and times at its ends; empty for a turn without words. */
  get whole() {
    this.cutWhole ??= [trimmed(this.text, 0, this.text.length)].filter(Boolean);
    return this.cutWhole;
  }

  /** The pieces of one kind: "word", "sentence" or "turn". */
  pieces(kind) {
    if (kind === "word") return this.words;
    return kind === "sentence" ? this.sentences : this.whole;
  }

  /** Gives the turn another text. */
  retell(text) {
    this.text = text;
    this.cutWords = this.cutSentences = this.cutWhole = undefined;
  }
}

/** All turns of an interview, in order. */
export class Interview {
  constructor(turns) {
    this.replace(turns);
  }

  replace(turns) {
    this.turns = turns;
    this.places = new Map(turns.map((turn, index) => [turn.number, index]));
  }

  index(number) {
    return this.places.get(number) ?? -1;
  }

  turn(number) {
    return this.turns[this.index(number)];
  }

  /** Brings a place inside the text. */
  clamp(point) {
    const first = this.turns[0];
    const last = this.turns[this.turns.length - 1];
    if (!first) return { turn: 1, at: 0 };
    if (point.turn < first.number) return { turn: first.number, at: 0 };
    if (point.turn > last.number) return { turn: last.number, at: last.text.length };
    const turn = this.turn(point.turn) ?? first;
    return { turn: turn.number, at: Math.max(0, Math.min(point.at, turn.text.length)) };
  }

  /** Calls `see(turn, from, to)` for each turn that a passage touches. */
  each(passage, see) {
    const to = this.index(passage.to.turn);
    for (let i = this.index(passage.from.turn); i >= 0 && i <= to; i += 1) {
      const turn = this.turns[i];
      const a = turn.number === passage.from.turn ? passage.from.at : 0;
      const b = turn.number === passage.to.turn ? passage.to.at : turn.text.length;
      if (b >= a) see(turn, a, Math.min(b, turn.text.length));
    }
  }

  /** The words of a passage as stored; turns are parted by a line end. */
  stored(passage) {
    const said = [];
    this.each(passage, (turn, a, b) => said.push(turn.text.slice(a, b)));
    return said.join("\n");
  }

  /** Counts the whole or cut words of a passage. */
  wordCount(passage) {
    let count = 0;
    this.each(passage, (turn, a, b) => {
      if (b > a) for (const [from, to] of turn.words) if (from < b && to > a) count += 1;
    });
    return count;
  }

  /** A turn as a passage; none for a turn without words. */
  whole(turn) {
    const piece = turn?.whole[0];
    return piece ? { from: { turn: turn.number, at: piece[0] }, to: { turn: turn.number, at: piece[1] } } : null;
  }
}
