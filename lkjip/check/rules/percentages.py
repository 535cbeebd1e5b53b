"""Percentages: one quotient, one printed form; enough digits; no share beyond the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lkjip import kinerja
from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.facts import Budget, Indicator
from lkjip.check.model import Cell, Draft
from lkjip.check.registry import rule
from lkjip.check.shown import given, recomputed
from lkjip.data.cells import Value
from lkjip.i18n import _, ngettext
from lkjip.numbers import bulatkan, persen

_COARSE = Fraction(1, 20)  # a last digit that stands for more than 5% of the value


@dataclass(frozen=True)
class Printed:
    """A quotient as one column of one table prints it."""

    value: Fraction
    text: str
    table: str
    cells: tuple[Cell, ...]


@rule("P1", "warning", reason="Two printed forms of one quotient look like two different results.")
def one_quotient_one_form(context: Context) -> Iterator[Draft]:
    """Achievement and absorption are printed alike in every table that shows the same quotient."""
    groups: dict[tuple[str, Fraction, str], list[Printed]] = {}
    for key, printed in (*_achievements(context), *_absorptions(context)):
        groups.setdefault(key, []).append(printed)
    for (what, value, name), group in groups.items():
        if len({printed.text for printed in group}) < 2:
            continue
        forms: dict[str, dict[str, None]] = {}
        for printed in sorted(group, key=lambda printed: printed.table):
            forms.setdefault(printed.text, {})[printed.table] = None
        yield Draft(
            _("the same {what} is printed in several ways: {name}").format(what=what, name=name),
            tuple(dict.fromkeys(cell for printed in group for cell in printed.cells)),
            _("give the columns the same rounding in instansi.yml, under pembulatan"),
            "; ".join(f"{text} ({', '.join(tables)})" for text, tables in forms.items())
            + f"; {recomputed(value)}",
        )


def _capped(context: Context, value: Fraction) -> Fraction:
    limit = context.instansi.pengaturan.capaian_maksimum
    return value if limit is None else min(value, Fraction(limit))


def _print(
    context: Context, value: Fraction, table: str, column: str, cells: tuple[Cell, ...]
) -> Printed:
    decimals, policy, setting = context.rounding(table, column)
    text = persen(value, decimals, policy)
    return Printed(value, text, context.table(table), (*cells, setting))


def _achievements(context: Context) -> Iterator[tuple[tuple[str, Fraction, str], Printed]]:
    shown = {
        "pk-perubahan": (
            ("capaian", "capaian"),
            ("kinerja-anggaran", "capaian"),
            ("efisiensi", "capaian"),
            ("analisis-efisiensi", "capaian"),
        ),
        "renstra": (("renstra", "kemajuan"),),
    }
    for indicator in facts.indicators(context):
        actual = indicator.realisasi.get(context.tahun)
        for document, columns in shown.items():
            target = indicator.targets.get(document)
            if actual is None or target is None or indicator.jenis != "sasaran":
                continue
            value = facts.achievement(target["target"], actual["realisasi"], indicator.row["arah"])
            if value is None:
                continue
            value = _capped(context, value)
            cells = (
                context.cell("realisasi", actual, "realisasi"),
                context.cell("target", target, "target"),
            )
            for table, column in columns:
                yield (
                    ("capaian", value, indicator.nama),
                    _print(context, value, table, column, cells),
                )


def _absorptions(context: Context) -> Iterator[tuple[tuple[str, Fraction, str], Printed]]:
    def of(
        budgets: list[Budget], *tables: str
    ) -> Iterator[tuple[tuple[str, Fraction, str], Printed]]:
        for budget in budgets:
            if budget.serapan is None or budget.pagu is None or budget.realisasi is None:
                continue
            # The same amounts are the same quotient, whoever's they are called.
            rupiah = f"{budget.realisasi.rupiah:,} / {budget.pagu.rupiah:,}".replace(",", ".")
            for table in tables:
                printed = _print(context, budget.serapan, table, "serapan", budget.cells)
                yield ("serapan", budget.serapan, rupiah), printed

    sasaran = facts.sasaran_budgets(context)
    yield from of(sasaran, "kinerja-anggaran", "efisiensi", "analisis-efisiensi")
    yield from of(facts.programmes(context), "realisasi-anggaran", "analisis-efisiensi")


@rule("P2", "warning", reason="Rounding once, at the end: a difference of cut numbers is off.")
def efficiency_from_rounded(context: Context) -> Iterator[Draft]:
    """Efficiency computed from printed achievement and absorption equals the exact one."""
    if not context.instansi.dari_cetak("efisiensi", "efisiensi"):
        return
    budgets = {budget.kode: budget for budget in facts.sasaran_budgets(context)}
    decimals, policy, setting = context.rounding("efisiensi", "efisiensi")
    for indicator in facts.indicators(context):
        capaian = indicator.capaian(context.tahun)
        budget = budgets.get(str(indicator.row["sasaran"]))
        if capaian is None or budget is None or budget.serapan is None:
            continue
        capaian = _capped(context, capaian)
        cut = [
            bulatkan(value, *context.instansi.pembulatan("efisiensi", column))
            for column, value in (("capaian", capaian), ("serapan", budget.serapan))
        ]
        exact, printed = _efficiency(context, capaian, budget.serapan), _efficiency(context, *cut)
        if exact is None or printed is None:
            continue
        texts = [persen(value, decimals, policy) for value in (printed, exact)]
        if texts[0] != texts[1]:
            yield Draft(
                _("efisiensi of {name} is computed from rounded numbers").format(
                    name=indicator.nama
                ),
                (*_performance(context, indicator), *budget.cells, setting),
                _("take dari: cetak out of instansi.yml, or say so below the table"),
                _("{a} − {b} = {printed}; exact: {exact}").format(
                    a=given(cut[0]), b=given(cut[1]), printed=texts[0], exact=texts[1]
                ),
            )


def _efficiency(
    context: Context, capaian: Fraction | Decimal, serapan: Fraction | Decimal
) -> Fraction | None:
    return kinerja.efisiensi(capaian, serapan, context.instansi.pengaturan.efisiensi)


def _performance(context: Context, indicator: Indicator) -> tuple[Cell, ...]:
    actual, target = indicator.realisasi.get(context.tahun), indicator.target
    return (
        *([context.cell("realisasi", actual, "realisasi")] if actual else ()),
        *([context.cell("target", target, "target")] if target else ()),
    )


@rule("P3", "error", reason="A part is not more than the whole.")
def beyond_the_whole(context: Context) -> Iterator[Draft]:
    """Indicators called persentase or tingkat do not go beyond 100%."""
    share = {
        row["kode"]
        for row in context.rows("indikator")
        if row["satuan"] == "persen"
        and str(row["nama"]).lower().startswith(("persentase", "prosentase", "tingkat"))
    }
    for name in ("target", "realisasi"):
        for row in context.rows(name):
            value = row[name]
            if row["indikator"] in share and isinstance(value, Decimal) and value > 100:
                yield Draft(
                    _("a part of more than the whole: {value}").format(value=given(value)),
                    context.cells(name, [row], name),
                    _("correct the number, or call the indicator a growth and not a share"),
                    f"{given(value)} > 100%",
                )


@rule("P4", "warning", reason="Achievement needs more digits than the last one of its inputs.")
def too_few_digits(context: Context) -> Iterator[Draft]:
    """Target and realisasi have enough digits to be compared: 0.02 stands for 0.015 to 0.025."""
    for row in context.rows("kinerja_program"):
        coarse = {
            column: uncertain
            for column in ("target", "realisasi")
            if (uncertain := _uncertainty(row[column])) > _COARSE
        }
        if coarse:
            yield Draft(
                _(
                    "{columns} of {program} has too few digits to compute an achievement from"
                ).format(columns=", ".join(coarse), program=row["program"]),
                context.cells("kinerja_program", [row], *coarse),
                _("write more digits, or the counts behind the percentage"),
                "; ".join(
                    f"{column} {row.texts[column]} ± {persen(100 * uncertain)}"
                    for column, uncertain in coarse.items()
                ),
            )


def _uncertainty(value: Value | None) -> Fraction:
    """Half of the last decimal as a part of the value."""
    if not isinstance(value, Decimal) or not value or value == value.to_integral_value():
        return Fraction(0)
    return Fraction(10) ** int(value.as_tuple().exponent) / 2 / Fraction(value)


@rule("P5", "warning", reason="A realisasi that repeats its target was often copied, not measured.")
def copied_from_target(context: Context) -> Iterator[Draft]:
    """Programmes do not all realise exactly the percentage that was their target.

    100% of 100% is left out: it is a limit that many reach.
    """
    rows = [
        row
        for row in context.rows("kinerja_program")
        if isinstance(row["target"], Decimal)
        and row["target"] == row["realisasi"]
        and row["target"] != 100
    ]
    if rows:
        yield Draft(
            ngettext(
                "{count} programme realises exactly its target",
                "{count} programmes realise exactly their target",
                len(rows),
            ).format(count=len(rows)),
            context.cells("kinerja_program", rows, "target", "realisasi"),
            _("compare with the records of the programmes; the target is no measurement"),
            "; ".join(
                f"{row['program']} {row.texts['realisasi']} = {row.texts['target']}" for row in rows
            ),
        )
