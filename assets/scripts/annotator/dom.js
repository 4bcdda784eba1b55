// Making and finding elements; nothing here knows interviews.

/** Makes an element: `h("button", { class: "st", type: "button", "aria-label": … }, child, …)`. */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") element.className = value;
    else if (key === "data") Object.assign(element.dataset, value);
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...present(children));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** Draws an icon of the page's set. */
export function icon(name, more = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `i ${more}`.trim());
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A button with an icon or words, that does `act`. */
export function button(properties, act, ...children) {
  return h("button", { type: "button", onclick: act, ...properties }, ...children);
}

export const $ = (selector, root = document) => root.querySelector(selector);

/** Whether the page is as narrow as a phone: sheets from below, no labels. */
export const narrow = () => window.matchMedia("(max-width:820px)").matches;

export const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

/** Calls `act` at most once a frame. */
export function perFrame(act) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      act();
    });
  };
}

const measures = new Set();

/**
 * Puts off to the next frame what must be measured before it is drawn. `measure` reads the page and
 * returns what writes to it; all of a frame measure first and write after, so that a frame is laid
 * out once, however many changes came before it.
 */
export function framed(measure) {
  return () => {
    if (!measures.size) {
      requestAnimationFrame(() => {
        const due = [...measures];
        measures.clear();
        for (const write of due.map((measured) => measured())) write?.();
      });
    }
    measures.add(measure);
  };
}

/** Calls `act` once `wait` milliseconds have passed without another call. */
export function afterQuiet(wait, act) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait, ...values);
  };
}

/** Splits a text at marked places: plain strings, and <b> elements for what is marked. */
export function marked(text, marks) {
  const parts = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from < at) continue;
    if (from > at) parts.push(text.slice(at, from));
    parts.push(h("b", {}, text.slice(from, to)));
    at = to;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** Scrolls a list, and nothing else, so that a row of it is in view. */
export function showRow(list, row) {
  const [room, box] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (box.top < room.top + 30) list.scrollTop -= room.top + 30 - box.top;
  else if (box.bottom > room.bottom) list.scrollTop += box.bottom - room.bottom + 4;
}

/** What is there, of what may be there. */
export const present = (children) => children.flat().filter((child) => child !== null && child !== undefined && child !== false);
