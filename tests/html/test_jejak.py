"""A number says where it comes from: by mouse, by keyboard, on a phone, and as text only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lkjip.paths import Project

from ..conftest import Report
from ..render.conftest import render_builtin
from ..render.sample import write_sample
from ..render.traces import HOSTILE
from .conftest import DESKTOP, PHONE, Open
from .test_axe import LOOKS, violations

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.build, pytest.mark.browser]
DIALOG = "dialog.jejak"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page whose data has markup in its cells."""
    folder = tmp_path_factory.mktemp("jejak")
    (path,) = render_builtin(Project(write_sample(folder / "proyek")), folder, "html")
    return path.as_uri()


def cell(page: Page, table: str, printed: str) -> Locator:
    return page.locator(f"table[data-id='{table}'] td[data-asal]", has_text=printed).first


def switch_on(page: Page) -> None:
    page.locator("button.jejak-angka").first.click()


def words(page: Page) -> str:
    return " ".join(page.inner_text(DIALOG).split())


def test_while_it_is_off_nothing_opens(open_page: Open) -> None:
    page = open_page()
    help_ = page.locator(".bantuan-jejak")
    assert not help_.is_visible()
    cell(page, "capaian", "102,47").click()
    page.locator("main .nilai", has_text="%").first.click()
    assert not page.locator(DIALOG).is_visible()
    switch_on(page)
    assert "asalnya" in help_.inner_text()
    # What is no number does not open while it is on, either.
    page.locator("table[data-id='capaian'] tbody th").first.click()
    assert not page.locator(DIALOG).is_visible()


def test_by_mouse(open_page: Open) -> None:
    page = open_page()
    switch_on(page)
    cell(page, "capaian", "102,47").click()
    assert page.locator(DIALOG).is_visible()
    text = words(page)
    # First in words: the source line of the table, and whose data it is.
    order = ["Dinas Tenaga Kerja", "Bidang Penempatan", "CARA MENGHITUNG", "Rincian teknis"]
    sources = text.split("SUMBER")[1]
    places = [sources.index(word) for word in order]
    assert places == sorted(places)
    assert "realisasi.csv" not in text
    page.locator(f"{DIALOG} .rincian summary").click()
    text = words(page)
    for expected in (
        "Tabel 3.1 Pencapaian Kinerja",
        "realisasi / target × 100%",
        "= 72,79 / 71,03 × 100%",
        "= 102,477826…",
        "dipotong dua desimal",
        "realisasi.csv, baris 9, kolom realisasi, isi: “72.79”",
        "03-akuntabilitas-kinerja, sel tbl-capaian",
    ):
        assert expected in text, expected
    page.get_by_role("button", name="Tutup").click()
    assert not page.locator(DIALOG).is_visible()
    # Beside the dialog, too.
    page.locator("main .nilai.tombol-jejak", has_text="%").first.click()
    text = words(page)
    assert "Bagian Hasil Pokok Tahun 2022" in text and "ikhtisar." not in text
    # The name that the program gave it is a technical detail.
    page.locator(f"{DIALOG} .rincian summary").click()
    assert "Nilai: ikhtisar." in words(page)
    page.mouse.click(5, 5)
    assert not page.locator(DIALOG).is_visible()


def test_inputs_open_step_by_step(open_page: Open) -> None:
    page = open_page()
    switch_on(page)
    # Computed from rounded achievement less rounded absorption.
    cell(page, "efisiensi", "2,87").click()
    closed = page.locator(f"{DIALOG} details:not([open]) > summary")
    # The triangle is sign enough: no bullet beside it.
    bullets = page.locator(f"{DIALOG} li:has(> details)").evaluate_all(
        "items => items.map((item) => getComputedStyle(item).listStyleType)"
    )
    assert bullets and set(bullets) == {"none"}
    steps = 0
    while closed.count():
        closed.first.click()
        steps += 1
    assert steps >= 4
    assert "72,79 / 71,03 × 100%" in words(page)
    assert "realisasi.csv, baris 9, kolom realisasi" in words(page)


