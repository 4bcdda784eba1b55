// Where others read: « N lit ici » beside the turn, and a dotted line under what they have lit.

import { write } from "../api.js";
import { h } from "./dom.js";

/** Told at most this often; forgotten when nothing was heard for so long, in milliseconds. */
const EVERY = 1000;
const STALE = 60_000;
/** Turns lower than this, in pixels, have one line beside their number. */
const LOW = 74;

export class Presence {
  constructor(desk, highlights) {
    Object.assign(this, { desk, highlights, others: new Map(), told: 0 });
    desk.on("presence", (presence) => this.hear(presence));
    desk.on("filter", () => this.draw());
    desk.on("text", () => this.draw());
    for (const name of ["here", "light"]) desk.on(name, () => this.tell());
  }

  hear(presence) {
    const { desk } = this;
    if (presence.coder === desk.coder || desk.blind) return;
    clearTimeout(this.others.get(presence.coder)?.timer);
    const timer = setTimeout(() => {
      this.others.delete(presence.coder);
      this.draw();
    }, STALE);
    if (presence.transcript === desk.transcript) this.others.set(presence.coder, { ...presence, timer });
    else this.others.delete(presence.coder);
    this.draw();
  }

  draw() {
    const { desk } = this;
    for (const flag of desk.ground.root.querySelectorAll(".peerflag")) flag.remove();
    const passages = [];
    for (const { coder, turn, from, to } of this.others.values()) {
      const shown = desk.interview.turn(turn);
      if (!shown || desk.hidden.has(coder)) continue;
      const name = desk.nameOf(coder);
      const initial = name.charAt(0).toUpperCase() + (/\d$/.exec(name)?.[0] ?? "");
      // A short turn has room for the initial only.
      const words = shown.element.offsetHeight > LOW ? h("span", {}, desk.say("reads-here")) : null;
      shown.element.append(h("span", { class: "peerflag", title: name, "aria-hidden": "true" }, h("span", { class: "who other" }, initial), words));
      if (from?.turn && to?.turn) passages.push({ from, to });
    }
    this.highlights.drawPeer(passages);
  }

  /** Says where we read, now or when a second has passed. */
  tell() {
    if (this.timer) return;
    const wait = Math.max(0, this.told + EVERY - Date.now());
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.told = Date.now();
      const { desk } = this;
      if (!desk.here) return;
      const { from, to } = desk.lit ?? { from: null, to: null };
      write(`/page/transcripts/${encodeURIComponent(desk.transcript)}/presence`, "PUT", { turn: desk.here.number, from, to }).catch(() => {});
    }, wait);
  }
}
