"""A table as CSV, for people who want the cells and not the look."""

from __future__ import annotations

import csv
import io

from lkjip.numbers import MINUS
from lkjip.tables.model import Tabel


def to_csv(tabel: Tabel) -> str:
    """Write the cells of a table as CSV.

    Parameters
    ----------
    tabel
        The table.

    Returns
    -------
    str
        One head row, its tiers joined with `` / ``, then one line for each row with the texts as
        printed; only a minus becomes the hyphen that spreadsheets read numbers with. Merged values
        stand in each row; what a label spans stays empty.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([" / ".join(kolom.kepala) for kolom in tabel.kolom])
    writer.writerows(
        [(sel or "").replace(MINUS, "-") for sel in baris.sel] for baris in tabel.baris
    )
    return buffer.getvalue()
