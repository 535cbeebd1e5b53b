"""Words of the narrative that rank: highest and lowest, categories and grades."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.narrative.extremes import wrong_extremes
from lkjip.check.narrative.facts import Fact
from lkjip.check.narrative.reading import Reading, reading
from lkjip.check.narrative.show import WORDS, named
from lkjip.check.registry import rule
from lkjip.i18n import _
from lkjip.skala import SKALA_SAKIP

_FOREIGN = (
    "Sangat Baik",
    "Baik",
    "Cukup Baik",
    "Cukup",
    "Kurang Baik",
    "Kurang",
    "Sangat Kurang",
    "Memuaskan",
)
"""Categories of other scales that offices use, so that a text may still have them."""

_ACHIEVED = r"(?:pen)?capaian[^.;,]{0,60}\s(?:adalah|ialah|tergolong|termasuk|kategori)"
_SCALE = "pengaturan.skala_capaian.kelas"
_HYPOTHETIC = re.compile(
    r"\b(?:target\w*|lalu|sebelumnya|menjadi|ke|misalnya|seperti|menuju|meraih|agar|diharapkan)\b"
    r"[^.;]{0,30}$"
)


@rule("N10", "error", reason=WORDS, by_sentence=True)
def extreme(context: Context) -> Iterator[Draft]:
    """*Tertinggi*, *terendah*, *terbanyak* said of one that is not, or beside the other value.

    A list of those that have the fewest has to name all of them (a warning).
    """
    read = reading(context)
    for found in wrong_extremes(read):
        cell = read.cell(found.sentence, found.start, found.end)
        facts = [fact for fact in (found.called, found.real, *found.left_out) if fact]
        cells = (cell, *dict.fromkeys(c for fact in facts for c in read.origin(fact)))
        shown = ", ".join(f"{named(read, fact)} {fact.text}" for fact in facts)
        if found.value:
            message = _("“{text}” stands beside the value {id}").format(
                text=found.text, id=found.value
            )
            yield Draft(message, cells, _("correct the word or the id"))
        elif found.real:
            message = _("“{text}” is another: {name}").format(
                text=found.text, name=named(read, found.real)
            )
            yield Draft(message, cells, _("correct the name, or let the values say it"), shown)
        else:
            message = _("“{text}” is said of some, and true of more").format(text=found.text)
            advice = _("name all of them, or let a value list them")
            yield Draft(message, cells, advice, shown, "warning")


@rule("N11", "error", reason=WORDS, by_sentence=True)
def grade(context: Context) -> Iterator[Draft]:
    """A category or grade typed beside an indicator that has another one.

    A category that the scale does not have is a warning, whatever it is said of.
    """
    read = reading(context)
    scale = [name for name, _bound in context.instansi.pengaturan.skala_capaian.kelas]
    grades = [name for name, _bound in SKALA_SAKIP]
    foreign = _class(_ACHIEVED, [name for name in _FOREIGN if name not in scale])
    own = (
        (_class(r"kategori|tergolong|predikat", scale), "capaian"),
        (_class(r"predikat|nilai|memperoleh", grades), "realisasi"),
    )
    for place, sentence in enumerate(read.sentences):
        for pattern, aspect in own:
            for match in pattern.finditer(sentence.text):
                fact = _graded(read, place, match.start("name"), aspect)
                if fact is not None and fact.value.casefold() != match["name"].casefold():
                    yield Draft(
                        _("the text says {text}, the data {value}").format(
                            text=match["name"], value=fact.value
                        ),
                        (read.cell(sentence, *match.span()), *read.origin(fact)),
                        _("write {value} instead").format(value=f"{{{{< nilai {fact.id} >}}}}"),
                        f"{named(read, fact)}: {fact.value}",
                    )
        for match in foreign.finditer(sentence.text):
            yield Draft(
                _("the scale has no category {name}").format(name=match["name"]),
                (read.cell(sentence, *match.span()), context.setting(_SCALE, ", ".join(scale))),
                _("write the category that the scale gives: {names}").format(
                    names=", ".join(scale)
                ),
                severity="warning",
            )


def _class(words: str, names: Sequence[str]) -> re.Pattern[str]:
    any_name = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    name = rf"(?P<name>{any_name or '(?!)'})\b"
    return re.compile(rf"\b(?:{words})\s+[\"“'(]?{name}(?!\s+(?:dan|atau|ke)\b)")


def _graded(read: Reading, place: int, position: int, aspect: str) -> Fact | None:
    """The class of the one subject that is named before a place, or that the sentence is about."""
    sentence = read.sentences[place]
    begin, _stop = sentence.clause(position)
    if _HYPOTHETIC.search(sentence.text[begin:position]):
        return None
    said = [m.subject.key for m in read.mentions[place] if begin <= m.start and m.end <= position]
    topic = read.topics[place]
    key = said[-1] if said else topic.key if topic else None
    classes = [fact for fact in read.by_subject.get(key or "-", ()) if fact.kind == "kelas"]
    now = (fact for fact in classes if fact.aspect == aspect and fact.year == read.tahun)
    return next(now, None)
