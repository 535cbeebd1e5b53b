// "Jejak angka": while it is switched on, a number of the page says where it comes from, in a dialog,
// by mouse and by keyboard alike. The words come from
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
  const MOST = 5; // sources that are named

  const clean = (part) => part.textContent.replace(/\s+/g, " ").trim();

  function make(tag, className, ...content) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...content.filter((part) => part !== undefined && part !== null));
    return made;
  }

  // ── What is traced: numbers, and words that depend on numbers ──────────────────────────────
  // As the report prints them: 1.234 · Rp7.891.881.259 · −37,56% · 682.958 orang. Years, dates, the
  // numbers of rows and of persons are names.
  const NUMBER = /^(?:Rp\.?\s*)?[−-]?(?:\d{1,3}(?:\.\d{3})+|\d{1,4})(?:,\d+)?…?(?:\s*%|(?:\s\p{L}+){1,3})?$/u;
  const YEAR = /^(?:19|20)\d\d$/;
  const WORDS = /^\p{Ll}/u; // a name that depends on numbers, such as that of the largest group, stays one
  const GRADE = /^(?:AA|A|BB|B|CC|C|D)$/;
  const nodeOf = (place) => data.simpul[place.dataset.asal ?? data.nilai[place.dataset.nilai]?.asal];
  const isNumber = (text) => NUMBER.test(text) && !YEAR.test(text);
  const inputsOf = (node) => (node.masukan ?? []).map((entry) => data.simpul[Array.isArray(entry) ? entry[1] : entry]);

  function dependsOnNumbers(node) {
    return Boolean(node.kata) && inputsOf(node).some((each) => isNumber(each.hasil) || each.rumus && dependsOnNumbers(each));
  }

  function isTraced(place) {
    const node = nodeOf(place), text = clean(place);
    if (!node || node.urut || !text) return false;
    return isNumber(text) || (place.matches("td") && GRADE.test(text)) || (WORDS.test(text) && dependsOnNumbers(node));
  }
  const stops = [...main.querySelectorAll(":is(td, th)[data-asal], .nilai[data-nilai]")].filter(isTraced);

  // ── Words about a number ───────────────────────────────────────────────────────────────────
  // Table, column and row of a cell, and the rule that printed its column.
  function describeCell(cell) {
    const table = cell.closest("table");
    const lines = kisi([...table.tBodies].flatMap((body) => [...body.rows]));
    const line = lines.find((each) => each.includes(cell));
    const column = line.indexOf(cell);
    const heads = kisi([...table.tHead.rows].filter((row) => !row.classList.contains("nomor-kolom")))
      .map((tier) => tier[column]).filter((head, n, all) => head && head !== all[n - 1]).map(clean);
    const isName = (each) => /\p{L}/u.test(clean(each)) && (each.matches("th") || !each.matches(".angka, .tengah"));
    const name = line.filter((each) => each !== cell && isName(each))
      .sort((one, other) => one.rowSpan - other.rowSpan)[0];
    const part = data.tabel[table.dataset.id] ?? {};
    return {
      printed: clean(cell), key: cell.dataset.asal, part, rule: part.bulat?.[column],
      said: table.tFoot ? clean(table.tFoot).replace(/^Sumber[^:]*:\s*/, "") : "",
      facts: [["Tabel", caption(table)], ["Kolom", heads.join(" › ")], ["Baris", name ? clean(name) : ""]],
    };
  }

  function caption(inside) {
    const words = inside.closest("figure")?.querySelector("figcaption");
    return words ? clean(words) : inside.getAttribute("aria-label") ?? "";
  }

  // What a text stands under.
  function headingOf(place) {
    const before = [...main.querySelectorAll("h2, h3, h4, h5, h6")]
      .filter((head) => head.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
    return before.length ? clean(before.at(-1)) : "";
  }

  function describeValue(place) {
    const id = place.dataset.nilai, part = data.nilai[id];
    return { printed: clean(place), key: part.asal, part, rule: part.bulat, said: "", id, facts: [["Bagian", headingOf(place)]] };
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

  // The formula with names, then with figures, then what came out of it and how it was printed. Words
  // are chosen by a rule and equal nothing.
  function formula(node, printed) {
    const name = node.nama ? [make("span", "nama", node.nama), node.kata ? ": " : " = "] : [];
    const steps = make("div", "rumus", make("p", "", ...name, node.rumus));
    if (node.angka) steps.append(make("p", "", "= ", node.angka));
    if (node.hasil !== node.angka) steps.append(make("p", "", node.kata ? "Hasil: " : "= ", node.hasil));
    if (printed) steps.append(printed);
    if (node.dasar) steps.append(make("p", "dasar", "Dasar: ", node.dasar));
    return steps;
  }

  // An input: its value, or its own formula to be opened.
  function input(entry) {
    const [name, number] = Array.isArray(entry) ? entry : ["", entry];
    const node = data.simpul[number];
    if (!node.rumus) return make("li", "", ...(name ? [make("span", "nama", name), " = "] : []), node.hasil);
    const label = name || node.nama || node.rumus;
    const part = make("details", "", make("summary", "", make("span", "nama", label), " = ", node.hasil));
    // Made when it is opened: deep down many formulas share their inputs.
    part.addEventListener("toggle", () => part.append(...trace(node)), { once: true });
    return make("li", "", part);
  }

  function trace(node, printed) {
    const parts = [formula(node, printed)];
    // Terms of a sum that it shows anyway are not said again.
    const told = node.angka && !node.angka.includes("…") && node.masukan.every((each) => !Array.isArray(each) && !data.simpul[each].rumus);
    if (node.masukan && !told) parts.push(make("ul", "masukan", ...node.masukan.map(input)));
    return parts;
  }

  // What a number rests on in the end: cells of the data, each once.
  function leaves(node, seen = new Set()) {
    if (seen.has(node)) return [];
    seen.add(node);
    return [...(node.sumber ? [node] : []), ...inputsOf(node).flatMap((each) => leaves(each, seen))];
  }

  const list = (texts) => make("ul", "", ...texts.map((text) => make("li", "", text)));

  const FILE = /^[^,]+\.(?:csv|yml)(?=, baris)/;
  const originOf = (node) => data.asal[node.dari] ?? data.berkas[node.sumber.match(FILE)?.[0]];

  // In words: what the source line of the table says, then whose data it is.
  function sources(found, said) {
    // Settings and directions are no sources of a number.
    const numbers = found.filter((node) => isNumber(node.hasil));
    const words = [...new Set((numbers.length ? numbers : found).map(originOf).filter(Boolean))];
    const more = words.length > MOST ? [`dan ${words.length - MOST} sumber lain`] : [];
    return section("Sumber", ...(said ? [make("p", "", said)] : []), list([...words.slice(0, MOST), ...more]));
  }

  // ── Technical details: file, row and column, and the cell of the notebook ─────────────────
  const year = main.dataset.berkas.split("-").at(-1);

  // The file lies beside the page.
  function place(node) {
    const file = node.sumber.match(FILE)?.[0];
    if (!file) return [node.sumber];
    const link = make("a", "", file);
    link.href = `data/${year}/${encodeURIComponent(file)}`;
    return [link, node.sumber.slice(file.length)];
  }

  function cellLine(node) {
    const text = node.isi ?? node.hasil;
    return make("li", "sumber", ...place(node), text === "" ? ", sel kosong" : ", isi: ",
      text === "" ? "" : make("span", "isi", `“${text}”`));
  }

  function notebook(part) {
    const link = make("a", "", part.buku);
    link.href = `notebooks/${encodeURIComponent(part.buku)}.html${part.sel ? `#${encodeURIComponent(part.sel)}` : ""}`;
    return make("p", "", "Buku kerja: ", link, part.sel ? `, sel ${part.sel}` : "");
  }

  const details = (part, ...content) =>
    make("details", "rincian", make("summary", "", "Rincian teknis"), ...content.filter(Boolean), notebook(part));

  // ── The dialog ─────────────────────────────────────────────────────────────────────────────
  const close = make("button", "tutup", "Tutup");
  close.type = "button";
  const title = make("h2", "", "Jejak angka");
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

  function showNumber(spot) {
    const { printed, key, part, rule, said, id, facts: rows } = spot.matches("td, th") ? describeCell(spot) : describeValue(spot);
    const node = data.simpul[key], found = leaves(node);
    const printedBy = rule ? make("p", "", "→ ", make("strong", "", printed), ` ${rule}`) : null;
    const how = node.kata ? "Cara menentukan" : "Cara menghitung";
    const reckoned = node.rumus ? [section(how, ...trace(node, printedBy))] : [printedBy];
    show(make("p", printed.length > LONG ? "apa-jejak" : "angka-jejak", printed), facts(rows), sources(found, said),
      ...reckoned.filter(Boolean), details(part, make("ul", "", ...found.map(cellLine)), id && make("p", "", `Nilai: ${id}`)));
  }

  function showWhole(name, part, columns) {
    const rules = (part.bulat ?? []).map((rule, x) => rule && `${columns[x]}: ${rule}`).filter(Boolean);
    show(make("p", "apa-jejak", name), ...[["Rumus", part.rumus], ["Pembulatan", rules]]
      .filter(([, texts]) => texts?.length).map(([heading, texts]) => section(heading, list(texts))),
    details(part, list(part.berkas ?? [])));
  }

  // ── The switch ─────────────────────────────────────────────────────────────────────────────
  const HELP = "Tekan angka bergaris titik-titik untuk melihat asalnya. Dengan papan tik: Tab, lalu panah di dalam tabel.";
  const help = document.querySelector(".bantuan-jejak");
  const spotOf = (target) => target.closest("td, th, .nilai");

  function stop(spot) {
    const target = spot.matches("td, th") ? make("span", "", ...spot.childNodes) : spot;
    if (target !== spot) spot.append(target);
    target.classList.add("tombol-jejak");
    target.setAttribute("role", "button");
    target.setAttribute("aria-haspopup", "dialog");
    target.tabIndex = 0;
  }

  function pass(spot) {
    const target = spot.matches("td, th") ? spot.querySelector(".tombol-jejak") : spot;
    if (target !== spot) { target?.replaceWith(...target.childNodes); return; }
    target.classList.remove("tombol-jejak");
    for (const name of ["role", "aria-haspopup", "tabindex"]) target.removeAttribute(name);
  }

  main.addEventListener("click", (event) => {
    const target = event.target.closest(".tombol-jejak") ?? event.target.closest("td, th")?.querySelector(".tombol-jejak");
    // Who marks text with the mouse, or follows a link, wants something else.
    if (!target || event.target.closest("a, summary") || !getSelection().isCollapsed) return;
    showNumber(spotOf(target));
  });

  // ── By keyboard: a table is one stop of the Tab key, and arrows go on from number to number ─
  const buttonsOf = (table) => [...table.querySelectorAll(".tombol-jejak")];

  function single(table, chosen) {
    buttonsOf(table).forEach((button) => { button.tabIndex = button === chosen ? 0 : -1; });
  }

  // The nearest number in the same column, above or below.
  function vertical(table, from, by) {
    const lines = kisi([...table.tBodies].flatMap((body) => [...body.rows]));
    const cell = spotOf(from), row = lines.findIndex((line) => line.includes(cell)), column = lines[row].indexOf(cell);
    for (let y = row + by; y >= 0 && y < lines.length; y += by) {
      const found = lines[y][column] !== cell && lines[y][column]?.querySelector(".tombol-jejak");
      if (found) return found;
    }
    return null;
  }

  const STEPS = { ArrowRight: 1, ArrowLeft: -1 }, LINES = { ArrowDown: 1, ArrowUp: -1 };
  main.addEventListener("keydown", (event) => {
    const from = event.target, table = from.closest("table");
    if (!from.matches(".tombol-jejak")) return;
    if (["Enter", " "].includes(event.key)) {
      event.preventDefault();
      showNumber(spotOf(from));
    } else if (table && (STEPS[event.key] || LINES[event.key])) {
      event.preventDefault();
      const all = buttonsOf(table);
      const to = STEPS[event.key] ? all[all.indexOf(from) + STEPS[event.key]] : vertical(table, from, LINES[event.key]);
      if (to) { single(table, to); to.focus(); }
    }
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
    if (on) main.querySelectorAll("table").forEach((table) => single(table, table.querySelector(".tombol-jejak")));
    help.textContent = on ? HELP : "";
  }
  toggle.addEventListener("click", () => {
    const on = toggle.getAttribute("aria-pressed") !== "true";
    set(on);
    remember(on);
  });
  if (remembered()) set(true);

  // ── Tables and figures as a whole ──────────────────────────────────────────────────────────
  function wholeButton(name, act) {
    const made = make("button", "", "Jejak angka");
    made.type = "button";
    made.setAttribute("aria-label", `Jejak angka ${name}`);
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
