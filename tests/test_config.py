from __future__ import annotations

from pathlib import Path

import pytest

from lkjip.config import default_profile, default_year, fiscal_year, load_config, merge
from lkjip.errors import InputError
from lkjip.paths import Project


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.delenv("QUARTO_PROFILE", raising=False)
    (tmp_path / "_quarto.yml").write_text(
        "project: {type: default, render: [report.qmd]}\nprofile: {default: '2031'}\n", "utf-8"
    )
    for year in (2031, 2032):
        (tmp_path / f"_quarto-{year}.yml").write_text(
            f"fiscal-year: {year}\nproject: {{output-dir: output/{year}}}\n", "utf-8"
        )
    return Project(tmp_path)


def test_the_default_profile_gives_the_default_year(small: Project) -> None:
    assert default_year(small) == 2031


def test_quarto_names_the_profile_in_the_environment(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUARTO_PROFILE", "2032")
    assert default_year(small) == 2032


def test_a_profile_is_laid_over_the_project(small: Project) -> None:
    config = load_config(small, "2032")
    assert config["project"] == {
        "type": "default",
        "render": ["report.qmd"],
        "output-dir": "output/2032",
    }


def test_merge_joins_lists_and_replaces_scalars() -> None:
    merged = merge({"a": [1, 2], "b": {"c": 1}, "d": 1}, {"a": [2, 3], "b": {"e": 2}, "d": 2})
    assert merged == {"a": [1, 2, 3], "b": {"c": 1, "e": 2}, "d": 2}


def test_a_year_without_a_profile_names_those_that_exist(small: Project) -> None:
    with pytest.raises(InputError) as caught:
        load_config(small, "2040")
    (finding,) = caught.value.findings
    assert finding.file == "_quarto-2040.yml"
    assert finding.expected == "one of: 2031, 2032"


def test_broken_yaml_names_the_line(small: Project) -> None:
    small.config.write_text("a: 1\nb: [1, 2\nc: 3\n", "utf-8")
    with pytest.raises(InputError) as caught:
        load_config(small)
    assert caught.value.findings[0].row == 3


def test_settings_without_a_year_are_refused(small: Project) -> None:
    with pytest.raises(InputError) as caught:
        fiscal_year(small, {"fiscal-year": "dua ribu"})
    assert caught.value.findings[0].value == "dua ribu"


@pytest.mark.parametrize(
    ("default", "name"), [("2022", "2022"), (["2022", "draf"], "2022,draf"), (None, None)]
)
def test_default_profile(default: object, name: str | None) -> None:
    assert default_profile({"profile": {"default": default}}) == name
