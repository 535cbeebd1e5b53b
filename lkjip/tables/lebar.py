"""How wide columns are: measured from the texts, so that no table carries hand-set widths."""

from __future__ import annotations

import math

from lkjip.tables.model import Kolom, Tabel

_HALAMAN = 110
"""Characters on a line across a portrait page, in the size of tables."""

_TEPI = 2.5
"""Room at the sides of a cell, in characters."""

_SATU_BARIS = 18
"""Texts up to this many characters want a line of their own; longer ones wrap."""

_TAK_PATAH = 14
"""Centred texts up to this many characters stay on one line."""


def lebar_kolom(tabel: Tabel) -> list[int]:
    """Relative widths of the columns.

    Numbers never break, so they get what they need; texts share the rest of a page by length.

    Parameters
    ----------
    tabel
        The table.

    Returns
    -------
    list of int
        Percent of the width of the table for each column; they add up to 100.
    """
    least = [_least(tabel, n, kolom) for n, kolom in enumerate(tabel.kolom)]
    wanted = [
        max(need, _wanted(tabel, n) if kolom.rata == "kiri" else 0)
        for n, (kolom, need) in enumerate(zip(tabel.kolom, least, strict=True))
    ]
    # 0: only what is needed; 1: what is wanted. As much as the page has room for.
    spare = _HALAMAN - sum(least)
    share = min(1.0, max(0.0, spare / max(sum(wanted) - sum(least), 1)))
    return _percent([a + (b - a) * share for a, b in zip(least, wanted, strict=True)])


def _least(tabel: Tabel, n: int, kolom: Kolom) -> float:
    texts = _texts(tabel, n)
    longest = max((len(text) for text in texts), default=0)
    words = [word for text in [*texts, kolom.kepala[-1]] for word in text.split()]
    need: float = max((len(word) for word in words), default=1)
    if kolom.rata == "kanan" or (kolom.rata == "tengah" and longest <= _TAK_PATAH):
        need = max(need, longest)
    # Column numbers are set smaller.
    return max(need, 0.8 * len(kolom.nomor or ""), 2) + _TEPI


def _wanted(tabel: Tabel, n: int) -> float:
    longest = max((len(text) for text in _texts(tabel, n)), default=0)
    return min(longest, _SATU_BARIS + 2 * math.sqrt(max(0, longest - _SATU_BARIS))) + _TEPI


def _texts(tabel: Tabel, n: int) -> list[str]:
    """Texts of a column, without those that span into the next one."""
    return [
        baris.sel[n] or ""
        for baris in tabel.baris
        if baris.jenis in ("isi", "jumlah")
        and not (n + 1 < len(baris.sel) and baris.sel[n + 1] is None)
    ]


def _percent(bobot: list[float]) -> list[int]:
    """Whole percents that add up to 100: largest remainders first."""
    exact = [100 * b / sum(bobot) for b in bobot]
    whole = [math.floor(p) for p in exact]
    for n in sorted(range(len(exact)), key=lambda n: (whole[n] - exact[n], n))[: 100 - sum(whole)]:
        whole[n] += 1
    return whole
