"""Sums and shares: the parts make up the whole, and the base of a share is stated."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.model import Cell, Draft
from lkjip.check.registry import rule
from lkjip.check.shown import as_printed, recomputed
from lkjip.i18n import _
from lkjip.numbers import angka, bulatkan, rupiah

SEX = ("laki_laki", "perempuan")


@rule("J1", "error", reason="An office has one number of employees, however they are grouped.")
def staff_total(context: Context) -> Iterator[Draft]:
    """The number of employees is the same by rank, by position and by education."""
    rows = context.rows("pegawai")
    groups = dict.fromkeys(str(row["dimensi"]) for row in rows)
    totals = {
        group: facts.total([row for row in rows if row["dimensi"] == group], *SEX)
        for group in groups
    }
    if None in totals.values() or len(set(totals.values())) == 1:
        return
    yield Draft(
        _("the number of employees differs between the tables of staff"),
        context.cells("pegawai", rows, *SEX),
        _("count the employees again, all tables on the same day, and correct the wrong rows"),
        "; ".join(f"{group} {angka(count or 0)}" for group, count in totals.items()),
    )


@rule("J2", "error", reason="What a programme pays for its sasaran comes out of its own budget.")
def parts_of_a_programme(context: Context) -> Iterator[Draft]:
    """The parts that a programme gives to sasaran are not more than the programme, nor spend more.

    A whole programme is not given away twice, and what remains is not overspent.
    """
    given = facts.parts(context)
    for budget in facts.programmes(context):
        own = [part for row, part in given if row["program"] == budget.kode]
        if not own:
            continue
        for column, whole, amounts in (
            ("pagu", budget.pagu, [part.pagu for part in own]),
            ("realisasi", budget.realisasi, [part.realisasi for part in own]),
        ):
            sum_of = facts.add(amounts)
            if whole and sum_of and sum_of.rupiah > whole.rupiah:
                yield Draft(
                    _("the parts of {programme} are more than the programme ({column})").format(
                        programme=budget.nama, column=column
                    ),
                    (*sum_of.cells, *whole.cells),
                    _("correct the parts in alokasi_sasaran.csv, or the amounts of the programme"),
                    f"{rupiah(sum_of.rupiah)} > {rupiah(whole.rupiah)}",
                )


@rule(
    "J3",
    "warning",
    reason=(
        "PermenPANRB 53/2014: the report accounts for the whole budget; a reader must be able to "
        "follow it from the sasaran to the total."
    ),
)
def unexplained_budget(context: Context) -> Iterator[Draft]:
    """Budget of the sasaran, programmes without a sasaran and routine budget make up the total.

    The routine budget is the fact ``anggaran_rutin``; it belongs to programmes of which only a
    part is given to a sasaran.
    """
    whole = facts.add(budget.pagu for budget in facts.programmes(context))
    paying = facts.parts(context)
    given = facts.add(part.pagu for _row, part in paying)
    codes = {row["program"] for row, _part in paying}
    free = facts.add(b.pagu for b in facts.programmes(context) if b.kode not in codes)
    if whole is None or given is None or free is None:
        return
    row, routine = facts.fact(context, "anggaran_rutin"), Decimal(0)
    cells = (*whole.cells, *given.cells)
    if row is not None:
        routine = facts.fact_value(context, "anggaran_rutin") or routine
        cells = (*cells, context.cell("fakta", row, "nilai"))
    rest = Decimal(whole.rupiah - given.rupiah - free.rupiah) - routine
    if not rest:
        return
    yield Draft(
        _("a part of the budget belongs to no sasaran, no programme of its own and no routine")
        if rest > 0
        else _("sasaran, other programmes and routine are more than the budget"),
        cells,
        _("say what the rest pays for, or correct the routine budget or the parts"),
        _(
            "total {whole} − sasaran {given} − programmes without sasaran {free} "
            "− routine {routine} = {rest}"
        ).format(
            whole=rupiah(whole.rupiah),
            given=rupiah(given.rupiah),
            free=rupiah(free.rupiah),
            routine=rupiah(int(routine)),
            rest=rupiah(int(rest)),
        ),
        "warning" if rest > 0 else "error",
    )


@rule("J4", "warning", reason="A printed column of shares is added up by its readers.")
def shares_add_up(context: Context) -> Iterator[Draft]:
    """The printed shares of the sasaran budgets (Tabel 3.4 of 2022) add up to 100%."""
    budgets = facts.sasaran_budgets(context)
    whole = facts.add(budget.pagu for budget in budgets)
    if whole is None or not whole.rupiah:
        return
    decimals, policy, setting = context.rounding("alokasi-sasaran", "alokasi")
    shares = [
        bulatkan(facts.share(budget.pagu, whole), decimals, policy)
        for budget in budgets
        if budget.pagu
    ]
    printed = sum(shares, Decimal(0))
    if printed == 100:
        return
    yield Draft(
        _("the printed shares of the sasaran budgets do not add up to 100%"),
        (*whole.cells, setting),
        _("round half-up, or say below the table that the shares are cut"),
        " + ".join(angka(share, decimals) for share in shares)
        + f" = {angka(printed, decimals)} ({policy})",
    )


@rule("J5", "info", reason="A share says nothing without its base.")
def base_of_shares(context: Context) -> Iterator[Draft]:
    """Shares of the sasaran budgets have the sum of the sasaran as base, not the whole budget."""
    budgets = facts.sasaran_budgets(context)
    part = facts.add(budget.pagu for budget in budgets)
    whole = facts.add(budget.pagu for budget in facts.programmes(context))
    if part is None or whole is None or not part.rupiah or part.rupiah >= whole.rupiah:
        return
    first = budgets[0]
    yield Draft(
        _("the base of the shares per sasaran is only a part of the budget"),
        (*part.cells, *whole.cells),
        _("name the base where the table stands"),
        _(
            "{part} is {share} of {whole}; {first} has {of_part} of the part, {of_whole} of all"
        ).format(
            part=rupiah(part.rupiah),
            share=recomputed(facts.share(part, whole)),
            whole=rupiah(whole.rupiah),
            first=first.kode,
            of_part=as_printed(
                context, facts.share(first.pagu, part), "alokasi-sasaran", "alokasi"
            ),
            of_whole=recomputed(facts.share(first.pagu, whole)),
        ),
    )


@rule("J6", "warning", reason="A number of activities is checked by counting those that are named.")
def activities(context: Context) -> Iterator[Draft]:
    """As many activities are named as the report counts, and no fewer subactivities than those."""
    row, count = (
        facts.fact(context, "jumlah_kegiatan"),
        facts.fact_value(context, "jumlah_kegiatan"),
    )
    named = context.rows("kegiatan")
    if row is None or count is None:
        return
    without = [
        str(programme["kode"])
        for programme in context.rows("program")
        if programme["kode"] not in {activity["program"] for activity in named}
    ]
    cell = context.cell("fakta", row, "nilai")
    names = context.cells("kegiatan", named, "nama")
    if len(named) != count:
        yield Draft(
            _("the report counts {count} activities and names {named}").format(
                count=angka(count, 0), named=len(named)
            ),
            (cell, *names),
            _("name the others in kegiatan.csv, or correct the count"),
            _("{count} − {named} = {rest}; none is named for {programmes}").format(
                count=angka(count, 0),
                named=len(named),
                rest=angka(count - len(named), 0),
                programmes=", ".join(without) or "–",
            ),
            "error" if len(named) > count else None,
        )
    yield from _subactivities(context, cell, count)


def _subactivities(context: Context, cell: Cell, count: Decimal) -> Iterator[Draft]:
    row = facts.fact(context, "jumlah_subkegiatan")
    below = facts.fact_value(context, "jumlah_subkegiatan")
    if row is not None and below is not None and below < count:
        yield Draft(
            _("there are fewer subactivities than activities"),
            (cell, context.cell("fakta", row, "nilai")),
            _("correct one of the two: every activity has at least one subactivity"),
            f"{angka(below, 0)} < {angka(count, 0)}",
            "error",
        )
