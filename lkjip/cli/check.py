"""``lkjip check``: the findings of one or more years."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from pathlib import Path

import click

from lkjip.cli.common import (
    debug_option,
    find_project,
    project_option,
    reporting,
    result_option,
)
from lkjip.config import default_year
from lkjip.i18n import _
from lkjip.registry import choose

FORMATS = {name: f"lkjip.check.{name}" for name in ("text", "json", "html")}
"""Names of formats, and the modules whose ``render`` makes them."""


@click.command("check")
@click.argument("years", nargs=-1, type=int, metavar="[YEAR]...")
@click.option("--format", default="text", help=" | ".join(FORMATS))
@click.option("--full", is_flag=True, help="Show notes and explained findings at full length too.")
@result_option
@project_option
@debug_option
def command(
    years: tuple[int, ...],
    format: str,
    full: bool,
    output: Path | None,
    project_folder: Path | None,
    debug: bool,
) -> None:
    """Find what contradicts itself in the data and the report; exit 1 on unexplained errors.

    YEAR: fiscal years (default: the project's).
    """
    with reporting(debug):
        module = choose(FORMATS, format, _("this is not a format of the check"))
        # Imported here: no other command needs the rules.
        from lkjip.check.engine import check

        render = import_module(module).render
        if format == "text":  # the other formats are always complete
            render = partial(render, full=full)
        project = find_project(project_folder)
        reports = [check(project, year) for year in years or [default_year(project)]]
        result = render(reports)
        if output is None:
            click.echo(result, nl=False)
        else:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text(result, encoding="utf-8", newline="\n")
        if any(report.unexplained_errors for report in reports):
            raise click.exceptions.Exit(1)
