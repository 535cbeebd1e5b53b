"""Explained findings: ``data/<year>/penjelasan.csv``."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from lkjip.check.context import Context
from lkjip.check.model import REFUSED, STALE, TO_FILL_IN, Cell, Explanation, Temuan
from lkjip.data.read import TextTable, read_table
from lkjip.data.schema import penjelasan
from lkjip.data.validate import Row, check_table
from lkjip.errors import InputError
from lkjip.i18n import _

FILE = "penjelasan.csv"


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

    def of(self, code: str, sel: str) -> Explanation | None:
        """That of a finding, None when nobody gave one or nobody can."""
        row = self._rows.get((code, sel))
        if row is None or code in TO_FILL_IN:
            return None
        self._used.add((code, sel))
        return Explanation(row.texts["alasan"], row.texts["nama"], row.texts["tanggal"])

    def wrong(self, asked: Collection[str]) -> list[Temuan]:
        """A finding for each that was given to no finding, of these rules."""
        return [
            _refused(self._context, row) if key[0] in TO_FILL_IN else _stale(self._context, row)
            for key, row in self._rows.items()
            if key not in self._used and key[0] in asked
        ]


def separator(context: Context) -> str | None:
    """What separates the columns of the year's explanations, None when there is no such file.

    Parameters
    ----------
    context
        The sources of the report.
    """
    text = _text(context)
    return text.delimiter if text else None


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
    if findings:
        raise InputError(findings)
    return table.rows


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


def _stale(context: Context, row: Row) -> Temuan:
    return Temuan(
        STALE,
        "info",
        _("the explanation fits no finding: the finding is gone, or one of its cells has changed"),
        (_cell(context, row),),
        None,
        _("delete the row, or copy the key of the finding as it is now and explain it again"),
    )
