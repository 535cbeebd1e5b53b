"""The unemployed by education, last year and this year."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lkjip.figures.kanvas import (
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
from lkjip.numbers import angka
from lkjip.ukuran import KOSONG, hilang

_BILAH = 0.36
_NAMA = 4.2
_LEGENDA = 0.75


def grafik_pengangguran(rows: pd.DataFrame, tahun: int) -> Gambar:
    """Draw pairs of bars: the year before above, the fiscal year below, the difference beside.

    Parameters
    ----------
    rows
        One row for each level of education: ``pendidikan``, ``lalu``, ``kini`` and ``selisih``
        (people; missing where the year before has no data).
    tahun
        Fiscal year.
    """
    catatan = rows.to_dict("records")
    with gaya():
        nama = min(_NAMA, max((lebar_teks(row["pendidikan"]) for row in catatan), default=0.0))
        kiri = nama + 0.3
        names = [bungkus(row["pendidikan"], _NAMA) for row in catatan]
        heights = [max(2 * _BILAH, tinggi_baris() * len(name)) + 0.3 for name in names]
        kanvas = Kanvas(_LEGENDA + sum(heights))
        _legend(kanvas, tahun, kiri)
        values = [float(row[k]) for row in catatan for k in ("lalu", "kini") if not hilang(row[k])]
        selisih = [_signed(row["selisih"]) for row in catatan]
        tepi = max(lebar_teks(text, tebal=True) for text in ["Selisih", *selisih])
        angka_lebar = max((lebar_teks(_count(v), HURUF_KECIL) for v in _counts(catatan)), default=0)
        ruang = LEBAR - kiri - angka_lebar - 0.15 - tepi - 0.4
        skala = ruang / max([*values, 1.0])
        y = _LEGENDA
        for row, name, beda, height in zip(catatan, names, selisih, heights, strict=True):
            tengah = y + (height - 0.3) / 2
            kanvas.paragraf(0, tengah - tinggi_baris() * len(name) / 2, name)
            for n, (kunci, warna) in enumerate((("lalu", TERANG), ("kini", GELAP))):
                atas = tengah - _BILAH + n * _BILAH
                lebar = 0.0 if hilang(row[kunci]) else float(row[kunci]) * skala
                kanvas.kotak(kiri, atas, lebar, _BILAH - 0.03, warna)
                kanvas.teks(
                    kiri + lebar + 0.15,
                    atas + _BILAH / 2,
                    _count(row[kunci]),
                    ukuran=HURUF_KECIL,
                )
            kanvas.teks(LEBAR, tengah, beda, rata="right", tebal=True)
            y += height
    return Gambar(kanvas.fig, _alt(catatan, tahun))


def _legend(kanvas: Kanvas, tahun: int, x: float) -> None:
    y = tinggi_baris() / 2
    for label, warna in ((f"Tahun {tahun - 1}", TERANG), (f"Tahun {tahun}", GELAP)):
        kanvas.kotak(x, y - 0.14, 0.5, 0.28, warna)
        kanvas.teks(x + 0.65, y, label, ukuran=HURUF_KECIL)
        x += 0.65 + lebar_teks(label, HURUF_KECIL) + 0.6
    kanvas.teks(LEBAR, y, "Selisih", rata="right", tebal=True)


def _counts(catatan: list[dict[Any, Any]]) -> list[Any]:
    return [row[kunci] for row in catatan for kunci in ("lalu", "kini")]


def _count(nilai: Any) -> str:
    return KOSONG if hilang(nilai) else angka(nilai)


def _signed(nilai: Any) -> str:
    return KOSONG if hilang(nilai) else f"{'+' if nilai > 0 else ''}{angka(nilai)}"


def _alt(catatan: list[dict[Any, Any]], tahun: int) -> str:
    parts = "; ".join(
        f"{row['pendidikan']}: {_count(row['lalu'])} orang menjadi {_count(row['kini'])} orang"
        for row in catatan
    )
    return (
        f"Diagram batang jumlah penganggur menurut pendidikan, tahun {tahun - 1} dan {tahun}. "
        f"{parts}."
    )
