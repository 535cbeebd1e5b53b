"""Sources are checked before anything is rendered: file, line and the nearest known names."""

from __future__ import annotations

from dataclasses import replace as replace_field

import pytest

from lkjip.errors import Finding, InputError
from lkjip.paths import Project
from lkjip.render import narrative

from .conftest import append, render_builtin, replace
from .sample import YEAR


def findings(project: Project) -> list[Finding]:
    return narrative.check(narrative.read(project, YEAR), narrative.Known.read(project.build(YEAR)))


def test_the_sample_is_right(sample: Project) -> None:
    assert findings(sample) == []


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("{{< nilai tpak.capain >}}", "tpak.capain", "tpak.capaian"),
        ("{{< tabel capain >}}", "capain", "capaian"),
        ("{{< gambar tern >}}", "tern", "tren"),
        ('{{< nilai tpak.capaian bentuk="huruf" >}}', "huruf", "angka, utama"),
        ('{{< nilai misi bentuk="huruf, gaya" >}}', "huruf, gaya", "angka, butir, huruf"),
        ("{{< narasi ulasa >}}", "ulasa", "ulasan"),
        ("{{< include narasi/sampul.md >}}", "narasi/sampul.md", "narasi/sampul.qmd"),
        ("lihat @tbl-capain", "@tbl-capain", "tbl-capaian"),
        ("lihat [-@sec-rinc] saja", "@sec-rinc", "sec-rinci"),
    ],
)
def test_unknown_names(sample: Project, text: str, value: str, expected: str) -> None:
    row = append(sample, text)
    (finding,) = findings(sample)
    assert (finding.file, finding.row, finding.value) == ("narasi/isi.qmd", row, value)
    assert finding.expected and expected in finding.expected


def test_a_figure_cannot_cite_a_table_that_the_report_lacks(sample: Project) -> None:
    known = narrative.Known.read(sample.build(YEAR))
    assert known.rujukan == {"tren": ["tbl-capaian"]}
    known = replace_field(known, rujukan={"tren": ["tbl-capain"]})
    (finding,) = narrative.check(narrative.read(sample, YEAR), known)
    assert (finding.file, finding.value) == ("narasi/isi.qmd", "@tbl-capain")
    assert finding.expected and "tbl-capaian" in finding.expected


def test_a_finding_in_the_commentary_names_the_commentary(sample: Project) -> None:
    row = append(sample, "{{< nilai tidak.ada >}}", "narasi/2099/ulasan.md")
    (finding,) = findings(sample)
    assert (finding.file, finding.row) == ("narasi/2099/ulasan.md", row)


def test_all_findings_at_once(sample: Project) -> None:
    append(sample, "{{< nilai a.b >}} dan @tbl-zzz\n\n{{< tabel qqq >}}")
    with pytest.raises(InputError) as caught:
        render_builtin(sample, sample.root)
    assert [finding.value for finding in caught.value.findings] == ["a.b", "qqq", "@tbl-zzz"]


def test_code_is_not_scanned(sample: Project) -> None:
    append(sample, "```\n{{< nilai tidak.ada >}} @tbl-tidak-ada {#tbl-capaian}\n```")
    append(sample, "`@tbl-tidak-ada` <!-- {{< tabel tidak-ada >}} -->")
    assert findings(sample) == []


def test_an_address_is_no_reference(sample: Project) -> None:
    append(sample, "surat ke kantor@tbl-contoh.invalid")
    assert findings(sample) == []


def test_labels_are_unique(sample: Project) -> None:
    row = append(sample, "::: {#tbl-capaian}\n\n{{< tabel capaian >}}\n\nSekali Lagi\n\n:::")
    (finding,) = findings(sample)
    assert (finding.row, finding.value) == (row, "tbl-capaian")
    assert "narasi/isi.qmd:" in finding.message


def test_includes_in_a_circle(sample: Project) -> None:
    append(sample, "{{< include narasi/lain.qmd >}}")
    (sample.narasi / "lain.qmd").write_text("satu\n\n{{< include narasi/isi.qmd >}}\n", "utf-8")
    (finding,) = findings(sample)
    assert (finding.file, finding.row) == ("narasi/lain.qmd", 3)
    assert "narasi/isi.qmd → narasi/lain.qmd → narasi/isi.qmd" in finding.message


@pytest.mark.parametrize("text", ["teks {{< tabel capaian >}}", "{{< narasi ulasan >}}\nteks"])
def test_blocks_stand_alone(sample: Project, text: str) -> None:
    row = append(sample, text)
    (finding,) = findings(sample)
    assert finding.row == row
    assert "paragraph" in finding.message


def test_a_file_in_another_encoding(sample: Project) -> None:
    path = sample.narasi / "2099" / "ulasan.md"
    path.write_bytes("baris satu\nbaris dua: café\n".encode("cp1252"))
    (finding,) = findings(sample)
    assert (finding.file, finding.row) == ("narasi/2099/ulasan.md", 2)
    assert "UTF-8" in finding.message


def test_windows_line_ends_and_a_byte_order_mark(sample: Project) -> None:
    path = sample.narasi / "isi.qmd"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_text("utf-8").replace("\n", "\r\n").encode())
    row = append(sample, "{{< nilai tidak.ada >}}")
    (finding,) = findings(sample)
    assert finding.row == row


def test_without_notebook_results(sample: Project) -> None:
    (sample.build(YEAR) / "nilai.json").unlink()
    with pytest.raises(InputError, match="lkjip execute 2099"):
        narrative.Known.read(sample.build(YEAR))


def test_the_report_itself_is_missing(sample: Project) -> None:
    sample.report.unlink()
    with pytest.raises(InputError, match=r"report\.qmd"):
        render_builtin(sample, sample.root)


def test_the_year_chooses_the_commentary(sample: Project) -> None:
    replace(sample, "narasi/2099/ulasan.md", "Ulasan tahun", "Ulasan pilihan tahun")
    assert "Ulasan pilihan tahun" in narrative.read(sample, YEAR).text
    missing = narrative.read(sample, 2098).findings
    assert [finding.value for finding in missing] == ["ulasan"]


def test_the_date_of_the_report_is_the_time_stamp(sample: Project) -> None:
    assert narrative.Known.read(sample.build(YEAR)).epoch == 4107456000
