// Suggestions: asked for, waited for or stopped, and answered by hand or by one key each.

import { Away, Refused, read, uuid, write } from "./api.js";
import { renew } from "./decisions.js";
import { messages } from "./messages.js";
import { toast } from "./toast.js";
import { writeTimes } from "./when.js";

const say = await messages("suggestions-page");
const form = document.getElementById("ask");
const state = document.getElementById("state");
const found = document.getElementById("found");

/** Carries out a request; says what went wrong. */
async function send(request) {
  try {
    await request();
    return true;
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Away)) throw error;
    toast(error instanceof Away ? say("suggestions-away") : error.message).setAttribute("role", "alert");
    return false;
  }
}

// ---- asking, waiting, stopping ----
const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
let following = null;
let stopped = false;

/** Waits as long as the computation is under way, then shows what it found. */
async function follow() {
  for (;;) {
    let told;
    try { told = await read("/page/suggestions/progress"); } catch { await wait(2000); continue; }
    if (!told.under_way) break;
    const gauge = document.getElementById("gauge");
    if (gauge && told.total) {
      gauge.max = told.total;
      gauge.value = told.done;
      document.getElementById("how-far").textContent = say("suggestions-how-far", { done: told.done, total: told.total });
    }
    await wait(250);
  }
  await renew();
}
const start = () => { following ??= follow().finally(() => { following = null; }); return following; };

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const precision = form.elements.precision.valueAsNumber / 100;
  if (!(precision > 0 && precision <= 1)) {
    toast(say("suggestions-bad-precision")).setAttribute("role", "alert");
    form.elements.precision.focus();
    return;
  }
  stopped = false;
  if (!(await send(() => write("/page/suggestions", "POST", { precision })))) return;
  await renew();
  await start();
  if (stopped) return;
  form.querySelector("button").textContent = say("suggestions-ask-again");
  const first = cards()[0];
  if (first && (document.activeElement === document.body || form.contains(document.activeElement))) go(first);
  toast(say("suggestions-found", { count: cards().length }));
});

state.addEventListener("click", async (event) => {
  if (!event.target.closest("[data-stop]")) return;
  if (!(await send(() => write("/page/suggestions", "DELETE")))) return;
  stopped = true;
  toast(say("suggestions-stopped"));
  form.querySelector("button").focus();
});

// Which interviews: kept in the address, so that a link leads to it.
found.addEventListener("change", (event) => {
  if (event.target.id !== "where") return;
  const address = new URL(location.href);
  if (event.target.value) address.searchParams.set("transcript", event.target.value);
  else address.searchParams.delete("transcript");
  history.pushState(null, "", address);
  renew();
});

// ---- one card at a time takes the keys ----
const cards = () => [...found.querySelectorAll(".prop")];
let last = null;

/** Lets the keyboard come to one card and its buttons, not to all of them. */
function rove() {
  const all = cards();
  const current = all.find((one) => one.contains(document.activeElement)) ?? all.find((one) => one.id === last) ?? all[0];
  last = current?.id ?? null;
  for (const one of all) {
    for (const stop of [one, ...one.querySelectorAll("a, button")]) stop.tabIndex = one === current ? 0 : -1;
  }
}
function go(card) {
  last = card.id;
  rove();
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}
found.addEventListener("focusin", (event) => {
  if (event.target.closest(".prop")) rove();
});
new MutationObserver(() => { rove(); writeTimes(found); }).observe(found, { childList: true });
rove();

// ---- answering ----
async function answer(card, given) {
  if (card.ariaBusy === "true") return;
  card.ariaBusy = "true";
  const all = cards();
  const at = all.indexOf(card);
  const next = all[at + 1] ?? all[at - 1];
  const { id, code } = card.dataset;
  if (!(await send(() => write(`/page/suggestions/${id}`, "POST", { operation: uuid(), answer: given })))) {
    card.ariaBusy = "false";
    return;
  }
  if (next?.isConnected) go(next);
  else form.querySelector("button").focus();
  await renew();
  toast(say(`suggestions-${given}-one`, { code }), { label: say("suggestions-undo"), run: undo });
  lately.push(card.id);
}

/** Cards answered here, the last at the end: taken back, they are shown again. */
const lately = [];

async function undo() {
  if (!(await send(() => write("/page/undo", "POST", { operation: uuid() })))) return;
  await renew();
  const card = document.getElementById(lately.pop() ?? "");
  if (card) go(card);
  toast(say("suggestions-undone"));
}

found.addEventListener("click", (event) => {
  const button = event.target.closest("[data-answer]");
  if (button) answer(button.closest(".prop"), button.dataset.answer);
});

const ANSWERS = { ArrowRight: "accepted", ArrowLeft: "rejected", Delete: "ignored", Backspace: "ignored" };
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, select, textarea")) return;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z") {
    event.preventDefault();
    undo();
    return;
  }
  const card = event.target.closest?.(".prop");
  if (!card || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const all = cards();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const next = all[all.indexOf(card) + step];
    if (next) go(next);
  } else if (ANSWERS[event.key] && !event.repeat) {
    event.preventDefault();
    answer(card, ANSWERS[event.key]);
  }
});

if ("waiting" in state.dataset) start();
writeTimes(found);
document.documentElement.dataset.ready = "1";
