// Bringing interviews in: files are sent to be looked at, their speakers' roles are set here, and one
// button imports them.

import { form, uuid, write } from "./api.js";
import { messages } from "./messages.js";
import { toast } from "./toast.js";

const say = await messages("import-page", "home");
const one = (id) => document.getElementById(id);
const chosen = new Map();

const cards = () => [...document.querySelectorAll("article.bring")];
const permits = (card) => card.querySelector("[data-permit]")?.checked === true;
const ready = () => cards().filter((card) => card.dataset.refused === undefined && (card.dataset.held === undefined || permits(card)));

/** Says how many wait, and offers to import them. */
function tell() {
  const count = ready().length;
  one("go").hidden = cards().length === 0;
  one("bring").disabled = count === 0;
  one("go-about").textContent = say("bring-count", { count });
  one("bring").textContent = count > 0 ? say("bring-do-count", { count }) : say("bring-do");
  one("chosen").hidden = one("sent").childElementCount === 0;
  one("lying").hidden = one("lying").querySelector("article") === null;
}

/** Sends files to be looked at, one after the other, so that each shows as soon as it is read. */
async function look(files) {
  one("wrong").hidden = true;
  for (const file of files) {
    const body = new FormData();
    body.append("file", file, file.name);
    one("running").hidden = false;
    try {
      const html = await form("/page/import/preview", body);
      const holder = document.createElement("template");
      holder.innerHTML = html;
      const card = holder.content.querySelector("article");
      one("sent").querySelector(`article[data-name="${CSS.escape(file.name)}"]`)?.remove();
      chosen.set(file.name, file);
      one("sent").append(card);
    } catch (error) {
      toast(`${file.name}\u00a0: ${error.message}`);
    } finally {
      one("running").hidden = true;
    }
    tell();
  }
}

/** Presses a speaker's role, in the table and in the first turns. */
function press(row, role) {
  for (const button of row.querySelectorAll("[data-role]")) button.setAttribute("aria-pressed", button.dataset.role === role);
  for (const turn of row.closest("article").querySelectorAll(".first li")) {
    if (turn.dataset.label === row.dataset.speaker) turn.classList.toggle("q", role === "interviewer");
  }
  row.dataset.set = "";
}

const role = (row) => row.querySelector('[data-role][aria-pressed="true"]').dataset.role;
const other = (name) => (name === "interviewer" ? "respondent" : "interviewer");

document.querySelector("main").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const card = button?.closest("article.bring");
  if (!card) return;
  if (button.dataset.leave !== undefined) {
    const next = card.nextElementSibling ?? card.previousElementSibling;
    chosen.delete(card.dataset.name);
    card.remove();
    tell();
    (next?.querySelector("button") ?? one("files")).focus();
  } else if (button.dataset.swap !== undefined) {
    for (const row of card.querySelectorAll("[data-speaker]")) press(row, other(role(row)));
  } else if (button.dataset.role) {
    press(button.closest("tr"), button.dataset.role);
  }
});

// A mistyped label that is the other's has no role of its own; a file that holds identifiers of persons
// comes in where somebody insists.
document.querySelector("main").addEventListener("change", (event) => {
  const { same, permit } = event.target.dataset;
  if (permit !== undefined) tell();
  if (same === undefined) return;
  const rows = [...event.target.closest("article").querySelectorAll("[data-speaker]")];
  rows.find((row) => row.dataset.speaker === same)?.classList.toggle("gone", event.target.checked);
});

one("files").addEventListener("change", () => {
  const files = [...one("files").files];
  one("files").value = "";
  look(files);
});

for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    one("drop").classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) one("drop").classList.remove("over"); });
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  one("drop").classList.remove("over");
  look([...event.dataTransfer.files]);
});

/** What is said of a file: only the roles that a hand has set. */
function choice(card) {
  const rows = [...card.querySelectorAll("[data-speaker][data-set]")];
  const ticks = [...card.querySelectorAll("[data-same]:checked")];
  return {
    name: card.dataset.name,
    lies: card.dataset.lies !== undefined,
    speakers: rows.map((row) => [row.dataset.speaker, role(row)]),
    same: ticks.map((tick) => [tick.dataset.same, tick.dataset.other]),
    permitted: permits(card),
  };
}

one("bring").addEventListener("click", async () => {
  const button = one("bring");
  const taken = ready();
  const body = new FormData();
  body.append("choices", JSON.stringify(taken.map(choice)));
  for (const card of taken) {
    const file = chosen.get(card.dataset.name);
    if (file && card.dataset.lies === undefined) body.append("file", file, file.name);
  }
  button.disabled = true;
  one("running").hidden = false;
  one("wrong").hidden = true;
  let answer;
  try {
    answer = await form("/page/import", body);
  } catch (error) {
    one("wrong").textContent = error.message;
    one("wrong").hidden = false;
    button.disabled = false;
    return;
  } finally {
    one("running").hidden = true;
  }
  for (const card of taken) {
    chosen.delete(card.dataset.name);
    card.remove();
  }
  for (const id of answer.transcripts) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/transcripts/${encodeURIComponent(id)}`;
    link.textContent = id;
    item.append(link);
    document.querySelector("#done ul").append(item);
  }
  one("done").hidden = false;
  tell();
  one("done").focus();
  const undo = async () => {
    await write("/page/undo", "POST", { operation: uuid() });
    location.reload();
  };
  const said = say("bring-imported", { count: answer.transcripts.length });
  toast(said, answer.operation ? { label: say("home-undo"), run: undo } : undefined);
});

tell();
document.documentElement.dataset.ready = "1";
