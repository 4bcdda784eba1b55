// Asking for results: the former ones stay, greyed, until the new ones are here; an answer that comes
// late is dropped.

import { Away, Refused, read } from "../api.js";

const box = document.getElementById("results");
const told = document.createElement("p");
told.className = "vh";
told.setAttribute("role", "status");
box.before(told);

let asked = 0;
let controller = null;
let telling = 0;

const tell = () => {
  clearTimeout(telling);
  telling = setTimeout(() => { told.textContent = box.querySelector(".hint")?.textContent ?? ""; }, 500);
};

const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body;

/** Says something in place of the summary, and keeps the results that are there. */
function say(text) {
  let hint = box.querySelector(".hint");
  if (!hint) {
    hint = document.createElement("p");
    hint.className = "hint";
    box.prepend(hint);
  }
  hint.textContent = text;
  hint.classList.add("wrong");
  tell();
}

/** Facets that a person opened stay open, and the focus stays where it is. */
function swap(body) {
  const focused = box.contains(document.activeElement) ? document.activeElement.id : "";
  const open = box.querySelector("#facets")?.open;
  const scrolled = box.querySelector("#facets form")?.scrollTop ?? 0;
  box.replaceChildren(...body.childNodes);
  const facets = box.querySelector("#facets");
  if (facets) {
    facets.open = open ?? matchMedia("(min-width: 821px)").matches;
    facets.querySelector("form").scrollTop = scrolled;
  }
  if (focused) document.getElementById(focused)?.focus();
}

/** Brings the results of an address; tells whether they are shown. */
export async function bring(params, away) {
  const mine = (asked += 1);
  controller?.abort();
  controller = new AbortController();
  box.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => { document.getElementById("running").hidden = false; }, 250);
  try {
    const html = await read(`/page/search/results?${params}`, controller.signal);
    if (mine !== asked) return false;
    swap(parsed(html));
    tell();
    return true;
  } catch (error) {
    if (error.name === "AbortError" || mine !== asked) return false;
    if (error instanceof Refused) say(error.message);
    else if (error instanceof Away) say(away);
    else throw error;
    return false;
  } finally {
    clearTimeout(slow);
    if (mine === asked) {
      box.removeAttribute("aria-busy");
      document.getElementById("running").hidden = true;
    }
  }
}

/** Empties the results: there is no query. */
export function clear(text) {
  asked += 1;
  controller?.abort();
  box.removeAttribute("aria-busy");
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = text;
  box.replaceChildren(hint);
}

/** Adds the next page of results under those that are there. */
export async function more(params, button) {
  button.disabled = true;
  const mine = asked;
  let html;
  try {
    html = await read(`/page/search/results?${params}&offset=${button.dataset.next}`);
  } catch (error) {
    button.disabled = false;
    if (error instanceof Away || error instanceof Refused) return;
    throw error;
  }
  if (mine !== asked) return;
  const body = parsed(html);
  const table = document.getElementById("lines");
  for (const group of [...body.querySelectorAll("#lines > tbody")]) {
    const last = table.tBodies[table.tBodies.length - 1];
    if (last?.dataset.transcript === group.dataset.transcript) last.append(...group.querySelectorAll("tr.k"));
    else table.append(group);
  }
  const next = body.querySelector("[data-next]")?.closest("p");
  if (next) button.closest("p").replaceWith(next);
  else button.closest("p").remove();
}
