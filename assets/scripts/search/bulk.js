// Coding everything that is ticked, as one operation that one gesture takes back.

import { Away, Refused, read, uuid, write } from "../api.js";
import { codeField } from "../code-field.js";
import { toast } from "../toast.js";

const bar = document.getElementById("bulk");
const main = document.getElementById("bulk-do");

/** Wires the bar of what is ticked. `after` is called when something was coded or taken back. */
export function bulk(ticked, { say, params, after }) {
  let scope = "sentence";
  // Sent again after a failure, it is the same operation.
  let pending = null;

  const refresh = (count) => {
    bar.hidden = count === 0;
    document.body.classList.toggle("with-bulk", count > 0);
    document.getElementById("bulk-count").textContent = say("search-ticked", { count });
    main.firstElementChild.textContent = say(`search-do-${scope}`, { count });
  };

  const undo = async () => {
    try {
      await write("/page/undo", "POST", { operation: uuid() });
      toast(say("search-undone"));
      after();
    } catch (error) {
      if (error instanceof Refused) toast(error.message);
      else toast(say("search-away"));
    }
  };

  const code = async () => {
    const chosen = field.code;
    const hits = ticked.places();
    if (!chosen || !hits.length) { field.focus(); return; }
    const asked = JSON.stringify({ code: chosen.code, scope, hits });
    if (pending?.asked !== asked) pending = { asked, operation: uuid() };
    main.disabled = true;
    try {
      const done = await write("/page/search/codings", "POST", { operation: pending.operation, ...JSON.parse(asked) });
      pending = null;
      field.remember(chosen);
      const text = say("search-coded", { count: done.coded, already: done.already, code: chosen.title });
      toast(text, done.coded ? { label: say("search-undo"), run: undo } : undefined);
      ticked.clear();
      after();
    } catch (error) {
      if (error instanceof Refused) { pending = null; toast(error.message); }
      else if (error instanceof Away) toast(say("search-away"));
      else throw error;
    } finally {
      main.disabled = false;
    }
  };

  const field = codeField(document.getElementById("bulk-code"), {
    say,
    take: (_, how) => { if (how === "enter") code(); else main.focus(); },
  });

  main.addEventListener("click", code);
  for (const button of bar.querySelectorAll("[data-scope]")) {
    button.addEventListener("click", () => {
      scope = button.dataset.scope;
      for (const other of bar.querySelectorAll("[data-scope]")) other.setAttribute("aria-pressed", String(other === button));
      refresh(ticked.places().length);
    });
  }
  document.getElementById("bulk-none").addEventListener("click", () => ticked.clear());
  const all = async () => {
    const { places, most } = await read(`/page/search/places?${params()}`);
    ticked.take(places.map(({ span, ...place }) => ({ ...place, from: span.start, to: span.end })));
    if (places.length === most) toast(say("search-too-many", { count: most }));
  };
  document.getElementById("bulk-all").addEventListener("click", all);
  return { refresh, all, focus: () => field.focus() };
}
