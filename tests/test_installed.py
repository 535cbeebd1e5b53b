"""Versions read quickly are those that Python's own function gives."""

from __future__ import annotations

from importlib import metadata

import pytest

from lkjip.execute.fingerprint import COMPUTING
from lkjip.installed import version


@pytest.mark.parametrize("name", [*COMPUTING, "typst", "pypandoc_binary", "PyYAML"])
def test_same_as_importlib(name: str) -> None:
    assert version(name) == metadata.version(name)


def test_missing_package() -> None:
    with pytest.raises(metadata.PackageNotFoundError):
        version("tidak-ada-paket-ini")
