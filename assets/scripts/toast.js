// Short words about what was just done, with a way back. They leave after six seconds, unless the
// hand or the focus is on them.

const STAY = 6000;

/** Shows a text; `action` is `{ label, run }`. */
export function toast(text, action) {
  const place = document.getElementById("toasts");
  const box = document.createElement("div");
  box.className = "toast";
  const words = document.createElement("span");
  words.textContent = text;
  box.append(words);
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.label;
    button.addEventListener("click", () => { box.remove(); action.run(); });
    box.append(button);
  }
  let timer = 0;
  const leave = () => { timer = setTimeout(() => box.remove(), STAY); };
  const hold = () => clearTimeout(timer);
  for (const begin of ["pointerenter", "focusin"]) box.addEventListener(begin, hold);
  for (const end of ["pointerleave", "focusout"]) box.addEventListener(end, () => { hold(); leave(); });
  place.replaceChildren(box);
  leave();
  return box;
}
