"""From the bytes of a CSV file to rows of text, each with its line in the file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from lkjip.data.header import DELIMITERS, check_header, in_one_cell, known, split, whole_row
from lkjip.errors import Finding
from lkjip.i18n import _, ngettext

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# Controls cannot be printed and break XML; U+FFFD stands where a program lost a character.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ufffd\ufffe\uffff]")


@dataclass(frozen=True)
class TextRow:
    """A row as it stands in the file: `line` counts from 1, the header's line."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class TextTable:
    """A CSV file as text.

    Parameters
    ----------
    file
        Name for messages, such as ``"data/2022/anggaran.csv"``.
    delimiter
        ``","``, or ``";"`` as Excel writes it where the comma is the decimal mark.
    columns
        The known columns that the file has.
    rows
        Rows with something in them, cells stripped of surrounding blanks.
    findings
        What is wrong with the file as a file. When there is any, columns or rows are missing here.
    """

    file: str
    delimiter: str = ","
    columns: tuple[str, ...] = ()
    rows: tuple[TextRow, ...] = ()
    findings: list[Finding] = field(default_factory=list)


def read_table(
    data: bytes, file: str, columns: Sequence[str], absent: Collection[str] = ()
) -> TextTable:
    """Read a CSV file as text.

    Parameters
    ----------
    data
        Content of the file: UTF-8 with or without byte order mark, any line ends.
    file
        Name for messages.
    columns
        The columns the file should have, in any order.
    absent
        Those of them that it may do without.

    Returns
    -------
    TextTable
        What could be read, and what is wrong.
    """
    text = decode(data, file)
    if isinstance(text, Finding):
        return TextTable(file, findings=[text])
    delimiter = _delimiter(text, columns)
    if delimiter == "\t":
        return TextTable(file, findings=[_tabs(file)])
    findings: list[Finding] = []
    records = _records(text, delimiter, file, findings)
    if not records:
        return TextTable(file, delimiter, findings=findings or [_empty(file)])
    header = _titles(records)
    wrong = check_header(header, columns, records[0][0], file, absent)
    titles = [title for title in header if title]
    if len(set(titles)) < len(titles) or not set(header) & set(columns):
        return TextTable(file, delimiter, findings=[*wrong, *findings])
    inside = [record for record in records[1:] if whole_row(record[1], len(header))]
    if inside:
        # One finding for all such rows: they have one cause.
        line, cells = inside[0]
        findings.append(in_one_cell(line, cells[0], header, file))
    apart = [record for record in records[1:] if record not in inside]
    rows = [_row(line, cells, header, file, findings) for line, cells in apart]
    return TextTable(
        file,
        delimiter,
        tuple(name for name in header if name in columns),
        tuple(row for row in rows if row is not None),
        [*wrong, *findings],
    )


