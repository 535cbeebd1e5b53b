"""``lkjip new``: a fiscal year prepared from the one before."""

from __future__ import annotations

from typing import Annotated

import typer

from lkjip.cli.common import DebugOption, ProjectOption, find_project, reporting
from lkjip.i18n import _


def command(
    year: Annotated[int, typer.Argument(help=_("The new fiscal year."))],
    project_folder: ProjectOption = None,
    debug: DebugOption = False,
) -> None:
    """Prepare data, narrative and profile of a new fiscal year from the year before."""
    from lkjip.new import create  # reads data; the other commands start without it

    with reporting(debug):
        project = find_project(project_folder)
        created = create(project, year)
        for path in created.paths:
            typer.echo(_("made {path}").format(path=project.relative(path)))
        if created.after_period:
            typer.echo(
                _("{year} lies behind the Renstra: put the new one into {folder}").format(
                    year=year, folder=project.relative(created.paths[0])
                )
            )
        typer.echo(
            _("fill in {folder}; lkjip check {year} tells what is missing").format(
                folder=project.relative(created.paths[0]), year=year
            )
        )
