// The codebook: themes in order, their codes, and how each code looks.

import { h } from "./dom.js";

/** Three lightnesses by four patterns: then looks repeat, and names tell codes apart. */
const LOOKS = 12;

export class Codebook {
  constructor() {
    this.themes = [];
    this.codes = new Map();
  }

  read(answer) {
    this.themes = answer.themes;
    this.codes.clear();
    for (const theme of this.themes) {
      for (const code of theme.codes) this.codes.set(code.id, { ...code, theme });
    }
  }

  code(id) {
    return this.codes.get(id);
  }

  /** The name of a code; a code that the page does not know yet is named by its identifier. */
  title(id) {
    return this.codes.get(id)?.title ?? id;
  }

  /** Codes that may still be put on words, in the codebook's order. */
  live() {
    return [...this.codes.values()].filter((code) => !code.retired);
  }

  /** The attributes that give a code its hue and pattern. */
  look(id) {
    const code = this.codes.get(id);
    return { t: String(code?.theme.index ?? 0), v: String((code?.variant ?? 0) % LOOKS) };
  }

  /** A small stripe in the code's hue and pattern. */
  swatch(id) {
    return h("span", { class: "sw", data: this.look(id), "aria-hidden": "true" });
  }
}
