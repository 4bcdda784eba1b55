// Lighting a question in the text: what both have under the hand's colour, what one has alone under it
// softly, with a broken line.

import { rangeOf } from "./margin.js";

/** Cuts a coding into stretches of one turn each. */
function stretches(nodes, { from, to }) {
  const cut = [];
  for (let turn = from.turn; turn <= to.turn; turn++) {
    const node = nodes.get(turn);
    if (!node) continue;
    cut.push({ turn, from: turn === from.turn ? from.at : 0, to: turn === to.turn ? to.at : node.length });
  }
  return cut;
}

/** Sorts places into those that both sides hold and those that one holds. */
export function compare(first, second) {
  const both = [];
  const one = [];
  for (const turn of new Set([...first, ...second].map((stretch) => stretch.turn))) {
    const mine = first.filter((stretch) => stretch.turn === turn);
    const theirs = second.filter((stretch) => stretch.turn === turn);
    const edges = [...new Set([...mine, ...theirs].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
    const holds = (list, at) => list.some(({ from, to }) => from <= at && at < to);
    edges.slice(0, -1).forEach((from, index) => {
      const to = edges[index + 1];
      const count = holds(mine, from) + holds(theirs, from);
      if (count) (count === 2 ? both : one).push({ turn, from, to });
    });
  }
  return { both, one };
}

/** Lights the codings of a question; without them, puts out the light. */
export function light(nodes, first = [], second = []) {
  if (!CSS.highlights) return;
  const all = (codings) => codings.flatMap((coding) => stretches(nodes, coding));
  const { both, one } = compare(all(first), all(second));
  const ranges = (list) => list.map(({ turn, from, to }) => rangeOf(nodes, { from: { turn, at: from }, to: { turn, at: to } })).filter(Boolean);
  CSS.highlights.set("common", new Highlight(...ranges(both)));
  CSS.highlights.set("differing", new Highlight(...ranges(one)));
}
