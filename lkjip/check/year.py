"""The files of a year with the joins that facts need: one place for rules and for the narrative.

What is missing or still empty is None, and so is everything computed from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any

from lkjip.data.cells import Value
from lkjip.data.folder import Content
from lkjip.data.validate import Row
from lkjip.errors import InputError
from lkjip.kata import peringkat
from lkjip.kinerja import capaian, efisiensi
from lkjip.numbers import bulatkan, exact

Origin = tuple[str, Row, str]
"""A cell of the data: file (stem), row, column."""

Rounding = tuple[int, str]
"""Decimals and policy."""


class Year:
    """The files of a fiscal year."""

    def __init__(self, content: Content) -> None:
        self.content, self.tahun = content, content.tahun
        self.instansi = content.instansi

    def rows(self, name: str, **where: Any) -> list[Row]:
        """Rows of a file whose columns have these values."""
        return [
            row
            for row in self.content.tables[name].rows
            if all(row[column] == value for column, value in where.items())
        ]

    def one(self, name: str, column: str, **where: Any) -> tuple[Origin, ...]:
        """A column of the first row that has these values: one cell, or none."""
        return tuple((name, row, column) for row in self.rows(name, **where)[:1])

    def column(self, name: str, column: str, **where: Any) -> tuple[Origin, ...]:
        """A column of all rows that have these values."""
        return tuple((name, row, column) for row in self.rows(name, **where))

    def target(self, kode: str) -> tuple[Origin, ...]:
        """The target in force: of the revised agreement, the agreement or the IKU."""
        for dokumen in ("pk-perubahan", "pk", "iku"):
            where = {"indikator": kode, "dokumen": dokumen, "tahun": self.tahun}
            if found := self.one("target", "target", **where):
                return found
        return ()

    def money(self, sasaran: str) -> tuple[tuple[Origin, ...], tuple[Origin, ...]]:
        """The cells that make up pagu and realisasi of a sasaran."""
        parts = [self.part(row) for row in self.rows("alokasi_sasaran", sasaran=sasaran)]
        pagu = (cell for part, _spent in parts for cell in part)
        spent = (cell for _pagu, part in parts for cell in part)
        return tuple(pagu), tuple(spent)

    def part(self, row: Row) -> tuple[tuple[Origin, ...], tuple[Origin, ...]]:
        """Pagu and realisasi that a row of ``alokasi_sasaran.csv`` gives to its sasaran."""
        if row["cakupan"] == "sebagian":
            own = ("alokasi_sasaran", row, "pagu"), ("alokasi_sasaran", row, "realisasi")
            return (own[0],), (own[1],)
        return self.programme(row["program"], "perubahan")

    def programme(
        self, code: Value | None, tahap: str
    ) -> tuple[tuple[Origin, ...], tuple[Origin, ...]]:
        """Pagu of a stage and realisasi of a programme."""
        return (
            self.one("anggaran", "pagu", program=code, tahap=tahap),
            self.one("realisasi_anggaran", "realisasi", program=code),
        )

    def rounding(self, tabel: str, kolom: str) -> Rounding:
        return self.instansi.pembulatan(tabel, kolom)

    def capaian(self, target: Any, realisasi: Any, arah: str) -> Fraction | None:
        """Achievement as the report computes it; None where it cannot be."""
        limit = self.instansi.pengaturan.capaian_maksimum
        more = () if limit is None else (limit,)
        if target is None or realisasi is None:
            return None
        return attempt(capaian, target, realisasi, arah, *more)

    def efisiensi(self, tabel: str, reached: Any, used: Any) -> Fraction | None:
        """Efficiency, from printed numbers where the settings say so."""
        if reached is None or used is None:
            return None
        if self.instansi.dari_cetak(tabel, "efisiensi"):
            reached = bulatkan(reached, *self.rounding(tabel, "capaian"))
            used = bulatkan(used, *self.rounding(tabel, "serapan"))
        return attempt(efisiensi, reached, used, self.instansi.pengaturan.efisiensi)


def attempt(formula: Callable[..., Fraction | None], *inputs: Any) -> Fraction | None:
    """A formula's result; None where an input is missing or it is not defined for them."""
    if any(value is None for value in inputs):
        return None
    try:
        return formula(*inputs)
    except (InputError, ZeroDivisionError):
        return None


def value(cells: tuple[Origin, ...]) -> Any:
    """What stands in a single cell; None without a cell."""
    return cells[0][1][cells[0][2]] if cells else None


def number(cells: tuple[Origin, ...]) -> Fraction | None:
    """The number in a single cell; None for a grade, a range or nothing."""
    found = value(cells)
    return None if found is None or isinstance(found, str | tuple) else exact(found)


def total(cells: Iterable[Origin]) -> int | None:
    """The sum of whole numbers; None when one of them is missing."""
    values = [row[column] for _name, row, column in cells]
    return added(values) if values else None


def added(values: Sequence[Value | None]) -> int | None:
    """A sum of whole numbers; None when one of them is missing."""
    known = [value for value in values if isinstance(value, int)]
    return sum(known) if len(known) == len(values) else None


def sign(value: Any, other: Any) -> int | None:
    """How a measure stands to another: -1, 0 or 1; grades by their rank."""
    if value is None or other is None or isinstance(value, tuple) or isinstance(other, tuple):
        return None
    if isinstance(value, str) != isinstance(other, str):
        return None
    a, b = peringkat(value), peringkat(other)
    return int(a > b) - int(a < b)
