// The page of the codebook. The server draws it; this moves through the tree, opens forms in place,
// sends each change as one operation, and draws the page again.

import { Away, Refused, coder, read, uuid, write } from "./api.js";
import { codeField } from "./code-field.js";
import { restyle } from "./colours.js";
import { carry, drafts } from "./drafts.js";
import { rank } from "./annotator/fold.js";
import { messages } from "./messages.js";
import { toast } from "./toast.js";

const say = await messages("codebook-page", "search-page", "workbench");
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const grid = () => document.getElementById("codebook");
const card = () => document.getElementById("card");
const path = (kind, id) => `/page/${kind}/${encodeURIComponent(id)}`;
let fields = {};
let turns = Promise.resolve();
let ahead = 0;
const asked = new Set();

// ---- what is on the page ------------------------------------------------------------------------

const items = () => $$("#tree [role=treeitem]").filter((item) => !item.hidden);
const isTheme = (item) => item.dataset.themeId !== undefined;

/** The codes under the same parent as `item`, or the themes. */
function siblings(item) {
  if (isTheme(item)) return $$("#tree [data-theme-id]");
  return $$("#tree [data-code-id]").filter(
    (other) => other.dataset.in === item.dataset.in && other.dataset.parent === item.dataset.parent,
  );
}

/** Where one step leads: the seat, or nothing at an edge. */
function step(item, way) {
  const row = siblings(item);
  const at = row.indexOf(item);
  if (isTheme(item)) {
    if (way === "up") return at > 0 && { before: row[at - 1].dataset.themeId };
    if (way === "down") return at < row.length - 1 && { before: row[at + 2]?.dataset.themeId ?? null };
    return null;
  }
  const { in: theme, parent } = item.dataset;
  const seat = (parent, before) => ({ theme, parent: parent || null, before: before ?? null });
  if (way === "up") return at > 0 && seat(parent, row[at - 1].dataset.codeId);
  if (way === "down") return at < row.length - 1 && seat(parent, row[at + 2]?.dataset.codeId);
  if (way === "in") return at > 0 && seat(row[at - 1].dataset.codeId);
  if (!parent) return null;
  const above = document.getElementById(`code-${parent}`);
  const row2 = siblings(above);
  return seat(above.dataset.parent, row2[row2.indexOf(above) + 1]?.dataset.codeId);
}

// ---- telling the server -------------------------------------------------------------------------

function wrong(text) {
  const place = document.getElementById("wrong");
  place.textContent = text ?? "";
  place.hidden = !text;
  if (text) place.scrollIntoView({ block: "nearest" });
}

/**
 * Carries out one thing after the other: each finds the page as the one before left it, and none is
 * dropped because another is not drawn yet.
 */
function inTurn(job) {
  ahead += 1;
  const turn = turns.then(job).finally(() => { ahead -= 1; });
  turns = turn.catch(() => {});
  return turn.catch(failed);
}

/**
 * Sends a change in its turn, says what was done, draws the page again; gives the answer.
 *
 * A body that depends on what is drawn then is a function; it gives nothing when nothing is left to
 * do. The same thing asked twice before it is done, by a double click, is asked once.
 */
function act(address, method, body, done, where) {
  const wish = JSON.stringify([address, method, typeof body === "function" ? "" : body]);
  if (asked.has(wish)) return null;
  asked.add(wish);
  wrong();
  return inTurn(() => tell(address, method, typeof body === "function" ? body() : body, done, where))
    .finally(() => asked.delete(wish));
}

async function tell(address, method, body, done, { to, focus } = {}) {
  if (!body) return null;
  const answer = await write(address, method, { operation: uuid(), ...body });
  await draw(typeof to === "function" ? to(answer) : to, focus);
  toast(done(answer), { label: say("codebook-undo"), run: () => back("undo") });
  return answer;
}

function failed(error) {
  if (error instanceof Refused) wrong(error.message);
  else if (error instanceof Away) wrong(say("codebook-away"));
  else throw error;
}

function back(which) {
  wrong();
  return inTurn(async () => {
    await write(`/page/${which}`, "POST", { operation: uuid() });
    await draw();
    toast(say(`codebook-done-${which}`));
  });
}

