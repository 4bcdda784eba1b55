// Stripes of one coder beside the text: one a coding, as near to the text as there is room, its name
// at its first line as long as names do not run into each other.

const STEP = 8;
const LABEL = 32;
const FAR = 90;

/** Texts of turns: turn number to its text node. */
export function textNodes(root) {
  const nodes = new Map();
  for (const turn of root.querySelectorAll("[data-turn]")) nodes.set(Number(turn.dataset.turn), turn.querySelector("p").firstChild);
  return nodes;
}

/** The range of a coding, or none when it stands nowhere. */
export function rangeOf(nodes, { from, to }) {
  const start = nodes.get(from.turn);
  const end = nodes.get(to.turn);
  if (!start || !end) return null;
  const range = new Range();
  range.setStart(start, Math.min(from.at, start.length));
  range.setEnd(end, Math.min(to.at, end.length));
  return range;
}

function lanes(stripes) {
  const free = [];
  let wide = 0;
  for (const stripe of stripes) {
    let lane = free.findIndex((end) => end + 3 <= stripe.top);
    if (lane < 0) lane = free.length;
    free[lane] = stripe.bottom;
    stripe.lane = lane;
    wide = Math.max(wide, lane + 1);
  }
  return wide;
}

/** Draws a margin anew. `boxes` are `{ coding, top, bottom }` from the top of the sheet. */
export function drawMargin(margin, boxes, isLeft) {
  const stripes = boxes.toSorted((a, b) => a.top - b.top || b.bottom - a.bottom);
  const wide = lanes(stripes);
  const room = margin.clientWidth;
  const made = [];
  for (const { coding, top, bottom, lane } of stripes) {
    const stripe = document.createElement("span");
    stripe.className = "stripe";
    Object.assign(stripe.dataset, { t: coding.theme, v: coding.variant, coding: coding.id });
    stripe.append(document.createElement("i"));
    stripe.style.left = `${isLeft ? room - 14 - lane * STEP : 6 + lane * STEP}px`;
    stripe.style.top = `${top}px`;
    stripe.style.height = `${Math.max(bottom - top, 6)}px`;
    made.push(stripe);
  }
  const across = room - wide * STEP - 26;
  if (across > 60) {
    let clear = -LABEL;
    for (const { coding, top } of stripes) {
      const at = Math.max(top - 1, clear);
      if (at - top > FAR) continue;
      const label = document.createElement("span");
      label.className = "label";
      Object.assign(label.dataset, { t: coding.theme, coding: coding.id });
      const name = document.createElement("span");
      name.textContent = coding.title;
      label.append(document.createElement("i"), name);
      label.style.top = `${at}px`;
      label.style.width = `${across}px`;
      label.style.left = `${isLeft ? 8 : wide * STEP + 14}px`;
      made.push(label);
      clear = at + LABEL;
    }
  }
  margin.replaceChildren(...made);
}
