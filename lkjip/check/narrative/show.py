"""How findings about words show the data that contradicts them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from lkjip.check.model import Draft
from lkjip.check.narrative.facts import Fact
from lkjip.check.narrative.reading import Reading
from lkjip.check.narrative.statements import Statement
from lkjip.i18n import _
from lkjip.kata import slug
from lkjip.numbers import angka

WORDS = (
    "Readers believe the words before they look at the table; a review of the report (PermenPANRB"
    " 53/2014, Lampiran III) asks that both say the same."
)
"""Reason of the rules about words."""


def contradiction(read: Reading, statement: Statement, facts: Sequence[Fact], advice: str) -> Draft:
    """The finding that the data says the opposite of a statement.

    Parameters
    ----------
    read, statement
        The narrative and what it says.
    facts
        What the data says, at least one.
    advice
        What to do, translated.
    """
    cell = read.cell(statement.sentence, statement.start, statement.end)
    origin = dict.fromkeys(cell for fact in facts for cell in read.origin(fact))
    text = statement.text
    if statement.denied:
        text = _("not {text}").format(text=text)
    return Draft(
        _("the text says “{text}”, the data says otherwise").format(text=text),
        (cell, *origin),
        advice,
        "; ".join(f"{named(read, fact)}: {shown(fact)}" for fact in facts),
    )


def named(read: Reading, fact: Fact) -> str:
    """What a fact is about, as the data names it."""
    subject = read.subjects.by_key.get(fact.subject)
    return subject.name if subject else fact.id or fact.aspect


def shown(fact: Fact) -> str:
    """A fact in words; a sign as the values that it compares, where these are single cells."""
    if fact.kind not in ("arah", "banding"):
        return fact.text
    if len(fact.origin) != 2:
        return {-1: _("less"), 0: _("equal"), 1: _("more")}[fact.value]
    one, other = (_printed(row.texts[column]) for _name, row, column in fact.origin)
    return f"{one} {({-1: '<', 0: '=', 1: '>'})[fact.value]} {other}"


def _printed(text: str) -> str:
    """A number of the data as the report writes it; a grade as it is."""
    try:
        return angka(Decimal(text))
    except InvalidOperation:
        return text


def polarity(read: Reading, key: str) -> int:
    """1 where more is better, -1 where less is: the column *arah* of an indicator or programme."""
    tables = read.content.tables
    directions = {str(row["kode"]): row["arah"] for row in tables["indikator"].rows}
    for row in tables["kinerja_program"].rows:
        directions[f"program.{slug(str(row['program']))}"] = row["arah"]
    return -1 if directions.get(key) == "turun" else 1
