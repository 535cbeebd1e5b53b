"""How the indicators moved over the years: small multiples, one for each indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd

from lkjip.belum import BELUM, BELUM_DIISI
from lkjip.figures.kanvas import (
    ABU,
    GELAP,
    HURUF_KECIL,
    LEBAR,
    MAKIN_KECIL,
    PUCAT,
    TERANG,
    Gambar,
    Kanvas,
    bungkus,
    gaya,
    lebar_teks,
    tinggi_baris,
)
from lkjip.figures.lembar import Baris, gambar_berbaris
from lkjip.kata import peringkat
from lkjip.ukuran import KOSONG, hilang, ukuran

_NAMA = 5.0
_TARGET = 2.6
_SELA = 0.35
_PLOT = 0.75
_TEPI = 0.46
_LABEL = 0.28
_LEGENDA = 0.8
_SKALA = "skala setiap indikator berbeda"
# A name with more lines than this stands above its plot, over the whole width.
_BARIS_NAMA = 4
# Below this share of the value a change is not blown up to the height of the panel.
_RENTANG_TERKECIL = 0.1


@dataclass(frozen=True)
class _Panel:
    judul: str
    satuan: str
    catatan: str
    target: Any
    nilai: dict[int, Any]
    belum: set[int]


def grafik_tren(rows: pd.DataFrame, tahun: int) -> Gambar:
    """Draw realisasi by year for each indicator, with the target as a dashed line.

    The indicators stand below each other over one axis of years, each with its own scale.

    Parameters
    ----------
    rows
        One row for each indicator and year, in the order of drawing: ``kode``, ``nama``,
        ``satuan``, ``arah``, ``target``, ``tahun`` and ``realisasi`` (`int`, `Decimal`, grade or
        missing). Years without a row leave a gap.
    tahun
        Fiscal year: the year that the targets are of.
    """
    years = range(int(rows["tahun"].min()), int(rows["tahun"].max()) + 1) if len(rows) else range(0)
    with gaya():
        panels = _panels(rows)
        tata = _layout(panels, years)
        return gambar_berbaris(
            "Diagram garis realisasi kinerja menurut tahun.",
            [_row(panel, tata) for panel in panels],
            kepala=Baris(
                _LEGENDA, lambda kanvas, y: _legend(kanvas, y, _entries(panels, tata, tahun))
            ),
            kaki=Baris(tinggi_baris(HURUF_KECIL) + 0.1, lambda kanvas, y: _axis(kanvas, y, tata)),
        ).dari(rows, "target", "realisasi")


@dataclass(frozen=True)
class _Tata:
    """Where things stand, in cm: room of the names, edges of the plots, places of the years, room
    of the targets; and whether names stand above their plots."""

    nama: float
    kiri: float
    kanan: float
    tahun: dict[int, float]
    langkah: float
    target: float
    di_atas: bool


def _panels(rows: pd.DataFrame) -> list[_Panel]:
    panels = []
    for _kode, group in groupby(rows.to_dict("records"), key=lambda row: row["kode"]):
        catatan = list(group)
        panels.append(
            _Panel(
                judul=catatan[0]["nama"],
                satuan=catatan[0]["satuan"],
                catatan="" if catatan[0]["arah"] == "naik" else MAKIN_KECIL,
                target=catatan[0]["target"],
                nilai={
                    int(row["tahun"]): row["realisasi"]
                    for row in catatan
                    if not hilang(row["realisasi"])
                },
                belum={int(row["tahun"]) for row in catatan if row["realisasi"] is BELUM},
            )
        )
    return panels


def _layout(panels: list[_Panel], years: range) -> _Tata:
    nama = min(_NAMA, max((lebar_teks(panel.judul) for panel in panels), default=0.0))
    targets = [lebar_teks(_target(panel), HURUF_KECIL) for panel in panels]
    target = min(_TARGET, max(targets, default=0.0))
    di_atas = any(len(bungkus(panel.judul, nama)) > _BARIS_NAMA for panel in panels)
    kiri, kanan = 0.0 if di_atas else nama + _SELA, LEBAR - target - _SELA
    tepi = min(0.9, (kanan - kiri) / 4)
    langkah = (kanan - kiri - 2 * tepi) / max(len(years) - 1, 1)
    mulai = kiri + tepi if len(years) > 1 else (kiri + kanan) / 2
    return _Tata(
        nama=LEBAR if di_atas else nama,
        kiri=kiri,
        kanan=kanan,
        tahun={year: mulai + langkah * n for n, year in enumerate(years)},
        langkah=langkah,
        target=target,
        di_atas=di_atas,
    )


def _target(panel: _Panel) -> str:
    return "" if hilang(panel.target) else f"target {ukuran(panel.target, panel.satuan)}"


def _row(panel: _Panel, tata: _Tata) -> Baris:
    names = bungkus(panel.judul, tata.nama)
    notes = bungkus(panel.catatan, tata.nama, HURUF_KECIL) if panel.catatan else []
    text = tinggi_baris() * len(names) + tinggi_baris(HURUF_KECIL) * len(notes)
    plot = _PLOT + 2 * _TEPI
    height = text + plot + 0.25 if tata.di_atas else max(plot, text + 0.4)

    def draw(kanvas: Kanvas, y: float) -> None:
        tengah = y + height / 2
        atas = kanvas.paragraf(0, y + 0.2 if tata.di_atas else tengah - text / 2, names)
        kanvas.paragraf(0, atas, notes, ukuran=HURUF_KECIL, warna=ABU)
        if tata.di_atas:
            y += text + 0.25
            tengah = y + plot / 2
        for year, x in tata.tahun.items():
            kanvas.garis(
                [x, x], [tengah - plot / 2 + 0.12, tengah + plot / 2 - 0.12], PUCAT, tebal=0.5
            )
            if year not in panel.nilai:
                kanvas.teks(x, tengah, KOSONG, warna=ABU, rata="center", latar=True)
        scale = _scale(panel, tengah + _PLOT / 2)
        if not hilang(panel.target):
            kanvas.garis([tata.kiri, tata.kanan], [scale(panel.target)] * 2, TERANG, putus=True)
            lines = bungkus(_target(panel), tata.target, HURUF_KECIL)
            atas = scale(panel.target) - tinggi_baris(HURUF_KECIL) * len(lines) / 2
            kanvas.paragraf(tata.kanan + 0.15, atas, lines, ukuran=HURUF_KECIL, warna=ABU)
        _line(kanvas, panel, tata, scale)

    return Baris(height, draw, _words(panel, tata))


def _entries(panels: list[_Panel], tata: _Tata, tahun: int) -> list[str]:
    """What the legend explains: realisasi, the target, and the mark of a year without data."""
    gap = any(year not in panel.nilai for panel in panels for year in tata.tahun)
    return ["realisasi", f"target tahun {tahun}", *(["tidak ada data"] if gap else [])]


def _legend(kanvas: Kanvas, y: float, entries: list[str]) -> None:
    x, tengah = 0.1, y + tinggi_baris() / 2
    for n, label in enumerate(entries):
        if n == 0:
            kanvas.garis([x, x + 0.3, x + 0.6], [tengah] * 3, GELAP, tebal=1.6, titik=4.5)
        elif n == 1:
            kanvas.garis([x, x + 0.6], [tengah] * 2, TERANG, putus=True)
        else:
            kanvas.teks(x + 0.3, tengah, KOSONG, warna=ABU, rata="center")
        kanvas.teks(x + 0.8, tengah, label, ukuran=HURUF_KECIL)
        x += 0.8 + lebar_teks(label, HURUF_KECIL) + 0.5
    kanvas.teks(LEBAR, tengah, _SKALA, warna=ABU, rata="right", ukuran=HURUF_KECIL)


def _axis(kanvas: Kanvas, y: float, tata: _Tata) -> None:
    kanvas.garis([tata.kiri, tata.kanan], [y, y], ABU, tebal=0.6)
    tengah = y + 0.1 + tinggi_baris(HURUF_KECIL) / 2
    for year, x in tata.tahun.items():
        kanvas.teks(x, tengah, str(year), warna=ABU, rata="center", ukuran=HURUF_KECIL)


def _line(kanvas: Kanvas, panel: _Panel, tata: _Tata, scale: Any) -> None:
    points = {year: scale(nilai) for year, nilai in panel.nilai.items()}
    for _key, run in groupby(enumerate(sorted(points)), key=lambda pair: pair[1] - pair[0]):
        bersambung = [year for _n, year in run]
        kanvas.garis(
            [tata.tahun[year] for year in bersambung],
            [points[year] for year in bersambung],
            GELAP,
            tebal=1.6,
            titik=4.5,
        )
    labels = {year: ukuran(nilai, panel.satuan) for year, nilai in panel.nilai.items()}
    sesak = any(lebar_teks(text, HURUF_KECIL) > tata.langkah - 0.1 for text in labels.values())
    sasaran = None if hilang(panel.target) else scale(panel.target)
    for year in _ends(sorted(labels)) if sesak and len(labels) > 2 else labels:
        y = points[year] + _label_shift(points, year, sasaran)
        kanvas.teks(
            tata.tahun[year], y, labels[year], rata="center", ukuran=HURUF_KECIL, latar=True
        )


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


def _words(panel: _Panel, tata: _Tata) -> str:
    nilai = ", ".join(
        f"{year} {ukuran(panel.nilai[year], panel.satuan)}"
        if year in panel.nilai
        else f"{year} {BELUM_DIISI if year in panel.belum else 'tidak ada data'}"
        for year in tata.tahun
    )
    target = "" if hilang(panel.target) else f" ({_target(panel)})"
    return f"{panel.judul}: {nilai}{target}"
