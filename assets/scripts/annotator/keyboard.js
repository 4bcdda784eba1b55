// What each command of the key table does.

import { $, isMac } from "./dom.js";
import { makeKeymap } from "./keymap.js";
import { step, stretch, unitAt } from "./passage.js";
import { compare } from "./text.js";

const UNITS = {
  "turn-next": ["turn", 1], "turn-previous": ["turn", -1],
  "sentence-next": ["sentence", 1], "sentence-previous": ["sentence", -1],
  "word-next": ["word", 1], "word-previous": ["word", -1],
};

/** What acts on the open coding, from its stripe as from the text. */
const ON_OPEN = new Set(["remove", "memo", "weaker", "stronger"]);

export class Keyboard {
  constructor(parts) {
    Object.assign(this, parts);
    this.read = makeKeymap({ mac: isMac, changes: this.changes });
    document.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("copy", (event) => this.copy(event));
    this.deeds = this.makeDeeds();
  }

  makeDeeds() {
    const { desk, acts, palette, card, tree, notes, ends, keypanel } = this;
    return {
      code: () => (palette.isOpen ? palette.choose() : palette.first && desk.lit && acts.code([palette.first])),
      palette: () => palette.open({ focus: true }),
      "in-vivo": () => acts.inVivo(),
      "new-code": () => tree.startCode(),
      undo: () => acts.undo(),
      redo: () => acts.redo(),
      weaker: () => acts.nudge(-1),
      stronger: () => acts.nudge(1),
      ends: () => ends.begin(),
      remove: () => desk.open && acts.remove(desk.open),
      memo: () => (desk.open && card.write()) || notes.write(desk.here ?? desk.interview.turns[0]),
      find: () => this.find(),
      keys: () => keypanel.toggle(),
      leave: () => this.leave(),
      "coding-next": () => this.coding(1),
      "coding-previous": () => this.coding(-1),
      "uncoded-next": () => this.turn(1, (turn) => turn.respondent && !this.isCoded(turn), "no-uncoded"),
      "uncoded-previous": () => this.turn(-1, (turn) => turn.respondent && !this.isCoded(turn), "no-uncoded"),
      "respondent-next": () => this.turn(1, (turn) => turn.respondent, "no-respondent"),
      "respondent-previous": () => this.turn(-1, (turn) => turn.respondent, "no-respondent"),
      "turn-first": () => this.to(desk.interview.turns.find((turn) => turn.whole.length)),
      "turn-last": () => this.to(desk.interview.turns.findLast((turn) => turn.whole.length)),
      "page-next": () => scrollBy(0, innerHeight - this.view.top - 60),
      "page-previous": () => scrollBy(0, -(innerHeight - this.view.top - 60)),
    };
  }

  /** In a field only Ctrl or ⌘ keys, Enter and Escape act; they are the field's own business first. */
  key(event) {
    const { desk, palette, ends } = this;
    if (event.defaultPrevented) return;
    const inText = event.target === desk.ground.root;
    const inPalette = event.target === palette.field;
    const isField = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (ends.active && inText) {
      if (ends.key(event)) event.preventDefault();
      return;
    }
    const found = this.read(event);
    if (isField && !inPalette) return;
    if (inPalette || (palette.isOpen && inText)) {
      if (this.paletteKey(event, inPalette)) {
        event.preventDefault();
        return;
      }
      if (inPalette) return;
    }
    if (!inText && !this.elsewhere(event, found)) return;
    if (found) this.act(event, found);
  }

  /** Outside of the text: undo, redo, key list, and an arrow on the bare page, which enters the text. */
  elsewhere(event, found) {
    if (!found) return false;
    if (["undo", "redo"].includes(found.command)) return true;
    if (event.target.closest?.(".margin")) return ON_OPEN.has(found.command) && Boolean(this.desk.open);
    const bare = event.target === document.body || event.target.id === "main";
    if (bare && UNITS[found.command]) {
      this.desk.ground.root.focus({ preventScroll: true });
      return true;
    }
    return bare && (found.command === "find" || found.command === "keys");
  }

