// The palette: any code in one key, a digit or a few letters, beside the lit words, never over them.
//
// After a mouse or a finger it opens by itself and the focus stays on the text; the first letter
// moves it to the field. With keys it stays shut: a small tag says what Enter would do.

import { $, button, framed, h, icon, marked, narrow, showRow } from "./dom.js";
import { rank } from "./fold.js";

const SHOWN = 7;
/** With fewer favourites than this, codes just used fill the list, which never has more than MOST. */
const FEW = 4;
const MOST = 9;
const WIDTH = 348;
/** Room between the words and what opens under them. */
const GAP = 16;

export class Palette {
  constructor(desk, acts, view, tree) {
    Object.assign(this, { desk, acts, view, tree, items: [], lit: 0, changing: null });
    this.placeTag = framed(() => this.measureTag());
    this.build();
    desk.on("light", ({ by }) => this.follow(by));
    desk.on("press", () => this.shut());
    desk.on("drag", ({ held }) => held && this.shut());
    desk.on("window", () => this.place());
    desk.on("codebook", () => this.isOpen && this.fill());
  }

  build() {
    const { say } = this.desk;
    this.field = h("input", {
      id: "palette-field", class: "pq", role: "combobox", "aria-expanded": "true", "aria-controls": "palette-list",
      "aria-autocomplete": "list", "aria-label": say("palette-find"), placeholder: say("palette-find"), autocomplete: "off", spellcheck: "false",
    });
    this.count = h("span", { class: "num" });
    this.list = h("div", { id: "palette-list", role: "listbox", "aria-label": say("palette-codes") });
    this.shutter = button({ class: "ico m-only", "aria-label": say("close"), tabindex: "-1" }, () => this.desk.putOut(), icon("close"));
    this.none = h("p", { class: "none", hidden: true });
    this.heard = h("p", { class: "vh", "aria-live": "polite" });
    this.box = h(
      "div", { class: "pal", role: "group", "aria-label": say("palette"), hidden: true },
      h("div", { class: "q" }, this.field, this.count, this.shutter), this.list, this.none, this.heard,
    );
    this.ghost = h("div", { class: "ghost", "aria-hidden": "true", hidden: true });
    $("#sheet").append(this.box, this.ghost);
    this.field.addEventListener("input", () => {
      this.lit = 0;
      this.fill();
      this.tellCount();
    });
    this.list.addEventListener("pointerdown", (event) => {
      const row = event.target.closest(".opt");
      if (!row) return;
      event.preventDefault();
      this.choose(Number(row.dataset.i));
    });
    this.list.addEventListener("pointermove", (event) => {
      const row = event.target.closest(".opt");
      if (row && Number(row.dataset.i) !== this.lit) this.light(Number(row.dataset.i));
    });
  }

  get isOpen() {
    return !this.box.hidden;
  }

  /** Opens after hand or finger; with keys shows only the tag; after coding the tag too. */
  follow(by) {
    const { desk } = this;
    if (!desk.lit) {
      this.shut();
      this.ghost.hidden = true;
    } else if (by === "mouse" || by === "touch" || by === "pen") this.open();
    else {
      this.shut();
      this.tag();
    }
  }

  /** Opens the whole palette; `changing` is a coding that takes another code. */
  open({ query = "", changing = null, focus = false } = {}) {
    if (!this.desk.passage) return;
    this.changing = changing;
    this.ghost.hidden = true;
    this.field.value = query;
    this.lit = 0;
    this.box.hidden = false;
    this.fill();
    this.place(true);
    if (focus) this.field.focus({ preventScroll: true });
  }

  shut() {
    if (this.box.contains(document.activeElement)) this.desk.ground.root.focus({ preventScroll: true });
    this.box.hidden = true;
    this.field.value = "";
    this.changing = null;
  }

  /** What Enter takes first: the last code, else the first favourite, else the first of all. */
  get first() {
    const { desk } = this;
    const known = (id) => desk.codebook.code(id) && !desk.codebook.code(id).retired;
    return [desk.last, ...desk.favourites].find(known) ?? desk.codebook.live()[0]?.id ?? null;
  }

  fill() {
    const { desk } = this;
    const { say } = desk;
    const query = this.field.value.trim();
    const rows = [];
    this.items = [];
    if (query) {
      const hits = rank(desk.codebook.live(), query).slice(0, SHOWN);
      hits.forEach((hit, i) => rows.push(this.row(hit.item.id, hit.marks, i === this.lit ? h("kbd", {}, say("key-Enter")) : hit.item.theme.title.split(" ")[0])));
      this.none.hidden = hits.length > 0;
      this.none.textContent = say("palette-none", { query });
    } else {
      this.none.hidden = true;
      rows.push(...this.rest());
    }
    if (!this.changing) rows.push(...this.makers(query));
    this.list.replaceChildren(...rows);
    const words = desk.interview.wordCount(desk.passage);
    this.count.textContent = say("word-count", { count: words });
    this.light(Math.min(this.lit, this.items.length - 1));
  }

  /** Without letters: the last code, then the favourites. */
  rest() {
    const { desk } = this;
    const first = this.first;
    if (!first) return [];
    const rows = [h("div", { class: "grp", role: "presentation" }, desk.say(desk.favourites.some(Boolean) ? "palette-rest" : "palette-last"))];
    const digit = (code) => desk.favourites.indexOf(code) + 1;
    const keys = (code) => (digit(code) ? [h("kbd", {}, String(digit(code)))] : []);
    rows.push(this.row(first, [], [h("kbd", {}, desk.say("key-Enter")), ...keys(first)]));
    const others = [...desk.favourites, ...(desk.favourites.filter(Boolean).length < FEW ? desk.recent : [])];
    for (const code of new Set(others)) {
      if (code !== first && this.items.length < MOST && desk.codebook.code(code)) rows.push(this.row(code, [], keys(code)));
    }
    return rows;
  }

