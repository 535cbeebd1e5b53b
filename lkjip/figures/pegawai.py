"""Staff by sex: a pyramid for each way of grouping people."""

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
from lkjip.numbers import angka

_NAMA = 5.4
_BILAH = 0.36
_JUDUL = 0.8
_LEGENDA = 0.6
_TERLEBAR = 1.5


def grafik_pegawai(rows: pd.DataFrame, judul: dict[str, str]) -> Gambar:
    """Draw men to the left and women to the right of a middle line.

    Parameters
    ----------
    rows
        One row for each category: ``dimensi``, ``kategori``, ``laki_laki``, ``perempuan``
        (people).
    judul
        Heading for each ``dimensi`` to draw, in the order of drawing.
    """
    bagian = [
        (text, rows[rows["dimensi"] == dimensi].to_dict("records"))
        for dimensi, text in judul.items()
    ]
    with gaya():
        semua = [row for _text, catatan in bagian for row in catatan]
        heights = [_JUDUL + sum(_height(row) for row in catatan) for _text, catatan in bagian]
        kanvas = Kanvas(_LEGENDA + sum(heights))
        skala, tengah = _layout(semua)
        _legend(kanvas)
        y = _LEGENDA
        for text, catatan in bagian:
            kanvas.teks(0, y + _JUDUL / 2, text, tebal=True)
            y += _JUDUL
            awal = y
            for row in catatan:
                _row(kanvas, y, row, skala, tengah)
                y += _height(row)
            kanvas.garis([tengah, tengah], [awal, y], ABU, tebal=0.6)
    return Gambar(kanvas.fig, _alt(bagian))


def _layout(rows: list[dict[Any, Any]]) -> tuple[float, float]:
    """Scale (cm for one person) and place of the middle line, so that both sides use the room."""
    nama = min(_NAMA, max((lebar_teks(row["kategori"]) for row in rows), default=0.0))
    laki, perempuan = (
        max((row[kunci] for row in rows), default=0) for kunci in ("laki_laki", "perempuan")
    )
    tepi_kiri, tepi_kanan = (
        lebar_teks(angka(terbanyak), HURUF_KECIL) + 0.2 for terbanyak in (laki, perempuan)
    )
    ruang = LEBAR - nama - 0.3 - tepi_kiri - tepi_kanan
    skala = min(ruang / max(float(laki + perempuan), 1.0), _TERLEBAR)
    return skala, nama + 0.3 + tepi_kiri + float(laki) * skala


def _height(row: dict[Any, Any]) -> float:
    lines = bungkus(row["kategori"], _NAMA)
    return max(_BILAH, tinggi_baris() * len(lines)) + 0.1


def _row(kanvas: Kanvas, y: float, row: dict[Any, Any], skala: float, poros: float) -> None:
    lines = bungkus(row["kategori"], _NAMA)
    tengah = y + _height(row) / 2
    kanvas.paragraf(0, tengah - tinggi_baris() * len(lines) / 2, lines)
    laki, perempuan = float(row["laki_laki"]) * skala, float(row["perempuan"]) * skala
    kanvas.kotak(poros - laki, tengah - _BILAH / 2, laki, _BILAH, GELAP)
    kanvas.kotak(poros, tengah - _BILAH / 2, perempuan, _BILAH, TERANG)
    for x, nilai, rata in (
        (poros - laki - 0.12, row["laki_laki"], "right"),
        (poros + perempuan + 0.12, row["perempuan"], "left"),
    ):
        kanvas.teks(x, tengah, angka(nilai), ukuran=HURUF_KECIL, rata=rata)


def _legend(kanvas: Kanvas) -> None:
    x, y = 0.0, tinggi_baris() / 2
    for label, warna in (("Laki-laki", GELAP), ("Perempuan", TERANG)):
        kanvas.kotak(x, y - 0.14, 0.5, 0.28, warna)
        kanvas.teks(x + 0.65, y, label, ukuran=HURUF_KECIL)
        x += 0.65 + lebar_teks(label, HURUF_KECIL) + 0.6


def _alt(bagian: list[tuple[str, list[dict[Any, Any]]]]) -> str:
    parts = []
    for text, catatan in bagian:
        items = "; ".join(
            f"{row['kategori']}: {angka(row['laki_laki'])} laki-laki, "
            f"{angka(row['perempuan'])} perempuan"
            for row in catatan
        )
        parts.append(f"{text}: {items}.")
    return " ".join(["Diagram batang jumlah pegawai menurut jenis kelamin.", *parts])
