"""Charts as pictures made of dots, for Word."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Polygon, Rectangle
from PIL import Image

from lkjip.figures.kanvas import Bentuk, Garis, Kanvas, Kotak, Teks
from lkjip.figures.media import CM
from lkjip.figures.warna import TERANG

TITIK = 300
"""Dots per inch."""

# Few colours and the steps of their edges: more would not be seen, and weigh three times as much.
_WARNA = 64
_TEPI = 0.6


@contextmanager
def gaya() -> Iterator[None]:
    """Use matplotlib's own settings for a while, and nobody else's."""
    with mpl.rc_context():
        mpl.rcdefaults()
        yield


def figure(kanvas: Kanvas) -> Figure:
    """The drawing as a figure of matplotlib; made without pyplot, so nothing stays open."""
    lebar, tinggi = kanvas.media.lebar, kanvas.tinggi
    with gaya():
        fig = Figure(figsize=(lebar / CM, tinggi / CM), dpi=TITIK, facecolor="white")
        ax = fig.add_axes((0, 0, 1, 1))
        ax.set_axis_off()
        ax.set(xlim=(0, lebar), ylim=(tinggi, 0))
        for urutan, bentuk in enumerate(kanvas.bentuk):
            _add(ax, bentuk, kanvas.media.font, urutan)
    return fig


def _add(ax: Any, bentuk: Bentuk, font: str, urutan: int) -> None:
    warna = TERANG[bentuk.warna]
    if isinstance(bentuk, Teks):
        ax.text(
            bentuk.x,
            bentuk.y,
            bentuk.isi,
            fontsize=bentuk.ukuran,
            fontfamily=font,
            fontweight="bold" if bentuk.tebal else "normal",
            color=warna,
            ha=bentuk.rata,
            va="baseline",
            parse_math=False,
            zorder=urutan,
        )
        return
    if isinstance(bentuk, Garis):
        xs, ys = zip(*bentuk.titik, strict=True)
        ax.plot(xs, ys, color=warna, linewidth=bentuk.tebal, zorder=urutan, clip_on=False)
        return
    tepi = {"edgecolor": TERANG[bentuk.tepi], "linewidth": _TEPI} if bentuk.tepi else {}
    look: dict[str, Any] = {"facecolor": warna, "linewidth": 0, "zorder": urutan, **tepi}
    if isinstance(bentuk, Kotak):
        ax.add_patch(Rectangle((bentuk.x, bentuk.y), bentuk.lebar, bentuk.tinggi, **look))
    elif bentuk.ketupat:
        x, y, jari = bentuk.x, bentuk.y, bentuk.jari
        sudut = [(x, y - jari), (x + jari, y), (x, y + jari), (x - jari, y)]
        ax.add_patch(Polygon(sudut, **look))
    else:
        ax.add_patch(Circle((bentuk.x, bentuk.y), bentuk.jari, **look))


def png(kanvas: Kanvas) -> bytes:
    """The drawing as PNG with `TITIK` dots per inch."""
    drawn, made = io.BytesIO(), io.BytesIO()
    with gaya():
        figure(kanvas).savefig(drawn, format="png", facecolor="white")
    drawn.seek(0)
    with Image.open(drawn) as image:
        few = image.convert("RGB").quantize(_WARNA, dither=Image.Dither.NONE)
    few.save(made, format="PNG", optimize=True, dpi=(TITIK, TITIK))
    return made.getvalue()
