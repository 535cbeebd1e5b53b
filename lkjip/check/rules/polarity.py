"""Polarity and scale: which way is better, and how good is good."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.facts import Indicator
from lkjip.check.model import Cell, Draft
from lkjip.check.registry import rule
from lkjip.check.shown import as_printed, recomputed
from lkjip.errors import InputError
from lkjip.i18n import _
from lkjip.kinerja import predikat_sakip
from lkjip.numbers import angka, persen

_BAD = re.compile(
    r"pengangguran|kemiskinan|stunting|kematian|kecelakaan|kriminalitas|putus sekolah|keluhan|"
    r"pelanggaran|kerugian|sengketa|perselisihan|inflasi|ketimpangan",
    re.I,
)
_UNDONE = re.compile(
    r"selesai|tangani|tindak ?lanjut|penurunan|berkurang|cegah|pencegahan|bebas", re.I
)
_GOOD = re.compile(r"partisipasi|lulusan|kepuasan|nilai sakip|pertumbuhan|kepesertaan", re.I)
_MOST = 120  # percent: beyond it the target was no target
_LOW = 65  # percent: the lower two bands of Permendagri 86/2017
_BANDS = {"86": ("90", "75", "65", "50")}


@rule(
    "A1",
    "error",
    reason="PermenPANRB 8/2021: of what is to fall, (2 × target − realisasi) / target is achieved.",
)
def polarity(context: Context) -> Iterator[Draft]:
    """Unemployment, poverty and the like are better when lower; participation when higher."""
    for row in context.rows("indikator"):
        name = str(row["nama"])
        bad = bool(_BAD.search(name)) and not _UNDONE.search(name)
        good = bool(_GOOD.search(name)) and not bad
        wanted = "turun" if bad else "naik" if good else row["arah"]
        if row["arah"] != wanted:
            yield Draft(
                _("{name} is measured the wrong way round").format(name=name),
                context.cells("indikator", [row], "nama", "arah"),
                _("write {arah} in the column arah").format(arah=wanted),
                f"arah: {row['arah']} ≠ {wanted}",
            )


@rule(
    "A2", "error", reason="PermenPANRB 88/2021: AA > 90, A > 80, BB > 70, B > 60, CC > 50, C > 30."
)
def grade_and_score(context: Context) -> Iterator[Draft]:
    """A grade is the band of its score, which is the fact ``nilai_<code of the indicator>``."""
    for indicator in facts.indicators(context):
        grade = indicator.value(context.tahun)
        row = facts.fact(context, f"nilai_{indicator.kode}")
        score = facts.fact_value(context, f"nilai_{indicator.kode}")
        if not isinstance(grade, str) or row is None or score is None:
            continue
        try:
            band = predikat_sakip(score)
        except InputError:
            band = _("no grade (0 to 100)")
        if band != grade:
            yield Draft(
                _("the grade of {name} is not the band of its score").format(name=indicator.nama),
                (
                    context.cell("realisasi", indicator.realisasi[context.tahun], "realisasi"),
                    context.cell("fakta", row, "nilai"),
                ),
                _("correct the grade or the score from the evaluation"),
                f"{angka(score)} → {band} ≠ {grade}",
            )


@rule("A3", "warning", reason="A letter hides whether the score rose or fell within its band.")
def grade_without_score(context: Context) -> Iterator[Draft]:
    """Next to a grade the score of the evaluation is known."""
    for indicator in facts.indicators(context):
        grade = indicator.value(context.tahun)
        if isinstance(grade, str) and facts.fact(context, f"nilai_{indicator.kode}") is None:
            yield Draft(
                _("{name} has a grade but no score").format(name=indicator.nama),
                (
                    context.cell("realisasi", indicator.realisasi[context.tahun], "realisasi"),
                    context.cell("indikator", indicator.row, "satuan"),
                ),
                _("add the fact {kode} with the score of the evaluation (LHE)").format(
                    kode=f"nilai_{indicator.kode}"
                ),
                f"{grade}: ?",
            )


@rule("A4", "warning", reason="Far more than the target: the target was too low, or a slip.")
def beyond_the_target(context: Context) -> Iterator[Draft]:
    """No achievement is above 120% or below 0%, of indicators and of programmes."""
    for name, value, cells, shown in _achievements(context):
        if 0 <= value <= _MOST:
            continue
        yield Draft(
            _("the achievement of {name} is out of all proportion").format(name=name),
            cells,
            _("check target, realisasi and polarity; explain the achievement in the report"),
            shown,
        )


@rule("A5", "warning", reason="PermenPANRB 53/2014: a failure is explained, with what was done.")
def far_from_the_target(context: Context) -> Iterator[Draft]:
    """An achievement of 65% or less is explained."""
    for name, value, cells, shown in _achievements(context):
        if 0 <= value <= _LOW:
            yield Draft(
                _("{name} missed its target by far").format(name=name),
                cells,
                _("name cause and solution in the report"),
                shown,
            )


def _achievements(context: Context) -> Iterator[tuple[str, Fraction, tuple[Cell, ...], str]]:
    """Achievement of every indicator and programme, its cells and its computation."""
    measured = [
        (
            indicator.nama,
            _table(indicator),
            indicator.row["arah"],
            (
                context.cell("realisasi", indicator.realisasi[context.tahun], "realisasi"),
                context.cell("target", indicator.target, "target"),
                context.cell("indikator", indicator.row, "arah"),
            ),
            indicator.value(context.tahun),
            indicator.target["target"],
        )
        for indicator in facts.indicators(context)
        if indicator.target is not None and context.tahun in indicator.realisasi
    ]
    names = {row["kode"]: str(row["nama"]) for row in context.rows("program")}
    for row in context.rows("kinerja_program"):
        cells = (
            context.cell("kinerja_program", row, "realisasi"),
            context.cell("kinerja_program", row, "target"),
            context.cell("kinerja_program", row, "arah"),
        )
        name = names[row["program"]]
        measured.append(
            (name, "analisis-efisiensi", row["arah"], cells, row["realisasi"], row["target"])
        )
    for name, table, arah, cells, actual, target in measured:
        value = facts.achievement(target, actual, arah)
        if value is None:
            continue
        a, t = (angka(x) if isinstance(x, Decimal) else str(x) for x in (actual, target))
        shown = f"(2 × {t} − {a}) / {t}" if arah == "turun" else f"{a} / {t}"
        yield name, value, cells, f"{shown} = {_printed(context, value, table)}"


def _table(indicator: Indicator) -> str | None:
    """The table that prints the achievement of an indicator."""
    return "capaian" if indicator.jenis == "sasaran" else None


def _printed(context: Context, value: Fraction, table: str | None) -> str:
    return as_printed(context, value, table, "capaian") if table else recomputed(value)


@rule("A6", "warning", reason="The category of an achievement is that of the regulation cited.")
def bands(context: Context) -> Iterator[Draft]:
    """The bounds of the scale are those of the regulation that it names (Permendagri 86/2017)."""
    scale = context.instansi.pengaturan.skala_capaian
    number = re.search(r"(?:Nomor|No\.?) (\d+)", scale.dasar)
    known = _BANDS.get(number[1]) if number else None
    bounds = tuple(f"{bound}" for _name, bound in scale.kelas if bound is not None)
    if known is not None and bounds != known:
        yield Draft(
            _("the bounds of the scale are not those of {regulation}").format(
                regulation=scale.dasar
            ),
            (
                context.setting("pengaturan.skala_capaian.dasar", scale.dasar),
                *(
                    context.setting(f"pengaturan.skala_capaian.kelas[{n}].di_atas", bound)
                    for n, (_name, bound) in enumerate(scale.kelas, start=1)
                ),
            ),
            _("correct the bounds, or name the regulation they come from"),
            f"{', '.join(bounds)} ≠ {', '.join(known)}",
        )


@rule("A7", "info", reason="A capped achievement hides the number that was measured.")
def capped(context: Context) -> Iterator[Draft]:
    """Where achievement is capped by a setting, the indicators that it touches are named."""
    limit = context.instansi.pengaturan.capaian_maksimum
    for name, value, cells, _shown in _achievements(context):
        if limit is not None and value > limit:
            yield Draft(
                _("the achievement of {name} is capped").format(name=name),
                (*cells, context.setting("pengaturan.capaian_maksimum", limit)),
                _("say below the table that achievements are capped"),
                f"{recomputed(value)} → {persen(limit)}",
            )


@rule(
    "A8", "warning", reason="PermenPANRB 89/2021: what the sasaran achieve adds up to the tujuan."
)
def reached_without_the_tujuan(context: Context) -> Iterator[Draft]:
    """Where every indicator of the sasaran reached its target, that of their tujuan did too."""
    by_sasaran: dict[str, list[Indicator]] = {}
    for indicator in facts.indicators(context):
        by_sasaran.setdefault(str(indicator.row["sasaran"]), []).append(indicator)
    for tujuan in context.rows("sasaran"):
        below = [
            indicator
            for sasaran in context.rows("sasaran")
            if sasaran["induk"] == tujuan["kode"]
            for indicator in by_sasaran.get(str(sasaran["kode"]), ())
        ]
        reached = [indicator.capaian(context.tahun) for indicator in below]
        if not below or any(value is None or value < 100 for value in reached):
            continue
        for indicator in by_sasaran.get(str(tujuan["kode"]), ()):
            value = indicator.capaian(context.tahun)
            if value is not None and value < 100:
                yield Draft(
                    _("all sasaran were reached, and their tujuan was not: {name}").format(
                        name=indicator.nama
                    ),
                    _measurement(context, [indicator, *below]),
                    _("say in the report why the sasaran did not lead to the tujuan"),
                    f"{indicator.kode} {_printed(context, value, _table(indicator))}; "
                    + ", ".join(
                        f"{i.kode} {_printed(context, v, _table(i))}"
                        for i, v in zip(below, reached, strict=True)
                        if v is not None
                    ),
                )


def _measurement(context: Context, indicators: list[Indicator]) -> tuple[Cell, ...]:
    realisasi = [indicator.realisasi[context.tahun] for indicator in indicators]
    targets = [indicator.target for indicator in indicators if indicator.target is not None]
    return (
        *context.cells("realisasi", realisasi, "realisasi"),
        *context.cells("target", targets, "target"),
    )
