"""Notes for readers, checked against the report that is to print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkjip.data.penjelasan import ANNEX, Catatan
from lkjip.errors import Finding
from lkjip.i18n import _
from lkjip.registry import nearest
from lkjip.render.source import Shortcode, Source, parse

_LABELS = {"tabel": "tbl", "gambar": "fig"}
COLUMN, PLACE = "untuk_pembaca", "letak"


def check(
    notes: Iterable[Catatan], sources: Iterable[Source], values: Iterable[str]
) -> Iterator[Finding]:
    """Find notes that stand nowhere, or name values that nobody recorded.

    Parameters
    ----------
    notes
        The notes of the year.
    sources
        All sources of the report.
    values
        Ids of the recorded values.
    """
    known, recorded = frozenset(_places(sources)), frozenset(values)
    for note in notes:
        for label in [note.letak, *([ANNEX] if note.lampiran and note.letak != ANNEX else [])]:
            if label not in known:
                yield _wrong(
                    note,
                    PLACE,
                    _("the report has no table, figure or section with this label"),
                    label,
                    nearest(label, known),
                    _("correct the label of the place"),
                )
        for shortcode in parse(note.file, note.teks).shortcodes:
            target = shortcode.args[0] if len(shortcode.args) == 1 else ""
            if not _is_value(shortcode) or target not in recorded:
                yield _wrong(
                    note,
                    COLUMN,
                    _("no notebook makes this {kind}").format(kind="nilai"),
                    note.teks[shortcode.start : shortcode.end],
                    nearest(target, recorded) or "{{< nilai … >}}",
                    _("correct the id, or record it in a notebook"),
                )


def _places(sources: Iterable[Source]) -> Iterator[str]:
    """The labels of all that a note may stand below."""
    for source in sources:
        yield from (label for label, _start in source.labels())
        for shortcode in source.shortcodes:
            if shortcode.name in _LABELS and shortcode.args:
                yield f"{_LABELS[shortcode.name]}-{shortcode.args[0]}"


def _is_value(shortcode: Shortcode) -> bool:
    return shortcode.name == "nilai" and not shortcode.named


def _wrong(
    note: Catatan, column: str, message: str, value: str, expected: str | None, mend: str
) -> Finding:
    return Finding(
        message,
        file=note.file,
        row=note.line,
        column=column,
        value=value,
        expected=expected,
        mend=mend,
    )
