// Decisions written from a page, and the page made anew around them: each region of it that the
// server writes otherwise is put in its place; what is being typed stays.

import { read, write, uuid, Away, Refused } from "./api.js";
import { messages } from "./messages.js";
import { toast } from "./toast.js";

/** Sets `key` to the words of a message, once they are loaded. */
export const say = await messages("typology-page", "questionnaire-page", "words-page");

const running = document.getElementById("running");
let turn = 0;

/** What the server wrote in each region. */
const written = new Map();
for (const region of document.querySelectorAll("[data-region]")) written.set(region.id, region.innerHTML);

/** Asks the page again and puts its regions in place; `address` is where it is to stand. */
export async function renew(address = location.href) {
  const mine = ++turn;
  const late = setTimeout(() => { if (running) running.hidden = false; }, 250);
  try {
    const text = await read(address);
    if (mine !== turn) return;
    const fresh = new DOMParser().parseFromString(text, "text/html");
    for (const region of document.querySelectorAll("[data-region]")) {
      const other = fresh.getElementById(region.id);
      if (!other || other.innerHTML === written.get(region.id)) continue;
      written.set(region.id, other.innerHTML);
      put(region, other);
    }
  } catch (error) {
    // The page stays as it is; what comes next asks again.
    if (!(error instanceof Refused) && !(error instanceof Away)) throw error;
  } finally {
    clearTimeout(late);
    if (running) running.hidden = true;
  }
}

function put(region, other) {
  const held = region.contains(document.activeElement) ? document.activeElement : null;
  const range = held && "selectionStart" in held && held.type !== "number" ? [held.selectionStart, held.selectionEnd] : null;
  const open = [...region.querySelectorAll("details[open]")].map((one) => one.id).filter(Boolean);
  const name = held?.id || held?.dataset?.name;
  region.replaceChildren(...[...other.childNodes].map((node) => document.importNode(node, true)));
  if ("waiting" in other.dataset) region.dataset.waiting = other.dataset.waiting; else delete region.dataset.waiting;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  recall(region);
  if (!name) return;
  const again = document.getElementById(name) ?? region.querySelector(`svg [data-name="${CSS.escape(name)}"]`);
  again?.focus({ preventScroll: true });
  if (range && again?.setSelectionRange) again.setSelectionRange(...range);
}

// What is typed and not kept yet stays with this tab, whatever is opened meanwhile.
const DRAFT = "propos-draft ";

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-write]");
  if (form) sessionStorage.setItem(DRAFT + form.dataset.write, JSON.stringify(body(form)));
});

/** Puts back what was typed. */
function recall(place) {
  for (const form of place.querySelectorAll("form[data-write]")) {
    const draft = JSON.parse(sessionStorage.getItem(DRAFT + form.dataset.write) ?? "null");
    for (const [name, value] of Object.entries(draft ?? {})) {
      const field = form.elements.namedItem(name);
      if (field) field.value = value;
    }
    const fold = form.closest("details");
    if (draft && fold) fold.open = true;
  }
}
recall(document);

/** Sends a decision, says that it is kept, and offers the way back. */
export async function decide(address, body, done, args = {}, kept = () => {}) {
  try {
    await write(address, "PUT", { operation: uuid(), ...body });
  } catch (error) {
    return failed(error);
  }
  kept();
  await renew();
  toast(say(done, args), { label: say("board-undo"), run: undo });
  return true;
}

async function undo() {
  try {
    await write("/page/undo", "POST", { operation: uuid() });
    await renew();
    toast(say("board-undone"));
  } catch (error) {
    failed(error);
  }
}

function failed(error) {
  if (!(error instanceof Refused) && !(error instanceof Away)) throw error;
  const box = toast(error instanceof Away ? say("board-away") : error.message);
  box.setAttribute("role", "alert");
  return false;
}

/** What a form holds, as JSON. */
function body(form) {
  return Object.fromEntries(new FormData(form).entries());
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-write]");
  if (!form) return;
  event.preventDefault();
  const { write: address, done } = form.dataset;
  decide(address, body(form), done, { case: form.dataset.case ?? "" }, () => sessionStorage.removeItem(DRAFT + address));
});

document.addEventListener("change", (event) => {
  const field = event.target.closest("select[data-write], input[data-write]");
  if (!field) return;
  const given = { [field.name]: field.type === "number" ? field.valueAsNumber : field.value };
  if (Number.isNaN(given[field.name])) return;
  if (field.dataset.axis) given.axis = field.dataset.axis;
  decide(field.dataset.write, given, field.dataset.done).then((kept) => {
    if (kept) return;
    // Refused: the field says again what stands.
    if (field.tagName === "SELECT") for (const one of field.options) one.selected = one.defaultSelected;
    else field.value = field.defaultValue;
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest?.("form[data-write]");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-here], a.p-stop");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const address = link.getAttribute("href");
  history.pushState(null, "", address);
  renew();
});
addEventListener("popstate", () => renew());

// Another tab, another person: the page follows, as soon as it is looked at.
const events = new EventSource("/page/events");
let soon = 0, missed = false;
events.addEventListener("operation", () => {
  missed = document.hidden;
  if (missed) return;
  clearTimeout(soon);
  soon = setTimeout(() => renew(), 120);
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden || !missed) return;
  missed = false;
  renew();
});
addEventListener("pagehide", () => events.close());
