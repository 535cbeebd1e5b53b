"""Marks of shortcodes that do not fit together, so that no reader ever sees one in the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip.errors import Finding
from lkjip.i18n import _
from lkjip.render.source import Source

NAMES = ("nilai", "tabel", "gambar", "narasi", "include", "meta", "pagebreak")
# Three braces show a shortcode and do not call it; two without the sign are TeX, unless one of our
# names follows.
_MARK = re.compile(rf"(?<!\{{)\{{\{{(?:<|\s*(?:{'|'.join(NAMES)})\b)|>\s*\}}\}}(?!\}})")
_OPENING = re.compile(r"(?<!\{)\{\{(?!\{)")
_SHOWN = 60


def check(source: Source) -> Iterator[Finding]:
    """Shortcodes that are not closed, or whose marks are mistyped.

    Parameters
    ----------
    source
        The text of a file.
    """
    rest = list(source.masked)
    for shortcode in source.shortcodes:
        rest[shortcode.start : shortcode.end] = " " * (shortcode.end - shortcode.start)
        # It goes on to where another one ends.
        if _OPENING.search(source.text, shortcode.start + 1, shortcode.end):
            yield _broken(source, shortcode.start)
    last = 0
    for match in _MARK.finditer("".join(rest)):
        row = source.line(match.start())
        if row != last and not _in_formula(source, match.start()):
            yield _broken(source, match.start())
        last = row


def _in_formula(source: Source, position: int) -> bool:
    """Whether a formula holds it, where two braces are nothing special."""
    before = source.text[:position].rpartition("\n\n")[2]
    return bool(before.count("$$") % 2 or before.replace("$$", "").count("$") % 2)


def _broken(source: Source, position: int) -> Finding:
    line = source.text[position:].partition("\n")[0]
    return Finding(
        _("the marks of this shortcode do not fit together"),
        file=source.name,
        row=source.line(position),
        value=line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…",
        expected="{{< nilai … >}}",
        mend=_("write {{< before and >}} after it"),
    )
