// The transcript page: gathers its parts. The text is there already; codings come in one answer,
// and are drawn before anything else is built.

import { coder, read } from "../api.js";
import { messages } from "../messages.js";
import { Acts } from "./acts.js";
import { Card } from "./card.js";
import { Changes } from "./changes.js";
import { Codebook } from "./codebook.js";
import { Coders } from "./coders.js";
import { Codings } from "./codings.js";
import { Correction } from "./correction.js";
import { Desk, recentCodes } from "./desk.js";
import { $, narrow } from "./dom.js";
import { Drag } from "./drag.js";
import { Ends } from "./ends.js";
import { Ground } from "./ground.js";
import { Handles } from "./handles.js";
import { Highlights, canHighlight } from "./highlights.js";
import { Keyboard } from "./keyboard.js";
import { KeyPanel } from "./keypanel.js";
import { Margin } from "./margin.js";
import { Notes } from "./notes.js";
import { Palette } from "./palette.js";
import { Pointer } from "./pointer.js";
import { Presence } from "./presence.js";
import { Queue } from "./queue.js";
import { Reading } from "./reading.js";
import { Sheets } from "./sheets.js";
import { Spans } from "./spans.js";
import { Spine } from "./spine.js";
import { Tree } from "./tree.js";
import { View } from "./view.js";
import { Voice } from "./voice.js";

const root = $("#text");
const { transcript } = root.dataset;

async function begin() {
  const asked = Promise.all([
    read(`/page/transcripts/${encodeURIComponent(transcript)}/state`),
    read("/page/codebook"),
    messages("annotator"),
    // Keys that a person changed; without them the usual ones.
    read("/page/preferences").catch(() => ({})),
  ]);
  const ground = new Ground(root);
  const [state, book, say, preferences] = await asked;
  const codings = new Codings();
  const codebook = new Codebook();
  codebook.read(book);
  codings.replaceAll(state.codings);
  const desk = new Desk({
    ground, codings, codebook, say, transcript, coder: state.coder ?? coder(),
    version: Number(root.dataset.version), source: root.dataset.source,
  });
  desk.favourites = state.favourites ?? [];
  for (const { id, name } of state.coders ?? []) desk.names.set(id, name);
  desk.recent = recentCodes();
  desk.last = state.last ?? null;
  gather(desk, state, preferences.keys ?? {});
  performance.mark("propos-annotator-ready");
  document.documentElement.dataset.annotator = "ready";
}

function gather(desk, state, keyChanges) {
  const view = new View(desk);
  const highlights = canHighlight ? new Highlights(desk, view) : new Spans(desk, view);
  const margin = new Margin(desk, view);
  const coders = new Coders(desk, state.blind);
  const queue = new Queue({ transcript, coder: desk.coder, tell: (news) => tellAway(desk, news) });
  const changes = new Changes(desk);
  changes.known = state.operation;
  const acts = new Acts(desk, queue, changes);
  takeUp(desk, queue, acts);
  resume(desk, view, state);
  view.redraw();
  view.seen();
  performance.mark("propos-annotator-painted");

  const voice = new Voice(desk);
  const tree = new Tree(desk, acts);
  tree.draw();
  tree.define(desk.last ?? desk.favourites[0] ?? codebookFirst(desk));
  const handles = new Handles(desk);
  const palette = new Palette(desk, acts, view, tree);
  const card = new Card(desk, acts, palette, view);
  const ends = new Ends(desk);
  const notes = new Notes(desk, queue, view);
  const keypanel = new KeyPanel(desk, keyChanges);
  const correction = new Correction(desk, queue, changes, view);
  const keyboard = new Keyboard({ desk, acts, palette, card, tree, notes, ends, keypanel, view, changes: keyChanges });
  const presence = new Presence(desk, highlights);
  desk.on("ends", (passage) => {
    highlights.set("hand", [passage], 20);
    handles.draw(passage);
  });
  desk.on("undo", () => acts.undo());
  desk.on("server", ({ away }) => (away ? queue.report() : queue.go()));
  new Pointer(desk);
  new Drag(desk, acts, tree);
  new Spine(desk, view);
  new Reading(desk, view, state);
  new Sheets(desk, acts, notes);
  byKeys(desk);
  desk.tell("memos", { memos: state.memos ?? [], gone: [] });
  if (innerWidth >= 1800) notes.toggle(true);
  if (!desk.codings.size) root.dataset.empty = desk.say("nothing-coded");
  desk.on("codings", () => delete root.dataset.empty);
  view.seen();
  queue.go();
  changes.listen();
  return [voice, margin, coders, correction, keyboard, presence];
}

const codebookFirst = (desk) => desk.codebook.live()[0]?.id;

/** What an earlier page did and the server has not acknowledged is painted again, and sent. */
function takeUp(desk, queue, acts) {
  for (const entry of queue.resume()) {
    acts.repaint(entry);
    queue.answers.set(entry.key, {
      done: (answer) => acts.accept(answer, entry.method === "POST" ? entry.body.ids ?? [] : []),
      fail: (error) => desk.tell("refused", error),
    });
  }
}

/** Goes where the address says (`#t14`, `#c-<coding>`), else where one left off. */
function resume(desk, view, state) {
  const passage = /^#t(\d+)(?:\.(\d+)-(\d+))?$/.exec(location.hash);
  const coding = desk.codings.get(/^#c-(.+)$/.exec(location.hash)?.[1]);
  const turn = desk.interview.turn(passage ? Number(passage[1]) : coding?.from.turn ?? state.place?.turn);
  if (turn) {
    desk.stand(turn);
    if (!passage && !coding) turn.element.classList.add("resume");
    const whole = desk.interview.whole(turn);
    if (location.hash || turn !== desk.interview.turns[0]) view.goTo(coding ?? whole ?? { from: { turn: turn.number, at: 0 }, to: { turn: turn.number, at: 1 } });
  }
  requestAnimationFrame(() => {
    if (coding) desk.show(coding, "mouse");
    else if (passage?.[2]) desk.light({ from: { turn: turn.number, at: Number(passage[2]) }, to: { turn: turn.number, at: Number(passage[3]) } }, "keys");
  });
}

/** The yellow line while the server is away, and the good news after. */
function tellAway(desk, { away, closed, waiting, sent }) {
  const band = $("#band-away");
  band.hidden = !away;
  if (away) $("span", band).textContent = desk.say(closed ? "server-closed" : "server-away", { count: waiting });
  else if (sent) desk.tell("said", { text: desk.say("server-back", { count: sent }) });
}

/** « Coder au clavier »: screen readers hand the keys over; Tab or a third Escape give them back. */
function byKeys(desk) {
  const give = () => {
    root.setAttribute("role", "region");
    root.removeAttribute("aria-roledescription");
  };
  $("#by-keys").addEventListener("click", () => {
    root.setAttribute("role", "application");
    root.setAttribute("aria-roledescription", desk.say("role"));
    root.focus({ preventScroll: true });
    desk.tell("announce", { text: desk.say("by-keys-help"), show: !narrow() });
  });
  // From the text, Tab goes on to the margin.
  root.addEventListener("focus", () => $("#by-keys").setAttribute("tabindex", "-1"));
  root.addEventListener("blur", () => {
    $("#by-keys").removeAttribute("tabindex");
    give();
  });
  desk.on("left", give);
}

begin();
