// Underlines and light in the text, by the CSS Custom Highlight API, for the window in view only.
//
// Names: `t<theme>-<depth>` (underlines at three depths), `hover-t<theme>`, `hand` (what is lit),
// `notation` ([silence]), `peer` (what somebody else has lit).

import { assignDepths } from "./lanes.js";

const PRIORITY = { hand: 20, hover: 10, peer: 4, notation: 1 };
const DEPTHS = 3;

/** Whether the browser draws highlights; else spans.js does. */
export const canHighlight = typeof CSS !== "undefined" && "highlights" in CSS;

export class Highlights {
  constructor(desk, view) {
    Object.assign(this, { desk, view, names: new Map(), hovered: null });
    desk.on("window", () => this.draw());
    desk.on("codings", () => this.draw());
    desk.on("filter", () => this.draw());
    desk.on("light", () => this.drawLight());
    desk.on("hover", (coding) => {
      this.hovered = coding;
      this.drawLight();
    });
  }

  set(name, passages, priority) {
    let highlight = this.names.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = priority;
      this.names.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    highlight.clear();
    for (const passage of passages) {
      for (const stretch of this.desk.ground.stretches(passage)) highlight.add(new StaticRange(stretch));
    }
  }

  draw() {
    const { desk } = this;
    const all = desk.seen();
    const mine = all.filter((coding) => coding.coder === desk.coder);
    // A reader who has coded nothing here sees what others underlined.
    const depths = assignDepths(mine.length ? mine : all);
    const groups = new Map();
    for (const coding of this.view.codings()) {
      const depth = depths.get(coding.id);
      if (depth === undefined || depth >= DEPTHS) continue;
      const name = `t${desk.codebook.look(coding.code).t}-${depth}`;
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(coding);
    }
    for (const name of this.names.keys()) if (/^t\d+-\d$/.test(name) && !groups.has(name)) this.set(name, [], 0);
    for (const [name, passages] of groups) this.set(name, passages, DEPTHS - Number(name.slice(-1)));
    this.drawNotation();
    this.drawLight();
  }

  drawLight() {
    const { desk } = this;
    this.set("hand", desk.lit ? [desk.lit] : [], PRIORITY.hand);
    const hover = desk.open ?? (desk.lit ? null : this.hovered);
    const name = hover && `hover-t${desk.codebook.look(hover.code).t}`;
    for (const known of this.names.keys()) if (known.startsWith("hover-") && known !== name) this.set(known, [], 0);
    if (hover) this.set(name, [hover], PRIORITY.hover);
  }

  /** [silence], (elle sourit): what happens, quieter than what is said. */
  drawNotation() {
    const passages = [];
    const { first, last } = this.view.window;
    for (let number = first; number <= last; number += 1) {
      const turn = this.desk.interview.turn(number);
      if (!turn || !/[[(]/.test(turn.text)) continue;
      for (const note of turn.text.matchAll(/\[[^\]\n]{1,40}\]|\((?:elle|il|rires?|silence|soupir)[^)\n]{0,40}\)/gu)) {
        passages.push({ from: { turn: number, at: note.index }, to: { turn: number, at: note.index + note[0].length } });
      }
    }
    this.set("notation", passages, PRIORITY.notation);
  }

  drawPeer(passages) {
    this.set("peer", passages, PRIORITY.peer);
  }
}
