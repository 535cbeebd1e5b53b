"""The real notebooks, run once over the real data."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip.execute import execute

from ..conftest import copy_project


@pytest.fixture(scope="session")
def computed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``_build/2022`` of a copy of the project."""
    project = copy_project(tmp_path_factory.mktemp("golden") / "proyek")
    return execute(project, 2022).folder
