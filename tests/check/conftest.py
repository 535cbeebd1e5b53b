"""Clean projects for the tests of the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from .clean import clean_project
from .spoil import Spoiler

SEED = 20


@pytest.fixture
def spoiler(tmp_path: Path) -> Spoiler:
    """A clean project that a test may spoil."""
    return Spoiler(clean_project(tmp_path / "proyek", SEED))
