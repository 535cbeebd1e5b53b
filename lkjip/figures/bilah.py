"""Rows of horizontal bars: the name on the left, columns of figures on the right.

On a narrow sheet the name stands above the bar and the figures below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.figures.kanvas import Kanvas
from lkjip.figures.legenda import CONTOH, Butir, baris_legenda, warna
from lkjip.figures.lembar import Bagan, Baris
from lkjip.figures.media import Media
from lkjip.figures.warna import ABU, ACUAN, KINI, LATAR, TEPI, TINTA

_BILAH = 0.46
_JARAK = 0.32
_SELA = 0.35
_UJUNG = 0.09
# Columns of figures and of names are not wider than this (cm; part of what figures leave).
_KOLOM = 3.4
_NAMA = 0.55
# A name with more lines than this stands above its bar, over the whole width.
_BARIS_NAMA = 4


@dataclass(frozen=True)
class Bilah:
    """One row. Lengths are parts of the room that the bars have.

    Parameters
    ----------
    nama
        Name of the row.
    panjang
        Where the bar ends, None for no bar; more than 1 is cut, and shows it.
    isi
        Figures of the columns; of the last one, which is set in bold, several lines.
    kata
        The row in words, without its name.
    catatan
        Lines of less weight below the name.
    acuan
        Where the pale bar behind it ends.
    nol
        Where bars begin.
    warna
        Colour of the bar.
    ganti
        Said where the bar would be, of what is no quantity.
    """

    nama: str
    panjang: float | None
    isi: tuple[str, ...]
    kata: str
    catatan: tuple[str, ...] = ()
    acuan: float | None = None
    nol: float = 0.0
    warna: str = KINI
    ganti: str = ""


@dataclass(frozen=True)
class _Tata:
    """Where things stand across the sheet: widths in cm; and whether names are above the bars."""

    media: Media
    nama: float
    kiri: float
    lebar: float
    kolom: list[float]
    kepala: tuple[str, ...]
    di_atas: bool


def bagan_bilah(
    media: Media,
    rows: Sequence[Bilah],
    *,
    kolom: tuple[str, ...],
    legenda: Sequence[Butir],
    catatan: str = "",
    batas: bool = False,
) -> Bagan:
    """Lay out rows of bars.

    Parameters
    ----------
    media
        What they are drawn for.
    rows
        The rows, from the top down.
    kolom
        Heads of the columns of figures.
    legenda, catatan
        As in `baris_legenda`.
    batas
        Whether the end of the pale bar is marked.
    """
    tata = _layout(media, rows, kolom)
    draw = _narrow if media.sempit else _wide
    heads = () if media.sempit else [(text, kanan) for text, kanan, _last in _columns(kolom, tata)]
    kepala = baris_legenda(media, legenda, catatan=catatan, kolom=heads)
    return Bagan([draw(row, tata, batas) for row in rows], kepala)


def _layout(media: Media, rows: Sequence[Bilah], kolom: tuple[str, ...]) -> _Tata:
    if media.sempit:
        return _Tata(media, media.lebar, 0.0, media.lebar - 0.1, [], kolom, True)
    widths = []
    for n, head in enumerate(kolom):
        last = n == len(kolom) - 1
        texts = [
            media.lebar_teks(line, media.huruf if last and not k else media.kecil, last and not k)
            for row in rows
            for k, line in enumerate(row.isi[n:] if last else row.isi[n : n + 1])
        ]
        widths.append(max(media.lebar_teks(head, tebal=last), min(_KOLOM, max(texts, default=0))))
    sisa = media.lebar - sum(widths) - _SELA * len(kolom)
    longest = max((media.lebar_teks(row.nama) for row in rows), default=0.0)
    notes = [media.lebar_teks(text, media.kecil) for row in rows for text in row.catatan]
    nama = min(max([longest, *notes]), _NAMA * sisa)
    di_atas = any(len(media.bungkus(row.nama, nama)) > _BARIS_NAMA for row in rows)
    kiri = 0.0 if di_atas else nama + _SELA
    nama = media.lebar if di_atas else nama
    return _Tata(media, nama, kiri, sisa - kiri, widths, kolom, di_atas)


def _columns(isi: Sequence[str], tata: _Tata) -> list[tuple[str, float, bool]]:
    """Text, right edge, and whether it is the last one, of each column."""
    kanan = tata.media.lebar
    found: list[tuple[str, float, bool]] = []
    for text, width in reversed(list(zip(isi, tata.kolom, strict=True))):
        found.insert(0, (text, kanan, not found))
        kanan -= width + _SELA
    return found


def _head(row: Bilah, tata: _Tata) -> tuple[list[str], list[str], float]:
    """Lines of the name and of what stands below it, and their height."""
    media = tata.media
    names = media.bungkus(row.nama, tata.nama)
    notes = [line for text in row.catatan for line in media.bungkus(text, tata.nama, media.kecil)]
    tinggi = media.tinggi_baris() * len(names) + media.tinggi_baris(media.kecil) * len(notes)
    return names, notes, tinggi


def _write_head(kanvas: Kanvas, y: float, names: list[str], notes: list[str]) -> None:
    y = kanvas.paragraf(0, y, names)
    kanvas.paragraf(0, y, notes, ukuran=kanvas.media.kecil, warna=ABU)


def _wide(row: Bilah, tata: _Tata, batas: bool) -> Baris:
    media = tata.media
    names, notes, text = _head(row, tata)
    first = row.isi[: len(tata.kolom)]
    cells = [
        (media.bungkus(text, width, media.huruf if last else media.kecil, last), kanan, last)
        for width, (text, kanan, last) in zip(tata.kolom, _columns(first, tata), strict=True)
    ]
    below = row.isi[len(tata.kolom) :]
    small = media.tinggi_baris(media.kecil)
    figures = max(media.tinggi_baris() * len(lines) for lines, _kanan, _last in cells)
    bar = max(_BILAH, figures + small * len(below))
    height = (text + bar + 0.08 if tata.di_atas else max(text, bar)) + _JARAK

    def draw(kanvas: Kanvas, y: float) -> None:
        tengah = y + height - _JARAK / 2 - bar / 2 if tata.di_atas else y + height / 2
        atas = y + _JARAK / 2 if tata.di_atas else tengah - text / 2
        _write_head(kanvas, atas, names, notes)
        _bar(kanvas, tengah, row, tata, batas)
        for lines, kanan, last in cells:
            size = media.huruf if last else media.kecil
            tinggi = media.tinggi_baris(size) * len(lines) + small * len(below) * last
            mulai = kanvas.paragraf(
                kanan, tengah - tinggi / 2, lines, ukuran=size, rata="right", tebal=last
            )
            if last:
                kanvas.paragraf(kanan, mulai, below, ukuran=media.kecil, rata="right")

    return Baris(height, draw, f"{row.nama}: {row.kata}")


def _narrow(row: Bilah, tata: _Tata, batas: bool) -> Baris:
    media = tata.media
    names, notes, text = _head(row, tata)
    last = len(tata.kepala) - 1
    beside = [f"{head.lower()} {isi}" for head, isi in zip(tata.kepala, row.isi, strict=False)]
    figures = _joined(beside[:last], media)
    result = media.bungkus(", ".join([beside[last], *row.isi[last + 1 :]]), media.lebar, tebal=True)
    lines = len(figures) + len(result)
    height = text + _BILAH + media.tinggi_baris() * lines + 0.2 + _JARAK

    def draw(kanvas: Kanvas, y: float) -> None:
        y += _JARAK / 2
        _write_head(kanvas, y, names, notes)
        _bar(kanvas, y + text + 0.1 + _BILAH / 2, row, tata, batas)
        y = kanvas.paragraf(0, y + text + _BILAH + 0.2, figures)
        kanvas.paragraf(0, y, result, tebal=True)

    return Baris(height, draw, f"{row.nama}: {row.kata}")


def _joined(texts: list[str], media: Media) -> list[str]:
    """Texts in one line where it has room for them, else each in its own."""
    if not texts:
        return []
    joined = " · ".join(texts)
    if media.lebar_teks(joined) <= media.lebar:
        return [joined]
    return [line for text in texts for line in media.bungkus(text, media.lebar)]


def _bar(kanvas: Kanvas, tengah: float, row: Bilah, tata: _Tata, batas: bool) -> None:
    def tempat(bagian: float) -> float:
        return tata.kiri + min(bagian, 1.0) * tata.lebar

    def bar(ujung: float, tebal: float, warna: str, tepi: str | None) -> None:
        kiri, kanan = sorted((tempat(row.nol), tempat(ujung)))
        if kanan > kiri:
            kanvas.kotak(kiri, tengah - tebal / 2, kanan - kiri, tebal, warna, tepi)

    if row.ganti:
        lines = kanvas.media.bungkus(row.ganti, tata.lebar, kanvas.media.kecil)
        atas = tengah - kanvas.media.tinggi_baris(kanvas.media.kecil) * len(lines) / 2
        kanvas.paragraf(tata.kiri, atas, lines, ukuran=kanvas.media.kecil, warna=ABU)
    if row.acuan is not None:
        bar(row.acuan, _BILAH, ACUAN, TEPI)
    if row.panjang is not None:
        bar(row.panjang, _BILAH - 0.2, row.warna, None)
        if row.panjang > 1:
            for dari_ujung in (0.22, 0.34):
                x = tempat(1.0) - dari_ujung
                kanvas.kotak(x, tengah - _BILAH / 2, 0.06, _BILAH, LATAR)
    if batas and row.acuan is not None:
        x = tempat(row.acuan)
        kanvas.garis([x, x], [tengah - _BILAH / 2 - _UJUNG, tengah + _BILAH / 2 + _UJUNG], TINTA)


def contoh_batas(label: str) -> Butir:
    """An entry of the legend for a pale bar whose end is marked."""
    bar = warna(ACUAN, label)

    def contoh(kanvas: Kanvas, x: float, y: float) -> None:
        bar.contoh(kanvas, x, y)
        kanvas.garis([x + CONTOH, x + CONTOH], [y - 0.2, y + 0.2], TINTA)

    return Butir(label, contoh)
