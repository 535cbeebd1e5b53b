"""The unemployed by education, last year and this year."""

from __future__ import annotations

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
from lkjip.figures.lembar import Baris, gambar_berbaris
from lkjip.numbers import angka
from lkjip.ukuran import hilang, tanpa_nilai

_BILAH = 0.38
_JARAK = 0.26
_NAMA = 4.8
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
        kiri = nama + 0.35
        values = [float(row[k]) for row in catatan for k in ("lalu", "kini") if not hilang(row[k])]
        heads = ["Selisih", *(_signed(row["selisih"]) for row in catatan)]
        tepi = max(lebar_teks(text, tebal=True) for text in heads)
        angka_lebar = max((lebar_teks(_count(v), HURUF_KECIL) for v in _counts(catatan)), default=0)
        skala = (LEBAR - kiri - angka_lebar - 0.15 - tepi - 0.4) / max([*values, 1.0])
        return gambar_berbaris(
            f"Diagram batang jumlah penganggur menurut pendidikan, tahun {tahun - 1} dan {tahun}.",
            [_row(row, nama, kiri, skala) for row in catatan],
            kepala=Baris(_LEGENDA, lambda kanvas, y: _legend(kanvas, y, tahun, kiri)),
        ).dari(rows, "lalu", "kini", "selisih")


def _row(row: dict[Any, Any], nama: float, kiri: float, skala: float) -> Baris:
    names = bungkus(row["pendidikan"], nama)
    height = max(2 * _BILAH, tinggi_baris() * len(names)) + _JARAK

    def draw(kanvas: Kanvas, y: float) -> None:
        tengah = y + height / 2
        kanvas.paragraf(0, tengah - tinggi_baris() * len(names) / 2, names)
        for n, (kunci, warna) in enumerate((("lalu", TERANG), ("kini", GELAP))):
            atas = tengah - _BILAH + n * _BILAH
            lebar = 0.0 if hilang(row[kunci]) else float(row[kunci]) * skala
            kanvas.kotak(kiri, atas, lebar, _BILAH - 0.03, warna)
            ujung, isi = kiri + lebar + 0.15, _count(row[kunci])
            kanvas.teks(ujung, atas + _BILAH / 2, isi, ukuran=HURUF_KECIL)
        kanvas.teks(LEBAR, tengah, _signed(row["selisih"]), rata="right", tebal=True)

    kata = f"{_count(row['lalu'])} orang menjadi {_count(row['kini'])} orang"
    return Baris(height, draw, f"{row['pendidikan']}: {kata}")


def _legend(kanvas: Kanvas, y: float, tahun: int, x: float) -> None:
    y += tinggi_baris() / 2
    for label, warna in ((f"tahun {tahun - 1}", TERANG), (f"tahun {tahun}", GELAP)):
        kanvas.kotak(x, y - 0.14, 0.5, 0.28, warna)
        kanvas.teks(x + 0.62, y, label, ukuran=HURUF_KECIL)
        x += 0.62 + lebar_teks(label, HURUF_KECIL) + 0.5
    kanvas.teks(LEBAR, y, "Selisih", rata="right", tebal=True, warna=ABU)


def _counts(catatan: list[dict[Any, Any]]) -> list[Any]:
    return [row[kunci] for row in catatan for kunci in ("lalu", "kini")]


def _count(nilai: Any) -> str:
    return tanpa_nilai(nilai) if hilang(nilai) else angka(nilai)


def _signed(nilai: Any) -> str:
    return tanpa_nilai(nilai) if hilang(nilai) else f"{'+' if nilai > 0 else ''}{angka(nilai)}"
