"""``lkjip check``: the findings of one or more years."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from lkjip.cli.common import DebugOption, ProjectOption, find_project, reporting
from lkjip.config import default_year
from lkjip.i18n import _
from lkjip.registry import choose

FORMATS = {name: f"lkjip.check.{name}" for name in ("text", "json", "html")}
"""Names of formats, and the modules whose ``render`` makes them."""


def command(
    years: Annotated[
        list[int] | None,
        typer.Argument(metavar="[YEAR]...", help=_("Fiscal years (default: the project's).")),
    ] = None,
    format: Annotated[str, typer.Option("--format", help=" | ".join(FORMATS))] = "text",
    output: Annotated[
        Path | None, typer.Option(help=_("File that receives the result (default: the screen)."))
    ] = None,
    project_folder: ProjectOption = None,
    debug: DebugOption = False,
) -> None:
    """Find what contradicts itself in the data and the report; exit 1 on unexplained errors."""
    with reporting(debug):
        module = choose(FORMATS, format, _("this is not a format of the check"))
        # Imported here: no other command needs the rules.
        from lkjip.check.engine import check

        render = import_module(module).render
        project = find_project(project_folder)
        reports = [check(project, year) for year in years or [default_year(project)]]
        result = render(reports)
        if output is None:
            typer.echo(result, nl=False)
        else:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text(result, encoding="utf-8", newline="\n")
        if any(report.unexplained_errors for report in reports):
            raise typer.Exit(1)
