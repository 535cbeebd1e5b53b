"""Abbreviations: each one that the report prints stands in its list of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from types import MappingProxyType

from lkjip.check.context import Context
from lkjip.check.model import Cell, Draft
from lkjip.check.narrative.reading import reading
from lkjip.check.registry import rule
from lkjip.i18n import _

Place = Callable[[int, int], Cell]
"""The cell of a piece of a text, from its begin and end."""

_LIST = re.compile(r"^:{3,}\s*\{[^}\n]*\.singkatan[^}\n]*\}\s*$(.*?)^:{3,}\s*$", re.M | re.S)
_ITEM = re.compile(r"^\s*[-*+]\s+([^:\n]+):\s*\S", re.M)
# Two capitals at least, in a word that may have small letters: PHK, LKjIP, P3MI, SP/SB.
_ABBREVIATION = re.compile(r"(?<![\w/.-])[A-Z]\w*[A-Z]\w*(?:/[A-Z]\w*[A-Z]\w*)*(?!\w)")
# Numbers of chapters and ranks, grades of the evaluation, and the word for a chapter.
_NO_ABBREVIATION = re.compile(r"[IVXLC]+|AA|BB|CC|BAB")
# Words in capitals beside each other: PIHAK PERTAMA.
_CAPITALS = re.compile(r"\b[A-Z]{4,}(?:[ -]+[A-Z]{2,}\b)+")
_PRINTED = MappingProxyType(
    {
        "unit": ("nama", "pimpinan", "tugas"),
        "fungsi": ("uraian",),
        "sasaran": ("nama",),
        "indikator": ("nama", "definisi_operasional", "sumber_data"),
        "program": ("nama", "sumber_dana"),
        "kegiatan": ("nama",),
        "pegawai": ("kategori",),
        "sengketa": ("jenis",),
        "pengangguran": ("pendidikan",),
        "transmigrasi": ("lokasi",),
    }
)


@rule("N33", "warning", reason="A reader looks up an abbreviation where the others are explained.")
def listed(context: Context) -> Iterator[Draft]:
    """Every abbreviation in text and data stands in the list (`::: {.singkatan}`), if there is one.

    Roman numbers, grades and lines in capitals are none.
    """
    known = _known(context)
    if not known:
        return
    seen: set[str] = set()
    for text, cell in _texts(context):
        if text.isupper():
            continue  # a title
        text = _CAPITALS.sub(lambda capitals: " " * len(capitals[0]), text)
        for match in _ABBREVIATION.finditer(text):
            word = match[0]
            if word in known | seen or known.issuperset(word.split("/")):
                continue
            if _NO_ABBREVIATION.fullmatch(word):
                continue
            seen.add(word)
            yield Draft(
                _("{word} is in no list of abbreviations").format(word=word),
                (cell(match.start(), match.end()),),
                _("add “- {word}: …” to the list, or write the words out").format(word=word),
            )


def _known(context: Context) -> frozenset[str]:
    """The words of the list."""
    return frozenset(
        word
        for source in context.narrative.sources.values()
        for block in _LIST.finditer(source.masked)
        for item in _ITEM.finditer(block[1])
        for word in item[1].split()
    )


def _texts(context: Context) -> Iterator[tuple[str, Place]]:
    """What the report prints: sentences, texts of the data, and notes for readers."""
    read = reading(context)
    for sentence in read.sentences:
        if sentence.kind != "judul" or not sentence.level:
            yield sentence.plain, partial(read.cell, sentence)
    for name, columns in _PRINTED.items():
        for row in context.rows(name):
            for column in columns:
                yield row.texts[column], partial(_cell, context.cell(name, row, column))
    for note in context.narrative.notes:
        cell = Cell(note.file, note.line, "untuk_pembaca", note.teks)
        yield note.teks, partial(_cell, cell)


def _cell(cell: Cell, _start: int, _end: int) -> Cell:
    return cell
