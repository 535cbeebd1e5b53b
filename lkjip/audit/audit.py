"""An audit from the checksums to the last page."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from lkjip.audit import changed_sources, results
from lkjip.audit.causes import Causes
from lkjip.audit.model import Audit, Category, Counts, Difference
from lkjip.audit.rerun import Maker, Rerun, rerun
from lkjip.audit.verify import verify
from lkjip.bundle import sources
from lkjip.bundle.bundle import Bundle
from lkjip.bundle.layout import DATA, MANIFEST, SOURCES
from lkjip.diff.published import Published
from lkjip.diff.sources import inside
from lkjip.errors import Finding, InputError
from lkjip.execute import OnStep
from lkjip.i18n import _
from lkjip.paths import Project

_SOURCES = (f"{DATA}/", f"{SOURCES}/")
_ORDER: tuple[Category, ...] = (
    *("berkas", "masukan", "buku-kerja", "narasi", "ekstensi", "pengaturan"),
    *("hasil", "perangkat", "volatil"),
)


def audit(
    subject: str,
    project_folder: Path | None = None,
    jobs: int | None = None,
    on_notebook: OnStep | None = None,
    on_format: OnStep | None = None,
) -> Audit:
    """Audit a published report; nothing of it, nor of the project, is changed.

    Parameters
    ----------
    subject
        The folder of a bundle, which is then made anew from the sources in it; or a year of the
        project, whose published report is held against the project's present sources.
    project_folder
        The project, for a year; by default found from the working folder upwards.
    jobs, on_notebook, on_format
        As for `lkjip.build.build`.

    Raises
    ------
    InputError
        When there is no such report, or its manifest cannot be read.
    """
    make = partial(rerun, jobs=jobs, on_notebook=on_notebook, on_format=on_format)
    folder = Path(subject)
    if (folder / MANIFEST).is_file() or not subject.isdigit():
        if not folder.is_dir():
            raise InputError(
                Finding(
                    _("there is neither a year nor a folder of this name"),
                    value=subject,
                    expected=_("a fiscal year, or the folder of a published report"),
                )
            )
        return examine(Bundle.read(folder), None, make)
    project = Project.find(project_folder)
    bundle = Bundle.of_year(project, int(subject))
    return examine(bundle, sources.of_project(project, bundle.year), make)


def examine(bundle: Bundle, present: Mapping[str, bytes] | None, make: Maker) -> Audit:
    """Find all that differs.

    Parameters
    ----------
    bundle
        The published report.
    present
        The project's sources; None: the report is made anew from the bundle's own.
    make
        What makes a report anew.
    """
    own = sources.of_bundle(bundle.folder)
    touched = verify(bundle)
    if present is None:
        known = list(touched)
    else:
        touched, own = _told_apart(bundle, touched, own, present)
        # A source that was touched in the bundle is not what the report is made anew from.
        known = [each for each in touched if not each.name.startswith(_SOURCES)]
        known += changed_sources.compare(own, present)
    published = Published.read(bundle.folder)
    with tempfile.TemporaryDirectory(prefix="lkjip-audit-", ignore_cleanup_errors=True) as scratch:
        again = make(own if present is None else present, bundle.made, Path(scratch))
        known += _versions(bundle, again)
        found = results.compare(bundle, published, again, Causes.of(known))
    found = [*touched, *(each for each in known if each not in touched), *found]
    # A file that cannot be read is already named when it was touched.
    named = {each.name for each in touched}
    found = [each for each in found if each.code != "unreadable" or each.name not in named]
    return Audit(
        bundle,
        present is not None,
        sorted(found, key=lambda each: _ORDER.index(each.category)),
        _counts(bundle, published, again),
        {name: (bundle.made.versions.get(name, ""), now) for name, now in again.versions.items()},
        _notes(bundle, again),
    )


def _told_apart(
    bundle: Bundle,
    touched: list[Difference],
    own: dict[str, bytes],
    present: Mapping[str, bytes],
) -> tuple[list[Difference], dict[str, bytes]]:
    """Say what was touched inside a source of the bundle, where the project still has the original.

    Returns
    -------
    list of Difference, dict
        The differences with cells and lines in them, and the bundle's sources as published.
    """
    original = {
        name: content
        for name, content in present.items()
        if name in bundle.files and sha256(content).hexdigest() == bundle.files[name].sha256
    }
    told = []
    for each in touched:
        if each.code == "tampered" and each.name in original:
            changes, sentences = inside(each.name, original[each.name], own[each.name])
            each = replace(each, changes=changes, sentences=sentences)
        told.append(each)
    return told, {**own, **original}


def _versions(bundle: Bundle, again: Rerun) -> list[Difference]:
    was = bundle.made.versions
    return [
        Difference("perangkat", "version", name, old=was.get(name), new=version)
        for name, version in again.versions.items()
        if was.get(name) != version
    ]


def _counts(bundle: Bundle, published: Published, again: Rerun) -> Counts:
    if not again.computed:
        return Counts(files=len(bundle.files))
    return Counts(
        files=len(bundle.files),
        values=len(published.values),
        tables=len(published.tables),
        cells=sum(len(row) for grid in published.tables.values() for row in grid),
        figures=len(published.figures),
        documents=len(bundle.made.formats) if again.published else 0,
    )


def _notes(bundle: Bundle, again: Rerun) -> list[str]:
    if again.engine_missing:
        return [
            _(
                "The report was rendered with {engine}, which is not installed here: its pages "
                "were verified by checksum, not made anew. Every number was computed anew."
            ).format(engine=bundle.made.engine)
        ]
    if again.published is None:
        return [
            _("The documents were not compared: the report could not be made anew.")
            if again.computed
            else _("Numbers and documents were not compared: nothing could be made anew.")
        ]
    return []
