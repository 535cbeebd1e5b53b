"""Checks of one file, and of its links to the others, against the schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from lkjip.data.cells import CellError, Value, parse
from lkjip.data.read import TextRow, TextTable
from lkjip.data.schema import Field, ForeignKey, Schema
from lkjip.data.thousands import mixed_thousands
from lkjip.errors import Finding
from lkjip.i18n import _

_MOST_NAMES = 12  # a longer list of codes helps nobody
_TOTAL = re.compile(r"((sub|grand)[ -]?)?(jumlah|total)( total| umum| keseluruhan)?\s*:?", re.I)


@dataclass(frozen=True)
class Row:
    """A row with typed values.

    Parameters
    ----------
    line
        Line in the file; the header's is 1.
    texts
        The cells as they stand in the file.
    values
        The cells that could be read; an empty optional cell is None.
    """

    line: int
    texts: Mapping[str, str]
    values: Mapping[str, Value | None]

    def __getitem__(self, column: str) -> Value | None:
        return self.values[column]


@dataclass(frozen=True)
class Table:
    """A file with typed values.

    Parameters
    ----------
    schema
        The definition of the file.
    file
        Name for messages.
    rows
        The rows in the order of the file.
    sound
        Whether nothing is wrong in the file by itself, so that others can be held against it.
    """

    schema: Schema
    file: str
    rows: tuple[Row, ...]
    sound: bool


def check_table(text: TextTable, schema: Schema) -> tuple[Table, list[Finding]]:
    """Type the cells of a file and check everything that the file alone can tell.

    Parameters
    ----------
    text
        The file as text.
    schema
        Its definition.

    Returns
    -------
    Table
        What could be read.
    list of Finding
        What is wrong, that of `text` included.
    """
    fields = [field for field in schema.fields if field.name in text.columns]
    findings = [*text.findings, *mixed_thousands(text, fields)]
    lacking = [field.name for field in schema.fields if field.absent and field not in fields]
    rows = []
    for row in text.rows:
        values: dict[str, Value | None] = dict.fromkeys(lacking)
        wrong: list[Finding] = []
        for field in fields:
            cell = row.cells[field.name]
            try:
                values[field.name] = _typed(field, cell, text.delimiter == ";")
            except CellError as error:
                wrong.append(
                    Finding(
                        error.message,
                        file=text.file,
                        row=row.line,
                        column=field.name,
                        value=cell,
                        expected=error.expected,
                        mend=error.mend,
                    )
                )
        if wrong and _is_total(row.cells):
            # Its empty and foreign cells are one mistake.
            findings.append(_total(text.file, row))
            continue
        findings += wrong
        rows.append(Row(row.line, row.cells | dict.fromkeys(lacking, ""), values))
    if len(rows) < schema.baris_minimum and not findings:
        findings.append(
            Finding(
                _("the file has a header but no rows"),
                file=text.file,
                expected=_("at least one row"),
                mend=_("fill in the rows: {description}").format(description=schema.description),
            )
        )
    findings += _duplicates(text.file, rows, schema)
    return Table(schema, text.file, tuple(rows), not findings), findings


def check_links(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Find codes that stand in no other file.

    Parameters
    ----------
    tables
        All files by stem. Codes are not looked up in a file that is not sound, so that one
        mistake gives one finding.
    """
    for table in tables.values():
        for key in table.schema.foreign_keys:
            target = tables.get(key.resource)
            if target is not None and (target.sound or target is table):
                yield from _dangling(table, key, target)


def _typed(field: Field, cell: str, indonesian: bool) -> Value | None:
    if cell:
        return parse(field, cell, indonesian)
    if not field.required:
        return None
    raise CellError(
        _("the cell is empty"),
        _("{title}, such as {example}").format(title=field.title, example=field.example),
        _("fill in the value, or delete the row if nothing of it is true"),
    )


def _is_total(texts: Mapping[str, str]) -> bool:
    """Whether a row begins like the last one of a table in a spreadsheet."""
    first = next((text for text in texts.values() if text), "")
    return _TOTAL.fullmatch(first) is not None


def _total(file: str, row: TextRow) -> Finding:
    column, value = next((column, text) for column, text in row.cells.items() if text)
    return Finding(
        _("this is a row of totals"),
        file=file,
        row=row.line,
        column=column,
        value=value,
        expected=_("only rows with codes of their own"),
        mend=_delete_total(),
    )


def _delete_total() -> str:
    return _("delete the row: totals are computed")


def _duplicates(file: str, rows: list[Row], schema: Schema) -> Iterator[Finding]:
    keys = [schema.primary_key]
    keys += [
        (field.name,)
        for field in schema.fields
        if field.unique and (field.name,) != schema.primary_key
    ]
    for key in keys:
        seen: dict[tuple[Value | None, ...], int] = {}
        for row in rows:
            if not all(column in row.values for column in key):
                continue
            value = tuple(row[column] for column in key)
            if value in seen:
                yield Finding(
                    _("this stands in row {row} already").format(row=seen[value]),
                    file=file,
                    row=row.line,
                    column=", ".join(key),
                    value=", ".join(row.texts[column] for column in key),
                    expected=_("a value that stands there once")
                    if len(key) == 1
                    else _("a combination that stands there once"),
                    mend=_("delete one of the rows, or correct the code"),
                )
            seen.setdefault(value, row.line)


def _dangling(table: Table, key: ForeignKey, target: Table) -> Iterator[Finding]:
    known = [row.texts[key.reference] for row in target.rows if key.reference in row.texts]
    for row in table.rows:
        value = row.values.get(key.field)
        if value is None or value in known:
            continue
        nearest = get_close_matches(str(value), known, n=1)
        add = _("add {value} to {file}").format(value=value, file=target.file)
        yield Finding(
            _("the code is not in {file}").format(file=target.file),
            file=table.file,
            row=row.line,
            column=key.field,
            value=row.texts[key.field],
            expected=_("one of: {names}").format(names=", ".join(known))
            if len(known) <= _MOST_NAMES
            else _("a code of the column {column}").format(column=key.reference),
            mend=_delete_total()
            if _is_total(row.texts)
            else _("write {name}, or {add}").format(name=nearest[0], add=add)
            if nearest
            else _("correct the code, or {add}").format(add=add),
        )