def test_by_keyboard(open_page: Open) -> None:
    page = open_page()
    toggle = page.locator("button.jejak-angka")
    assert page.locator(".tombol-jejak").count() == 0
    toggle.focus()
    page.keyboard.press("Enter")
    assert toggle.get_attribute("aria-pressed") == "true"
    number = cell(page, "capaian", "102,47").locator("[role=button]")
    number.focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        assert "72,79 / 71,03" in words(page)
        # The focus is in the dialog, and comes back.
        assert page.evaluate(f"document.querySelector('{DIALOG}').contains(document.activeElement)")
        page.keyboard.press("Escape")
        assert not page.locator(DIALOG).is_visible()
        assert number.evaluate("element => element === document.activeElement")
    # Arrows go from number to number of a table, and it is one stop of the Tab key.
    focused = "document.activeElement.textContent"
    for key, printed in (
        ("Left", "72,79"),
        ("Up", "73,33"),
        ("Right", "104,75"),
        ("Down", "102,47"),
    ):
        page.keyboard.press(f"Arrow{key}")
        assert printed in page.evaluate(focused)
        assert page.evaluate("document.activeElement.className").startswith("tombol-jejak")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('table')") is None
    page.keyboard.press("Shift+Tab")
    assert "102,47" in page.evaluate(focused)
    # It is remembered, and taken back without a trace.
    page.reload()
    assert page.locator(".tombol-jejak").count() > 300
    before = page.inner_text("main")
    switch_on(page)
    assert page.locator(".tombol-jejak, main [role=button]").count() == 0
    assert page.inner_text("main") == before


def test_a_rule_in_words_is_said_beside_its_inputs(open_page: Open) -> None:
    page = open_page()
    switch_on(page)
    page.locator("main .nilai.tombol-jejak", has_text="poin persen daripada target").first.click()
    text = words(page)
    assert "beserta selisihnya Hasil: lebih tinggi" in text
    assert "target = 3,52" in text and "realisasi = 5,45" in text
    page.keyboard.press("Escape")
    page.locator("table[data-id='pegawai-pangkat'] tr.jumlah .tombol-jejak").first.click()
    assert "jumlah laki-laki" in words(page)
    # The terms stand in the sum already.
    assert page.locator(f"{DIALOG} .masukan").count() == 0


def test_no_dialog_says_identifiers(open_page: Open) -> None:
    page = open_page()
    switch_on(page)
    said = page.evaluate(
        """() => [...document.querySelectorAll("main .tombol-jejak")].map((stop) => {
        stop.click();
        const dialog = document.querySelector("dialog.jejak");
        dialog.querySelector(".rincian").remove();
        const text = dialog.textContent;
        dialog.close();
        return text; })"""
    )
    assert len(said) > 300
    assert not [text for text in said if re.search(r"\w_\w", text)]


def test_the_focus_is_not_hidden_behind_the_head(open_page: Open) -> None:
    for size in (DESKTOP, {"width": 800, "height": 900}):
        page = open_page(viewport=size)
        switch_on(page)
        table = page.locator("table[data-id='analisis-efisiensi']")
        table.locator(".tombol-jejak").last.focus()
        tops = []
        for _step in range(table.locator("tbody tr.isi").count()):
            page.keyboard.press("ArrowUp")
            seen = page.evaluate(
                """() => { const now = document.activeElement, box = now.getBoundingClientRect();
                return [box.top, now.closest("table").tHead.getBoundingClientRect().bottom,
                now.contains(document.elementFromPoint(box.left + 3, box.top + 3))]; }"""
            )
            tops.append(seen)
        assert all(top >= head and shown for top, head, shown in tops), tops


