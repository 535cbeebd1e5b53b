"""``lkjip new``: a fiscal year prepared from the one before."""

from __future__ import annotations

from pathlib import Path

import click

from lkjip.cli.common import debug_option, find_project, project_option, reporting
from lkjip.i18n import _


@click.command("new")
@click.argument("year", type=int)
@project_option
@debug_option
def command(year: int, project_folder: Path | None, debug: bool) -> None:
    """Prepare data, narrative and profile of a new fiscal YEAR from the year before."""
    from lkjip.new import create  # reads data; the other commands start without it

    with reporting(debug):
        project = find_project(project_folder)
        created = create(project, year)
        for path in created.paths:
            click.echo(_("made {path}").format(path=project.relative(path)))
        if created.after_period:
            click.echo(
                _("{year} lies behind the Renstra: put the new one into {folder}").format(
                    year=year, folder=project.relative(created.paths[0])
                )
            )
        click.echo(
            _("fill in {folder}; lkjip check {year} tells what is missing").format(
                folder=project.relative(created.paths[0]), year=year
            )
        )
