"""``lkjip execute``: the notebooks only. Quarto calls this before it renders."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from lkjip.cli.common import DebugOption, JobsOption, ProjectOption, find_project, reporting
from lkjip.cli.progress import progress
from lkjip.config import default_year
from lkjip.execute import execute
from lkjip.i18n import _


def command(
    year: Annotated[
        int | None, typer.Argument(help=_("The fiscal year (default: the profile's)."))
    ] = None,
    jobs: JobsOption = None,
    project_folder: ProjectOption = None,
    debug: DebugOption = False,
) -> None:
    """Run the notebooks whose data, code or parameters changed."""
    with reporting(debug):
        project = find_project(project_folder)
        start = time.monotonic()
        with progress().showing() as shown:
            done = execute(
                project, year or default_year(project), jobs, shown.stage(_("Notebooks"))
            )
        typer.echo(
            _(
                "{ran} notebooks run, {reused} unchanged; results in {folder} ({seconds:.1f} s)"
            ).format(
                ran=len(done.ran),
                reused=len(done.reused),
                folder=project.relative(done.folder),
                seconds=time.monotonic() - start,
            )
        )
