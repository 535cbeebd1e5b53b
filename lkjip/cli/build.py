"""``lkjip build``: the report of one or more years."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from lkjip import beranda
from lkjip.build import FORMATS, Built, build
from lkjip.cli.common import DebugOption, JobsOption, ProjectOption, find_project, reporting
from lkjip.cli.progress import progress
from lkjip.config import default_year
from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.paths import Project


def command(
    years: Annotated[
        list[int] | None,
        typer.Argument(metavar="[YEAR]...", help=_("Fiscal years (default: the project's).")),
    ] = None,
    to: Annotated[str, typer.Option("--to", help=_("Formats, separated by commas."))] = ",".join(
        FORMATS
    ),
    engine: Annotated[str, typer.Option(help="auto | quarto | builtin")] = "auto",
    jobs: JobsOption = None,
    output: Annotated[
        Path | None, typer.Option(help=_("Folder that receives <year>/ (default: output)."))
    ] = None,
    final: Annotated[
        bool,
        typer.Option(
            "--final", help=_("The report as published; refused with unexplained errors.")
        ),
    ] = False,
    project_folder: ProjectOption = None,
    debug: DebugOption = False,
) -> None:
    """Compute and publish the report: notebooks, then HTML, PDF and Word.

    With several years published, index.html leads to all of them.
    """
    with reporting(debug):
        project = find_project(project_folder)
        formats = _formats(to)
        for year in years or [default_year(project)]:
            start = time.monotonic()
            with progress().showing() as shown:
                built = build(
                    project,
                    year,
                    formats,
                    engine,
                    jobs,
                    output,
                    final,
                    on_notebook=shown.stage(_("Notebooks")),
                    on_format=shown.stage(_("Formats")),
                )
            typer.echo(str(built.checked))
            typer.echo(_closing_line(project, built, time.monotonic() - start))
        index = beranda.write(project, built.folder.parent)
        if index and len(years or []) > 1:
            typer.echo(_("the years together: {file}").format(file=project.relative(index)))


def _formats(text: str) -> list[str]:
    wanted = [part.strip() for part in text.split(",") if part.strip()]
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown or not wanted:
        raise InputError(
            Finding(
                _("this is not a format of the report"),
                column="--to",
                value=", ".join(unknown) or text,
                expected=_("some of: {formats}").format(formats=",".join(FORMATS)),
            )
        )
    return [name for name in FORMATS if name in wanted]


def _closing_line(project: Project, built: Built, seconds: float) -> str:
    text = (
        _("{year}: nothing has changed; the report is in {folder} ({seconds:.1f} s)")
        if built.unchanged
        else _("{year}: the report is in {folder} ({engine}, {seconds:.1f} s)")
    )
    return text.format(
        year=built.year,
        folder=project.relative(built.folder),
        engine=built.engine,
        seconds=seconds,
    )
