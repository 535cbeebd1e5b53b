"""One plot of the chart of years: points and a line over the years, and the target."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Any

from lkjip.figures.kanvas import Kanvas
from lkjip.figures.media import Media
from lkjip.figures.warna import ABU, ACUAN, KINI, RUSUK, TEPI
from lkjip.kata import peringkat
from lkjip.ukuran import KOSONG, hilang, ukuran

_PLOT = 0.8
_TEPI = 0.46
_LABEL = 0.3
# A target nearer than this to its point would lie below it: it moves beside the point.
_TERTUTUP, _GESER = 0.2, 0.33
# Percent points that a plot has room for at least, and the share of a value in other units: less
# is not blown up to the height of the plot.
_POIN = 5.0
_RENTANG_TERKECIL = 0.1


@dataclass(frozen=True)
class Bidang:
    """Where plots stand and what is the same in all of them.

    Parameters
    ----------
    media
        What they are drawn for.
    kiri, kanan
        Edges in cm.
    years
        The years of the axis.
    kini
        The fiscal year.
    skala
        Centimetres for one percent point.
    """

    media: Media
    kiri: float
    kanan: float
    years: list[int]
    kini: int
    skala: float

    @property
    def tinggi(self) -> float:
        """Height of a plot with its labels in cm."""
        return _PLOT + 2 * _TEPI

    @property
    def tepi(self) -> float:
        """Room on both sides of the years, for half of a label."""
        return min(0.9, (self.kanan - self.kiri) / 4)

    @property
    def langkah(self) -> float:
        """Distance between two years."""
        return (self.kanan - self.kiri - 2 * self.tepi) / max(len(self.years) - 1, 1)

    def x(self, tahun: int) -> float:
        """Place of a year."""
        if len(self.years) < 2:
            return (self.kiri + self.kanan) / 2
        return self.kiri + self.tepi + self.langkah * (tahun - self.years[0])


def skala_bersama(nilai: Sequence[Sequence[Any]]) -> float:
    """Centimetres for one percent point, so that the widest range just has room."""
    rentang = [float(max(each) - min(each)) for each in nilai if each]
    return _PLOT / max([*rentang, _POIN])


def lukis_bidang(
    kanvas: Kanvas,
    tengah: float,
    bidang: Bidang,
    nilai: dict[int, Any],
    target: Any,
    satuan: str,
    warna: str = KINI,
) -> None:
    """Draw one plot around its middle.

    Parameters
    ----------
    kanvas, tengah
        Where it is drawn.
    bidang
        What it shares with the others.
    nilai
        Year → realisasi.
    target
        Target of the fiscal year; missing for none.
    satuan
        Unit of both.
    warna
        Colour of the point of the fiscal year.
    """
    rusuk = bidang.tinggi / 2 - 0.12
    for year in bidang.years:
        x = bidang.x(year)
        kanvas.garis([x, x], [tengah - rusuk, tengah + rusuk], RUSUK, tebal=0.5)
        if year not in nilai:
            kanvas.teks(x, tengah, KOSONG, warna=ABU, rata="center", latar=True)
    ada = [each for each in [*nilai.values(), target] if not hilang(each)]
    height = _scale(ada, tengah, bidang.skala if satuan == "persen" else None)
    points = {year: height(each) for year, each in sorted(nilai.items())}
    sasaran = None
    if not hilang(target) and bidang.kini in bidang.years:
        sasaran = height(target)
        hidden = abs(points.get(bidang.kini, sasaran + 1) - sasaran) < _TERTUTUP
        x = bidang.x(bidang.kini) + (_GESER if hidden else 0)
        kanvas.tanda(x, sasaran, 0.17, ACUAN, tepi=TEPI, ketupat=True)
    _line(kanvas, points, bidang, warna)
    labels = {year: ukuran(nilai[year], satuan) for year in points}
    _labels(kanvas, points, labels, bidang, sasaran)


def lukis_tahun(kanvas: Kanvas, y: float, bidang: Bidang) -> None:
    """Write the years below plots; of many, those that have room, and always both ends."""
    media = bidang.media
    kanvas.garis([bidang.kiri, bidang.kanan], [y, y], ABU, tebal=0.6)
    tengah = y + 0.05 + media.tinggi_baris(media.kecil) / 2
    for year in _years(bidang):
        text = str(year)
        kanvas.teks(bidang.x(year), tengah, text, warna=ABU, rata="center", ukuran=media.kecil)


def _years(bidang: Bidang) -> list[int]:
    """Years that are written, from the last one back."""
    media, years = bidang.media, bidang.years
    room = max((media.lebar_teks(str(year), media.kecil) for year in years), default=0.0) + 0.15
    step = max(1, ceil(room / max(bidang.langkah, 0.01)))
    written = years[::-1][::step]
    if len(written) > 1 and written[-1] != years[0]:
        near = bidang.x(written[-1]) - bidang.x(years[0]) < room
        written = [*(written[:-1] if near else written), years[0]]
    return written


def _scale(ada: Sequence[Any], tengah: float, satu: float | None) -> Callable[[Any], float]:
    """The function from a value to its height on the sheet; `satu` is the length of one."""
    known = [float(peringkat(each)) for each in ada]
    rendah, tinggi = min(known, default=0.0), max(known, default=0.0)
    if satu is None:
        terkecil = _RENTANG_TERKECIL * max(abs(rendah), abs(tinggi))
        satu = _PLOT / max(tinggi - rendah, terkecil, 1e-9)
    pusat = (tinggi + rendah) / 2
    return lambda nilai: tengah - (float(peringkat(nilai)) - pusat) * satu


def _line(kanvas: Kanvas, points: dict[int, float], bidang: Bidang, warna: str) -> None:
    """Points, and lines between years that follow each other; the fiscal year stands out."""
    for _key, run in groupby(enumerate(points), key=lambda pair: pair[1] - pair[0]):
        years = [year for _n, year in run]
        if len(years) > 1:
            kanvas.garis([bidang.x(year) for year in years], [points[year] for year in years], TEPI)
    for year, y in points.items():
        if year == bidang.kini:
            kanvas.tanda(bidang.x(year), y, 0.11, warna)
        else:
            kanvas.tanda(bidang.x(year), y, 0.09, ACUAN, tepi=TEPI)


def _labels(
    kanvas: Kanvas,
    points: dict[int, float],
    labels: dict[int, str],
    bidang: Bidang,
    sasaran: float | None,
) -> None:
    media = bidang.media
    widths = {year: media.lebar_teks(text, media.kecil) for year, text in labels.items()}
    for year in _shown(widths, bidang):
        half = widths[year] / 2
        x = max(bidang.kiri + half, min(bidang.x(year), bidang.kanan - half))
        near = sasaran if year == bidang.kini else None
        y = points[year] + _label_shift(points, year, near)
        kanvas.teks(x, y, labels[year], rata="center", ukuran=media.kecil, latar=True)


def _shown(widths: dict[int, float], bidang: Bidang) -> list[int]:
    """Years whose labels have room: all, else the first and the last, else the last."""
    years = list(widths)
    if len(years) < 2 or all(width <= bidang.langkah - 0.1 for width in widths.values()):
        return years
    ends = [years[0], years[-1]]
    room = bidang.x(ends[1]) - bidang.x(ends[0]) + 2 * bidang.tepi - 0.1
    together = sum(widths[year] for year in ends)
    if together <= room and together / 2 <= bidang.x(ends[1]) - bidang.x(ends[0]) - 0.1:
        return ends
    return ends[1:]


def _label_shift(points: dict[int, float], year: int, sasaran: float | None) -> float:
    """Where a label stands by its point: above, or below where that hides less (y runs down)."""
    around = [points[n] for n in (year - 1, year + 1) if n in points]

    def hidden(shift: float) -> int:
        on_target = sasaran is not None and abs(points[year] + shift - sasaran) < 0.3
        on_line = any((other - points[year]) * shift > 0 for other in around)
        return 2 * on_target + on_line

    return min((-_LABEL, _LABEL), key=hidden)
