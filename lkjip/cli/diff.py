"""``lkjip diff``: what changed between two reports."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from lkjip.cli.common import debug_option, project_option, reporting, result_option
from lkjip.cli.output import deliver
from lkjip.i18n import _
from lkjip.registry import choose

FORMATS = {
    "text": "lkjip.diff.text_page",
    "json": "lkjip.diff.json_page",
    "html": "lkjip.diff.html_page",
}


@click.command("diff")
@click.argument("a")
@click.argument("b")
@click.option("--format", default="text", help=" | ".join(FORMATS))
@result_option
@click.option("--year", type=int, help=_("The fiscal year of a revision (default: the project's)."))
@project_option
@debug_option
def command(
    a: str,
    b: str,
    format: str,
    output: Path | None,
    year: int | None,
    project_folder: Path | None,
    debug: bool,
) -> None:
    """Show what changed from A to B: numbers, sentences, figures, findings; exit 1 if anything.

    A and B: the folder of a published report, a built year, or a git revision.
    """
    with reporting(debug):
        page = choose(FORMATS, format, _("this is not a format of comparisons"))
        # Imported here: no other command needs it.
        from lkjip.diff.diff import diff

        comparison = diff(a, b, project_folder, year)
        deliver(import_module(page).render(comparison), output)
        if not comparison.same:
            raise click.exceptions.Exit(1)
