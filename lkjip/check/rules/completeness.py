"""Completeness against PermenPANRB 53/2014: what every indicator needs, and the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.facts import Indicator
from lkjip.check.model import Cell, Draft, Severity
from lkjip.check.registry import rule
from lkjip.check.rules.records import agrees, find, participation, unemployment
from lkjip.check.shown import given, recomputed
from lkjip.i18n import _, ngettext
from lkjip.numbers import angka

_MEASURE = re.compile(
    r"persen|prosen|jumlah|rasio|banding|nilai|skor|predikat|indeks|hasil evaluasi|banyak|dibagi|/",
    re.I,
)


@rule("K1", "warning", reason="PermenPANRB 53/2014: this year is compared with the years before.")
def history(context: Context) -> Iterator[Draft]:
    """Every indicator has the realisasi of last year and of the year before."""
    for indicator in facts.indicators(context):
        missing = [
            year
            for year in (context.tahun - 1, context.tahun - 2)
            if year not in indicator.realisasi
        ]
        severity: Severity = "warning" if indicator.jenis == "sasaran" else "info"
        if context.tahun - 1 in missing:
            severity = "error"
        if missing:
            known = [indicator.realisasi[year] for year in sorted(indicator.realisasi)]
            yield Draft(
                _("{name} has no realisasi of {years}").format(
                    name=indicator.nama, years=", ".join(map(str, missing))
                ),
                (
                    context.cell("indikator", indicator.row, "kode"),
                    *context.cells("realisasi", known, "tahun"),
                ),
                _("add the rows to realisasi.csv from the earlier reports"),
                ", ".join(row.texts["tahun"] for row in known) or "–",
                severity,
            )


@rule("K2", "warning", reason="PermenPANRB 53/2014: progress is measured against the Renstra.")
def end_target(context: Context) -> Iterator[Draft]:
    """Every indicator has a target for the end of the Renstra."""
    for indicator in facts.indicators(context):
        if "renstra" not in indicator.targets:
            yield Draft(
                _("{name} has no target for the end of the Renstra").format(name=indicator.nama),
                _identity(context, indicator),
                _("add a row with dokumen renstra and the last year to target.csv"),
                f"renstra {context.instansi.periode.akhir}: –",
            )


@rule(
    "K3",
    "warning",
    reason="PermenPANRB 53/2014: the IKU is what the head of the office promises and reports.",
)
def iku_in_the_agreement(context: Context) -> Iterator[Draft]:
    """The IKU stands in the agreement, and so in the tables of achievement."""
    for indicator in facts.indicators(context):
        if "iku" in indicator.targets and "pk" not in indicator.targets:
            yield Draft(
                _("the IKU {name} is in no agreement and in no table of achievement").format(
                    name=indicator.nama
                ),
                (
                    context.cell("target", indicator.targets["iku"], "target"),
                    context.cell("indikator", indicator.row, "sasaran"),
                ),
                _("put it into the next Perjanjian Kinerja, and say now where it is reported"),
                f"iku {indicator.targets['iku'].texts['target']}; pk –",
            )


def _identity(context: Context, indicator: Indicator) -> tuple[Cell, ...]:
    return context.cells("indikator", [indicator.row], "kode", "nama")


@rule("K4", "warning", reason="PermenPANRB 53/2014, reviu: indicators are defined, with a source.")
def definition(context: Context) -> Iterator[Draft]:
    """Every indicator has a definition that says how it is measured, a source and a unit."""
    for row in context.rows("indikator"):
        empty = [
            column
            for column in ("definisi_operasional", "sumber_data", "penanggung_jawab")
            if row[column] is None
        ]
        text = str(row["definisi_operasional"] or "")
        if not empty and _MEASURE.search(text):
            continue
        yield Draft(
            _("{name} lacks {columns}").format(name=row["nama"], columns=", ".join(empty))
            if empty
            else _("the definition of {name} does not say how it is measured").format(
                name=row["nama"]
            ),
            context.cells("indikator", [row], "nama", *(empty or ["definisi_operasional"])),
            _("write what is counted, and what it is divided by"),
            text or "–",
        )


@rule("K9", "warning", reason="A percentage of nothing tells nobody how a programme did.")
def programme_indicators(context: Context) -> Iterator[Draft]:
    """Every programme names the indicator that its target and realisasi are values of."""
    rows = [row for row in context.rows("kinerja_program") if row["indikator"] is None]
    if rows:
        yield Draft(
            ngettext(
                "the indicator of {count} programme is not named",
                "the indicators of {count} programmes are not named",
                len(rows),
            ).format(count=len(rows)),
            context.cells("kinerja_program", rows, "indikator"),
            _("name it, and how it is computed, in the column indikator of kinerja_program.csv"),
            ", ".join(str(row["program"]) for row in rows),
        )


@rule("K5", "warning", reason="A percentage without its counts cannot be reviewed.")
def records(context: Context) -> Iterator[Draft]:
    """The counts behind every percentage are in the data.

    TPAK, TPT and settled disputes have files of their own; other indicators the facts
    ``pembilang_<code>`` and ``penyebut_<code>`` (parts and whole).
    """
    own = {
        indicator.kode
        for indicator in (
            participation(context),
            unemployment(context),
            find(context, "perselisihan", "diselesaikan"),
        )
        if indicator
    }
    for indicator in facts.indicators(context):
        row = indicator.realisasi.get(context.tahun)
        kode = indicator.kode
        if row is None or row["realisasi"] is None or kode in own:
            continue
        if indicator.row["satuan"] != "persen":
            continue
        counts = [facts.fact(context, f"{part}_{kode}") for part in ("pembilang", "penyebut")]
        if None in counts:
            yield Draft(
                _("the counts behind {name} are nowhere in the data").format(name=indicator.nama),
                (context.cell("realisasi", row, "realisasi"),),
                _("add the facts pembilang_{code} and penyebut_{code}").format(code=kode),
                f"{row.texts['realisasi']} = ? / ?",
            )


@rule("K6", "error", reason="A percentage is its counts divided.")
def counts(context: Context) -> Iterator[Draft]:
    """A percentage is ``pembilang_<code>`` divided by ``penyebut_<code>`` where these are facts."""
    for indicator in facts.indicators(context):
        rows = [
            facts.fact(context, f"{part}_{indicator.kode}") for part in ("pembilang", "penyebut")
        ]
        values = [
            facts.fact_value(context, f"{part}_{indicator.kode}")
            for part in ("pembilang", "penyebut")
        ]
        value = indicator.value(context.tahun)
        if None in rows or not values[0] or not values[1] or not isinstance(value, Decimal):
            continue
        exact = 100 * Fraction(values[0]) / Fraction(values[1])
        if not agrees(value, exact):
            yield Draft(
                _("{name} is not the quotient of its counts").format(name=indicator.nama),
                (
                    context.cell("realisasi", indicator.realisasi[context.tahun], "realisasi"),
                    *context.cells("fakta", [row for row in rows if row], "nilai"),
                ),
                _("correct the realisasi or the counts"),
                f"{angka(values[0])} / {angka(values[1])} = {recomputed(exact)} ≠ {given(value)}",
            )


@rule("K7", "info", reason="Where one row has the fact, the others are asked for it.")
def gaps(context: Context) -> Iterator[Draft]:
    """Optional cells are empty in all rows of transmigrasi.csv or in none."""
    rows = context.rows("transmigrasi")
    for column in ("tempat_berangkat", "tempat_penyerahan"):
        empty = [row for row in rows if row[column] is None]
        if empty and len(empty) < len(rows):
            yield Draft(
                _("{column} is known of some departures only").format(column=column),
                context.cells("transmigrasi", rows, column),
                _("fill in the empty cells"),
                f"{len(rows) - len(empty)} / {len(rows)}",
            )


@rule(
    "K8",
    "warning",
    reason="PermenPANRB 53/2014: realisasi and capaian of this year are compared with last year's.",
)
def last_years_target(context: Context) -> Iterator[Draft]:
    """Last year's targets are in target.csv or in last year's folder: capaian needs them."""
    before = context.tahun - 1
    known = {row["indikator"] for row in context.rows("target") if row["tahun"] == before}
    if before in context.earlier:
        rows = context.rows("target", before)
        known |= {row["indikator"] for row in rows if row["tahun"] == before}
    lacking = [
        indicator
        for indicator in facts.indicators(context)
        if before in indicator.realisasi and indicator.kode not in known
    ]
    if lacking:
        yield Draft(
            _("last year's achievement cannot be computed: its targets are not known"),
            context.cells("realisasi", [i.realisasi[before] for i in lacking], "realisasi"),
            _("add the targets of {year} to target.csv, and compare capaian in the report").format(
                year=before
            ),
            ", ".join(f"{i.kode} {i.realisasi[before].texts['realisasi']} / ?" for i in lacking),
        )
