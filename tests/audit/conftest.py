"""A published report to tamper with, and its re-run without running anything."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from lkjip.audit import documents
from lkjip.audit.audit import examine
from lkjip.audit.model import Audit
from lkjip.audit.rerun import Rerun
from lkjip.bundle.bundle import Bundle
from lkjip.bundle.manifest import Made

from ..conftest import Report

Examine = Callable[..., Audit]
lines = documents.lines


@pytest.fixture
def copied(report: Report, tmp_path: Path) -> Path:
    """A copy of the published report that a test may touch."""
    return Path(shutil.copytree(report.folder, tmp_path / "2022"))


@cache
def lines_of(content: bytes, suffix: str) -> list[str] | None:
    """What the audit reads in a report of this content; a PDF takes seconds, so it is kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"laporan{suffix}")
        path.write_bytes(content)
        return lines(path)


@pytest.fixture
def examined(report: Report, copied: Path, monkeypatch: pytest.MonkeyPatch) -> Examine:
    """Audits the copy; what comes out "now" is the untouched report itself."""
    monkeypatch.setattr(documents, "lines", lambda path: lines_of(path.read_bytes(), path.suffix))

    def run(present: Mapping[str, bytes] | None = None, **versions: str) -> Audit:
        def make(_sources: Mapping[str, bytes], made: Made, _folder: Path) -> Rerun:
            now = {**Bundle.read(report.folder).made.versions, **versions}
            return Rerun(report.project.build(2022), report.folder, now)

        return examine(Bundle.read(copied), present, make)

    return run
