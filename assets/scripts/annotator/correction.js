// Correcting a turn in place: its words in a field of the same face and place, and below it, live,
// which codings move, stretch or fall. Nothing is changed before « Enregistrer ».

import { write } from "../api.js";
import { afterQuiet, button, h } from "./dom.js";

const ORDER = { lost: 0, approximate: 1, moved: 2, exact: 3 };

export class Correction {
  constructor(desk, queue, changes, view) {
    Object.assign(this, { desk, queue, changes, view, turn: null });
    this.previewLater = afterQuiet(160, () => this.preview());
    document.getElementById("correct")?.addEventListener("click", () => this.begin(this.wanted()));
    desk.on("text", () => this.turn && this.end());
  }

  /** The turn one reads, when it is on the screen; else the first answer that is. */
  wanted() {
    const { desk, view } = this;
    const { turns } = desk.interview;
    const shown = turns.filter((turn) => turn.number >= view.first && turn.number <= view.last && turn.whole.length);
    if (shown.includes(desk.here)) return desk.here;
    return shown.find((turn) => turn.respondent) ?? shown[0] ?? turns[0];
  }

  begin(turn) {
    if (!turn || this.turn) return;
    const { desk } = this;
    const { say } = desk;
    desk.putOut();
    desk.stand(turn);
    Object.assign(this, { turn, merge: false, splitAt: null });
    const place = `propos-correction/${desk.transcript}/${turn.number}/${desk.version}`;
    this.place = place;
    this.field = h("textarea", { id: "fix-text", spellcheck: "true", dir: "auto", lang: turn.lang, "aria-label": say("fix-text", { turn: turn.number }), value: sessionStorage.getItem(place) ?? turn.text });
    this.speaker = h("input", { class: "field", id: "fix-speaker", list: "speakers", value: turn.speaker, autocomplete: "off" });
    this.status = h("p", { role: "status" });
    this.list = h("ul", {});
    this.save = button({ class: "btn pri s", disabled: true }, () => this.keep(), say("fix-save"));
    this.form = h(
      "div", { class: "fix", lang: document.documentElement.lang },
      h("div", { class: "bar" }, h("label", { for: "fix-speaker" }, say("fix-speaker")), this.speaker,
        button({ class: "btn s quiet", "aria-pressed": "false", disabled: turn.number <= 1 }, (event) => this.toggleMerge(event.currentTarget), say("fix-merge")),
        button({ class: "btn s quiet" }, () => this.split(), say("fix-split"))),
      this.field,
      h("div", { class: "prev" }, h("div", { class: "bar" }, this.status, button({ class: "btn s" }, () => this.leave(), say("give-up")), this.save), this.list),
    );
    this.form.addEventListener("input", () => {
      sessionStorage.setItem(place, this.field.value);
      this.changed();
    });
    this.form.addEventListener("keydown", (event) => this.keys(event));
    turn.speech.hidden = true;
    turn.speech.after(this.form);
    turn.element.classList.add("fixing");
    desk.correcting = turn;
    this.grow();
    this.bring();
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(0, 0);
    this.changed();
  }

  /** Scrolls so that the whole form is in view, or its beginning when it is taller than the screen. */
  bring() {
    const box = this.form.getBoundingClientRect();
    const room = 90;
    if (box.bottom + room > innerHeight || box.top < this.view.top) {
      scrollBy(0, Math.min(box.bottom + room - innerHeight, box.top - this.view.top - 30));
    }
    this.view.redraw();
  }

