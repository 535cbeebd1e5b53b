"""Words of the narrative about efficiency and the use of the budget."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.narrative.facts import Fact
from lkjip.check.narrative.reading import Reading, reading
from lkjip.check.narrative.show import WORDS, contradiction
from lkjip.check.narrative.statements import Statement, statements
from lkjip.check.registry import rule
from lkjip.i18n import _
from lkjip.numbers import exact

_NEARLY_ALL = 95
"""Percent of the budget from which on *hampir seluruhnya* is no exaggeration."""


@rule("N8", "error", reason=WORDS, by_sentence=True)
def efficiency(context: Context) -> Iterator[Draft]:
    """*Efisien* or *positif*, of one or of all, where the efficiency is negative (or the reverse).

    *Secara total* and *seluruhnya* without a word that limits them mean indicators and programmes.
    """
    read = reading(context)
    for statement in statements(context):
        if statement.kind not in ("tanda", "efisien"):
            continue
        if statement.kind == "tanda" and statement.aspect != "efisiensi":
            continue
        positive = (statement.sense == "positive") != statement.denied
        facts = _of_all(read, statement, "efisiensi")
        wrong = [f for f in facts if (f.value < 0 if positive else f.value > 0)]
        if wrong:
            yield contradiction(
                read,
                statement,
                wrong,
                _("name those that differ, or write {value}").format(
                    value="{{< nilai efisiensi.tanda >}}, {{< nilai efisiensi.program.tanda >}}"
                ),
            )


@rule("N9", "error", reason=WORDS, by_sentence=True)
def absorption(context: Context) -> Iterator[Draft]:
    """*Terserap seluruhnya* or *hampir seluruhnya* where the budget was not (from 95 % on)."""
    read = reading(context)
    seen: set[tuple[str, int, int]] = set()
    for statement in statements(context):
        place = (statement.sentence.source.name, statement.sentence.start, statement.start // 40)
        if statement.kind != "serapan" or statement.denied or place in seen:
            continue
        seen.add(place)
        least = exact(100) if statement.sense == "full" else exact(_NEARLY_ALL)
        wrong = [f for f in _of_all(read, statement, "serapan") if f.shown < least]
        if wrong:
            yield contradiction(
                read,
                statement,
                wrong,
                _("correct the sentence, or let the value say it: .serapan"),
            )


def _of_all(read: Reading, statement: Statement, aspect: str) -> list[Fact]:
    """The percentages of an aspect that a statement covers."""
    scope = statement.scope
    many = re.search(r"masing-masing|setiap|semua|seluruh|total|keseluruhan|umumnya", scope, re.I)

    def chosen(fact: Fact) -> bool:
        if statement.subject is not None:
            return fact.subject == statement.subject
        if not many:
            return not fact.subject
        is_programme = fact.subject.startswith("program.")
        if re.search(r"\bprogram\b", scope, re.I):
            return is_programme
        if re.search(r"\b(?:sasaran|indikator)\b", scope, re.I):
            return bool(fact.subject) and not is_programme
        return bool(fact.subject)

    return [f for f in read.facts if f.aspect == aspect and f.kind == "persen" and chosen(f)]
