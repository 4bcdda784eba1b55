// The list of keys, drawn from the table that acts; beside the page, never over the words read.

import { button, h, icon, isMac } from "./dom.js";
import { panelRows } from "./keymap.js";

const GROUPS = ["read", "code", "mend"];

export class KeyPanel {
  constructor(desk, changes) {
    Object.assign(this, { desk, changes, box: null });
    document.getElementById("help")?.addEventListener("click", (event) => {
      event.stopImmediatePropagation();
      this.toggle();
    }, true);
  }

  get isOpen() {
    return Boolean(this.box) && !this.box.hidden;
  }

  toggle() {
    if (!this.box) this.build();
    else this.box.hidden = !this.box.hidden;
    document.getElementById("help")?.setAttribute("aria-expanded", String(this.isOpen));
    if (this.isOpen) this.box.querySelector("button").focus();
    else this.desk.ground.root.focus({ preventScroll: true });
  }

  build() {
    const { say } = this.desk;
    const rows = panelRows(this.changes);
    const groups = GROUPS.flatMap((group) => [
      h("h2", {}, say(`keys-${group}`)),
      h("dl", {}, ...rows.filter((row) => row.group === group).flatMap((row) => [
        h("dt", {}, ...row.chords.flatMap((chord, i) => [i ? " " : "", h("kbd", {}, this.chord(chord))])),
        h("dd", {}, say(`key-does-${row.command}`)),
      ])),
    ]);
    this.box = h(
      "aside", { class: "keys", id: "keys", "aria-label": say("keys") },
      button({ class: "ico shut", "aria-label": say("close") }, () => this.toggle(), icon("close")),
      ...groups,
      h("p", { class: "src" }, h("a", { href: "/preferences" }, say("keys-change"))),
    );
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" && event.key !== "?") return;
      event.preventDefault();
      event.stopPropagation();
      this.toggle();
    });
    document.body.append(this.box);
  }

  /** A key as its keyboard names it: « Ctrl ↓ », « Maj », ⌘. */
  chord(chord) {
    const { say } = this.desk;
    return chord
      .split("+")
      .map((part) => {
        if (part === "") return "+";
        if (["Mod", "Word", "Shift"].includes(part)) return say(`key-${part}${isMac ? "-mac" : ""}`);
        const named = part.length > 1 && !part.includes("–") && !/^F\d/.test(part);
        return named ? say(`key-${part}`) : part.toUpperCase();
      })
      .filter((part, i, all) => !(part === "+" && all[i - 1] === "+"))
      .join(" ");
  }
}
