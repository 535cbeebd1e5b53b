"""One renderer at a time in a project folder: Quarto's runs disturb each other."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from lkjip.errors import LkjipError
from lkjip.i18n import _

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, patience: float = 300.0) -> Iterator[None]:
    """Hold a lock file; the operating system lets it go when the process ends, however it ends.

    Parameters
    ----------
    path
        The lock file; it stays behind, empty.
    patience
        Seconds to wait for another process.

    Raises
    ------
    LkjipError
        When another process holds it for longer.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + patience
    with path.open("ab") as file:
        while True:
            try:
                _take(file)
                break
            except OSError:
                if time.monotonic() > until:
                    raise LkjipError(
                        _("another process has held {folder} for {time} seconds").format(
                            folder=os.fspath(path.parent), time=round(patience)
                        )
                    ) from None
                time.sleep(0.1)
        yield
