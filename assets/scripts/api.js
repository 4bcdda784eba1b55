// Asking the server and telling it: one place that knows tokens, identifiers and failures.

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";

/** A failure that the server told: its key, its message for a person, its details. */
export class Refused extends Error {
  constructor(status, body) {
    super(body.message ?? `${status}`);
    this.status = status;
    this.key = body.key ?? "internal";
    this.details = body.details ?? {};
  }
}

/** The server did not answer at all. */
export class Away extends Error {}

/** Who acts here. */
export const coder = () => meta("propos-coder");

/** A fresh identifier of an operation or a record: sent twice, it is carried out once. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = BigInt(Date.now());
  for (let i = 0; i < 6; i++) bytes[i] = Number((now >> BigInt(8 * (5 - i))) & 0xffn);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

async function ask(address, options) {
  let answer;
  try {
    answer = await fetch(address, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Away(address);
  }
  if (answer.status === 204) return null;
  const isJson = answer.headers.get("content-type")?.includes("json");
  const body = isJson ? await answer.json() : await answer.text();
  if (!answer.ok) throw new Refused(answer.status, isJson ? body : {});
  return body;
}

/** Reads JSON, or text. */
export const read = (address, signal) => ask(address, { signal });

/** Writes: `method` is POST, PUT, PATCH or DELETE. */
export const write = (address, method, body) =>
  ask(address, {
    method,
    headers: { "content-type": "application/json", "x-propos-token": meta("propos-token") },
    body: JSON.stringify(body ?? {}),
  });

/** Sends a form with files. */
export const form = (address, body) =>
  ask(address, { method: "POST", headers: { "x-propos-token": meta("propos-token") }, body });
