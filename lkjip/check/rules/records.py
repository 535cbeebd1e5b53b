"""Indicators against the records behind them: labour force, unemployed, disputes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.facts import Indicator
from lkjip.check.model import Cell, Draft
from lkjip.check.registry import rule
from lkjip.check.shown import given, recomputed
from lkjip.data.validate import Row
from lkjip.i18n import _
from lkjip.numbers import angka, bulatkan

CHANNELS = ("bipartit", "mediasi", "konsiliasi", "arbitrase", "pengadilan")
STATES = ("dalam_proses", "selesai")
# Growth of the population of working age in a year, in percent; beyond it one figure is wrong.
_GROWTH = (Fraction(-1), Fraction(3))


def find(context: Context, *words: str) -> Indicator | None:
    """The indicator in percent whose name has all of some words."""
    for indicator in facts.indicators(context):
        name = indicator.nama.lower()
        if indicator.row["satuan"] == "persen" and all(word in name for word in words):
            return indicator
    return None


def participation(context: Context) -> Indicator | None:
    return find(context, "partisipasi angkatan kerja")


def unemployment(context: Context) -> Indicator | None:
    return find(context, "pengangguran terbuka")


def agrees(value: Decimal, exact: Fraction) -> bool:
    """Whether a printed percentage is the exact one, rounded or cut to its decimals."""
    decimals = max(0, -int(value.as_tuple().exponent))
    return any(bulatkan(exact, decimals, how) == value for how in ("half-up", "truncate"))


def _labour(context: Context, tahun: int) -> Row | None:
    return next((row for row in context.rows("ketenagakerjaan") if row["tahun"] == tahun), None)


def _unemployed(context: Context, tahun: int) -> list[Row]:
    return [row for row in context.rows("pengangguran") if row["tahun"] == tahun]


def _against(
    context: Context,
    indicator: Indicator | None,
    tahun: int,
    part: int | None,
    whole: int | None,
    records: tuple[Cell, ...],
) -> Iterator[Draft]:
    """A realisasi is the quotient of two counts."""
    row = None if indicator is None else indicator.realisasi.get(tahun)
    value = None if row is None else row["realisasi"]
    if indicator is None or row is None or not isinstance(value, Decimal):
        return
    if part is None or not whole or agrees(value, Fraction(100 * part, whole)):
        return
    yield Draft(
        _("{name} of {year} is not what the records give").format(name=indicator.nama, year=tahun),
        (context.cell("realisasi", row, "realisasi"), *records),
        _("correct the realisasi, or the records that it is computed from"),
        f"{angka(part)} / {angka(whole)} = {recomputed(Fraction(100 * part, whole))}"
        f" ≠ {given(value)}",
    )


@rule("R1", "error", reason="BPS: TPAK is the labour force divided by the population from 15.")
def participation_rate(context: Context) -> Iterator[Draft]:
    """Labour force participation is computed from ketenagakerjaan.csv, in every year it has."""
    for row in context.rows("ketenagakerjaan"):
        year = facts.whole(row, "tahun") or 0
        part, whole = facts.whole(row, "angkatan_kerja"), facts.whole(row, "penduduk_usia_kerja")
        cells = context.cells("ketenagakerjaan", [row], "angkatan_kerja", "penduduk_usia_kerja")
        yield from _against(context, participation(context), year, part, whole, cells)


@rule("R2", "error", reason="BPS: TPT is the unemployed divided by the labour force.")
def unemployment_rate(context: Context) -> Iterator[Draft]:
    """Open unemployment is computed from pengangguran.csv and the labour force of the year."""
    for row in context.rows("ketenagakerjaan"):
        year = facts.whole(row, "tahun") or 0
        rows = _unemployed(context, year)
        if rows:
            cells = (
                *context.cells("pengangguran", rows, "jumlah"),
                context.cell("ketenagakerjaan", row, "angkatan_kerja"),
            )
            part, whole = facts.total(rows, "jumlah"), facts.whole(row, "angkatan_kerja")
            yield from _against(context, unemployment(context), year, part, whole, cells)


@rule(
    "R3",
    "error",
    reason="The share of settled disputes is counted from the table of disputes.",
)
def settled_disputes(context: Context) -> Iterator[Draft]:
    """The share of disputes that were settled is selesai divided by all cases of sengketa.csv."""
    rows = context.rows("sengketa")
    settled, cases = facts.total(rows, "selesai"), facts.total(rows, *STATES)
    counted = [row for row in rows if any(row[column] for column in STATES)]
    indicator = find(context, "perselisihan", "diselesaikan")
    cells = context.cells("sengketa", counted, "selesai", "dalam_proses")
    yield from _against(context, indicator, context.tahun, settled, cases, cells)


@rule("R4", "error", reason="Every case took one way and is in one state.")
def ways_and_states(context: Context) -> Iterator[Draft]:
    """Per kind of dispute: the cases by way of settlement are those that are settled.

    Those in process may be counted with them (R5 warns), but then all of them.
    """
    for row in context.rows("sengketa"):
        ways, states = facts.total([row], *CHANNELS), facts.total([row], *STATES)
        if None not in (ways, states) and ways not in (states, row["selesai"]):
            yield Draft(
                _("{kind}: the cases by way and by state are not as many").format(
                    kind=row["jenis"]
                ),
                context.cells("sengketa", [row], *CHANNELS, *STATES),
                _("correct the row: each case has one way and one state"),
                f"{angka(ways or 0)} ({' + '.join(CHANNELS)}) ≠ {row.texts['selesai']} (selesai), "
                f"{angka(states or 0)} ({' + '.join(STATES)})",
            )


@rule(
    "R5",
    "warning",
    reason="Under the head “Penyelesaian” stands what is settled, not in process.",
)
def settled_by_a_way(context: Context) -> Iterator[Draft]:
    """Cases counted under a way of settlement are settled, not still in process."""
    for row in context.rows("sengketa"):
        ways, settled = facts.total([row], *CHANNELS), facts.whole(row, "selesai")
        if ways is not None and settled is not None and ways > settled:
            used = [column for column in CHANNELS if row[column]]
            yield Draft(
                _("{kind}: more cases have a way of settlement than are settled").format(
                    kind=row["jenis"]
                ),
                context.cells("sengketa", [row], *used, *STATES),
                _("count only settled cases by way, or head the columns “Penanganan”"),
                ", ".join(f"{column} {row.texts[column]}" for column in used)
                + f" ≠ selesai {angka(settled)}"
                + f" (dalam_proses {row.texts['dalam_proses']})",
            )


@rule("R6", "error", reason="A part of the population is not larger than the population.")
def order_of_the_labour_market(context: Context) -> Iterator[Draft]:
    """Unemployed ≤ labour force ≤ population of working age."""
    for row in context.rows("ketenagakerjaan"):
        year = facts.whole(row, "tahun") or 0
        force, people = facts.whole(row, "angkatan_kerja"), facts.whole(row, "penduduk_usia_kerja")
        rows = _unemployed(context, year)
        unemployed = facts.total(rows, "jumlah")
        pairs = (
            (unemployed, force, context.cells("pengangguran", rows, "jumlah")),
            (force, people, context.cells("ketenagakerjaan", [row], "penduduk_usia_kerja")),
        )
        for part, whole, cells in pairs:
            if part is not None and whole is not None and part > whole:
                yield Draft(
                    _("a part of the labour market of {year} is larger than the whole").format(
                        year=year
                    ),
                    (context.cell("ketenagakerjaan", row, "angkatan_kerja"), *cells),
                    _("correct the figures from the publication of BPS"),
                    f"{angka(part)} > {angka(whole)}",
                )


@rule("R7", "warning", reason="Two years are compared group by group.")
def groups_of_unemployed(context: Context) -> Iterator[Draft]:
    """The unemployed of both years are counted in the same groups of education."""
    groups = {
        year: [str(row["pendidikan"]) for row in _unemployed(context, year)]
        for year in (context.tahun - 1, context.tahun)
    }
    before, now = groups.values()
    if not before or not now or set(before) == set(now):
        return
    rows = [row for year in groups for row in _unemployed(context, year)]
    different = set(before) ^ set(now)
    yield Draft(
        _("the unemployed of the two years are not in the same groups"),
        context.cells("pengangguran", [r for r in rows if r["pendidikan"] in different], "jumlah"),
        _("add the missing row, or merge the groups in both years"),
        ", ".join(sorted(different)),
    )


@rule("R8", "warning", reason="Last year's rates imply last year's population; people do not jump.")
def implied_population(context: Context) -> Iterator[Draft]:
    """TPT, TPAK and unemployed of last year imply a population that this year's fits.

    Unemployed / TPT / TPAK of last year against the population of this year: a change of −1% to
    +3%. Without last year's row in ketenagakerjaan.csv there is no closer check.
    """
    year = context.tahun - 1
    now, rows = _labour(context, context.tahun), _unemployed(context, year)
    people, unemployed = facts.whole(now, "penduduk_usia_kerja"), facts.total(rows, "jumlah")
    rates = []
    for indicator in (unemployment(context), participation(context)):
        row = None if indicator is None else indicator.realisasi.get(year)
        if row is None or not isinstance(row["realisasi"], Decimal) or not row["realisasi"]:
            return
        rates.append(row)
    if now is None or people is None or not unemployed or _labour(context, year):
        return
    tpt, tpak = (Fraction(str(row["realisasi"])) / 100 for row in rates)
    implied = unemployed / tpt / tpak
    growth = 100 * (people - implied) / implied
    if _GROWTH[0] <= growth <= _GROWTH[1]:
        return
    yield Draft(
        _("last year's unemployed, TPT and TPAK do not fit this year's population"),
        (
            *context.cells("pengangguran", rows, "jumlah"),
            *context.cells("realisasi", rates, "realisasi"),
            context.cell("ketenagakerjaan", now, "penduduk_usia_kerja"),
        ),
        _("compare last year's figures with the publication of BPS"),
        f"{angka(unemployed)} / {recomputed(tpt * 100)} / {recomputed(tpak * 100)} = "
        f"{angka(bulatkan(implied, 0))}; {angka(people)}: {recomputed(growth)}",
    )


@rule("R9", "warning", reason="UU 2/2004 pasal 2: disputes are of four kinds.")
def kinds_of_disputes(context: Context) -> Iterator[Draft]:
    """The table of disputes has the four kinds: hak, kepentingan, PHK, antar serikat."""
    rows = context.rows("sengketa")
    text = " | ".join(str(row["jenis"]).lower() for row in rows)
    kinds = {"hak": "hak", "kepentingan": "kepentingan", "PHK": "phk", "antar SP/SB": "antar"}
    missing = [name for name, word in kinds.items() if word not in text]
    if missing and rows:
        yield Draft(
            _("a kind of dispute is missing: {kinds}").format(kinds=", ".join(missing)),
            context.cells("sengketa", rows, "jenis"),
            _("add the row, with zeros when there was no case"),
            ", ".join(str(row["jenis"]) for row in rows),
        )


@rule("R10", "warning", reason="A case of termination concerns at least one worker.")
def dismissed_workers(context: Context) -> Iterator[Draft]:
    """Workers who lost their job (pekerja_phk) against the cases of PHK."""
    workers, row = facts.fact_value(context, "pekerja_phk"), facts.fact(context, "pekerja_phk")
    disputes = [r for r in context.rows("sengketa") if str(r["jenis"]).lower() == "phk"]
    cases = facts.total(disputes, *STATES)
    if row is None or workers is None or cases is None or not disputes:
        return
    if workers < cases or (workers and not cases):
        yield Draft(
            _("the dismissed workers do not fit the cases of PHK"),
            (context.cell("fakta", row, "nilai"), *context.cells("sengketa", disputes, *STATES)),
            _("correct the number of workers or of cases"),
            f"{angka(workers, 0)} / {angka(cases)}",
        )


@rule(
    "R11", "info", reason="With few cases a percentage moves in steps that its target may not fit."
)
def few_cases(context: Context) -> Iterator[Draft]:
    """A target for the share of settled disputes can be met other than by settling all of them."""
    indicator = find(context, "perselisihan", "diselesaikan")
    rows = context.rows("sengketa")
    cases = facts.total(rows, *STATES)
    target = None if indicator is None else indicator.target
    aim = None if target is None else target["target"]
    if target is None or not cases or not isinstance(aim, Decimal) or aim >= 100:
        return
    best_but_all = Fraction(100 * (cases - 1), cases)
    if best_but_all >= aim:
        return
    counted = [row for row in rows if any(row[column] for column in STATES)]
    yield Draft(
        _("with so few cases, the target can be met by settling all of them only"),
        (context.cell("target", target, "target"), *context.cells("sengketa", counted, *STATES)),
        _("measure a number of cases, or say what one case means in percent"),
        f"{angka(cases - 1)} / {angka(cases)} = {recomputed(best_but_all)} < {given(aim)}",
    )
