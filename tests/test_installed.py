"""What is read quickly is what Python's own functions give."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from lkjip import installed
from lkjip.execute.fingerprint import COMPUTING


@pytest.mark.parametrize("name", [*COMPUTING, "typst", "pypandoc_binary", "PyYAML", "lkjip"])
def test_same_as_importlib(name: str) -> None:
    assert installed.version(name) == metadata.version(name)
    assert installed.requires(name) == (metadata.requires(name) or [])


def test_missing_package() -> None:
    with pytest.raises(ModuleNotFoundError):
        installed.version("tidak-ada-paket-ini")


def test_a_package_that_was_not_installed_from_a_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    egg = tmp_path / "Paket_Lama.egg-info"
    egg.mkdir()
    (egg / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: paket-lama\nVersion: 1.4\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert installed.version("paket-lama") == "1.4"


def test_starting_up_does_without_importlib_metadata() -> None:
    code = "import lkjip.cli, sys; print('importlib.metadata' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