  paletteKey(event, inPalette) {
    const { palette } = this;
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && (event.key === "ArrowDown" || event.key === "ArrowUp")) palette.move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter") palette.choose();
    else if (event.key === "Escape") {
      palette.shut();
      palette.tag();
      this.desk.ground.root.focus({ preventScroll: true });
    } else if (inPalette && event.key === "Tab") {
      palette.shut();
      palette.tag();
      return false;
    } else return false;
    return true;
  }

  act(event, { command, stretch: longer, digit }) {
    const { desk, acts, palette } = this;
    if (UNITS[command]) {
      event.preventDefault();
      this.unit(...UNITS[command], longer);
      return;
    }
    if (command === "favourite") {
      const code = desk.favourites[digit - 1];
      if (code && desk.lit) {
        event.preventDefault();
        acts.code([code]);
      }
      return;
    }
    if (command === "search") {
      if (!desk.lit) return;
      // The letter itself falls into the field.
      if (!palette.isOpen) palette.open();
      palette.field.focus({ preventScroll: true });
      return;
    }
    if (command === "copy") return;
    const deed = this.deeds[command];
    if (!deed) return;
    event.preventDefault();
    deed();
  }

  unit(kind, direction, longer) {
    const { desk, view } = this;
    const now = desk.lit ?? (desk.open && { from: desk.open.from, to: desk.open.to });
    const next = longer && now ? stretch(desk.interview, kind, direction, now) : step(desk.interview, kind, direction, now, desk.start());
    if (!next || (now && desk.lit && !compare(next.from, now.from) && !compare(next.to, now.to))) return;
    // Measured before anything is drawn, while the page is laid out as it was.
    if (longer) this.revealEnd(next, direction);
    else view.reveal(next);
    desk.light(next, "keys");
  }

  revealEnd(passage, direction) {
    const at = direction > 0 ? passage.to : passage.from;
    this.view.reveal(unitAt(this.desk.interview, "word", at.at > 0 && direction > 0 ? { ...at, at: at.at - 1 } : at) ?? passage);
  }

  to(turn) {
    if (!turn) return;
    const whole = this.desk.interview.whole(turn);
    const passage = whole && unitAt(this.desk.interview, "turn", whole.from);
    if (!passage) return;
    this.view.reveal(passage);
    this.desk.light(passage, "keys");
  }

  turn(direction, wanted, none) {
    const { desk } = this;
    const { turns } = desk.interview;
    const from = desk.here ?? turns[0];
    const begins = !desk.passage && wanted(from) && from.whole.length;
    let i = desk.interview.index(from.number) + (begins ? 0 : direction);
    while (turns[i] && !(turns[i].whole.length && wanted(turns[i]))) i += direction;
    if (turns[i]) this.to(turns[i]);
    else desk.tell("said", { text: desk.say(none) });
  }

  isCoded(turn) {
    return [...(this.desk.codings.byTurn.get(turn.number) ?? [])].some((coding) => coding.coder === this.desk.coder);
  }

  /** The next coding after what is open, lit or read; its card opens. */
  coding(direction) {
    const { desk, view } = this;
    const order = desk.seen();
    const at = desk.passage?.from ?? desk.start();
    const now = desk.open ? order.indexOf(desk.open) : -1;
    let next;
    if (now >= 0) next = order[now + direction];
    else if (direction > 0) next = order.find((coding) => compare(coding.from, at) >= 0);
    else next = order.findLast((coding) => compare(coding.to, at) <= 0);
    if (!next) {
      desk.tell("said", { text: desk.say("no-coding") });
      return;
    }
    desk.show(next, "keys");
    view.goTo(next);
  }

  find() {
    this.desk.tell("sheet", "side");
    const field = $("#find");
    field.focus();
    field.select();
  }

  /** Escape: shuts what is nearest; then puts out the light; then leaves the text. */
  leave() {
    const { desk, keypanel, palette } = this;
    if (palette.isOpen) palette.shut();
    else if (keypanel.isOpen) keypanel.toggle();
    else if (desk.passage) desk.putOut();
    else {
      desk.tell("left");
      desk.ground.root.blur();
    }
  }

  /** Copies the stored words with their source. */
  copy(event) {
    const { desk } = this;
    if (event.target.closest?.("input, textarea")) return;
    const drawn = desk.ground.selected();
    if (drawn) {
      // What the browser itself selected: the stored words, without the page's narrow spaces.
      event.preventDefault();
      event.clipboardData.setData("text/plain", desk.interview.stored(drawn));
      return;
    }
    if (!desk.passage || !getSelection().isCollapsed) return;
    const words = desk.interview.stored(desk.passage);
    const source = [desk.source, desk.say("copy-interview", { id: desk.transcript }), desk.say("copy-turn", { turn: desk.passage.from.turn })];
    event.preventDefault();
    event.clipboardData.setData("text/plain", desk.say("copy-passage", { words, source: source.filter(Boolean).join(", ") }));
    desk.tell("said", { text: desk.say("copied") });
  }
}
