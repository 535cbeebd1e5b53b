"""Slips of the hand in a clean data set, and whether another cell depends on what they change."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from random import Random

from lkjip.data.schema import schemas

from .clean import YEAR

Table = list[dict[str, str]]
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
KINDS = ("1% more", "two digits swapped", "row dropped", "row doubled", "columns exchanged")

# Nothing can tell whether these are right: no other cell is computed from them or compared
# with them for more than an upper bound.
FREE: dict[str, Callable[[dict[str, str], str], bool]] = {
    "anggaran": lambda row, _column: (row["program"], row["tahap"]) != ("P1", "perubahan"),
    "realisasi_anggaran": lambda _row, _column: True,
    "alokasi_sasaran": lambda _row, column: column != "pagu",
    "kinerja_program": lambda row, column: (row["program"], column) != ("P6", "realisasi"),
    "realisasi": lambda row, _c: (row["indikator"], row["tahun"]) == ("sakip", str(YEAR)),
    "fakta": lambda row, _column: row["kode"] in FREE_FACTS,
}
FREE_FACTS = (
    "pekerja_phk",
    "kuota_transmigrasi",
    "uang_saku",
    "jumlah_subkegiatan",
    "pengantar_kerja",
)
# A row nothing refers to, of which no total is known.
FREE_ROWS = ("fungsi",)
# Columns of which no other cell tells apart which is which.
TWINS = {"bipartit", "mediasi", "konsiliasi", "arbitrase", "pengadilan"}


@dataclass(frozen=True)
class Mutant:
    """One slip.

    Parameters
    ----------
    kind
        One of `KINDS`.
    table
        Stem of the file.
    where
        For people.
    depends
        Whether another cell depends on what was changed.
    rows
        The file after the slip.
    """

    kind: str
    table: str
    where: str
    depends: bool
    rows: Table


def read(folder: Path, name: str) -> Table:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, name: str, rows: Table) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, schemas()[name].columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (folder / f"{name}.csv").write_text(out.getvalue(), encoding="utf-8", newline="\n")


def mutants(folder: Path, random: Random) -> Iterator[Mutant]:
    """Every slip in every file of a year."""
    for name, schema in schemas().items():
        rows = read(folder, name)
        columns = [c for c in schema.columns if c != "urutan"]
        for number, row in enumerate(rows):
            for column in columns:
                if NUMBER.fullmatch(row[column]):
                    yield from _numbers(name, rows, number, column, random)
            depends = name not in FREE_ROWS and not (name == "fakta" and row["kode"] in FREE_FACTS)
            where = f"row {number + 2}"
            yield Mutant("row dropped", name, where, depends, [*rows[:number], *rows[number + 1 :]])
            doubled = [*rows[: number + 1], dict(row), *rows[number + 1 :]]
            yield Mutant("row doubled", name, where, True, doubled)
        yield from _columns(name, rows, columns)


def _numbers(name: str, rows: Table, number: int, column: str, random: Random) -> Iterator[Mutant]:
    row = rows[number]
    depends = column == "tahun" or not FREE.get(name, lambda _r, _c: False)(row, column)
    where = f"row {number + 2}, {column}"
    for kind, text in (
        ("1% more", more(row[column])),
        ("two digits swapped", swapped(row[column], random)),
    ):
        if text and Decimal(text) != Decimal(row[column]):
            changed = [*rows[:number], {**row, column: text}, *rows[number + 1 :]]
            yield Mutant(kind, name, f"{where}: {row[column]} → {text}", depends, changed)


def more(text: str) -> str:
    """A number one percent larger with the same decimals; at least one unit of the last."""
    value = Decimal(text)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return str(max((value * Decimal("1.01")).quantize(step), value + step)) if value else ""


def swapped(text: str, random: Random) -> str:
    """A number with two different neighbouring digits exchanged; empty when it has none."""
    places = [
        n
        for n in range(len(text) - 1)
        if text[n].isdigit() and text[n + 1].isdigit() and text[n] != text[n + 1]
    ]
    if not places:
        return ""
    n = random.choice(places)
    return text[:n] + text[n + 1] + text[n] + text[n + 2 :]


def _columns(name: str, rows: Table, columns: list[str]) -> Iterator[Mutant]:
    numeric = [c for c in columns if rows and all(NUMBER.fullmatch(row[c]) for row in rows)]
    for one, other in combinations(numeric, 2):
        changed = [{**row, one: row[other], other: row[one]} for row in rows]
        if changed != rows:
            depends = not {one, other} <= TWINS
            yield Mutant("columns exchanged", name, f"{one} ↔ {other}", depends, changed)
