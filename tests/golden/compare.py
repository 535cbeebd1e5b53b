"""The published 2022 report against ours, cell by cell.

``<id>.csv`` holds what the report prints: one line for each row (``jenis`` is ``kepala``,
``nomor``, ``isi``, ``grup``, ``subjudul``, ``jumlah`` or ``sumber``), cells that span spread over
what they cover. ``differences.csv`` names each cell that we print otherwise, with both texts and
the reason. A row is the number of its line in the golden file (the header is line 1), a column is
``k1``, ``k2``, …
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "2022"
TABLES = [
    row["id"] for row in csv.DictReader((FOLDER / "captions.csv").read_text("utf-8").splitlines())
]
"""Ids of all published tables, in the order of the report."""
ALL_TABLES = ["ikhtisar", *TABLES]
"""Ours too: the executive summary, which the published report has not."""

Grid = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Difference:
    """A cell that differs: where, what the report prints, what we compute, and why."""

    tabel: str
    baris: int
    kolom: str
    cetak: str
    hitung: str
    alasan: str = ""


@dataclass(frozen=True)
class Golden:
    """A printed table: the kind of each row, and its cells."""

    jenis: list[str]
    sel: list[list[str]]


def golden(id: str) -> Golden:
    """The table as the report prints it."""
    with (FOLDER / f"{id}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return Golden([row[0] for row in rows], [row[1:] for row in rows])


def differences() -> list[Difference]:
    """The cells that may differ."""
    with (FOLDER / "differences.csv").open(encoding="utf-8", newline="") as file:
        return [
            Difference(
                row["tabel"],
                int(row["baris"]),
                row["kolom"],
                row["cetak"],
                row["hitung"],
                row["alasan"],
            )
            for row in csv.DictReader(file)
        ]


def expected(id: str) -> Golden:
    """The table as we print it: the golden cells, with the listed differences in their places."""
    table = golden(id)
    cells = [
        [convention(id, jenis, cell) for cell in row]
        for jenis, row in zip(table.jenis, table.sel, strict=True)
    ]
    for difference in differences():
        if difference.tabel == id:
            cells[difference.baris - 2][int(difference.kolom[1:]) - 1] = difference.hitung
    return Golden(table.jenis, cells)


def compare(id: str, grid: Grid, rows: Sequence[int] | None = None) -> list[Difference]:
    """Cells of a table that are not as the report prints them, white space apart.

    Parameters
    ----------
    id
        Which table.
    grid
        Our cells, rows from the first head row to the source line, spans spread out. Whatever
        the format it was read from.
    rows
        Numbers (from 0) of the golden rows that `grid` holds, where a format has not all of them.

    Raises
    ------
    AssertionError
        When the two tables have not the same number of rows or columns.
    """
    table = golden(id)
    numbers = list(range(len(table.sel)) if rows is None else rows)
    assert len(grid) == len(numbers), f"{id}: {len(grid)} rows, the report has {len(numbers)}"
    return list(_differing(id, table, grid, numbers))


def _differing(id: str, table: Golden, grid: Grid, numbers: Sequence[int]) -> Iterator[Difference]:
    for number, ours in zip(numbers, grid, strict=True):
        printed = table.sel[number]
        assert len(ours) == len(printed), f"{id}, row {number + 2}: {len(ours)} columns"
        for column, (cetak, hitung) in enumerate(zip(printed, ours, strict=True), start=1):
            if squeeze(convention(id, table.jenis[number], cetak)) != squeeze(hitung):
                yield Difference(id, number + 2, f"k{column}", cetak, " ".join(hitung.split()))


def squeeze(text: str) -> str:
    """Text without white space: where lines break, and "70 %" for "70%", is no difference."""
    return "".join(text.split())


# The one table of the report that was pasted from elsewhere writes 10,730 for 10.730.
_COMMA_BETWEEN_THOUSANDS = ("pengangguran",)


def convention(id: str, jenis: str, cell: str) -> str:
    """A printed cell in the typography of our tables: the sign of a number is a minus."""
    if jenis not in ("isi", "jumlah"):
        return cell
    if id in _COMMA_BETWEEN_THOUSANDS:
        cell = cell.replace(",", ".")
    return re.sub(r"^-(?=\d)", "\N{MINUS SIGN}", cell)
