"""Colours of charts: seen on paper and screen, by day and night, printed grey and colour-blind."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from lkjip.figures import warna

HTML = Path(__file__).parents[2] / "_extensions" / "lkjip" / "html"
# What the page has for these already, see html/tema.css.
OF_THE_PAGE = {warna.LATAR: "latar", warna.TINTA: "teks", warna.ABU: "redup"}
BARS = (warna.KINI, warna.MELESET, warna.LAKI, warna.PEREMPUAN)
PALETTES = pytest.mark.parametrize("palette", [warna.TERANG, warna.GELAP], ids=["light", "dark"])


def linear(colour: str) -> tuple[float, ...]:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def luminance(colour: str) -> float:
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@PALETTES
def test_bars_and_letters_stand_out_from_the_ground(palette: dict[str, str]) -> None:
    ground = palette[warna.LATAR]
    # WCAG 2.2: 3 for what has to be seen, 4.5 for what has to be read. What is pale has an edge.
    assert all(contrast(palette[name], ground) >= 3 for name in (*BARS, warna.TEPI))
    assert all(contrast(palette[name], ground) >= 4.5 for name in (warna.TINTA, warna.ABU))


@PALETTES
def test_neighbours_differ_without_colour(palette: dict[str, str]) -> None:
    """Printed grey: bars on what they are held against, and pairs side by side."""
    pairs = [
        (warna.KINI, warna.ACUAN),
        (warna.MELESET, warna.ACUAN),
        (warna.LAKI, warna.PEREMPUAN),
        (warna.KINI, warna.MELESET),
    ]
    for one, other in pairs:
        assert contrast(palette[one], palette[other]) >= 1.3, (one, other)


@PALETTES
def test_no_colour_means_two_things(palette: dict[str, str]) -> None:
    used = [palette[name] for name in (*BARS, warna.ACUAN, warna.TEPI)]
    assert len(set(used)) == len(used)
    for one, other in combinations(BARS, 2):
        parts = zip(linear(palette[one]), linear(palette[other]), strict=True)
        assert sum(abs(a - b) for a, b in parts) > 0.2, (one, other)


def test_the_page_has_the_same_colours() -> None:
    chart = (HTML / "grafik.css").read_text("utf-8")
    theme = (HTML / "tema.css").read_text("utf-8")
    for name in warna.TERANG:
        sheet, variable = (
            (theme, OF_THE_PAGE[name]) if name in OF_THE_PAGE else (chart, f"g-{name}")
        )
        light, *dark = re.findall(rf"--{variable}: (#[0-9a-f]{{6}});", sheet)
        assert len(dark) == 2 and set(dark) == {warna.GELAP[name]}, name
        # Letters on the page are as dark as its other letters.
        assert light == warna.TERANG[name] or name in (warna.TINTA, warna.ABU), name
        if name in (warna.TINTA, warna.ABU):
            assert contrast(light, warna.TERANG[warna.LATAR]) >= 4.5


def test_every_colour_that_charts_use_has_its_class() -> None:
    chart = (HTML / "grafik.css").read_text("utf-8")
    lines = {warna.RUSUK, warna.TEPI}
    for name in warna.TERANG.keys() - {warna.TINTA}:
        assert f".grafik .{'garis.' if name in lines else ''}{name} {{" in chart, name
