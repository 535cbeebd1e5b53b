"""How the indicators moved over the years: small multiples, one for each indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd

from lkjip.figures.kanvas import (
    ABU,
    GELAP,
    HURUF_KECIL,
    LEBAR,
    TERANG,
    Gambar,
    Kanvas,
    bungkus,
    gaya,
    lebar_teks,
    tinggi_baris,
)
from lkjip.kata import peringkat
from lkjip.ukuran import KOSONG, hilang, ukuran

_SELA = 0.8
_PLOT = 1.3
_TEPI = 0.5
_BAWAH = 0.45
_LABEL = 0.28
# Below this share of the value a change is not blown up to the height of the panel.
_RENTANG_TERKECIL = 0.1


@dataclass(frozen=True)
class _Panel:
    judul: list[str]
    satuan: str
    target: Any
    nilai: dict[int, Any]


def grafik_tren(rows: pd.DataFrame) -> Gambar:
    """Draw realisasi by year for each indicator, with the target as a dashed line.

    Parameters
    ----------
    rows
        One row for each indicator and year, in the order of drawing: ``kode``, ``nama``,
        ``satuan``, ``target`` (of the fiscal year), ``tahun`` and ``realisasi`` (`int`, `Decimal`,
        grade or missing). Years without a row leave a gap.
    """
    years = range(int(rows["tahun"].min()), int(rows["tahun"].max()) + 1) if len(rows) else range(0)
    # Many years need the whole width for their labels.
    kolom = 2 if len(years) <= 6 else 1
    lebar = (LEBAR - _SELA * (kolom - 1)) / kolom
    with gaya():
        panels = _panels(rows, lebar)
        lines = [panels[n : n + kolom] for n in range(0, len(panels), kolom)]
        heights = [max(_height(panel) for panel in line) for line in lines]
        kanvas = Kanvas(max(sum(heights), 1.0))
        y = 0.0
        for line, height in zip(lines, heights, strict=True):
            for n, panel in enumerate(line):
                # Plots of one line stand at the same height, whatever their titles are.
                atas = y + height - _height(panel)
                _draw(kanvas, n * (lebar + _SELA), atas, lebar, panel, years)
            y += height
    return Gambar(kanvas.fig, _alt(panels, years))


def _panels(rows: pd.DataFrame, lebar: float) -> list[_Panel]:
    panels = []
    for _kode, group in groupby(rows.to_dict("records"), key=lambda row: row["kode"]):
        catatan = list(group)
        panels.append(
            _Panel(
                judul=bungkus(catatan[0]["nama"], lebar, tebal=True),
                satuan=catatan[0]["satuan"],
                target=catatan[0]["target"],
                nilai={
                    int(row["tahun"]): row["realisasi"]
                    for row in catatan
                    if not hilang(row["realisasi"])
                },
            )
        )
    return panels


def _height(panel: _Panel) -> float:
    heads = tinggi_baris() * len(panel.judul) + tinggi_baris(HURUF_KECIL)
    return heads + _PLOT + 2 * _TEPI + tinggi_baris(HURUF_KECIL) + _BAWAH


def _draw(kanvas: Kanvas, x: float, y: float, lebar: float, panel: _Panel, years: range) -> None:
    bawah = kanvas.paragraf(x, y, panel.judul, tebal=True)
    garis = bawah + tinggi_baris(HURUF_KECIL) / 2
    if not hilang(panel.target):
        kanvas.garis([x, x + 0.6], [garis, garis], TERANG, putus=True)
        label = f"target {ukuran(panel.target, panel.satuan)}"
        kanvas.teks(x + 0.75, garis, label, warna=ABU, ukuran=HURUF_KECIL)
    dasar = y + _height(panel) - _BAWAH - tinggi_baris(HURUF_KECIL) - _TEPI
    tepi = 0.7
    langkah = (lebar - 2 * tepi) / max(len(years) - 1, 1)
    mulai = tepi if len(years) > 1 else lebar / 2
    tempat = {year: x + mulai + langkah * n for n, year in enumerate(years)}
    tahun_y = dasar + _TEPI + tinggi_baris(HURUF_KECIL) / 2
    kanvas.garis([x, x + lebar], [dasar + _TEPI] * 2, ABU, tebal=0.5)
    for year in years:
        kanvas.teks(tempat[year], tahun_y, str(year), warna=ABU, rata="center", ukuran=HURUF_KECIL)
        if year not in panel.nilai:
            kanvas.teks(tempat[year], dasar + _TEPI - 0.2, KOSONG, warna=ABU, rata="center")
    scale = _scale(panel, dasar)
    if not hilang(panel.target):
        kanvas.garis([x, x + lebar], [scale(panel.target)] * 2, TERANG, putus=True)
    _line(kanvas, panel, tempat, scale, langkah)


def _line(
    kanvas: Kanvas, panel: _Panel, tempat: dict[int, float], scale: Any, langkah: float
) -> None:
    points = {year: scale(nilai) for year, nilai in panel.nilai.items()}
    for _key, run in groupby(enumerate(sorted(points)), key=lambda pair: pair[1] - pair[0]):
        bersambung = [year for _n, year in run]
        kanvas.garis(
            [tempat[year] for year in bersambung],
            [points[year] for year in bersambung],
            GELAP,
            tebal=1.6,
            titik=4.5,
        )
    labels = {year: ukuran(nilai, panel.satuan) for year, nilai in panel.nilai.items()}
    sesak = any(lebar_teks(text, HURUF_KECIL) > langkah - 0.1 for text in labels.values())
    sasaran = None if hilang(panel.target) else scale(panel.target)
    for year in _ends(sorted(labels)) if sesak and len(labels) > 2 else labels:
        y = points[year] + _label_shift(points, year, sasaran)
        kanvas.teks(tempat[year], y, labels[year], rata="center", ukuran=HURUF_KECIL, latar=True)


def _ends(years: Sequence[int]) -> list[int]:
    return [years[0], years[-1]]


def _label_shift(points: dict[int, float], year: int, sasaran: float | None) -> float:
    """Where a label stands by its point: above, or below where that hides less (y runs down)."""
    around = [points[n] for n in (year - 1, year + 1) if n in points]

    def hidden(shift: float) -> int:
        on_target = sasaran is not None and abs(points[year] + shift - sasaran) < 0.2
        on_line = any((other - points[year]) * shift > 0 for other in around)
        return 2 * on_target + on_line

    return min((-_LABEL, _LABEL), key=hidden)


def _scale(panel: _Panel, dasar: float) -> Any:
    """Return the function from a value to its height on the sheet."""
    known = [float(peringkat(v)) for v in [*panel.nilai.values(), panel.target] if not hilang(v)]
    rendah, tinggi = min(known, default=0.0), max(known, default=0.0)
    rentang = max(tinggi - rendah, _RENTANG_TERKECIL * max(abs(rendah), abs(tinggi)), 1e-9)
    pusat = (tinggi + rendah) / 2

    def height(nilai: Any) -> float:
        return dasar - _PLOT / 2 - (float(peringkat(nilai)) - pusat) / rentang * _PLOT

    return height


def _alt(panels: list[_Panel], years: range) -> str:
    parts = []
    for panel in panels:
        nilai = ", ".join(
            f"{year} {ukuran(panel.nilai[year], panel.satuan)}"
            if year in panel.nilai
            else f"{year} tidak ada data"
            for year in years
        )
        judul = " ".join(panel.judul)
        target = "" if hilang(panel.target) else f" (target {ukuran(panel.target, panel.satuan)})"
        parts.append(f"{judul}: {nilai}{target}")
    return f"Diagram garis realisasi kinerja menurut tahun. {'; '.join(parts)}."
