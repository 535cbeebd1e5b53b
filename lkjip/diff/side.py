"""What the user named: a bundle, a year of the project, or a git revision."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

from lkjip.bundle import git
from lkjip.bundle.bundle import Bundle
from lkjip.bundle.layout import MANIFEST
from lkjip.config import default_year
from lkjip.errors import Finding, InputError, LkjipError
from lkjip.i18n import _
from lkjip.paths import Project

# What a report is made of, and the code that makes it; a revision may lack some of them.
_EXPORTED = ("_quarto*.yml", "*.qmd", "narasi", "notebooks", "data", "_extensions", "lkjip")


@dataclass(frozen=True)
class Side:
    """One of the two reports.

    Attributes
    ----------
    name
        As the user wrote it.
    folder
        The published report.
    bundle
        Its manifest; None for a revision from before there were any.
    """

    name: str
    folder: Path
    bundle: Bundle | None

    @property
    def html(self) -> Path | None:
        """The HTML report, if it was made."""
        return next(iter(sorted(self.folder.glob("*.html"))), None)


def resolve(name: str, project_folder: Path | None, year: int | None, scratch: Path) -> Side:
    """Find the report that a name stands for.

    Parameters
    ----------
    name
        The folder of a bundle; a year whose published report lies in the project; or a git
        revision, whose report is then built with the code of that revision in a place of its own.
    project_folder
        The project; by default found from the working folder upwards.
    year
        For a revision: the fiscal year; by default the project's.
    scratch
        Empty folder for what has to be built.

    Raises
    ------
    InputError
        When the name stands for nothing.
    LkjipError
        When the report of a revision cannot be built.
    """
    if (Path(name) / MANIFEST).is_file():
        return _published(name, Bundle.read(Path(name)))
    project = Project.find(project_folder)
    if name.isdigit() and len(name) == 4:
        return _published(name, Bundle.of_year(project, int(name)))
    return _revision(name, project, year or default_year(project), scratch)


def _published(name: str, bundle: Bundle) -> Side:
    return Side(name, bundle.folder, bundle)


def _revision(name: str, project: Project, year: int, scratch: Path) -> Side:
    commit = git.run(project.root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if commit is None or name.startswith("-"):
        raise InputError(
            Finding(
                _("there is no published report, year or git revision of this name"),
                value=name,
                expected=_("a folder of a report, a built year, or a revision of this project"),
            )
        )
    source = scratch / "sumber"
    _export(project, commit.decode().strip(), source)
    command = [sys.executable, "-m", "lkjip", "build", str(year), "--to", "html"]
    command += ["--engine", "builtin", "--output", str(scratch / "hasil")]
    # The code of the revision computes its numbers: it comes first on the path, in kernels too.
    path = os.pathsep.join(filter(None, [str(source), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        command,
        cwd=source,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise LkjipError(
            _("the report of {revision} cannot be built: {message}").format(
                revision=name, message=done.stderr.strip()[-2000:]
            )
        )
    folder = scratch / "hasil" / str(year)
    known = (folder / MANIFEST).is_file()
    return Side(name, folder, Bundle.read(folder) if known else None)


def _export(project: Project, commit: str, target: Path) -> None:
    """Write the project as it was in a commit, without touching the working tree."""
    inside = git.run(project.root, "ls-tree", "--name-only", commit, "./") or b""
    present = [line.rpartition("/")[2] for line in inside.decode("utf-8", "replace").splitlines()]
    wanted = [name for name in present if any(Path(name).match(each) for each in _EXPORTED)]
    archive = git.run(project.root, "archive", "--format=tar", commit, "--", *wanted)
    if not wanted or archive is None:
        raise LkjipError(_("git cannot export {revision}").format(revision=commit))
    target.mkdir(parents=True)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(target, filter="data")
