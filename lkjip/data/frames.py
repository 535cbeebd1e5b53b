"""From checked rows to pandas frames that keep every number exact."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import Any

import pandas as pd

from lkjip.belum import BELUM
from lkjip.data.validate import Row, Table
from lkjip.jejak.angka import Angka
from lkjip.jejak.node import Node
from lkjip.jejak.teks import Tanggal, Teks


def frame(table: Table) -> pd.DataFrame:
    """Turn a file into a frame.

    Parameters
    ----------
    table
        A sound file.

    Returns
    -------
    pandas.DataFrame
        The columns of the schema in its order, the rows in the order of the file, all of dtype
        ``object``. Each value knows the cell it stands in: numbers are `lkjip.jejak.Angka`, exact
        and printed as in the file, texts `Teks` (a `str`), dates `Tanggal` (a `date`). None
        stands where a cell is empty, `lkjip.belum.BELUM` where it is still to come.
    """
    berkas = PurePosixPath(table.file).name
    columns = {
        field.name: pd.Series(
            [
                BELUM if field.still_to_come(row.values) else _value(row, field.name, berkas)
                for row in table.rows
            ],
            dtype=object,
        )
        for field in table.schema.fields
    }
    return pd.DataFrame(columns)


def _value(row: Row, kolom: str, berkas: str) -> Any:
    value = row[kolom]
    if value is None:
        return None
    cell = Node("sel", row.texts[kolom], berkas=berkas, baris=row.line, kolom=kolom)
    if isinstance(value, str):
        return Teks(value, cell)
    return Tanggal.dari(value, cell) if isinstance(value, date) else Angka.dari(value, cell)
