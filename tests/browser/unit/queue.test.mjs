import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.addEventListener ??= () => {};
globalThis.document ??= { querySelector: () => null };
const { Queue, TakenBack } = await import("../../../assets/scripts/annotator/queue.js");
const { Away, Refused } = await import("../../../assets/scripts/api.js");

function shelf() {
  const kept = new Map();
  return {
    kept,
    get length() { return kept.size; },
    key: (i) => [...kept.keys()][i],
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}

const make = (send, storage = shelf(), told = []) => ({ storage, told, queue: new Queue({ transcript: "E01", coder: "c1", storage, send, tell: (news) => told.push(news) }) });

test("operations go one after the other and leave the storage once answered", async () => {
  const sent = [];
  const { queue, storage } = make(async (address, method, body) => {
    sent.push(body.n);
    return { n: body.n };
  });
  const answers = await Promise.all([queue.add("POST", "/a", { n: 1 }), queue.add("POST", "/a", { n: 2 })]);
  assert.deepEqual(sent, [1, 2]);
  assert.deepEqual(answers, [{ n: 1 }, { n: 2 }]);
  assert.equal(storage.kept.size, 0);
});

test("while the server is away all is kept, and sent with the same identifier by the next page", async () => {
  const tried = [];
  const { queue, storage, told } = make(async (_, __, body) => {
    tried.push(body.operation);
    throw new Away("/a");
  });
  queue.add("POST", "/a", { n: 1 });
  queue.add("POST", "/a", { n: 2 });
  await new Promise((done) => setTimeout(done));
  clearTimeout(queue.retry);
  assert.equal(storage.kept.size, 2);
  assert.deepEqual(told.at(-1), { away: true, closed: false, waiting: 2, sent: 0 });

  const sent = [];
  const next = make(async (_, __, body) => sent.push(body), storage).queue;
  assert.equal(next.resume().length, 2);
  await next.go();
  assert.deepEqual(sent.map((body) => body.n), [1, 2]);
  assert.equal(sent[0].operation, tried[0]);
  assert.equal(storage.kept.size, 0);
});

test("what was done within one millisecond is sent again in its order", async () => {
  const { queue, storage } = make(async () => { throw new Away("/a"); });
  for (let n = 0; n < 40; n += 1) queue.add("POST", "/a", { n });
  await new Promise((done) => setTimeout(done));
  clearTimeout(queue.retry);
  const sent = [];
  const next = make(async (_, __, body) => sent.push(body.n), storage).queue;
  next.resume();
  await next.go();
  assert.deepEqual(sent, Array.from({ length: 40 }, (_, n) => n));
});

test("a refusal is told and the next one follows", async () => {
  const { queue } = make(async (_, __, body) => {
    if (body.n === 1) throw new Refused(422, { key: "unknown-code", message: "…" });
    return body.n;
  });
  const first = queue.add("POST", "/a", { n: 1 });
  const second = queue.add("POST", "/a", { n: 2 });
  await assert.rejects(first, Refused);
  assert.equal(await second, 2);
});

test("only what was never sent can be taken back", async () => {
  const { queue } = make(async () => {
    throw new Away("/a");
  });
  queue.add("POST", "/a", { n: 1 }).catch(() => {});
  const second = queue.add("POST", "/a", { n: 2 });
  await new Promise((done) => setTimeout(done));
  clearTimeout(queue.retry);
  const taken = queue.takeBack();
  assert.equal(taken.body.n, 2);
  await assert.rejects(second, TakenBack);
  assert.equal(queue.takeBack(), null);
});

test("an undo that waits is not taken back by the next", async () => {
  const sent = [];
  const { queue } = make(async (address) => {
    sent.push(address);
    return {};
  });
  const undo = () => queue.takeBack() || queue.add("POST", "/undo", {}, { stays: true });
  await Promise.all([undo(), undo(), undo(), undo()]);
  assert.deepEqual(sent, ["/undo", "/undo", "/undo", "/undo"]);
});
