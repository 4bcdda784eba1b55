// Where the interview stands on the page: places ↔ text nodes, and the turns as the page shows them.

import { Interview, Turn, compare } from "./text.js";

/** What the browser says of a point of the screen: a text node and a place in it. */
function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && [caret.offsetNode, caret.offset];
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range && [range.startContainer, range.startOffset];
}

/** The stored text of a speech: spaces that the page made narrow are blanks again. */
function storedText(speech) {
  const shown = speech.textContent;
  const spaces = speech.dataset.spaces;
  if (!spaces) return shown;
  let stored = "";
  let from = 0;
  for (const at of spaces.split(" ").map(Number)) {
    stored += shown.slice(from, at) + " ";
    from = at + 1;
  }
  return stored + shown.slice(from);
}

export class Ground {
  constructor(root) {
    this.root = root;
    this.probe = new Range();
    this.interview = new Interview([]);
    this.read();
  }

  /** Reads the turns that the server rendered. */
  read() {
    this.turns = new Map();
    this.bySpeech = new WeakMap();
    const turns = [];
    for (const element of this.root.querySelectorAll(".turn")) {
      const speech = element.querySelector(".speech");
      const turn = new Turn({
        number: Number(element.dataset.n),
        text: storedText(speech),
        respondent: !element.classList.contains("q"),
        speaker: element.dataset.speaker ?? "",
        lang: element.lang || this.root.lang || "fr",
      });
      Object.assign(turn, { element, speech, nodes: null });
      this.turns.set(turn.number, turn);
      this.bySpeech.set(speech, turn);
      turns.push(turn);
    }
    this.interview.replace(turns);
  }

  /** The text nodes of a turn with the place where each begins. */
  nodes(turn) {
    if (!turn.nodes) {
      turn.nodes = [];
      let start = 0;
      const walker = document.createTreeWalker(turn.speech, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        turn.nodes.push({ node, start, end: start + node.length });
        start += node.length;
      }
    }
    return turn.nodes;
  }

  /** The node and offset of a place; at a border, the node that ends there when `ends`. */
  spot(turn, at, ends) {
    const nodes = this.nodes(turn);
    if (!nodes.length) return [turn.speech, 0];
    const found =
      nodes.find(({ start, end }) => (ends ? at > start && at <= end : at >= start && at < end)) ??
      (at <= 0 ? nodes[0] : nodes[nodes.length - 1]);
    return [found.node, Math.max(0, Math.min(at - found.start, found.node.length))];
  }

  /** One stretch a turn, as highlights take them; speakers' names are never part of it. */
  stretches(passage) {
    const found = [];
    this.interview.each(passage, (turn, a, b) => {
      if (b <= a) return;
      const [startContainer, startOffset] = this.spot(turn, a, false);
      const [endContainer, endOffset] = this.spot(turn, b, true);
      found.push({ startContainer, startOffset, endContainer, endOffset });
    });
    return found;
  }

  /** The boxes of a passage's lines on the screen. */
  boxes(passage) {
    const boxes = [];
    for (const stretch of this.stretches(passage)) {
      this.probe.setStart(stretch.startContainer, stretch.startOffset);
      this.probe.setEnd(stretch.endContainer, stretch.endOffset);
      for (const box of this.probe.getClientRects()) if (box.width > 0.5) boxes.push(box);
    }
    return boxes;
  }

  /** The top and bottom of a passage on the screen, from its first and last character only. */
  extent(passage) {
    const first = this.edge(passage.from, 1);
    const last = this.edge(passage.to, -1);
    return first && last ? { top: first.top, bottom: last.bottom, left: first.left, right: last.right } : null;
  }

  /** The box of the character after a place (`side` 1) or before it (−1). */
  edge(point, side) {
    const turn = this.interview.turn(point.turn);
    if (!turn) return null;
    const [node, offset] = this.spot(turn, point.at, side < 0);
    if (node.nodeType !== Node.TEXT_NODE) return turn.element.getBoundingClientRect();
    const a = side > 0 ? offset : offset - 1;
    this.probe.setStart(node, Math.max(0, a));
    this.probe.setEnd(node, Math.min(node.length, Math.max(0, a) + 1));
    const boxes = this.probe.getClientRects();
    const box = boxes[side > 0 ? 0 : boxes.length - 1];
    return box ?? turn.element.getBoundingClientRect();
  }

  /** The place of a node and offset; outside of speech, the nearest place of its turn; else none. */
  point(node, offset) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const speech = element?.closest(".speech");
    const turn = speech && this.bySpeech.get(speech);
    if (!turn) {
      const near = element?.closest(".turn");
      return near ? { turn: Number(near.dataset.n), at: 0 } : null;
    }
    const nodes = this.nodes(turn);
    const own = nodes.find((entry) => entry.node === node);
    if (own) return { turn: turn.number, at: own.start + offset };
    const next = node.childNodes?.[offset];
    const after = next && nodes.find((entry) => next === entry.node || next.contains(entry.node));
    return { turn: turn.number, at: after ? after.start : turn.text.length };
  }

  /** The place under a point of the screen. */
  pointAt(x, y) {
    const caret = caretAt(x, y);
    return caret && this.root.contains(caret[0]) ? this.point(...caret) : null;
  }

  /** What the browser's own selection holds, as a passage. */
  selected() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!this.root.contains(range.startContainer) && !this.root.contains(range.endContainer)) return null;
    const from = this.point(range.startContainer, range.startOffset);
    const to = this.point(range.endContainer, range.endOffset);
    return from && to && compare(from, to) < 0 ? { from, to } : null;
  }
}
