"""The command line: one module per command."""

from __future__ import annotations

from typing import Annotated

import typer

import lkjip
from lkjip.cli import audit, build, check, diff, doctor, execute, new
from lkjip.i18n import _

app = typer.Typer(
    help=_("An annual government performance report (LKjIP) that computes itself."),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
app.command("build")(build.command)
app.command("check")(check.command)
app.command("audit")(audit.command)
app.command("diff")(diff.command)
app.command("execute")(execute.command)
app.command("new")(new.command)
app.command("doctor")(doctor.command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lkjip {lkjip.__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help=_("Print the version.")
        ),
    ] = False,
) -> None:
    """Options that hold for every command."""
