"""Amounts of a file from Excel in Indonesia that may be in rupiah or in thousands of rupiah."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip.data.read import TextTable
from lkjip.data.schema import Field
from lkjip.errors import Finding
from lkjip.i18n import _

_ONE_POINT = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_IN_FULL = re.compile(r"-?[0-9]{7,}")


def mixed_thousands(text: TextTable, fields: Sequence[Field]) -> Iterator[Finding]:
    """Find amounts with a single point beside others that are written in full, without points.

    Where all have points, or the point has company (``1.250.000``), there is one reading. An
    office that writes ``125.500`` below ``1250000000`` may mean 125500 or, as many tables of
    budgets do, thousands: that is a factor of a thousand, so it is not guessed.

    Parameters
    ----------
    text
        The file as text.
    fields
        Its columns.
    """
    for field in fields if text.delimiter == ";" else ():
        if field.satuan != "rupiah":
            continue
        cells = [(row.line, row.cells[field.name]) for row in text.rows]
        full = [line for line, cell in cells if _IN_FULL.fullmatch(cell)]
        for line, cell in cells if full else ():
            if _ONE_POINT.fullmatch(cell):
                plain = cell.replace(".", "")
                yield Finding(
                    _("this amount has two readings: row {row} is written without points").format(
                        row=full[0]
                    ),
                    file=text.file,
                    row=line,
                    column=field.name,
                    value=cell,
                    expected=_("{rupiah}, or {thousands} if thousands are meant").format(
                        rupiah=plain, thousands=f"{plain}000"
                    ),
                    mend=_("write the full amount in rupiah, without points"),
                )
