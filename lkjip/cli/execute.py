"""``lkjip execute``: the notebooks only. Quarto calls this before it renders."""

from __future__ import annotations

import time
from pathlib import Path

import click

from lkjip.cli.common import (
    debug_option,
    find_project,
    jobs_option,
    project_option,
    reporting,
)
from lkjip.cli.progress import progress
from lkjip.config import default_year
from lkjip.execute import execute
from lkjip.i18n import _


@click.command("execute")
@click.argument("year", type=int, required=False)
@jobs_option
@project_option
@debug_option
def command(year: int | None, jobs: int | None, project_folder: Path | None, debug: bool) -> None:
    """Run the notebooks whose data, code or parameters changed.

    YEAR: the fiscal year (default: the profile's).
    """
    with reporting(debug):
        project = find_project(project_folder)
        start = time.monotonic()
        with progress().showing() as shown:
            done = execute(
                project, year or default_year(project), jobs, shown.stage(_("Notebooks"))
            )
        click.echo(
            _(
                "{ran} notebooks run, {reused} unchanged; results in {folder} ({seconds:.1f} s)"
            ).format(
                ran=len(done.ran),
                reused=len(done.reused),
                folder=project.relative(done.folder),
                seconds=time.monotonic() - start,
            )
        )
