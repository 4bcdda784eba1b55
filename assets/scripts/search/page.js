// The search page: results as one types, facets, the view, all of it in the address.

import { messages } from "../messages.js";
import { bulk } from "./bulk.js";
import { bring, clear, more } from "./results.js";
import { ticks } from "./ticks.js";

const PAUSE = 150;
const SETTLED = 1500;

const say = await messages("search-page");
const form = document.getElementById("search-form");
const query = document.getElementById("q");
const box = document.getElementById("results");

const pressed = (name) => form.querySelector(`[data-${name}][aria-pressed="true"]`)?.dataset[name];

/** What the page shows, as an address holds it. */
function params() {
  const all = new URLSearchParams();
  if (query.value.trim()) all.set("q", query.value);
  for (const facet of box.querySelectorAll("#facets input:checked")) all.append(facet.name, facet.value);
  if (pressed("view") === "context") {
    all.set("view", "context");
    all.set("width", pressed("width") ?? "short");
  }
  return all;
}

const address = (all) => (all.size ? `/search?${all}` : "/search");

let timer = 0;
let typed = 0;

/** Shows what an address holds; ticks stay only when the same places are found. */
async function show(all, { keep = false } = {}) {
  document.title = document.title.replace(/^.*?(?= · propos$)/, all.get("q") || say("search-label"));
  if (!all.get("q")?.trim()) {
    clear(say("search-start"));
    ticked.clear();
    return;
  }
  if (await bring(all, say("search-away"))) {
    if (!keep) ticked.clear();
    ticked.refresh();
  }
}

const go = (all, options) => {
  clearTimeout(timer);
  if (address(all) !== location.pathname + location.search) history.pushState(null, "", address(all));
  return show(all, options);
};

const ticked = ticks((count) => bar.refresh(count));
const bar = bulk(ticked, { say, params, after: () => show(params()) });

query.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const all = params();
    // One step of the back button for what is typed in one go.
    const step = Date.now() - typed > SETTLED ? "pushState" : "replaceState";
    history[step](null, "", address(all));
    typed = Date.now();
    show(all);
  }, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(params());
});
query.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") {
    event.preventDefault();
    ticked.enter();
  }
});
for (const name of ["view", "width"]) {
  for (const button of form.querySelectorAll(`[data-${name}]`)) {
    button.addEventListener("click", () => {
      for (const other of form.querySelectorAll(`[data-${name}]`)) other.setAttribute("aria-pressed", String(other === button));
      document.getElementById("widths").hidden = pressed("view") !== "context";
      go(params(), { keep: true });
    });
  }
}

box.addEventListener("change", (event) => {
  if (event.target.closest("#facets")) go(params());
});
box.addEventListener("click", (event) => {
  const next = event.target.closest("[data-next]");
  if (next) more(params(), next).then(() => ticked.refresh());
  if (event.target.closest("[data-more]")) {
    for (const one of box.querySelectorAll(".fac .more")) one.classList.remove("more");
    event.target.closest("[data-more]").remove();
  }
  const link = event.target.closest("a[data-query], a[data-plain]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const all = new URL(link.href).searchParams;
    query.value = all.get("q") ?? "";
    for (const facet of box.querySelectorAll("#facets input:checked")) facet.checked = false;
    query.focus();
    go(all);
  }
});

addEventListener("popstate", () => {
  const all = new URLSearchParams(location.search);
  query.value = all.get("q") ?? "";
  const now = { view: all.get("view") === "context" ? "context" : "aligned", width: all.get("width") ?? "short" };
  for (const name of ["view", "width"]) {
    for (const button of form.querySelectorAll(`[data-${name}]`)) {
      button.setAttribute("aria-pressed", String(button.dataset[name] === now[name]));
    }
  }
  document.getElementById("widths").hidden = now.view !== "context";
  show(all);
});

addEventListener("keydown", (event) => {
  const writing = event.target.closest?.("input:not([type=checkbox]), textarea");
  if (event.key === "/" && !writing) {
    event.preventDefault();
    query.focus();
    query.select();
  } else if (event.key === "Escape" && !document.getElementById("bulk").hidden && event.target !== query) {
    ticked.clear();
  } else if ((event.ctrlKey || event.metaKey) && event.key === "a" && event.target.closest?.("tr.k")) {
    event.preventDefault();
    bar.all();
  }
});

const facets = box.querySelector("#facets");
if (facets) facets.open = matchMedia("(min-width: 821px)").matches;
ticked.refresh();
