"""Progress of long work on standard error: bars on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from lkjip.execute import OnStep


class Progress:
    """Hands out a step function for each stage of the work.

    Parameters
    ----------
    bars
        Draw bars (a terminal), or print a line for each step.
    """

    def __init__(self, bars: bool) -> None:
        self._bars = None
        if bars:
            # rich is slow to load; only a terminal needs it.
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bars

            self._bars = Bars(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                TextColumn("{task.fields[last]}"),
                console=Console(stderr=True),
            )

    def stage(self, title: str) -> OnStep:
        """A function ``f(done, total, name)`` that shows how far a stage is."""
        bars, task = self._bars, None

        def step(done: int, total: int, name: str) -> None:
            nonlocal task
            if bars is None:
                click.echo(f"{title} {done}/{total}: {name}", err=True)
                return
            if task is None:
                task = bars.add_task(title, total=total, last="")
            bars.update(task, completed=done, total=total, last=name)

        return step

    @contextmanager
    def showing(self) -> Iterator[Progress]:
        """Show the bars while the block runs."""
        if self._bars is None:
            yield self
            return
        with self._bars:
            yield self


def progress() -> Progress:
    """Progress that fits where standard error goes."""
    return Progress(sys.stderr.isatty())
