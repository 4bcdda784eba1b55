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
    Object.assign(this, { desk, view, names: new Map(), ranges: new Map(), hovered: null, depths: null });
    desk.on("window", () => this.draw());
    for (const name of ["codings", "filter"]) {
      desk.on(name, () => {
        this.depths = null;
        this.draw();
      });
    }
    desk.on("light", () => this.drawLight());
    desk.on("hover", (coding) => {
      this.hovered = coding;
      this.drawLight();
    });
  }

  /**
   * Puts these passages, and no others, under a name. What stands there already is left alone: a
   * highlight that is emptied and filled again has all its words painted again at each scroll.
   */
  set(name, passages, priority) {
    let highlight = this.names.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = priority;
      this.names.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    const before = this.ranges.get(name);
    const now = new Map();
    for (const passage of passages) {
      const { from, to } = passage;
      const place = `${from.turn}:${from.at}-${to.turn}:${to.at}`;
      if (now.has(place)) continue;
      const known = before?.get(place);
      // A turn that was corrected has other nodes.
      if (known?.every((range) => range.startContainer.isConnected && range.endContainer.isConnected)) {
        before.delete(place);
        now.set(place, known);
        continue;
      }
      const ranges = this.desk.ground.stretches(passage).map((stretch) => new StaticRange(stretch));
      for (const range of ranges) highlight.add(range);
      now.set(place, ranges);
    }
    for (const ranges of before?.values() ?? []) for (const range of ranges) highlight.delete(range);
    this.ranges.set(name, now);
  }

  /** The depth of each coding's underline, worked out again when codings or the filter change. */
  depthOf(coding) {
    if (!this.depths) {
      const { desk } = this;
      const all = desk.seen();
      const mine = all.filter((one) => one.coder === desk.coder);
      // A reader who has coded nothing here sees what others underlined.
      this.depths = assignDepths(mine.length ? mine : all);
    }
    return this.depths.get(coding.id);
  }

  draw() {
    const { desk } = this;
    const groups = new Map();
    for (const coding of this.view.codings()) {
      const depth = this.depthOf(coding);
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
