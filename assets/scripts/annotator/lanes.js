// Places of stripes, labels and underlines: pure arithmetic on what was measured.

import { compare } from "./text.js";

/** Widest room between two stripes of one lane, in pixels. */
const GAP = 3;

/**
 * Gives each stripe { id, top, bottom } a lane, the first free one from the text outward, higher and
 * longer ones first. A lane in `kept` (id → lane) is kept while it is free, so that scrolling and
 * coding never move a stripe that is in view. Returns id → lane.
 */
export function assignLanes(stripes, kept = new Map()) {
  const order = [...stripes].sort((a, b) => a.top - b.top || b.bottom - a.bottom || Number(b.own) - Number(a.own));
  const taken = [];
  const free = (lane, stripe) =>
    (taken[lane] ?? []).every((other) => stripe.top >= other.bottom + GAP || other.top >= stripe.bottom + GAP);
  const lanes = new Map();
  const take = (lane, stripe) => {
    (taken[lane] ??= []).push(stripe);
    lanes.set(stripe.id, lane);
  };
  for (const stripe of order) {
    const lane = kept.get(stripe.id);
    if (lane !== undefined && free(lane, stripe)) take(lane, stripe);
  }
  for (const stripe of order) {
    if (lanes.has(stripe.id)) continue;
    let lane = 0;
    while (!free(lane, stripe)) lane += 1;
    take(lane, stripe);
  }
  return lanes;
}

/** Gathers the stripes beyond the last lane into « +n » marks: [{ top, bottom, ids }]. */
export function overflow(stripes, lanes, most) {
  const marks = [];
  const beyond = stripes.filter((stripe) => lanes.get(stripe.id) >= most).sort((a, b) => a.top - b.top);
  for (const stripe of beyond) {
    const last = marks[marks.length - 1];
    if (last && stripe.top < last.bottom) {
      last.ids.push(stripe.id);
      last.bottom = Math.max(last.bottom, stripe.bottom);
    } else {
      marks.push({ top: stripe.top, bottom: stripe.bottom, ids: [stripe.id] });
    }
  }
  return marks;
}

/**
 * Places labels in one column: each at its stripe's first line, pushed down by at most `reach`, then
 * gathered under « et 3 autres ». A code by two coders over the same words has one label, and the
 * reader's own comes first. Returns [{ id, top }] and [{ ids, top, more: true }] in reading order.
 */
export function placeLabels(stripes, { line = 18, reach = 74 } = {}) {
  const order = [...stripes].sort((a, b) => a.top - b.top || b.bottom - a.bottom || Number(b.own) - Number(a.own));
  const said = [];
  const shown = order.filter((stripe) => {
    const twin = said.some(
      (other) => other.code === stripe.code && other.coder !== stripe.coder && stripe.top < other.bottom && other.top < stripe.bottom,
    );
    if (!twin) said.push(stripe);
    return !twin;
  });
  const labels = [];
  let [free, left] = [-Infinity, []];
  const gather = () => {
    if (left.length) {
      labels.push({ ids: left, top: free, more: true });
      free += line;
      left = [];
    }
  };
  for (const stripe of shown) {
    const wanted = stripe.top - 1;
    if (left.length && wanted >= free + line) gather();
    const top = Math.max(wanted, free);
    if (top - wanted > reach || (left.length && wanted < free)) {
      left.push(stripe.id);
      continue;
    }
    gather();
    const at = Math.max(wanted, free);
    labels.push({ id: stripe.id, top: at });
    free = at + line;
  }
  gather();
  return labels;
}

/** Gives codings { id, from, to } the depth of their underline: first free line from the words down. */
export function assignDepths(codings) {
  const ends = [];
  const depths = new Map();
  const order = [...codings].sort((a, b) => compare(a.from, b.from) || compare(b.to, a.to));
  for (const coding of order) {
    let depth = ends.findIndex((end) => compare(end, coding.from) <= 0);
    if (depth < 0) depth = ends.length;
    ends[depth] = coding.to;
    depths.set(coding.id, depth);
  }
  return depths;
}
