// What can be lit, and how light moves: units (word, sentence, turn), stretching, snapping.
//
// A lit passage is { from, to, kind, anchor }: `anchor` is the unit where it began, from which Shift
// stretches and shrinks it.

import { compare } from "./text.js";

const SIZE = { word: 0, sentence: 1, turn: 2 };

const place = (turn, [a, b]) => ({ from: { turn: turn.number, at: a }, to: { turn: turn.number, at: b } });

/** Finds the first unit that `fits`, from a turn on, in a direction. */
function seek(interview, kind, number, step, fits) {
  for (let i = interview.index(number); i >= 0 && i < interview.turns.length; i += step) {
    const turn = interview.turns[i];
    const pieces = turn.pieces(kind);
    for (let j = step > 0 ? 0 : pieces.length - 1; j >= 0 && j < pieces.length; j += step) {
      const unit = place(turn, pieces[j]);
      if (fits(unit)) return unit;
    }
  }
  return null;
}

const lit = (unit, kind) => unit && { ...unit, kind, anchor: { from: unit.from, to: unit.to } };

/** The unit at a place: the one that holds it, else the next one, else the one before. */
export function unitAt(interview, kind, point) {
  const unit =
    seek(interview, kind, point.turn, 1, (u) => compare(u.to, point) > 0) ??
    seek(interview, kind, point.turn, -1, () => true);
  return lit(unit, kind);
}

/**
 * The unit that an arrow lights. Without light it is the one at `start`; in a lit unit of a larger
 * kind, the arrow goes inside: first sentence of the lit turn by →, last one by ←.
 */
export function step(interview, kind, direction, now, start) {
  if (!now) return unitAt(interview, kind, start);
  const inside = now.kind && SIZE[kind] < SIZE[now.kind];
  if (direction > 0) {
    const edge = inside ? now.from : now.to;
    const turn = kind === "turn" ? now.to.turn : edge.turn;
    const fits = kind === "turn" ? (u) => u.from.turn > turn : (u) => compare(u.from, edge) >= 0;
    return lit(seek(interview, kind, edge.turn, 1, fits), kind);
  }
  const edge = inside ? now.to : now.from;
  const turn = kind === "turn" ? now.from.turn : edge.turn;
  const fits = kind === "turn" ? (u) => u.to.turn < turn : (u) => compare(u.to, edge) <= 0;
  return lit(seek(interview, kind, edge.turn, -1, fits), kind);
}

/** Stretches what is lit by one unit, or shrinks it back towards where it began. */
export function stretch(interview, kind, direction, now) {
  const anchor = now.anchor ?? now;
  let { from, to } = now;
  if (direction > 0) {
    if (compare(from, anchor.from) < 0) {
      const next = seek(interview, kind, from.turn, 1, (u) => compare(u.from, from) > 0);
      from = next && compare(next.from, anchor.from) < 0 ? next.from : anchor.from;
    } else {
      to = seek(interview, kind, to.turn, 1, (u) => compare(u.to, to) > 0)?.to ?? to;
    }
  } else if (compare(to, anchor.to) > 0) {
    const back = seek(interview, kind, to.turn, -1, (u) => compare(u.to, to) < 0);
    to = back && compare(back.to, anchor.to) > 0 ? back.to : anchor.to;
  } else {
    from = seek(interview, kind, from.turn, -1, (u) => compare(u.from, from) < 0)?.from ?? from;
  }
  return { from, to, kind, anchor };
}

/** Moves one end by a word or a character; the other end is never crossed. */
export function moveEnd(interview, passage, end, direction, kind) {
  const ends = { from: passage.from, to: passage.to };
  const at = ends[end];
  // A mark beyond the last word, or before the first, goes with that word.
  const kept = end === "to" ? seek(interview, "word", at.turn, -1, (u) => compare(u.to, at) <= 0) : seek(interview, "word", at.turn, 1, (u) => compare(u.from, at) >= 0);
  const inward = (end === "to") === (direction < 0);
  const edge = inward && kept ? kept[end] : at;
  const beyond = (point) => direction * compare(point, edge) > 0;
  let found;
  if (kind === "character") {
    const turn = interview.turn(at.turn);
    const next = grapheme(turn.text, at.at, direction);
    if (next !== null) found = { turn: at.turn, at: next };
  } else {
    found = seek(interview, "word", at.turn, direction, (u) => beyond(u[end]))?.[end];
  }
  if (found && (end === "from" ? compare(found, ends.to) < 0 : compare(ends.from, found) < 0)) ends[end] = found;
  return ends;
}

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function grapheme(text, at, direction) {
  if (direction > 0 ? at >= text.length : at <= 0) return null;
  const piece = characters.segment(text).containing(direction > 0 ? at : at - 1);
  return direction > 0 ? piece.index + piece.segment.length : piece.index;
}

/** Brings a place between two characters as people see them. */
export function whole(interview, point, direction) {
  const turn = interview.turn(point.turn);
  if (!turn || point.at <= 0 || point.at >= turn.text.length) return point;
  const piece = characters.segment(turn.text).containing(point.at);
  if (piece.index === point.at) return point;
  return { turn: point.turn, at: direction > 0 ? piece.index + piece.segment.length : piece.index };
}

/** Snaps a roughly drawn passage to words; none when it holds no word. */
export function snap(interview, passage) {
  const from = snapStart(interview, passage.from);
  const to = snapEnd(interview, passage.to, from);
  return from && to && compare(from, to) < 0 ? { from, to } : null;
}

function snapStart(interview, point) {
  const unit = seek(interview, "word", point.turn, 1, (u) => compare(u.to, point) > 0);
  if (!unit) return null;
  const word = unit.from;
  const text = interview.turn(word.turn).text;
  const drawn = word.turn === point.turn ? point.at : 0;
  // An opening mark that was drawn over is kept with the word it opens.
  const opening = /[«“"([—–][\s«“"([]*$/u.exec(text.slice(drawn, Math.max(drawn, word.at)));
  return opening ? { turn: word.turn, at: Math.max(drawn, word.at) - opening[0].length } : word;
}

function snapEnd(interview, point, from) {
  const unit = seek(interview, "word", point.turn, -1, (u) => compare(u.from, point) < 0);
  if (!unit || !from) return null;
  const turn = interview.turn(unit.to.turn);
  const end = unit.to.at;
  const drawn = unit.to.turn === point.turn ? Math.max(point.at, end) : turn.text.length;
  const kept = /^[\s.!?…»”)\]]*[.!?…»”)\]]/u.exec(turn.text.slice(end, drawn));
  const at = kept ? end + kept[0].length : end;
  const sentence = turn.sentences.find(([a, b]) => a <= end && end <= b);
  // The full stop goes with a sentence that is taken from its beginning, however far back.
  const begun = interview.turn(from.turn).sentences.some(([a]) => a === from.at);
  const last = sentence && turn.words.filter(([, b]) => b <= sentence[1]).pop();
  return { turn: turn.number, at: begun && last?.[1] === end ? Math.max(at, sentence[1]) : at };
}
