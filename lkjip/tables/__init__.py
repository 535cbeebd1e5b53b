"""Tables of the report: data first, look last.

A notebook declares columns over rows (`susun`); the result is a `Tabel` of printed texts, which
becomes a great-tables object (`to_gt`), HTML (`to_html`) and CSV (`to_csv`).
"""

from __future__ import annotations

from lkjip.tables.gt import to_gt
from lkjip.tables.html import HtmlTabel, to_html
from lkjip.tables.model import Baris, Kolom, Tabel
from lkjip.tables.susun import (
    bilangan,
    nomor,
    persentase,
    susun,
    teks,
    uang,
    ukuran,
)
from lkjip.tables.teks_csv import to_csv

__all__ = [
    "Baris",
    "HtmlTabel",
    "Kolom",
    "Tabel",
    "bilangan",
    "nomor",
    "persentase",
    "susun",
    "teks",
    "to_csv",
    "to_gt",
    "to_html",
    "uang",
    "ukuran",
]
