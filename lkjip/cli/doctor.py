"""``lkjip doctor``: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from lkjip import render
from lkjip.cli.common import debug_option, find_project, project_option, reporting
from lkjip.errors import LkjipError
from lkjip.i18n import _, ngettext
from lkjip.installed import requires, version
from lkjip.paths import Project

MINIMUM_PYTHON = (3, 11)


@dataclass(frozen=True)
class Check:
    """One line of the report: what was looked at, whether it is fine, and how to mend it."""

    name: str
    fine: bool
    found: str
    mend: str = ""
    needed: bool = True

    def __str__(self) -> str:
        sign = _("ok") if self.fine else (_("MISSING") if self.needed else _("optional"))
        tail = "" if self.fine or not self.mend else f"\n{'':12}{_('to get it')}: {self.mend}"
        return f"{sign:<10}  {self.name}: {self.found}{tail}"


@click.command("doctor")
@project_option
@debug_option
def command(project_folder: Path | None, debug: bool) -> None:
    """Show what is installed, what is missing and how to get it."""
    with reporting(debug):
        checks = [_python(), *_packages(), _quarto(), _jupyterlab(), *_project(project_folder)]
        for check in checks:
            click.echo(str(check))
        missing = [check for check in checks if check.needed and not check.fine]
        if missing:
            text = ngettext(
                "{count} thing is missing.", "{count} things are missing.", len(missing)
            )
            click.echo(text.format(count=len(missing)))
            raise click.exceptions.Exit(1)
        click.echo(_("Everything that a report needs is here."))


def _python() -> Check:
    wanted = ".".join(map(str, MINIMUM_PYTHON))
    return Check(
        "Python",
        sys.version_info >= MINIMUM_PYTHON,
        f"{platform.python_version()} ({sys.executable})",
        _("install Python {version} or newer").format(version=wanted),
    )


def _packages() -> list[Check]:
    names = [line.split(";")[0].strip() for line in requires("lkjip") if "extra ==" not in line]
    checks = []
    for line in names:
        name = line.split(">")[0].split("=")[0].strip()
        found = _version(name)
        checks.append(
            Check(name, found is not None, found or _("not installed"), f"pip install '{line}'")
        )
    return checks


def _quarto() -> Check:
    path = shutil.which("quarto")
    return Check(
        "Quarto",
        path is not None,
        f"{render.engine_version('quarto')} ({path})"
        if path
        else _("not on PATH; the built-in renderer is used"),
        "pip install quarto-cli",
        needed=False,
    )


def _jupyterlab() -> Check:
    found = _version("jupyterlab")
    return Check(
        "JupyterLab",
        found is not None,
        found or _("not installed; needed only to open the notebooks by hand"),
        "pip install jupyterlab",
        needed=False,
    )


def _project(folder: Path | None) -> list[Check]:
    try:
        project = find_project(folder)
    except LkjipError as error:
        return [Check(_("project"), False, str(error).splitlines()[0], needed=False)]
    years = sorted(path.name for path in project.data.glob("[0-9]*") if path.is_dir())
    return [
        Check(_("project"), True, str(project.root)),
        Check(_("years with data"), bool(years), ", ".join(years) or _("none"), "data/<year>/"),
        _notebooks(project),
        Check(
            _("extension"),
            project.extension.is_dir(),
            project.relative(project.extension),
            _("copy the folder from the original project"),
        ),
    ]


def _notebooks(project: Project) -> Check:
    found = [path.stem for path in project.notebooks()]
    return Check(_("notebooks"), bool(found), ", ".join(found) or _("none"), "notebooks/*.ipynb")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except ModuleNotFoundError:
        return None
