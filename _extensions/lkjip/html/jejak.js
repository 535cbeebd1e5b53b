// "Jejak data": a number of the page says where it comes from, in a dialog. The words come from
// lkjip/jejak/ikhtisar.py; they are text here and never markup. Nodes are named by their numbers.
(() => {
  "use strict";
  const embedded = document.getElementById("jejak");
  if (!embedded) return;
  const data = JSON.parse(embedded.textContent);
  const main = document.getElementById("isi");
  const toggle = document.querySelector("button.jejak-angka");
  const KEY = "lkjip-jejak-angka";
  const LONG = 40; // letters of what is printed

  const clean = (part) => part.textContent.replace(/\s+/g, " ").trim();

  function make(tag, className, ...content) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...content.filter((part) => part !== undefined && part !== null));
    return made;
  }

  // ── What is traced ─────────────────────────────────────────────────────────────────────────
  const cells = [...main.querySelectorAll("td[data-asal]")].filter((cell) => clean(cell) && data.simpul[cell.dataset.asal]);
  const values = [...main.querySelectorAll(".nilai[data-nilai]")].filter((value) => data.nilai[value.dataset.nilai]);
  const nodeOf = (place) => data.simpul[place.dataset.asal ?? data.nilai[place.dataset.nilai].asal];
  const traced = [...cells, ...values];
  traced.forEach((place) => place.classList.add("berjejak"));
  // Numbers, and words that depend on numbers; names and row numbers would only be in the way.
  const stops = traced.filter((place) => !nodeOf(place).urut && (/\d/.test(place.textContent) || nodeOf(place).kata));

  // ── Words about a number ───────────────────────────────────────────────────────────────────
  // Table, column and row of a cell, and the rule that printed its column.
  function describeCell(cell) {
    const table = cell.closest("table");
    const lines = kisi([...table.tBodies].flatMap((body) => [...body.rows]));
    const line = lines.find((each) => each.includes(cell));
    const column = line.indexOf(cell);
    const heads = kisi([...table.tHead.rows].filter((row) => !row.classList.contains("nomor-kolom")))
      .map((tier) => tier[column]).filter((head, n, all) => head && head !== all[n - 1]).map(clean);
    const isName = (each) => /\p{L}/u.test(clean(each))
      && (!["right", "center"].includes(each.style.textAlign) || each.parentElement.classList.contains("jumlah"));
    const name = line.filter((each) => each !== cell && isName(each))
      .sort((one, other) => one.rowSpan - other.rowSpan)[0];
    const part = data.tabel[table.dataset.id] ?? {};
    return {
      printed: clean(cell), key: cell.dataset.asal, part, rule: part.bulat?.[column],
      facts: [["Tabel", caption(table)], ["Kolom", heads.join(" › ")], ["Baris", name ? clean(name) : ""]],
    };
  }

  function caption(inside) {
    const words = inside.closest("figure")?.querySelector("figcaption");
    return words ? clean(words) : inside.getAttribute("aria-label") ?? "";
  }

  function describeValue(place) {
    const id = place.dataset.nilai, part = data.nilai[id];
    const name = id.split(".").map((word) => word.replaceAll("-", " ")).join(" › ");
    return { printed: clean(place), key: part.asal, part, rule: part.bulat, facts: [["Nilai dalam teks", name]] };
  }

  // ── Parts of the dialog ────────────────────────────────────────────────────────────────────
  const section = (title, ...content) => make("section", "", make("h3", "", title), ...content);

  function facts(rows) {
    const list = make("dl", "apa");
    for (const [name, text] of rows) {
      if (text) list.append(make("dt", "", name), make("dd", "", text));
    }
    return list;
  }

  // The formula with names, then with figures, then what came out of it and how it was printed.
  function formula(node, printed) {
    const name = node.nama ? [make("span", "nama", node.nama), " = "] : [];
    const steps = make("div", "rumus", make("p", "", ...name, node.rumus));
    if (node.angka) steps.append(make("p", "", "= ", node.angka));
    if (node.hasil !== node.angka) steps.append(make("p", "", "= ", node.hasil));
    if (printed) steps.append(printed);
    if (node.dasar) steps.append(make("p", "dasar", "Dasar: ", node.dasar));
    return steps;
  }

  function sourceLine(node) {
    const text = node.isi ?? node.hasil;
    return make("span", "sumber", node.sumber, text === "" ? ", sel kosong" : ", isi: ",
      text === "" ? "" : make("span", "isi", `“${text}”`));
  }

  // An input: its cell, or its own formula to be opened.
  function input(entry) {
    const [name, number] = Array.isArray(entry) ? entry : ["", entry];
    const node = data.simpul[number];
    if (!node.rumus) {
      return make("li", "", ...(name ? [make("span", "nama", name), " = ", node.hasil, make("br")] : []), sourceLine(node));
    }
    const label = name || node.nama || node.rumus;
    const part = make("details", "", make("summary", "", make("span", "nama", label), " = ", node.hasil));
    // Made when it is opened: deep down many formulas share their inputs.
    part.addEventListener("toggle", () => part.append(...trace(node)), { once: true });
    return make("li", "", part);
  }

  function trace(node, printed) {
    if (!node.rumus) return [make("p", "", sourceLine(node)), ...(printed ? [printed] : [])];
    const parts = [formula(node, printed)];
    if (node.sumber) parts.push(make("p", "", make("span", "sumber", node.sumber)));
    if (node.masukan) parts.push(make("ul", "masukan", ...node.masukan.map(input)));
    return parts;
  }

  function notebook(part) {
    const link = make("a", "", part.buku);
    link.href = `notebooks/${encodeURIComponent(part.buku)}.html${part.sel ? `#${encodeURIComponent(part.sel)}` : ""}`;
    return section("Buku kerja", make("p", "", link, part.sel ? `, sel ${part.sel}` : ""));
  }

  const list = (texts) => make("ul", "", ...texts.map((text) => make("li", "", text)));

  // ── The dialog ─────────────────────────────────────────────────────────────────────────────
  const close = make("button", "tutup", "Tutup");
  close.type = "button";
  const title = make("h2", "", "Jejak data");
  title.id = "judul-jejak";
  const body = make("div", "isi-jejak");
  const dialog = make("dialog", "jejak", make("div", "kepala-jejak", title, close), body);
  dialog.setAttribute("aria-labelledby", title.id);
  document.body.append(dialog);
  close.addEventListener("click", () => dialog.close());
  // The area around it is the dialog element itself.
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  // What it said is no part of the page.
  dialog.addEventListener("close", () => body.replaceChildren());

  // The browser gives the focus back to where it was when the dialog closes.
  function show(...content) {
    body.replaceChildren(...content);
    dialog.showModal();
    dialog.scrollTop = 0;
  }

  function showNumber(place) {
    const { printed, key, part, rule, facts: rows } = place.matches("td") ? describeCell(place) : describeValue(place);
    const node = data.simpul[key];
    const heading = node.rumus ? "Rumus dan sumber" : "Sumber data";
    const printedBy = rule ? make("p", "", "→ ", make("strong", "", printed), ` ${rule}`) : null;
    show(make("p", printed.length > LONG ? "apa-jejak" : "angka-jejak", printed), facts(rows), section(heading, ...trace(node, printedBy)), notebook(part));
  }

  function showWhole(name, part, columns) {
    const rules = (part.bulat ?? []).map((rule, x) => rule && `${columns[x]}: ${rule}`).filter(Boolean);
    show(make("p", "apa-jejak", name), ...[["Berkas data", part.berkas], ["Rumus", part.rumus], ["Pembulatan", rules]]
      .filter(([, texts]) => texts?.length).map(([heading, texts]) => section(heading, list(texts))), notebook(part));
  }

  // ── By mouse ───────────────────────────────────────────────────────────────────────────────
  main.addEventListener("click", (event) => {
    const place = event.target.closest(".berjejak");
    // Who marks text with the mouse, or follows a link, wants something else.
    if (!place || event.target.closest("a, summary") || !getSelection().isCollapsed) return;
    showNumber(place);
  });

  // ── By keyboard: the numbers are stops of the Tab key while the switch is on ──────────────
  function stop(place) {
    const target = place.matches("td") ? make("span", "", ...place.childNodes) : place;
    if (target !== place) place.append(target);
    target.classList.add("tombol-jejak");
    target.setAttribute("role", "button");
    target.setAttribute("aria-haspopup", "dialog");
    target.tabIndex = 0;
  }

  function pass(place) {
    const target = place.matches("td") ? place.querySelector(".tombol-jejak") : place;
    if (target !== place) { target?.replaceWith(...target.childNodes); return; }
    target.classList.remove("tombol-jejak");
    for (const name of ["role", "aria-haspopup", "tabindex"]) target.removeAttribute(name);
  }

  main.addEventListener("keydown", (event) => {
    if (!event.target.matches(".tombol-jejak") || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    showNumber(event.target.closest(".berjejak"));
  });

  const remembered = () => { try { return localStorage.getItem(KEY) === "ya"; } catch { return false; } };
  const remember = (on) => {
    try {
      if (on) localStorage.setItem(KEY, "ya"); else localStorage.removeItem(KEY);
    } catch { /* then it holds until the page is closed */ }
  };
  function set(on) {
    toggle.setAttribute("aria-pressed", String(on));
    stops.forEach(on ? stop : pass);
  }
  toggle.addEventListener("click", () => {
    const on = toggle.getAttribute("aria-pressed") !== "true";
    set(on);
    remember(on);
  });
  if (remembered()) set(true);

  // ── Tables and figures as a whole ──────────────────────────────────────────────────────────
  function wholeButton(name, act) {
    const made = make("button", "", "Jejak");
    made.type = "button";
    made.setAttribute("aria-label", `Jejak ${name}`);
    made.title = "Asal angka: dari data mana dan dengan rumus apa";
    made.setAttribute("aria-haspopup", "dialog");
    made.addEventListener("click", act);
    return made;
  }

  const shortName = (inside, words) => inside.closest("figure").querySelector("figcaption .nomor")?.textContent ?? words;
  for (const table of main.querySelectorAll("table.lkjip-tabel")) {
    const part = data.tabel[table.dataset.id];
    if (!part) continue;
    const columns = kisi([...table.tHead.rows].filter((row) => !row.classList.contains("nomor-kolom"))).at(-1).map(clean);
    table.closest("figure").querySelector(".alat-tabel")
      .append(wholeButton(shortName(table, caption(table)), () => showWhole(caption(table), part, columns)));
  }
  for (const chart of main.querySelectorAll(".bingkai-grafik")) {
    const part = data.gambar[chart.dataset.id];
    if (!part) continue;
    chart.closest("figure").querySelector(".data-grafik")
      .before(make("div", "alat-tabel", wholeButton(shortName(chart, caption(chart)), () => showWhole(caption(chart), part, []))));
  }
})();
