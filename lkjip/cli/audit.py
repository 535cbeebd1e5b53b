"""``lkjip audit``: is a published report still what it was, and what it says of itself?"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from lkjip.cli.common import (
    debug_option,
    jobs_option,
    project_option,
    reporting,
    result_option,
)
from lkjip.cli.output import deliver
from lkjip.cli.progress import progress
from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.registry import choose

FORMATS = ("text", "json", "html", "pdf")
"""Names of modules of `lkjip.audit`, each with a function ``render``."""


@click.command("audit")
@click.argument("subject", metavar="YEAR|BUNDLE")
@click.option("--format", default="text", help=" | ".join(FORMATS))
@result_option
@jobs_option
@project_option
@debug_option
def command(
    subject: str,
    format: str,
    output: Path | None,
    jobs: int | None,
    project_folder: Path | None,
    debug: bool,
) -> None:
    """Verify a published report and make it anew elsewhere; exit 1 on a difference.

    YEAR|BUNDLE: a fiscal year of the project, or the folder of a published report.

    Notebooks and filters of the report run with your rights: audit what comes from a source you
    trust that far.
    """
    with reporting(debug):
        name = choose(dict.fromkeys(FORMATS, format), format, _("this is not a format of audits"))
        # Imported here: no other command needs it.
        from lkjip.audit.audit import audit

        with progress().showing() as shown:
            outcome = audit(
                subject,
                project_folder,
                jobs,
                shown.stage(_("Notebooks")),
                shown.stage(_("Formats")),
            )
        if output and outcome.bundle.folder.resolve() in output.resolve().parents:
            raise InputError(_inside(output))
        deliver(import_module(f"lkjip.audit.{name}").render(outcome), output)
        if outcome.failing:
            raise click.exceptions.Exit(1)


def _inside(output: Path) -> Finding:
    return Finding(
        _("the result would be written into the report that is audited"),
        column="--output",
        value=str(output),
        expected=_("a file outside of it: an audit changes nothing"),
    )
