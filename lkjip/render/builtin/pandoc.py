"""Running pandoc in a project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile

from lkjip.errors import LkjipError
from lkjip.i18n import _
from lkjip.paths import Project

# Room for pandoc's allocations between two clean-ups; more would cost more than it saves.
_MEMORY = ("+RTS", "-A48m", "-RTS")


@cache
def pandoc_path() -> str:
    """The pandoc of the package pypandoc_binary: the same on every machine, whatever is on PATH.

    Raises
    ------
    LkjipError
        When the package holds no pandoc and none is installed.
    """
    package = find_spec("pypandoc")
    for folder in (package.submodule_search_locations or []) if package else []:
        for name in ("pandoc", "pandoc.exe"):
            if (bundled := Path(folder) / "files" / name).is_file():
                return str(bundled)
    if path := shutil.which("pandoc"):
        return path
    raise LkjipError(_("there is no pandoc: run 'pip install pypandoc_binary'"))


@dataclass(frozen=True)
class Pandoc:
    """pandoc for the report of one year.

    Parameters
    ----------
    project, year
        The report; pandoc runs in the project's folder.
    epoch
        The time stamp of what pandoc writes, in seconds since 1970.
    """

    project: Project
    year: int
    epoch: int

    def run(self, text: bytes, *options: str) -> bytes:
        """Convert a text, and give what pandoc writes to standard output.

        Raises
        ------
        LkjipError
            When pandoc fails, or warns of something.
        """
        environment = {
            "LKJIP_PROFILE": str(self.year),
            "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or str(self.epoch),
        }
        # A file, not a pipe: pandoc reads at its own pace, whatever Python is busy with.
        with TemporaryFile() as given:
            given.write(text)
            given.seek(0)
            done = subprocess.run(
                [pandoc_path(), *_MEMORY, *options],
                stdin=given,
                cwd=self.project.root,
                env=os.environ | environment,
                capture_output=True,
                check=False,
            )
        messages = done.stderr.decode("utf-8", "replace").strip()
        if done.returncode or messages:
            raise LkjipError(_("pandoc: {message}").format(message=_plain(messages)))
        return done.stdout


def _plain(messages: str) -> str:
    """A Lua error without the paths and the stack of calls."""
    text = messages.split("\nstack traceback:")[0]
    text = re.sub(r"^Error running filter [^\n]*:\n", "", text)
    return re.sub(r"^[^\n]*?\.lua:\d+: ", "", text).strip()
