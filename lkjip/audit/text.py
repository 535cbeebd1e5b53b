"""An audit as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lkjip.audit.model import Audit, Difference
from lkjip.audit.words import because, category, describe
from lkjip.diff.words import moved, place
from lkjip.i18n import _, ngettext

_MOST = 12  # more changes of one kind are counted, not listed
_MOST_LINES = 4  # of text: the numbers in them are listed already


def render(audit: Audit) -> str:
    """Put an audit into words; ends with a line feed."""
    return "\n".join(_lines(audit)) + "\n"


def verdict(audit: Audit) -> str:
    """The outcome in one sentence."""
    if audit.failing:
        count = len(audit.failing)
        return ngettext("{count} difference", "{count} differences", count).format(count=count)
    if audit.differences:
        return _("no difference in any number or word; volatile differences are named below")
    return _("no difference")


def _lines(audit: Audit) -> Iterator[str]:
    bundle, counts = audit.bundle, audit.counts
    yield bundle.name
    yield f"{bundle.identifier} ({'final' if bundle.made.final else _('draft')})"
    yield _(
        "compared: {files} files, {values} values, {cells} cells of {tables} tables, "
        "{figures} figures, {documents} documents"
    ).format(**vars(counts))
    yield from audit.notes
    yield _("outcome: {verdict}").format(verdict=verdict(audit))
    for name, group in groupby(audit.differences, key=lambda each: each.category):
        yield ""
        yield category(name).upper()
        for difference in group:
            yield from _difference(difference)


def _difference(difference: Difference) -> Iterator[str]:
    yield f"- {describe(difference)}"
    reason = because(difference)
    if reason:
        yield _("    because: {reason}").format(reason=reason)
    shown = () if difference.code == "drawing" else difference.changes[:_MOST]
    for change in shown:
        yield f"    {place(change)}: {moved(change)}"
    for sentence in difference.sentences[:_MOST_LINES]:
        yield f"    - {sentence.old}" if sentence.old else _("    (nothing)")
        yield f"    + {sentence.new}" if sentence.new else _("    (nothing)")
    more = max(len(difference.changes) - _MOST, len(difference.sentences) - _MOST_LINES)
    if more > 0:
        yield _("    … and {count} more (all of them: --format json)").format(count=more)
