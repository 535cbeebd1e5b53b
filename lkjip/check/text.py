"""A check as text for a terminal of 80 columns."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import PurePosixPath

from lkjip.check.model import SEVERITIES, TO_FILL_IN, Cell, Layout, Report, Temuan
from lkjip.check.summary import summarise
from lkjip.data.penjelasan import PLACEHOLDERS
from lkjip.data.schema import penjelasan
from lkjip.i18n import _, ngettext

_WIDTH = 80
_LABEL = 8
_LEAST = 24  # characters of what was found, however long its place is
_CELLS = 5  # more of them are counted, not listed


def render(reports: Iterable[Report], full: bool = False) -> str:
    """Put checks into words.

    Parameters
    ----------
    reports
        One for each year.
    full
        Whether notes and explained findings are shown at full length too, not in a line each.

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
    long = [temuan for temuan in report if full or _is_open(temuan)]
    short = [temuan for temuan in report if not (full or _is_open(temuan))]
    for severity in SEVERITIES:
        if found := report.of(severity):
            yield ""
            yield f"{titles[severity]} ({len(found)})"
        blocks = [temuan for temuan in long if temuan.severity == severity]
        for temuan in sorted(blocks, key=lambda temuan: temuan.explained is not None):
            yield from _at_length(temuan, report.layout)
        lines = [_line(temuan) for temuan in short if temuan.severity == severity]
        yield from ["", *lines] if blocks and lines else lines
    if short:
        yield ""
        yield from textwrap.wrap(_shortened(report), _WIDTH)
    if any(temuan.explainable and not temuan.explained for temuan in long):
        yield ""
        yield from textwrap.wrap(_how_to_explain(report), _WIDTH)


def _is_open(temuan: Temuan) -> bool:
    """Whether something is to be done about it: all but what is explained, and mere notes."""
    return not temuan.explained and (temuan.severity != "info" or not temuan.explainable)


def _shortened(report: Report) -> str:
    return _(
        "A line names code, file:row (+2: two more cells) and what was found. With reasons, cells "
        "and arithmetic: lkjip check {year} --full; as a page, the easiest to read: lkjip check "
        "{year} --format html --output check.html"
    ).format(year=report.year)


def _how_to_explain(report: Report) -> str:
    text = (
        _(
            "To explain a finding, write the file data/{year}/penjelasan.csv with the header "
            "{header}, and paste the finding's row below it; write the reason and your name in "
            "place of alasan and nama. It comes back when one of its cells changes."
        )
        if report.layout is None
        else _(
            "To explain a finding, paste its row into data/{year}/penjelasan.csv, and write the "
            "reason and your name in place of alasan and nama. It comes back when one of its "
            "cells changes."
        )
    )
    return text.format(year=report.year, header=",".join(penjelasan().columns))


def _at_length(temuan: Temuan, layout: Layout | None) -> Iterator[str]:
    yield ""
    yield from _wrapped(temuan.code, temuan.message, 5)
    places = _empty if temuan.code in TO_FILL_IN else _cells
    for number, text in enumerate(places(temuan.cells)):
        yield from _labelled(_("cells") if number == 0 else "", text)
    if temuan.arithmetic:
        yield from _labelled(_("shown"), temuan.arithmetic)
    if said := temuan.explained:
        who = f"({said.nama}, {said.tanggal})"
        yield from _labelled(_("because"), f"{said.alasan} {who}")
        return
    yield from _labelled(_("to do"), temuan.advice)
    if temuan.explainable:  # never wrapped: it is copied as it stands
        yield f"     {_('explain'):<{_LABEL}}{row(temuan, layout)}"


def _line(temuan: Temuan) -> str:
    """Code, place, and what was found."""
    first, *others = temuan.cells
    line = "" if first.row is None else f":{first.row}"
    more = f" +{len(others)}" if others else ""
    head = f"{temuan.code:<5}{PurePosixPath(first.file).name}{line}{more}: "
    return head + _cut(" ".join(temuan.message.split()), max(_WIDTH - len(head), _LEAST))


def _cut(text: str, room: int) -> str:
    """A text without its middle where it is too long: names come first, what they lack last."""
    if len(text) <= room:
        return text
    end = text[-(room * 3 // 5) :].partition(" ")[2]
    begin = text[: room - len(end) - 2].rpartition(" ")[0]
    return f"{begin} … {end}" if begin and end else f"{text[: room - 1]}…"


def _cells(cells: tuple[Cell, ...]) -> Iterator[str]:
    for cell in cells[:_CELLS]:
        yield place(cell)
    if len(cells) > _CELLS:
        yield _("… and {count} more").format(count=len(cells) - _CELLS)


def _empty(cells: tuple[Cell, ...]) -> Iterator[str]:
    """Cells that hold nothing yet, in a line for each file: a list of what to do."""
    for file, group in groupby(cells, key=lambda cell: cell.file):
        of_file = list(group)
        columns = ", ".join(dict.fromkeys(cell.column for cell in of_file if cell.column))
        rows = sorted({cell.row for cell in of_file if cell.row is not None})
        named = ngettext("row {rows}", "rows {rows}", len(rows)).format(rows=_ranges(rows))
        where = f"{file}, {named}" if rows else file
        yield f"{where}: {columns}" if columns else where


def _ranges(rows: list[int]) -> str:
    """Numbers in order as people write them: 2–5, 7."""
    runs: list[list[int]] = []
    for number in rows:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if run[1:] else str(run[0]) for run in runs)


def place(cell: Cell) -> str:
    """A cell in words: file, row, column, value, and where the report prints it."""
    parts = [cell.file]
    if cell.row is not None:
        parts.append(_("row {row}").format(row=cell.row))
    if cell.column is not None:
        parts.append(cell.column)
    shown = f" ({cell.printed})" if cell.printed else ""
    return f"{', '.join(parts)}: {cell.value or '–'}{shown}"


def row(temuan: Temuan, layout: Layout | None = None) -> str:
    """The row of ``penjelasan.csv`` that explains a finding, but for reason and name.

    Parameters
    ----------
    temuan
        The finding.
    layout
        Of the file; None means commas and the columns of the schema.
    """
    separator, columns = layout or Layout(",", tuple(penjelasan().columns))
    cells = {"kode": temuan.code, "sel": temuan.sel, "tanggal": date.today().isoformat()}
    out = io.StringIO()
    # All in quotes: cells are joined by semicolons, which separate columns in files from Excel.
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="")
    words = {name: name for name in PLACEHOLDERS}
    writer.writerow((words | cells).get(column, "") for column in columns)
    return out.getvalue()


def _wrapped(head: str, text: str, indent: int) -> Iterator[str]:
    first = f"{head:<{indent}}"
    yield from textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=" " * indent, break_on_hyphens=False
    )


def _labelled(label: str, text: str) -> Iterator[str]:
    yield from _wrapped(f"     {label}", text, 5 + _LABEL)