def test_row_numbers_and_names_are_not_marked(open_page: Open) -> None:
    page = open_page()
    switch_on(page)
    stops = page.locator("table[data-id='capaian'] .tombol-jejak").all_inner_texts()
    assert any("102,47" in text for text in stops)
    assert not any(text.strip() in ("1", "2", "3") for text in stops)
    assert not any(text.startswith("Meningkat") for text in stops)
    # Names, addresses, dates, years and numbers of persons are no numbers; a verdict rests on some,
    # and so does a computed sentence.
    marked = page.locator("main .tombol-jejak").all_inner_texts()
    assert "tidak tercapai" in marked
    for name in ("Jl.", "Dinas", "KEPALA", "Februari"):
        assert not any(name.lower() in text.lower() for text in marked), name
    assert "2022" not in marked
    # Fifteen digits in a row, as in the number of an official, wherever they stand.
    assert not any(re.search(r"\d(?:\s?\d){14}", text) for text in marked)


def test_a_table_and_a_figure_as_a_whole(open_page: Open) -> None:
    page = open_page()
    page.get_by_label("Jejak angka Tabel 3.1").click()
    page.locator(f"{DIALOG} .rincian summary").click()
    text = words(page)
    assert "target.csv, baris" in text and "realisasi / target × 100%" in text
    assert "dipotong dua desimal" in text
    page.keyboard.press("Escape")
    page.locator("#fig-tren").get_by_role("button", name="Jejak angka").click()
    page.locator(f"{DIALOG} .rincian summary").click()
    assert "realisasi.csv, baris" in words(page)


def test_the_link_leads_to_the_cell_of_the_notebook(open_page: Open, report: Report) -> None:
    page = open_page()
    switch_on(page)
    cell(page, "capaian", "102,47").click()
    page.locator(f"{DIALOG} .rincian summary").click()
    for file in page.locator(f"{DIALOG} .sumber a").all():
        path = report.folder / str(file.get_attribute("href"))
        assert path.is_file() and path.name == file.inner_text()
    page.locator(f"{DIALOG} a", has_text="03-").click()
    page.wait_for_url("**/notebooks/*")
    assert page.url == (report.folder / "notebooks").as_uri() + (
        "/03-akuntabilitas-kinerja.html#tbl-capaian"
    )
    assert page.locator("#tbl-capaian").count() == 1


def test_every_notebook_cell_that_is_named_is_there(open_page: Open, report: Report) -> None:
    from lxml import html

    page = open_page()
    parts = page.evaluate(
        """() => { const data = JSON.parse(document.getElementById("jejak").textContent);
        return ["nilai", "tabel", "gambar"].flatMap((kind) => Object.values(data[kind]))
        .map((part) => [part.buku, part.sel]); }"""
    )
    text = html.fromstring(report.file("html").read_bytes())
    printed, shown = set(text.xpath("//@data-nilai")), set(text.xpath("//@data-id"))
    # Every value that the text prints, every table and every figure; some share a name.
    assert len(parts) >= len(printed) + len(shown) > 200
    for name in {book for book, _cell in parts}:
        tree = html.fromstring((report.folder / "notebooks" / f"{name}.html").read_bytes())
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), name
        assert {sel for book, sel in parts if book == name} <= set(ids), name


def test_marking_text_with_the_mouse_opens_nothing(open_page: Open) -> None:
    page = open_page()
    switch_on(page)
    number = cell(page, "capaian", "102,47")
    number.scroll_into_view_if_needed()
    box = number.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 16)
    page.mouse.down()
    page.mouse.move(box["x"] + 4, box["y"] + 16, steps=4)
    page.mouse.up()
    assert page.evaluate("String(getSelection())").strip()
    assert not page.locator(DIALOG).is_visible()


