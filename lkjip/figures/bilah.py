"""Rows of horizontal bars: the name on the left, columns of figures on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.figures.kanvas import (
    ABU,
    GELAP,
    HURUF,
    HURUF_KECIL,
    LEBAR,
    PUCAT,
    Gambar,
    Kanvas,
    bungkus,
    lebar_teks,
    tinggi_baris,
)
from lkjip.figures.lembar import Baris, gambar_berbaris

_BILAH = 0.46
_JARAK = 0.32
_SELA = 0.35
_LEGENDA = 0.8
# Columns of figures and of names are not wider than this (cm; part of what figures leave).
_KOLOM = 3.4
_NAMA = 0.55
# A name with more lines than this stands above its bar, over the whole width.
_BARIS_NAMA = 4


@dataclass(frozen=True)
class Bilah:
    """One row.

    Parameters
    ----------
    nama
        Name of the row.
    panjang
        Length of the bar, None for no bar.
    isi
        Figures beside the bar, one for each column; the last is set in bold.
    kata
        The row in words, without its name.
    catatan
        Grey words below the name.
    latar
        Length of the pale bar behind it.
    warna
        Colour of the bar.
    """

    nama: str
    panjang: float | None
    isi: tuple[str, ...]
    kata: str
    catatan: str = ""
    latar: float | None = None
    warna: str = GELAP


@dataclass(frozen=True)
class _Tata:
    """Where things stand across the sheet: widths in cm, and cm for one unit of length."""

    nama: float
    kiri: float
    skala: float
    terpanjang: float
    kolom: list[float]
    di_atas: bool


def gambar_bilah(
    pembuka: str,
    rows: Sequence[Bilah],
    *,
    kolom: tuple[str, ...],
    legenda: Sequence[tuple[str, str]],
    terpanjang: float,
    batas: float | None = None,
    nama_batas: str = "",
) -> Gambar:
    """Draw rows of bars with one scale.

    Parameters
    ----------
    pembuka
        Sentence with which the words of the chart begin.
    rows
        The rows, from the top down.
    kolom
        Heads of the columns of figures.
    legenda
        Colours and what they mean.
    terpanjang
        Length that takes the whole room; longer bars are cut, and show it.
    batas, nama_batas
        A length that is marked across all bars, and its name.
    """
    tata = _layout(rows, kolom, terpanjang)

    def head(kanvas: Kanvas, y: float) -> None:
        tengah = y + tinggi_baris() / 2
        _legend(kanvas, tengah, legenda)
        for text, kanan, last in _columns(kolom, tata):
            kanvas.teks(kanan, tengah, text, rata="right", tebal=last, warna=ABU)
        if batas is not None:
            kanvas.teks(
                tata.kiri + batas * tata.skala,
                y + _LEGENDA - tinggi_baris(HURUF_KECIL) / 2,
                nama_batas,
                rata="center",
                ukuran=HURUF_KECIL,
                warna=ABU,
            )

    return gambar_berbaris(
        pembuka,
        [_row(row, tata, batas) for row in rows],
        kepala=Baris(_LEGENDA + (0.1 if batas is not None else 0), head),
    )


def _layout(rows: Sequence[Bilah], kolom: tuple[str, ...], terpanjang: float) -> _Tata:
    widths = []
    for n, head in enumerate(kolom):
        last = n == len(kolom) - 1
        texts = [lebar_teks(row.isi[n], HURUF if last else HURUF_KECIL, last) for row in rows]
        widths.append(max(lebar_teks(head, tebal=last), min(_KOLOM, max(texts, default=0.0))))
    sisa = LEBAR - sum(widths) - _SELA * len(kolom)
    longest = max((lebar_teks(row.nama) for row in rows), default=0.0)
    nama = min(longest, _NAMA * sisa)
    di_atas = any(len(bungkus(row.nama, nama)) > _BARIS_NAMA for row in rows)
    kiri = 0.0 if di_atas else nama + _SELA
    return _Tata(
        nama=LEBAR if di_atas else nama,
        kiri=kiri,
        skala=(sisa - kiri) / max(terpanjang, 1e-9),
        terpanjang=terpanjang,
        kolom=widths,
        di_atas=di_atas,
    )


def _columns(isi: Sequence[str], tata: _Tata) -> list[tuple[str, float, bool]]:
    """Text, right edge, and whether it is the last one, of each column."""
    kanan = LEBAR
    found: list[tuple[str, float, bool]] = []
    for text, width in reversed(list(zip(isi, tata.kolom, strict=True))):
        found.insert(0, (text, kanan, not found))
        kanan -= width + _SELA
    return found


def _row(row: Bilah, tata: _Tata, batas: float | None) -> Baris:
    names = bungkus(row.nama, tata.nama)
    notes = bungkus(row.catatan, tata.nama, HURUF_KECIL) if row.catatan else []
    cells = [
        (bungkus(text, width, HURUF if last else HURUF_KECIL, last), kanan, last)
        for width, (text, kanan, last) in zip(tata.kolom, _columns(row.isi, tata), strict=True)
    ]
    text = tinggi_baris() * len(names) + tinggi_baris(HURUF_KECIL) * len(notes)
    figures = max(tinggi_baris() * len(lines) for lines, _kanan, _last in cells)
    bar = max(_BILAH, figures)
    height = (text + bar + 0.08 if tata.di_atas else max(text, bar)) + _JARAK

    def draw(kanvas: Kanvas, y: float) -> None:
        bawah = y + height - _JARAK / 2
        tengah = bawah - bar / 2 if tata.di_atas else y + height / 2
        atas = y + _JARAK / 2 if tata.di_atas else tengah - text / 2
        atas = kanvas.paragraf(0, atas, names)
        kanvas.paragraf(0, atas, notes, ukuran=HURUF_KECIL, warna=ABU)
        _bar(kanvas, tengah, row, tata)
        if batas is not None:
            x = tata.kiri + batas * tata.skala
            ujung = bar / 2 if tata.di_atas else height / 2
            kanvas.garis([x, x], [tengah - ujung, tengah + ujung], "white", tebal=2.4)
            kanvas.garis([x, x], [tengah - ujung, tengah + ujung], ABU, tebal=1.0)
        for lines, kanan, last in cells:
            size = HURUF if last else HURUF_KECIL
            mulai = tengah - tinggi_baris(size) * len(lines) / 2
            kanvas.paragraf(kanan, mulai, lines, ukuran=size, rata="right", tebal=last)

    return Baris(height, draw, f"{row.nama}: {row.kata}")


def _bar(kanvas: Kanvas, tengah: float, row: Bilah, tata: _Tata) -> None:
    for length, tebal, warna in (
        (row.latar, _BILAH, PUCAT),
        (row.panjang, _BILAH - 0.18, row.warna),
    ):
        if not length or length <= 0:
            continue
        lebar = min(length, tata.terpanjang) * tata.skala
        kanvas.kotak(tata.kiri, tengah - tebal / 2, lebar, tebal, warna)
        if length > tata.terpanjang:
            for dari_ujung in (0.22, 0.34):
                x = tata.kiri + lebar - dari_ujung
                kanvas.kotak(x, tengah - tebal / 2, 0.06, tebal, "white")


def _legend(kanvas: Kanvas, y: float, legenda: Sequence[tuple[str, str]]) -> None:
    x = 0.0
    for warna, label in legenda:
        kanvas.kotak(x, y - 0.14, 0.5, 0.28, warna)
        kanvas.teks(x + 0.62, y, label, ukuran=HURUF_KECIL)
        x += 0.62 + lebar_teks(label, HURUF_KECIL) + 0.5
