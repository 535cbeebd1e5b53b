"""A published report to tamper with, and its re-run without running anything."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from lkjip.audit.audit import examine
from lkjip.audit.model import Audit
from lkjip.audit.rerun import Rerun
from lkjip.bundle.bundle import Bundle
from lkjip.bundle.manifest import Made

from ..conftest import Report

Examine = Callable[..., Audit]


@pytest.fixture
def copied(report: Report, tmp_path: Path) -> Path:
    """A copy of the published report that a test may touch."""
    return Path(shutil.copytree(report.folder, tmp_path / "2022"))


@pytest.fixture
def examined(report: Report, copied: Path) -> Examine:
    """Audits the copy; what comes out "now" is the untouched report itself."""

    def run(present: Mapping[str, bytes] | None = None, **versions: str) -> Audit:
        def make(_sources: Mapping[str, bytes], made: Made, _folder: Path) -> Rerun:
            now = {**Bundle.read(report.folder).made.versions, **versions}
            return Rerun(report.project.build(2022), report.folder, now)

        return examine(Bundle.read(copied), present, make)

    return run
