// Decisions written from a page, and the page made anew around them: each region of it that the
// server writes otherwise is put in its place; what is being typed stays.

import { read, write, uuid, Away, Refused } from "./api.js";
import { messages } from "./messages.js";
import { toast } from "./toast.js";

/** Sets `key` to the words of a message, once they are loaded. */
export const say = await messages("typology-page", "questionnaire-page");

const running = document.getElementById("running");
let turn = 0;

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
      if (!other || other.innerHTML === region.dataset.written) continue;
      if (isTypedIn(region)) continue;
      put(region, other);
    }
  } finally {
    clearTimeout(late);
    if (running) running.hidden = true;
  }
}

/** Keeps what is being written: a changed field that holds the focus. */
function isTypedIn(region) {
  const field = document.activeElement?.closest("textarea, input:not([type=radio])");
  return field && region.contains(field) && field.value !== field.defaultValue;
}

function put(region, other) {
  const held = region.contains(document.activeElement) ? document.activeElement : null;
  const open = [...region.querySelectorAll("details[open]")].map((one) => one.id).filter(Boolean);
  const [name, x] = [held?.id || held?.dataset?.name, region.scrollLeft];
  region.replaceChildren(...[...other.childNodes].map((node) => document.importNode(node, true)));
  for (const key of ["waiting"]) {
    if (key in other.dataset) region.dataset[key] = ""; else delete region.dataset[key];
  }
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  region.scrollLeft = x;
  if (!name) return;
  const again = document.getElementById(name) ?? region.querySelector(`svg [data-name="${CSS.escape(name)}"]`);
  again?.focus({ preventScroll: true });
}

/** Sends a decision, says that it is kept, and offers the way back. */
export async function decide(address, body, done, args = {}) {
  try {
    await write(address, "PUT", { operation: uuid(), ...body });
  } catch (error) {
    return failed(error);
  }
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
  // What was typed is what is kept: the fields are no longer being written.
  const given = body(form);
  for (const field of form.elements) if ("defaultValue" in field && field.type !== "radio") field.defaultValue = field.value;
  decide(form.dataset.write, given, form.dataset.done, { case: form.dataset.case ?? "" });
});

document.addEventListener("change", (event) => {
  const field = event.target.closest("select[data-write], input[data-write]");
  if (!field) return;
  const given = { [field.name]: field.type === "number" ? field.valueAsNumber : field.value };
  if (Number.isNaN(given[field.name])) return;
  if (field.dataset.axis) given.axis = field.dataset.axis;
  if ("defaultValue" in field) field.defaultValue = field.value;
  decide(field.dataset.write, given, field.dataset.done).then((kept) => { if (!kept) renew(); });
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

// Another tab, another person: the page follows.
const events = new EventSource("/page/events");
let soon = 0;
events.addEventListener("operation", () => {
  clearTimeout(soon);
  soon = setTimeout(() => renew(), 120);
});
addEventListener("pagehide", () => events.close());
