"""A report that cannot be made anew is a difference, and no crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip.audit import rerun as module
from lkjip.audit.rerun import rerun
from lkjip.bundle import sources
from lkjip.bundle.bundle import Bundle

from ..conftest import Report

pytestmark = pytest.mark.build


def test_data_that_breaks_the_schema(report: Report, tmp_path: Path) -> None:
    made_from = sources.of_bundle(report.folder)
    made_from["data/2022/program.csv"] = b"kode\n"
    again = rerun(made_from, Bundle.read(report.folder).made, tmp_path)
    assert again.computed is None
    assert again.published is None
    assert "program.csv" in (again.failure or "")


def test_without_its_engine_only_numbers_are_made_anew(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module.render.shutil, "which", lambda _name: None)
    monkeypatch.setattr(
        module, "execute", lambda project, *_rest: type("Done", (), {"folder": project.root})
    )
    made = Bundle.read(report.folder).made
    made = type(made)(**{**vars(made), "engine": "quarto"})
    again = rerun(sources.of_bundle(report.folder), made, tmp_path)
    assert again.engine_missing
    assert again.published is None
    assert again.computed == (tmp_path / "proyek").resolve()
    assert not {"Quarto", "pandoc", "Typst"} & set(again.versions)
