"""Rows that several notebooks start from: joins of the files, and no formula."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from lkjip.belum import BELUM, ada_belum
from lkjip.data.load import Data
from lkjip.jejak import susunan
from lkjip.jejak.rumus import dibulatkan, terapkan
from lkjip.jejak.susunan import banyak as banyak
from lkjip.jejak.susunan import terbesar as terbesar
from lkjip.jejak.susunan import terkecil as terkecil
from lkjip.jejak.susunan import urut as urut
from lkjip.numbers import bulatkan
from lkjip.ukuran import KOSONG, hilang


def indikator(data: Data, jenis: str | None = None) -> pd.DataFrame:
    """The indicators with what they measure, in the order of the files.

    Parameters
    ----------
    data
        The data of the year.
    jenis
        ``"sasaran"`` or ``"tujuan"``; None for both.

    Returns
    -------
    pandas.DataFrame
        The columns of ``indikator.csv``; ``sasaran`` is the name of what is measured,
        ``kode_sasaran``, ``jenis`` and ``induk`` are its code, kind and code above it.
    """
    names = {"kode": "kode_sasaran", "nama": "sasaran"}
    rows = data.indikator.rename(columns={"sasaran": "kode_sasaran"})
    rows = data.sasaran.rename(columns=names).merge(rows, on="kode_sasaran")
    return rows if jenis is None else rows[rows["jenis"] == jenis].reset_index(drop=True)


def target(data: Data, dokumen: str) -> pd.Series:
    """Targets of a document by indicator.

    Parameters
    ----------
    data
        The data of the year.
    dokumen
        ``"iku"``, ``"pk"``, ``"pk-perubahan"`` (of the fiscal year) or ``"renstra"`` (of the last
        year of the period).
    """
    tahun = data.instansi.periode.akhir if dokumen == "renstra" else data.tahun
    rows = data.target[(data.target["dokumen"] == dokumen) & (data.target["tahun"] == tahun)]
    return rows.set_index("indikator")["target"]


def realisasi(data: Data, tahun: int) -> pd.Series:
    """Realisasi of a year by indicator."""
    rows = data.realisasi[data.realisasi["tahun"] == tahun]
    return rows.set_index("indikator")["realisasi"]


def kinerja(data: Data) -> pd.DataFrame:
    """The indicators with the target in force and the realisasi of the fiscal year.

    In force is the revised Perjanjian Kinerja; for an indicator of a tujuan, the IKU.

    Parameters
    ----------
    data
        The data of the year.

    Returns
    -------
    pandas.DataFrame
        `indikator` with ``target`` and ``realisasi`` (a number, or a grade).
    """
    rows = indikator(data)
    berlaku = pd.concat([target(data, "iku"), target(data, "pk-perubahan")])
    berlaku = berlaku[~berlaku.index.duplicated(keep="last")]
    return rows.assign(
        target=rows["kode"].map(berlaku), realisasi=rows["kode"].map(realisasi(data, data.tahun))
    )


def anggaran_program(data: Data, tahap: str = "perubahan") -> pd.DataFrame:
    """The programmes with their pagu and what was spent.

    Parameters
    ----------
    data
        The data of the year.
    tahap
        ``"murni"`` (first budget) or ``"perubahan"`` (revised budget).

    Returns
    -------
    pandas.DataFrame
        The columns of ``program.csv``, ``pagu`` and ``realisasi`` (rupiah).
    """
    pagu = data.anggaran.loc[data.anggaran["tahap"] == tahap, ["program", "pagu"]]
    rows = data.program.rename(columns={"kode": "program"}).merge(pagu, on="program")
    return rows.merge(data.realisasi_anggaran, on="program").rename(columns={"program": "kode"})


def anggaran_sasaran(data: Data) -> pd.DataFrame:
    """What was budgeted and spent for each sasaran.

    A sasaran is paid for by whole programmes, or by the part that ``alokasi_sasaran.csv`` names.

    Parameters
    ----------
    data
        The data of the year.

    Returns
    -------
    pandas.DataFrame
        ``kode_sasaran``, ``pagu``, ``realisasi`` (rupiah), in the order of ``sasaran.csv``.
    """
    seluruh = anggaran_program(data).set_index("kode")
    rows = data.alokasi_sasaran.rename(columns={"sasaran": "kode_sasaran"})
    sebagian = rows["cakupan"] == "sebagian"
    for kolom in ("pagu", "realisasi"):
        rows[kolom] = rows[kolom].where(sebagian, rows["program"].map(seluruh[kolom]))
    per_sasaran = rows.groupby("kode_sasaran")[["pagu", "realisasi"]].sum()
    urut = [kode for kode in data.sasaran["kode"] if kode in per_sasaran.index]
    return per_sasaran.loc[urut].reset_index()


def masukan(data: Data, tabel: str, hasil: str, kolom: str, nilai: pd.Series) -> pd.Series:
    """What a column is computed from: exact numbers, or printed ones where the settings say so.

    Parameters
    ----------
    data
        The data of the year.
    tabel, hasil
        The computed column; ``dari: cetak`` in ``instansi.yml`` asks for printed numbers.
    kolom, nilai
        The column it is computed from, and its exact numbers.

    Notes
    -----
    Source: Tabel 3.6 of the 2022 report subtracts numbers that are rounded already.
    """
    if not data.instansi.dari_cetak(tabel, hasil):
        return nilai
    return tercetak(data, tabel, kolom, nilai)


def tercetak(data: Data, tabel: str, kolom: str, nilai: pd.Series) -> pd.Series:
    """The numbers of a column as a table prints them.

    Parameters
    ----------
    data
        The data of the year.
    tabel, kolom, nilai
        The column, and its exact numbers.
    """
    aturan = data.instansi.pembulatan(tabel, kolom)
    return per_baris(lambda exact: dibulatkan(exact, bulatkan(exact, *aturan), *aturan), nilai)


def jumlah(isi: pd.Series) -> Any:
    """The sum of whole numbers, exact; `BELUM` while one of them is still to come.

    Parameters
    ----------
    isi
        Counts or rupiah. None is the sum when one of them is missing otherwise.
    """
    return hitung(lambda *semua: susunan.jumlah(semua), *isi)


def hitung(rumus: Callable[..., Any], *masukan: Any) -> Any:
    """Apply a formula, where its inputs are there.

    Parameters
    ----------
    rumus
        Such as `lkjip.serapan`.
    *masukan
        Its inputs, in order. In the trace they have the names of the formula's parameters, and
        the result has the name of the function.

    Returns
    -------
    object
        `BELUM` when one of the inputs is still to come, None when one is missing.
    """
    if ada_belum(masukan):
        return BELUM
    return None if any(map(hilang, masukan)) else terapkan(rumus, masukan)


def per_baris(rumus: Callable[..., Any], *kolom: pd.Series) -> pd.Series:
    """Apply a formula row by row, exactly, as `hitung` does.

    Parameters
    ----------
    rumus
        Such as `lkjip.capaian`.
    *kolom
        Its inputs, in order.

    Returns
    -------
    pandas.Series
        dtype ``object``, with the index of the first column.
    """
    hasil = [hitung(rumus, *baris) for baris in zip(*kolom, strict=True)]
    return pd.Series(hasil, index=kolom[0].index, dtype=object)


def bernomor(isi: pd.Series) -> pd.Series:
    """Texts with their running number before them: ``"1. …"``; `KOSONG` stands for none."""
    texts = [urut(f"{n}.") + " " + (teks or KOSONG) for n, teks in enumerate(isi, start=1)]
    return pd.Series(texts, index=isi.index, dtype=object)
