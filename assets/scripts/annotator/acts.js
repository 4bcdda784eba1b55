// What a coder does to codings: painted at once, sent after, mended when the server says otherwise.

import { uuid } from "../api.js";
import { TakenBack } from "./queue.js";

/** The words of an in-vivo code are cut here, in characters. */
const LONGEST_TITLE = 60;

export class Acts {
  constructor(desk, queue, changes) {
    Object.assign(this, { desk, queue, changes });
    desk.on("bounds", ({ passage, by }) => this.bounds(passage, by));
  }

  /** Puts codes on the lit words (or on those of the open coding). */
  code(codes, passage = this.desk.passage) {
    const { desk } = this;
    if (!passage || !codes.length) return;
    const fresh = codes.filter((code) => !desk.placed(code, passage));
    desk.last = codes[codes.length - 1];
    if (!fresh.length) {
      desk.tell("said", { text: desk.say("already-placed", { code: desk.codebook.title(codes[0]) }) });
      desk.tell("light", { by: "again" });
      return;
    }
    const words = desk.interview.wordCount(passage);
    const ids = fresh.map(() => uuid());
    fresh.forEach((code, i) => this.paint(ids[i], code, passage, words));
    desk.tell("codings", { ids });
    desk.tell("light", { by: "again" });
    desk.tell("said", {
      text: desk.say("placed", { code: fresh.map((code) => desk.codebook.title(code)).join(", "), count: words }),
      undo: true,
    });
    const body = {
      transcript: desk.transcript, version: desk.version, passages: [ends(passage)], ids, codes: fresh,
      intensity: null, exact: Boolean(passage.exact),
    };
    this.send("POST", "/page/codings", body, ids);
  }

  paint(id, code, passage, words) {
    const { desk } = this;
    desk.codings.put({
      id, code, coder: desk.coder, ...ends(passage), intensity: null, memo: "", words,
      definition: desk.codebook.code(code)?.version ?? 1, verdict: "exact", origin: "hand", pending: true, fresh: true,
    });
  }

  /** Sends an operation that painted `ids`; a refusal takes them away again. */
  async send(method, address, body, ids = []) {
    const { desk } = this;
    try {
      const answer = await this.queue.add(method, address, body);
      this.accept(answer, ids);
      return answer;
    } catch (error) {
      for (const id of ids) desk.codings.drop(id);
      desk.tell("codings", { ids });
      if (!(error instanceof TakenBack)) {
        desk.tell("refused", error);
        this.changes.soon();
      }
      return null;
    }
  }

  accept(answer, ids = []) {
    const { desk } = this;
    const known = new Set((answer?.codings ?? []).map((coding) => coding.id));
    for (const id of ids) if (!known.has(id)) desk.codings.drop(id);
    for (const coding of [...(answer?.codings ?? []), ...(answer?.already ?? [])]) this.settle(coding);
    if (answer?.followed) this.changes.followed();
    desk.tell("codings", { ids });
  }

  /** Paints again what an earlier page did and the server has not answered yet. */
  repaint({ method, address, body }) {
    const { desk } = this;
    const id = address.split("/").pop();
    const coding = desk.codings.get(id);
    if (method === "POST" && address === "/page/codings") {
      let i = 0;
      for (const passage of body.passages) {
        for (const code of body.codes) this.paint(body.ids[i++], code, passage, desk.interview.wordCount(passage));
      }
    } else if (method === "DELETE" && coding) desk.codings.drop(id);
    else if (method === "PATCH" && coding) {
      const { code, from, to, intensity, memo } = { ...coding, ...body };
      desk.codings.put({ ...coding, code, from, to, intensity: intensity || null, memo, pending: true });
    }
  }

  /** Puts what the server knows in place of what was painted. */
  settle(coding) {
    const { desk } = this;
    const before = desk.codings.get(coding.id);
    desk.codings.put(coding);
    if (desk.open && desk.open === before) {
      desk.open = coding;
      desk.tell("open", coding);
    }
  }

  /** Changes a coding: code, bounds, intensity, memo. */
  async change(coding, patch, text) {
    const { desk } = this;
    const painted = { ...coding, ...patch, pending: true };
    if (patch.from) painted.words = desk.interview.wordCount(painted);
    this.settle(painted);
    desk.tell("codings", { ids: [coding.id] });
    if (text) desk.tell("said", { text, undo: true });
    const body = { ...patch, version: desk.version };
    if ("intensity" in patch) body.intensity = patch.intensity ?? 0;
    try {
      this.accept(await this.queue.add("PATCH", `/page/codings/${coding.id}`, body));
    } catch (error) {
      this.settle({ ...coding, pending: false });
      desk.tell("codings", { ids: [coding.id] });
      if (!(error instanceof TakenBack)) desk.tell("refused", error);
    }
  }

  recode(coding, code) {
    const { desk } = this;
    desk.last = code;
    this.change(coding, { code }, desk.say("recoded", { code: desk.codebook.title(code), before: desk.codebook.title(coding.code) }));
  }

