// The place to resume and the turns read; the section of the outline one is in.

import { $, afterQuiet } from "./dom.js";

/** A turn that stayed on the screen so long was read; the server is told at most so often, in ms. */
const DWELL = 1500;
const EVERY = 5000;

export class Reading {
  constructor(desk, view, { read = [] } = {}) {
    Object.assign(this, { desk, view, read: new Set(), told: 0, moved: false });
    for (const [from, to] of read) for (let turn = from; turn <= to; turn += 1) this.read.add(turn);
    this.links = [...document.querySelectorAll("#plan a")];
    this.rest = afterQuiet(DWELL, () => this.dwell());
    desk.on("scroll", () => {
      this.outline();
      this.rest();
    });
    desk.on("here", () => this.later());
    addEventListener("pagehide", () => this.send(true));
    this.rest();
  }

  /** What has rested on the screen was read. */
  dwell() {
    const { turns } = this.desk.interview;
    const [first, last] = [this.view.first, this.view.last];
    let fresh = false;
    for (const turn of turns) {
      if (turn.number < first || turn.number > last || this.read.has(turn.number)) continue;
      const box = turn.element.getBoundingClientRect();
      if (box.bottom > innerHeight + 20) continue;
      this.read.add(turn.number);
      fresh = true;
    }
    if (fresh) this.later();
  }

  later() {
    this.moved = true;
    if (this.timer) return;
    this.timer = setTimeout(() => this.send(), Math.max(0, this.told + EVERY - Date.now()));
  }

  send(leaving = false) {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.moved) return;
    this.moved = false;
    this.told = Date.now();
    const turn = this.desk.here?.number ?? this.view.first;
    if (!turn) return;
    const token = document.querySelector('meta[name="propos-token"]')?.content ?? "";
    fetch(`/page/transcripts/${encodeURIComponent(this.desk.transcript)}/place`, {
      method: "PUT", keepalive: leaving, headers: { "content-type": "application/json", "x-propos-token": token },
      body: JSON.stringify({ turn, read: runs(this.read) }),
    }).catch(() => {});
  }

  outline() {
    const edge = this.view.top + 40;
    let current = this.links[0];
    for (const link of this.links) {
      const heading = document.getElementById(link.hash.slice(1));
      if (heading && heading.getBoundingClientRect().top < edge) current = link;
    }
    if (!current || current === this.current) return;
    this.current?.removeAttribute("aria-current");
    current.setAttribute("aria-current", "true");
    this.current = current;
    const plan = $("#plan");
    const left = current.offsetLeft - plan.offsetLeft;
    if (left < plan.scrollLeft || left + current.offsetWidth > plan.scrollLeft + plan.clientWidth) plan.scrollLeft = left - 16;
  }
}

/** Writes numbers as runs: 1, 2, 3, 7 → [[1, 3], [7, 7]]. */
export function runs(numbers) {
  const found = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
