// F2: the ends of what is lit or open, moved by keys. ← → by a word, with Shift by a character, Tab
// changes end, Enter keeps, Escape gives back.

import { moveEnd } from "./passage.js";
import { same } from "./text.js";

export class Ends {
  constructor(desk) {
    Object.assign(this, { desk, active: null });
  }

  /** Begins to move ends; only lit words and one's own codings have ends to move. */
  begin() {
    const { desk } = this;
    const held = desk.lit ?? (desk.open?.coder === desk.coder ? desk.open : null);
    if (!held) return false;
    this.active = { held, end: "to", now: { from: held.from, to: held.to } };
    this.mark(true);
    desk.tell("announce", { text: desk.say("ends-help"), show: true });
    return true;
  }

  mark(on) {
    const { root } = this.desk.ground;
    root.classList.toggle("ending", on);
    root.dataset.end = on ? this.active.end : "";
  }

  /** Takes a key while ends are moved; tells whether it was for us. */
  key(event) {
    if (!this.active) return false;
    const { desk, active } = this;
    const direction = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (direction) {
      const kind = event.shiftKey ? "character" : "word";
      const moved = moveEnd(desk.interview, active.now, active.end, direction, kind);
      active.exact ||= event.shiftKey;
      active.now = moved;
      desk.tell("ends", moved);
      desk.tell("announce", { text: this.edgeWords() });
    } else if (event.key === "Tab") {
      active.end = active.end === "to" ? "from" : "to";
      this.mark(true);
      desk.tell("announce", { text: `${desk.say(`ends-${active.end}`)} ${this.edgeWords()}` });
    } else if (event.key === "Enter") {
      this.finish(true);
    } else if (event.key === "Escape") {
      this.finish(false);
    } else {
      return !event.ctrlKey && !event.metaKey && event.key.length === 1;
    }
    return true;
  }

  /** The last words before the moved end, so that it can be heard where it is. */
  edgeWords() {
    const { now, end } = this.active;
    const said = this.desk.interview.stored(now).split(/\s+/u);
    return end === "to" ? said.slice(-4).join(" ") : said.slice(0, 4).join(" ");
  }

  finish(keep) {
    const { active, desk } = this;
    this.active = null;
    this.mark(false);
    if (keep && !same(active.now, active.held)) desk.tell("bounds", { passage: { ...active.now, exact: active.exact }, by: "keys" });
    else desk.tell("light", { by: "keys" });
  }
}
