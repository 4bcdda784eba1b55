// Underlines and light by spans, for browsers without the Custom Highlight API: same names as
// classes (`hl-t0-0`, `hl-hand`). Speeches of the window are cut at the edges of what is drawn.

import { Highlights } from "./highlights.js";

export class Spans extends Highlights {
  set(name, passages) {
    this.names.set(name, passages);
    this.wait ??= requestAnimationFrame(() => {
      this.wait = undefined;
      this.cut();
    });
  }

  /** Puts spans where names change, turn by turn, and takes away those of turns that left. */
  cut() {
    const { interview, ground } = this.desk;
    const marks = new Map();
    for (const [name, passages] of this.names) {
      for (const passage of passages) {
        interview.each(passage, (turn, a, b) => {
          if (!marks.has(turn)) marks.set(turn, []);
          if (b > a) marks.get(turn).push({ name, a, b });
        });
      }
    }
    for (const turn of this.drawn ?? []) if (!marks.has(turn)) this.dress(turn, []);
    for (const [turn, list] of marks) this.dress(turn, list);
    this.drawn = [...marks.keys()];
    ground.probe = new Range();
  }

  dress(turn, list) {
    const bare = [];
    for (const entry of this.desk.ground.nodes(turn)) {
      const parent = entry.node.parentElement;
      if (parent.classList.contains("hl")) parent.replaceWith(entry.node);
      bare.push(entry.node);
    }
    turn.speech.normalize();
    turn.nodes = null;
    const edges = [...new Set(list.flatMap(({ a, b }) => [a, b]))].sort((a, b) => b - a);
    for (const { node, start } of this.desk.ground.nodes(turn).reverse()) {
      for (const edge of edges) if (edge > start && edge < start + node.length) node.splitText(edge - start);
    }
    turn.nodes = null;
    for (const { node, start, end } of this.desk.ground.nodes(turn)) {
      const names = list.filter(({ a, b }) => a <= start && b >= end).map(({ name }) => `hl-${name}`);
      if (!names.length) continue;
      const span = document.createElement("span");
      span.className = `hl ${names.join(" ")}`;
      node.replaceWith(span);
      span.append(node);
    }
    turn.nodes = null;
  }
}
