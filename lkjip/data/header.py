"""The header row of a CSV file: what its titles should be, and what is wrong with them."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from lkjip.errors import Finding
from lkjip.i18n import _

DELIMITERS = (",", ";", "\t")


def plain(title: str) -> str:
    """A title as column names are written: lower case, ``_`` for blanks."""
    return "_".join(title.lower().split())


def known(cells: Sequence[str], columns: Sequence[str]) -> int:
    """How many cells are names of columns, whatever their capitals."""
    return sum(plain(cell) in columns for cell in cells)


def split(text: str, delimiter: str) -> list[str]:
    """The cells of a row that stands in one piece of text."""
    return next(csv.reader([" ".join(text.splitlines())], delimiter=delimiter), [])


def whole_row(cells: Sequence[str], count: int) -> bool:
    """Whether the first cell holds a whole row of `count` cells, and the others nothing."""
    if count < 2 or not cells or any(cells[1:]):
        return False
    return any(len(split(cells[0], delimiter)) >= count for delimiter in DELIMITERS)


def in_one_cell(line: int, value: str, columns: Sequence[str], file: str) -> Finding:
    """The finding about a row that Excel has put into one cell."""
    delimiter = max(DELIMITERS, key=lambda delimiter: len(split(value, delimiter)))
    separator = {",": _("the comma"), ";": _("the semicolon"), "\t": _("the tab")}[delimiter]
    # What Excel has saved stays in one cell when it is opened anew: it must be taken apart first.
    return Finding(
        _("the whole row stands in one cell"),
        file=file,
        row=line,
        value=value,
        expected=_("a cell for each of the columns {columns}").format(columns=", ".join(columns)),
        mend=_(
            "in Excel: mark column A; Data, Text to Columns, Delimited, with {separator} as "
            "separator; save as “CSV UTF-8 (Comma delimited)”. Better: open the file as it was "
            "before with Data, From Text/CSV, and {separator} as separator"
        ).format(separator=separator),
    )


def check_header(
    header: list[str],
    columns: Sequence[str],
    line: int,
    file: str,
    absent: Collection[str] = (),
) -> list[Finding]:
    """Find what is wrong with the titles of the columns.

    Parameters
    ----------
    header
        The titles as they stand in the file.
    columns
        The columns the file should have, in any order.
    line
        The header's line in the file.
    file
        Name for messages.
    absent
        Columns that the file may do without.
    """
    expected = _("the columns {columns}").format(columns=", ".join(columns))
    apart = [split(header[0], delimiter) for delimiter in DELIMITERS]
    if not any(header[1:]) and any(known(cells, columns) > 1 for cells in apart):
        return [in_one_cell(line, header[0], columns, file)]
    if not known(header, columns):
        return [
            Finding(
                _("the header row is missing: no known column in the first row"),
                file=file,
                row=line,
                value=", ".join(header),
                expected=expected,
                mend=_("write the names of the columns into the first row"),
            )
        ]
    missing = [name for name in columns if name not in header and name not in absent]
    findings = list(_twice(header, expected, line, file))
    sure = _renamed(header, columns)
    missing = [name for name in missing if name not in sure.values()]
    guessed = {} if "" in header else _guessed(header, columns, sure, missing)
    missing = [name for name in missing if name not in guessed.values()]
    for title in dict.fromkeys(header):
        if title in sure:
            findings.append(_other_name(title, sure[title], line, file))
        elif title in guessed:
            findings.append(_perhaps(title, guessed[title], line, file))
        elif title and title not in columns:
            findings.append(_unknown(title, expected, line, file))
    empty = [number for number, title in enumerate(header, start=1) if not title]
    findings += [_untitled(number, missing, line, file) for number in empty]
    # The columns without a title are the missing ones, as long as there are enough of them.
    for name in missing if len(missing) > len(empty) else ():
        findings.append(
            Finding(
                _("the column is missing"),
                file=file,
                row=line,
                column=name,
                expected=expected,
                mend=_("add the column and its values"),
            )
        )
    return findings


def _renamed(header: list[str], columns: Sequence[str]) -> dict[str, str]:
    """Unknown titles → the missing columns that they name in other words, the most alike first."""
    found: dict[str, str] = {}
    for alike in (_equal, _close, _in_more_words):
        for title in header:
            left = [name for name in columns if name not in (*header, *found.values())]
            if title and title not in columns and title not in found:
                found.update((title, name) for name in alike(plain(title), left)[:1])
    return found


def _equal(title: str, names: list[str]) -> list[str]:
    return [name for name in names if name == title]


def _close(title: str, names: list[str]) -> list[str]:
    return get_close_matches(title, names, n=1, cutoff=0.5)


def _in_more_words(title: str, names: list[str]) -> list[str]:
    """``pagu`` for ``pagu_anggaran``."""
    return [name for name in names if set(name.split("_")) <= set(title.split("_"))]


def _guessed(
    header: list[str], columns: Sequence[str], sure: dict[str, str], missing: list[str]
) -> dict[str, str]:
    """Other unknown titles → missing columns that may be theirs: the only one, or of that place."""
    unknown = [title for title in dict.fromkeys(header) if title not in (*columns, *sure)]
    if len(unknown) == len(missing) == 1:
        return {unknown[0]: missing[0]}
    places = dict(zip(header, columns, strict=False))
    return {title: places[title] for title in unknown if places.get(title) in missing}


def _twice(header: list[str], expected: str, line: int, file: str) -> Iterator[Finding]:
    for name in sorted({name for name in header if name and header.count(name) > 1}):
        message, mend = _("the column stands there twice"), _("delete or rename one of them")
        yield _about(name, message, expected, mend, line, file)


def _other_name(title: str, name: str, line: int, file: str) -> Finding:
    message = (
        _("the column is unknown: its name is written with small letters, and _ for a blank")
        if name == plain(title)
        else _("the column is unknown")
    )
    mend = _("rename the column “{title}” to {name}").format(title=title, name=name)
    return _about(title, message, name, mend, line, file)


def _perhaps(title: str, name: str, line: int, file: str) -> Finding:
    message = _("the column is unknown, and the column {name} is missing").format(name=name)
    mend = _(
        "if the values of {name} stand in it, rename the column “{title}” to {name}; if not, "
        "delete it, and add {name} with its values"
    ).format(title=title, name=name)
    return _about(title, message, name, mend, line, file)


def _unknown(title: str, expected: str, line: int, file: str) -> Finding:
    return _about(title, _("the column is unknown"), expected, _("delete the column"), line, file)


def _about(title: str, message: str, expected: str, mend: str, line: int, file: str) -> Finding:
    """A finding about a column that has a title."""
    return Finding(
        message, file=file, row=line, column=title, value=title, expected=expected, mend=mend
    )


def _untitled(number: int, missing: list[str], line: int, file: str) -> Finding:
    names = _(" or ").join(missing)
    return Finding(
        _("the title of column {number} is empty").format(number=number),
        file=file,
        row=line,
        expected=names or _("no more columns: all have their titles"),
        mend=_("write the title of the column: {names}").format(names=names)
        if missing
        else _("delete the column and what stands in it"),
    )
