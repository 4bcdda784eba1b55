// The field that chooses a code, the same on every page: the last code lit when it is empty, digits
// for favourites, letters and Enter for any code. Accents, capitals and apostrophes do not matter.

import { rank } from "./annotator/fold.js";

const MOST = 30;
let made = 0;

const element = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};

/** A code's sample: hue of its theme, pattern of the code. */
export const swatch = (code) =>
  element("i", { class: "sw", "data-t": code.theme, "data-v": code.variant, "aria-hidden": "true" });

const marked = (title, marks) => {
  const parts = [];
  let at = 0;
  for (const [from, to] of marks) {
    parts.push(title.slice(at, from), element("b", {}, title.slice(from, to)));
    at = to;
  }
  return [...parts, title.slice(at)];
};

/**
 * Makes a code field in `host`, whose data hold the codes and the label. `take(code, how)` is called
 * when a code is chosen: `how` is "enter" or "click".
 */
export function codeField(host, { say, take }) {
  const choices = JSON.parse(host.dataset.choices);
  const codes = new Map(choices.codes.map((code) => [code.code, code]));
  const id = `code-field-${(made += 1)}`;
  const input = element("input", {
    id, role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": `${id}-list`, placeholder: say("code-field-placeholder"),
  });
  const sample = element("span", { class: "cf-sample" });
  const list = element("ul", { id: `${id}-list`, role: "listbox", "aria-label": host.dataset.label, hidden: "" });
  const told = element("span", { class: "vh", role: "status" });
  host.append(
    element("label", { class: "vh", for: id }, host.dataset.label),
    element("span", { class: "cf-box" }, sample, input), list, told,
  );

  let options = [];
  let lit = -1;
  let chosen = null;
  let telling = 0;

  const light = (at) => {
    lit = at;
    [...list.children].forEach((option, place) => {
      option.toggleAttribute("data-lit", place === at);
      option.setAttribute("aria-selected", String(place === at));
    });
    const option = list.children[at];
    if (option?.id) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };

  const shut = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const offer = () => {
    const typed = input.value.trim();
    if (typed && !(chosen && input.value === chosen.title)) {
      options = rank(choices.codes, typed).slice(0, MOST);
    } else {
      const first = [...new Set([choices.last, ...choices.favourites].filter(Boolean))];
      const rest = choices.codes.filter((code) => !first.includes(code.code));
      options = [...first.map((name) => codes.get(name)).filter(Boolean), ...rest].map((item) => ({ item, marks: [] }));
    }
    list.replaceChildren(...options.map(({ item, marks }, place) => {
      const option = element("li", { id: `${id}-${place}`, role: "option" }, swatch(item), element("span", {}, ...marked(item.title, marks)));
      const digit = choices.favourites.indexOf(item.code);
      if (!typed && item.code === choices.last) option.append(element("small", {}, say("code-field-last")));
      else if (!typed && digit >= 0 && digit < 9) option.append(element("kbd", {}, String(digit + 1)));
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => { set(item); shut(); take(item, "click"); });
      return option;
    }));
    if (!options.length) list.append(element("li", { class: "cf-none" }, say("code-field-none")));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    light(options.length ? 0 : -1);
    clearTimeout(telling);
    telling = setTimeout(() => { told.textContent = say("code-field-found", { count: options.length }); }, 500);
  };

  const set = (code) => {
    chosen = code;
    input.value = code ? code.title : "";
    sample.replaceChildren(...(code ? [swatch(code)] : []));
  };

  input.addEventListener("input", () => { chosen = null; sample.replaceChildren(); offer(); });
  input.addEventListener("focus", () => { input.select(); });
  input.addEventListener("click", () => { if (list.hidden) offer(); });
  input.addEventListener("blur", shut);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (list.hidden) offer();
      else if (options.length) light((lit + step + options.length) % options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const code = list.hidden ? chosen ?? codes.get(choices.last) : options[lit]?.item;
      if (!code) { offer(); return; }
      set(code);
      shut();
      take(code, "enter");
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      shut();
    } else if (/^[1-9]$/.test(event.key) && !input.value && choices.favourites[event.key - 1]) {
      event.preventDefault();
      const code = codes.get(choices.favourites[event.key - 1]);
      if (code) { set(code); shut(); take(code, "enter"); }
    }
  });

  if (codes.has(choices.last)) set(codes.get(choices.last));
  return {
    get code() { return chosen; },
    /** What was given last becomes the first offer. */
    remember(code) { choices.last = code.code; },
    set,
    focus: () => input.focus(),
  };
}
