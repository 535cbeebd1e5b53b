"""Budget: ceilings, revisions, and what was achieved with the money."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lkjip import kinerja
from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.facts import Budget
from lkjip.check.model import Cell, Draft
from lkjip.check.registry import rule
from lkjip.check.shown import as_printed, recomputed
from lkjip.i18n import _
from lkjip.numbers import rupiah

_REVISION = 50  # percent of the first budget
_LEAST = 75  # percent of the budget spent
_MOST_EFFICIENT = 20  # percentage points: the limit of PMK 22/2021


@rule("B1", "error", reason="PP 12/2019: the budget is the most that may be spent.")
def spent_beyond_the_budget(context: Context) -> Iterator[Draft]:
    """Spending is not above the revised budget: of programmes, of their parts, of what remains."""
    parts = [part for row, part in facts.parts(context) if row["cakupan"] == "sebagian"]
    for budget in (*facts.programmes(context), *parts):
        if budget.pagu is None or budget.realisasi is None:
            continue
        if budget.realisasi.rupiah > budget.pagu.rupiah:
            yield Draft(
                _("more was spent than budgeted: {name}").format(name=budget.nama),
                budget.cells,
                _("correct the spending or the pagu"),
                f"{rupiah(budget.realisasi.rupiah)} > {rupiah(budget.pagu.rupiah)}",
            )
    for budget in facts.programmes(context):
        own = [part for part in parts if part.kode == budget.kode]
        if own:
            yield from _rest(budget, own)


def _rest(budget: Budget, own: list[Budget]) -> Iterator[Draft]:
    """What a programme spent outside of its parts against what it had there."""
    pagu, spent = facts.add(part.pagu for part in own), facts.add(part.realisasi for part in own)
    if pagu is None or spent is None or budget.pagu is None or budget.realisasi is None:
        return
    had = budget.pagu.rupiah - pagu.rupiah
    used = budget.realisasi.rupiah - spent.rupiah
    if 0 <= had < used:
        yield Draft(
            _("outside of its sasaran, {name} spent more than it had").format(name=budget.nama),
            (*budget.cells, *pagu.cells, *spent.cells),
            _("correct the part of the sasaran, or the amounts of the programme"),
            f"{rupiah(used)} > {rupiah(had)}",
        )


@rule("B2", "warning", reason="A revision of the budget is explained, the more so a large one.")
def revised_budget(context: Context) -> Iterator[Draft]:
    """The revised budget of a programme does not differ by more than half from the first."""
    first = {budget.kode: budget for budget in facts.programmes(context, "murni")}
    for budget in facts.programmes(context):
        before = first[budget.kode].pagu
        if before is None or budget.pagu is None or not before.rupiah:
            continue
        change = Fraction(100 * (budget.pagu.rupiah - before.rupiah), before.rupiah)
        if abs(change) > _REVISION:
            yield Draft(
                _("the budget of {name} was changed beyond half of it").format(name=budget.nama),
                (*before.cells, *budget.pagu.cells),
                _("say in Bab II what the money was for"),
                f"{rupiah(before.rupiah)} → {rupiah(budget.pagu.rupiah)}: {recomputed(change)}",
            )


@rule("B3", "info", reason="PermenPANRB 53/2014: a revised agreement says what was revised.")
def unchanged_targets(context: Context) -> Iterator[Draft]:
    """The budget was revised, and all targets stayed what they were."""
    totals = [
        facts.add(budget.pagu for budget in facts.programmes(context, stage))
        for stage in ("murni", "perubahan")
    ]
    pairs = [
        (indicator.targets["pk"], indicator.targets["pk-perubahan"])
        for indicator in facts.indicators(context)
        if {"pk", "pk-perubahan"} <= indicator.targets.keys()
    ]
    if totals[0] is None or totals[1] is None or totals[0].rupiah == totals[1].rupiah or not pairs:
        return
    if all(before["target"] == after["target"] for before, after in pairs):
        change = totals[1].rupiah - totals[0].rupiah
        yield Draft(
            _("the agreement was revised, and every target is the same"),
            (
                *context.cells("target", (row for pair in pairs for row in pair), "target"),
                *totals[0].cells,
                *totals[1].cells,
            ),
            _("say in Bab II what the revision changed"),
            f"{rupiah(change)} ({recomputed(Fraction(100 * change, totals[0].rupiah or 1))})",
        )


@rule("B4", "warning", reason="Less was achieved than the money that was spent on it.")
def negative_efficiency(context: Context) -> Iterator[Draft]:
    """Efficiency of sasaran and programmes is not negative, and not beyond 20 points."""
    for name, value, cells, shown in _efficiencies(context):
        if 0 <= value <= _MOST_EFFICIENT:
            continue
        yield Draft(
            _("the efficiency of {name} is negative").format(name=name)
            if value < 0
            else _("the efficiency of {name} is too good").format(name=name),
            cells,
            _("explain in the report why the money brought less, or check target and spending")
            if value < 0
            else _("check whether the target was too low or the budget too high"),
            shown,
        )


def _efficiencies(context: Context) -> Iterator[tuple[str, Fraction, tuple[Cell, ...], str]]:
    definition = context.instansi.pengaturan.efisiensi
    budgets = {budget.kode: budget for budget in facts.sasaran_budgets(context)}
    rows = [
        (
            "efisiensi",
            indicator.nama,
            indicator.capaian(context.tahun),
            budgets.get(str(indicator.row["sasaran"])),
            (
                context.cells("realisasi", [indicator.realisasi[context.tahun]], "realisasi")
                if context.tahun in indicator.realisasi
                else ()
            )
            + (context.cells("target", [indicator.target], "target") if indicator.target else ()),
        )
        for indicator in facts.indicators(context)
    ]
    done = {row["program"]: row for row in context.rows("kinerja_program")}
    for budget in facts.programmes(context):
        row = done[budget.kode]
        rows.append(
            (
                "analisis-efisiensi",
                budget.nama,
                facts.achievement(row["target"], row["realisasi"], row["arah"]),
                budget,
                context.cells("kinerja_program", [row], "realisasi", "target"),
            )
        )
    for table, name, achieved, spent, cells in rows:
        if achieved is None or spent is None or spent.serapan is None:
            continue
        value = kinerja.efisiensi(achieved, spent.serapan, definition)
        if value is not None:
            yield (
                name,
                value,
                (*cells, *spent.cells),
                _as_in(context, table, achieved, spent.serapan),
            )


def _as_in(context: Context, table: str, achieved: Fraction, used: Fraction) -> str:
    """The computation of an efficiency as a table prints it."""
    value = context.year.efisiensi(table, achieved, used)
    texts = (
        as_printed(context, number, table, column)
        for column, number in (("capaian", achieved), ("serapan", used), ("efisiensi", value))
        if number is not None
    )
    return "{} − {} = {}".format(*texts)


@rule("B5", "warning", reason="Money that was not spent is explained, as a result not reached is.")
def low_absorption(context: Context) -> Iterator[Draft]:
    """At least three quarters of every programme's budget are spent."""
    for budget in facts.programmes(context):
        if budget.serapan is not None and budget.serapan < _LEAST:
            yield Draft(
                _("little of the budget of {name} was spent").format(name=budget.nama),
                budget.cells,
                _("explain in 3.2 why, or correct the spending"),
                as_printed(context, budget.serapan, "realisasi-anggaran", "serapan"),
            )


@rule("B6", "info", reason="PermenPANRB 89/2021: every programme leads to a sasaran (cascading).")
def without_a_sasaran(context: Context) -> Iterator[Draft]:
    """Every programme pays for a sasaran."""
    paying = {row["program"] for row in context.rows("alokasi_sasaran")}
    free = [budget for budget in facts.programmes(context) if budget.kode not in paying]
    pagu = facts.add(budget.pagu for budget in free)
    if free and pagu is not None:
        yield Draft(
            _("programmes without a sasaran: {codes}").format(
                codes=", ".join(budget.kode for budget in free)
            ),
            pagu.cells,
            _("name the sasaran in alokasi_sasaran.csv, or give the programme one"),
            f"{', '.join(budget.nama for budget in free)}: {rupiah(pagu.rupiah)}",
        )
