// Rounds of coding: opened, and closed by hand.

import { uuid, write } from "./api.js";
import { once } from "./once.js";
import { toast } from "./toast.js";

const send = (holder, address, method, body) =>
  once(holder, async () => {
    try {
      await write(address, method, { operation: uuid(), ...body });
    } catch (error) {
      toast(error.message);
      return false;
    }
    location.reload();
    return true;
  });

document.getElementById("new-round")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  send(event.target, "/page/rounds", "POST", {
    name: form.get("name"),
    coders: form.getAll("coders"),
    transcripts: form.getAll("transcripts"),
    blind: form.has("blind"),
    until: form.get("until") || null,
  });
});

for (const round of document.querySelectorAll("[data-round]")) {
  round.querySelector("[data-close]")?.addEventListener("click", () => {
    send(round, `/page/rounds/${round.dataset.round}`, "PATCH", JSON.parse(round.dataset.body));
  });
}
