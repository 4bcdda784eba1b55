// What is in view: the turns on the screen, and the wider window that is kept drawn.

import { $, perFrame } from "./dom.js";

export class View {
  constructor(desk) {
    this.desk = desk;
    this.window = { first: 1, last: 0 };
    this.look = perFrame(() => this.seen());
    addEventListener("scroll", this.look, { passive: true });
    addEventListener("resize", () => this.redraw());
    document.fonts?.addEventListener("loadingdone", () => this.redraw());
    new ResizeObserver(perFrame(() => this.moved() && this.redraw())).observe(desk.ground.root);
  }

  /** The height that bars take at the top of the screen. */
  get top() {
    return $("#head").getBoundingClientRect().bottom;
  }

  /** The indices of the first and last turn between two heights of the screen. */
  between(top, bottom) {
    const turns = this.desk.interview.turns;
    const search = (before) => {
      let [low, high] = [0, turns.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (before(turns[middle].element.getBoundingClientRect())) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    const first = search((box) => box.bottom <= top);
    const last = search((box) => box.top < bottom) - 1;
    return [Math.min(first, turns.length - 1), Math.max(first, Math.min(last, turns.length - 1))];
  }

  seen() {
    const turns = this.desk.interview.turns;
    if (!turns.length) return;
    const top = this.top;
    const [first, last] = this.between(top, innerHeight);
    this.first = turns[first].number;
    this.last = turns[last].number;
    const { first: low, last: high } = this.window;
    const slack = innerHeight / 3;
    const [near, far] = this.between(top - slack, innerHeight + slack);
    if (turns[near].number < low || turns[far].number > high) this.redraw();
    this.desk.tell("scroll");
  }

  /** Whether the window's turns stand elsewhere than when they were drawn: a turn above was laid out. */
  moved() {
    return this.heights() !== this.drawn;
  }

  heights() {
    const base = this.desk.ground.root.getBoundingClientRect().top;
    const heights = [];
    for (let number = this.window.first; number <= this.window.last; number += 1) {
      const turn = this.desk.interview.turn(number);
      if (turn) heights.push(Math.round(turn.element.getBoundingClientRect().top - base));
    }
    return heights.join(" ");
  }

  /** Draws afresh the window: what is on the screen, and one screen more on both sides. */
  redraw() {
    const turns = this.desk.interview.turns;
    if (!turns.length) return;
    const [first, last] = this.between(-innerHeight, innerHeight * 2);
    this.window = { first: turns[first].number, last: turns[last].number };
    this.drawn = this.heights();
    this.desk.tell("window");
  }

  /** The codings of the window. */
  codings() {
    return this.desk.codings.within(this.window.first, this.window.last).filter((coding) => this.desk.sees(coding));
  }

  /** Scrolls so that a passage is in view, as little as that takes. */
  reveal(passage) {
    const box = this.desk.ground.extent(passage);
    if (!box) return;
    const top = this.top + 22;
    const bottom = innerHeight - 140;
    if (box.top < top) scrollBy(0, box.top - top);
    else if (box.bottom > bottom) scrollBy(0, Math.min(box.bottom - bottom, box.top - top));
  }

  /** Goes to a passage, a third down the screen. */
  goTo(passage) {
    const near = () => {
      const box = this.desk.ground.extent(passage);
      if (!box || (box.top >= this.top && box.bottom <= innerHeight - 100)) return;
      scrollBy(0, box.top - this.top - (innerHeight - this.top) / 4);
    };
    near();
    // What was not laid out has now its true height.
    requestAnimationFrame(near);
  }
}
