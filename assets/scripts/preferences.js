// Preferences: each is kept as soon as it is chosen.

import { KEYS, chordOf } from "./annotator/keymap.js";
import { read, write } from "./api.js";
import { messages } from "./messages.js";
import { toast } from "./toast.js";

const say = await messages("annotator", "home");
const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
const kept = await read("/page/preferences");
let keys = kept.keys ?? {};

async function keep(name, body) {
  try {
    await write(`/page/preferences/${name}`, "PUT", { body });
    toast(say("preferences-kept"));
  } catch (error) {
    toast(error.message);
  }
}

// ---- theme ----
for (const button of document.querySelectorAll("[data-choose-theme]")) {
  button.addEventListener("click", async () => {
    await write("/page/session", "PUT", { theme: button.dataset.chooseTheme });
    location.reload();
  });
}

// ---- favourites ----
const selects = [...document.querySelectorAll("[data-favourite]")];
function keepFavourites(changed) {
  // A code has one digit: chosen again, it leaves its old one.
  for (const other of selects) if (changed && other !== changed && other.value === changed.value) other.value = "";
  keep("favourites", selects.map((select) => select.value).filter(Boolean));
}
for (const [at, select] of selects.entries()) {
  select.addEventListener("change", () => keepFavourites(select));
  const swap = (to) => {
    const other = selects[to];
    if (!other) return;
    [select.value, other.value] = [other.value, select.value];
    keepFavourites();
    other.focus();
  };
  select.parentElement.querySelector("[data-up]").addEventListener("click", () => swap(at - 1));
  select.parentElement.querySelector("[data-down]").addEventListener("click", () => swap(at + 1));
}

// ---- keys ----
const table = document.getElementById("keys");
const single = document.getElementById("single");
const named = (chord) => chord
  .split("+")
  .map((part) => {
    if (part === "") return "+";
    if (["Mod", "Word", "Shift"].includes(part)) return say(`key-${part}${isMac ? "-mac" : ""}`);
    return part.length > 1 && !part.includes("–") && !/^F\d/.test(part) ? say(`key-${part}`) : part.toUpperCase();
  })
  .filter((part, at, all) => !(part === "+" && all[at - 1] === "+"))
  .join(" ");

const chordsOf = (key) => (!key.fixed && Array.isArray(keys[key.command]) ? keys[key.command] : key.keys);
// A command that has no name of its own yet has that of the key list.
const words = (key) => {
  const own = say(`command-${key.command}`);
  return own === `command-${key.command}` ? say(`key-does-${key.command}`) : own;
};

function button(label, run, name) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn s";
  made.textContent = label;
  made.setAttribute("aria-label", name);
  made.addEventListener("click", run);
  return made;
}

function draw() {
  table.replaceChildren(...KEYS.filter((key) => !key.fixed).map((key) => {
    const row = document.createElement("tr");
    const what = document.createElement("th");
    what.scope = "row";
    what.textContent = words(key);
    const which = document.createElement("td");
    const chords = chordsOf(key);
    for (const chord of chords) {
      const sign = document.createElement("kbd");
      sign.textContent = named(chord);
      which.append(sign, " ");
    }
    if (!chords.length) { which.textContent = say("preferences-off"); which.className = "muted"; }
    const acts = document.createElement("td");
    acts.className = "num";
    acts.append(
      button(say("preferences-change"), () => listen(key, which), `${say("preferences-change")}, ${what.textContent}`), " ",
      button(say(chords.length ? "preferences-switch-off" : "preferences-switch-on"), () => {
        if (chords.length) keys[key.command] = []; else delete keys[key.command];
        done();
      }, `${say(chords.length ? "preferences-switch-off" : "preferences-switch-on")}, ${what.textContent}`),
    );
    row.append(what, which, acts);
    return row;
  }));
  single.checked = !["search", "favourite"].some((command) => keys[command]?.length === 0);
}

function done() {
  draw();
  keep("keys", keys);
}

function listen(key, place) {
  place.className = "listening";
  place.textContent = say("preferences-press");
  const hear = (event) => {
    if (["Shift", "Control", "Alt", "Meta", "AltGraph"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    removeEventListener("keydown", hear, true);
    if (event.key === "Escape" || event.key === "Tab") return draw();
    const chord = chordOf(event, isMac);
    if (/^\p{L}$/u.test(chord)) { toast(say("preferences-letters")); return draw(); }
    for (const other of KEYS) {
      if (other !== key && chordsOf(other).includes(chord)) {
        if (other.fixed) { toast(say("preferences-taken")); return draw(); }
        keys[other.command] = chordsOf(other).filter((one) => one !== chord);
      }
    }
    keys[key.command] = [chord];
    done();
  };
  addEventListener("keydown", hear, true);
}

single.addEventListener("change", () => {
  for (const command of ["search", "favourite"]) {
    if (single.checked) delete keys[command]; else keys[command] = [];
  }
  // Signs alone go with them: a key without Ctrl must not act by chance.
  for (const key of KEYS.filter((one) => !one.fixed && one.keys.some((chord) => [...chord].length === 1))) {
    if (single.checked) delete keys[key.command]; else keys[key.command] = key.keys.filter((chord) => [...chord].length > 1);
  }
  done();
});
document.getElementById("keys-reset").addEventListener("click", () => { keys = {}; done(); });
draw();
