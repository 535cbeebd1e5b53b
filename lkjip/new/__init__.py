"""A new fiscal year from the one before: data, narrative and profile, all or nothing."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from lkjip.data.folder import read_year, years
from lkjip.data.package import write_package
from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.new.data import write_data
from lkjip.new.narasi import write_narasi
from lkjip.new.profile import write_profile
from lkjip.paths import Project

__all__ = ["Created", "create"]

_STAGE = ".lkjip-new-"


@dataclass(frozen=True)
class Created:
    """What was made.

    Attributes
    ----------
    year
        The new fiscal year.
    paths
        The folders and files that were not there before.
    after_period
        Whether the year lies behind the period of the Renstra that was carried over.
    """

    year: int
    paths: tuple[Path, ...]
    after_period: bool


def create(project: Project, year: int) -> Created:
    """Prepare a fiscal year.

    Carried over from the year before are the office, the plan (sasaran, indicators, programmes,
    activities, organisation) and the history; what only the new year can tell is left empty.

    Parameters
    ----------
    project
        The project folder.
    year
        The new fiscal year; the year before has a folder.

    Returns
    -------
    Created
        ``data/<year>``, ``narasi/<year>`` and ``_quarto-<year>.yml``.

    Raises
    ------
    InputError
        One of these exists already, there is no year before, or its data is wrong. Nothing is
        written then.
    """
    targets = (project.data / str(year), project.narasi / str(year), project.profile(str(year)))
    _check(project, year, targets)
    before = read_year(project.data, year - 1)
    for leftover in project.root.glob(f"{_STAGE}*"):
        shutil.rmtree(leftover, ignore_errors=True)  # of a run that was killed
    # Beside the targets, so that moving them is a matter of names.
    stage = Project(Path(tempfile.mkdtemp(prefix=_STAGE, dir=project.root)))
    try:
        write_data(before, stage.data / str(year))
        write_package(read_year(stage.data, year))
        write_narasi(project.narasi / str(year - 1), stage.narasi / str(year), year - 1)
        write_profile(project, stage.profile(str(year)), year)
        _move([(stage.root / path.relative_to(project.root), path) for path in targets])
    finally:
        shutil.rmtree(stage.root, ignore_errors=True)
    return Created(year, targets, year > before.instansi.periode.akhir)


def _check(project: Project, year: int, targets: tuple[Path, ...]) -> None:
    known = years(project.data)
    if year not in known and year - 1 not in known:
        raise InputError(_no_year_before(project, year, known))
    findings = [
        Finding(
            _("this exists already, and nothing is overwritten"),
            file=project.relative(path),
            mend=_("keep it and build {year}, or move it away first").format(year=year),
        )
        for path in targets
        if path.exists()
    ]
    if findings:
        raise InputError(findings)


def _no_year_before(project: Project, year: int, known: list[int]) -> Finding:
    return Finding(
        _("there is no data for {year}, the year before").format(year=year - 1),
        file=f"{project.relative(project.data)}/{year - 1}",
        value=str(year),
        expected=_("a year after one of: {years}").format(years=", ".join(map(str, known)))
        if known
        else _("a folder with the data of a year"),
        mend=_("run: lkjip new {year}").format(year=known[-1] + 1) if known else None,
    )


def _move(pairs: list[tuple[Path, Path]]) -> None:
    """Put everything in its place, or nothing."""
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in pairs:
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)
            done.append((source, target))
    except BaseException:
        for source, target in reversed(done):
            target.rename(source)
        raise
