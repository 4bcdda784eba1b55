// Who asks and who answers: changed for the whole interview, codings stay on their words.

import { uuid, write } from "./api.js";
import { toast } from "./toast.js";

const menu = document.getElementById("roles");

menu?.querySelector(".pop").addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button || button.getAttribute("aria-pressed") === "true") return;
  const swap = button.dataset.swap !== undefined;
  const speakers = swap ? [] : [[button.closest("[data-speaker]").dataset.speaker, button.dataset.role]];
  const transcript = document.getElementById("text").dataset.transcript;
  for (const other of menu.querySelectorAll("button")) other.disabled = true;
  try {
    await write(`/page/transcripts/${encodeURIComponent(transcript)}/roles`, "POST", { operation: uuid(), swap, speakers });
    location.reload();
  } catch (error) {
    for (const other of menu.querySelectorAll("button")) other.disabled = false;
    toast(error.message);
  }
});
