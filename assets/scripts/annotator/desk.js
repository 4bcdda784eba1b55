// The desk: what is lit, which coding is open, which turn one reads; everything else listens to it.

import { compare } from "./text.js";

/** How many codes are remembered as just used. */
const RECENT = 6;
const PLACE = "propos-recent";

function store(codes) {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(codes));
  } catch {
    // Remembered for this page only.
  }
}

/** The codes used in this tab's earlier pages. */
export function recentCodes() {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
  } catch {
    return [];
  }
}

export class Desk {
  constructor({ ground, codings, codebook, say, coder, transcript, version, source }) {
    Object.assign(this, { ground, codings, codebook, say, coder, transcript, version, source });
    this.interview = ground.interview;
    this.lit = null;
    this.open = null;
    this.here = null;
    this.favourites = [];
    this.recent = [];
    this.hidden = new Set();
    this.names = new Map();
    this.listeners = new Map();
  }

  /** The code that Enter takes. */
  get last() {
    return this.recent[0] ?? null;
  }

  /** Remembers what was just put, the newest first. */
  set last(code) {
    if (code) this.recent = [code, ...this.recent.filter((known) => known !== code)].slice(0, RECENT);
    store(this.recent);
  }

  on(name, act) {
    const acts = this.listeners.get(name) ?? [];
    acts.push(act);
    this.listeners.set(name, acts);
  }

  tell(name, detail) {
    for (const act of this.listeners.get(name) ?? []) act(detail);
  }

  /** Lights a passage; `by` says how: "mouse", "touch", "keys" or "drag". */
  light(passage, by) {
    this.lit = passage;
    this.open = null;
    const turn = this.interview.turn(passage.from.turn);
    if (turn) this.stand(turn);
    this.tell("light", { by });
  }

  /** Puts the light out. */
  putOut() {
    if (!this.lit && !this.open) return;
    this.lit = null;
    this.open = null;
    this.tell("light", { by: null });
  }

  /** Opens a coding: its card, its handles. */
  show(coding, by) {
    this.lit = null;
    this.open = coding;
    const turn = this.interview.turn(coding.from.turn);
    if (turn) this.stand(turn);
    this.tell("light", { by });
  }

  /** Puts the reading bar beside a turn. */
  stand(turn) {
    if (this.here === turn) return;
    this.here?.element.classList.remove("here");
    this.here = turn;
    turn.element.classList.add("here");
    this.tell("here", turn);
  }

  /** What acts fall on: the lit words, else those of the open coding. */
  get passage() {
    return this.lit ?? this.open;
  }

  /** How a coder is called here. */
  nameOf(coder) {
    return coder === this.coder ? this.say("coder-you") : this.names.get(coder) ?? coder;
  }

  /** Whether a coding is to be seen: one's own, or of a coder who is not filtered out. */
  sees(coding) {
    return coding.coder === this.coder || !this.hidden.has(coding.coder);
  }

  /** The codings seen, in the order of the text. */
  seen() {
    return this.codings.sorted().filter((coding) => this.sees(coding));
  }

  /** Where an arrow begins when nothing is lit: the turn one reads. */
  start() {
    return { turn: (this.here ?? this.interview.turns[0]).number, at: 0 };
  }

  /** Whether my codings already hold this code on these very words. */
  placed(code, passage) {
    return this.codings
      .touching(passage)
      .find((c) => c.coder === this.coder && c.code === code && !compare(c.from, passage.from) && !compare(c.to, passage.to));
  }
}
