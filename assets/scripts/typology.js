// The plane by keyboard.

import "./decisions.js";
import "./waiting.js";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The middle of a point, on the screen. */
const middle = (stop) => {
  const box = stop.querySelector(".p-touch").getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
};

/** The nearest stop in a direction: what lies far aside counts twice. */
function nearest(from, [dx, dy], stops) {
  const [x, y] = middle(from);
  let best = null, least = Infinity;
  for (const stop of stops) {
    if (stop === from) continue;
    const [a, b] = middle(stop);
    const along = (a - x) * dx + (b - y) * dy;
    const aside = Math.abs((a - x) * dy) + Math.abs((b - y) * dx);
    const cost = along + 2 * aside;
    if (along > 0.5 && cost < least) [best, least] = [stop, cost];
  }
  return best;
}

document.addEventListener("keydown", (event) => {
  const stop = event.target.closest?.("a.p-stop");
  if (!stop || event.ctrlKey || event.metaKey || event.altKey) return;
  const stops = [...stop.ownerSVGElement.querySelectorAll("a.p-stop")];
  let next = null;
  if (event.key in STEPS) next = nearest(stop, STEPS[event.key], stops);
  else if (event.key === "Home") next = stops[0];
  else if (event.key === "End") next = stops.at(-1);
  else return;
  event.preventDefault();
  if (!next) return;
  stop.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
});
