// The codings of the interview, mine and others', by turn and by identifier.

import { compare, holds, overlap } from "./text.js";

export class Codings {
  constructor() {
    this.all = new Map();
    this.byTurn = new Map();
    this.order = null;
  }

  get(id) {
    return this.all.get(id);
  }

  get size() {
    return this.all.size;
  }

  put(coding) {
    this.drop(coding.id);
    this.all.set(coding.id, coding);
    for (let turn = coding.from.turn; turn <= coding.to.turn; turn += 1) {
      if (!this.byTurn.has(turn)) this.byTurn.set(turn, new Set());
      this.byTurn.get(turn).add(coding);
    }
    this.order = null;
  }

  drop(id) {
    const coding = this.all.get(id);
    if (!coding) return null;
    this.all.delete(id);
    for (let turn = coding.from.turn; turn <= coding.to.turn; turn += 1) this.byTurn.get(turn)?.delete(coding);
    this.order = null;
    return coding;
  }

  replaceAll(codings) {
    this.all.clear();
    this.byTurn.clear();
    this.order = null;
    for (const coding of codings) this.put(coding);
  }

  /** All codings in the order of the text, longer ones first. */
  sorted() {
    this.order ??= [...this.all.values()].sort((a, b) => compare(a.from, b.from) || compare(b.to, a.to));
    return this.order;
  }

  /** The codings of turns numbered `first` to `last`. */
  within(first, last) {
    const found = new Set();
    for (let turn = first; turn <= last; turn += 1) for (const coding of this.byTurn.get(turn) ?? []) found.add(coding);
    return [...found];
  }

  /** The codings that share words with a passage. */
  touching(passage) {
    return this.within(passage.from.turn, passage.to.turn).filter((coding) => overlap(coding, passage));
  }

  /** The codings over a place, the shortest first. */
  at(point) {
    const found = [...(this.byTurn.get(point.turn) ?? [])].filter((coding) => holds(coding, point));
    const length = (c) => (c.to.turn - c.from.turn) * 1e6 + c.to.at - c.from.at;
    return found.sort((a, b) => length(a) - length(b));
  }
}
