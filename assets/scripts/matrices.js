// Matrices: on a phone one code at a time; arrows go from cell to cell.

const table = document.querySelector(".heat");
const one = document.getElementById("one");

if (table && one) {
  const show = () => {
    for (const row of table.querySelectorAll("tr[data-code]")) {
      row.toggleAttribute("data-current", row.dataset.code === one.value);
    }
  };
  one.addEventListener("change", show);
  show();

  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td, th");
    const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
    const step = steps[event.key];
    if (!cell || !step || event.target.tagName !== "A") return;
    const rows = [...table.querySelectorAll("tr[data-code]")].filter((row) => row.offsetParent);
    let [row, column] = [rows.indexOf(cell.parentElement), cell.cellIndex];
    if (row < 0) return;
    event.preventDefault();
    // Cells without a number are passed over.
    for (;;) {
      row += step[0];
      column += step[1];
      const next = rows[row]?.cells[column];
      if (!next) return;
      const link = next.querySelector("a");
      if (link) { link.focus(); return; }
    }
  });
}
