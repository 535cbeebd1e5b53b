"""A check as one page that needs no other file, to read and to send on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from lkjip.check import text
from lkjip.check.model import SEVERITIES, Layout, Report, Temuan
from lkjip.check.registry import RULES
from lkjip.check.summary import summarise
from lkjip.i18n import _, ngettext

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --error: #b3261e; --warning: #8a5a00;
  --info: #1d5b8f; }
@media (prefers-color-scheme: dark) {
  :root { --error: #ff8a80; --warning: #ffc04d; --info: #8ac6ff; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; }
article { border: 1px solid var(--line); border-left: .4rem solid var(--c); border-radius: .3rem;
  padding: .6rem 1rem; margin: 1rem 0; }
.error { --c: var(--error); } .warning { --c: var(--warning); } .info { --c: var(--info); }
h3 { margin: 0; font-size: 1rem; } h3 code { color: var(--c); }
p { margin: .4rem 0; } .arithmetic { font-variant-numeric: tabular-nums; }
details { margin: .4rem 0; } summary { cursor: pointer; }
table { border-collapse: collapse; font-size: .85rem; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .15rem .5rem;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.key { display: block; overflow-wrap: anywhere; font-size: .8rem; user-select: all; }
.explained { opacity: .85; } .reason { font-style: italic; }
"""


def render(reports: Iterable[Report]) -> str:
    """Put checks into one HTML page.

    Parameters
    ----------
    reports
        One for each year.
    """
    body = "\n".join(line for report in reports for line in _report(report))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>lkjip check</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n"
        "</body>\n</html>\n"
    )


def _report(report: Report) -> Iterator[str]:
    yield f"<h1>lkjip check {report.year}</h1>"
    yield f"<p>{escape(str(summarise(report)))}</p>"
    titles = {"error": _("Errors"), "warning": _("Warnings"), "info": _("Notes")}
    for severity in SEVERITIES:
        found = (*report.of(severity, explained=False), *report.of(severity, explained=True))
        if found:
            yield f"<h2>{escape(titles[severity])} ({len(found)})</h2>"
        for temuan in found:
            yield from _finding(temuan, report.layout)


def _finding(temuan: Temuan, layout: Layout | None) -> Iterator[str]:
    state = " explained" if temuan.explained else ""
    yield f'<article class="{temuan.severity}{state}">'
    yield f"<h3><code>{temuan.code}</code> {escape(temuan.message)}</h3>"
    if temuan.arithmetic:
        yield f'<p class="arithmetic">{escape(temuan.arithmetic)}</p>'
    if said := temuan.explained:
        who = f"{said.nama}, {said.tanggal}"
        yield f'<p class="reason">{escape(said.alasan)} ({escape(who)})</p>'
    else:
        yield f"<p>{escape(temuan.advice)}</p>"
    yield from _cells(temuan)
    if temuan.code in RULES:
        yield f"<p><small>{escape(RULES[temuan.code].reason)}</small></p>"
    if not temuan.explained and temuan.explainable:
        yield f'<code class="key">{escape(text.row(temuan, layout))}</code>'
    yield "</article>"


def _cells(temuan: Temuan) -> Iterator[str]:
    count = len(temuan.cells)
    label = ngettext("{count} cell", "{count} cells", count).format(count=count)
    yield f"<details><summary>{escape(label)}</summary><table>"
    heads = (_("file"), _("row"), _("column"), _("value"), _("in the report"))
    yield f"<tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr>"
    for cell in temuan.cells:
        row = "" if cell.row is None else str(cell.row)
        parts = (cell.file, row, cell.column or "", cell.value, cell.printed or "")
        yield f"<tr>{''.join(f'<td>{escape(part)}</td>' for part in parts)}</tr>"
    yield "</table></details>"