  row(id, marks, hint) {
    const { desk } = this;
    const code = desk.codebook.code(id);
    const placed = Boolean(desk.placed(id, desk.passage));
    const i = this.items.push({ code: id }) - 1;
    const name = h("span", { class: "nm" }, ...marked(code.title, marks), placed ? h("i", { class: "done" }, desk.say("palette-placed")) : null);
    const count = desk.say("palette-option", { theme: code.theme.title, count: desk.tally?.get(id) ?? 0 });
    return h("div", { class: "opt", role: "option", id: `palette-${i}`, data: { i } }, desk.codebook.swatch(id), name, h("span", { class: "vh" }, count), h("small", { "aria-hidden": "true" }, hint));
  }

  makers(query) {
    const { desk } = this;
    const rows = [];
    const make = (kind, name, text, key) => {
      const i = this.items.push({ make: kind }) - 1;
      const separate = rows.length ? "" : " sep";
      rows.push(h("div", { class: `opt${separate}`, role: "option", id: `palette-${i}`, data: { i } }, icon(name), h("span", { class: "nm" }, text), h("small", { "aria-hidden": "true" }, h("kbd", {}, key))));
    };
    const said = desk.lit ? desk.interview.stored(desk.lit).replace(/\s+/gu, " ") : "";
    const words = said.length > 26 ? `${said.slice(0, 24).trimEnd()}…` : said;
    if (!query && desk.lit) make("vivo", "quote", desk.say("palette-vivo", { words }), "*");
    make("new", "plus", query ? desk.say("palette-new-named", { query }) : desk.say("palette-new"), "+");
    return rows;
  }

  light(i) {
    this.lit = i;
    for (const row of this.list.querySelectorAll(".opt")) row.setAttribute("aria-selected", String(Number(row.dataset.i) === i));
    this.field.setAttribute("aria-activedescendant", `palette-${i}`);
    const row = document.getElementById(`palette-${i}`);
    if (row) showRow(this.list, row);
    const code = this.items[i]?.code;
    if (code) this.desk.tell("define", code);
  }

  move(step) {
    this.light((this.lit + step + this.items.length) % this.items.length);
  }

  choose(i = this.lit) {
    const { desk, acts, changing } = this;
    const item = this.items[i];
    if (!item) return;
    const query = this.field.value.trim();
    this.shut();
    if (item.make === "new") this.tree.startCode(query);
    else if (item.make === "vivo") acts.inVivo();
    else if (changing) acts.recode(changing, item.code);
    else acts.code([item.code]);
    if (item.make !== "new") desk.ground.root.focus({ preventScroll: true });
  }

  /** « 3 codes », half a second after the last letter. */
  tellCount() {
    clearTimeout(this.counting);
    this.counting = setTimeout(() => {
      const count = this.items.filter((item) => item.code).length;
      this.heard.textContent = this.isOpen ? this.desk.say("palette-count", { count }) : "";
    }, 500);
  }

  /** Stands under the last lit line; above the first one if there is no room; as a sheet on a phone. */
  place(opening = false) {
    const passage = this.desk.passage;
    if (!passage) return;
    this.placeTag();
    if (!this.isOpen) return;
    if (narrow()) {
      this.box.style.left = "";
      this.box.style.top = "";
      if (opening) this.keepInView(passage);
      return;
    }
    const [first, last, base, text] = this.boxes(passage);
    const tall = this.box.offsetHeight;
    let top = last.bottom - base.top + GAP;
    const over = last.bottom + GAP + tall - (innerHeight - 10);
    if (over > 0 && first.top - tall - GAP > this.view.top) top = first.top - base.top - tall - GAP;
    else if (over > 0 && opening) scrollBy(0, Math.min(over, Math.max(0, first.top - this.view.top - 20)));
    const left = Math.max(text.left - base.left + 8, Math.min(last.right - 160 - base.left, text.right - base.left - WIDTH - 4));
    this.box.style.left = `${left}px`;
    this.box.style.top = `${top}px`;
  }

  boxes(passage) {
    const { ground } = this.desk;
    const base = $("#sheet").getBoundingClientRect();
    return [ground.edge(passage.from, 1), ground.edge(passage.to, -1), base, ground.root.getBoundingClientRect()];
  }

  keepInView(passage) {
    const [first, last] = this.boxes(passage);
    const hidden = last.bottom + 24 - this.box.getBoundingClientRect().top;
    if (hidden > 0) scrollBy(0, Math.min(hidden, Math.max(0, first.top - this.view.top - 8)));
  }

  /** The tag that says what Enter would do. */
  tag() {
    const code = this.first;
    const passage = this.desk.lit;
    this.ghost.hidden = narrow() || !code || !passage;
    if (this.ghost.hidden) return;
    this.ghost.replaceChildren(h("kbd", {}, this.desk.say("key-Enter")), this.desk.codebook.swatch(code), this.desk.codebook.title(code));
    this.placeTag();
  }

  measureTag() {
    if (this.ghost.hidden || !this.desk.lit) return null;
    const [, last, base, text] = this.boxes(this.desk.lit);
    const right = text.right - base.left - this.ghost.offsetWidth - 4;
    return () => {
      this.ghost.style.left = `${Math.max(text.left - base.left + 100, Math.min(last.right - base.left - 30, right))}px`;
      this.ghost.style.top = `${last.bottom - base.top + GAP}px`;
    };
  }
}
