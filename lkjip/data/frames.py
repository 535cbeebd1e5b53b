"""From checked rows to pandas frames that keep every number exact."""

from __future__ import annotations

import pandas as pd

from lkjip.belum import BELUM, ada_belum
from lkjip.data.schema import Field
from lkjip.data.validate import Table


def frame(table: Table) -> pd.DataFrame:
    """Turn a file into a frame.

    Parameters
    ----------
    table
        A sound file.

    Returns
    -------
    pandas.DataFrame
        The columns of the schema in its order, the rows in the order of the file. Whole numbers
        are ``int64`` (``Int64`` where a cell may be empty). All else is ``object``: `str`,
        `decimal.Decimal` and `datetime.date` as they are, None where a cell is empty, the same
        under every version of pandas. A cell that is still to come holds `lkjip.belum.BELUM`, and
        its column is ``object``.
    """
    return pd.DataFrame({field.name: _column(table, field) for field in table.schema.fields})


def _column(table: Table, field: Field) -> pd.Series:
    values = [BELUM if field.still_to_come(row.values) else row[field.name] for row in table.rows]
    if field.type != "integer" or ada_belum(values):
        return pd.Series(values, dtype=object)
    never_empty = field.required or field.menyusul == {}
    return pd.Series(values, dtype="int64" if never_empty else "Int64")
