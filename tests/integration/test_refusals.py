"""Bad input: one clear message, exit code 2, and the last good report as it was."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from lkjip.paths import Project

GOOD = "laporan terakhir yang baik"


@pytest.fixture
def published(project: Project) -> Project:
    """A project with a published report that must survive."""
    project.output(2022).mkdir(parents=True)
    (project.output(2022) / "lkjip-2022.html").write_text(GOOD, "utf-8")
    return project


def survived(project: Project) -> bool:
    folder = project.output(2022)
    names = sorted(path.name for path in folder.parent.rglob("*"))
    return names == ["2022", "lkjip-2022.html"] and (folder / names[1]).read_text("utf-8") == GOOD


def build(project: Project, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lkjip", "build", "2022", "--engine", "builtin", *words],
        cwd=project.root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def edit(name: str, old: str, new: str) -> Callable[[Project], None]:
    def change(project: Project) -> None:
        path = project.root / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


def encode(name: str, encoding: str) -> Callable[[Project], None]:
    def change(project: Project) -> None:
        path = project.root / name
        path.write_bytes(path.read_text("utf-8").replace("Diploma", "Diplôme").encode(encoding))

    return change


def remove(name: str) -> Callable[[Project], None]:
    return lambda project: (project.root / name).unlink()


def empty(name: str) -> Callable[[Project], None]:
    return lambda project: (project.root / name).write_bytes(b"")


ANGGARAN = "data/2022/anggaran.csv"
CASES: dict[str, tuple[Callable[[Project], None], list[str]]] = {
    "wrong type": (
        edit(ANGGARAN, "P5,perubahan,171870220", 'P5,perubahan,"Rp 4,1 M"'),
        [ANGGARAN, "row 12", "column pagu", "Rp 4,1 M"],
    ),
    "negative pagu": (
        edit(ANGGARAN, "P5,perubahan,171870220", "P5,perubahan,-171870220"),
        [ANGGARAN, "row 12", "column pagu", "-171870220"],
    ),
    "missing value": (
        edit(ANGGARAN, "P5,perubahan,171870220", ",perubahan,171870220"),
        [ANGGARAN, "row 12", "column program"],
    ),
    "missing column": (
        edit(ANGGARAN, "program,tahap,pagu", "program,tahap,jumlah"),
        [ANGGARAN, "row 1", "pagu"],
    ),
    "missing file": (remove(ANGGARAN), [ANGGARAN]),
    "empty file": (empty(ANGGARAN), [ANGGARAN, "empty"]),
    "duplicate code": (
        edit("data/2022/program.csv", "P6,", "P5,"),
        ["data/2022/program.csv", "row 7", "column kode", "'P5'"],
    ),
    "dangling code": (
        edit("data/2022/alokasi_sasaran.csv", "S3,P5", "S3,P9"),
        ["data/2022/alokasi_sasaran.csv", "row 4", "column program", "'P9'"],
    ),
    "wrong encoding": (
        encode("data/2022/pegawai.csv", "cp1252"),
        ["data/2022/pegawai.csv", "UTF-8"],
    ),
    "target zero": (
        edit("data/2022/target.csv", "phi,pk-perubahan,2022,96", "phi,pk-perubahan,2022,0"),
        ["data/2022/target.csv", "column target", "'0'"],
    ),
    "unknown value id": (
        edit(
            "narasi/bab-1-pendahuluan.qmd",
            "{{< nilai dinas.lengkap >}}",
            "{{< nilai dinas.lenkap >}}",
        ),
        ["narasi/bab-1-pendahuluan.qmd", "row ", "dinas.lenkap", "dinas.lengkap"],
    ),
    "unknown table id": (
        edit(
            "narasi/bab-3-akuntabilitas-kinerja.qmd",
            "{{< tabel capaian >}}",
            "{{< tabel capaan >}}",
        ),
        ["narasi/bab-3-akuntabilitas-kinerja.qmd", "row ", "capaan", "capaian"],
    ),
    "unknown cross-reference": (
        edit("narasi/bab-3-akuntabilitas-kinerja.qmd", "@tbl-capaian", "@tbl-capaan"),
        ["narasi/bab-3-akuntabilitas-kinerja.qmd", "row ", "tbl-capaan", "tbl-capaian"],
    ),
    "Quarto's own syntax": (
        edit("narasi/bab-4-penutup.qmd", "#", "::: {.panel-tabset}\n:::\n\n#"),
        ["narasi/bab-4-penutup.qmd", "row 1", "panel-tabset", "Quarto"],
    ),
}


@pytest.mark.build
@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_told_and_nothing_is_published(
    published: Project, computed: Path, case: str
) -> None:
    change, words = CASES[case]
    if case.startswith(("unknown", "Quarto")):
        _reuse(computed, published)
    change(published)
    done = build(published)
    assert done.returncode == 2
    for word in words:
        assert word in done.stderr, done.stderr
    assert "Traceback" not in done.stderr
    assert survived(published)


def _reuse(computed: Path, project: Project, *but: str) -> None:
    """Give the project what was computed already; only these notebooks are still to be run."""
    shutil.copytree(computed, project.build(2022))
    for name in but:
        (project.build(2022) / "notebooks" / f"{name}.ipynb").unlink()


@pytest.mark.build
def test_excel_in_indonesia_is_read(published: Project) -> None:
    """Semicolons, decimal commas, CRLF and a byte order mark: the same values."""
    from lkjip.data.folder import read_year

    before = read_year(published.data, 2022)
    path = published.data / "2022" / "target.csv"
    text = path.read_text("utf-8").replace(",", ";").replace(".", ",").replace("\n", "\r\n")
    path.write_bytes(text.encode("utf-8-sig"))
    after = read_year(published.data, 2022)
    columns = [[row.values for row in each.tables["target"].rows] for each in (before, after)]
    assert columns[0] == columns[1]


@pytest.mark.build
def test_a_notebook_that_raises_is_named(published: Project, computed: Path) -> None:
    _reuse(computed, published)
    path = published.root / "notebooks" / "04-realisasi-anggaran.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    cells[-1]["source"] = ["hasil = data.anggaran['tidak_ada']"]
    path.write_text(json.dumps(notebook), "utf-8")
    done = build(published)
    assert done.returncode == 2
    for word in ("notebooks/04-realisasi-anggaran.ipynb", "KeyError", "anggaran.csv", "cell "):
        assert word in done.stderr
    assert "Traceback" not in done.stderr
    assert survived(published)


def start(project: Project) -> subprocess.Popen[str]:
    # A shell that starts the tests in the background lets them ignore Ctrl-C, and all that they
    # start would inherit it; what is started while Ctrl-C has a handler does not ignore it.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [sys.executable, "-m", "lkjip", "build", "2022", "--engine", "builtin"],
            cwd=project.root,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def kernels(process: subprocess.Popen[str]) -> list[psutil.Process]:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = [
            child
            for child in psutil.Process(process.pid).children(recursive=True)
            if any("ipykernel" in word for word in child.cmdline())
        ]
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("no kernel was started")


@pytest.mark.build
@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C can be sent to one process only on POSIX")
def test_ctrl_c_ends_kernels_and_keeps_the_report(published: Project) -> None:
    process = start(published)
    running = kernels(process)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Interrupted" in err
    assert "Traceback" not in err
    _gone, alive = psutil.wait_procs(running, timeout=10)
    assert alive == []
    assert survived(published)


@pytest.mark.build
def test_a_killed_kernel_is_told(published: Project, computed: Path) -> None:
    _reuse(computed, published, "01-pendahuluan", "04-realisasi-anggaran")
    process = start(published)
    kernels(process)[0].kill()
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert re.search(r"notebooks/\S+\.ipynb: the kernel died", err), err
    assert "Traceback" not in err
    assert survived(published)


@pytest.mark.build
@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_a_killed_build_keeps_the_report(published: Project) -> None:
    process = start(published)
    kernels(process)
    process.kill()
    process.communicate(timeout=30)
    assert (published.output(2022) / "lkjip-2022.html").read_text("utf-8") == GOOD
