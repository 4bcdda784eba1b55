// What is said to ears and shown for a while: the lit unit (polite live region), toasts with their
// way back, refusals.

import { toast } from "../toast.js";
import { $, h, isMac } from "./dom.js";

export class Voice {
  constructor(desk) {
    Object.assign(this, { desk, live: $("#live") });
    desk.on("light", ({ by }) => by !== "again" && this.light(by));
    desk.on("announce", ({ text, show }) => {
      this.live.textContent = text;
      if (show) toast(text);
    });
    desk.on("said", ({ text, undo }) => this.say(text, undo));
    desk.on("refused", (error) => this.refuse(error));
  }

  /** Text first, then facts: words, turn, codings. */
  light(by) {
    const { desk } = this;
    const { say } = desk;
    if (desk.open) {
      const coding = desk.open;
      if (by === "keys") this.live.textContent = `${desk.codebook.title(coding.code)}, ${desk.nameOf(coding.coder)}, ${say("word-count", { count: coding.words })}. ${this.quote(coding)}`;
      return;
    }
    if (!desk.lit) return;
    const codings = desk.codings.touching(desk.lit).filter((coding) => coding.coder === desk.coder);
    const codes = [...new Set(codings.map((coding) => desk.codebook.title(coding.code)))];
    this.live.textContent = say("lit", {
      words: this.quote(desk.lit), count: desk.interview.wordCount(desk.lit), turn: desk.lit.from.turn,
      codings: codings.length, codes: codes.join(", "),
    });
  }

  quote(passage) {
    const words = this.desk.interview.stored(passage).replace(/\s+/gu, " ");
    return words.length > 320 ? `${words.slice(0, 300)}…` : words;
  }

  say(text, undo) {
    const { say } = this.desk;
    const box = toast(text, undo ? { label: say("undo"), run: () => this.desk.tell("undo") } : undefined);
    const label = box?.querySelector("button");
    if (label) label.append(h("kbd", { "aria-hidden": "true" }, say(isMac ? "key-undo-mac" : "key-undo")));
  }

  refuse(error) {
    const box = toast(error.message);
    box?.setAttribute("role", "alert");
  }
}
