// Memos: written, changed in place, removed with a way back. Ctrl Enter keeps, Escape leaves.

import { uuid, write } from "./api.js";
import { messages } from "./messages.js";
import { once } from "./once.js";
import { toast } from "./toast.js";

const say = await messages("home");

/** Carries out, then brings the page anew. */
const anew = (work) => async () => {
  if (!(await send(work))) return false;
  location.reload();
  return true;
};

async function send(work) {
  try {
    await work();
    return true;
  } catch (error) {
    toast(error.message);
    return false;
  }
}

for (const form of document.querySelectorAll("[data-new-note]")) {
  const text = form.querySelector("textarea");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { kind, subject } = form.dataset;
    const body = { operation: uuid(), subject_kind: kind, subject, body: text.value };
    once(form, anew(() => write("/page/memos", "POST", body)));
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

function edit(note) {
  const body = note.querySelector(".body");
  if (note.querySelector("form")) return;
  const form = document.createElement("form");
  form.className = "new-note";
  const text = document.createElement("textarea");
  text.value = body.dataset.source;
  text.setAttribute("aria-label", say("memos-edit"));
  const keep = document.createElement("button");
  keep.className = "btn s pri";
  keep.textContent = say("memos-keep");
  const leave = document.createElement("button");
  leave.type = "button";
  leave.className = "btn s";
  leave.textContent = say("memos-leave");
  const bar = document.createElement("div");
  bar.className = "bar";
  bar.append(keep, leave);
  form.append(text, bar);
  const shut = () => { form.remove(); body.hidden = false; note.querySelector("[data-edit]").focus(); };
  leave.addEventListener("click", shut);
  text.addEventListener("keydown", (event) => {
    if (event.key === "Escape") shut();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const sent = { operation: uuid(), body: text.value };
    once(form, anew(() => write(`/page/memos/${note.dataset.note}`, "PATCH", sent)));
  });
  body.hidden = true;
  note.append(form);
  text.focus();
}

async function remove(note) {
  if (!(await send(() => write(`/page/memos/${note.dataset.note}`, "DELETE", { operation: uuid() })))) return false;
  const near = note.nextElementSibling ?? note.previousElementSibling ?? document.getElementById("main");
  note.remove();
  (near.querySelector?.("a, button") ?? near).focus();
  const undo = async () => { if (await send(() => write("/page/undo", "POST", { operation: uuid() }))) location.reload(); };
  toast(say("memos-removed"), { label: say("home-undo"), run: undo });
  return true;
}

document.addEventListener("click", (event) => {
  const note = event.target.closest("[data-note]");
  if (!note) return;
  if (event.target.closest("[data-edit]")) edit(note);
  if (event.target.closest("[data-remove]")) once(note, () => remove(note));
});
