"""The command line: one module per command."""

from __future__ import annotations

import click

import lkjip
from lkjip.cli import audit, build, check, diff, doctor, execute, new
from lkjip.i18n import _


@click.group(
    help=_("An annual government performance report (LKjIP) that computes itself."),
    context_settings={"show_default": True},
)
@click.version_option(
    lkjip.__version__,
    prog_name="lkjip",
    message="%(prog)s %(version)s",
    help=_("Print the version."),
)
def app() -> None:
    """Options that hold for every command."""


for each in (build, check, audit, diff, execute, new, doctor):
    app.add_command(each.command)
