"""A sheet of paper measured in centimetres, and the look of everything drawn on it.

Charts of a report are small and full of long names. Here every text is measured before it is
placed, with a font that matplotlib brings along, so that a chart looks the same on every machine
and nothing overlaps whatever the data says.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font
from matplotlib.patches import Rectangle

from lkjip.jejak.node import Node
from lkjip.jejak.rumus import asal_semua

LEBAR = 15.6
"""Width of every chart in cm: the width of the PDF's text, so that sizes there are as set here."""

TINGGI = 20.5
"""Height in cm that a chart may have on a page; a higher one is split over several."""

GELAP = "#1f4e79"
TERANG = "#c8801a"
PUCAT = "#c9d3dd"
TINTA = "#1a1a1a"
ABU = "#5c5c5c"
"""Dark blue, amber and pale blue-grey differ in lightness too: they survive grey printing and
colour blindness. Text is near-black or dark grey (contrast above 6:1 on white)."""

MAKIN_KECIL = "(makin kecil makin baik)"
"""Below the name of an indicator whose lower values are the better ones."""

HURUF = 9.0
HURUF_KECIL = 8.0

# The font of the PDF comes first, then faces of the same width. What is measured is the one of
# them that matplotlib brings along; the factors make up for what Libertinus is wider.
_FONT = "STIXGeneral"
_FONT_SVG = f"Libertinus Serif, Times New Roman, Liberation Serif, {_FONT}, serif"
_LEBIH_LEBAR = {False: 1.04, True: 1.08}
_CM = 2.54
_POINT = _CM / 72
# Texts are measured large, where the fitting of letters to pixels does not count.
_UKUR = 100.0

_GAYA: dict[Any, Any] = {
    "font.family": [_FONT],
    "font.size": HURUF,
    "text.parse_math": False,
    "text.color": TINTA,
    "svg.fonttype": "none",
    "svg.hashsalt": "lkjip",
    "figure.dpi": 100,
    "savefig.dpi": 200,
    "savefig.facecolor": "white",
    "path.simplify": False,
}


