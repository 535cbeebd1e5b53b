"""A comparison as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lkjip.diff.model import Comparison
from lkjip.diff.words import group, moved, place
from lkjip.i18n import _

_SIGNS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


def render(comparison: Comparison) -> str:
    """Put a comparison into words; ends with a line feed."""
    return "\n".join(_lines(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield "{} → {}".format(*comparison.names)
    yield from comparison.notes
    if comparison.same:
        yield _("nothing differs")
    for heading, changes in groupby(comparison.changes, key=group):
        yield ""
        yield heading
        for change in changes:
            yield f"  {place(change)}: {moved(change)}"
    if comparison.sentences:
        yield ""
        yield _("Sentences")
        for sentence in comparison.sentences:
            yield "  " + " ".join(_SIGNS[sign].format(words) for sign, words in sentence.words)
    for heading, found in (
        (_("Findings that appeared"), comparison.appeared),
        (_("Findings that went"), comparison.gone),
    ):
        if found:
            yield ""
            yield heading
            yield from (f"  {finding}" for finding in found)
