"""What a reader does with the page, done in a browser."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ..conftest import Report
from .conftest import DESKTOP, PHONE, TABLET, Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.build, pytest.mark.browser]


def count(page: Page) -> str:
    return str(page.locator("#cari output").inner_text())


def test_search_marks_counts_and_moves(open_page: Open) -> None:
    page = open_page()
    page.evaluate("document.querySelectorAll('details').forEach((part) => part.open = true)")
    # Charts are drawn twice; what they say is searched in their data, once.
    page.add_style_tag(content="svg { display: none !important; }")
    before = page.inner_text("main")
    page.keyboard.press("Control+k")
    page.keyboard.type("pelatihan  kerja")
    page.keyboard.press("Enter")
    total = page.inner_text("main").lower().count("pelatihan kerja")
    assert total > 10
    assert count(page) == f"1 dari {total}"
    page.keyboard.press("Enter")
    assert count(page) == f"2 dari {total}"
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    assert count(page) == f"{total} dari {total}"
    current = page.locator("mark.kini").first
    assert current.inner_text().lower().startswith("pelatihan")
    top = current.bounding_box()
    assert top and 0 <= top["y"] <= page.viewport_size["height"]
    page.get_by_label("Hasil berikutnya").click()
    assert count(page) == f"1 dari {total}"
    page.focus("#kata")
    page.keyboard.press("Escape")
    assert page.locator("mark.temuan").count() == 0
    assert page.inner_text("main") == before


def test_search_reads_over_elements_and_into_closed_parts(open_page: Open) -> None:
    page = open_page()
    page.fill("#kata", "tabel 3.1 pencapaian")
    page.keyboard.press("Enter")
    # The first one stands in the folded list of tables.
    assert count(page) == "1 dari 2"
    assert page.locator("details.lipat[open] mark.kini").first.is_visible()
    # Only the data of a chart says it.
    page.fill("#kata", "Eselon II: 1 laki-laki")
    page.keyboard.press("Enter")
    assert count(page) == "1 dari 1"
    assert page.locator("details[open] mark.kini").is_visible()
    page.fill("#kata", "<script>(")
    page.keyboard.press("Enter")
    assert count(page) == "tidak ditemukan"


def read_csv(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_downloaded_table_is_the_published_one(
    open_page: Open, report: Report, tmp_path: Path
) -> None:
    page = open_page()
    # Merged cells, three tiers of heads, group rows.
    for id in ("capaian", "sengketa", "kinerja-anggaran", "analisis-efisiensi"):
        figure = page.locator("figure", has=page.locator(f"table[data-id='{id}']"))
        with page.expect_download() as waiting:
            figure.get_by_text("Unduh CSV").click()
        assert waiting.value.suggested_filename == f"lkjip-2022-{id}.csv"
        waiting.value.save_as(tmp_path / "unduh.csv")
        content = (report.folder / "tabel" / f"{id}.csv").read_text("utf-8-sig")
        published = list(csv.reader(io.StringIO(content, newline="")))
        ours = read_csv((tmp_path / "unduh.csv").read_bytes())
        assert squeeze(ours) == squeeze(published), id


def squeeze(rows: list[list[str]]) -> list[list[str]]:
    return [[" ".join(cell.split()) for cell in row] for row in rows]


def test_a_cell_that_looks_like_a_formula_stays_text(open_page: Open, tmp_path: Path) -> None:
    page = open_page()
    page.evaluate(
        """() => { const row = document.querySelector("table[data-id=capaian] tbody tr");
        const [a, b, c, d] = row.cells;
        a.textContent = '=HYPERLINK("x")'; b.textContent = 'a;"b"'; c.textContent = '-4,71';
        d.textContent = '-x'; }"""
    )
    with page.expect_download() as waiting:
        page.get_by_label("Unduh CSV Tabel 3.1").click()
    waiting.value.save_as(tmp_path / "unduh.csv")
    row = read_csv((tmp_path / "unduh.csv").read_bytes())[1]
    assert row[:4] == ['\'=HYPERLINK("x")', 'a;"b"', "-4,71", "'-x"]


def test_a_copied_table_is_pasted_as_text_and_as_table(open_page: Open) -> None:
    page = open_page()
    page.get_by_label("Salin Tabel 3.7").click()
    assert page.inner_text("#kabar") == "Tabel tersalin"
    page.evaluate(
        """() => { document.body.insertAdjacentHTML("beforeend",
        "<textarea id='t'></textarea><div id='d' contenteditable></div>"); }"""
    )
    page.focus("#t")
    page.keyboard.press("Control+v")
    lines = page.input_value("#t").split("\n")
    assert lines[0].split("\t")[:3] == ["No", "Program", "Anggaran"]
    assert lines[1].split("\t")[2:4] == ["4.091.142.672", "3.898.744.834"]
    page.focus("#d")
    page.keyboard.press("Control+v")
    assert page.locator("#d table tbody tr").count() > 6


def test_the_contents_follow_the_reader(open_page: Open) -> None:
    page = open_page()
    for section in ("sec-iku", "sec-efisiensi-sumber-daya", "sec-kata-pengantar"):
        page.evaluate("id => document.getElementById(id).scrollIntoView()", section)
        link = page.locator(f"#daftar-samping a[href='#{section}']")
        page.wait_for_selector(f"#daftar-samping a[href='#{section}'][aria-current]")
        assert link.is_visible()
        box, nav = link.bounding_box(), page.locator("#daftar-samping").bounding_box()
        assert box and nav and nav["y"] <= box["y"] <= nav["y"] + nav["height"]
    assert page.locator("#daftar-samping [aria-current]").count() == 1


# Words of the contents, whose letters stand on two lines; a slash and a hyphen end a word.
BROKEN = """() => {
  const nav = document.getElementById("daftar-samping");
  const walker = document.createTreeWalker(nav, NodeFilter.SHOW_TEXT), broken = [];
  while (walker.nextNode()) {
    for (const word of walker.currentNode.data.matchAll(/[^\\s\\/-]+/g)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, word.index);
      range.setEnd(walker.currentNode, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("width", [1280, 390])
def test_long_words_of_the_contents_stay_whole(
    open_page: Open, same_letters: str, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 850})
    page.add_style_tag(content=same_letters)
    if width < 600:
        page.click(".buka-isi")
    # Bold, as where the reader is, letters are widest.
    bold = "#daftar-samping a { font-weight: 600 !important }"
    unfolded = ".js #daftar-samping ul ul ul { display: block !important }"
    page.add_style_tag(content=bold + unfolded)
    assert "KEBERHASILAN/KEGAGALAN" in page.locator("#daftar-samping").inner_text()
    assert page.evaluate(BROKEN) == []


def test_keyboard_only(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "lompat"
    assert page.locator(".lompat").bounding_box()["x"] > 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"
    page.reload()
    for expected in ("#isi", "#atas", "tema", "jejak-angka", "kata", "#sec-kata-pengantar"):
        page.keyboard.press("Tab")
        name = "(({ id, hash, className }) => id.replace(/^toc-.*/, '') || hash || className)"
        assert page.evaluate(f"{name}(document.activeElement)") == expected
    # Each stop is visible and shows that it has the focus, to the end of the page.
    stops = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
        .filter((e) => e.checkVisibility()).map((e) => { e.focus({ focusVisible: true });
        return [document.activeElement === e, getComputedStyle(e).outlineStyle, e.outerHTML]; })"""
    )
    assert len(stops) > 100
    assert [html for active, outline, html in stops if not active or outline == "none"] == []


def test_tables_wider_than_the_page_scroll_inside_and_by_keyboard(open_page: Open) -> None:
    page = open_page(viewport=TABLET)
    assert page.evaluate("document.documentElement.scrollWidth") == TABLET["width"]
    box = page.locator("#tbl-kinerja-anggaran .gulir")
    box.scroll_into_view_if_needed()
    page.wait_for_selector("#tbl-kinerja-anggaran .gulir.lanjut[tabindex='0']")
    box.focus()
    for _n in range(30):
        page.keyboard.press("ArrowRight")
    page.wait_for_selector("#tbl-kinerja-anggaran .gulir:not(.lanjut)")
    assert box.evaluate("box => box.scrollLeft") > 100
    # Scrolled to the right, the name of the row stays, and nothing shows through it.
    name, frame = box.locator("tbody th").first.bounding_box(), box.bounding_box()
    assert name and frame and abs(name["x"] - frame["x"]) <= 3
    assert page.locator("#tbl-pegawai-jabatan .gulir").get_attribute("tabindex") is None


@pytest.mark.parametrize(
    ("id", "size"), [("analisis-efisiensi", DESKTOP), ("pegawai-pangkat", PHONE)]
)
def test_a_table_that_fits_is_whole_and_its_head_stays(
    open_page: Open, id: str, size: dict[str, int]
) -> None:
    page = open_page(viewport=size)
    table = page.locator(f"table[data-id='{id}']")
    page.wait_for_selector(f".gulir.muat table[data-id='{id}']")
    inside = "box => [box.clientHeight, box.scrollHeight]"
    assert len(set(page.locator(".gulir", has=table).evaluate(inside))) == 1
    table.evaluate("table => scrollTo(0, table.getBoundingClientRect().top + scrollY + 200)")
    head, bar = table.locator("thead").bounding_box(), page.locator(".samping").bounding_box()
    assert head and bar
    below = bar["height"] if size == PHONE else 0
    assert abs(head["y"] - below) <= 8


# Tables whose box scrolls: to the right, or down.
SCROLLS = """() => [...document.querySelectorAll(".gulir")].filter((box) =>
  box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
  .map((box) => [box.querySelector("table").dataset.id, box.scrollHeight - box.clientHeight])"""


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [640, 390, 320])
def test_no_table_scrolls_on_a_phone(open_page: Open, width: int, script: bool) -> None:
    page = open_page(viewport={"width": width, "height": 640}, java_script_enabled=script)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.wait_for_timeout(100)
    assert page.evaluate(SCROLLS) == []


def test_no_table_scrolls_down(open_page: Open) -> None:
    page = open_page(viewport=TABLET)
    page.wait_for_selector("#tbl-analisis-efisiensi .gulir.lanjut")
    found = page.evaluate(SCROLLS)
    assert len(found) >= 2 and {below for _id, below in found} == {0}


def test_a_row_is_a_card_on_a_phone(open_page: Open) -> None:
    """Its name heads it, each value stands below the head of its column, the verdict in sight."""
    page = open_page(viewport=PHONE)
    row = page.locator("table[data-id='ikhtisar'] tr.isi").first
    name, verdict = row.locator("th"), row.locator("td").last
    labels = row.locator("td").evaluate_all(
        "cells => cells.map((cell) => getComputedStyle(cell, '::before').content)"
    )
    assert labels == ['"Target"', '"Realisasi"', '"Capaian"', '"Hasil"']
    boxes = [name.bounding_box(), verdict.bounding_box()]
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    assert boxes[0] and boxes[1] and boxes[0]["y"] < boxes[1]["y"]
    # Those that fit stay tables.
    assert (
        page.locator("table[data-id='pegawai-pangkat'] tbody tr").first.evaluate(
            "row => getComputedStyle(row).display"
        )
        == "table-row"
    )


@pytest.mark.parametrize("size", [DESKTOP, PHONE, {"width": 1280, "height": 800}])
def test_what_came_out_stands_on_the_first_screen(open_page: Open, size: dict[str, int]) -> None:
    page = open_page(viewport=size)
    shown, told = page.locator(".pokok .angka-kunci"), page.locator("section .angka-kunci").last
    assert shown.inner_text() == told.inner_text()
    box = shown.bounding_box()
    assert box and box["y"] + box["height"] <= size["height"]
    page.locator(".pokok a", has_text="Baca ikhtisar").click()
    assert page.url.endswith("#sec-ikhtisar-eksekutif")


def test_what_is_touched_is_large_enough(open_page: Open) -> None:
    page = open_page(viewport=PHONE)
    sizes = page.locator(".palang :is(button, .nama a), .alat-tabel button").evaluate_all(
        "all => all.filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect().height)"
    )
    assert len(sizes) > 60 and min(sizes) >= 44


def test_lines_are_short_enough_to_read(open_page: Open, same_letters: str) -> None:
    page = open_page()
    page.add_style_tag(content=same_letters)
    widths = page.locator("main section > p").evaluate_all(
        "all => all.map((p) => p.getBoundingClientRect().width)"
    )
    assert len(widths) > 50 and max(widths) <= 36 * 16


def test_the_lists_are_folded_and_left_out_on_paper(open_page: Open) -> None:
    page = open_page()
    lists = page.locator("main .daftar")
    assert lists.count() == 3
    assert not any(one.is_visible() for one in lists.all())
    page.locator("details.lipat summary").first.click()
    assert lists.first.is_visible()
    note = page.locator(".hanya-cetak")
    assert not note.is_visible()
    page.emulate_media(media="print")
    assert note.is_visible() and not page.locator("#sec-daftar-tabel h2").is_visible()
    assert not lists.first.is_visible()


def test_search_knows_minus_and_thousands(open_page: Open) -> None:
    page = open_page()
    for typed, printed in (("-38%", "\u221238%"), ("7891881259", "7.891.881.259")):
        page.fill("#kata", typed)
        page.keyboard.press("Enter")
        assert page.locator("mark.kini").first.inner_text() == printed


def test_contents_and_search_open_on_a_phone(open_page: Open) -> None:
    page = open_page(viewport=PHONE)
    nav = page.locator("#daftar-samping")
    assert not nav.is_visible() and not page.locator("#kata").is_visible()
    page.locator(".buka-isi").click()
    assert nav.is_visible()
    page.keyboard.press("Escape")
    assert not nav.is_visible()
    assert page.evaluate("document.activeElement.className") == "buka-isi"
    page.locator(".buka-isi").click()
    nav.get_by_text("PENUTUP").click()
    assert not nav.is_visible()
    assert page.locator("#sec-penutup h2").bounding_box()["y"] < PHONE["height"]
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.id") == "kata"


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_light_and_dark_follow_the_system_and_the_switch(open_page: Open) -> None:
    page = open_page(color_scheme="dark")
    dark = background(page)
    assert sum(map(int, re.findall(r"\d+", dark))) < 120
    page.get_by_role("button", name="Tema gelap", pressed=True).click()
    assert background(page) == "rgb(255, 255, 255)"
    page.reload()
    assert background(page) == "rgb(255, 255, 255)"
    page.get_by_role("button", name="Tema gelap", pressed=False).click()
    assert background(page) == dark
    # It follows the system again.
    page.emulate_media(color_scheme="light")
    assert background(page) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("name", ["report", "years"])
def test_no_request_leaves_the_file(open_page: Open, page_url: str, index: Path, name: str) -> None:
    url = page_url if name == "report" else index.as_uri()
    page = open_page("about:blank")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    asked: list[str] = []
    session.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    session.on("Network.webSocketCreated", lambda event: asked.append(event["url"]))
    page.goto(url)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    assert [name for name in asked if not name.startswith("data:")] == [url]


def test_without_javascript_everything_is_there(open_page: Open) -> None:
    page, other = open_page(java_script_enabled=False), open_page()
    for gone in ("#cari", "button.tema", "button.jejak-angka", ".alat-tabel", "dialog"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator("#daftar-samping a[href='#sec-iku']").is_visible()
    ours = page.locator("main").inner_text()
    other.evaluate(
        "document.querySelectorAll('.alat-tabel, main .dengan-js').forEach((part) => part.remove())"
    )
    assert ours.split() == other.inner_text("main").split()
    assert len(ours) > 30_000
    page.locator("summary").first.click()
    assert page.locator("details[open]").count() == 1
    page.set_viewport_size(PHONE)
    page.locator(".tanpa-js").click()
    assert page.locator("#sec-daftar-isi h2").bounding_box()["y"] < PHONE["height"]


def test_the_page_of_years_leads_to_the_reports(open_page: Open, index: Path) -> None:
    page = open_page(index.as_uri())
    page.get_by_label("Baca laporan 2022").click()
    assert page.url.endswith("2022/lkjip-2022.html")
