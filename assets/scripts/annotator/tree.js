// The codebook's column: themes and codes with their counts here, a field to find one, the definition
// of the code one looks at, and the form of a new code.

import { write } from "../api.js";
import { $, h, marked, showRow } from "./dom.js";
import { rank } from "./fold.js";
import { newCodeForm } from "./newcode.js";

export class Tree {
  constructor(desk, acts) {
    Object.assign(this, { desk, acts, root: $("#tree"), field: $("#find"), box: $("#def") });
    desk.on("codebook", () => this.draw());
    desk.on("codings", () => this.countLater());
    desk.on("filter", () => this.countLater());
    desk.on("favourites", () => this.draw());
    desk.on("define", (code) => this.define(code));
    desk.on("light", () => desk.open && this.define(desk.open.code));
    this.field.addEventListener("input", () => this.filter());
    this.field.addEventListener("keydown", (event) => this.fieldKey(event));
    this.root.addEventListener("click", (event) => {
      const code = event.target.closest(".code")?.dataset.code;
      if (!code) return;
      if (desk.lit) {
        acts.code([code]);
        desk.ground.root.focus({ preventScroll: true });
      } else this.define(code);
    });
    this.root.addEventListener("focusin", (event) => {
      const code = event.target.closest(".code")?.dataset.code;
      if (code && event.target.matches(":focus-visible")) this.define(code);
    });
    this.root.addEventListener("keydown", (event) => this.treeKey(event));
  }

  draw() {
    const { desk } = this;
    const sections = desk.codebook.themes.map((theme) => {
      const heading = h("h2", { data: { t: String(theme.index) } }, h("span", { class: "dot", "aria-hidden": "true" }), h("span", { class: "nm" }, theme.title), h("span", { class: "num", data: { theme: theme.id } }));
      const codes = theme.codes.filter((code) => !code.retired).map((code) => this.row(code));
      return h("section", { "aria-label": theme.title }, heading, ...codes);
    });
    const empty = sections.length ? [] : [h("p", { class: "soft none-yet" }, desk.say("codes-none"))];
    this.root.replaceChildren(...sections, ...empty);
    this.count();
    this.filter();
    if (this.defined) this.define(this.defined);
  }

  row(code) {
    const { desk } = this;
    const favourite = desk.favourites.indexOf(code.id) + 1;
    return h(
      "button",
      { type: "button", class: `code${code.parent ? " child" : ""}`, data: { code: code.id }, draggable: "true" },
      desk.codebook.swatch(code.id),
      h("span", { class: "nm" }, code.title),
      favourite ? h("span", { class: "fav", "aria-label": desk.say("favourite-number", { number: favourite }) }, String(favourite)) : null,
      h("span", { class: "num" }),
    );
  }

  countLater() {
    if (this.counting) return;
    this.counting = setTimeout(() => {
      this.counting = 0;
      this.count();
    });
  }

  /** Counts codings of this interview by code; a theme's number is the sum of its codes'. */
  count() {
    const { desk } = this;
    const tally = new Map();
    for (const coding of desk.seen()) tally.set(coding.code, (tally.get(coding.code) ?? 0) + 1);
    desk.tally = tally;
    for (const row of this.root.querySelectorAll(".code")) {
      const count = tally.get(row.dataset.code) ?? 0;
      row.querySelector(".num").textContent = count;
      row.classList.toggle("none", count === 0);
    }
    for (const theme of desk.codebook.themes) {
      const sum = theme.codes.reduce((total, code) => total + (tally.get(code.id) ?? 0), 0);
      const place = this.root.querySelector(`[data-theme="${CSS.escape(theme.id)}"]`);
      if (place) place.textContent = sum;
    }
    const mine = desk.seen().filter((coding) => coding.coder === desk.coder).length;
    $("#total").textContent = desk.say("coding-count", { count: mine });
  }

  /** Shows only the codes that the field finds, the best one lit. */
  filter() {
    const typed = this.field.value;
    const hits = typed.trim() ? rank(this.desk.codebook.live(), typed) : null;
    const found = hits && new Map(hits.map((hit) => [hit.item.id, hit]));
    this.best = hits?.[0]?.item.id ?? null;
    for (const row of this.root.querySelectorAll(".code")) {
      const hit = found?.get(row.dataset.code);
      row.hidden = Boolean(found) && !hit;
      row.classList.toggle("best", row.dataset.code === this.best);
      row.querySelector(".nm").replaceChildren(...marked(this.desk.codebook.title(row.dataset.code), hit?.marks ?? []));
    }
    for (const section of this.root.querySelectorAll("section")) section.hidden = Boolean(found) && !section.querySelector(".code:not([hidden])");
    if (this.best) this.define(this.best);
  }

