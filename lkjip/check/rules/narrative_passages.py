"""Passages and years of the narrative: used, written, and of this year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.narrative.numerals import dates
from lkjip.check.narrative.reading import reading
from lkjip.check.narrative.text import Sentence
from lkjip.check.registry import rule
from lkjip.i18n import _

_PERIOD = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s*[-–]\s*(?P<last>(?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PLAN = re.compile(
    r"\b(?:renstra|rencana\s+strategis|rpjmd|jangka\s+menengah|visi|misi|masa\s+jabatan|periode)\b",
    re.IGNORECASE,
)
_OTHER_PLAN = re.compile(
    r"\b(?:rpjmn|nasional|provinsi|jangka\s+panjang|rpjpd?|rtk|tenaga\s+kerja\s+(?:makro|mikro))\b",
    re.I,
)
_DOCUMENT = re.compile(
    r"\b(?:perjanjian\s+kinerja|lkjip|lakip|laporan\s+kinerja|renja|rencana\s+kerja|rkpd|apbd|dpa"
    r"|tahun\s+anggaran)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\bdinas\b[^.;]{0,60}\b(?:melaksanakan|menetapkan|mengelola|mencapai|memiliki)\b", re.I
)
_COMPARES = re.compile(
    r"\b(?:dibanding\w*|perbandingan|sebelumnya|lalu|sejak|semula|mulai|menjadi|sampai|hingga"
    r"|maupun|tahun-tahun|periode|dibentuk|berdiri|dari\s+(?:tahun\s+)?(?:19|20)\d\d|riwayat"
    r"|perkembangan|terakhir|pertama|sedangkan|sementara)\b",
    re.IGNORECASE,
)
_FISCAL_YEAR = re.compile(r"\b(?:tahun(?:\s+anggaran)?|t\.?a\.?)\s+(?P<year>(?:19|20)\d\d)\b", re.I)
_NEAR = 50  # characters within which words or years make a comparison
_FORMER = 6  # years back: as far as texts are copied from one report to the next


@rule("N23", "warning", reason="A passage that no page shows is work that nobody reads.")
def unused_passage(context: Context) -> Iterator[Draft]:
    """Every file of ``narasi/<year>/``, and every chapter in ``narasi/``, is used."""
    sources = context.narrative.sources
    if not sources:
        return
    folder = context.project.narasi
    for path in sorted([*folder.glob("*.qmd"), *(folder / str(context.tahun)).glob("*.md")]):
        name = context.project.relative(path)
        if name not in sources:
            own = path.parent != folder
            call = f"{{{{< narasi {path.stem} >}}}}" if own else f"{{{{< include {name} >}}}}"
            yield Draft(
                _("no page shows this passage: {file}").format(file=name),
                (context.passage(name, 1, ""),),
                _("use it with {shortcode}, or delete the file").format(shortcode=call),
            )


@rule("N24", "error", reason="PermenPANRB 53/2014: a report analyses what it measures.")
def empty_passage(context: Context) -> Iterator[Draft]:
    """Every passage that the report uses has words in it. One marked *belum ditulis* is M3."""
    for source in context.narrative.sources.values():
        if not source.masked[source.body_start :].strip():
            yield Draft(
                _("the passage is used, and empty: {file}").format(file=source.name),
                (context.passage(source.name, 1, ""),),
                _("write it, or take its shortcode out"),
            )


@rule(
    "N25",
    "warning",
    reason="A year typed by hand is last year's in the next report.",
    by_sentence=True,
)
def typed_year(context: Context) -> Iterator[Draft]:
    """The fiscal year, last year and the period of the plan are values, not typed numbers.

    In the passages of the year itself this is only a hint; chapters serve every year.
    """
    read = reading(context)
    years = {
        context.tahun: "tahun",
        context.tahun - 1: "tahun.lalu",
        context.tahun + 1: "tahun.depan",
    }
    period = context.instansi.periode
    own = f"{context.project.relative(context.project.narasi)}/{context.tahun}/"
    for sentence in read.sentences:
        if not _YEAR.search(sentence.text):
            continue
        text = _without_dates(sentence)
        found = [
            (match.span(), "periode")
            for match in _PERIOD.finditer(text)
            if (int(match["first"]), int(match["last"])) == (period.awal, period.akhir)
        ]
        text = _PERIOD.sub(lambda match: " " * len(match[0]), text)
        found += [
            (match.span(), years[int(match[0])])
            for match in _YEAR.finditer(text)
            if int(match[0]) in years
        ]
        for (start, end), id in found:
            yield Draft(
                _("the year is typed by hand: {text}").format(text=sentence.text[start:end]),
                (read.cell(sentence, start, end),),
                _("write {value} instead").format(value=f"{{{{< nilai {id} >}}}}"),
                severity="info" if sentence.source.name.startswith(own) else None,
            )


@rule(
    "N26",
    "error",
    reason="Text copied from last year's report speaks of last year.",
    by_sentence=True,
)
def left_over_year(context: Context) -> Iterator[Draft]:
    """An earlier year where the fiscal year belongs: not in a comparison, history or law.

    Found are years of a document of the year (agreement, report, Renja, budget), and what the
    office is said to have done in last year (a warning).
    """
    read = reading(context)
    for sentence in read.sentences:
        if not _YEAR.search(sentence.text):
            continue
        text = _without_dates(sentence)
        for match in _FISCAL_YEAR.finditer(text):
            year = int(match["year"])
            begin, stop = sentence.clause(match.start())
            clause = text[begin:stop]
            if not context.tahun - _FORMER <= year < context.tahun or _compares(
                sentence, text, begin, stop, match
            ):
                continue
            of_document = _DOCUMENT.search(clause) is not None
            if of_document or (year == context.tahun - 1 and _DOES.search(clause)):
                yield Draft(
                    _("{text} in the report of {year}").format(
                        text=" ".join(match[0].split()), year=context.tahun
                    ),
                    (read.cell(sentence, *match.span()),),
                    _("write {value}, or say with what it is compared").format(
                        value="{{< nilai tahun >}}"
                    ),
                    f"{year} ≠ {context.tahun}",
                    None if of_document else "warning",
                )


def _compares(sentence: Sentence, text: str, begin: int, stop: int, match: re.Match[str]) -> bool:
    """Whether an earlier year may stand here: in a period, a comparison, beside another year."""
    if _PERIOD.match(text, match.start("year")):
        return True
    low, high = max(begin, match.start() - _NEAR), min(stop, match.end() + _NEAR)
    near = _PERIOD.sub(" ", text[low:high])
    others = set(_YEAR.findall(near)) - {match["year"]}
    compares = _COMPARES.search(near) is not None
    return compares or bool(others) or _names_a_year(sentence, low, high)


def _names_a_year(sentence: Sentence, begin: int, stop: int) -> bool:
    """Whether a part of a sentence prints a year by its value, so that it compares."""
    return any(
        begin <= position < stop and shortcode.args[0].startswith(("tahun", "periode"))
        for position, shortcode in sentence.values()
    )


@rule("N27", "error", reason="Renstra and RPJMD have one period.", by_sentence=True)
def other_period(context: Context) -> Iterator[Draft]:
    """The period of Renstra, RPJMD, vision and mission is that of ``instansi.yml``."""
    read = reading(context)
    period = context.instansi.periode
    for sentence in read.sentences:
        for match in _PERIOD.finditer(sentence.plain):
            begin, stop = sentence.clause(match.start())
            clause = sentence.text[begin:stop]
            years = (int(match["first"]), int(match["last"]))
            if years == (period.awal, period.akhir):
                continue
            if not _PLAN.search(clause) or _OTHER_PLAN.search(clause):
                continue
            yield Draft(
                _("the plan has another period: {text}").format(text=match[0]),
                (
                    read.cell(sentence, *match.span()),
                    context.setting("periode.awal", period.awal),
                    context.setting("periode.akhir", period.akhir),
                ),
                _("write {value} instead").format(value="{{< nilai periode >}}"),
                f"{match[0]} ≠ {period.awal}-{period.akhir}",
            )


def _without_dates(sentence: Sentence) -> str:
    text = sentence.plain
    for start, end, _day in dates(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
