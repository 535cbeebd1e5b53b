"""Numbers typed into the narrative, where the data has the value."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.narrative.claims import Claim, Verdict, claims
from lkjip.check.narrative.reading import Reading, reading
from lkjip.check.registry import rule
from lkjip.i18n import _

_BY_HAND = (
    "A number typed by hand does not follow the data: next year, or after a correction, it is"
    " wrong."
)
_ONE_FACT = (
    "A review of the report (PermenPANRB 53/2014, Lampiran III) asks whether the figures in the"
    " text are those of the tables."
)
_ONE_WAY = "The same value printed in two ways makes a reader look for a difference."


def _claims(context: Context, verdict: Verdict) -> Iterator[tuple[Reading, Claim]]:
    read = reading(context)
    return ((read, claim) for claim in claims(context) if claim.verdict == verdict)


def _draft(read: Reading, claim: Claim, message: str, advice: str) -> Draft:
    cells = (read.cell(claim.sentence, claim.start, claim.end), *read.origin(claim.fact))
    shown = claim.fact.id or claim.fact.aspect
    return Draft(message, cells, advice, f"{claim.text} ↔ {shown} = {claim.fact.text}")


def _use(claim: Claim) -> str:
    if claim.fact.id:
        return _("write {value} instead").format(value=f"{{{{< nilai {claim.fact.id} >}}}}")
    return _("take the number from the table that shows it")


@rule("N1", "warning", reason=_BY_HAND, by_sentence=True)
def copied(context: Context) -> Iterator[Draft]:
    """A number, date or NIP typed in the narrative is a value of the data, in digits or words."""
    for read, claim in _claims(context, "copy"):
        message = _("a value of the data is typed by hand: {text}").format(text=claim.text)
        yield _draft(read, claim, message, _use(claim))


@rule("N2", "warning", reason=_ONE_WAY, by_sentence=True)
def rounded(context: Context) -> Iterator[Draft]:
    """A typed number is a value of the data rounded in another way than the report rounds it."""
    for read, claim in _claims(context, "rounded"):
        message = _("{text} is {value}, rounded by hand").format(
            text=claim.text, value=claim.fact.text
        )
        yield _draft(read, claim, message, _use(claim))


@rule("N3", "error", reason=_ONE_FACT, by_sentence=True)
def slipped(context: Context) -> Iterator[Draft]:
    """A typed number is a value of the data with one digit wrong, or two digits swapped."""
    for read, claim in _claims(context, "slip"):
        message = _("{text} looks like {value} with a digit mistyped").format(
            text=claim.text, value=claim.fact.text
        )
        yield _draft(read, claim, message, _use(claim))


@rule("N4", "error", reason=_ONE_FACT, by_sentence=True)
def contradicted(context: Context) -> Iterator[Draft]:
    """A typed number is not the value of the data that the words around it mean."""
    for read, claim in _claims(context, "contradiction"):
        message = _("the text says {text}, the data {value}").format(
            text=claim.text, value=claim.fact.text
        )
        yield _draft(read, claim, message, _use(claim))


@rule(
    "N5",
    "warning",
    reason="A difference of two percentages is measured in points: poin persen.",
    by_sentence=True,
)
def points_as_percent(context: Context) -> Iterator[Draft]:
    """A difference of two percentages is written as a percentage of one of them."""
    for read, claim in _claims(context, "unit"):
        message = _("{text} is a difference of percentages, so {value}").format(
            text=claim.text, value=claim.fact.text
        )
        yield _draft(read, claim, message, _use(claim))
