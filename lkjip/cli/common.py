"""What all commands share: options, and errors put into words with the right exit code."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from lkjip.errors import InputError, LkjipError
from lkjip.i18n import _
from lkjip.paths import Project

INTERRUPTED = 130

ProjectOption = Annotated[
    Path | None,
    typer.Option("--project", help=_("The project folder (default: found from here upwards).")),
]
JobsOption = Annotated[
    int | None,
    typer.Option("--jobs", min=1, help=_("Notebooks that run at the same time (default: cores).")),
]
DebugOption = Annotated[bool, typer.Option("--debug", help=_("Show the traceback of an error."))]


@contextmanager
def reporting(debug: bool) -> Iterator[None]:
    """Turn errors into a message and their exit code; Ctrl-C ends with 130."""
    try:
        yield
    except LkjipError as error:
        if debug:
            traceback.print_exc()
        typer.echo(_summary(error), err=True)
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        if debug:
            traceback.print_exc()
        typer.echo(_("Interrupted. The last good report is as it was."), err=True)
        raise typer.Exit(INTERRUPTED) from None


def find_project(folder: Path | None) -> Project:
    """The project that the user means."""
    return Project.find(folder)


def _summary(error: LkjipError) -> str:
    lines = [str(error)]
    if isinstance(error, InputError) and len(error.findings) > 1:
        lines.append(_("{count} problems found.").format(count=len(error.findings)))
    return "\n".join(lines)
