"""This year's files against those of earlier years."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.registry import rule
from lkjip.data import lalu
from lkjip.data.validate import Row
from lkjip.i18n import _
from lkjip.numbers import angka

# Files whose rows are of a year, with the columns that make a row and those that it says.
_OF_A_YEAR = (
    ("realisasi", ("indikator", "tahun"), ("realisasi",)),
    ("target", ("indikator", "dokumen", "tahun"), ("target",)),
    ("pengangguran", ("pendidikan", "tahun"), ("jumlah",)),
    ("ketenagakerjaan", ("tahun",), ("penduduk_usia_kerja", "angkatan_kerja")),
)
# How many years back the tables of the report go.
_SHOWN = {"realisasi": (1, 2), "pengangguran": (1,)}
# Files whose rows go on from year to year, with what may not change without a word.
_LASTING = (
    ("indikator", "kode", ("satuan", "arah"), ("nama",)),
    ("sasaran", "kode", ("jenis",), ("nama",)),
    ("program", "kode", (), ("nama",)),
)


def _by(rows: tuple[Row, ...], keys: tuple[str, ...]) -> dict[tuple[object, ...], Row]:
    return {tuple(row[key] for key in keys): row for row in rows}


@rule("L1", "error", reason="What was published for a year stays what it was.")
def history(context: Context) -> Iterator[Draft]:
    """Figures of earlier years are those in the folders of these years.

    Realisasi, targets (of the Renstra too), unemployed and labour force.
    """
    for tahun in context.earlier:
        for name, keys, columns in _OF_A_YEAR:
            before = _by(context.rows(name, tahun), keys)
            for key, row in _by(context.rows(name), keys).items():
                for column in columns if key in before else ():
                    old = before[key]
                    if row[column] is None or old[column] is None or row[column] == old[column]:
                        continue
                    yield Draft(
                        _("{key} is another value than in the folder of {year}").format(
                            key=", ".join(map(str, key)), year=tahun
                        ),
                        (
                            context.cell(name, row, column),
                            context.cell(name, old, column, tahun),
                        ),
                        _("correct this year's file, or say in the report that it was revised"),
                        f"{row.texts[column]} ≠ {old.texts[column]} ({tahun})",
                    )


@rule("L2", "warning", reason="Nothing that was published disappears from the history.")
def missing_history(context: Context) -> Iterator[Draft]:
    """What last year's folder has for the tables of this year stands in this year's files.

    Realisasi of the last two years, and the unemployed of last year.
    """
    tahun = context.tahun - 1
    if tahun not in context.earlier:
        return
    for name, keys, columns in _OF_A_YEAR:
        wanted = [context.tahun - back for back in _SHOWN.get(name, ())]
        here = _by(context.rows(name), keys)
        known = {row[keys[0]] for row in context.rows(name)}
        for key, old in _by(context.rows(name, tahun), keys).items():
            if key in here or key[0] not in known or old["tahun"] not in wanted:
                continue
            yield Draft(
                _("last year's value of {key} is missing").format(key=", ".join(map(str, key))),
                tuple(context.cell(name, old, column, tahun) for column in columns),
                _("copy the row from the folder of {year}").format(year=tahun),
                ", ".join(old.texts[column] for column in columns),
            )


@rule("L3", "error", reason="An indicator that changes its unit or polarity is another indicator.")
def lasting(context: Context) -> Iterator[Draft]:
    """Unit and polarity of an indicator stay what they were; a changed name needs a word."""
    tahun = next(iter(context.earlier), None)
    if tahun is None:
        return
    for name, key, fixed, worded in _LASTING:
        before = {row[key]: row for row in context.rows(name, tahun)}
        for row in context.rows(name):
            old = before.get(row[key])
            for column in (*fixed, *worded) if old is not None else ():
                if old is None or row[column] == old[column]:
                    continue
                yield Draft(
                    _("{column} of {code} was another one in {year}").format(
                        column=column, code=row[key], year=tahun
                    ),
                    (context.cell(name, row, column), context.cell(name, old, column, tahun)),
                    _("write what the earlier report says, or give the new one a new code"),
                    f"{row[column]} ≠ {old[column]}",
                    "warning" if column in worded else None,
                )


@rule("L4", "error", reason="RPJMD and Renstra hold for their whole period.")
def same_plan(context: Context) -> Iterator[Draft]:
    """The period of the Renstra is that of the earlier year's folder, unless a new one began."""
    tahun = next(iter(context.earlier), None)
    if tahun is None:
        return
    now, before = context.instansi.periode, context.earlier[tahun].instansi.periode
    if now == before or now.awal >= before.akhir:
        return
    yield Draft(
        _("the period of the Renstra was another one in {year}").format(year=tahun),
        (
            context.setting("periode.awal", now.awal),
            context.setting("periode.akhir", now.akhir),
        ),
        _("correct the period"),
        f"{now.awal}–{now.akhir} ≠ {before.awal}–{before.akhir}",
    )


@rule("L5", "error", reason="What was published for a year stays what it was.")
def last_years_budget(context: Context) -> Iterator[Draft]:
    """The facts about last year's budget are the sums of last year's folder, where there is one."""
    tahun = context.tahun - 1
    if tahun not in context.earlier:
        return
    for kode, amount in lalu.anggaran(context.earlier[tahun]).items():
        row, value = facts.fact(context, kode), facts.fact_value(context, kode)
        if row is not None and value is not None and amount is not None and value != amount:
            yield Draft(
                _("{code} is another sum than in the folder of {year}").format(
                    code=kode, year=tahun
                ),
                context.cells("fakta", [row], "nilai"),
                _("correct the fact"),
                f"{angka(value)} ≠ {angka(amount)} ({tahun})",
            )
