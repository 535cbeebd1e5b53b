"""Two renderings in one project folder wait for each other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lkjip.errors import LkjipError
from lkjip.render.lock import locked

HOLD = """
import sys
from pathlib import Path
from lkjip.render.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_process_waits_and_gives_up(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "quarto.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout and holder.stdout.readline() == "held\n"
    with pytest.raises(LkjipError), locked(path, patience=0.3):
        pass
    holder.kill()
    holder.wait()
    with locked(path, patience=5):
        assert path.exists()
