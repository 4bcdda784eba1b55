// The spine: the whole interview at the right edge, one track a theme, counted in characters, so
// that nothing needs to be measured. Hidden from screen readers: the outline does the same.

import { $, afterQuiet } from "./dom.js";

/** What a turn weighs beside its characters: its blank line. */
const TURN = 70;

export class Spine {
  constructor(desk, view) {
    Object.assign(this, { desk, view, root: $("#spine") });
    if (!this.root) return;
    this.canvas = $("canvas", this.root);
    this.frame = $(".win", this.root);
    const later = afterQuiet(60, () => this.draw());
    for (const name of ["codings", "filter", "codebook", "text"]) desk.on(name, later);
    desk.on("scroll", () => this.follow());
    new ResizeObserver(later).observe(this.root);
    matchMedia("(prefers-color-scheme:dark)").addEventListener("change", later);
    new MutationObserver(later).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    this.root.addEventListener("pointerdown", (event) => this.go(event));
    this.root.addEventListener("pointermove", (event) => event.buttons === 1 && this.go(event));
    later();
  }

  /** Weighs the turns: where each begins, between 0 and 1. */
  weigh() {
    const { turns } = this.desk.interview;
    this.starts = new Map();
    this.total = turns.reduce((sum, turn) => {
      this.starts.set(turn.number, sum);
      return sum + turn.text.length + TURN;
    }, 0);
  }

  place(point) {
    return (this.starts.get(point.turn) + point.at) / this.total;
  }

  draw() {
    const width = this.root.clientWidth;
    const height = this.root.clientHeight;
    if (!width) return;
    this.weigh();
    const ratio = devicePixelRatio || 1;
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    const ink = this.canvas.getContext("2d");
    ink.scale(ratio, ratio);
    const tracks = Math.max(4, this.desk.codebook.themes.length);
    const step = (width - 12) / tracks;
    const hues = new Map();
    const hue = (theme) => {
      if (!hues.has(theme)) hues.set(theme, colourOf(this.root, "--c1", { t: String(theme) }));
      return hues.get(theme);
    };
    for (const coding of this.desk.seen()) {
      const theme = this.desk.codebook.code(coding.code)?.theme.index ?? 0;
      ink.globalAlpha = coding.coder === this.desk.coder ? 0.9 : 0.45;
      ink.fillStyle = hue(theme);
      const top = this.place(coding.from) * height;
      const tall = Math.max(1.5, this.place(coding.to) * height - top);
      ink.fillRect(6 + (theme % tracks) * step, top, Math.max(2, step - 2.5), tall);
    }
    ink.globalAlpha = 1;
    ink.fillStyle = colourOf(this.root, "--ink3");
    for (const heading of this.desk.ground.root.querySelectorAll(".part")) {
      const turn = nextTurn(heading);
      if (turn) ink.fillRect(0, Math.round(this.place({ turn, at: 0 }) * height), width, 1);
    }
    this.follow();
  }

  /** Moves the frame of what is on the screen. */
  follow() {
    if (!this.total || !this.view.first || !this.root.clientWidth) return;
    const { interview } = this.desk;
    const top = this.part(interview.turn(this.view.first), this.view.top);
    const bottom = this.part(interview.turn(this.view.last), innerHeight);
    const height = this.root.clientHeight;
    this.frame.style.transform = `translateY(${Math.round(Math.min(top * height, height - 14))}px)`;
    const tall = Math.round(Math.max(14, (bottom - top) * height));
    if (tall !== this.tall) this.frame.style.height = `${tall}px`;
    this.tall = tall;
  }

  /** Where a height of the screen falls inside a turn, between 0 and 1 of the interview. */
  part(turn, y) {
    const box = turn.element.getBoundingClientRect();
    const share = Math.max(0, Math.min(1, (y - box.top) / Math.max(1, box.height)));
    return (this.starts.get(turn.number) + share * (turn.text.length + TURN)) / this.total;
  }

  go(event) {
    const box = this.root.getBoundingClientRect();
    const wanted = ((event.clientY - box.top) / box.height) * this.total;
    const turns = this.desk.interview.turns;
    const turn = turns.findLast((known) => this.starts.get(known.number) <= wanted) ?? turns[0];
    const at = turn.element.getBoundingClientRect();
    const share = (wanted - this.starts.get(turn.number)) / (turn.text.length + TURN);
    scrollBy(0, at.top + share * at.height - innerHeight / 2);
  }
}

function nextTurn(heading) {
  let next = heading.nextElementSibling;
  while (next && !next.classList.contains("turn")) next = next.nextElementSibling;
  return next ? Number(next.dataset.n) : null;
}

/** A colour of the style sheet as it is now, light or dark, in a form that the canvas can read. */
function colourOf(root, variable, data = {}) {
  const probe = document.createElement("span");
  Object.assign(probe.dataset, data);
  root.append(probe);
  probe.style.color = `var(${variable})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
