// Two coders side by side: their stripes, and their disagreements settled one by one.

import { read, uuid, write } from "../api.js";
import { messages } from "../messages.js";
import { toast } from "../toast.js";
import { light } from "./light.js";
import { drawMargin, rangeOf, textNodes } from "./margin.js";

const duo = document.getElementById("duo");
if (duo) start();

async function start() {
  const { transcript, first, second, firstName, secondName } = duo.dataset;
  const say = await messages("coders-page");
  const names = { first: firstName, second: secondName, union: say("coders-union"), none: say("coders-none") };
  const address = `/page/coders/${encodeURIComponent(transcript)}`;
  const query = `?a=${encodeURIComponent(first)}&b=${encodeURIComponent(second)}`;
  const sheet = document.getElementById("sheet");
  const nodes = textNodes(document.getElementById("text"));
  const panel = document.getElementById("questions");
  const items = [...panel.querySelectorAll(".question")];
  const act = document.getElementById("act").content.firstElementChild.cloneNode(true);
  const reason = act.querySelector("#reason");
  let data = await read(address + query);
  let current = null;

  // ---- stripes ----
  function draw() {
    const top = sheet.getBoundingClientRect().top;
    const sides = [[], []];
    for (const coding of data.codings) {
      const box = rangeOf(nodes, coding)?.getBoundingClientRect();
      if (box?.height) sides[coding.side].push({ coding, top: box.top - top + 2, bottom: box.bottom - top - 2 });
    }
    drawMargin(document.getElementById("left"), sides[0], true);
    drawMargin(document.getElementById("right"), sides[1], false);
    mark();
  }

  function mark() {
    const wanted = new Set(current ? asking(current)?.codings : []);
    for (const drawn of sheet.querySelectorAll("[data-coding]")) drawn.classList.toggle("on", wanted.has(drawn.dataset.coding));
  }

  const asking = (item) => data.questions.find((question) => question.id === item.dataset.id);

  // ---- one question ----
  function open(item, { focus = true, scroll = true } = {}) {
    if (current && current !== item) shut(current);
    current = item;
    if (!item) { light(nodes); mark(); return; }
    const question = asking(item);
    item.classList.add("current");
    item.querySelector(".ask").setAttribute("aria-expanded", "true");
    item.querySelector("dl").hidden = false;
    item.append(act);
    reason.value = question?.settled?.reason ?? "";
    tell(question);
    const of = (side) => data.codings.filter((coding) => coding.side === side && question?.codings.includes(coding.id));
    light(nodes, of(0), of(1));
    mark();
    if (focus) item.querySelector(".ask").focus({ preventScroll: true });
    if (scroll) {
      nodes.get(question?.turn)?.parentElement.scrollIntoView({ block: innerWidth > 1000 ? "center" : "nearest" });
      item.scrollIntoView({ block: "nearest" });
    }
  }

  function shut(item) {
    item.classList.remove("current");
    item.querySelector(".ask").setAttribute("aria-expanded", "false");
    item.querySelector("dl").hidden = true;
  }

  function tell(question) {
    const settled = question?.settled;
    for (const button of act.querySelectorAll("[data-choice]")) button.setAttribute("aria-pressed", String(settled?.choice === button.dataset.choice));
    act.querySelector("#answered").textContent = settled ? say("coders-answered", { name: settled.name, choice: names[settled.choice] }) : "";
  }

  const shown = () => items.filter((item) => !item.hidden);

  function next() {
    const from = current ? items.indexOf(current) : -1;
    const after = [...items.slice(from + 1), ...items.slice(0, Math.max(from, 0))];
    const open_ = after.find((item) => !item.hidden && !item.dataset.settled);
    if (open_) open(open_);
    else document.getElementById("all-settled").scrollIntoView({ block: "nearest" });
  }

  // ---- settling ----
  async function settle(choice) {
    if (!current || current.dataset.busy) return;
    const item = current;
    item.dataset.busy = "1";
    try {
      await write(`${address}/settle`, "POST", { operation: uuid(), first, second, question: item.dataset.id, choice, reason: reason.value });
      await refresh();
      toast(say("coders-chosen", { choice: names[choice], progress: data.progress }), { label: say("coders-undo"), run: undo });
    } catch (error) {
      toast(error.message);
    } finally {
      delete item.dataset.busy;
    }
  }

  async function undo() {
    try {
      await write("/page/undo", "POST", { operation: uuid() });
      await refresh();
    } catch (error) {
      toast(error.message);
    }
  }

  async function refresh() {
    const was = JSON.stringify(data.codings);
    data = await read(address + query);
    for (const item of items) {
      const question = asking(item);
      const settled = question?.settled?.choice ?? "";
      if (settled) item.dataset.settled = settled;
      else delete item.dataset.settled;
      item.querySelector(".state").textContent = settled ? say("coders-is-settled") : "";
    }
    document.getElementById("settled").textContent = data.progress;
    document.getElementById("all-settled").hidden = data.settled < data.questions.length;
    if (current) tell(asking(current));
    // Codings that changed make other questions: the page is asked for again.
    if (was !== JSON.stringify(data.codings)) location.reload();
  }

  // ---- hand and keys ----
  panel.addEventListener("click", (event) => {
    const ask = event.target.closest(".ask");
    const choice = event.target.closest("[data-choice]");
    const show = event.target.closest("[data-show]");
    if (ask) open(ask.parentElement === current ? null : ask.parentElement);
    if (choice) settle(choice.dataset.choice);
    if (show) {
      for (const button of panel.querySelectorAll("[data-show]")) button.setAttribute("aria-pressed", String(button === show));
      for (const item of items) {
        const wanted = show.dataset.show;
        item.hidden = !(wanted === "all" || (wanted === "open" ? !item.dataset.settled : item.dataset.kind === wanted));
      }
    }
  });
  sheet.addEventListener("click", (event) => {
    const id = event.target.closest("[data-coding]")?.dataset.coding;
    const question = id && data.questions.find(({ codings }) => codings.includes(id));
    const item = question && items.find((one) => one.dataset.id === question.id);
    if (item) open(item, { scroll: false });
    item?.scrollIntoView({ block: "nearest" });
  });

  const CHOICES = { ArrowLeft: "first", ArrowRight: "second", ArrowUp: "union", ArrowDown: "none" };
  document.addEventListener("keydown", (event) => {
    const inField = event.target.matches("input, select, textarea");
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z" && !inField) {
      event.preventDefault();
      undo();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (inField) {
      if (event.key === "Enter" && event.target === reason && current?.dataset.settled) settle(current.dataset.settled);
      if (event.key === "Escape") current?.querySelector(".ask").focus();
      return;
    }
    const inPanel = panel.contains(event.target) || event.target === document.body || event.target.id === "main";
    if (!inPanel || event.target.closest(".seg")) return;
    if (event.key === "Escape" && current) { const ask = current.querySelector(".ask"); open(null); ask.focus(); return; }
    if (event.key === "Enter" && (!event.target.closest("button, a") || event.target.closest(".ask")) && (current || !event.target.closest(".ask"))) {
      event.preventDefault();
      if (event.shiftKey) previous(); else next();
      return;
    }
    if (CHOICES[event.key] && current && !event.shiftKey) { event.preventDefault(); settle(CHOICES[event.key]); }
  });

  function previous() {
    const list = shown();
    const at = list.indexOf(current);
    if (at > 0) open(list[at - 1]);
  }

  let resizing = 0;
  addEventListener("resize", () => { clearTimeout(resizing); resizing = setTimeout(draw, 80); });
  await document.fonts.ready;
  draw();
  const begin = items.find((item) => !item.dataset.settled);
  if (begin && innerWidth > 820) open(begin, { focus: false });
  document.documentElement.dataset.ready = "1";
}
