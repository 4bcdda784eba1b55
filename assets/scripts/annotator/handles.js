// Two bars with a dot at the ends of what is lit or open: dragged by mouse or finger.

import { $, framed, h } from "./dom.js";
import { snap, whole } from "./passage.js";
import { compare, same } from "./text.js";

/** How far from the pointer the text is looked for, so that a finger does not hide it. */
const LIFT = 14;

export class Handles {
  constructor(desk) {
    Object.assign(this, { desk, sheet: $("#sheet") });
    this.bars = {
      from: h("button", { type: "button", class: "hd a", tabindex: "-1", "aria-hidden": "true", hidden: true }),
      to: h("button", { type: "button", class: "hd b", tabindex: "-1", "aria-hidden": "true", hidden: true }),
    };
    for (const [end, bar] of Object.entries(this.bars)) {
      this.sheet.append(bar);
      bar.addEventListener("pointerdown", (event) => this.take(event, end));
    }
    const soon = framed(() => this.measure());
    for (const name of ["light", "window", "codings", "filter"]) desk.on(name, soon);
  }

  /** Whether the ends of what is open may be moved: lit words and one's own codings. */
  get passage() {
    const { desk } = this;
    if (desk.lit) return desk.lit;
    return desk.open && desk.open.coder === desk.coder ? desk.open : null;
  }

  draw(passage) {
    this.measure(passage)();
  }

  /** Finds where the bars belong; returns what puts them there. */
  measure(passage = this.passage) {
    const { ground } = this.desk;
    const first = passage && ground.edge(passage.from, 1);
    const last = passage && ground.edge(passage.to, -1);
    if (!first || !last) return () => this.hide(true);
    const base = this.sheet.getBoundingClientRect();
    return () => {
      this.hide(false);
      this.put(this.bars.from, first.left - base.left, first.top - base.top - 1);
      this.put(this.bars.to, last.right - base.left, last.bottom - base.top + 1);
    };
  }

  hide(hidden) {
    for (const bar of Object.values(this.bars)) if (bar.hidden !== hidden) bar.hidden = hidden;
  }

  put(bar, x, y) {
    bar.style.left = `${x}px`;
    bar.style.top = `${y}px`;
  }

  take(event, end) {
    const held = this.passage;
    if (!held) return;
    event.preventDefault();
    const bar = this.bars[end];
    bar.setPointerCapture(event.pointerId);
    this.desk.tell("drag", { held: true });
    let now = { from: held.from, to: held.to };
    const move = (moved) => {
      bar.style.pointerEvents = "none";
      const point = this.desk.ground.pointAt(moved.clientX, moved.clientY + (end === "from" ? LIFT : -LIFT));
      bar.style.pointerEvents = "";
      if (!point) return;
      const drawn = { ...held, [end]: point };
      if (compare(drawn.from, drawn.to) >= 0) return;
      const free = moved.altKey || moved.ctrlKey;
      now = free ? { ...drawn, [end]: whole(this.desk.interview, point, end === "to" ? 1 : -1), exact: true } : snap(this.desk.interview, drawn) ?? now;
      this.desk.tell("ends", { from: now.from, to: now.to });
      this.draw(now);
    };
    const drop = () => {
      bar.removeEventListener("pointermove", move);
      bar.removeEventListener("pointerup", drop);
      bar.removeEventListener("pointercancel", drop);
      this.desk.tell("drag", { held: false });
      if (same(now, held)) this.desk.tell("light", { by: event.pointerType });
      else this.desk.tell("bounds", { passage: now, by: event.pointerType });
    };
    bar.addEventListener("pointermove", move);
    bar.addEventListener("pointerup", drop);
    bar.addEventListener("pointercancel", drop);
  }
}
