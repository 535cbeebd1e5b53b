"""From checked rows to pandas frames that keep every number exact."""

from __future__ import annotations

import pandas as pd

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
        under every version of pandas.
    """
    return pd.DataFrame({field.name: _column(table, field) for field in table.schema.fields})


def _column(table: Table, field: Field) -> pd.Series:
    values = [row[field.name] for row in table.rows]
    if field.type != "integer":
        return pd.Series(values, dtype=object)
    return pd.Series(values, dtype="int64" if field.required else "Int64")
