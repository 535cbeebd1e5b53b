"""Where a number stands, and from what to what it moved."""

from __future__ import annotations

from lkjip.diff.model import Change
from lkjip.diff.text import changed_words
from lkjip.i18n import _


def place(change: Change) -> str:
    """Where a changed number stands, inside what it belongs to."""
    if change.kind == "nilai":
        if change.column == "nilai":
            return _("{id} (exact, before it is rounded)").format(id=change.id)
        return change.id if change.column == "utama" else f"{change.id} ({change.column})"
    if change.kind == "gambar":
        return f"{change.id} ({change.column})"
    if change.row is None:
        return _("in this file")
    return _("row {row} ({label}), column {column}").format(
        row=change.row, label=change.label, column=change.column
    )


def moved(change: Change, nothing: str | None = None) -> str:
    """From what to what, and by how much; ``nothing`` is the word where there is nothing."""
    nothing = nothing or _("nothing")
    if change.kind == "gambar" and change.old and change.new:
        # The words of a figure are many; those that changed are enough.
        pairs = changed_words(change.old, change.new)
        return "; ".join(f"{old or nothing} → {new or nothing}" for old, new in pairs)
    delta = f" ({change.delta})" if change.delta else ""
    return f"{change.old or nothing} → {change.new or nothing}{delta}"


def group(change: Change) -> str:
    """The heading under which a change is listed."""
    headings = {
        "nilai": _("Values"),
        "tabel": _("Table {id}"),
        "gambar": _("Figures"),
        "data": "{id}",
    }
    return headings[change.kind].format(id=change.id)