/** Draws the page again from the server, where it is or at `to`. */
async function draw(to, focus) {
  const address = to ?? location.pathname + location.search;
  let text;
  try {
    text = await read(address);
  } catch (error) {
    // The code that was open is gone, by an undo or another hand.
    if (!(error instanceof Refused) || error.status !== 404) throw error;
    return draw("/codebook");
  }
  // As the page stands when it is replaced: words were perhaps typed while the server answered.
  const scroll = { tree: $("#tree")?.scrollTop ?? 0, pass: $("#passages")?.scrollTop ?? 0, page: scrollY };
  const active = document.activeElement;
  const held = focus ?? active?.closest("[data-back]")?.dataset.back ?? active?.id;
  const inPassages = Boolean(active?.closest("#passages"));
  const shown = to ? undefined : $("#passages")?.dataset.shown;
  const kept = to ? [] : drafts(grid());
  const before = card()?.dataset.code;
  const ticks = to ? [] : ticked();
  const sought = to ? "" : $("#find")?.value ?? "";
  const fresh = new DOMParser().parseFromString(text, "text/html");
  grid().replaceWith(document.adoptNode(fresh.getElementById("codebook")));
  document.title = fresh.title;
  if (!to || to.includes("theme=")) restyle();
  if (to && to !== location.pathname + location.search) history.pushState(null, "", to);
  set();
  if (sought) {
    $("#find").value = sought;
    find(sought);
  }
  $("#tree").scrollTop = scroll.tree;
  if (!to && $("#passages")) {
    if (shown && $(`[data-show="${shown}"]`)) show(shown);
    $("#passages").scrollTop = scroll.pass;
  }
  const isSame = card()?.dataset.code === before;
  if (isSame) {
    for (const box of $$("#passages input[name=passage]")) box.checked = ticks.includes(box.value);
    if (ticks.length) open("split");
    carry(grid(), kept, (form) => (form.matches(".panel") ? open(form.id) : edit(form.closest(".editable"))));
    count();
  }
  scrollTo(0, to ? 0 : scroll.page);
  const target = held ? document.getElementById(held) : null;
  if (isSame && kept.some((draft) => draft.cursor)) return undefined;
  if (target?.checkVisibility()) target.focus({ preventScroll: !focus });
  else if (inPassages) ($("[data-right]") ?? $("#passages")).focus({ preventScroll: true });
  else if (active !== document.body) $("h1")?.focus({ preventScroll: true });
  return undefined;
}

// ---- the tree -----------------------------------------------------------------------------------

function setTree() {
  const all = items();
  const current = all.find((item) => item.hasAttribute("aria-current")) ?? all[0];
  if (current) current.tabIndex = 0;
  if (current?.hasAttribute("aria-current")) current.scrollIntoView({ block: "nearest" });
}

function goTo(item) {
  if (!item) return;
  for (const other of items()) other.tabIndex = other === item ? 0 : -1;
  item.focus();
  item.scrollIntoView({ block: "nearest" });
}

/** Moves one step from where the item then stands. */
function move(item, way) {
  wrong();
  return inTurn(() => moveNow(document.getElementById(item.id), way));
}

function moveNow(item, way) {
  if (!item) return null;
  const seat = step(item, way);
  if (!seat) {
    toast(say("codebook-at-edge"));
    return null;
  }
  const title = item.querySelector(".nm").textContent.trim();
  const done = () => say("codebook-done-move", { title });
  const stay = document.activeElement?.id;
  const focus = { focus: stay || item.id };
  return isTheme(item)
    ? tell(path("codebook/themes", item.dataset.themeId), "PATCH", seat, done, focus)
    : tell(`${path("codes", item.dataset.codeId)}/move`, "POST", seat, done, focus);
}

const WAYS = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

