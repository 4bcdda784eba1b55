// The margin: one stripe a coding, labels in a column after the lanes; only for the window in view.
//
// Stripes are buttons of a list with one tab stop; labels repeat what a stripe's name says, for eyes
// and mice only. A lane is kept as long as its coding is, so scrolling moves nothing.

import { $, framed, h, icon, narrow } from "./dom.js";
import { assignLanes, overflow, placeLabels } from "./lanes.js";
import { compare } from "./text.js";

const WIDE = { left: 6, step: 8, most: 12 };
const NARROW = { left: 4, step: 6, most: 4 };
/** What a number of the label column says once it was wide stays wide, so that labels do not jump. */
const LEAST_LANES = 3;

export class Margin {
  constructor(desk, view) {
    Object.assign(this, { desk, view, root: $("#margin"), items: new Map(), labels: new Map(), lanes: new Map(), described: new Map() });
    this.widest = LEAST_LANES;
    this.unlabelled = new Set();
    this.soon = framed(() => this.measure());
    desk.on("window", () => this.measure()());
    desk.on("filter", this.soon);
    desk.on("codebook", this.soon);
    // Others' new codings get their label later, when the view moves.
    desk.on("codings", ({ quiet = [] }) => {
      for (const id of quiet) this.unlabelled.add(id);
      this.soon();
    });
    desk.on("light", () => this.mark());
    desk.on("scroll", () => this.label());
    this.root.addEventListener("click", (event) => this.click(event));
    this.root.addEventListener("pointerover", (event) => this.hover(event.target));
    this.root.addEventListener("pointerout", () => desk.tell("hover", null));
    this.root.addEventListener("focusin", (event) => this.focused(event.target));
    this.root.addEventListener("keydown", (event) => this.keys(event));
  }

  /** Finds where the stripes belong; returns what draws them and their labels. */
  measure() {
    const base = this.root.getBoundingClientRect().top;
    this.room = this.root.clientWidth;
    const { coder } = this.desk;
    this.stripes = [];
    for (const coding of this.view.codings()) {
      // Words that are being corrected are not on the page.
      const hidden = this.desk.correcting?.number;
      if (hidden && (coding.from.turn === hidden || coding.to.turn === hidden)) continue;
      const box = this.desk.ground.extent(coding);
      if (!box) continue;
      const own = coding.coder === coder;
      this.stripes.push({
        id: coding.id, coding, code: coding.code, coder: coding.coder, own,
        top: Math.round(box.top - base + 2), bottom: Math.round(box.bottom - base - 2),
      });
    }
    this.stripes.sort((a, b) => a.top - b.top || b.bottom - a.bottom || compare(a.coding.from, b.coding.from));
    for (const [id, lane] of assignLanes(this.stripes, this.lanes)) this.lanes.set(id, lane);
    return () => this.write(narrow() ? NARROW : WIDE);
  }

  write({ left, step, most }) {
    const kept = new Set();
    let wide = this.widest;
    for (const stripe of this.stripes) {
      const lane = this.lanes.get(stripe.id);
      if (lane >= most) continue;
      wide = Math.max(wide, lane + 1);
      kept.add(stripe.id);
      const item = this.item(stripe);
      item.style.insetInlineStart = `${left + lane * step}px`;
      item.style.top = `${stripe.top}px`;
      item.style.height = `${Math.max(6, stripe.bottom - stripe.top)}px`;
    }
    for (const [id, item] of this.items) {
      if (kept.has(id)) continue;
      item.parentElement.remove();
      this.items.delete(id);
    }
    this.widest = Math.min(wide, most);
    this.column = left + this.widest * step + 6;
    this.counts(most);
    this.drawLabels();
    this.mark();
    if (!this.root.querySelector('.st[tabindex="0"]')) this.root.querySelector(".st")?.setAttribute("tabindex", "0");
  }

  /** The stripe's button, made once and kept while its coding is in the window. */
  item(stripe) {
    const { coding } = stripe;
    let item = this.items.get(stripe.id);
    const look = this.desk.codebook.look(coding.code);
    const says = this.describe(coding);
    if (!item) {
      item = h("button", { type: "button", class: "st stripe", tabindex: "-1", data: { id: stripe.id } }, h("i"));
      if (coding.fresh) item.classList.add("new");
      coding.fresh = false;
      this.root.append(h("li", {}, item));
      this.items.set(stripe.id, item);
    }
    // Attributes are written when they change only: each makes the browser look at the style again.
    const shown = [look.t, look.v, stripe.own, coding.pending, says].join("\n");
    if (item.shown === shown) return item;
    item.shown = shown;
    Object.assign(item.dataset, look, { me: stripe.own ? "1" : "0" });
    item.classList.toggle("waiting", Boolean(coding.pending));
    item.setAttribute("aria-label", says);
    return item;
  }

  /** « Isolement, vous, intensité 3, 12 mots, mémo »; kept as long as nothing of it changes. */
  describe(coding) {
    const { codebook } = this.desk;
    const facts = [codebook.title(coding.code), this.desk.nameOf(coding.coder), coding.intensity, coding.words, Boolean(coding.memo)].join("\n");
    const known = this.described.get(coding.id);
    if (known?.facts === facts) return known.words;
    const words = this.inWords(coding);
    this.described.set(coding.id, { facts, words });
    return words;
  }

