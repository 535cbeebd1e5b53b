"""Transmigration: families against quota, applicants, money and the programme's result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.registry import rule
from lkjip.check.rules.records import agrees
from lkjip.check.shown import given, recomputed
from lkjip.i18n import _
from lkjip.numbers import angka, rupiah, tanggal

FACTS = ("pendaftar_transmigrasi", "kuota_transmigrasi")


def _families(context: Context) -> int | None:
    rows = context.rows("transmigrasi")
    return facts.total(rows, "keluarga") if rows else None


@rule("G1", "error", reason="Nobody is sent beyond the quota, or without having applied.")
def within_quota(context: Context) -> Iterator[Draft]:
    """Families that left are not more than the quota of the province nor than the applicants."""
    families = _families(context)
    for kode in FACTS:
        row, limit = facts.fact(context, kode), facts.fact_value(context, kode)
        if families is None or row is None or limit is None or families <= limit:
            continue
        yield Draft(
            _("more families left than {fact} says").format(fact=row["uraian"]),
            (
                *context.cells("transmigrasi", context.rows("transmigrasi"), "keluarga"),
                context.cell("fakta", row, "nilai"),
            ),
            _("correct the families, or the number they are compared with"),
            f"{angka(families)} > {angka(limit, 0)}",
        )


@rule("G2", "warning", reason="The result of the programme is counted in families.")
def result_of_the_programme(context: Context) -> Iterator[Draft]:
    """The programme's realisasi is the share of applicants, or of the quota, that left."""
    families = _families(context)
    codes = {r["kode"] for r in context.rows("program") if "transmigrasi" in str(r["nama"]).lower()}
    for row in context.rows("kinerja_program"):
        value = row["realisasi"]
        if families is None or row["program"] not in codes or not isinstance(value, Decimal):
            continue
        if row["satuan"] != "persen":
            continue
        bases = [
            (fact, base)
            for kode in FACTS
            if (fact := facts.fact(context, kode)) and (base := facts.fact_value(context, kode))
        ]
        shares = [Fraction(100 * families) / Fraction(base) for _fact, base in bases]
        if not shares or any(agrees(value, share) for share in shares):
            continue
        yield Draft(
            _("the result of the transmigration programme is no share of the families"),
            (
                context.cell("kinerja_program", row, "realisasi"),
                *context.cells("transmigrasi", context.rows("transmigrasi"), "keluarga"),
                *context.cells("fakta", [fact for fact, _base in bases], "nilai"),
            ),
            _("compute the realisasi again, or say what it measures"),
            "; ".join(
                f"{angka(families)} / {angka(base, 0)} = {recomputed(share)}"
                for (_fact, base), share in zip(bases, shares, strict=True)
            )
            + f" ≠ {given(value)}",
        )


@rule("G3", "warning", reason="Persons and families are not subtracted from each other.")
def persons_and_families(context: Context) -> Iterator[Draft]:
    """Applicants, quota and families are counted in one unit, or the difference says nothing."""
    rows = [row for kode in FACTS if (row := facts.fact(context, kode))]
    units = {str(row["satuan"]) for row in rows}
    families = _families(context)
    if families is not None and rows and units != {"keluarga"}:
        yield Draft(
            _("applicants, quota and departures are counted in different units"),
            (
                *context.cells("fakta", rows, "satuan", "nilai"),
                *context.cells("transmigrasi", context.rows("transmigrasi"), "keluarga"),
            ),
            _("count all of them in families, or write both persons and families"),
            "; ".join(f"{row['kode']} {row.texts['nilai']} {row['satuan']}" for row in rows)
            + f"; transmigrasi.csv {angka(families)} keluarga",
        )


@rule("G4", "error", reason="The report is about what happened in its year.")
def dates_of_departure(context: Context) -> Iterator[Draft]:
    """Families left within the fiscal year."""
    for row in context.rows("transmigrasi"):
        day = row["tanggal_berangkat"]
        if isinstance(day, date) and day.year != context.tahun:
            yield Draft(
                _("the departure is not in the fiscal year"),
                context.cells("transmigrasi", [row], "tanggal_berangkat", "lokasi"),
                _("correct the date, or move the row to the report of its year"),
                f"{tanggal(day)} ≠ {context.tahun}",
            )


@rule("G5", "error", reason="What was paid out was spent by the programme.")
def money_for_families(context: Context) -> Iterator[Draft]:
    """Pocket money for all families is not more than the programme spent."""
    families, row = _families(context), facts.fact(context, "uang_saku")
    each = facts.fact_value(context, "uang_saku")
    for budget in facts.programmes(context):
        if "transmigrasi" not in budget.nama.lower() or budget.realisasi is None:
            continue
        if families is None or row is None or each is None:
            continue
        paid = int(each * families)
        if paid > budget.realisasi.rupiah:
            yield Draft(
                _("the pocket money is more than the programme spent"),
                (
                    context.cell("fakta", row, "nilai"),
                    *context.cells("transmigrasi", context.rows("transmigrasi"), "keluarga"),
                    *budget.realisasi.cells,
                ),
                _("correct the pocket money, the families or the spending"),
                f"{angka(families)} × {rupiah(int(each))} = {rupiah(paid)} > "
                f"{rupiah(budget.realisasi.rupiah)}",
            )
