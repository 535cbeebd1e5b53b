from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import lkjip
from lkjip.cli import app
from lkjip.paths import Project

runner = CliRunner()


def run(*words: str) -> tuple[int, str]:
    done = runner.invoke(app, list(words))
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.output


def test_version() -> None:
    assert run("--version") == (0, f"lkjip {lkjip.__version__}\n")


def test_help_names_the_commands() -> None:
    code, text = run("--help")
    assert code == 0
    for command in ("build", "execute", "doctor"):
        assert f"  {command} " in text


def test_a_missing_year_is_bad_input(project: Project) -> None:
    code, text = run("build", "2040", "--project", str(project.root))
    assert code == 2
    assert "_quarto-2040.yml: there is no profile of this name" in text
    assert "Traceback" not in text
    assert not project.output(2040).exists()


def test_a_missing_data_folder_is_bad_input(project: Project) -> None:
    profile = project.profile("2022").read_text("utf-8")
    project.profile("2041").write_text(profile.replace("2022", "2041"), "utf-8")
    code, text = run("execute", "2041", "--project", str(project.root))
    assert code == 2
    assert "data/2041" in text
    assert "2022" in text


def test_an_unknown_format_is_bad_input(project: Project) -> None:
    code, text = run("build", "--to", "html,epub", "--project", str(project.root))
    assert code == 2
    assert "'epub'" in text


def test_an_unknown_engine_is_bad_input(project: Project) -> None:
    code, text = run("build", "--engine", "latex", "--project", str(project.root))
    assert code == 2
    assert "auto, quarto, builtin" in text


def test_outside_a_project_the_message_says_so(tmp_path: Path) -> None:
    code, text = run("build", "--project", str(tmp_path))
    assert code == 2
    assert "_quarto.yml" in text


def test_debug_shows_the_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run("build", "--debug", "--project", str(tmp_path))
    assert code == 2
    assert "Traceback" in text + capsys.readouterr().err


def test_doctor_tells_what_is_there(project: Project) -> None:
    code, text = run("doctor", "--project", str(project.root))
    assert code == 0
    for name in ("Python", "pandas", "typst", "Quarto", "JupyterLab", "2022"):
        assert name in text


def test_doctor_tells_what_is_missing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from lkjip.cli import doctor

    real = doctor._version
    monkeypatch.setattr(doctor, "_version", lambda name: None if name == "typst" else real(name))
    code, text = run("doctor", "--project", str(project.root))
    assert code == 1
    assert "MISSING     typst: not installed" in text
    assert "pip install 'typst" in text


def test_python_m_lkjip_works() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lkjip", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"lkjip {lkjip.__version__}\n"


def test_starting_up_loads_nothing_slow() -> None:
    code = "import lkjip.cli, sys; print([m for m in ('pandas', 'matplotlib', 'papermill', \
'great_tables', 'nbformat', 'frictionless', 'babel') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
