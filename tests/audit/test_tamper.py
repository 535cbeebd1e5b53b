"""One change for each kind of file in a bundle is found, named and explained."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lkjip.audit import text
from lkjip.bundle import manifest, sources
from lkjip.bundle.bundle import Bundle
from lkjip.bundle.layout import MANIFEST, SUMS

from ..conftest import Report
from .conftest import Examine

pytestmark = pytest.mark.build


def swap(path: Path, old: str, new: str) -> None:
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new), "utf-8", newline="\n")


def swap_in_docx(path: Path, old: str, new: str) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {info: package.read(info) for info in package.infolist()}
    with zipfile.ZipFile(path, "w") as package:
        for info, content in parts.items():
            package.writestr(info, content.replace(old.encode(), new.encode()))


def append(path: Path, *_texts: str) -> None:
    path.write_bytes(path.read_bytes() + b"\n% x\n")


Change = Callable[[Path, str, str], None]
CASES: list[tuple[str, Change, str, str, list[str]]] = [
    (
        "data/2022/realisasi.csv",
        swap,
        "72.79",
        "73.79",
        ["data/2022/realisasi.csv (data) was changed after it was published"],
    ),
    (
        "notebooks/04-realisasi-anggaran.ipynb",
        swap,
        "95,30%",
        "96,30%",
        [
            "notebooks/04-realisasi-anggaran.ipynb (executed notebook) was changed",
            "figure pagu-realisasi says something else",
            "because: file touched after publication",
            "96,30%, → 95,30%,",
        ],
    ),
    (
        "notebooks/04-realisasi-anggaran.html",
        swap,
        "8.251.284.892",
        "9.251.284.892",
        ["notebooks/04-realisasi-anggaran.html (page of a notebook) was changed"],
    ),
    (
        "tabel/capaian.csv",
        swap,
        "72,79%",
        "82,79%",
        [
            "tabel/capaian.csv (table) was changed",
            "table capaian: 1 cell comes out otherwise",
            "because: file touched after publication",
            "column Realisasi: 82,79% → 72,79% (−10,00 poin persen)",
        ],
    ),
    (
        "nilai.json",
        swap,
        '"utama": "Rp8.251.284.892"',
        '"utama": "Rp9.251.284.892"',
        [
            "nilai.json (values) was changed",
            "anggaran.pagu: Rp9.251.284.892 → Rp8.251.284.892 (−Rp1.000.000.000)",
        ],
    ),
    ("lkjip-2022.pdf", append, "", "", ["lkjip-2022.pdf (report) was changed"]),
    (
        "lkjip-2022.html",
        swap,
        'TPAK <span class="nilai" data-nilai="tpak.gerak">naik 2',
        'TPAK <span class="nilai" data-nilai="tpak.gerak">turun 2',
        [
            "lkjip-2022.html (report) was changed",
            "lkjip-2022.html: 1 line comes out otherwise",
            "TPAK turun",
            "TPAK naik",
        ],
    ),
    (
        "lkjip-2022.docx",
        swap_in_docx,
        "8.251.284.892",
        "9.251.284.892",
        ["lkjip-2022.docx (report) was changed", "| 9.251.284.892", "| 8.251.284.892"],
    ),
    (
        MANIFEST,
        swap,
        '"value": "builtin"',
        '"value": "quarto"',
        [f"{MANIFEST}: the manifest was changed: it no longer fits its own fingerprint"],
    ),
    (
        "sumber/narasi/bab-4-penutup.qmd",
        append,
        "",
        "",
        ["sumber/narasi/bab-4-penutup.qmd (narrative) was changed"],
    ),
    (
        "sumber/notebooks/05-lampiran.ipynb",
        append,
        "",
        "",
        ["sumber/notebooks/05-lampiran.ipynb (notebook) was changed"],
    ),
    (
        "sumber/_extensions/lkjip/laporan.lua",
        append,
        "",
        "",
        ["sumber/_extensions/lkjip/laporan.lua (extension) was changed"],
    ),
]


@pytest.mark.parametrize(
    ("name", "change", "old", "new", "explained"), CASES, ids=[case[0] for case in CASES]
)
def test_one_change_is_named(
    copied: Path,
    examined: Examine,
    name: str,
    change: Change,
    old: str,
    new: str,
    explained: list[str],
) -> None:
    change(copied / name, old, new)
    audit = examined()
    assert audit.failing
    assert {each.name for each in audit.differences if each.category == "berkas"} == {name}
    told = text.render(audit)
    for words in explained:
        assert words in told, told


def test_an_untouched_report_shows_no_difference(examined: Examine) -> None:
    audit = examined()
    assert audit.differences == []
    assert "outcome: no difference\n" in text.render(audit)
    assert (audit.counts.tables, audit.counts.figures, audit.counts.documents) == (23, 5, 3)


def test_files_that_are_gone_or_new_are_named(copied: Path, examined: Examine) -> None:
    (copied / "tabel" / "iku.csv").unlink()
    (copied / "nilai.json").write_text("rusak", "utf-8")
    (copied / "catatan.txt").touch()
    found = {(each.code, each.name) for each in examined().differences}
    assert found == {
        ("missing", "tabel/iku.csv"),
        ("tampered", "nilai.json"),
        ("added", "catatan.txt"),
    }


def test_a_forger_who_mends_the_manifest_is_found_by_the_numbers(
    copied: Path, examined: Examine
) -> None:
    swap(copied / "tabel" / "capaian.csv", "72,79%", "82,79%")
    manifest.write(copied, Bundle.read(copied).made)
    audit = examined()
    assert [(each.code, each.name) for each in audit.failing] == [("table", "capaian")]
    assert "nothing that explains it was found" in text.render(audit)


def test_a_checksum_file_that_does_not_fit(copied: Path, examined: Examine) -> None:
    manifest.write(copied, replace(Bundle.read(copied).made, final=True))
    assert examined().differences == []
    swap(copied / SUMS, "a", "b")
    assert [(each.code, each.name) for each in examined().failing] == [("sums", SUMS)]


def test_the_project_tells_which_cell_of_the_bundle_was_touched(
    report: Report, copied: Path, examined: Examine
) -> None:
    swap(copied / "data" / "2022" / "realisasi.csv", "72.79", "73.79")
    (difference,) = examined(sources.of_project(report.project, 2022)).failing
    assert (difference.category, difference.code) == ("berkas", "tampered")
    (change,) = difference.changes
    assert (change.column, change.old, change.new) == ("realisasi", "72.79", "73.79")
    assert change.label == "tpak, 2022"


def test_another_version_alone_is_volatile(copied: Path, examined: Examine) -> None:
    drawn = copied / "notebooks" / "04-realisasi-anggaran.ipynb"
    content = json.loads(drawn.read_text("utf-8"))
    for cell in content["cells"]:
        for output in cell.get("outputs", []):
            if "image/svg+xml" in output.get("data", {}):
                svg = "".join(output["data"]["image/svg+xml"])
                output["data"]["image/svg+xml"] = svg.replace("<rect", "<rect  ", 1)
    drawn.write_text(json.dumps(content), "utf-8")
    (copied / "lkjip-2022.pdf").write_bytes((copied / "lkjip-2022.pdf").read_bytes() + b"\n")
    manifest.write(copied, Bundle.read(copied).made)
    audit = examined(matplotlib="3.9.0")
    assert not audit.failing
    assert [(each.category, each.code, each.name) for each in audit.differences] == [
        ("perangkat", "version", "matplotlib"),
        ("volatil", "drawing", "pagu-realisasi"),
        ("volatil", "bytes", "lkjip-2022.pdf"),
        ("volatil", "notebook", "notebooks/04-realisasi-anggaran.ipynb"),
    ]
    told = text.render(audit)
    assert "VOLATILE: NO NUMBER DIFFERS" in told
    assert "here is 3.9.0" in told
    # The same drawing without another version has no excuse.
    assert {each.name for each in examined().failing} >= {"pagu-realisasi", "lkjip-2022.pdf"}
