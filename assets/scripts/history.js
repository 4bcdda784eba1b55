// The journal: taking back one's newest change, and doing it again.

import { uuid, write } from "./api.js";
import { toast } from "./toast.js";

async function act(address) {
  try {
    await write(address, "POST", { operation: uuid() });
    location.reload();
  } catch (error) {
    toast(error.message);
  }
}

document.querySelector("[data-undo]")?.addEventListener("click", () => act("/page/undo"));
document.querySelector("[data-redo]")?.addEventListener("click", () => act("/page/redo"));
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target.matches("input, select, textarea")) return;
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) { event.preventDefault(); act("/page/redo"); }
  else if (key === "z") { event.preventDefault(); act("/page/undo"); }
});
