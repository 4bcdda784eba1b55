// The form of a new code: its name, its theme, which may be new too, and its definition.

import { button, h } from "./dom.js";

/** The choice that makes a theme; no theme has an empty identifier. */
const NEW_THEME = "";

/**
 * Makes the form. `title` is what was typed already; `make` takes { title, theme, themeTitle,
 * definition }; `leave` shuts the form. Returns it with the field to begin in.
 */
export function newCodeForm(desk, { title, make, leave }) {
  const { themes } = desk.codebook;
  const name = h("input", { id: "new-title", class: "field", value: title, autocomplete: "off", required: true });
  const choice = h(
    "select", { id: "new-theme" },
    ...themes.map((theme) => h("option", { value: theme.id }, theme.title)),
    h("option", { value: NEW_THEME }, desk.say("new-code-new-theme")),
  );
  choice.value = desk.codebook.code(desk.last)?.theme.id ?? themes[0]?.id ?? NEW_THEME;
  const themeTitle = h("input", {
    id: "new-theme-title", class: "field", autocomplete: "off", maxlength: "160",
    "aria-label": desk.say("new-code-theme-title"), placeholder: desk.say("new-code-theme-title"),
  });
  // A study without themes names its first one itself, when it is not named here.
  const showTheme = () => {
    themeTitle.hidden = choice.value !== NEW_THEME;
    themeTitle.required = !themeTitle.hidden && themes.length > 0;
  };
  choice.addEventListener("change", showTheme);
  showTheme();
  const definition = h("textarea", { id: "new-definition", rows: "3" });
  const form = h(
    "form", { class: "new-code", "aria-label": desk.say("new-code") },
    h("h3", {}, desk.say("new-code")),
    h("label", { for: "new-title" }, desk.say("new-code-title")), name,
    h("label", { for: "new-theme" }, desk.say("new-code-theme")), choice, themeTitle,
    h("label", { for: "new-definition" }, desk.say("definition")), definition,
    h(
      "div", { class: "bar" },
      h("button", { type: "submit", class: "btn pri s" }, desk.say(desk.lit ? "new-code-do" : "new-code-only")),
      button({ class: "btn s" }, leave, desk.say("give-up")),
    ),
  );
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    event.stopPropagation();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!name.value.trim()) return;
    make({
      title: name.value.trim(),
      theme: choice.value,
      themeTitle: choice.value === NEW_THEME ? themeTitle.value.trim() : "",
      definition: definition.value.trim(),
    });
  });
  return { form, first: title ? definition : name };
}
