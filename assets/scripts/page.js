// The frame of every page: theme, language, who codes.

import { write } from "./api.js";

const root = document.documentElement;

const isDark = () =>
  root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

document.getElementById("theme")?.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  write("/page/session", "PUT", { theme: root.dataset.theme });
});

const choose = async (choice) => {
  await write("/page/session", "PUT", choice);
  location.reload();
};
for (const button of document.querySelectorAll("[data-choose-language]")) {
  button.addEventListener("click", () => choose({ language: button.dataset.chooseLanguage }));
}
for (const button of document.querySelectorAll("[data-choose-coder]")) {
  button.addEventListener("click", () => choose({ coder: button.dataset.chooseCoder }));
}
document.querySelector("[data-new-coder]")?.addEventListener("submit", (event) => {
  event.preventDefault();
  choose({ coder: new FormData(event.target).get("coder") });
});

// A menu shuts when the eye or the hand goes elsewhere.
for (const menu of document.querySelectorAll("details.menu")) {
  document.addEventListener("pointerdown", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// On a phone the navigation scrolls: the current word comes first.
const current = document.querySelector(".app nav a[aria-current]");
// The media query is asked first: a width read here would lay out the whole page before its first picture.
if (current && matchMedia("(max-width: 820px)").matches) current.parentElement.scrollLeft = current.offsetLeft - current.parentElement.offsetLeft - 20;
