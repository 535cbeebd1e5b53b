"""Explained findings: ``data/<year>/penjelasan.csv``."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from lkjip.check.context import Context
from lkjip.check.model import REFUSED, STALE, TO_FILL_IN, Cell, Explanation, Layout, Temuan
from lkjip.data.read import TextTable, read_table
from lkjip.data.schema import penjelasan
from lkjip.data.validate import Row, check_table
from lkjip.errors import Finding, InputError
from lkjip.i18n import _, ngettext

FILE = "penjelasan.csv"
PLACEHOLDERS = ("alasan", "nama")
"""Columns that hold their own name in the row that the check offers: a person writes them."""

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
        self._rows = {(str(row["kode"]), str(row["sel"])): row for row in _read(context)}
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
    text = _text(context)
    return Layout(text.delimiter, text.columns) if text else None


def _text(context: Context) -> TextTable | None:
    path = context.content.folder / FILE
    if not path.exists():
        return None
    return read_table(path.read_bytes(), _file(context), penjelasan().columns)


def _read(context: Context) -> tuple[Row, ...]:
    text = _text(context)
    if text is None:
        return ()
    # A file that only has its header explains nothing, and that is fine.
    table, findings = check_table(text, penjelasan())
    findings = findings or list(_left_over(table.file, table.rows))
    if findings:
        raise InputError(findings)
    return table.rows


def _left_over(file: str, rows: Iterable[Row]) -> Iterator[Finding]:
    for row in rows:
        for column in PLACEHOLDERS:
            if row.texts[column].casefold() == column:
                yield Finding(
                    _("this is the word that the check offers, and no explanation"),
                    file=file,
                    row=row.line,
                    column=column,
                    value=row.texts[column],
                    mend=_("write why the finding may stand, and who says so"),
                )


def _file(context: Context) -> str:
    folder = context.content.folder
    return f"{folder.parent.name}/{folder.name}/{FILE}"


def _cell(context: Context, row: Row) -> Cell:
    name = f"{FILE}[{row['kode']}].sel"
    return Cell(_file(context), row.line, "sel", row.texts["sel"], name=name)


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
    return Temuan(
        STALE,
        "info",
        _("{code} is no longer found as it was explained: “{reason}”").format(
            code=code, reason=reason
        ),
        (_cell(context, row),),
        None,
        advice.format(count=others, code=code)
        if others
        else _("delete this row: {code} finds nothing else").format(code=code),
    )
