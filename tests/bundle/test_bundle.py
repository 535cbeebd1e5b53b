"""What a published bundle holds, and that its manifest is true and readable by others."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from rocrate.rocrate import ROCrate

from lkjip.bundle import manifest, sources
from lkjip.bundle.bundle import Bundle, up_to_date
from lkjip.bundle.git import Git
from lkjip.bundle.layout import MANIFEST, SUMS, kind
from lkjip.errors import InputError

from ..conftest import Report

pytestmark = pytest.mark.build


@pytest.fixture
def copied(report: Report, tmp_path: Path) -> Path:
    return Path(shutil.copytree(report.folder, tmp_path / "2022"))


def test_it_holds_all_that_is_needed(report: Report) -> None:
    bundle = Bundle.read(report.folder)
    kinds = {kind(name) for name in bundle.files}
    assert kinds >= {
        *("laporan", "buku-kerja", "halaman", "tabel", "nilai", "data", "narasi"),
        *("sumber-buku-kerja", "ekstensi", "pengaturan"),
    }
    for path in report.project.notebooks():
        assert f"notebooks/{path.stem}.ipynb" in bundle.files
        assert f"notebooks/{path.stem}.html" in bundle.files
    data = {path.name for path in (report.project.data / "2022").iterdir()}
    assert {name.rpartition("/")[2] for name in bundle.files if kind(name) == "data"} == data


def test_a_third_party_reads_the_manifest(report: Report) -> None:
    crate = ROCrate(report.folder)
    assert crate.name == "Laporan Kinerja (LKjIP) Dinas Tenaga Kerja Kabupaten Blitar Tahun 2022"
    # The office has chosen none for its data.
    assert crate.license["name"] == "Belum dinyatakan oleh instansi"
    assert crate.root_dataset["temporalCoverage"] == "2022"
    assert crate.root_dataset["author"]["name"] == "Dinas Tenaga Kerja Kabupaten Blitar"
    listed = {part.id for part in crate.root_dataset["hasPart"]}
    on_disk = {
        path.relative_to(report.folder).as_posix()
        for path in report.folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }
    assert listed == on_disk
    for name in listed:
        content = (report.folder / name).read_bytes()
        assert crate.get(name)["sha256"] == hashlib.sha256(content).hexdigest()
        assert int(crate.get(name)["contentSize"]) == len(content)
    made = crate.get("#pembuatan")
    assert {each["name"] for each in made["instrument"]} >= {
        *("Python", "lkjip", "pandoc", "typst", "pandas", "matplotlib", "papermill"),
    }
    assert all(each["softwareVersion"] for each in made["instrument"])


def test_nothing_in_it_tells_time_or_place(report: Report) -> None:
    text = (report.folder / MANIFEST).read_text("utf-8")
    assert str(report.project.root) not in text
    assert json.loads(text)["@graph"][1]["datePublished"] == "2023-02-28"


def test_it_is_up_to_date_until_a_file_is_touched(copied: Path) -> None:
    inputs = Bundle.read(copied).made.inputs
    assert up_to_date(copied, inputs, None)
    assert not up_to_date(copied, inputs[::-1], None)
    table = copied / "tabel" / "capaian.csv"
    table.write_bytes(table.read_bytes() + b"x")
    assert not up_to_date(copied, inputs, None)


def test_a_report_of_uncommitted_changes_is_made_anew_once_they_are_committed(
    copied: Path,
) -> None:
    made = Bundle.read(copied).made
    dirty, clean, later = Git("a" * 40, False), Git("a" * 40, True), Git("b" * 40, True)
    manifest.write(copied, replace(made, git=dirty))
    assert up_to_date(copied, made.inputs, dirty)
    assert not up_to_date(copied, made.inputs, later)
    manifest.write(copied, replace(made, git=clean))
    assert up_to_date(copied, made.inputs, later)
    assert Bundle.read(copied).made.git == clean


def test_the_checksum_file_of_a_final_report(copied: Path) -> None:
    made = replace(Bundle.read(copied).made, final=True)
    manifest.write(copied, made)
    lines = (copied / SUMS).read_text("utf-8").splitlines()
    on_disk = [path for path in copied.rglob("*") if path.is_file() and path.name != SUMS]
    assert len(lines) == len(on_disk)
    assert any(line.endswith(f"  {MANIFEST}") for line in lines)
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--quiet", "-c", SUMS], cwd=copied, check=True)
    assert up_to_date(copied, made.inputs, None)
    (copied / SUMS).unlink()
    assert not up_to_date(copied, made.inputs, None)


def test_a_folder_without_manifest_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no manifest"):
        Bundle.read(tmp_path)
    (tmp_path / MANIFEST).write_text("{]", "utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        Bundle.read(tmp_path)


def test_sources_are_those_of_the_year(report: Report, tmp_path: Path) -> None:
    found = sources.of_project(report.project, 2022)
    assert sources.of_bundle(report.folder) == found
    project = sources.unpack(found, tmp_path / "lagi")
    for folder in ("data/2023", "narasi/2023"):
        (project.root / folder).mkdir()
        (project.root / folder / "lain.md").write_text("lain", "utf-8")
    project.profile("2023").write_text("fiscal-year: 2023\n", "utf-8")
    assert sources.of_project(project, 2022) == found


def test_outputs_that_an_editor_left_are_no_source(report: Report) -> None:
    executed = (report.folder / "notebooks" / "04-realisasi-anggaran.ipynb").read_bytes()
    bare = json.loads(sources.without_outputs(executed))
    code = [cell for cell in bare["cells"] if cell["cell_type"] == "code"]
    assert code and all(not cell["outputs"] and not cell["execution_count"] for cell in code)
    own = report.project.notebooks()[0].read_bytes()
    assert sources.without_outputs(own) == own


def test_pages_of_notebooks_need_no_other_file(report: Report) -> None:
    path = report.folder / "notebooks" / "04-realisasi-anggaran.html"
    page = html.fromstring(path.read_bytes())
    assert not page.xpath("//script | //link | //*[starts-with(@src, 'http')]")
    image = page.get_element_by_id("fig-pagu-realisasi").xpath(".//img")[0]
    assert image.get("src").startswith("data:image/svg+xml;base64,")
    assert "serapan" in image.get("alt")
    assert "8.251.284.892" in page.get_element_by_id("tbl-realisasi-anggaran").text_content()
