"""References of the narrative: to tables, figures and sections that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.narrative import OPAQUE
from lkjip.check.narrative.document import Place
from lkjip.check.narrative.reading import Reading, reading
from lkjip.check.narrative.text import Sentence
from lkjip.check.registry import rule
from lkjip.i18n import _
from lkjip.registry import nearest
from lkjip.render.narrative import DATA_SHORTCODES

_CITED = "A reader finds a table through the text that speaks of it, in the order of both."
_POINTED = re.compile(
    rf"\b(?P<kind>tabel|gambar|grafik|diagram)\s+(?:(?:tersebut|{OPAQUE}+)\s+)?"
    r"(?:(?P<above>di\s?atas|sebelumnya|terdahulu)|(?P<below>(?:(?:di|se)\s?bawah|berikut)(?:\s+ini)?))\b",
    re.IGNORECASE,
)
_TYPED = re.compile(
    r"\b(?P<kind>tabel|gambar|grafik)\s+(?:nomor\s+)?(?P<number>\d+(?:\.\s?\d+)?)\b(?!%)", re.I
)
_LIST_ITEM = re.compile(r"^\s*(?:[-+*]\s+)?(?P<number>\d+(?:\.\d+)+)\.?\s+(?P<title>\S.*)$", re.S)
_SAME_TITLE = 0.75  # of the letters: "Organisasi" for "SKPD" is another title


@rule("N17", "error", reason="A reference that leads nowhere prints as “?”, and no build passes.")
def nowhere(context: Context) -> Iterator[Draft]:
    """Every ``@tbl-…``, ``@fig-…``, ``@sec-…`` has its label, and every included file is there."""
    document = reading(context).document
    labels = {place.label for place in document.labels}
    for place in document.references:
        if place.label not in labels:
            yield Draft(
                _("this reference points nowhere: {label}").format(label=f"@{place.label}"),
                (context.passage(place.source.name, place.row, f"@{place.label}"),),
                _("correct the label, or give it to a table, figure or heading"),
                nearest(place.label, labels),
            )
    for finding in context.narrative.findings:
        if finding.file is not None:
            yield Draft(
                finding.message,
                (context.passage(finding.file, finding.row or 1, finding.value or ""),),
                finding.mend or _("put the file back"),
                finding.expected,
            )


@rule("N32", "error", reason="An id that no notebook records prints nothing, and no build passes.")
def recorded_nowhere(context: Context) -> Iterator[Draft]:
    """Every value, table and figure that the text takes is recorded by a notebook.

    Asked when ``_build/<year>`` is up to date with data and notebooks; `lkjip build` always asks.
    """
    if (known := context.known) is None:
        return
    for source in context.narrative.sources.values():
        for shortcode in source.shortcodes:
            kind, id = shortcode.name, next(iter(shortcode.args), "")
            if kind in DATA_SHORTCODES and id not in known.ids(kind):
                text = source.text[shortcode.start : shortcode.end]
                yield Draft(
                    _("no notebook makes this {kind}: {id}").format(kind=kind, id=id),
                    (context.passage(source.name, source.line(shortcode.start), text),),
                    _("correct the id, or record it in a notebook"),
                    nearest(id, known.ids(kind)),
                )


@rule("N18", "warning", reason=_CITED)
def never_cited(context: Context) -> Iterator[Draft]:
    """Every numbered table and figure is cited in the text."""
    document = reading(context).document
    cited = {place.label for place in document.references}
    for place in _numbered(document.labels):
        if place.label not in cited:
            yield Draft(
                _("the text never speaks of {label}").format(label=place.label),
                (context.passage(place.source.name, place.row, f"#{place.label}"),),
                _("say in the text what it shows: {reference}").format(reference=f"@{place.label}"),
            )


@rule("N19", "info", reason=_CITED)
def cited_in_order(context: Context) -> Iterator[Draft]:
    """A table or figure is cited for the first time before it, and in the order of the tables."""
    document = reading(context).document
    first: dict[str, Place] = {}
    for place in document.references:
        first.setdefault(place.label, place)
    last: dict[str, Place] = {}
    for label in _numbered(document.labels):
        if label.label not in first:
            continue
        place = first[label.label]
        kind = label.label[:3]
        before = last.get(kind)
        if place.key > label.key or (before and place.key < first[before.label].key):
            yield Draft(
                _("{label} is cited too late").format(label=label.label)
                if place.key > label.key
                else _("{label} is cited before {other}, which stands before it").format(
                    label=label.label, other=before.label if before else ""
                ),
                (
                    context.passage(place.source.name, place.row, f"@{place.label}"),
                    context.passage(label.source.name, label.row, f"#{label.label}"),
                ),
                _("cite it in the paragraph above it, or move it"),
            )
        last[kind] = label


def _numbered(labels: Sequence[Place]) -> list[Place]:
    return [place for place in labels if place.label.startswith(("tbl-", "fig-"))]


@rule("N20", "warning", reason="“Above” and “below” are wrong as soon as a paragraph moves.")
def pointing(context: Context) -> Iterator[Draft]:
    """*Tabel di atas*, *tabel berikut*: there is one, in this section, in that direction."""
    read = reading(context)
    for sentence in filter(_names_one, read.sentences):
        for match in _POINTED.finditer(sentence.text):
            kind = "tbl" if match["kind"].casefold() == "tabel" else "fig"
            above = match["above"] is not None
            if not _there(read, sentence, match.start(), kind, above):
                text = " ".join(match[0].split())
                yield Draft(
                    _("“{text}”: there is none in this section").format(text=text),
                    (read.cell(sentence, *match.span()),),
                    _("cite the table by its label: {reference}").format(reference=f"@{kind}-…"),
                )


def _names_one(sentence: Sentence) -> bool:
    """Whether a sentence has the word for a table or figure: most need no closer look."""
    text = sentence.text.casefold()
    return any(word in text for word in ("tabel", "gambar", "grafik", "diagram"))


def _there(read: Reading, sentence: Sentence, at: int, kind: str, above: bool) -> bool:
    """Whether a table or figure stands above or below a place, before the next heading."""
    position = sentence.start + at
    for block in read.document.blocks:
        if block.kind != kind or block.section != sentence.section:
            continue
        if (block.key < (sentence.piece, position)) == above:
            return True
    return any(
        row.kind == "tabel"
        and row.section == sentence.section
        and ((row.piece, row.start) < (sentence.piece, position)) == above
        for row in read.sentences
        if kind == "tbl"
    )


@rule("N21", "warning", reason="Numbers of tables change when one is added; a label does not.")
def typed_number(context: Context) -> Iterator[Draft]:
    """*Tabel 3.4* typed instead of ``@tbl-…``: which table has that number, if any."""
    read = reading(context)
    labels = {number: label for label, number in read.document.numbers().items()}
    for sentence in filter(_names_one, read.sentences):
        for match in _TYPED.finditer(sentence.text):
            word = "Tabel" if match["kind"].casefold() == "tabel" else "Gambar"
            number = f"{word} {match['number'].replace(' ', '')}"
            label = labels.get(number)
            yield Draft(
                _("the number is typed by hand: {number}").format(number=number),
                (read.cell(sentence, *match.span()),),
                _("write {reference} if that is the one meant").format(reference=f"@{label}")
                if label
                else _("cite the table by its label"),
                f"{number} = {label}" if label else _("no table has this number"),
                None if label else "error",
            )


@rule("N22", "warning", reason="The list of sections tells the reader what follows.")
def list_of_sections(context: Context) -> Iterator[Draft]:
    """A typed list of sections (*Sistematika*) has the numbers and titles of the headings."""
    read = reading(context)
    real = dict(read.document.headings())
    for sentence in read.sentences:
        match = _LIST_ITEM.match(sentence.source.text[sentence.start :][: len(sentence.text)])
        if sentence.level or not match:
            continue
        heading = real.get(match["number"])
        title = heading.source.text[heading.start :][: len(heading.text)] if heading else ""
        if heading and _alike(match["title"], title):
            continue
        cells = [read.cell(sentence, 0, len(sentence.text))]
        if heading:
            cells.append(read.cell(heading, 0, len(heading.text)))
        real_title = _plain(title) if heading else _("no section has this number")
        yield Draft(
            _("section {number} is another one").format(number=match["number"]),
            tuple(cells),
            _("correct the list or the heading"),
            f"{_plain(match['title'])} ≠ {real_title}",
        )


@rule("N30", "info", reason="A table without a number is in no list of tables, and hard to cite.")
def unnumbered(context: Context) -> Iterator[Draft]:
    """Every table and figure of a chapter has a label, and with it a number."""
    for block in reading(context).document.blocks:
        if block.label is not None or block.chapter is None:
            continue
        line = block.source.text.split("\n")[block.row - 1].strip()
        yield Draft(
            _("a table or figure without a number: {shortcode}").format(shortcode=line),
            (context.passage(block.source.name, block.row, line),),
            _("put it into a div with a label: {label}").format(label=f"::: {{#{block.kind}-…}}"),
        )


def _plain(title: str) -> str:
    text = re.sub(r"\{\{<.*?>\}\}|\{[^}]*\}|[#*]", " ", title)
    return " ".join(text.split())


def _alike(one: str, other: str) -> bool:
    a, b = _plain(one).casefold(), _plain(other).casefold()
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SAME_TITLE
