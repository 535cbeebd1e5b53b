"""``lkjip build``: the report of one or more years."""

from __future__ import annotations

import time
from pathlib import Path

import click

from lkjip import beranda
from lkjip.build import FORMATS, Built, build
from lkjip.cli.common import (
    PATH,
    debug_option,
    find_project,
    jobs_option,
    project_option,
    reporting,
)
from lkjip.cli.progress import progress
from lkjip.config import default_year
from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.paths import Project


@click.command("build")
@click.argument("years", nargs=-1, type=int, metavar="[YEAR]...")
@click.option("--to", default=",".join(FORMATS), help=_("Formats, separated by commas."))
@click.option("--engine", default="auto", help="auto | quarto | builtin")
@jobs_option
@click.option("--output", type=PATH, help=_("Folder that receives <year>/ (default: output)."))
@click.option(
    "--final", is_flag=True, help=_("The report as published; refused with unexplained errors.")
)
@project_option
@debug_option
def command(
    years: tuple[int, ...],
    to: str,
    engine: str,
    jobs: int | None,
    output: Path | None,
    final: bool,
    project_folder: Path | None,
    debug: bool,
) -> None:
    """Compute and publish the report: notebooks, then HTML, PDF and Word.

    YEAR: fiscal years (default: the project's). With several years published, index.html leads to
    all of them.
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
            click.echo(str(built.checked))
            if built.replaced_final:
                click.echo(_replaced(built))
            click.echo(_closing_line(project, built, time.monotonic() - start))
        index = beranda.write(project, built.folder.parent)
        if index and len(years) > 1:
            click.echo(_("the years together: {file}").format(file=project.relative(index)))


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


def _replaced(built: Built) -> str:
    return _(
        "{year}: this draft takes the place of a final report; 'lkjip build {year} --final' "
        "makes a final one again"
    ).format(year=built.year)


def _closing_line(project: Project, built: Built, seconds: float) -> str:
    text = (
        _("{year}: nothing has changed; {report} is in {folder} ({seconds:.1f} s)")
        if built.unchanged
        else _("{year}: {report} is in {folder} ({engine}, {seconds:.1f} s)")
    )
    return text.format(
        year=built.year,
        report=_("the final report") if built.final else _("the draft"),
        folder=project.relative(built.folder),
        engine=built.engine,
        seconds=seconds,
    )
