// The card of a coding: in the margin beside its words, as a sheet on a phone. Code, coder, words,
// definition version, intensity, memo, another code, removal. Also the list behind « et 3 autres ».

import { $, button, h, icon, narrow, present } from "./dom.js";
import { memoLinks } from "./links.js";

export class Card {
  constructor(desk, acts, palette, view) {
    Object.assign(this, { desk, acts, palette, view });
    this.box = h("section", { class: "info", id: "card", "aria-label": desk.say("card"), hidden: true });
    $("#sheet").append(this.box);
    desk.on("light", ({ by }) => (desk.open ? this.draw(desk.open, by) : this.shut()));
    desk.on("open", (coding) => this.draw(coding));
    desk.on("window", () => !this.box.hidden && this.place());
    desk.on("list", ({ codings }) => this.list(codings));
    this.box.addEventListener("keydown", (event) => this.keys(event));
    this.box.addEventListener("focusout", (event) => {
      if (event.target.matches("textarea")) this.keep(event.target);
    });
    addEventListener("pagehide", () => this.keepTyped());
  }

  draw(coding) {
    const { desk } = this;
    const { say } = desk;
    // What is being typed goes before what the server says.
    const typing = this.coding?.id === coding.id && this.box.contains(document.activeElement) && document.activeElement;
    const typed = typing && typing.matches("textarea") ? typing.value : null;
    this.coding = coding;
    const mine = coding.coder === desk.coder;
    const facts = [mine ? say("card-you") : desk.nameOf(coding.coder), say("word-count", { count: coding.words })];
    const current = desk.codebook.code(coding.code)?.version;
    if (coding.definition) facts.push(say(current && coding.definition < current ? "card-definition-old" : "card-definition", { version: coding.definition, current: current ?? coding.definition }));
    if (coding.verdict === "approximate") facts.push(say("card-approximate"));
    if (coding.origin === "import") facts.push(say("card-imported"));
    if (coding.origin === "suggestion") facts.push(say("card-suggested"));
    const parts = [
      button({ class: "ico shut", "aria-label": say("card-close") }, () => this.leave(), icon("close")),
      h("h2", {}, desk.codebook.swatch(coding.code), h("span", {}, desk.codebook.title(coding.code))),
      h("p", { class: "src" }, facts.join(", ")),
    ];
    if (mine) parts.push(...this.tools(coding, typed));
    else if (coding.memo) parts.push(h("p", { class: "verb" }, coding.memo));
    this.box.replaceChildren(...present(parts));
    this.box.hidden = false;
    if (typed !== null) this.box.querySelector("textarea")?.focus({ preventScroll: true });
    this.place();
  }

  tools(coding, typed) {
    const { desk, acts } = this;
    const { say } = desk;
    const steps = [1, 2, 3].map((value) =>
      button({ "aria-pressed": String(coding.intensity === value) }, () => acts.intensity(this.coding, value), String(value)));
    const memo = h("textarea", { id: "card-memo", rows: "3", placeholder: say("card-memo"), "aria-label": say("card-memo"), value: typed ?? coding.memo });
    return [
      h("div", { class: "row" }, h("span", { class: "over", id: "card-intensity" }, say("card-intensity")), h("span", { class: "seg", role: "group", "aria-labelledby": "card-intensity" }, ...steps)),
      memo,
      memoLinks(coding.memo, say),
      h(
        "div", { class: "row" },
        button({ class: "btn s" }, () => this.palette.open({ changing: this.coding, focus: true }), say("card-change")),
        button({ class: "btn s" }, () => acts.remove(this.coding), say("card-remove")),
      ),
    ];
  }

  list(codings) {
    const { desk } = this;
    this.coding = null;
    const rows = codings.map((coding) => {
      const who = coding.coder === desk.coder ? null : h("small", {}, desk.nameOf(coding.coder));
      return h("li", {}, button({ class: "row-button" }, () => desk.show(coding, "mouse"), desk.codebook.swatch(coding.code), h("span", {}, desk.codebook.title(coding.code)), who));
    });
    this.box.replaceChildren(
      button({ class: "ico shut", "aria-label": desk.say("card-close") }, () => this.shut(), icon("close")),
      h("h2", {}, desk.say("card-list", { count: codings.length })), h("ul", { class: "list" }, ...rows),
    );
    this.box.hidden = false;
    this.place(codings[0]);
  }

  place(coding = this.coding) {
    if (!coding || this.box.hidden) return;
    if (narrow()) {
      this.box.style.top = this.box.style.left = "";
      return;
    }
    const base = $("#sheet").getBoundingClientRect();
    const margin = $("#margin").getBoundingClientRect();
    const extent = this.desk.ground.extent(coding);
    if (!extent) return;
    const wide = this.box.offsetWidth;
    const beside = Math.max(4, margin.right - base.left - wide - 4);
    // Beside the passage, and whole on the screen when the passage is.
    const lowest = Math.max(this.view.top, innerHeight - this.box.offsetHeight - 12);
    const top = Math.max(Math.min(extent.top - 6, lowest), Math.min(extent.top - 6, this.view.top + 8));
    this.box.style.left = `${beside}px`;
    this.box.style.top = `${Math.max(8, top - base.top)}px`;
  }

  /** Puts the cursor into the memo. */
  write() {
    const memo = this.box.querySelector("textarea");
    memo?.focus({ preventScroll: true });
    return Boolean(memo);
  }

  keep(field) {
    const { coding } = this;
    const memo = field.value.trim();
    if (coding && this.desk.codings.get(coding.id) && memo !== coding.memo) this.acts.change(coding, { memo }, this.desk.say("memo-kept"));
  }

  keepTyped() {
    const field = this.box.querySelector("textarea");
    if (field && !this.box.hidden) this.keep(field);
  }

  keys(event) {
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      if (event.key === "Escape") this.leave();
      else {
        this.keepTyped();
        this.desk.ground.root.focus({ preventScroll: true });
      }
    }
    event.stopPropagation();
  }

  leave() {
    this.keepTyped();
    this.desk.putOut();
    this.shut();
    this.desk.ground.root.focus({ preventScroll: true });
  }

  shut() {
    if (this.box.hidden) return;
    if (this.coding) this.keepTyped();
    this.box.hidden = true;
    this.coding = null;
  }
}
