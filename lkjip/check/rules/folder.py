"""The folder of the year: tables in it that nothing reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lkjip.check.context import Context
from lkjip.check.model import Cell, Draft
from lkjip.check.registry import rule
from lkjip.data.schema import penjelasan, schemas
from lkjip.i18n import _

_TABLES = frozenset({".csv", ".tsv", ".xls", ".xlsx", ".ods"})


@rule("F1", "warning", reason="A copy with the newer figures would be ignored without a word.")
def every_table_is_read(context: Context) -> Iterator[Draft]:
    """Every table (CSV, Excel, LibreOffice) in the folder of the year is one that is read."""
    tables = (*schemas(), penjelasan().name)
    read = {f"{name}.csv" for name in tables}
    for path in sorted(filter(_is_table, context.content.folder.iterdir())):
        if path.name not in read:
            copied = max(
                (name for name in tables if name in path.stem.lower()), key=len, default=""
            )
            yield Draft(
                _("this file is not read: no table of the year has this name"),
                (Cell(context.project.relative(path), None, None, path.name),),
                _("move what is newer in it to {file}, then remove it").format(file=f"{copied}.csv")
                if copied
                else _("move it out of the folder"),
            )


def _is_table(path: Path) -> bool:
    # Excel and LibreOffice keep such files beside one that is open.
    return (
        path.suffix.lower() in _TABLES and not path.name.startswith(("~$", ".")) and path.is_file()
    )