  keys(event) {
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === "Escape") this.leave();
    else if (event.key === "Enter" && mod && event.shiftKey) this.split();
    else if (event.key === "Enter" && mod) this.cutOrKeep();
    else if (event.key === "Backspace" && event.target === this.field && !this.field.selectionEnd && this.turn.number > 1) {
      this.toggleMerge(this.form.querySelector("[aria-pressed]"));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Ctrl+Enter keeps what was changed; in words left as they were, it cuts the turn at the cursor. */
  cutOrKeep() {
    if (!this.isChanged) this.split();
    this.keep();
  }

  toggleMerge(toggle) {
    this.merge = !this.merge;
    this.splitAt = null;
    toggle.setAttribute("aria-pressed", String(this.merge));
    this.changed();
  }

  /** Cuts the turn where the cursor stands. */
  split() {
    const at = this.field.selectionStart;
    this.splitAt = at > 0 && at < this.field.value.length && at !== this.splitAt ? at : null;
    this.changed();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }

  get isChanged() {
    return this.field.value !== this.turn.text || this.speaker.value.trim() !== this.turn.speaker || this.merge || this.splitAt !== null;
  }

  changed() {
    this.grow();
    this.save.disabled = !this.isChanged;
    if (this.isChanged) {
      this.previewLater();
      return;
    }
    const { desk } = this;
    const count = desk.codings.within(this.turn.number, this.turn.number).length;
    this.status.textContent = desk.say("fix-none", { count });
    this.list.replaceChildren();
  }

  request() {
    const { turn, desk } = this;
    const speaker = this.speaker.value.trim();
    return {
      version: desk.version, turn: turn.number, text: this.field.value === turn.text ? null : this.field.value,
      speaker: speaker === turn.speaker ? null : speaker, merge: this.merge, split_at: this.splitAt,
    };
  }

  get address() {
    return `/page/transcripts/${encodeURIComponent(this.desk.transcript)}/correction`;
  }

  async preview() {
    // While it is being kept, its version is no longer the one to try it on.
    if (!this.turn || !this.isChanged || this.keeping) return;
    const { turn, desk } = this;
    try {
      const answer = await write(`${this.address}/preview`, "POST", this.request());
      if (this.turn !== turn) return;
      const touched = answer.touched.filter((entry) => entry.verdict !== "exact").sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
      const { exact, moved, approximate, lost } = this.tally(answer, touched);
      const what = this.splitAt !== null ? `${desk.say("fix-cut", { words: this.cutWords() })} ` : this.merge ? `${desk.say("fix-joined")} ` : "";
      this.status.textContent = what + desk.say("fix-verdicts", { exact, moved, approximate, lost });
      this.list.replaceChildren(...touched.slice(0, 12).map((entry) => this.row(entry)));
    } catch (error) {
      this.status.textContent = error.message;
    }
  }

  /** What becomes of this turn's codings; those of later turns, which only shift, are not counted. */
  tally({ verdicts }, touched) {
    const count = (verdict) => touched.filter((entry) => entry.verdict === verdict).length;
    const first = this.merge ? this.turn.number - 1 : this.turn.number;
    const here = this.desk.codings.within(first, this.turn.number).length;
    const [moved, approximate, lost] = [count("moved"), count("approximate"), Math.max(count("lost"), verdicts.lost)];
    return { exact: Math.max(0, here - moved - approximate - lost), moved, approximate, lost };
  }

  cutWords() {
    const after = this.field.value.slice(this.splitAt).trim().split(/\s+/u).slice(0, 4);
    return after.join(" ");
  }

  /** One touched coding: what becomes of it, its code, its words with the change marked. */
  row({ coding, before, after, verdict }) {
    const { desk } = this;
    const known = desk.codings.get(coding?.id ?? coding) ?? coding;
    const who = known?.coder && known.coder !== desk.coder ? h("em", {}, desk.nameOf(known.coder)) : null;
    const code = known?.code ? [desk.codebook.swatch(known.code), desk.codebook.title(known.code), who] : [];
    return h("li", {}, h("span", { class: `vd ${verdict}` }, desk.say(`verdict-${verdict}`)), h("span", { class: "pc" }, ...code), h("q", {}, ...difference(before ?? "", after ?? "", verdict)));
  }

  async keep() {
    if (!this.isChanged) return;
    const { desk, turn } = this;
    const request = this.request();
    this.save.disabled = true;
    this.keeping = true;
    desk.ownCorrection = true;
    try {
      const answer = await this.queue.add("POST", this.address, request);
      sessionStorage.removeItem(this.place);
      this.end();
      await this.changes.refresh();
      desk.tell("said", { text: desk.say("fix-done", { turn: turn.number, version: answer.version ?? desk.version }), undo: true });
    } catch (error) {
      desk.ownCorrection = false;
      this.save.disabled = false;
      desk.tell("refused", error);
    } finally {
      this.keeping = false;
    }
  }

  leave() {
    sessionStorage.removeItem(this.place);
    this.end();
  }

  end() {
    const { turn, desk } = this;
    this.form.remove();
    turn.speech.hidden = false;
    turn.element.classList.remove("fixing");
    this.turn = null;
    desk.correcting = null;
    this.view.redraw();
    desk.ground.root.focus({ preventScroll: true });
  }
}

/** Marks what differs between two texts: shared ends as they are, the middle struck and written. */
export function difference(before, after, verdict) {
  if (verdict === "lost" || !after) return [h("del", {}, shorten(before))];
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  if (!removed && !added) return [shorten(after)];
  const head = start > 34 ? `… ${after.slice(start - 30, start).replace(/^\S*\s/u, "")}` : after.slice(0, start);
  const tail = end > 34 ? `${after.slice(after.length - end, after.length - end + 30).replace(/\s\S*$/u, "")} …` : after.slice(after.length - end);
  return [head, removed ? h("del", {}, shorten(removed)) : null, added ? h("ins", {}, shorten(added)) : null, tail];
}

function shorten(text) {
  return text.length > 70 ? `${text.slice(0, 34).replace(/\s\S*$/u, "")} … ${text.slice(-30).replace(/^\S*\s/u, "")}` : text;
}
