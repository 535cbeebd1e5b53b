"""A comparison as one page that needs no other file."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from lkjip.diff.model import Comparison
from lkjip.diff.words import group, place
from lkjip.i18n import _

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --gone: #f9d0d0; --new: #cdeccd; }
@media (prefers-color-scheme: dark) { :root { --gone: #5c2323; --new: #1f4a25; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto;
  padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border-bottom: 1px solid var(--line); padding: .2rem .5rem; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
del { background: var(--gone); } ins { background: var(--new); }
"""
_TAGS = {"=": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}


def render(comparison: Comparison) -> str:
    """Put a comparison into one HTML page."""
    body = "\n".join(_body(comparison))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>lkjip diff</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n"
        "</body>\n</html>\n"
    )


def _body(comparison: Comparison) -> Iterator[str]:
    yield f"<h1>{escape('{} → {}'.format(*comparison.names))}</h1>"
    yield from (f"<p>{escape(note)}</p>" for note in comparison.notes)
    if comparison.same:
        yield f"<p>{escape(_('nothing differs'))}</p>"
    for heading, changes in groupby(comparison.changes, key=group):
        yield f"<h2>{escape(heading)}</h2>\n<table>"
        heads = (_("where"), _("before"), _("after"), _("difference"))
        yield f"<tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr>"
        for change in changes:
            numbers = "".join(
                f'<td class="number">{escape(text or "")}</td>'
                for text in (change.old, change.new, change.delta)
            )
            yield f"<tr><td>{escape(place(change))}</td>{numbers}</tr>"
        yield "</table>"
    if comparison.sentences:
        yield f"<h2>{escape(_('Sentences'))}</h2>"
        for sentence in comparison.sentences:
            words = (_TAGS[sign].format(escape(words)) for sign, words in sentence.words)
            yield f"<p>{' '.join(words)}</p>"
    for heading, found in (
        (_("Findings that appeared"), comparison.appeared),
        (_("Findings that went"), comparison.gone),
    ):
        if found:
            items = "".join(f"<li>{escape(finding)}</li>" for finding in found)
            yield f"<h2>{escape(heading)}</h2>\n<ul>{items}</ul>"
