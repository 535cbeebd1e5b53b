from __future__ import annotations

from pathlib import Path

import pytest

from lkjip.errors import InputError
from lkjip.paths import Project


def test_a_project_is_found_from_any_folder_inside_it(tmp_path: Path) -> None:
    (tmp_path / "_quarto.yml").touch()
    deep = tmp_path / "notebooks" / "lama"
    deep.mkdir(parents=True)
    assert Project.find(deep) == Project(tmp_path.resolve())


def test_outside_a_project_the_error_says_what_was_sought(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        Project.find(tmp_path)
    assert "_quarto.yml" in str(caught.value)


def test_paths_are_shown_relative_to_the_project(tmp_path: Path) -> None:
    project = Project(tmp_path.resolve())
    assert project.relative(project.data / "2022" / "a.csv") == "data/2022/a.csv"
