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
    for (const entry of this.desk.ground.nodes(turn)) {
      let outer = entry.node;
      while (outer.parentElement.classList.contains("hl")) outer = outer.parentElement;
      if (outer !== entry.node) outer.replaceWith(entry.node);
    }
    turn.speech.normalize();
    turn.nodes = null;
    const edges = [...new Set(list.flatMap(({ a, b }) => [a, b]))].sort((a, b) => b - a);
    for (const { node, start } of this.desk.ground.nodes(turn).reverse()) {
      for (const edge of edges) if (edge > start && edge < start + node.length) node.splitText(edge - start);
    }
    turn.nodes = null;
    for (const { node, start, end } of this.desk.ground.nodes(turn)) {
      // One span a name, one inside the other: each draws its own line.
      for (const { name } of list.filter(({ a, b }) => a <= start && b >= end)) {
        const span = document.createElement("span");
        span.className = `hl hl-${name}`;
        dye(span, name);
        node.before(span);
        span.append(node);
      }
    }
    turn.nodes = null;
  }
}

/** The line or tint of a theme's name: `t0-1`, `hover-t0`. */
function dye(span, name) {
  const line = /^(t\d+)-(\d)$/.exec(name);
  const tint = /^hover-(t\d+)$/.exec(name);
  if (line) {
    span.style.textDecoration = `underline 2px var(--${line[1]}-1)`;
    span.style.textUnderlineOffset = `${4 * (Number(line[2]) + 1)}px`;
  } else if (tint) span.style.backgroundColor = `color-mix(in srgb, var(--${tint[1]}-1) var(--tint), transparent)`;
}
