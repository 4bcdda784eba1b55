// The page of passages: conditions that can be added, copying with sources, queries under names.

import { Away, Refused, uuid, write } from "./api.js";
import { messages } from "./messages.js";
import { once } from "./once.js";
import { toast } from "./toast.js";

const say = await messages("passages-page");

/** Writes; says what went wrong. */
async function send(address, method, body) {
  try {
    return await write(address, method, { operation: uuid(), ...body });
  } catch (error) {
    if (error instanceof Refused) toast(error.message);
    else if (error instanceof Away) toast(say("passages-away"));
    else throw error;
    return null;
  }
}

// Only values of the kind chosen are offered.
const kind = document.getElementById("kind");
const value = document.getElementById("value");
const groups = [...value.querySelectorAll("optgroup")];
const offer = () => {
  value.replaceChildren(...groups.filter((group) => group.dataset.kind === kind.value));
  value.selectedIndex = 0;
  value.hidden = value.options.length < 2;
};
kind.addEventListener("change", offer);
offer();
const where = document.getElementById("where");
where.addEventListener("change", () => { value.name = where.value; });
value.name = where.value;

// Facets and conditions stand open where there is room for them.
for (const name of ["facets", "add"]) {
  document.getElementById(name).open = matchMedia("(min-width: 821px)").matches;
}

document.getElementById("copy")?.addEventListener("click", async () => {
  const all = [...document.querySelectorAll("#passages > li")];
  const text = all.map((one) => `${one.querySelector("blockquote").textContent} (${one.dataset.source})`).join("\n\n");
  await navigator.clipboard.writeText(text);
  toast(say("passages-copied", { count: all.length }));
});

const undo = async () => {
  if (await send("/page/undo", "POST", {})) location.reload();
};
/** After a reload, says what was done, with a way back. */
const done = "propos-passages-done";
const later = (text) => {
  sessionStorage.setItem(done, text);
  location.reload();
  return true;
};
const told = sessionStorage.getItem(done);
if (told) {
  sessionStorage.removeItem(done);
  toast(told, { label: say("passages-undo"), run: undo });
}

document.getElementById("save")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const name = new FormData(event.target).get("name");
  const pairs = JSON.parse(document.getElementById("query").dataset.pairs);
  once(event.target, async () => (await send("/page/queries", "POST", { name, pairs })) && later(say("passages-saved", { name: name.trim() })));
});
for (const button of document.querySelectorAll("[data-remove]")) {
  button.addEventListener("click", () => {
    once(button, async () => (await send(`/page/queries/${button.dataset.remove}`, "DELETE", {})) && later(say("passages-forgotten")));
  });
}

// Arrows go from passage to passage, as in every list.
const links = [...document.querySelectorAll("#passages .src a")];
document.getElementById("passages")?.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = links.indexOf(event.target);
  if (!step || at < 0) return;
  event.preventDefault();
  links[Math.min(Math.max(at + step, 0), links.length - 1)].focus();
});
