// Looks at the page as it is drawn and writes what is wrong with it, a fault a line.
window.addEventListener("load", () => {
  const frame = document.getElementById("held");
  const view = frame ? frame.contentWindow : window;
  const page = frame ? frame.contentDocument : document;
  const faults = [];
  const short = (text) => text.replace(/\s+/g, " ").trim().slice(0, 50);
  const shown = (box) => box.width > 0 && box.height > 0;

  for (const drawing of page.querySelectorAll("svg[role=img]")) {
    const frameBox = drawing.getBoundingClientRect();
    const name = short(drawing.querySelector("title")?.textContent ?? "");
    if (!name || !drawing.querySelector("desc")) faults.push(`NO NAME ${name}`);
    if (!shown(frameBox)) continue;
    const texts = [...drawing.querySelectorAll("text")].map((text) => {
      return { text, box: text.getBoundingClientRect() };
    }).filter(({ box }) => shown(box));
    texts.forEach(({ text, box }, index) => {
      const words = short(text.textContent);
      if (box.left < frameBox.left - 1 || box.right > frameBox.right + 1 ||
          box.top < frameBox.top - 1.5 || box.bottom > frameBox.bottom + 1.5) {
        faults.push(`CUT ${name}: ${words}`);
      }
      const size = parseFloat(view.getComputedStyle(text).fontSize);
      const inside = /\bp-in/.test(text.getAttribute("class") ?? "");
      if (size < 11.5 && !inside) faults.push(`SMALL ${name}: ${words} ${size}`);
      for (const other of texts.slice(index + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // A text's box is taller than its letters: 2.4 pixels above and below are air.
        if (across > 0.5 && down > 4.8) faults.push(`OVERLAP ${name}: ${words} | ${short(other.text.textContent)}`);
      }
    });
  }

  const root = page.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) {
    faults.push(`WIDE page ${root.scrollWidth} > ${root.clientWidth}`);
  }
  const ids = new Set([...page.querySelectorAll("[id]")].map((one) => one.id));
  const told = new Set();
  for (const link of page.querySelectorAll("a[href^='#']")) {
    const target = decodeURIComponent(link.getAttribute("href").slice(1));
    if (!ids.has(target) && !told.has(target)) {
      told.add(target);
      faults.push(`NO TARGET #${target}`);
    }
  }
  let level = 0;
  for (const heading of page.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) faults.push(`HEADING ${heading.tagName} after H${level}: ${short(heading.textContent)}`);
    level = next;
  }
  const result = document.createElement("pre");
  result.textContent = `FAULTS[[\n${faults.slice(0, 60).join("\n")}\n]]FAULTS`;
  document.body.append(result);
});
