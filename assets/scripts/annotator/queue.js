// What is done and not yet acknowledged: sent one after the other, kept while the server is away.
//
// Each operation bears its own identifier and stays in the browser's storage until the server has
// answered, so that a page that was reloaded sends it again and the server carries it out once.

import { Away, Refused, uuid } from "../api.js";
import { Closed, send as sendFresh } from "./sender.js";

/** How long without an answer before the page says so, and between two tries, in milliseconds. */
const PATIENCE = 1000;
const RETRY = 1500;

export class Queue {
  constructor({ transcript, coder, storage = localStorage, tell, send = sendFresh }) {
    Object.assign(this, { storage, tell, send, waiting: [], answers: new Map(), busy: false, away: false, added: 0 });
    this.place = `propos/${coder}/${transcript}/`;
    addEventListener("online", () => this.go());
  }

  /** Takes up what an earlier page left, in the order in which it was done. */
  resume() {
    const left = [];
    for (let i = 0; i < this.storage.length; i += 1) {
      const key = this.storage.key(i);
      if (key.startsWith(this.place)) left.push(key);
    }
    for (const key of left.sort()) {
      try {
        this.waiting.push({ ...JSON.parse(this.storage.getItem(key)), key, tried: true });
      } catch {
        this.storage.removeItem(key);
      }
    }
    return [...this.waiting];
  }

  /**
   * Adds an operation; the answer, or the refusal, comes as a promise. One that `stays` is never taken
   * back: an undo asked for while another waits is one more undo, not an end to it.
   */
  add(method, address, body, more = {}) {
    const operation = uuid();
    // The clock alone does not order what is done within one of its milliseconds.
    const order = `${String(Date.now()).padStart(14, "0")}-${String((this.added += 1)).padStart(9, "0")}`;
    const key = `${this.place}${order}-${operation}`;
    const entry = { method, address, body: { ...body, operation }, key, tried: false, ...more };
    this.waiting.push(entry);
    this.keep(entry);
    const answer = new Promise((done, fail) => this.answers.set(key, { done, fail }));
    this.go();
    return answer;
  }

  keep({ method, address, body, key }) {
    try {
      this.storage.setItem(key, JSON.stringify({ method, address, body }));
    } catch {
      // A full or forbidden storage: the page itself still holds it.
    }
  }

  /** Takes back the last operation if it was never sent. */
  takeBack() {
    const last = this.waiting[this.waiting.length - 1];
    if (!last || last.tried || last.stays || (this.busy && this.waiting.length === 1)) return null;
    this.waiting.pop();
    this.storage.removeItem(last.key);
    this.answers.get(last.key)?.fail(new TakenBack());
    this.answers.delete(last.key);
    this.report();
    return last;
  }

  async go() {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.retry);
    try {
      while (this.waiting.length && (await this.one(this.waiting[0])));
    } finally {
      this.busy = false;
    }
    if (this.waiting.length) this.retry = setTimeout(() => this.go(), RETRY);
  }

  /** Sends one; tells whether the next may follow. */
  async one(entry) {
    entry.tried = true;
    const slow = setTimeout(() => this.setAway(true), PATIENCE);
    try {
      const answer = await this.send(entry.address, entry.method, entry.body);
      this.finish(entry, "done", answer);
      return true;
    } catch (error) {
      // A server that stops, or one that starts again and does not know us yet, has not refused.
      if (error instanceof Away || (error instanceof Refused && error.status >= 502)) {
        this.closed = error instanceof Closed;
        this.setAway(true);
        return false;
      }
      this.finish(entry, "fail", error);
      return true;
    } finally {
      clearTimeout(slow);
    }
  }

  finish(entry, how, value) {
    this.waiting.shift();
    this.storage.removeItem(entry.key);
    const answer = this.answers.get(entry.key);
    this.answers.delete(entry.key);
    if (this.away) this.sent = (this.sent ?? 0) + 1;
    if (!this.waiting.length) this.setAway(false);
    else this.report();
    answer?.[how](value);
  }

  setAway(away) {
    if (away === this.away) {
      if (away) this.report();
      return;
    }
    this.away = away;
    const sent = this.sent ?? 0;
    this.sent = 0;
    this.tell({ away, closed: this.closed, waiting: this.waiting.length, sent: away ? 0 : sent });
  }

  report() {
    if (this.away) this.tell({ away: true, closed: this.closed, waiting: this.waiting.length, sent: 0 });
  }
}

/** An operation that was undone before it was sent. */
export class TakenBack extends Error {}
