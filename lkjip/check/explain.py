"""Explained findings: ``data/<year>/penjelasan.csv``."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from lkjip.check.context import Context
from lkjip.check.model import REFUSED, STALE, TO_FILL_IN, Cell, Explanation, Layout, Temuan
from lkjip.data.penjelasan import FILE, file_of, read_penjelasan, read_text
from lkjip.data.validate import Row
from lkjip.i18n import _, ngettext

_REASON = 60  # characters of a reason that tell which one it is


def explain(context: Context, findings: Iterable[Temuan], asked: Collection[str]) -> list[Temuan]:
    """Mark the findings that the office has explained.

    Parameters
    ----------
    context
        The sources of the report.
    findings
        What the rules found.
    asked
        Codes of the rules that were asked: explanations of others are not looked at.

    Returns
    -------
    list of Temuan
        The findings, and one for each explanation that fits none of them or must not.

    Raises
    ------
    InputError
        ``penjelasan.csv`` breaks its schema.
    """
    explanations = Explanations(context)
    result = [
        replace(found, explained=explanations.of(found.code, found.sel)) for found in findings
    ]
    return result + explanations.wrong(asked)


class Explanations:
    """The explanations of a year.

    Parameters
    ----------
    context
        The sources of the report.

    Raises
    ------
    InputError
        ``penjelasan.csv`` breaks its schema.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        rows = read_penjelasan(context.content.folder)
        self._rows = {(str(row["kode"]), str(row["sel"])): row for row in rows}
        self._used: set[tuple[str, str]] = set()
        self._open: Counter[str] = Counter()

    def of(self, code: str, sel: str) -> Explanation | None:
        """That of a finding, None when nobody gave one or nobody can."""
        row = self._rows.get((code, sel))
        if row is None or code in TO_FILL_IN:
            self._open[code] += 1
            return None
        self._used.add((code, sel))
        return Explanation(row.texts["alasan"], row.texts["nama"], row.texts["tanggal"])

    def wrong(self, asked: Collection[str]) -> list[Temuan]:
        """A finding for each that was given to no finding, of these rules."""
        return [
            _refused(self._context, row)
            if key[0] in TO_FILL_IN
            else _stale(self._context, row, self._open[key[0]])
            for key, row in self._rows.items()
            if key not in self._used and key[0] in asked
        ]


def layout(context: Context) -> Layout | None:
    """How the year's explanations are written, None when there is no such file.

    Parameters
    ----------
    context
        The sources of the report.
    """
    text = read_text(context.content.folder)
    return Layout(text.delimiter, text.columns) if text else None


def _cell(context: Context, row: Row) -> Cell:
    name = f"{FILE}[{row['kode']}].sel"
    return Cell(file_of(context.content.folder), row.line, "sel", row.texts["sel"], name=name)


def _refused(context: Context, row: Row) -> Temuan:
    return Temuan(
        REFUSED,
        "error",
        _("an empty cell or an unwritten passage cannot be explained ({code})").format(
            code=row["kode"]
        ),
        (_cell(context, row),),
        None,
        _("fill in the cell or write the passage, and delete this row"),
    )


def _stale(context: Context, row: Row, others: int) -> Temuan:
    """A finding about an explanation; `others` of its rule are open now."""
    code, reason = row["kode"], textwrap.shorten(row.texts["alasan"], _REASON, placeholder=" …")
    advice = ngettext(
        "{count} finding of {code} is open now, with other cells: if the reason fits it, write the "
        "reason into its row; delete this row",
        "{count} findings of {code} are open now, with other cells: if the reason fits one, write "
        "the reason into its row; delete this row",
        others,
    )
    told = bool(row.texts["untuk_pembaca"])
    message = (
        _("the report still tells of {code}, which is no longer found as it was: “{reason}”")
        if told
        else _("{code} is no longer found as it was explained: “{reason}”")
    )
    return Temuan(
        STALE,
        "error" if told else "info",
        message.format(code=code, reason=reason),
        (_cell(context, row),),
        None,
        advice.format(count=others, code=code)
        if others
        else _("delete this row: {code} finds nothing else").format(code=code),
    )
