// Ticking places: arrows go from line to line, Space ticks, Shift with an arrow ticks a run, Enter
// opens the interview at the passage.

const box = document.getElementById("results");

const rowOf = (target) => target.closest?.("tr.k");
const rows = () => [...box.querySelectorAll("tr.k")];
const tickOf = (row) => row.querySelector("input");

/** Names the place of a row. */
export function placeOf(row) {
  const { transcript, version } = row.closest("tbody").dataset;
  const { turn, from, to } = row.dataset;
  return { transcript, version: +version, turn: +turn, from: +from, to: +to };
}

const keyOf = (place) => `${place.transcript}\u001f${place.turn}\u001f${place.from}\u001f${place.to}`;

/** Keeps what is ticked; calls `changed` with the number of places. */
export function ticks(changed) {
  const ticked = new Map();
  let last = null;

  const show = (row) => {
    const on = ticked.has(keyOf(placeOf(row)));
    row.classList.toggle("on", on);
    tickOf(row).checked = on;
  };
  const set = (row, on) => {
    const place = placeOf(row);
    if (on) ticked.set(keyOf(place), place);
    else ticked.delete(keyOf(place));
    show(row);
  };
  const stand = (row) => {
    for (const other of box.querySelectorAll('tr.k input[tabindex="0"]')) other.tabIndex = -1;
    tickOf(row).tabIndex = 0;
  };
  const go = (row) => {
    stand(row);
    tickOf(row).focus();
    row.scrollIntoView({ block: "nearest" });
  };
  const tell = () => changed(ticked.size);
  const run = (from, to, on) => {
    const all = rows();
    const [start, end] = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b);
    for (const row of all.slice(Math.max(start, 0), end + 1)) set(row, on);
  };

  box.addEventListener("focusin", (event) => {
    const row = rowOf(event.target);
    if (row && event.target === tickOf(row)) stand(row);
  });
  box.addEventListener("click", (event) => {
    const row = rowOf(event.target);
    if (!row || event.target.closest("a")) return;
    const on = event.target === tickOf(row) ? tickOf(row).checked : !tickOf(row).checked;
    if (event.target !== tickOf(row) && !getSelection().isCollapsed) return;
    if (event.shiftKey && last) run(last, row, on);
    else set(row, on);
    last = row;
    stand(row);
    tell();
  });
  box.addEventListener("keydown", (event) => {
    const row = rowOf(event.target);
    if (!row || event.target !== tickOf(row)) return;
    const all = rows();
    const at = all.indexOf(row);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12, Home: -at, End: all.length - 1 - at }[event.key];
    if (step !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
      if (event.shiftKey) {
        run(row, next, true);
        last = next;
        tell();
      }
      if (next === row && event.key === "ArrowUp") document.getElementById("q").focus();
      else go(next);
    } else if (event.key === "Enter") {
      event.preventDefault();
      row.querySelector("td.t a").click();
    }
  });

  return {
    places: () => [...ticked.values()],
    /** Shows on new rows what is ticked, and makes the first the way in. */
    refresh() {
      rows().forEach(show);
      const first = box.querySelector('tr.k input[tabindex="0"]') ?? box.querySelector("tr.k input");
      if (first) first.tabIndex = 0;
    },
    clear() {
      ticked.clear();
      rows().forEach(show);
      tell();
    },
    take(places) {
      for (const place of places) ticked.set(keyOf(place), place);
      rows().forEach(show);
      tell();
    },
    /** Goes to the first line. */
    enter() {
      const first = rows()[0];
      if (first) go(first);
    },
  };
}
