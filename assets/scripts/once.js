// A double click, or Enter pressed twice, is one wish.

/**
 * Carries out `work` for a form or button that is not already at it. What succeeded is not done
 * again: the page comes anew, or the form is gone.
 */
export async function once(holder, work) {
  if ("sent" in holder.dataset) return;
  holder.dataset.sent = "";
  let isDone = false;
  try {
    isDone = await work();
  } finally {
    if (!isDone) delete holder.dataset.sent;
  }
}
