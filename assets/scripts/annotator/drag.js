// Dragging a code onto lit words, or lit words onto a code: the same as choosing it.

import { holds } from "./text.js";

const KIND = "application/x-propos-code";

export class Drag {
  constructor(desk, acts, tree) {
    Object.assign(this, { desk, acts });
    const { root } = desk.ground;
    tree.root.addEventListener("dragstart", (event) => {
      const code = event.target.closest?.(".code")?.dataset.code;
      if (!code) return;
      event.dataTransfer.setData(KIND, code);
      event.dataTransfer.setData("text/plain", desk.codebook.title(code));
      event.dataTransfer.effectAllowed = "copy";
    });
    root.addEventListener("dragover", (event) => this.over(event));
    root.addEventListener("drop", (event) => this.drop(event));
    this.carry();
  }

  /** A code falls on what is lit or open. */
  over(event) {
    if (!event.dataTransfer.types.includes(KIND) || !this.desk.passage) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  }

  drop(event) {
    const code = event.dataTransfer.getData(KIND);
    if (!code) return;
    event.preventDefault();
    this.acts.code([code]);
    this.desk.ground.root.focus({ preventScroll: true });
  }

  /**
   * Lit words are no selection of the browser: pressing on them and moving towards the codebook
   * carries them; a press that ends in the text is an ordinary one.
   */
  carry() {
    const { desk } = this;
    const { root } = desk.ground;
    root.addEventListener(
      "pointerdown",
      (event) => {
        if (event.pointerType !== "mouse" || event.button !== 0 || event.shiftKey || !desk.lit) return;
        const point = desk.ground.pointAt(event.clientX, event.clientY);
        if (point && holds(desk.lit, point)) this.press();
      },
      true,
    );
  }

  press() {
    const { desk, acts } = this;
    let row = null;
    const move = (event) => {
      const under = document.elementFromPoint(event.clientX, event.clientY)?.closest?.(".tree .code") ?? null;
      if (under) getSelection().removeAllRanges();
      if (under === row) return;
      row?.classList.remove("target");
      row = under;
      row?.classList.add("target");
      document.body.classList.toggle("carrying", Boolean(row));
    };
    const end = () => {
      document.removeEventListener("pointermove", move);
      document.removeEventListener("pointerup", end, true);
      document.removeEventListener("pointercancel", end, true);
      document.body.classList.remove("carrying");
      row?.classList.remove("target");
      desk.carried = Boolean(row);
      if (row) acts.code([row.dataset.code], lit);
    };
    const { lit } = desk;
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", end, true);
    document.addEventListener("pointercancel", end, true);
  }
}
