"""Regulations: one number, one title, in force, and of the right kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from lkjip.check.context import Context
from lkjip.check.model import Cell, Draft
from lkjip.check.peraturan import KNOWN, ORGANISATION, Citation, citations, in_narrative
from lkjip.check.registry import rule
from lkjip.i18n import _

_SAME = 0.93  # titles that differ in spelling only
_MOST_NUMBERS = 40  # no district passes more Perda in a year; Perbup go beyond a hundred
_ADVICE = _("compare with the regulation in the JDIH, and write one number and one title")


@dataclass(frozen=True)
class Cited:
    """A citation and where it stands."""

    citation: Citation
    cell: Cell


def _cited(context: Context) -> list[Cited]:
    """Every regulation in the legal basis and in the narrative."""
    region = context.instansi.daerah
    found = [
        Cited(citation, context.setting(f"dasar_hukum[{number}]", text))
        for number, text in enumerate(context.instansi.dasar_hukum, start=1)
        # What follows is cited inside the title: amended or older regulations.
        for citation in list(citations(text, region))[:1]
    ]
    for source, citation in context.once(in_narrative):
        row = source.line(citation.start)
        line = source.masked.split("\n")[row - 1].strip()
        found.append(Cited(citation, context.passage(source.name, row, line)))
    return found


def _by_number(context: Context) -> list[list[Cited]]:
    """The citations that give a title, grouped by regulation."""
    groups: dict[tuple[str, str, str], list[Cited]] = {}
    for cited in context.once(_cited):
        if cited.citation.judul and cited.citation.tahun:
            groups.setdefault(cited.citation.key, []).append(cited)
    return list(groups.values())


def _alike(one: str, other: str) -> bool:
    a, b = _words(one), _words(other)
    if a == b:
        return True
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    # The quick ratios are never less than the other one.
    return (
        matcher.real_quick_ratio() > _SAME
        and matcher.quick_ratio() > _SAME
        and matcher.ratio() > _SAME
    )


@cache
def _words(title: str) -> str:
    # Review and Reviu, a hyphen or a dash: spelling is no other title.
    return " ".join(re.findall(r"\w+", title.lower().replace("review", "reviu")))


@rule("H1", "warning", reason="A reader looks a regulation up by its number.")
def one_title_two_numbers(context: Context) -> Iterator[Draft]:
    """Regulations of the same kind and title have the same number, in the whole report."""
    groups: list[list[Cited]] = []
    for cited in context.once(_cited):
        known = KNOWN.get(cited.citation.key)
        if not cited.citation.judul or (known and not _alike(known.judul, cited.citation.judul)):
            continue  # without a title there is nothing to compare; a wrong one is H4
        for group in groups:
            first = group[0].citation
            if first.jenis == cited.citation.jenis and _alike(first.judul, cited.citation.judul):
                group.append(cited)
                break
        else:
            groups.append([cited])
    for group in groups:
        numbers = dict.fromkeys(cited.citation.key for cited in group)
        if len(numbers) > 1:
            names = dict.fromkeys(cited.citation.name for cited in group)
            yield Draft(
                _("one title, several regulations: {title}").format(title=group[0].citation.judul),
                tuple(cited.cell for cited in group),
                _ADVICE,
                " ≠ ".join(names),
            )


@rule("H2", "error", reason="A regulation has one title.")
def one_number_two_titles(context: Context) -> Iterator[Draft]:
    """The same regulation is cited with the same title everywhere."""
    for group in _by_number(context):
        first = group[0].citation
        if others := _other_titles(group):
            titles = dict.fromkeys(c.citation.judul for c in (group[0], *others))
            yield Draft(
                _("{name} is cited with several titles").format(name=first.name),
                tuple(c.cell for c in (group[0], *others)),
                _ADVICE,
                " ≠ ".join(titles),
            )


def _other_titles(group: list[Cited]) -> list[Cited]:
    first = group[0].citation
    return [cited for cited in group if not _alike(first.judul, cited.citation.judul)]


@rule("H3", "warning", reason="A legal basis is a regulation in force.")
def replaced(context: Context) -> Iterator[Draft]:
    """The report cites no regulation that was replaced before the fiscal year was over.

    Regional regulations on the organisation were all made anew for PP 18/2016.
    """
    for cited in context.once(_cited):
        known, citation = KNOWN.get(cited.citation.key), cited.citation
        by = known.diganti if known else ""
        old = citation.tahun and citation.tahun < ORGANISATION[-4:]
        if citation.jenis == "peraturan daerah" and "susunan" in citation.judul.lower() and old:
            by = ORGANISATION
        if by and by[-4:] <= str(context.tahun):
            yield Draft(
                _("{name} has been replaced").format(name=citation.name),
                (cited.cell,),
                _("cite the regulation in force; compare with the JDIH"),
                f"{citation.name} → {by}",
            )


@rule("H4", "warning", reason="A regulation is cited with its own title.")
def title(context: Context) -> Iterator[Draft]:
    """Well-known regulations are cited with the title they have."""
    for group in _by_number(context):
        known = KNOWN.get(group[0].citation.key)
        if known is None or _other_titles(group):
            continue  # several titles: H2 says so
        for cited in group:
            if _alike(known.judul, cited.citation.judul):
                continue
            yield Draft(
                _("{name} has another title").format(name=cited.citation.name),
                (cited.cell,),
                _ADVICE,
                f"{cited.citation.judul} ≠ {known.judul}",
            )


@rule(
    "H5",
    "warning",
    reason="Instructions are given by the head of the region, not by a Perda with the council.",
)
def kind(context: Context) -> Iterator[Draft]:
    """A Peraturan Daerah has a low number and no title of an instruction (petunjuk, pedoman)."""
    for cited in context.once(_cited):
        citation = cited.citation
        if citation.jenis != "peraturan daerah":
            continue
        high = citation.nomor.isdecimal() and int(citation.nomor) > _MOST_NUMBERS
        if high or citation.judul.lower().startswith(("petunjuk", "pedoman", "tata cara")):
            yield Draft(
                _("{name} looks like a regulation of the head of the region").format(
                    name=citation.name
                ),
                (cited.cell,),
                _("look up whether it is a Peraturan Bupati; compare with the JDIH"),
                f"{citation.name}: {citation.judul or '–'}",
            )


@rule("H6", "error", reason="A report cannot rest on what comes after it.")
def later_than_the_report(context: Context) -> Iterator[Draft]:
    """No regulation is of a later year than the report."""
    day = context.instansi.laporan.tanggal
    last = context.tahun + 1 if day is None else day.year
    for cited in context.once(_cited):
        if cited.citation.tahun and int(cited.citation.tahun) > last:
            yield Draft(
                _("{name} is later than the report").format(name=cited.citation.name),
                (cited.cell,),
                _("correct the year of the regulation"),
                f"{cited.citation.tahun} > {last}",
            )


@rule("H7", "info", reason="What a report rests on is listed where it names its legal basis.")
def outside_the_legal_basis(context: Context) -> Iterator[Draft]:
    """Regulations that the text cites stand in the legal basis too."""
    listed: set[tuple[str, str, str]] = set()
    others: dict[tuple[str, str, str], Cited] = {}
    for cited in context.once(_cited):
        if cited.cell.column is not None:
            listed.add(cited.citation.key)
        else:
            others.setdefault(cited.citation.key, cited)
    missing = [cited for key, cited in others.items() if key not in listed]
    if missing:
        yield Draft(
            _("the text cites regulations that the legal basis does not list"),
            tuple(cited.cell for cited in missing),
            _("add those that the report rests on to dasar_hukum"),
            "; ".join(cited.citation.name for cited in missing),
        )
