"""Rows of horizontal bars with a name above, figures beside, and one bold result at the edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from lkjip.figures.kanvas import (
    ABU,
    GELAP,
    HURUF_KECIL,
    LEBAR,
    PUCAT,
    TERANG,
    TINTA,
    Kanvas,
    bungkus,
    lebar_teks,
    tinggi_baris,
)
from lkjip.ukuran import hilang

_BILAH = 0.42
_JARAK = 0.34
_SELA = 0.3
_LEGENDA = 0.75


@dataclass(frozen=True)
class Bilah:
    """One row.

    Parameters
    ----------
    nama
        Name above the bar.
    catatan
        Grey words beside the name.
    acuan, nilai
        What is compared with what: target and realisasi, or pagu and realisasi. Not a number
        (a grade, a missing value): no bar.
    teks, hasil
        Figures beside the bar, and the result in bold at the right edge.
    """

    nama: str
    acuan: Any
    nilai: Any
    teks: str
    hasil: str
    catatan: str = ""


def gambar_bilah(
    rows: Sequence[Bilah],
    *,
    acuan: str,
    nilai: str,
    hasil: str,
    bentuk: Literal["tanda", "latar"],
    skala_bersama: bool,
) -> Kanvas:
    """Draw rows of bars.

    Parameters
    ----------
    rows
        The rows, from the top down.
    acuan, nilai, hasil
        Words of the legend.
    bentuk
        How the reference is drawn: ``"tanda"`` a mark across the bar, ``"latar"`` a pale bar
        behind it.
    skala_bersama
        True when all rows have the same unit and lengths may be compared between rows.
    """
    hasil_lebar = max(lebar_teks(t, tebal=True) for t in [hasil, *(row.hasil for row in rows)])
    teks_lebar = min(5.8, max((lebar_teks(row.teks, HURUF_KECIL) for row in rows), default=0))
    panjang = LEBAR - hasil_lebar - teks_lebar - 2 * _SELA
    names = [_name_lines(row) for row in rows]
    texts = [bungkus(row.teks, teks_lebar, HURUF_KECIL) for row in rows]
    heights = [
        tinggi_baris() * len(name) + max(_BILAH, tinggi_baris(HURUF_KECIL) * len(text)) + _JARAK
        for name, text in zip(names, texts, strict=True)
    ]
    kanvas = Kanvas(_LEGENDA + sum(heights))
    _legend(kanvas, acuan, nilai, hasil, bentuk)
    bersama = max((_largest(row) for row in rows), default=0.0)
    y = _LEGENDA
    for row, name, text, height in zip(rows, names, texts, heights, strict=True):
        _name(kanvas, y, row, name)
        atas = y + tinggi_baris() * len(name) + 0.06
        largest = bersama if skala_bersama else _largest(row)
        if largest > 0:
            _bar(kanvas, atas, row, panjang / largest, bentuk)
        tengah = atas + _BILAH / 2 - tinggi_baris(HURUF_KECIL) / 2
        kanvas.paragraf(panjang + _SELA, tengah, text, ukuran=HURUF_KECIL)
        kanvas.teks(LEBAR, atas + _BILAH / 2, row.hasil, rata="right", tebal=True)
        y += height
    return kanvas


def _largest(row: Bilah) -> float:
    return max(_length(row.acuan), _length(row.nilai))


def _length(x: Any) -> float:
    return 0.0 if isinstance(x, str) or hilang(x) else max(0.0, float(x))


def _name_lines(row: Bilah) -> list[str]:
    return bungkus(f"{row.nama} {row.catatan}".strip(), LEBAR)


def _name(kanvas: Kanvas, y: float, row: Bilah, lines: list[str]) -> None:
    # The note stands in grey at the edge when there is room beside the name.
    if row.catatan and len(lines) == 1:
        tengah = y + tinggi_baris() / 2
        kanvas.teks(0, tengah, row.nama)
        kanvas.teks(LEBAR, tengah, row.catatan, warna=ABU, ukuran=HURUF_KECIL, rata="right")
    else:
        kanvas.paragraf(0, y, lines)


def _bar(kanvas: Kanvas, atas: float, row: Bilah, skala: float, bentuk: str) -> None:
    acuan, nilai = _length(row.acuan) * skala, _length(row.nilai) * skala
    if bentuk == "latar":
        kanvas.kotak(0, atas, acuan, _BILAH, PUCAT)
        kanvas.kotak(0, atas + 0.11, nilai, _BILAH - 0.22, GELAP)
        return
    kanvas.kotak(0, atas + 0.05, nilai, _BILAH - 0.1, GELAP)
    if _length(row.acuan) > 0:
        # White around the mark keeps it visible on the bar, in print without colour too.
        kanvas.kotak(acuan - 0.09, atas - 0.04, 0.18, _BILAH + 0.08, "white")
        kanvas.kotak(acuan - 0.045, atas - 0.04, 0.09, _BILAH + 0.08, TERANG)


def _legend(kanvas: Kanvas, acuan: str, nilai: str, hasil: str, bentuk: str) -> None:
    y = tinggi_baris() / 2
    kanvas.kotak(0, y - 0.1, 0.5, 0.2, GELAP)
    kanvas.teks(0.65, y, nilai, warna=TINTA, ukuran=HURUF_KECIL)
    x = 0.65 + lebar_teks(nilai, HURUF_KECIL) + 0.6
    if bentuk == "latar":
        kanvas.kotak(x, y - 0.17, 0.5, 0.34, PUCAT)
        x += 0.65
    else:
        kanvas.kotak(x, y - 0.22, 0.09, 0.44, TERANG)
        x += 0.24
    kanvas.teks(x, y, acuan, ukuran=HURUF_KECIL)
    kanvas.teks(LEBAR, y, hasil, rata="right", tebal=True)
