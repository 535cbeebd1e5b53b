from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lkjip.errors import InputError, LkjipError
from lkjip.execute import execute, is_current
from lkjip.paths import Project

from .conftest import value_cell, write_notebook


def values(project: Project) -> dict[str, Any]:
    index = json.loads((project.build(2022) / "nilai.json").read_text("utf-8"))
    return {key: value["nilai"] for key, value in index["nilai"].items()}


def test_notebooks_get_their_parameters_and_their_values_are_collected(small: Project) -> None:
    write_notebook(small, "01-a", value_cell("tahun", "fiscal_year"))
    write_notebook(small, "02-b", value_cell("folder", "data_dir"))
    steps: list[tuple[int, int]] = []
    done = execute(small, 2022, on_step=lambda n, total, _name: steps.append((n, total)))
    assert done.ran == ["01-a", "02-b"]
    assert steps == [(1, 2), (2, 2)]
    assert values(small) == {"tahun": "2022", "folder": "data"}


def test_only_what_changed_runs_again(small: Project) -> None:
    write_notebook(small, "01-a", value_cell("a", "1"))
    write_notebook(small, "02-b", value_cell("b", "2"))
    assert not is_current(small, 2022)
    execute(small, 2022)
    assert is_current(small, 2022)
    assert execute(small, 2022).ran == []
    write_notebook(small, "02-b", value_cell("b", "3"))
    assert not is_current(small, 2022)
    assert execute(small, 2022).ran == ["02-b"]
    assert values(small) == {"a": "1", "b": "3"}


def test_an_output_that_an_editor_left_in_a_notebook_changes_nothing(small: Project) -> None:
    path = write_notebook(small, "01-a", value_cell("a", "1"))
    execute(small, 2022)
    content = json.loads(path.read_text("utf-8"))
    content["cells"][1]["execution_count"] = 7
    path.write_text(json.dumps(content), "utf-8")
    assert execute(small, 2022).ran == []


def test_time_stamps_do_not_count_but_data_does(small: Project) -> None:
    write_notebook(small, "01-a", value_cell("a", "1"))
    execute(small, 2022)
    budget = small.data / "2022" / "anggaran.csv"
    budget.touch()
    assert execute(small, 2022).ran == []
    budget.write_text(budget.read_text("utf-8").replace("160610000", "160620000"), "utf-8")
    assert execute(small, 2022).ran == ["01-a"]


def test_a_result_that_someone_changed_is_made_again(small: Project) -> None:
    write_notebook(small, "01-a", value_cell("a", "1"))
    execute(small, 2022)
    index = small.build(2022) / "nilai.json"
    good = index.read_bytes()
    index.write_text("{}", "utf-8")
    execute(small, 2022)
    assert index.read_bytes() == good


def test_two_executions_give_the_same_bytes(small: Project) -> None:
    path = write_notebook(small, "01-a", value_cell("a", "1"))
    execute(small, 2022)
    executed = small.build(2022) / "notebooks" / path.name
    first = executed.read_bytes()
    executed.unlink()
    assert execute(small, 2022).ran == ["01-a"]
    assert executed.read_bytes() == first
    assert str(small.root).encode() not in first


def test_a_cell_that_raises_names_notebook_cell_error_and_data(small: Project) -> None:
    write_notebook(
        small,
        "01-a",
        "class data: anggaran = 0",
        "#| label: tbl-serapan\nhasil = 1 / data.anggaran",
    )
    write_notebook(small, "02-b", "raise KeyError('pagu')")
    with pytest.raises(InputError) as caught:
        execute(small, 2022)
    first, second = caught.value.findings
    assert first.file == "notebooks/01-a.ipynb"
    assert first.row == 3
    assert "3 (tbl-serapan) raised ZeroDivisionError: division by zero" in first.message
    assert first.value == "hasil = 1 / data.anggaran"
    assert "anggaran.csv" in (first.expected or "")
    assert second.file == "notebooks/02-b.ipynb"


@pytest.mark.parametrize(
    ("parameters", "column"),
    [
        ("fiscal_year = None", "data_dir"),
        ("fiscal_year = None\ndata_dir = None\nwarna = 1", "warna"),
    ],
)
def test_an_unknown_or_missing_parameter_is_an_error(
    small: Project, parameters: str, column: str
) -> None:
    write_notebook(small, "01-a", parameters=parameters)
    with pytest.raises(InputError) as caught:
        execute(small, 2022)
    (finding,) = caught.value.findings
    assert (finding.file, finding.column) == ("notebooks/01-a.ipynb", column)


def test_a_notebook_without_a_parameters_cell_is_an_error(small: Project) -> None:
    path = write_notebook(small, "01-a", value_cell("a", "1"))
    path.write_text(path.read_text("utf-8").replace('"parameters"', '"param"'), "utf-8")
    with pytest.raises(InputError, match="0 cells tagged 'parameters'"):
        execute(small, 2022)


def test_a_dead_kernel_is_reported_and_the_others_are_kept(small: Project) -> None:
    write_notebook(small, "01-a", value_cell("a", "1"))
    write_notebook(small, "02-b", "import os, signal\nos.kill(os.getpid(), 9)")
    with pytest.raises(LkjipError, match=r"02-b\.ipynb: the kernel died"):
        execute(small, 2022)
    write_notebook(small, "02-b", value_cell("b", "2"))
    assert execute(small, 2022).ran == ["02-b"]


def test_bad_data_is_refused_before_any_notebook_runs(small: Project) -> None:
    write_notebook(small, "01-a", "raise RuntimeError('ran')")
    budget = small.data / "2022" / "anggaran.csv"
    budget.write_text(budget.read_text("utf-8").replace("160610000", "Rp 4;1 M"), "utf-8")
    with pytest.raises(InputError) as caught:
        execute(small, 2022)
    assert caught.value.findings[0].file == "data/2022/anggaran.csv"


def test_the_same_id_in_two_notebooks_is_an_error(small: Project) -> None:
    write_notebook(small, "01-a", value_cell("a", "1"))
    write_notebook(small, "02-b", value_cell("a", "2"))
    with pytest.raises(InputError, match="already taken by notebooks/01-a"):
        execute(small, 2022)


def test_the_results_of_a_removed_notebook_go(small: Project) -> None:
    write_notebook(small, "01-a", value_cell("a", "1"))
    gone: Path = write_notebook(small, "02-b", value_cell("b", "2"))
    execute(small, 2022)
    gone.unlink()
    execute(small, 2022)
    assert values(small) == {"a": "1"}
    assert not (small.build(2022) / "notebooks" / gone.name).exists()


def test_an_explanation_of_a_finding_runs_no_notebook(small: Project) -> None:
    write_notebook(small, "01-a", value_cell("a", "1"))
    execute(small, 2022)
    path = small.data / "2022" / "penjelasan.csv"
    path.write_text(path.read_text("utf-8").rsplit("\n", 2)[0] + "\n", "utf-8")
    assert execute(small, 2022).ran == []