function onTree(event) {
  const item = event.target.closest("[role=treeitem]");
  if (!item) return;
  if (event.altKey && WAYS[event.key]) {
    event.preventDefault();
    move(item, WAYS[event.key]);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const all = items();
  const at = all.indexOf(item);
  const to = {
    ArrowDown: () => all[at + 1],
    ArrowUp: () => all[at - 1],
    Home: () => all[0],
    End: () => all.at(-1),
    ArrowRight: () => all[at + 1]?.ariaLevel > item.ariaLevel && all[at + 1],
    ArrowLeft: () => all.slice(0, at).reverse().find((other) => other.ariaLevel < item.ariaLevel),
  }[event.key];
  if (to) {
    event.preventDefault();
    goTo(to());
  } else if (event.key === " ") {
    event.preventDefault();
    item.click();
  }
}

/** Leaves in the tree what a few letters name; accents do not matter. */
function find(typed) {
  const codes = $$("#tree [data-code-id]");
  const query = typed.trim();
  const hits = new Map(
    query
      ? rank(codes.map((item) => ({ item, title: item.dataset.title })), query).map((hit) => [hit.item.item, hit.marks])
      : codes.map((item) => [item, []]),
  );
  for (const item of codes) {
    item.hidden = !hits.has(item);
    const name = item.querySelector(".nm");
    const small = name.querySelector("small");
    const { title } = item.dataset;
    const parts = [];
    let at = 0;
    for (const [from, to] of hits.get(item) ?? []) {
      const bold = document.createElement("b");
      bold.textContent = title.slice(from, to);
      parts.push(title.slice(at, from), bold);
      at = to;
    }
    name.replaceChildren(...parts, title.slice(at), ...(small ? [" ", small] : []));
  }
  for (const theme of $$("#tree [data-theme-id]")) {
    theme.hidden = Boolean(query) && !codes.some((item) => !item.hidden && item.dataset.in === theme.dataset.themeId);
  }
  document.getElementById("find-none").hidden = hits.size > 0 || !query;
}

// ---- forms that open in place -------------------------------------------------------------------

function open(id, isOpen = true) {
  for (const panel of $$(".panel")) {
    const wanted = panel.id === id && isOpen;
    if (panel.hidden === !wanted) continue;
    panel.hidden = !wanted;
    $(`[data-open="${panel.id}"]`)?.setAttribute("aria-expanded", String(wanted));
    if (panel.id === "split") tickable(wanted);
  }
  if (!isOpen) {
    $(`[data-open="${id}"]`)?.focus();
    return;
  }
  const panel = document.getElementById(id);
  panel.scrollIntoView({ block: "nearest" });
  if (id === "rename") $("input", panel).select();
  $("input:not([type=hidden]), textarea, select, button", panel)?.focus();
}

function edit(place, isOpen = true) {
  $(".shown", place).hidden = isOpen;
  const form = $("form", place);
  form.hidden = !isOpen;
  if (isOpen) {
    const area = $("textarea", form);
    area.rows = Math.min(14, Math.max(3, area.value.split("\n").length + 1));
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  } else {
    form.reset();
    $("[data-edit]", place).focus();
  }
}

const done = () => say("codebook-done-change");

function patch(body, focus) {
  const { code, theme } = card().dataset;
  return code
    ? act(path("codes", code), "PATCH", body, done, { focus })
    : act(path("codebook/themes", theme), "PATCH", body, done, { focus });
}

/** Sends what a form holds; gives when it is done. */
function submit(form) {
  const data = Object.fromEntries(new FormData(form));
  const code = card()?.dataset.code;
  const { title } = card()?.dataset ?? {};
  if (form.dataset.many) {
    const name = form.dataset.many;
    return patch({ [name]: data[name].split(/\n\s*\n/).map((one) => one.trim()).filter(Boolean) });
  } else if ("patch" in form.dataset) {
    return patch(data);
  } else if (form.id === "new-code") {
    const parent = data.under ?? null;
    const theme = parent ? card().dataset.theme : data.theme;
    const seat = { theme, parent, before: null };
    return act("/page/codebook/codes", "POST", { ...seat, title: data.title, definition: data.definition },
      () => say("codebook-done-new", { title: data.title }), { to: (answer) => `/codebook/${encodeURIComponent(answer.code)}` });
  } else if (form.id === "new-theme") {
    return act("/page/codebook/themes", "POST", { title: data.title, colour: data.colour },
      () => say("codebook-done-new", { title: data.title }), { to: (answer) => `/codebook?theme=${encodeURIComponent(answer.theme)}` });
  } else if (form.id === "move") {
    return act(`${path("codes", code)}/move`, "POST", { theme: data.theme, parent: null, before: null },
      () => say("codebook-done-move", { title }));
  } else if (form.id === "merge") {
    const into = fields.merge.code;
    if (!into) return null;
    return act(`${path("codes", code)}/merge`, "POST", { into: into.code, reason: data.why },
      (answer) => say("codebook-done-merge", { from: title, title: into.title, count: answer.moved + answer.joined }),
      { to: `/codebook/${encodeURIComponent(into.code)}` });
  } else if (form.id === "retire") {
    return act(`${path("codes", code)}/retire`, "POST", { reason: data.reason, into: fields.retire.code?.code ?? null },
      () => say("codebook-done-retire", { title }));
  } else if (form.id === "split") {
    const into = fields.split.code;
    const seat = { theme: card().dataset.theme, parent: card().dataset.parent || null, before: null };
    const body = data.title.trim() ? { new: { ...seat, title: data.title, definition: data.definition } } : { into: into?.code };
    const name = data.title.trim() || into?.title;
    return act(`${path("codes", code)}/split`, "POST", { codings: ticked(), ...body },
      (answer) => say("codebook-done-split", { count: answer.moved + answer.joined, title: name }),
      { to: (answer) => `/codebook/${encodeURIComponent(answer.code)}` });
  }
  return null;
}

// ---- passages -----------------------------------------------------------------------------------

const ticked = () => $$("#passages input[name=passage]:checked").map((box) => box.value);

function tickable(isOpen) {
  for (const label of $$("#passages .tick")) label.hidden = !isOpen;
  if (!isOpen) for (const box of $$("#passages .tick input")) box.checked = false;
  count();
}

function count() {
  const number = ticked().length;
  const place = document.getElementById("ticked");
  if (place) place.textContent = say("codebook-ticked", { count: number });
  const button = document.getElementById("split-do");
  if (button) button.disabled = !number || !(fields.split?.code || $("#split-title").value.trim());
}

function show(which) {
  $("#passages").dataset.shown = which;
  for (const button of $$("[data-show]")) button.setAttribute("aria-pressed", String(button.dataset.show === which));
}

const checked = (code) => `${path("codes", code)}/checked`;

function right(coding) {
  act(checked(card().dataset.code), "POST", { codings: [coding] }, () => say("codebook-done-right", { count: 1 }));
}

/** Finds right what is still to be reread when its turn comes. */
function allRight() {
  const { code } = card().dataset;
  let codings = [];
  const left = () => {
    codings = card()?.dataset.code === code ? $("#passages").dataset.older.split(" ").filter(Boolean) : [];
    return codings.length > 0 && { codings };
  };
  act(checked(code), "POST", left, () => say("codebook-done-right", { count: codings.length }));
}

/** Opens the code field under a passage, to give it another code. */
function recode(button) {
  const place = button.closest(".re");
  const known = $(".code-field", place);
  if (known) {
    known.remove();
    button.setAttribute("aria-expanded", "false");
    return;
  }
  button.setAttribute("aria-expanded", "true");
  const host = document.createElement("div");
  host.className = "code-field below";
  host.dataset.label = say("codebook-recode-to");
  place.append(host);
  const id = button.dataset.recode;
  const field = field_of(host, (code) => {
    act(path("codings", id), "PATCH", { code: code.code }, () => say("codebook-done-split", { count: 1, title: code.title }));
  }, false);
  field.focus();
}

/** A code field that offers every code in use but the one that is open. */
function field_of(host, take, isNamed = true) {
  const choices = JSON.parse(grid().dataset.choices);
  const codes = choices.codes.filter((code) => code.code !== card()?.dataset.code);
  host.dataset.choices = JSON.stringify({ ...choices, codes, last: null });
  if (isNamed) {
    const label = document.createElement("span");
    label.className = "code-field-name";
    label.setAttribute("aria-hidden", "true");
    label.textContent = host.dataset.label;
    host.before(label);
  }
  return codeField(host, { say, take });
}

// ---- the page as a whole ------------------------------------------------------------------------

function set() {
  fields = {};
  for (const host of $$("[data-field]")) {
    const name = host.dataset.field;
    fields[name] = field_of(host, (code, how) => {
      if (name === "merge") {
        const button = document.getElementById("merge-do");
        button.disabled = false;
        button.textContent = say("codebook-merge-do", { title: code.title });
        if (how === "enter") button.focus();
      } else if (name === "split") {
        count();
      }
    });
  }
  setTree();
}

document.addEventListener("click", (event) => {
  const target = event.target.closest("button, a[role=treeitem]");
  if (!target || !grid()?.contains(target)) return;
  const data = target.dataset;
  if (target.matches("a[role=treeitem]")) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || innerWidth <= 820) return;
    event.preventDefault();
    inTurn(() => draw(target.getAttribute("href"), target.id));
  } else if (data.open) open(data.open, document.getElementById(data.open).hidden);
  else if ("close" in data) {
    const form = target.closest("form");
    if (form.matches(".panel")) open(form.id, false);
    else edit(target.closest(".editable"), false);
  } else if ("edit" in data) edit(target.closest(".editable"));
  else if (data.step) {
    const { code, theme } = card().dataset;
    move(document.getElementById(code ? `code-${code}` : `theme-${theme}`), data.step);
  } else if (data.weight) {
    patch({ weights: [[target.closest("[data-axis]").dataset.axis, Number(data.weight)]] });
  } else if (data.show) {
    show(data.show);
  } else if (data.right) right(data.right);
  else if (data.remove) act(path("codings", data.remove), "DELETE", {}, () => say("codebook-done-remove"));
  else if (data.recode) recode(target);
  else if (target.id === "all-right") allRight();
  else if (target.id === "tick-all") {
    for (const box of $$("#passages .tick input")) box.checked = box.checkVisibility();
    count();
  } else if (target.id === "reinstate") {
    const { code, title } = card().dataset;
    act(`${path("codes", code)}/reinstate`, "POST", {}, () => say("codebook-done-reinstate", { title }));
  } else if (target.id === "reload") inTurn(() => draw());
});