def test_search_copy_and_csv_know_nothing_of_it(open_page: Open, tmp_path: Path) -> None:
    page, plain = open_page(), open_page()
    switch_on(page)
    cell(page, "capaian", "102,47").click()
    page.keyboard.press("Escape")
    page.fill("#kata", "setengah ke atas")
    page.keyboard.press("Enter")
    assert page.locator("#cari output").inner_text() == "tidak ditemukan"
    page.fill("#kata", "102,47")
    page.keyboard.press("Enter")
    # The first stands in the executive summary, above the cell that was clicked.
    assert page.locator("#cari output").inner_text().startswith("2 dari ")
    texts = []
    for one in (page, plain):
        with one.expect_download() as waiting:
            one.get_by_label("Unduh CSV Tabel 3.1").click()
        waiting.value.save_as(tmp_path / "unduh.csv")
        texts.append((tmp_path / "unduh.csv").read_bytes())
    assert texts[0] == texts[1]
    page.evaluate(
        """() => { const set = DataTransfer.prototype.setData;
        DataTransfer.prototype.setData = function (type, text) {
          if (type === "text/html") window.tersalin = text;
          return set.call(this, type, text); }; }"""
    )
    page.get_by_label("Salin Tabel 3.1").click()
    copied = page.evaluate("window.tersalin")
    assert "102,47" in copied
    assert not any(word in copied for word in ("<span", "<mark", "data-asal", "--k1", "role="))


def test_markup_in_the_data_is_text(open_page: Open, hostile: str) -> None:
    page = open_page(hostile)
    switch_on(page)
    said = ""
    for number in page.locator("main .tombol-jejak").all():
        number.click()
        for closed in page.locator(f"{DIALOG} summary").all():
            closed.click()
        said += page.inner_text(DIALOG)
        assert page.locator(f"{DIALOG} script, {DIALOG} b").count() == 0
        page.keyboard.press("Escape")
    assert said.count(HOSTILE) > 1


def test_without_javascript_nothing_looks_like_it(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    assert not page.locator(".jejak-angka").is_visible()
    assert page.locator(f"{DIALOG}, .tombol-jejak").count() == 0
    number = page.locator("table[data-id='capaian'] td[data-asal]").first
    assert number.evaluate("cell => getComputedStyle(cell).cursor") == "auto"


def test_it_asks_for_nothing_and_fits_a_phone(open_page: Open) -> None:
    page = open_page(viewport=PHONE)
    asked: list[Any] = []
    page.on("request", lambda request: asked.append(request.url))
    bar = page.locator(".palang").bounding_box()
    assert bar and bar["height"] < 60
    switch_on(page)
    number = cell(page, "capaian", "102,47")
    number.click()
    box = page.locator(DIALOG).bounding_box()
    assert box and box["x"] >= 0 and box["width"] <= PHONE["width"]
    assert box["y"] + box["height"] <= PHONE["height"] + 1
    assert (
        page.evaluate(f"(d => d.scrollWidth - d.clientWidth)(document.querySelector('{DIALOG}'))")
        == 0
    )
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert asked == []


@pytest.mark.parametrize("look", LOOKS)
def test_axe(open_page: Open, look: str) -> None:
    page = open_page(**LOOKS[look])
    page.locator("button.jejak-angka").click()
    assert violations(page) == []
    cell(page, "efisiensi", "2,87").click()
    page.locator(f"{DIALOG} summary").first.click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_label("Jejak angka Tabel 3.6").click()
    assert violations(page) == []


@pytest.fixture
def printed(open_page: Open, tmp_path: Path) -> Iterator[str]:
    import pypdfium2

    page = open_page(viewport=DESKTOP)
    page.locator("button.jejak-angka").click()
    cell(page, "capaian", "102,47").click()
    page.pdf(path=tmp_path / "cetak.pdf", prefer_css_page_size=True)
    pdf = pypdfium2.PdfDocument(tmp_path / "cetak.pdf")
    yield " ".join(sheet.get_textpage().get_text_range() for sheet in pdf)
    pdf.close()


def test_paper_shows_nothing_of_it(printed: str) -> None:
    assert "102,47" in printed
    assert not any(
        word in printed for word in ("Jejak data", "Jejak angka", "Buku kerja", "Rincian teknis")
    )
