// Tables: copy, download as CSV, and scroll by keyboard where they are wider than the page.
(() => {
  "use strict";
  const main = document.getElementById("isi");
  const status = document.getElementById("kabar");

  // Spreadsheets read numbers with a hyphen for the minus.
  const clean = (cell) => cell.innerText.replace(/\s+/g, " ").replaceAll("\u2212", "-").trim();
  // What begins like a formula is text here and must stay text in a spreadsheet.
  const plain = (text) => (/^(?:[=+@]|-(?!\d|$))/.test(text) ? `'${text}` : text);

  // A merged value stands in each row it covers, but only in its first column.
  const grid = (rows, spread) => kisi(rows).map((line) =>
    line.map((cell, x) => (spread || line[x - 1] !== cell ? clean(cell) : "")));

  // One head row, its tiers joined, then the body: as the files in the folder tabel.
  function cells(table) {
    const tiers = grid([...table.tHead.rows].filter((row) => !row.classList.contains("nomor-kolom")), true);
    const head = tiers[0].map((_, x) =>
      tiers.map((tier) => tier[x]).filter((text, y, all) => text && text !== all[y - 1]).join(" / "));
    return [head, ...grid([...table.tBodies].flatMap((body) => [...body.rows]), false)]
      .map((line) => line.map(plain));
  }

  // Excel takes its separator from Windows: `;` where the comma is the decimal sign, as in Indonesia.
  // The mark at the beginning tells it that the text is UTF-8. Numbers stay as printed: with these
  // settings Excel reads "8.251.284.892" and "95,64%" as the numbers they are.
  function csv(table) {
    const quote = (text) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    return "\ufeff" + cells(table).map((line) => line.map(quote).join(";") + "\r\n").join("");
  }

  function download(table) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(table)], { type: "text/csv;charset=utf-8" }));
    link.download = `${main.dataset.berkas}-${table.dataset.id}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    return `${link.download} diunduh`;
  }

  // The table as it is printed, without what the page adds for its readers.
  function bare(table) {
    const copied = table.cloneNode(true);
    const cells = table.querySelectorAll("th, td");
    copied.querySelectorAll("th, td").forEach((cell, n) => { cell.style.textAlign = getComputedStyle(cells[n]).textAlign; });
    copied.querySelectorAll("span, mark").forEach((part) => part.replaceWith(...part.childNodes));
    copied.querySelectorAll("[data-asal]").forEach((cell) => cell.removeAttribute("data-asal"));
    copied.removeAttribute("style");
    return copied.outerHTML;
  }

  // As a table for word processors and as text for the rest. The newer clipboard interface is not
  // there on pages of an intranet without https; this one works everywhere.
  function copy(table) {
    const fill = (event) => {
      event.clipboardData.setData("text/html", bare(table));
      event.clipboardData.setData("text/plain", cells(table).map((line) => line.join("\t")).join("\r\n"));
      event.preventDefault();
    };
    document.addEventListener("copy", fill, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", fill);
    return done ? "Tabel tersalin" : "Peramban tidak mengizinkan penyalinan";
  }

  function button(text, name, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", `${text} ${name}`);
    made.addEventListener("click", () => {
      status.textContent = act();
      made.classList.add("sudah");
      setTimeout(() => { made.classList.remove("sudah"); status.textContent = ""; }, 2500);
    });
    return made;
  }

  for (const table of document.querySelectorAll("table.lkjip-tabel")) {
    const figure = table.closest("figure");
    const name = figure.querySelector("figcaption .nomor")?.textContent 
      ?? figure.querySelector("figcaption")?.textContent ?? table.getAttribute("aria-label");
    const tools = document.createElement("div");
    tools.className = "alat-tabel";
    tools.append(button("Salin", name, () => copy(table)), button("Unduh CSV", name, () => download(table)));
    table.closest(".gulir").before(tools);
  }

  // A box stops the Tab key only when there is something to scroll; its right edge fades as long as
  // more follows. The head of a table that fits into the page stays at its top.
  const edge = (box) => box.classList.toggle("lanjut", box.scrollLeft + box.clientWidth < box.scrollWidth - 2);
  const resized = new ResizeObserver((entries) => {
    for (const { target: box } of entries) {
      const wide = box.scrollWidth > box.clientWidth + 1;
      box.classList.toggle("muat", !wide && box.classList.contains("gulir"));
      // What gets the focus, or is found, does not hide below that head.
      const head = box.querySelector("thead");
      if (head) box.style.setProperty("--tinggi", `${wide ? 0 : Math.ceil(head.getBoundingClientRect().height)}px`);
      if (wide) box.tabIndex = 0; else box.removeAttribute("tabindex");
      edge(box);
    }
  });
  for (const box of document.querySelectorAll(".gulir")) {
    resized.observe(box);
    box.addEventListener("scroll", () => edge(box), { passive: true });
  }
})();