document.addEventListener("submit", (event) => {
  if (!grid()?.contains(event.target)) return;
  event.preventDefault();
  const form = event.target;
  if ("sent" in form.dataset) return;
  form.dataset.sent = "";
  Promise.resolve(submit(form)).finally(() => delete form.dataset.sent);
});

document.addEventListener("input", (event) => {
  if (event.target.id === "find") find(event.target.value);
  else if (event.target.id === "split-title") count();
});

document.addEventListener("change", (event) => {
  if (event.target.name === "passage") count();
  else if (event.target.id === "colour") patch({ colour: event.target.value }, "colour");
  else if (event.target.matches(".weight")) {
    const axis = event.target.closest("[data-axis]").dataset.axis;
    patch({ weights: [[axis, Number(event.target.value) || 0]] }, event.target.id);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.defaultPrevented) return;
  const inText = event.target.matches("input:not([type=checkbox]):not([type=color]), textarea, select");
  const command = event.ctrlKey || event.metaKey;
  if (event.target.closest("#tree")) onTree(event);
  if (event.defaultPrevented) return;
  if (event.key === "Enter" && command && event.target.closest("form")) {
    event.preventDefault();
    event.target.closest("form").requestSubmit();
  } else if (event.key === "Escape" && event.target.id === "find") {
    event.target.value = "";
    find("");
    goTo(items().find((item) => item.tabIndex === 0) ?? items()[0]);
  } else if ((event.key === "ArrowDown" || event.key === "Enter") && event.target.id === "find") {
    event.preventDefault();
    const hit = items().find((item) => !isTheme(item));
    if (event.key === "Enter") hit?.click();
    else goTo(hit);
  } else if (event.key === "Escape") {
    const form = event.target.closest(".panel, .editable form");
    const shown = form ?? $(".panel:not([hidden])");
    if (!shown) return;
    event.preventDefault();
    if (shown.matches(".panel")) open(shown.id, false);
    else edit(shown.closest(".editable"), false);
  } else if (inText) {
    return;
  } else if (command && event.key.toLowerCase() === "z") {
    event.preventDefault();
    back(event.shiftKey ? "redo" : "undo");
  } else if (command && event.key.toLowerCase() === "y") {
    event.preventDefault();
    back("redo");
  } else if (event.key === "/" && !command && !event.altKey) {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});

addEventListener("popstate", () => inTurn(() => draw()));

// What others do is drawn at once, unless something is being written.
const events = new EventSource(`/page/events?since=${grid().dataset.operation}`);
events.addEventListener("operation", (event) => {
  const { number, coder: who } = JSON.parse(event.data);
  if (number <= Number(grid().dataset.operation) || ahead) return;
  const writing = $(".panel:not([hidden]), .editable form:not([hidden])");
  if (writing || who === coder()) document.getElementById("others").hidden = !writing || who === coder();
  else inTurn(() => draw().catch(() => {}));
});

set();
