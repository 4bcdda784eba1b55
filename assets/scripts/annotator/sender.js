// Sending a write with the token that holds now: a server that was started again has another one.

import { Away, Refused, write } from "../api.js";

/** The server is there, and does not know this window any more. */
export class Closed extends Away {}

/** Writes; when the token is an old one, reads this page again for the new one, and writes again. */
export async function send(address, method, body) {
  try {
    return await write(address, method, body);
  } catch (error) {
    if (!(error instanceof Refused) || ![401, 403].includes(error.status)) throw error;
    await renew();
    return write(address, method, body);
  }
}

async function renew() {
  let answer;
  try {
    answer = await fetch(location.pathname, { credentials: "same-origin" });
  } catch {
    throw new Away(location.pathname);
  }
  if (!answer.ok) throw new Closed(location.pathname);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = fresh.querySelector('meta[name="propos-token"]')?.content;
  if (!token) throw new Closed(location.pathname);
  document.querySelector('meta[name="propos-token"]').content = token;
}