  /** New ends: of the lit words, or of the open coding. */
  bounds(passage, by) {
    const { desk } = this;
    if (!desk.open) {
      desk.light({ ...ends(passage), exact: passage.exact, kind: "word", anchor: ends(passage) }, by);
      return;
    }
    const count = desk.interview.wordCount(passage);
    const text = desk.say("moved-ends", { code: desk.codebook.title(desk.open.code), count });
    this.change(desk.open, { ...ends(passage), exact: Boolean(passage.exact) }, text);
    desk.tell("light", { by: "again" });
  }

  intensity(coding, value) {
    const { desk } = this;
    const intensity = value === coding.intensity ? null : value;
    const code = desk.codebook.title(coding.code);
    this.change(coding, { intensity }, intensity ? desk.say("set-intensity", { intensity, code }) : desk.say("no-intensity", { code }));
  }

  /** `<` and `>`: one step, on the open coding, else on the last one put on the lit words. */
  nudge(step) {
    const { desk } = this;
    const mine = (coding) => coding.coder === desk.coder;
    const coding = desk.open ?? (desk.lit && desk.codings.touching(desk.lit).filter((c) => mine(c) && c.code === desk.last).pop());
    if (!coding || !mine(coding)) return;
    const value = Math.max(1, Math.min(3, (coding.intensity ?? (step > 0 ? 1 : 3)) + (coding.intensity ? step : 0)));
    if (value !== coding.intensity) this.intensity(coding, value);
  }

  async remove(coding) {
    const { desk } = this;
    if (coding.coder !== desk.coder) return;
    desk.codings.drop(coding.id);
    desk.putOut();
    desk.tell("codings", { ids: [coding.id] });
    desk.tell("said", { text: desk.say("removed", { code: desk.codebook.title(coding.code) }), undo: true });
    try {
      await this.queue.add("DELETE", `/page/codings/${coding.id}`, {});
    } catch (error) {
      desk.codings.put(coding);
      desk.tell("codings", { ids: [coding.id] });
      if (!(error instanceof TakenBack)) desk.tell("refused", error);
    }
  }

  /** A code named by the lit words, put on them at once; its definition comes later. */
  inVivo() {
    const { desk } = this;
    if (!desk.lit) return;
    let title = desk.interview.stored(desk.lit).replace(/\s+/gu, " ").replace(/[.!?…»\s]+$/u, "").replace(/^[«\s]+/u, "");
    if ([...title].length > LONGEST_TITLE) title = `${[...title].slice(0, LONGEST_TITLE - 2).join("").replace(/\s\S*$/u, "")}…`;
    title = title.charAt(0).toUpperCase() + title.slice(1);
    const theme = desk.codebook.code(desk.last)?.theme.id ?? desk.codebook.themes[0]?.id;
    this.create({ title, theme, definition: "" }).then((code) => code && desk.tell("define", code));
  }

  /** A new code with its definition, put on the lit words: one operation. */
  async create({ title, theme, themeTitle = "", definition }) {
    const { desk } = this;
    const passage = desk.lit && ends(desk.lit);
    const ids = passage ? [uuid()] : [];
    const body = { theme, theme_title: themeTitle, title, definition, transcript: desk.transcript, version: desk.version, passages: passage ? [passage] : [], ids };
    try {
      const answer = await this.queue.add("POST", "/page/codes", body);
      await this.changes.readCodebook();
      desk.last = answer.code;
      for (const coding of answer.codings) desk.codings.put({ ...coding, fresh: true });
      desk.tell("codings", { ids });
      const name = desk.codebook.code(answer.code);
      desk.tell("said", { text: desk.say("created", { code: title, theme: name?.theme.title ?? "" }), undo: true });
      desk.tell("light", { by: "again" });
      return answer.code;
    } catch (error) {
      if (!(error instanceof TakenBack)) desk.tell("refused", error);
      return null;
    }
  }

  undo() {
    if (this.queue.takeBack()) {
      this.desk.tell("said", { text: this.desk.say("undone-unsent") });
      return;
    }
    this.turnBack("/page/undo", "undone");
  }

  redo() {
    this.turnBack("/page/redo", "redone");
  }

  async turnBack(address, key) {
    const { desk } = this;
    try {
      const answer = await this.queue.add("POST", address, {}, { stays: true });
      await this.changes.refresh();
      const elsewhere = answer.transcripts?.length && !answer.transcripts.includes(desk.transcript);
      const text = desk.say(elsewhere ? `${key}-elsewhere` : key, { what: answer.summary, where: (answer.transcripts ?? []).join(", ") });
      desk.tell("said", { text, undo: key === "redone" });
    } catch (error) {
      desk.tell("refused", error);
    }
  }
}

const ends = ({ from, to }) => ({ from: { turn: from.turn, at: from.at }, to: { turn: to.turn, at: to.at } });
