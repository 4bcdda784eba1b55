// On a phone: four tools at the foot, and the codebook, the outline and the memos as sheets.

import { $, narrow } from "./dom.js";

export class Sheets {
  constructor(desk, acts, notes) {
    this.desk = desk;
    const foot = $("#foot");
    foot.addEventListener("click", (event) => {
      const tool = event.target.closest("button");
      if (!tool) return;
      if ("undo" in tool.dataset) acts.undo();
      else this.show(document.body.dataset.sheet === tool.dataset.sheet ? null : tool.dataset.sheet);
    });
    for (const shut of document.querySelectorAll("[data-shut]")) shut.addEventListener("click", () => this.show(null));
    $("#plan").addEventListener("click", () => this.show(null));
    desk.on("sheet", (name) => narrow() && this.show(name));
    desk.on("light", ({ by }) => by && by !== "again" && narrow() && this.show(null));
    this.notes = notes;
  }

  show(name) {
    const { notes } = this;
    if (name) document.body.dataset.sheet = name;
    else delete document.body.dataset.sheet;
    for (const tool of document.querySelectorAll("#foot [data-sheet]")) tool.setAttribute("aria-expanded", String(tool.dataset.sheet === name));
    if (narrow()) {
      if (name === "notes" && !notes.isOpen) notes.toggle(true);
      else if (name !== "notes" && notes.isOpen) notes.toggle(false);
    }
  }
}
