"""A sheet measured in centimetres, and what is drawn on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lkjip.figures.media import CM, Media
from lkjip.figures.warna import LATAR, TINTA

_TENGAH = 0.33 / 72 * CM
"""From the middle of a line of text down to where its letters stand, for one point of size.

Digits and capitals have no descenders: centred on them, lines sit straight."""


@dataclass(frozen=True)
class Teks:
    """One line of text; (x, y) is on the line that its letters stand on."""

    x: float
    y: float
    isi: str
    ukuran: float
    warna: str
    rata: str
    tebal: bool


@dataclass(frozen=True)
class Kotak:
    """A filled rectangle whose top left corner is (x, y), with an edge of a colour or none."""

    x: float
    y: float
    lebar: float
    tinggi: float
    warna: str
    tepi: str | None


@dataclass(frozen=True)
class Garis:
    """A line through points; `tebal` is its width in points."""

    titik: tuple[tuple[float, float], ...]
    warna: str
    tebal: float


@dataclass(frozen=True)
class Tanda:
    """A dot, or a diamond, around (x, y); `jari` is half of its width."""

    x: float
    y: float
    jari: float
    warna: str
    tepi: str | None
    ketupat: bool


Bentuk = Teks | Kotak | Garis | Tanda


@dataclass
class Kanvas:
    """A sheet; x runs to the right and y downwards, both in cm.

    Parameters
    ----------
    media
        What it is drawn for; its width is the width of the sheet.
    tinggi
        Height in cm.
    """

    media: Media
    tinggi: float
    bentuk: list[Bentuk] = field(default_factory=list)

    def teks(
        self,
        x: float,
        y: float,
        isi: str,
        *,
        ukuran: float | None = None,
        warna: str = TINTA,
        rata: str = "left",
        tebal: bool = False,
        latar: bool = False,
    ) -> None:
        """Write one line; `y` is the middle of the line, `latar` hides what lies behind it."""
        ukuran = ukuran or self.media.huruf
        if latar:
            lebar = self.media.lebar_teks(isi, ukuran, tebal) + 0.06
            kiri = {"left": 0.03, "center": lebar / 2, "right": lebar - 0.03}[rata]
            tinggi = ukuran * 0.9 / 72 * CM
            self.kotak(x - kiri, y - tinggi / 2, lebar, tinggi, LATAR)
        self.bentuk.append(Teks(x, y + ukuran * _TENGAH, isi, ukuran, warna, rata, tebal))

    def paragraf(
        self, x: float, y: float, baris: Sequence[str], *, ukuran: float | None = None, **lain: Any
    ) -> float:
        """Write lines below each other from `y` on; returns where the next thing may start."""
        tinggi = self.media.tinggi_baris(ukuran)
        for n, isi in enumerate(baris):
            self.teks(x, y + tinggi * (n + 0.5), isi, ukuran=ukuran, **lain)
        return y + tinggi * len(baris)

    def kotak(
        self, x: float, y: float, lebar: float, tinggi: float, warna: str, tepi: str | None = None
    ) -> None:
        """Fill a rectangle whose top left corner is (x, y)."""
        self.bentuk.append(Kotak(x, y, lebar, tinggi, warna, tepi))

    def garis(self, x: Sequence[float], y: Sequence[float], warna: str, tebal: float = 1.2) -> None:
        """Draw a line through points."""
        self.bentuk.append(Garis(tuple(zip(x, y, strict=True)), warna, tebal))

    def tanda(
        self,
        x: float,
        y: float,
        jari: float,
        warna: str,
        *,
        tepi: str | None = None,
        ketupat: bool = False,
    ) -> None:
        """Set a dot, or a diamond, around (x, y)."""
        self.bentuk.append(Tanda(x, y, jari, warna, tepi, ketupat))
