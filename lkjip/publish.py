"""Publishing in one step: a report is replaced whole, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lkjip.errors import LkjipError
from lkjip.i18n import _


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of ``target`` when the block succeeds.

    Whatever happens inside the block (an error, Ctrl-C, a killed process), ``target`` keeps what
    it held before.

    Parameters
    ----------
    target
        The folder to publish, e.g. ``output/2022``.

    Raises
    ------
    LkjipError
        When the old folder cannot be moved away, as on Windows while one of its files is open.
    """
    recover(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=f".{target.name}.new-", dir=target.parent))
    try:
        yield stage
        stage.chmod(0o755)
        _swap(stage, target)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def recover(target: Path) -> None:
    """Clear away what a killed build left, and put an old report back that it had moved."""
    old = _old(target)
    if old.exists() and not target.exists():
        old.rename(target)
    for leftover in (old, *target.parent.glob(f".{target.name}.new-*")):
        shutil.rmtree(leftover, ignore_errors=True)


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _swap(stage: Path, target: Path) -> None:
    old = _old(target)
    try:
        if target.exists():
            target.rename(old)
    except OSError as error:
        raise LkjipError(
            _("{folder} cannot be replaced ({reason}); close the files that are open in it").format(
                folder=target, reason=error.strerror
            )
        ) from error
    try:
        stage.rename(target)
    except BaseException:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