  fieldKey(event) {
    const { desk } = this;
    if (event.key === "Escape") {
      event.preventDefault();
      this.field.value = "";
      this.filter();
      desk.ground.root.focus({ preventScroll: true });
    } else if (event.key === "Enter" && this.best) {
      event.preventDefault();
      if (!desk.lit) return;
      this.acts.code([this.best]);
      this.field.value = "";
      this.filter();
      desk.ground.root.focus({ preventScroll: true });
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      this.root.querySelector(".code:not([hidden])")?.focus();
    }
  }

  treeKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") this.desk.ground.root.focus({ preventScroll: true });
    if (!step) return;
    event.preventDefault();
    const rows = [...this.root.querySelectorAll(".code:not([hidden])")].filter((row) => !row.parentElement.hidden);
    const next = rows[rows.indexOf(event.target.closest(".code")) + step];
    if (next) next.focus();
    else if (step < 0) this.field.focus();
  }

  /** Shows a code's definition, inclusion, exclusion and example. */
  define(id) {
    const { desk } = this;
    const code = desk.codebook.code(id);
    if (!code || this.naming) return;
    this.defined = id;
    for (const row of this.root.querySelectorAll(".code")) {
      const isIt = row.dataset.code === id;
      if (isIt) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
      if (isIt && !this.root.contains(document.activeElement)) showRow(this.root, row);
    }
    const part = (key, text, cls = "") => (text ? [h("dt", {}, desk.say(key)), h("dd", { class: cls }, text)] : []);
    // « (`dettes`) » in a definition names other codes.
    const title = (other) => desk.codebook.code(other)?.title.toLowerCase() ?? other;
    const named = (text) =>
      (text ?? "")
        .replace(/`([^`]+)`/g, (_, other) => title(other))
        .replace(/\(([^()]+)\)/g, (_, inner) => `(${inner.split(", ").map(title).join(", ")})`)
        .replace(/'/g, "’");
    this.box.hidden = false;
    this.box.replaceChildren(
      h("h3", {}, desk.codebook.swatch(id), h("span", { class: "nm" }, code.title)),
      h(
        "dl", {},
        ...part("definition-short", named(code.definition) || desk.say("definition-none")),
        ...part("definition-include", named(code.include)),
        ...part("definition-exclude", named(code.exclude)),
        ...part("definition-example", named(code.examples?.[0]), "ex"),
      ),
      h("p", { class: "tools" }, this.favouriteChoice(id), h("a", { href: `/codebook/${encodeURIComponent(id)}`, class: "src" }, desk.say("definition-more"))),
    );
  }

  /** Which digit puts the code; the same in every interview. */
  favouriteChoice(id) {
    const { desk } = this;
    const now = desk.favourites.indexOf(id) + 1;
    const digits = [...Array(9).keys()].map((i) => h("option", { value: String(i + 1) }, String(i + 1)));
    const choice = h("select", { "aria-label": desk.say("favourite-choose"), class: "digit" }, h("option", { value: "" }, "–"), ...digits);
    choice.value = now ? String(now) : "";
    choice.addEventListener("change", () => this.setFavourite(id, Number(choice.value)));
    return h("label", { class: "src" }, desk.say("favourite"), " ", choice);
  }

  setFavourite(id, digit) {
    const { desk } = this;
    // The list has no holes: a code goes to its digit, or to the end of a shorter list.
    const list = desk.favourites.filter((known) => known && known !== id);
    if (digit) list.splice(digit - 1, 0, id);
    list.splice(9);
    desk.favourites = list;
    write("/page/preferences/favourites", "PUT", { body: list }).catch((error) => desk.tell("refused", error));
    desk.tell("favourites");
  }

  /** The form of a new code, in place of the definition; what is lit stays lit. */
  startCode(title = "") {
    this.naming = true;
    const make = async (code) => {
      const made = await this.acts.create(code);
      this.endCode();
      if (made) this.define(made);
    };
    const { form, first } = newCodeForm(this.desk, { title, make, leave: () => this.endCode() });
    this.box.hidden = false;
    this.box.replaceChildren(form);
    this.desk.tell("sheet", "side");
    first.focus();
  }

  endCode() {
    this.naming = false;
    if (this.defined) this.define(this.defined);
    else this.box.hidden = true;
    this.desk.tell("sheet", null);
    this.desk.ground.root.focus({ preventScroll: true });
  }
}
