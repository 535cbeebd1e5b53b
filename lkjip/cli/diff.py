"""``lkjip diff``: what changed between two reports."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from lkjip.cli.common import DebugOption, ProjectOption, reporting
from lkjip.cli.output import deliver
from lkjip.i18n import _
from lkjip.registry import choose

FORMATS = {
    "text": "lkjip.diff.text_page",
    "json": "lkjip.diff.json_page",
    "html": "lkjip.diff.html_page",
}
_SUBJECT = _("The folder of a published report, a built year, or a git revision.")


def command(
    a: Annotated[str, typer.Argument(metavar="A", help=_SUBJECT)],
    b: Annotated[str, typer.Argument(metavar="B", help=_SUBJECT)],
    format: Annotated[str, typer.Option("--format", help=" | ".join(FORMATS))] = "text",
    output: Annotated[
        Path | None, typer.Option(help=_("File that receives the result (default: the screen)."))
    ] = None,
    year: Annotated[
        int | None, typer.Option(help=_("The fiscal year of a revision (default: the project's)."))
    ] = None,
    project_folder: ProjectOption = None,
    debug: DebugOption = False,
) -> None:
    """Show what changed from A to B: numbers, sentences, figures, findings; exit 1 if anything."""
    with reporting(debug):
        page = choose(FORMATS, format, _("this is not a format of comparisons"))
        # Imported here: no other command needs it.
        from lkjip.diff.diff import diff

        comparison = diff(a, b, project_folder, year)
        deliver(import_module(page).render(comparison), output)
        if not comparison.same:
            raise typer.Exit(1)