@contextmanager
def gaya() -> Iterator[None]:
    """Use the report's matplotlib settings for a while, and nobody else's."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_GAYA)
        yield


@lru_cache(maxsize=4096)
def lebar_teks(teks: str, ukuran: float = HURUF, tebal: bool = False) -> float:
    """Width of a line of text.

    Parameters
    ----------
    teks
        One line.
    ukuran
        Font size in points.
    tebal
        Whether it is bold.

    Returns
    -------
    float
        Centimetres.
    """
    if not teks.strip():
        return 0.0
    font = _font(tebal)
    font.set_text(teks)
    # In 64ths of a point, at the size of measuring.
    width = float(font.get_width_height()[0]) / 64 / _UKUR * ukuran * _POINT
    return width * _LEBIH_LEBAR[tebal]


@lru_cache
def _font(tebal: bool) -> FT2Font:
    path = findfont(FontProperties(family=_FONT, weight="bold" if tebal else "normal"))
    # An own copy: the one that matplotlib draws with changes its size from text to text.
    font = FT2Font(path)
    font.set_size(_UKUR, 72)
    return font


def bungkus(teks: str, lebar: float, ukuran: float = HURUF, tebal: bool = False) -> list[str]:
    """Break text into lines that fit.

    Parameters
    ----------
    teks
        The text; a word wider than a line is broken too.
    lebar
        Room in cm.
    ukuran, tebal
        As in `lebar_teks`.

    Returns
    -------
    list of str
        At least one line.
    """
    lines = [""]
    for word in teks.split():
        while lebar_teks(word, ukuran, tebal) > lebar and len(word) > 1:
            cut = next(
                n
                for n in range(len(word) - 1, 0, -1)
                if n == 1 or lebar_teks(word[:n], ukuran, tebal) <= lebar
            )
            lines += [word[:cut]]
            word = word[cut:]
        joined = f"{lines[-1]} {word}".strip()
        if lebar_teks(joined, ukuran, tebal) <= lebar:
            lines[-1] = joined
        else:
            lines.append(word)
    return [line for line in lines if line] or [""]


def tinggi_baris(ukuran: float = HURUF) -> float:
    """Distance between lines of text in cm."""
    return ukuran * 1.3 * _POINT


@dataclass(frozen=True)
class Gambar:
    """A chart and what it says.

    Parameters
    ----------
    fig
        The figure; made without pyplot, so nothing stays open after use.
    alt
        The chart in words, with its figures, for people who cannot see it.
    lembar
        The same chart in several sheets, when it is higher than a page (`TINGGI`).
    asal
        Where the numbers that it draws come from.
    """

    fig: Figure
    alt: str
    lembar: tuple[Gambar, ...] = ()
    asal: tuple[Node, ...] = ()

    def dari(self, rows: pd.DataFrame, *kolom: str) -> Gambar:
        """The chart with where its numbers come from: these columns of the rows it was drawn of."""
        return replace(self, asal=asal_semua(isi for nama in kolom for isi in rows[nama]))

    def svg(self) -> str:
        """The chart as SVG. Texts stay texts; the same chart gives the same bytes."""
        text = self._save("svg", {"Date": None, "Creator": None}).decode("utf-8")
        # Two charts on one page must not share ids such as "figure_1"; nothing refers to them.
        text = re.sub(r'<g id="[^"]*">', "<g>", text)
        # matplotlib writes a millionth of a point; a hundredth is enough, and lighter.
        text = re.sub(r"<[^>]*>", lambda tag: re.sub(r"(\.\d\d)\d+", r"\1", tag[0]), text)
        # It also turns each text by nothing.
        text = re.sub(r' transform="rotate\(-?0 [^"]*"(?=[^<>]*>)', "", text)
        return re.sub(rf"(style=\"[^\"]*?)'?{_FONT}'?", rf"\1{_FONT_SVG}", text)

    def png(self) -> bytes:
        """The chart as PNG with 200 dots per inch; of several sheets, the first."""
        return self.lembar[0].png() if self.lembar else self._save("png", {"Software": None})

    def _save(self, format: str, metadata: dict[str, str | None]) -> bytes:
        buffer = io.BytesIO()
        with gaya():
            self.fig.savefig(buffer, format=format, metadata=metadata)
        return buffer.getvalue()


class Kanvas:
    """A sheet `LEBAR` wide; x runs to the right and y downwards, both in cm.

    Parameters
    ----------
    tinggi
        Height in cm.
    """

    def __init__(self, tinggi: float) -> None:
        self.fig = Figure(figsize=(LEBAR / _CM, tinggi / _CM))
        self._ax = self.fig.add_axes((0, 0, 1, 1))
        self._ax.set_axis_off()
        self._ax.set(xlim=(0, LEBAR), ylim=(tinggi, 0))

    def teks(
        self,
        x: float,
        y: float,
        isi: str,
        *,
        ukuran: float = HURUF,
        warna: str = TINTA,
        rata: str = "left",
        tebal: bool = False,
        latar: bool = False,
    ) -> None:
        """Write one line; `y` is the middle of the line, `latar` puts white behind it."""
        self._ax.text(
            x,
            y,
            isi,
            fontsize=ukuran,
            color=warna,
            ha=rata,
            # Digits and capitals have no descenders: centred on them, lines sit straight.
            va="center_baseline",
            fontweight="bold" if tebal else "normal",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5} if latar else None,
        )

    def paragraf(
        self, x: float, y: float, baris: list[str], *, ukuran: float = HURUF, **pilihan: Any
    ) -> float:
        """Write lines below each other from `y` on; returns where the next thing may start."""
        for n, isi in enumerate(baris):
            self.teks(x, y + tinggi_baris(ukuran) * (n + 0.5), isi, ukuran=ukuran, **pilihan)
        return y + tinggi_baris(ukuran) * len(baris)

    def kotak(self, x: float, y: float, lebar: float, tinggi: float, warna: str) -> None:
        """Fill a rectangle whose top left corner is (x, y)."""
        self._ax.add_patch(Rectangle((x, y), lebar, tinggi, facecolor=warna, linewidth=0))

    def garis(
        self,
        x: list[float],
        y: list[float],
        warna: str,
        *,
        tebal: float = 1.2,
        putus: bool = False,
        titik: float = 0,
    ) -> None:
        """Draw a line through points, with markers of size `titik` (points)."""
        self._ax.plot(
            x,
            y,
            color=warna,
            linewidth=tebal,
            linestyle=(0, (3, 2)) if putus else "-",
            marker="o" if titik else "",
            markersize=titik,
            solid_capstyle="butt",
            clip_on=False,
        )
