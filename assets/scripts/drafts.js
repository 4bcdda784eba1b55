// What is being written in forms that the server draws again: carried from the old drawing to the new.

const nameOf = (form) => form.id || form.dataset.back;
const fields = (form) =>
  [...form.querySelectorAll("input[name]:not([type=hidden]):not([type=checkbox]), textarea[name]")];

/** The open forms under `root` that hold unsent words: what they hold, and where the cursor stands. */
export function drafts(root) {
  return [...root.querySelectorAll("form")]
    .filter((form) => nameOf(form) && form.checkVisibility() && !("sent" in form.dataset))
    .filter((form) => fields(form).some((field) => field.value !== field.defaultValue))
    .map((form) => {
      const active = fields(form).find((field) => field === document.activeElement);
      return {
        form: nameOf(form),
        values: new Map(fields(form).map((field) => [field.name, field.value])),
        cursor: active && { field: active.name, from: active.selectionStart, to: active.selectionEnd },
      };
    });
}

/** Writes them into the forms of the same names under `root`, each opened by `open`. */
export function carry(root, kept, open) {
  for (const draft of kept) {
    const form = [...root.querySelectorAll("form")].find((one) => nameOf(one) === draft.form);
    if (!form) continue;
    open(form);
    for (const field of fields(form)) if (draft.values.has(field.name)) field.value = draft.values.get(field.name);
  }
  const held = kept.find((draft) => draft.cursor);
  if (!held) return;
  const form = [...root.querySelectorAll("form")].find((one) => nameOf(one) === held.form);
  const field = form && fields(form).find((one) => one.name === held.cursor.field);
  field?.focus({ preventScroll: true });
  field?.setSelectionRange(held.cursor.from, held.cursor.to);
}
