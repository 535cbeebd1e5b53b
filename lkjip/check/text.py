"""A check as text for a terminal of 80 columns."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from lkjip.check.model import SEVERITIES, Cell, Report, Temuan
from lkjip.check.summary import summarise
from lkjip.data.schema import penjelasan
from lkjip.i18n import _

_WIDTH = 80
_LABEL = 8
_NAME = 24  # characters of a name in a line
_CELLS = 5  # more of them are counted, not listed


def render(reports: Iterable[Report], full: bool = False) -> str:
    """Put checks into words.

    Parameters
    ----------
    reports
        One for each year.
    full
        Whether explained findings are shown at full length too, and not in a line each.

    Returns
    -------
    str
        Findings by severity, worst first, explained ones last; ends with a line feed.
    """
    return "\n\n".join("\n".join(_report(report, full)) for report in reports) + "\n"


def _report(report: Report, full: bool) -> Iterator[str]:
    yield str(summarise(report))
    titles = {
        "error": _("ERRORS: these cannot be right"),
        "warning": _("WARNINGS: these need a word of explanation"),
        "info": _("NOTES: good to know"),
    }
    for severity in SEVERITIES:
        found = report.of(severity)
        if not found:
            continue
        yield ""
        yield f"{titles[severity]} ({len(found)})"
        yield "=" * _WIDTH
        for temuan in report.of(severity, explained=False):
            yield from _open(temuan, report.separator)
        for temuan in report.of(severity, explained=True):
            yield from _explained(temuan) if full else [_in_a_line(temuan)]
    if not full and any(temuan.explained for temuan in report):
        yield ""
        yield from textwrap.wrap(_shortened(report), _WIDTH)
    if any(temuan.explainable and not temuan.explained for temuan in report):
        yield ""
        yield from textwrap.wrap(_how_to_explain(report), _WIDTH)


def _shortened(report: Report) -> str:
    return _(
        "Explained findings are shortened to code, place, reason and name; all of them at full "
        "length: lkjip check {year} --full."
    ).format(year=report.year)


def _how_to_explain(report: Report) -> str:
    text = (
        _(
            "To explain a finding, write the file data/{year}/penjelasan.csv with the header "
            "{header}, and below it a row: the finding's key, then the reason, your name and "
            "the date. It comes back when one of its cells changes."
        )
        if report.separator is None
        else _(
            "To explain a finding, add a row to data/{year}/penjelasan.csv: its key, then the "
            "reason, your name and the date. It comes back when one of its cells changes."
        )
    )
    return text.format(year=report.year, header=",".join(penjelasan().columns))


def _open(temuan: Temuan, separator: str | None) -> Iterator[str]:
    yield from _wrapped(temuan.code, temuan.message, 5)
    cells = list(_cells(temuan.cells))
    for number, text in enumerate(cells):
        yield from _labelled(_("cells") if number == 0 else "", text)
    if temuan.arithmetic:
        yield from _labelled(_("shown"), temuan.arithmetic)
    yield from _labelled(_("to do"), temuan.advice)
    if temuan.explainable:  # never wrapped: it is copied as it stands
        yield f"     {_('key'):<{_LABEL}}{key(temuan, separator)}"
    yield ""


def _explained(temuan: Temuan) -> Iterator[str]:
    yield from _wrapped(temuan.code, temuan.message, 5)
    if temuan.arithmetic:
        yield from _labelled(_("shown"), temuan.arithmetic)
    said = temuan.explained
    if said:
        who = f"({said.nama}, {said.tanggal})"
        yield from _labelled(_("because"), f"{said.alasan} {who}")
    yield ""


def _in_a_line(temuan: Temuan) -> str:
    """Code, place, the beginning of the reason, and who gave it."""
    first, *others = temuan.cells
    row = "" if first.row is None else f":{first.row}"
    more = f" +{len(others)}" if others else ""
    head = f"{temuan.code:<5}{PurePosixPath(first.file).name}{row}{more}: "
    said = temuan.explained
    if said is None:
        return head.rstrip(": ")
    who = f" ({textwrap.shorten(said.nama, _NAME, placeholder='…')})"
    room = max(_WIDTH - len(head) - len(who), _NAME)
    return f"{head}{textwrap.shorten(said.alasan, room, placeholder=' …')}{who}"


def _cells(cells: tuple[Cell, ...]) -> Iterator[str]:
    for cell in cells[:_CELLS]:
        yield place(cell)
    if len(cells) > _CELLS:
        yield _("… and {count} more").format(count=len(cells) - _CELLS)


def place(cell: Cell) -> str:
    """A cell in words: file, row, column, value, and where the report prints it."""
    parts = [cell.file]
    if cell.row is not None:
        parts.append(_("row {row}").format(row=cell.row))
    if cell.column is not None:
        parts.append(cell.column)
    shown = f" ({cell.printed})" if cell.printed else ""
    return f"{', '.join(parts)}: {cell.value or '–'}{shown}"


def key(temuan: Temuan, separator: str | None = None) -> str:
    """Code and cells as the first two columns of ``penjelasan.csv``.

    Parameters
    ----------
    temuan
        The finding.
    separator
        What separates the columns of the file; None means a comma.
    """
    out = io.StringIO()
    # All in quotes: cells are joined by semicolons, which separate columns in files from Excel.
    writer = csv.writer(out, delimiter=separator or ",", quoting=csv.QUOTE_ALL, lineterminator="")
    writer.writerow([temuan.code, temuan.sel])
    return out.getvalue()


def _wrapped(head: str, text: str, indent: int) -> Iterator[str]:
    first = f"{head:<{indent}}"
    yield from textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=" " * indent, break_on_hyphens=False
    )


def _labelled(label: str, text: str) -> Iterator[str]:
    yield from _wrapped(f"     {label}", text, 5 + _LABEL)
