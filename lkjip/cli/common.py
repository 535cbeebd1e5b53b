"""What all commands share: options, and errors put into words with the right exit code."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from lkjip.errors import InputError, LkjipError
from lkjip.i18n import _
from lkjip.paths import Project

INTERRUPTED = 130

PATH = click.Path(path_type=Path)

project_option = click.option(
    "--project",
    "project_folder",
    type=PATH,
    help=_("The project folder (default: found from here upwards)."),
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help=_("Notebooks that run at the same time (default: cores)."),
)
debug_option = click.option("--debug", is_flag=True, help=_("Show the traceback of an error."))
result_option = click.option(
    "--output", type=PATH, help=_("File that receives the result (default: the screen).")
)


@contextmanager
def reporting(debug: bool) -> Iterator[None]:
    """Turn errors into a message and their exit code; Ctrl-C ends with 130."""
    try:
        yield
    except LkjipError as error:
        if debug:
            traceback.print_exc()
        click.echo(_summary(error), err=True)
        raise click.exceptions.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        if debug:
            traceback.print_exc()
        click.echo(_("Interrupted. The last good report is as it was."), err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None


def find_project(folder: Path | None) -> Project:
    """The project that the user means."""
    return Project.find(folder)


def _summary(error: LkjipError) -> str:
    lines = [str(error)]
    if isinstance(error, InputError) and len(error.findings) > 1:
        lines.append(_("{count} problems found.").format(count=len(error.findings)))
    return "\n".join(lines)
