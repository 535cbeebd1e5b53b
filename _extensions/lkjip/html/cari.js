// Search in the page: marks what is found, counts it, and goes from one to the next.
(() => {
  "use strict";
  const form = document.getElementById("cari");
  const input = document.getElementById("kata");
  const output = form.querySelector("output");
  const main = document.getElementById("isi");
  const LEAST = 2;
  // Charts stand twice in the page, wide and narrow; "Data grafik" below them says the same.
  const SKIP = "script, style, svg, .alat-tabel";
  const BLOCK = "p, li, td, th, h1, h2, h3, h4, h5, h6, figcaption, summary, div, section, main";
  const BREAK = "\u0001"; // between blocks, so that nothing is found across them
  let hits = [], at = -1, searched = "", timer;

  // The text of the page as one string, and where each of its nodes begins in it.
  function collect() {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(SKIP) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const pieces = [];
    let text = "", block = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const own = node.parentElement.closest(BLOCK);
      if (own !== block) text += BREAK;
      block = own;
      pieces.push({ node, start: text.length, end: text.length + node.length });
      text += node.data;
    }
    return { text, pieces };
  }

  function wrap(node, start, end) {
    const mark = document.createElement("mark");
    mark.className = "temuan";
    const found = node.splitText(start);
    found.splitText(end - start);
    found.replaceWith(mark);
    mark.append(found);
    return mark;
  }

  function clear() {
    for (const mark of hits.flat()) mark.replaceWith(...mark.childNodes);
    main.normalize();
    hits = [];
    at = -1;
  }

  // A hyphen is a minus or a dash, too, and a number is found without its thousands' points.
  function letters(word) {
    if (/^[−-]?\d{4,}(?:,\d+)?%?$/.test(word)) {
      const [whole] = word.match(/\d+/);
      word = word.replace(whole, whole.replace(/\B(?=(?:\d{3})+$)/g, "\u0002"));
    }
    return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[-−–]/g, "[-−–]").replaceAll("\u0002", "\\.?");
  }

  // Any white space matches any other: lines break where they will.
  const pattern = (words) => new RegExp(words.split(/\s+/).map(letters).join("\\s+"), "gi");

  function search() {
    clearTimeout(timer);
    const words = input.value.trim();
    if (words === searched) return;
    searched = words;
    clear();
    if (words.length >= LEAST) {
      const { text, pieces } = collect();
      // From the end to the beginning: what is split off a node then lies behind what is still to do.
      let last = pieces.length - 1;
      for (const match of [...text.matchAll(pattern(words))].reverse()) {
        const start = match.index, end = start + match[0].length, marks = [];
        while (pieces[last].start >= end) last -= 1;
        for (let n = last; n >= 0 && pieces[n].end > start; n -= 1) {
          const from = Math.max(start, pieces[n].start), to = Math.min(end, pieces[n].end);
          if (to > from) marks.unshift(wrap(pieces[n].node, from - pieces[n].start, to - pieces[n].start));
        }
        hits.unshift(marks);
      }
      const below = hits.findIndex(([mark]) => mark.getBoundingClientRect().bottom > 0);
      if (hits.length) go(Math.max(below, 0));
    }
    tell();
  }

  function tell() {
    if (searched.length < LEAST) output.textContent = "";
    else output.textContent = hits.length ? `${at + 1} dari ${hits.length}` : "tidak ditemukan";
    form.classList.toggle("berisi", searched.length >= LEAST);
    form.classList.toggle("nihil", searched.length >= LEAST && !hits.length);
  }

  function go(index) {
    hits[at]?.forEach((mark) => mark.classList.remove("kini"));
    at = (index + hits.length) % hits.length;
    hits[at].forEach((mark) => mark.classList.add("kini"));
    const closed = hits[at][0].closest("details:not([open])");
    if (closed && !hits[at][0].closest("summary")) closed.open = true;
    hits[at][0].scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    tell();
  }

  const step = (by) => { search(); if (hits.length) go(at + by); };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 180);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      // The first Enter after typing shows the first hit; the next ones go on.
      if (input.value.trim() !== searched) search(); else step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && input.value) {
      event.preventDefault();
      event.stopPropagation();
      input.value = "";
      search();
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of form.querySelectorAll("[data-arah]")) {
    button.addEventListener("click", () => step(Number(button.dataset.arah)));
  }
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      const opener = document.querySelector(".buka-cari");
      if (opener.offsetParent && opener.getAttribute("aria-expanded") !== "true") opener.click();
      input.focus();
      input.select();
    }
  });
})();
