// Times in the reader's own time and words: « 9 h 42 », « hier, 17 h 05 », « mardi », « 18 juin ».

import { messages } from "./messages.js";

const DAY = 86_400_000;

const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** Writes a time; `say` holds the room `home`. */
export function when(text, say, now = new Date()) {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  const language = document.documentElement.lang;
  const days = Math.round((midnight(now) - midnight(date)) / DAY);
  const minutes = `${date.getMinutes()}`.padStart(2, "0");
  const hour = language === "fr" ? `${date.getHours()}` : `${date.getHours()}`.padStart(2, "0");
  const time = say("when-time", { hour, minutes });
  if (days <= 0) return time;
  if (days === 1) return say("when-yesterday", { time });
  if (days < 7) return new Intl.DateTimeFormat(language, { weekday: "long" }).format(date);
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: "numeric" };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { day: "numeric", month: "long", ...year }).format(date);
}

/** Writes every time of a part of the page. */
export async function writeTimes(root = document) {
  const times = root.querySelectorAll("time[datetime]");
  if (!times.length) return;
  const say = await messages("home");
  for (const time of times) {
    const full = new Date(time.dateTime);
    time.textContent = when(time.dateTime, say);
    time.title = full.toLocaleString(document.documentElement.lang);
  }
}

writeTimes();
