// « À régler »: accepting and removing, with a way back.

import { uuid, write } from "./api.js";
import { messages } from "./messages.js";
import { toast } from "./toast.js";

const say = await messages("home");

async function act(button, address, method, body, words) {
  const row = button.closest("[data-row]");
  button.disabled = true;
  try {
    await write(address, method, { operation: uuid(), ...body });
  } catch (error) {
    button.disabled = false;
    toast(error.message);
    return;
  }
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const section = row.closest("section");
  row.remove();
  if (next) next.querySelector("button, a")?.focus();
  else section.remove();
  toast(say(words), { label: say("home-undo"), run: async () => { await write("/page/undo", "POST", { operation: uuid() }); location.reload(); } });
}

document.querySelector("main").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { accept, remove, drop } = button.dataset;
  if (accept) act(button, `/page/pending/codings/${accept}`, "POST", { accept: true }, "pending-accepted");
  if (remove) act(button, `/page/pending/codings/${remove}`, "POST", { accept: false }, "pending-removed");
  if (drop) act(button, `/page/pending/rows/${drop}`, "DELETE", {}, "pending-removed");
});
