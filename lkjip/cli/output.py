"""Where a command's result goes: the screen or a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lkjip.errors import Finding, InputError
from lkjip.i18n import _


def deliver(result: str | bytes, output: Path | None) -> None:
    """Print a result, or write it to a file.

    Parameters
    ----------
    result
        Text, or bytes for a format that is no text.
    output
        The file; None for the screen.

    Raises
    ------
    InputError
        When bytes would go to a terminal.
    """
    if output is None:
        if isinstance(result, bytes) and sys.stdout.isatty():
            raise InputError(
                Finding(
                    _("this format is not for the screen"),
                    column="--output",
                    expected=_("a file"),
                    mend=_("add --output and the name of a file"),
                )
            )
        click.echo(result, nl=False)
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(result if isinstance(result, bytes) else result.encode("utf-8"))
