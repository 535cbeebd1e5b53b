"""Two reports compared."""

from __future__ import annotations

import tempfile
from pathlib import Path

from lkjip.bundle.sources import of_bundle as bundled
from lkjip.diff import findings, text
from lkjip.diff.compare import compare
from lkjip.diff.model import Change, Comparison, Sentence
from lkjip.diff.published import Published
from lkjip.diff.side import Side, resolve
from lkjip.diff.sources import data
from lkjip.i18n import _


def diff(a: str, b: str, project_folder: Path | None = None, year: int | None = None) -> Comparison:
    """Find what differs between two reports.

    Parameters
    ----------
    a, b
        Folders of bundles, years of the project, or git revisions; `lkjip.diff.side.resolve`.
    project_folder, year
        The project, and for revisions the fiscal year.

    Raises
    ------
    InputError
        When one of them is not to be found.
    LkjipError
        When the report of a revision cannot be built.
    """
    with tempfile.TemporaryDirectory(prefix="lkjip-diff-", ignore_cleanup_errors=True) as name:
        scratch = Path(name)
        old = resolve(a, project_folder, year, scratch / "a")
        new = resolve(b, project_folder, year, scratch / "b")
        notes: list[str] = []
        appeared, gone = _findings(old, new, scratch, notes)
        return Comparison(
            (a, b),
            [
                *compare(Published.read(old.folder), Published.read(new.folder)),
                *_data(old, new, notes),
            ],
            _sentences(old, new, notes),
            appeared,
            gone,
            notes,
        )


def _sentences(old: Side, new: Side, notes: list[str]) -> list[Sentence] | None:
    if old.html is None or new.html is None:
        notes.append(_("sentences are not compared: one of the two has no HTML report"))
        return None
    return text.compare(text.of_html(old.html), text.of_html(new.html))


def _data(old: Side, new: Side, notes: list[str]) -> list[Change]:
    if old.bundle is None or new.bundle is None:
        notes.append(_("data are not compared: one of the two holds no sources"))
        return []
    if old.bundle.year != new.bundle.year:
        # Nearly every row has the year in its key, or belongs to it.
        notes.append(_("data are not compared cell by cell: the reports are of different years"))
        return []
    return list(data(bundled(old.folder), bundled(new.folder)))


def _findings(old: Side, new: Side, scratch: Path, notes: list[str]) -> tuple[list[str], list[str]]:
    if old.bundle is None or new.bundle is None:
        notes.append(_("findings are not compared: one of the two holds no sources"))
        return [], []
    before = findings.of_bundle(old.bundle, scratch / "periksa-a")
    after = findings.of_bundle(new.bundle, scratch / "periksa-b")
    return sorted(after - before), sorted(before - after)
