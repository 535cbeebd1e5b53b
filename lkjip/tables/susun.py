"""From the rows of a notebook to a table: columns are declared, texts are printed, rows grouped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

import pandas as pd

from lkjip.jejak.node import Node
from lkjip.jejak.rumus import asal
from lkjip.jejak.susunan import urut
from lkjip.tables.cetak import Pembulatan, cetak
from lkjip.tables.model import Baris, Kolom, Rata, Tabel


def nomor(*kepala: str, akhiran: str = "") -> Kolom:
    """A running number: 1, 2, 3 (with `akhiran` ``"."``: 1., 2., 3.)."""
    return Kolom("nomor", kepala, "nomor", "tengah", akhiran=akhiran)


def teks(kunci: str, *kepala: str, rata: Rata = "kiri", gabung: bool = False) -> Kolom:
    """Text as it is in the data."""
    return Kolom(kunci, kepala, rata=rata, gabung=gabung)


def uang(kunci: str, *kepala: str, awalan: str = "", gabung: bool = False) -> Kolom:
    """Whole rupiah: 1.234.567."""
    return Kolom(kunci, kepala, "uang", "kanan", awalan=awalan, gabung=gabung)


def bilangan(kunci: str, *kepala: str, nol: str | None = None) -> Kolom:
    """A count; `nol` is what a zero prints as."""
    return Kolom(kunci, kepala, "bilangan", "kanan", nol=nol)


def persentase(kunci: str, *kepala: str, gabung: bool = False, seperti: str | None = None) -> Kolom:
    """A percentage, rounded as ``instansi.yml`` says for this table (or `seperti`) and column."""
    return Kolom(kunci, kepala, "persen", "kanan", gabung=gabung, seperti=seperti)


def ukuran(kunci: str, *kepala: str, bersatuan: bool = True) -> Kolom:
    """A target or realisasi in the unit of its row (column ``satuan``): 70%, 3 Kasus, BB."""
    return Kolom(kunci, kepala, "ukuran", "tengah", bersatuan=bersatuan)


def susun(
    id: str,
    isi: pd.DataFrame,
    kolom: Sequence[Kolom],
    pembulatan: Pembulatan,
    *,
    bernomor: bool | str = False,
    rumus: Mapping[str, str] | None = None,
    grup: str | None = None,
    subjudul: str | None = None,
    jumlah: tuple[str, Mapping[str, Any]] | None = None,
    sumber: str | None = None,
) -> Tabel:
    """Build a table from rows.

    Parameters
    ----------
    id
        Name of the table.
    isi
        One row for each row of the table, in the order of printing; exact values. A column
        ``satuan`` gives the unit of measures.
    kolom
        The columns to print.
    pembulatan
        Rounding policies by table and column: ``data.instansi.pembulatan``.
    bernomor
        True for a row of column numbers 1, 2, 3 … below the head; or a pattern for them, such as
        ``"({})"``.
    rumus
        Formulas that stand in place of a column's number, with the numbers of columns by name:
        ``{"capaian": "({capaian})=({realisasi}/{target})"}`` prints as ``(5)=(4/3)``.
    grup, subjudul
        Columns of `isi` whose changes start a group, and a sub-head inside it. A missing
        sub-head prints none.
    jumlah
        Label of the total row and its values by column. The label spans the columns before the
        first value.
    sumber
        Source line.

    Raises
    ------
    ValueError
        When the parts do not fit together.
    """
    aturan = {k.kunci: pembulatan(k.seperti or id, k.kunci) for k in kolom}

    def print_row(nilai: Mapping[str, Any]) -> Baris:
        satuan = str(nilai.get("satuan", ""))
        texts = tuple(cetak(nilai.get(k.kunci), k, satuan, aturan[k.kunci]) for k in kolom)
        return Baris("isi", texts, tuple(_asal(nilai.get(k.kunci), k) for k in kolom))

    catatan = [
        {"nomor": urutan, **{str(kunci): nilai for kunci, nilai in baris.items()}}
        for urutan, baris in enumerate(isi.to_dict("records"), start=1)
    ]
    baris: list[Baris] = []
    for judul, anggota in groupby(catatan, key=lambda row: row[grup] if grup else None):
        if grup:
            baris.append(_heading("grup", judul, len(kolom)))
        sebelum = None
        for row in anggota:
            kepala = row[subjudul] if subjudul else None
            if kepala != sebelum and not pd.isna(kepala):
                baris.append(_heading("subjudul", kepala, len(kolom)))
            sebelum = kepala
            baris.append(print_row(row))
    if jumlah:
        baris.append(_total(*jumlah, kolom, print_row))
    how = tuple(_cetak(k, *aturan[k.kunci]) for k in kolom)
    return Tabel(id, _numbered(kolom, bernomor, rumus or {}), tuple(baris), sumber, how)


def _asal(nilai: Any, kolom: Kolom) -> Node | None:
    return urut(nilai).asal if kolom.bentuk == "nomor" and nilai is not None else asal(nilai)


def _cetak(kolom: Kolom, desimal: int, cara: str) -> dict[str, Any] | None:
    """How the numbers of a column are printed; all decimals they have where `desimal` is None."""
    if kolom.bentuk == "persen":
        return {"desimal": desimal, "cara": cara, "satuan": "persen"}
    if kolom.bentuk in ("uang", "bilangan", "ukuran"):
        satuan = "rupiah" if kolom.bentuk == "uang" else None
        return {"desimal": None, "cara": None, "satuan": satuan}
    return None


def _heading(jenis: Any, teks: Any, lebar: int) -> Baris:
    kosong = [None] * (lebar - 1)
    return Baris(jenis, (str(teks), *kosong), (asal(teks), *kosong))


def _total(label: str, nilai: Mapping[str, Any], kolom: Sequence[Kolom], print_row: Any) -> Baris:
    unknown = set(nilai) - {k.kunci for k in kolom}
    if unknown or not nilai or kolom[0].kunci in nilai:
        raise ValueError(f"total row {label!r}: values {sorted(nilai)} do not fit the columns")
    pertama = next(n for n, k in enumerate(kolom) if k.kunci in nilai)
    printed = print_row(nilai)
    return Baris(
        "jumlah",
        (
            label,
            *[None] * (pertama - 1),
            *(
                text if k.kunci in nilai else ""
                for k, text in list(zip(kolom, printed.sel, strict=True))[pertama:]
            ),
        ),
        tuple(
            node if k.kunci in nilai else None for k, node in zip(kolom, printed.asal, strict=True)
        ),
    )


def _numbered(
    kolom: Sequence[Kolom], bernomor: bool | str, rumus: Mapping[str, str]
) -> tuple[Kolom, ...]:
    if bernomor is False:
        return tuple(kolom)
    pola = "{}" if bernomor is True else bernomor
    nomor = {k.kunci: n for n, k in enumerate(kolom, start=1)}
    return tuple(
        replace(k, nomor=rumus.get(k.kunci, pola).format(nomor[k.kunci], **nomor)) for k in kolom
    )
