// Whose codings are seen: one button a coder in the title bar; in a blind round, none and why.

import { $, button, h, icon } from "./dom.js";

/** More coders than this stand in a menu. */
const IN_BAR = 2;

export class Coders {
  constructor(desk, blind) {
    Object.assign(this, { desk, root: $("#peers") });
    desk.blind = Boolean(blind);
    if (blind) {
      const band = $("#band-blind");
      band.hidden = false;
      $("span", band).textContent = desk.say(blind.until ? "blind-until" : "blind", { until: blind.until ?? "" });
    }
    this.load();
    for (const name of ["codings", "codebook"]) desk.on(name, () => this.draw());
    this.draw();
  }

  load() {
    try {
      for (const coder of JSON.parse(sessionStorage.getItem("propos-hidden") ?? "[]")) this.desk.hidden.add(coder);
    } catch {
      sessionStorage.removeItem("propos-hidden");
    }
  }

  draw() {
    const { desk } = this;
    const others = new Set();
    for (const coding of desk.codings.all.values()) if (coding.coder !== desk.coder) others.add(coding.coder);
    const names = [...others].sort();
    const key = names.join("\n");
    if (key === this.key) return;
    this.key = key;
    const buttons = names.map((coder) => this.toggle(coder));
    if (names.length <= IN_BAR) this.root.replaceChildren(...buttons);
    else {
      const list = h("div", { class: "pop" }, ...buttons);
      this.root.replaceChildren(h("details", { class: "menu" }, h("summary", { class: "btn s" }, icon("eye"), desk.say("coders-others", { count: names.length })), list));
    }
  }

  toggle(coder) {
    const { desk } = this;
    const shown = () => !desk.hidden.has(coder);
    const name = desk.nameOf(coder);
    const face = () => [icon(shown() ? "eye" : "eye-off"), name];
    return button({ class: "btn s", "aria-pressed": String(shown()), "aria-label": desk.say("coders-show", { coder: name }) }, (event) => {
      if (shown()) desk.hidden.add(coder);
      else desk.hidden.delete(coder);
      sessionStorage.setItem("propos-hidden", JSON.stringify([...desk.hidden]));
      event.currentTarget.setAttribute("aria-pressed", String(shown()));
      event.currentTarget.replaceChildren(...face());
      if (desk.open && !desk.sees(desk.open)) desk.putOut();
      desk.tell("filter");
    }, ...face());
  }
}
