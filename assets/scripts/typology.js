// The plane by keyboard, and the draws behind the page.

import { read } from "./api.js";
import { renew, say } from "./decisions.js";

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

const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Waits for the draws, as long as the page lacks them; words after two seconds. */
async function follow() {
  const began = performance.now();
  for (;;) {
    await wait(300);
    if (!("waiting" in (document.getElementById("firm")?.dataset ?? {}))) return;
    let made;
    try { made = await read("/page/typology/draws"); } catch { await wait(3000); continue; }
    if (made.ready) await renew();
    const line = document.getElementById("drawing");
    if (line && performance.now() - began > 2000 && made.total) {
      line.textContent = say("board-drawing-share", { share: Math.floor((100 * made.done) / made.total) });
    }
  }
}

// A decision may ask for new draws.
new MutationObserver(() => {
  if ("waiting" in (document.getElementById("firm")?.dataset ?? {})) start();
}).observe(document.getElementById("main"), { attributes: true, subtree: true, attributeFilter: ["data-waiting"] });

let following = null;
function start() {
  following ??= follow().finally(() => { following = null; });
}
if (document.getElementById("firm")) start();
