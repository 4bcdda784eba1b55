// What others do, and what the server knows of us: events of the log, changes since an operation,
// a text that was corrected meanwhile. Nothing of it moves the view.

import { coder, read } from "../api.js";
import { restyle } from "../colours.js";
import { afterQuiet } from "./dom.js";

export class Changes {
  constructor(desk) {
    Object.assign(this, { desk, known: 0 });
    this.soon = afterQuiet(40, () => this.refresh().catch(() => {}));
  }

  /** Listens to the log. */
  listen() {
    const events = new EventSource(`/page/events?since=${this.known}`);
    events.addEventListener("operation", (event) => {
      const change = JSON.parse(event.data);
      if (change.number <= this.known) return;
      const mine = (change.transcripts ?? []).includes(this.desk.transcript);
      if (/^(code|theme|codebook|import|undo|redo|merge|split)/.test(change.kind)) this.codebookLater();
      if (mine || !change.transcripts?.length || /undo|redo/.test(change.kind)) this.soon();
    });
    events.addEventListener("presence", (event) => this.desk.tell("presence", JSON.parse(event.data)));
    events.addEventListener("open", () => {
      this.desk.tell("server", { away: false });
      // What happened while nobody listened.
      if (this.lost) this.soon();
      this.lost = false;
    });
    events.addEventListener("error", () => {
      this.lost = true;
      this.desk.tell("server", { away: true });
      if (events.readyState === EventSource.CLOSED) setTimeout(() => this.listen(), 2000);
    });
    addEventListener("pagehide", () => events.close());
    this.codebookLater = afterQuiet(120, () => this.readCodebook().catch(() => {}));
  }

  async readCodebook() {
    const { codebook } = this.desk;
    const colours = () => codebook.themes.map((theme) => `${theme.id} ${theme.colour}`).join();
    const before = colours();
    codebook.read(await read("/page/codebook"));
    if (before !== colours()) restyle(() => this.desk.tell("codebook"));
    this.desk.tell("codebook");
  }

  /** Takes what changed since the last look. */
  async refresh() {
    const { desk } = this;
    const address = `/page/transcripts/${encodeURIComponent(desk.transcript)}/changes?since=${this.known}`;
    const answer = await read(address);
    this.known = Math.max(this.known, answer.operation);
    if (answer.version !== desk.version) {
      await this.reread(answer.version);
      return;
    }
    this.take(answer);
  }

  take({ codings = [], gone = [], memos = [], memos_gone: memosGone = [] }) {
    const { desk } = this;
    const quiet = [];
    for (const id of gone) {
      const coding = desk.codings.drop(id);
      if (coding && desk.open === coding) desk.putOut();
    }
    for (const coding of codings) {
      const before = desk.codings.get(coding.id);
      if (!before && coding.coder !== desk.coder) quiet.push(coding.id);
      // What I am about to send goes before what the server knew.
      if (before?.pending && before.coder === coder()) continue;
      desk.codings.put(coding);
      if (before && desk.open === before) {
        desk.open = coding;
        desk.tell("open", coding);
      }
    }
    if (codings.length || gone.length) desk.tell("codings", { ids: codings.map((coding) => coding.id), quiet });
    if (memos.length || memosGone.length) desk.tell("memos", { memos, gone: memosGone });
  }

  /** The server carried a passage over to a newer text: this page follows. */
  followed() {
    this.soon();
  }

  /** Puts the turns of a newer version in place of those that differ, and what is lit follows. */
  async reread(version) {
    const { desk } = this;
    const [page, state] = await Promise.all([
      read(`/transcripts/${encodeURIComponent(desk.transcript)}`),
      read(`/page/transcripts/${encodeURIComponent(desk.transcript)}/state`),
    ]);
    const fresh = new DOMParser().parseFromString(page, "text/html").getElementById("text");
    const changed = replaceTurns(desk.ground.root, fresh);
    const lit = desk.lit;
    const words = lit && desk.interview.stored(lit);
    desk.version = version;
    desk.ground.read();
    desk.codings.replaceAll(state.codings);
    this.known = state.operation;
    desk.here = desk.here && desk.interview.turn(desk.here.number);
    desk.here?.element.classList.add("here");
    if (lit) this.follow(lit, words);
    desk.tell("text");
    desk.tell("codings", { ids: [] });
    if (changed.length && !desk.ownCorrection) {
      const key = lit ? "text-corrected-follow" : "text-corrected";
      desk.tell("said", { text: desk.say(key, { turn: changed[0], count: changed.length }) });
    }
    desk.ownCorrection = false;
  }

  /** Finds the lit words again in the new text, near where they were; else puts the light out. */
  follow(lit, words) {
    const { desk } = this;
    for (const shift of [0, 1, -1, 2, -2]) {
      const turn = desk.interview.turn(lit.from.turn + shift);
      const at = turn?.text.indexOf(words) ?? -1;
      if (at >= 0) {
        desk.light({ from: { turn: turn.number, at }, to: { turn: turn.number, at: at + words.length } }, "again");
        return;
      }
    }
    desk.putOut();
  }
}

/** Replaces the elements that differ; returns the numbers of the turns that did. */
function replaceTurns(root, fresh) {
  const kept = root.querySelector(".by-keys");
  const same = (a, b) => a && b && a.id === b.id && a.textContent === b.textContent && a.className.replace(/ ?here/, "") === b.className;
  const old = [...root.querySelectorAll(".turn, .part")];
  const next = [...fresh.querySelectorAll(".turn, .part")].map((element) => document.adoptNode(element));
  const changed = [];
  next.forEach((element, i) => {
    if (same(old[i], element)) next[i] = old[i];
    else if (element.dataset.n) changed.push(Number(element.dataset.n));
  });
  root.replaceChildren(...(kept ? [kept] : []), ...next);
  return changed;
}
