// What is computed behind the page: each region that waits asks how far its computation is, says it
// after two seconds, and is made anew when it is done.

import { read } from "./api.js";
import { renew, say } from "./decisions.js";

const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
const waiting = () => [...document.querySelectorAll("[data-waiting]")];

async function follow() {
  const began = performance.now();
  while (waiting().length) {
    await wait(300);
    let done = false;
    for (const region of waiting()) {
      let made;
      try { made = await read(region.dataset.waiting); } catch { await wait(3000); continue; }
      done ||= made.ready;
      const line = region.querySelector("[data-told]");
      if (line && !made.ready && made.total && performance.now() - began > 2000) {
        line.textContent = say(line.dataset.told, { share: Math.floor((100 * made.done) / made.total) });
      }
    }
    if (done) await renew();
  }
}

let following = null;
function start() {
  following ??= follow().finally(() => { following = null; });
}

// A decision may ask for new draws.
new MutationObserver(() => { if (waiting().length) start(); })
  .observe(document.getElementById("main"), { attributes: true, subtree: true, attributeFilter: ["data-waiting"] });
if (waiting().length) start();