  inWords(coding) {
    const { say, codebook } = this.desk;
    const parts = [
      codebook.title(coding.code),
      this.desk.nameOf(coding.coder),
      coding.intensity ? say("coding-intensity", { intensity: coding.intensity }) : null,
      say("word-count", { count: coding.words }),
      coding.memo ? say("coding-has-memo") : null,
    ];
    return parts.filter(Boolean).join(", ");
  }

  counts(most) {
    for (const mark of this.overflowing ?? []) mark.remove();
    this.overflowing = overflow(this.stripes, this.lanes, most).map((mark) => {
      const item = h("li", { class: "ovf", data: { ids: mark.ids.join(" ") } }, `+${mark.ids.length}`);
      item.style.top = `${mark.top - 15}px`;
      this.root.append(item);
      return item;
    });
  }

  /** Labels of new codings by others wait until the view moves. */
  label() {
    if (!this.unlabelled.size) return;
    this.unlabelled.clear();
    this.soon();
  }

  /** Draws the labels; one that stands where it stood stays. */
  drawLabels() {
    const before = this.labels;
    this.labels = new Map();
    if (!narrow()) {
      const shown = this.stripes.filter((stripe) => !this.unlabelled.has(stripe.id));
      this.width = Math.max(60, this.room - this.column - 4);
      const sheet = document.createDocumentFragment();
      for (const label of placeLabels(shown)) {
        const key = this.labelKey(label);
        const known = before.get(key);
        before.delete(key);
        const item = known ?? this.newLabel(label);
        if (!known) sheet.append(item);
        this.labels.set(key, item);
      }
      this.root.append(sheet);
    }
    for (const label of before.values()) label.remove();
  }

  /** All that a label shows, and where. */
  labelKey({ id, ids, top }) {
    const place = `${Math.round(top)} ${this.column} ${this.width}`;
    if (ids) return `${place} ${ids.join(" ")}`;
    const coding = this.desk.codings.get(id);
    const { t, v } = this.desk.codebook.look(coding.code);
    return [place, id, this.desk.codebook.title(coding.code), t, v, coding.intensity, Boolean(coding.memo)].join(" ");
  }

  newLabel(label) {
    const item = label.ids ? this.moreLabel(label) : this.codingLabel(this.desk.codings.get(label.id));
    item.style.insetInlineStart = `${this.column}px`;
    item.style.top = `${label.top}px`;
    item.style.maxWidth = `${this.width}px`;
    return item;
  }

  moreLabel(label) {
    return h("li", { class: "lb more", data: { ids: label.ids.join(" ") } }, this.desk.say("margin-more", { count: label.ids.length }));
  }

  codingLabel(coding) {
    const { codebook, coder } = this.desk;
    const data = { id: coding.id, ...codebook.look(coding.code), me: coding.coder === coder ? "1" : "0" };
    return h(
      "li",
      { class: "lb", "aria-hidden": "true", data },
      h("i"),
      h("span", {}, codebook.title(coding.code)),
      coding.intensity ? h("em", {}, String(coding.intensity)) : null,
      coding.memo ? icon("memo", "m") : null,
    );
  }

  /** Marks the open coding. */
  mark() {
    const open = this.desk.open?.id;
    for (const [id, item] of this.items) {
      item.classList.toggle("on", id === open);
      if (id === open) item.setAttribute("aria-expanded", "true");
      else item.removeAttribute("aria-expanded");
    }
    for (const label of this.labels.values()) label.classList.toggle("on", label.dataset.id === open && Boolean(open));
  }

  click(event) {
    const many = event.target.closest("[data-ids]");
    if (many) {
      const ids = many.dataset.ids.split(" ");
      this.desk.tell("list", { codings: ids.map((id) => this.desk.codings.get(id)).filter(Boolean) });
      return;
    }
    const coding = this.desk.codings.get(event.target.closest("[data-id]")?.dataset.id);
    if (!coding) return;
    const byHand = event.detail > 0;
    if (this.desk.open === coding) this.desk.putOut();
    else this.desk.show(coding, byHand ? "mouse" : "keys");
    // After the hand, keys act on the open coding at once.
    if (byHand) this.desk.ground.root.focus({ preventScroll: true });
  }

  hover(target) {
    const coding = this.desk.codings.get(target.closest?.("[data-id]")?.dataset.id);
    this.desk.tell("hover", coding ?? null);
  }

  focused(target) {
    for (const item of this.root.querySelectorAll('.st[tabindex="0"]')) item.setAttribute("tabindex", "-1");
    target.setAttribute("tabindex", "0");
    this.hover(target);
  }

  keys(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      this.desk.putOut();
      this.desk.ground.root.focus({ preventScroll: true });
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const id = event.target.closest(".st")?.dataset.id;
    if (!step || !id) return;
    event.preventDefault();
    const order = this.desk.seen();
    const next = order[order.findIndex((coding) => coding.id === id) + step];
    if (!next) return;
    this.view.reveal(next);
    this.view.redraw();
    this.items.get(next.id)?.focus({ preventScroll: true });
  }
}
