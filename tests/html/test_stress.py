"""Forty programmes and names of 250 characters: the page can still be read, on paper too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from ..conftest import Report
from ..stress import PROGRAMS
from .conftest import DESKTOP, PHONE, Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.build, pytest.mark.browser]
LONG_TEXTS = (
    """() => [...document.querySelectorAll("td.panjang")].map((cell) => cell.offsetWidth)"""
)
NUMBERS = """() => [...document.querySelectorAll("td.angka")].map((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return range.getClientRects().length;
})"""


@pytest.mark.parametrize(
    ("size", "least"), [(DESKTOP, 235), (PHONE, 200)], ids=["desktop", "phone"]
)
def test_columns_are_wide_enough_to_read(
    open_page: Open, stressed: Report, size: dict[str, int], least: int
) -> None:
    page = open_page(stressed.file("html").as_uri(), viewport=size)
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
    widths = page.evaluate(LONG_TEXTS)
    assert len(widths) > 5 * PROGRAMS
    assert min(widths) >= least
    assert set(page.evaluate(NUMBERS)) == {1}
    # However long a table is, nothing scrolls but the page.
    box = page.locator("#tbl-analisis-efisiensi .gulir")
    assert box.evaluate("box => box.clientHeight") > 10 * size["height"]
    assert box.evaluate("box => box.scrollHeight - box.clientHeight") == 0


def test_charts_are_cut_between_their_rows(open_page: Open, stressed: Report) -> None:
    page = open_page(stressed.file("html").as_uri())
    computed = json.loads((stressed.project.build(2022) / "nilai.json").read_text("utf-8"))
    charts = page.evaluate(
        """() => [...document.querySelectorAll("figure.gambar")].map((figure) =>
        [...figure.querySelectorAll("[role=img]")].map((image) => image.ariaLabel))"""
    )
    expected = [entry.get("lembar") or [entry["alt"]] for entry in computed["gambar"].values()]
    assert sorted(charts) == sorted(expected)
    assert any(len(sheets) > 1 for sheets in charts)
    page.emulate_media(media="print")
    assert {tuple(image) for image in page.evaluate(ON_PAPER)} == {("avoid", True)}


# A sheet is never broken, and a page of A4 holds it.
ON_PAPER = """() => [...document.querySelectorAll(".lembar-grafik")].map((sheet) => {
  const [wide, narrow] = [...sheet.querySelectorAll("svg")];
  const { width, height } = wide.viewBox.baseVal;
  const shown = [wide, narrow].map((drawing) => getComputedStyle(drawing).display !== "none");
  return [
    getComputedStyle(sheet).breakInside,
    shown[0] && !shown[1] && height / width * (21 - 2 * 2.2) < 29.7 - 2.2 - 2,
  ];
})"""


def test_tables_fit_on_paper(open_page: Open, stressed: Report) -> None:
    page = open_page(stressed.file("html").as_uri())
    page.emulate_media(media="print")
    assert narrow_pages(page) == []
    # The limit of a report is 1.5 MB (test_page); this year has everything at its largest at once.
    assert stressed.file("html").stat().st_size <= 1_500_000


def narrow_pages(page: Page) -> list[Any]:
    """Tables that are wider than the paper that the style sheet gives them."""
    found: list[Any] = page.evaluate(
        """() => [...document.querySelectorAll("figure.tabel")].flatMap((figure) => {
          const turned = getComputedStyle(figure).page === "lebar";
          const room = ((turned ? 29.7 : 21) - 2 * 2.2) * 96 / 2.54;
          document.querySelector("main").style.width = `${room}px`;
          const table = figure.querySelector("table");
          return table.offsetWidth > room + 1 ? [[table.dataset.id, table.offsetWidth, room]] : [];
        })"""
    )
    return found
