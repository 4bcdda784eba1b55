// Rounds of coding: opened, and closed by hand.

import { uuid, write } from "./api.js";
import { toast } from "./toast.js";

async function send(address, method, body) {
  try {
    await write(address, method, { operation: uuid(), ...body });
    location.reload();
  } catch (error) {
    toast(error.message);
  }
}

document.getElementById("new-round")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  send("/page/rounds", "POST", {
    name: form.get("name"),
    coders: form.getAll("coders"),
    transcripts: form.getAll("transcripts"),
    blind: form.has("blind"),
    until: form.get("until") || null,
  });
});

for (const round of document.querySelectorAll("[data-round]")) {
  round.querySelector("[data-close]")?.addEventListener("click", () => {
    send(`/page/rounds/${round.dataset.round}`, "PATCH", JSON.parse(round.dataset.body));
  });
}
