"""Charts in the page: to be read on phones and in the dark, found once, and light."""

from __future__ import annotations

from typing import Any

import pytest

from lkjip.figures import warna

from ..conftest import Report
from ..figures.test_warna import contrast
from .conftest import DESKTOP, PHONE, Open

pytestmark = [pytest.mark.build, pytest.mark.browser]
SMALL_PHONE = {"width": 320, "height": 640}
CHARTS = 5

# Of each drawing that is shown: letters in pixels of the screen, and texts that lie beside it.
LETTERS = """() => [...document.querySelectorAll("svg.grafik")]
  .filter((drawing) => drawing.getClientRects().length)
  .map((drawing) => {
    const box = drawing.getBoundingClientRect();
    const scale = box.width / drawing.viewBox.baseVal.width;
    const texts = [...drawing.querySelectorAll("text")];
    const sizes = texts.map((text) => parseFloat(getComputedStyle(text).fontSize));
    return {
      kind: drawing.classList.contains("sempit") ? "sempit" : "lebar",
      smallest: scale * Math.min(...sizes),
      beside: texts.map((text) => text.getBoundingClientRect())
        .filter((text) => text.left < box.left - 1 || text.right > box.right + 1).length,
      scrolls: drawing.closest("figure").scrollWidth > drawing.closest("figure").clientWidth,
    };
  })"""
PAINT = """() => {
  const colour = (name, property) => [...document.querySelectorAll("svg.grafik.lebar ." + name)]
    .map((shape) => getComputedStyle(shape)[property])[0];
  return {
    ground: getComputedStyle(document.body).backgroundColor,
    frame: getComputedStyle(document.querySelector(".bingkai-grafik")).backgroundColor,
    kini: colour("kini", "fill"), meleset: colour("meleset", "fill"), abu: colour("abu", "fill"),
    acuan: colour("acuan", "fill"), tepi: colour("bertepi", "stroke"),
    teks: getComputedStyle(document.querySelector("svg.grafik.lebar text")).fill,
  };
}"""


def hexadecimal(colour: str) -> str:
    """``rgb(31, 78, 121)`` as ``#1f4e79``."""
    parts = colour.removeprefix("rgb(").removesuffix(")").split(",")
    return "#" + "".join(f"{int(part):02x}" for part in parts)


@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE], ids=["390", "320"])
@pytest.mark.parametrize("year", ["report", "stressed"])
def test_charts_can_be_read_on_a_phone(
    open_page: Open, size: dict[str, int], year: str, request: pytest.FixtureRequest
) -> None:
    found: Report = request.getfixturevalue(year)
    page = open_page(found.file("html").as_uri(), viewport=size)
    drawings = page.evaluate(LETTERS)
    assert len(drawings) >= CHARTS
    for drawing in drawings:
        assert drawing["kind"] == "sempit"
        assert drawing["smallest"] >= 12
        assert not drawing["scrolls"] and drawing["beside"] == 0


@pytest.mark.parametrize("javascript", [True, False])
def test_wide_windows_and_paper_have_the_wide_drawing(open_page: Open, javascript: bool) -> None:
    page = open_page(viewport=DESKTOP, java_script_enabled=javascript)
    narrow, wide = page.locator("svg.grafik.sempit"), page.locator("svg.grafik.lebar")
    assert (narrow.count(), wide.count()) == (CHARTS, CHARTS)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert all(not narrow.nth(n).is_visible() for n in range(CHARTS))
        assert all(wide.nth(n).is_visible() for n in range(CHARTS))


@pytest.mark.parametrize(
    ("scheme", "pressed", "palette"),
    [
        ("light", False, warna.TERANG),
        ("dark", False, warna.GELAP),
        ("light", True, warna.GELAP),
        ("dark", True, warna.TERANG),
    ],
)
def test_colours_follow_the_system_and_the_switch(
    open_page: Open, scheme: Any, pressed: bool, palette: dict[str, str]
) -> None:
    page = open_page(color_scheme=scheme)
    if pressed:
        page.locator("button.tema").click()
    paint = page.evaluate(PAINT)
    assert paint.pop("frame") == "rgba(0, 0, 0, 0)"
    shown = {name: hexadecimal(colour) for name, colour in paint.items()}
    ground = shown.pop("ground")
    assert ground == palette[warna.LATAR]
    for name in ("kini", "meleset", "acuan", "tepi"):
        assert shown[name] == palette[name]
    assert all(contrast(shown[name], ground) >= 3 for name in ("kini", "meleset", "tepi"))
    assert all(contrast(shown[name], ground) >= 4.5 for name in ("abu", "teks"))


def test_paper_has_the_colours_of_the_day(open_page: Open) -> None:
    page = open_page(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    paint = page.evaluate(PAINT)
    assert hexadecimal(paint["kini"]) == warna.TERANG[warna.KINI]
    assert hexadecimal(paint["teks"]) == "#000000"


def test_the_search_finds_what_a_chart_says_once(open_page: Open) -> None:
    page = open_page()
    page.fill("#kata", "realisasi 5,45% dari target")
    page.press("#kata", "Enter")
    assert page.locator("#cari output").inner_text() == "1 dari 1"
    assert page.locator("details[open].data-grafik mark.kini").count() > 0
    assert page.locator("svg mark").count() == 0


def test_texts_of_a_chart_can_be_selected(open_page: Open) -> None:
    page = open_page()
    text = page.evaluate(
        """() => {
          getSelection().selectAllChildren(document.querySelector("#fig-tren svg.lebar"));
          return getSelection().toString();
        }"""
    )
    assert "Tingkat partisipasi angkatan kerja" in text.replace("\n", " ")
