"""The facts that several rules compare: indicators and budgets, each with the rows behind it.

Rows that are missing or still empty are None here, and so is everything computed from them: a
rule that needs them finds nothing, and the rules about missing data do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import lkjip.kinerja as kinerja
from lkjip.check.context import Context
from lkjip.check.model import Cell
from lkjip.check.year import Origin, added, attempt
from lkjip.check.year import total as total_of
from lkjip.data.cells import Value
from lkjip.data.validate import Row


def whole(row: Row | None, column: str) -> int | None:
    """A count or an amount of rupiah; None where the row or the cell is empty."""
    value = None if row is None else row[column]
    return value if isinstance(value, int) else None


def total(rows: Iterable[Row], *columns: str) -> int | None:
    """Sum of some columns of some rows; None when one of the cells is empty."""
    return added([row[column] for row in rows for column in columns])


def achievement(
    target: Value | None, realisasi: Value | None, arah: Value | None
) -> Fraction | None:
    """`lkjip.capaian` without a limit; None where it cannot be computed."""
    return attempt(kinerja.capaian, target, realisasi, arah)


@dataclass(frozen=True)
class Indicator:
    """An indicator with what it is measured by.

    Parameters
    ----------
    row
        In ``indikator.csv``.
    jenis
        ``"tujuan"`` or ``"sasaran"``: what it measures.
    targets
        Rows of ``target.csv`` by document, of this year (``renstra``: of the last year).
    target
        That of the document in force: the revised agreement, else the agreement, else the IKU.
    realisasi
        Rows of ``realisasi.csv`` by year.
    """

    row: Row
    jenis: str
    targets: Mapping[str, Row]
    target: Row | None
    realisasi: Mapping[int, Row]

    @property
    def kode(self) -> str:
        return str(self.row["kode"])

    @property
    def nama(self) -> str:
        return str(self.row["nama"])

    def value(self, tahun: int) -> Value | None:
        """Realisasi of a year."""
        row = self.realisasi.get(tahun)
        return None if row is None else row["realisasi"]

    def capaian(self, tahun: int) -> Fraction | None:
        """Achievement in percent against the target in force."""
        target = self.target
        return (
            None
            if target is None
            else achievement(target["target"], self.value(tahun), self.row["arah"])
        )


def indicators(context: Context) -> list[Indicator]:
    """All indicators, in the order of ``indikator.csv``."""
    return context.once(_indicators)


def _indicators(context: Context) -> list[Indicator]:
    jenis = {row["kode"]: str(row["jenis"]) for row in context.rows("sasaran")}
    targets: dict[str, dict[str, Row]] = {}
    for row in context.rows("target"):
        last = context.instansi.periode.akhir
        if row["tahun"] == (last if row["dokumen"] == "renstra" else context.tahun):
            targets.setdefault(str(row["indikator"]), {})[str(row["dokumen"])] = row
    values: dict[str, dict[int, Row]] = {}
    for row in context.rows("realisasi"):
        values.setdefault(str(row["indikator"]), {})[whole(row, "tahun") or 0] = row
    return [
        Indicator(
            row,
            jenis.get(row["sasaran"], ""),
            targets.get(str(row["kode"]), {}),
            next((cell[1] for cell in context.year.target(str(row["kode"]))), None),
            values.get(str(row["kode"]), {}),
        )
        for row in context.rows("indikator")
    ]


@dataclass(frozen=True)
class Amount:
    """Money with the cells it stands in."""

    rupiah: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Budget:
    """A pagu and what was spent of it: of a programme, of a part of it, or of a sasaran."""

    kode: str
    nama: str
    pagu: Amount | None
    realisasi: Amount | None

    @property
    def serapan(self) -> Fraction | None:
        """Absorption in percent."""
        if self.pagu is None or self.realisasi is None or self.pagu.rupiah == 0:
            return None
        return kinerja.serapan(self.realisasi.rupiah, self.pagu.rupiah)

    @property
    def cells(self) -> tuple[Cell, ...]:
        both = (self.realisasi, self.pagu)
        return tuple(cell for amount in both if amount for cell in amount.cells)


def amount(context: Context, cells: Sequence[Origin]) -> Amount | None:
    """The sum of some cells; None where one is empty or there is none."""
    rupiah = total_of(cells)
    return None if rupiah is None else Amount(rupiah, tuple(context.cell(*cell) for cell in cells))


def add(amounts: Iterable[Amount | None]) -> Amount | None:
    """Sum of amounts; None when one of them is unknown."""
    rupiah = 0
    cells: list[Cell] = []
    for one in amounts:
        if one is None:
            return None
        rupiah += one.rupiah
        cells += one.cells
    return Amount(rupiah, tuple(cells))


def programmes(context: Context, tahap: str = "perubahan") -> list[Budget]:
    """The programmes with the budget of a stage and their spending."""
    return [
        _budget(context, row, context.year.programme(row["kode"], tahap))
        for row in context.rows("program")
    ]


def parts(context: Context) -> list[tuple[Row, Budget]]:
    """The rows of ``alokasi_sasaran.csv``, each with what it gives to its sasaran."""
    programme = {row["kode"]: row for row in context.rows("program")}
    return [
        (row, _budget(context, programme[row["program"]], context.year.part(row)))
        for row in context.rows("alokasi_sasaran")
    ]


def sasaran_budgets(context: Context) -> list[Budget]:
    """What is budgeted and spent for each sasaran, in the order of ``sasaran.csv``."""
    given = {row["sasaran"] for row in context.rows("alokasi_sasaran")}
    return [
        _budget(context, row, context.year.money(str(row["kode"])))
        for row in context.rows("sasaran")
        if row["kode"] in given
    ]


def _budget(
    context: Context, row: Row, money: tuple[tuple[Origin, ...], tuple[Origin, ...]]
) -> Budget:
    pagu, spent = money
    return Budget(str(row["kode"]), str(row["nama"]), amount(context, pagu), amount(context, spent))


def fact(context: Context, kode: str) -> Row | None:
    """A row of ``fakta.csv``."""
    return next((row for row in context.rows("fakta") if row["kode"] == kode), None)


def fact_value(context: Context, kode: str) -> Decimal | None:
    """The number of a row of ``fakta.csv``; None where it is missing or empty."""
    row = fact(context, kode)
    value = None if row is None else row["nilai"]
    return value if isinstance(value, Decimal) else None


def share(part: Amount | None, whole: Amount) -> Fraction:
    """A part in percent of the whole, which is not 0."""
    return Fraction(100 * (part.rupiah if part else 0), whole.rupiah)
