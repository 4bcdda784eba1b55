// Memos on the interview, its case and its turns: one list beside the text, written in place.
//
// A memo is kept when one leaves it or by Ctrl+Enter; what is typed stays in the tab's storage until
// then. `E09:14` in a memo is a link to that turn.

import { uuid } from "../api.js";
import { $, button, h, icon } from "./dom.js";
import { linked } from "./links.js";

export class Notes {
  constructor(desk, queue, view) {
    Object.assign(this, { desk, queue, view, memos: new Map(), editing: null });
    this.box = h("aside", { class: "notes", id: "notes", "aria-label": desk.say("notes"), hidden: true });
    $("#sheet").append(this.box);
    this.opener = $("#notes-open");
    this.opener?.addEventListener("click", () => this.toggle());
    desk.on("memos", ({ memos, gone }) => {
      for (const memo of memos) this.memos.set(memo.id, memo);
      for (const id of gone) this.memos.delete(id);
      this.draw();
    });
    desk.on("text", () => this.flags());
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        this.toggle(false);
      } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
        event.preventDefault();
        event.target.blur();
        if (this.forOne) this.toggle(false);
        else desk.ground.root.focus({ preventScroll: true });
      }
      event.stopPropagation();
    });
    this.box.addEventListener("focusout", (event) => event.target.matches("textarea") && this.keep(event.target));
    this.box.addEventListener("input", (event) => this.draft(event.target));
  }

  get isOpen() {
    return !this.box.hidden;
  }

  toggle(open = !this.isOpen) {
    this.forOne = false;
    this.box.hidden = !open;
    this.opener?.setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("with-notes", open);
    if (open) this.draw();
    else {
      this.desk.tell("sheet", null);
      this.desk.ground.root.focus({ preventScroll: true });
    }
  }

  /** Opens the memo of a turn, to be written; a list opened for it alone shuts once it is kept. */
  write(turn) {
    if (!this.isOpen) {
      this.toggle(true);
      this.forOne = true;
    }
    this.turn = turn.number;
    this.draw();
    this.box.querySelector(`textarea[data-turn="${turn.number}"]`)?.focus();
  }

  draw() {
    this.flags();
    if (!this.isOpen) return;
    const { desk } = this;
    const active = document.activeElement;
    if (this.box.contains(active) && active.matches("textarea") && active.value) return;
    const all = [...this.memos.values()].sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0) || String(a.at).localeCompare(String(b.at)));
    const of = (kind) => all.filter((memo) => memo.subject_kind === kind);
    const turn = this.turn ?? desk.here?.number ?? desk.interview.turns[0]?.number;
    this.box.replaceChildren(
      button({ class: "ico shut", "aria-label": desk.say("close") }, () => this.toggle(false), icon("close")),
      h("h2", {}, desk.say("notes")),
      ...this.section(desk.say("notes-turn", { turn }), of("turn").filter((memo) => memo.turn === turn), "turn", turn),
      ...this.section(desk.say("notes-transcript"), of("transcript"), "transcript"),
      ...this.section(desk.say("notes-case"), of("case"), "case"),
      ...this.others(of("turn").filter((memo) => memo.turn !== turn)),
    );
  }

  section(title, memos, kind, turn = null) {
    const { desk } = this;
    const key = this.place(kind, turn);
    const field = h("textarea", {
      rows: "2", "aria-label": title, placeholder: desk.say("notes-write", { id: desk.transcript }), data: { kind, ...(turn ? { turn: String(turn) } : {}) },
      value: sessionStorage.getItem(key) ?? "",
    });
    return [h("h3", {}, title), h("ul", {}, ...memos.map((memo) => this.memo(memo))), field];
  }

  others(memos) {
    if (!memos.length) return [];
    const { desk } = this;
    const rows = memos.map((memo) => h("li", {}, button({ class: "link" }, () => this.goTo(memo.turn), desk.say("notes-turn", { turn: memo.turn })), this.memo(memo)));
    return [h("h3", {}, desk.say("notes-others")), h("ul", {}, ...rows)];
  }

  memo(memo) {
    const { desk } = this;
    if (this.editing === memo.id) {
      return h("li", {}, h("textarea", { rows: "3", "aria-label": desk.say("notes-edit"), data: { memo: memo.id }, value: memo.body }));
    }
    const mine = memo.coder === desk.coder;
    const tools = mine
      ? [button({ class: "link" }, () => this.edit(memo), desk.say("notes-edit")), button({ class: "link" }, () => this.remove(memo), desk.say("notes-remove"))]
      : [h("span", { class: "src" }, desk.nameOf(memo.coder))];
    return h("li", { class: "memo" }, h("p", { class: "verb" }, ...linked(memo.body)), h("p", { class: "tools" }, ...tools));
  }

  goTo(number) {
    const turn = this.desk.interview.turn(number);
    const whole = turn && this.desk.interview.whole(turn);
    if (!whole) return;
    this.desk.stand(turn);
    this.view.goTo(whole);
  }

  edit(memo) {
    this.editing = memo.id;
    this.draw();
    this.box.querySelector(`textarea[data-memo="${CSS.escape(memo.id)}"]`)?.focus();
  }

  place(kind, turn) {
    return `propos-draft/${this.desk.transcript}/${kind}/${turn ?? ""}`;
  }

  draft(field) {
    const { kind, turn } = field.dataset;
    if (kind) sessionStorage.setItem(this.place(kind, turn), field.value);
  }

  async keep(field) {
    const { desk } = this;
    const body = field.value.trim();
    const { kind, turn, memo } = field.dataset;
    if (memo) {
      const known = this.memos.get(memo);
      this.editing = null;
      if (!body || body === known?.body) {
        this.draw();
        return;
      }
      this.memos.set(memo, { ...known, body });
      this.later(this.queue.add("PATCH", `/page/memos/${memo}`, { body }));
      return;
    }
    if (!body) return;
    sessionStorage.removeItem(this.place(kind, turn));
    field.value = "";
    const id = uuid();
    const made = { id, subject_kind: kind, subject: desk.transcript, turn: turn ? Number(turn) : null, body, coder: desk.coder, at: new Date().toISOString() };
    this.memos.set(id, made);
    this.later(this.queue.add("POST", "/page/memos", { id, subject_kind: kind, subject: desk.transcript, turn: made.turn, body }), id);
  }

  remove(memo) {
    this.memos.delete(memo.id);
    this.later(this.queue.add("DELETE", `/page/memos/${memo.id}`, {}));
  }

  /** Paints now; takes what the server says when it comes. */
  async later(answer, painted) {
    this.draw();
    this.desk.tell("said", { text: this.desk.say("memo-kept"), undo: true });
    try {
      const known = await answer;
      const memos = known?.memos ?? (known?.memo ? [known.memo] : known?.id ? [known] : []);
      if (painted && memos.length) this.memos.delete(painted);
      for (const memo of memos) this.memos.set(memo.id, memo);
    } catch (error) {
      if (painted) this.memos.delete(painted);
      this.desk.tell("refused", error);
    }
    this.draw();
  }

  /** A leaf in the gutter of each turn that has a memo. */
  flags() {
    const { desk } = this;
    for (const flag of desk.ground.root.querySelectorAll(".noted")) flag.remove();
    for (const memo of this.memos.values()) {
      const turn = memo.subject_kind === "turn" ? desk.interview.turn(memo.turn) : null;
      if (!turn || turn.element.querySelector(".noted")) continue;
      turn.element.append(button({ class: "noted", tabindex: "-1", "aria-label": desk.say("notes-turn", { turn: memo.turn }), lang: document.documentElement.lang }, () => this.write(turn), icon("memo")));
    }
  }
}
