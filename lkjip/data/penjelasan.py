"""``penjelasan.csv``: why findings may stand, and what of that the reader of the report is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lkjip.data.read import TextTable, read_table
from lkjip.data.schema import penjelasan
from lkjip.data.validate import Row, check_table
from lkjip.errors import Finding, InputError
from lkjip.i18n import _

FILE = "penjelasan.csv"
ANNEX = "sec-catatan-data"
"""The section of the annex for notes on what is uncertain; their other places refer to it."""
PLACEHOLDERS = ("alasan", "nama")
"""Columns that hold their own name in the row that the check offers: a person writes them."""


@dataclass(frozen=True)
class Catatan:
    """A note for readers.

    Parameters
    ----------
    letak
        The label of what it stands below: ``"tbl-iku"``, ``"sec-landasan-hukum"``.
    teks
        What it says; values of the report stand in it as ``{{< nilai id >}}``.
    file, line
        Where it was written.
    lampiran
        Whether it is printed in the annex (`ANNEX`), and its place only refers to it.
    """

    letak: str
    teks: str
    file: str
    line: int
    lampiran: bool = False


def file_of(folder: Path) -> str:
    """The file as the user knows it: ``data/2022/penjelasan.csv``."""
    return f"{folder.parent.name}/{folder.name}/{FILE}"


def read_text(folder: Path) -> TextTable | None:
    """The file of a year as text, None when there is none.

    Parameters
    ----------
    folder
        ``data/<year>``.
    """
    path = folder / FILE
    if not path.exists():
        return None
    schema = penjelasan()
    absent = schema.columns_that_may_be_absent
    return read_table(path.read_bytes(), file_of(folder), schema.columns, absent)


def read_penjelasan(folder: Path) -> tuple[Row, ...]:
    """The explanations of a year, none when there is no such file.

    Parameters
    ----------
    folder
        ``data/<year>``.

    Raises
    ------
    InputError
        The file breaks its schema, or a person has not written what only a person can.
    """
    text = read_text(folder)
    if text is None:
        return ()
    # A file that only has its header explains nothing, and that is fine.
    table, findings = check_table(text, penjelasan())
    findings = findings or [*_left_over(table.file, table.rows), *_halves(table.file, table.rows)]
    if findings:
        raise InputError(findings)
    return table.rows


def read_catatan(folder: Path) -> tuple[Catatan, ...]:
    """What the explanations of a year tell the reader, each text once in a place.

    A note with several places has an item for each of them.

    Parameters
    ----------
    folder
        ``data/<year>``.

    Raises
    ------
    InputError
        As `read_penjelasan`.
    """
    found: dict[tuple[str, str], Catatan] = {}
    for row in read_penjelasan(folder):
        teks, labels = row.texts["untuk_pembaca"], row.texts["letak"].split()
        annex = ANNEX in labels
        for letak in [label for label in labels if label != ANNEX] or labels:
            note = Catatan(letak, teks, file_of(folder), row.line, annex)
            found.setdefault((letak, teks), note)
    return tuple(found.values())


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


def _halves(file: str, rows: Iterable[Row]) -> Iterator[Finding]:
    """Notes without a place, and places without a note."""
    for row in rows:
        if bool(row.texts["untuk_pembaca"]) != bool(row.texts["letak"]):
            empty = "letak" if row.texts["untuk_pembaca"] else "untuk_pembaca"
            yield Finding(
                _("a note for readers has a text and a place, or neither"),
                file=file,
                row=row.line,
                column=empty,
                expected=_("text such as {x}").format(
                    x="tbl-pegawai-jabatan" if empty == "letak" else "Data per 31 Desember."
                ),
                mend=_("fill in {column}, or empty both").format(column=empty),
            )
