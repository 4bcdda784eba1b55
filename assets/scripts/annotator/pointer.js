// Selecting with the mouse and with fingers.
//
// Mouse: drag, the ends snap to words on release (Alt or Ctrl held: exact characters); double click
// a word, triple click the turn; a plain click opens the coding under it, again the next one below,
// else moves the reading bar. Touch: a tap lights the sentence, handles stretch it; a long press is
// the system's own selection; a tap elsewhere leaves.

import { snap, unitAt, whole } from "./passage.js";
import { compare, holds } from "./text.js";

/** A pointer that moved less than this has clicked, in pixels. */
const STILL = 5;

export class Pointer {
  constructor(desk) {
    this.desk = desk;
    const { root } = desk.ground;
    root.addEventListener("pointerdown", (event) => this.down(event));
    root.addEventListener("pointerup", (event) => setTimeout(() => this.up(event)));
    // A drag may end outside of the text.
    document.addEventListener("pointerup", (event) => {
      if (this.from && !root.contains(event.target)) setTimeout(() => this.up(event));
    });
    document.addEventListener("selectionchange", () => this.changed());
  }

  down(event) {
    if (event.button !== 0 || event.target.closest("button, textarea, a, .fix")) return;
    this.from = { x: event.clientX, y: event.clientY, touch: event.pointerType === "touch" };
    if (!event.shiftKey) this.desk.tell("press");
  }

  up(event) {
    const { from, desk } = this;
    this.from = null;
    if (desk.carried) {
      desk.carried = false;
      return;
    }
    if (event.button > 0) return;
    // What is selected may have been begun elsewhere than in the text.
    const drawn = desk.correcting ? null : desk.ground.selected();
    if (!from && !drawn) return;
    const free = event.altKey || event.ctrlKey || event.metaKey;
    if (drawn && !from?.touch) {
      this.take(drawn, free, event.detail, "mouse");
      return;
    }
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL) return;
    const point = desk.ground.pointAt(event.clientX, event.clientY);
    if (!point) desk.putOut();
    else if (event.shiftKey && desk.lit) this.reach(point);
    else if (from.touch) this.tap(point);
    else this.click(point);
  }

  /** Lights what the browser's selection drew, and takes that selection away. */
  take(drawn, free, clicks, by) {
    const { desk } = this;
    const turn = desk.interview.turn(drawn.from.turn);
    let passage;
    if (clicks >= 3) passage = desk.interview.whole(turn);
    else if (free) {
      passage = { from: whole(desk.interview, drawn.from, -1), to: whole(desk.interview, drawn.to, 1), exact: true };
    } else passage = snap(desk.interview, drawn);
    getSelection().removeAllRanges();
    desk.ground.root.focus({ preventScroll: true });
    if (passage && compare(passage.from, passage.to) < 0) desk.light(passage, by);
  }

  /** Shift and click stretch what is lit to the word clicked. */
  reach(point) {
    const { lit } = this.desk;
    const word = unitAt(this.desk.interview, "word", point);
    if (!word) return;
    const from = compare(word.from, lit.from) < 0 ? word.from : lit.from;
    const to = compare(word.from, lit.from) < 0 ? lit.to : word.to;
    this.desk.light({ from, to, anchor: lit.anchor, kind: lit.kind }, "mouse");
  }

  click(point) {
    const { desk } = this;
    const turn = desk.interview.turn(point.turn);
    desk.ground.root.focus({ preventScroll: true });
    const under = desk.codings.at(point).filter((coding) => desk.sees(coding));
    if (!under.length) {
      desk.putOut();
      desk.stand(turn);
      return;
    }
    const next = under[(under.indexOf(desk.open) + 1) % under.length];
    desk.show(next, "mouse");
  }

  tap(point) {
    const { desk } = this;
    if (desk.lit && !holds(desk.lit, point)) {
      desk.putOut();
      return;
    }
    // A tap on what is lit opens the palette again, for one more code.
    const sentence = desk.lit ?? unitAt(desk.interview, "sentence", point);
    if (sentence) desk.light(sentence, "touch");
  }

  /** A long press draws the system's selection; once it rests, it is ours. */
  changed() {
    clearTimeout(this.resting);
    if (this.desk.correcting || !matchMedia("(pointer:coarse)").matches) return;
    this.resting = setTimeout(() => {
      const drawn = this.desk.ground.selected();
      if (drawn) this.take(drawn, false, 1, "touch");
    }, 700);
  }
}
