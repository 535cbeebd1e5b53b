"""Facts that a year tells of the budget of the year before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip.data.folder import Content

PAGU, REALISASI = "pagu_tahun_lalu", "realisasi_anggaran_tahun_lalu"
URAIAN: Mapping[str, str] = {
    PAGU: "Pagu seluruh program tahun sebelumnya, sesudah perubahan",
    REALISASI: "Realisasi anggaran seluruh program tahun sebelumnya",
}
"""Codes of the facts in ``fakta.csv``, with what they mean."""


def anggaran(year: Content) -> dict[str, int | None]:
    """What the budget of a year is for the year after it.

    Parameters
    ----------
    year
        The files of the year.

    Returns
    -------
    dict
        Whole rupiah by code of the fact; None while an amount is still to come.
    """
    pagu = [r["pagu"] for r in year.tables["anggaran"].rows if r["tahap"] == "perubahan"]
    spent = [row["realisasi"] for row in year.tables["realisasi_anggaran"].rows]
    return {PAGU: _sum(pagu), REALISASI: _sum(spent)}


def _sum(amounts: Sequence[object]) -> int | None:
    known = [amount for amount in amounts if isinstance(amount, int)]
    return sum(known) if len(known) == len(amounts) else None