def decode(data: bytes, file: str) -> str | Finding:
    """Decode a file of the data folder, or say why it cannot be read.

    Parameters
    ----------
    data
        Content of the file.
    file
        Name for messages.
    """
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return _empty(file)
    if data.startswith(_WORKBOOK):
        return Finding(
            _("this is an Excel workbook, not a text file"),
            file=file,
            expected=_("CSV UTF-8"),
            mend=_save_as(),
        )
    if data.startswith(_UTF16):
        return Finding(
            _("the file is UTF-16 (“Unicode text”)"), file=file, expected="UTF-8", mend=_save_as()
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(error, file)


def _undecodable(error: UnicodeDecodeError, file: str) -> Finding:
    data, at = error.object, error.start
    start = data.rfind(b"\n", 0, at) + 1
    # Every byte is a character of Latin-1, and most wrong files are its relative cp1252.
    head = data[: data.find(b"\n") if b"\n" in data else None].decode("latin-1").rstrip("\r")
    delimiter = max(",;", key=head.count)
    before = next(csv.reader([data[start:at].decode("latin-1")], delimiter=delimiter), [""])
    header = head.removeprefix("\xef\xbb\xbf").split(delimiter)
    inside = start > 0 and len(before) <= len(header)
    word = re.search(rb"[^\s,;\"]*\Z", data[start:at]), re.match(rb"[^\s,;\"]*", data[at:])
    return Finding(
        _("the file is not UTF-8: a letter or sign in this row cannot be read"),
        file=file,
        row=data.count(b"\n", 0, at) + 1,
        column=header[max(len(before), 1) - 1] if inside else None,
        value=b"".join(part.group() for part in word if part).decode("cp1252", "replace"),
        expected="UTF-8",
        mend=_save_as(),
    )


def _save_as() -> str:
    return _("in Excel: File, Save As, type “CSV UTF-8 (Comma delimited)”, and save again")


def _empty(file: str) -> Finding:
    return Finding(
        _("the file is empty"),
        file=file,
        expected=_("a header row and the data"),
        mend=_("put the content back, or copy the file of another year and change it"),
    )


def _tabs(file: str) -> Finding:
    return Finding(
        _("the columns are separated by tabs"),
        file=file,
        row=1,
        expected=_("a comma or a semicolon between columns"),
        mend=_save_as(),
    )


def _delimiter(text: str, columns: Sequence[str]) -> str:
    """The separator by which the header gives most of the known columns."""
    first = next(line for line in text.splitlines() if line.strip())

    def names(delimiter: str) -> tuple[int, int]:
        cells = split(first, delimiter)
        # The names may all stand in the first cell: see `whole_row`.
        return known(cells, columns), known(split(cells[0], ","), columns)

    return max(DELIMITERS, key=names)


def _records(
    text: str, delimiter: str, file: str, findings: list[Finding]
) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                records.append((line, stripped))
            line = reader.line_num + 1
    except csv.Error:
        findings.append(
            Finding(
                _("the double quotes in this row do not match"),
                file=file,
                row=line,
                expected=_('a cell in quotes on one row; a quote inside it is doubled: ""'),
                mend=_("close the quotes, or save the file again from Excel or LibreOffice"),
            )
        )
    return records


def _titles(records: list[tuple[int, list[str]]]) -> list[str]:
    """The header, with those of its last cells that are empty but stand above values."""
    width = max(len(_trimmed(cells)) for _line, cells in records)
    return records[0][1][: max(width, len(_trimmed(records[0][1])))]


def _trimmed(cells: list[str]) -> list[str]:
    # Excel writes separators for empty columns that were once touched.
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _row(
    line: int, cells: list[str], header: list[str], file: str, findings: list[Finding]
) -> TextRow | None:
    if len(cells) > len(header):
        cells = _trimmed(cells) if not any(cells[len(header) :]) else cells
        cells = cells + [""] * (len(header) - len(cells))
    if len(cells) != len(header):
        findings.append(_ragged(line, cells, len(header), file))
        return None
    for name, cell in zip(header, cells, strict=True):
        if found := _UNPRINTABLE.search(cell):
            findings.append(_unprintable(line, name, cell, found.group(), file))
    return TextRow(line, dict(zip(header, cells, strict=True)))


def _ragged(line: int, cells: list[str], count: int, file: str) -> Finding:
    have = ngettext("the row has {count} cell", "the row has {count} cells", len(cells))
    return Finding(
        _("{have}, the header {expected}").format(
            have=have.format(count=len(cells)), expected=count
        ),
        file=file,
        row=line,
        value=", ".join(cells),
        expected=ngettext("{count} cell", "{count} cells", count).format(count=count),
        mend=_(
            'put a value with a separator in it into straight double quotes: "one, two"; write '
            "decimals with a point"
        )
        if len(cells) > count
        else _("add the missing cell, also when it is empty: with its separator"),
    )


def _unprintable(line: int, column: str, cell: str, sign: str, file: str) -> Finding:
    return Finding(
        _("the cell holds a line break or a tab")
        if sign in "\r\n\t"
        else _("the cell holds a sign that cannot be printed (U+{code})").format(
            code=f"{ord(sign):04X}"
        ),
        file=file,
        row=line,
        column=column or None,
        value=cell,
        expected=_("text on one line"),
        mend=_("replace it by a blank, or type the text again"),
    )
