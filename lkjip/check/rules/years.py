"""Year over year: repeated values, history, jumps, and targets that ask for nothing new."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.facts import Indicator
from lkjip.check.model import Cell, Draft, Severity
from lkjip.check.registry import rule
from lkjip.check.shown import recomputed
from lkjip.check.year import sign
from lkjip.data.cells import Value
from lkjip.i18n import _
from lkjip.numbers import angka

_JUMP = Fraction(30)  # percent of last year's rate
_MULTIPLE = 2  # a count that doubles or halves
_FEW = 100  # below it a count may double by chance


def _cell(context: Context, indicator: Indicator, tahun: int) -> Cell:
    return context.cell("realisasi", indicator.realisasi[tahun], "realisasi")


@rule("Y1", "warning", reason="Last year's figure in this year's column is the commonest slip.")
def same_as_last_year(context: Context) -> Iterator[Draft]:
    """This year's realisasi is not exactly last year's.

    A grade or a full 100% repeats easily; it is information then.
    """
    year = context.tahun
    for indicator in facts.indicators(context):
        now, before = indicator.value(year), indicator.value(year - 1)
        if now is None or now != before:
            continue
        natural = isinstance(now, str) or (indicator.row["satuan"] == "persen" and now == 100)
        severity: Severity = "info" if natural else "warning"
        yield Draft(
            _("{name} is the same as last year").format(name=indicator.nama),
            (_cell(context, indicator, year), _cell(context, indicator, year - 1)),
            _("make sure that it was measured this year, and say so in the report"),
            f"{year}: {_shown(now)} = {year - 1}: {_shown(before)}",
            severity,
        )


def _shown(value: Value | None) -> str:
    return angka(value) if isinstance(value, Decimal) else str(value)


@rule("Y2", "warning", reason="Two indicators with the same figure: one was copied into the other.")
def same_as_another(context: Context) -> Iterator[Draft]:
    """No two indicators have the same measured value, this year or before.

    Whole numbers and grades are left out: they meet by chance.
    """
    seen: dict[Decimal, tuple[Indicator, int]] = {}
    for indicator in facts.indicators(context):
        for tahun in sorted(indicator.realisasi):
            value = indicator.value(tahun)
            if not isinstance(value, Decimal) or value == value.to_integral_value():
                continue
            other, year = seen.setdefault(value, (indicator, tahun))
            if other.kode != indicator.kode:
                yield Draft(
                    _("{one} and {other} have the same value").format(
                        one=other.nama, other=indicator.nama
                    ),
                    (_cell(context, other, year), _cell(context, indicator, tahun)),
                    _("compare both with their sources"),
                    f"{other.kode} {year} = {indicator.kode} {tahun} = {angka(value)}",
                )


@rule("Y3", "warning", reason="PermenPANRB 53/2014: rises and falls are explained.")
def jumps(context: Context) -> Iterator[Draft]:
    """An indicator does not change by more than 30% of last year's value without a word."""
    year = context.tahun
    for indicator in facts.indicators(context):
        now, before = indicator.value(year), indicator.value(year - 1)
        if not isinstance(now, Decimal) or not isinstance(before, Decimal) or not before:
            continue
        change = 100 * (Fraction(now) - Fraction(before)) / Fraction(before)
        if abs(change) > _JUMP:
            yield Draft(
                _("{name} jumps from one year to the next").format(name=indicator.nama),
                (_cell(context, indicator, year), _cell(context, indicator, year - 1)),
                _("explain the change in the report, or correct one of the two values"),
                f"{angka(before)} → {angka(now)}: {recomputed(change)}",
            )


@rule("Y4", "warning", reason="A group of people does not double or vanish in a year.")
def jumps_of_counts(context: Context) -> Iterator[Draft]:
    """The unemployed of a group of education do not double, halve, appear or vanish in a year."""
    year = context.tahun
    by = {(row["pendidikan"], row["tahun"]): row for row in context.rows("pengangguran")}
    for group in dict.fromkeys(str(row["pendidikan"]) for row in context.rows("pengangguran")):
        rows = [by[key] for key in ((group, year - 1), (group, year)) if key in by]
        if len(rows) < 2:
            continue
        before, now = (facts.whole(row, "jumlah") for row in rows)
        if before is None or now is None or max(before, now) < _FEW:
            continue
        if min(before, now) * _MULTIPLE > max(before, now):
            continue
        change = f": {recomputed(Fraction(100 * (now - before), before))}" if before else ""
        yield Draft(
            _("the unemployed with {group} jump from one year to the next").format(group=group),
            context.cells("pengangguran", rows, "jumlah"),
            _("ask BPS whether the groups were cut differently, and say so in the report"),
            f"{angka(before)} → {angka(now)}{change}",
        )


@rule(
    "Y5",
    "warning",
    reason="A target for the end of the Renstra that is this year's asks for nothing until then.",
)
def renstra_target(context: Context) -> Iterator[Draft]:
    """The target at the end of the Renstra is not this year's target, before the last year."""
    for indicator in facts.indicators(context):
        last, now = indicator.targets.get("renstra"), indicator.target
        if last is None or now is None or context.tahun >= context.instansi.periode.akhir:
            continue
        if last["target"] is None or last["target"] != now["target"]:
            continue
        yield Draft(
            _("the Renstra's end target of {name} is this year's").format(name=indicator.nama),
            context.cells("target", [now, last], "target"),
            _("propose a higher end target in the next revision of the Renstra"),
            f"{now['dokumen']} {context.tahun}: {_shown(now['target'])} = "
            f"renstra {last['tahun']}: {_shown(last['target'])}",
        )


@rule("Y6", "warning", reason="PermenPANRB 53/2014: targets are to be challenging and realistic.")
def target_below_last_year(context: Context) -> Iterator[Draft]:
    """This year's target is not easier than what was reached last year."""
    for indicator in facts.indicators(context):
        row, before = indicator.target, indicator.value(context.tahun - 1)
        target = None if row is None else row["target"]
        stands = sign(target, before)
        if row is None or stands is None:
            continue
        if stands > 0 if indicator.row["arah"] == "turun" else stands < 0:
            yield Draft(
                _("the target of {name} is easier than last year's result").format(
                    name=indicator.nama
                ),
                (
                    context.cell("target", row, "target"),
                    _cell(context, indicator, context.tahun - 1),
                ),
                _("say why, or raise the target in the next agreement"),
                f"{context.tahun}: {_shown(target)}; {context.tahun - 1}: {_shown(before)}",
            )


@rule("Y7", "error", reason="The future has no realisasi.")
def future(context: Context) -> Iterator[Draft]:
    """No realisasi, unemployed or labour force of a year after the fiscal year."""
    for name, column in (
        ("realisasi", "realisasi"),
        ("pengangguran", "jumlah"),
        ("ketenagakerjaan", "angkatan_kerja"),
    ):
        rows = [
            row for row in context.rows(name) if (facts.whole(row, "tahun") or 0) > context.tahun
        ]
        for row in rows:
            yield Draft(
                _("a value of a year that is not over"),
                context.cells(name, [row], "tahun", column),
                _("correct the year, or delete the row"),
                f"{row['tahun']} > {context.tahun}",
            )
