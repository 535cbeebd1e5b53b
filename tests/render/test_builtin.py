"""The built-in renderer: shortcodes, numbers, references and text in all three formats."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path

import docx
import pypdf
import pytest
from lxml import html

from lkjip.errors import LkjipError
from lkjip.paths import Project

from .conftest import append, render_builtin, replace
from .sample import NASTY, YEAR, table_capaian, write_sample

FORMATS = ["html", "pdf", "docx"]


@cache
def text_of(path: Path) -> str:
    """The text of a document with single spaces; words that a PDF breaks stay broken."""
    if path.suffix == ".html":
        body = html.fromstring(path.read_text("utf-8")).find("body")
        text = body.text_content()
    elif path.suffix == ".pdf":
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    else:
        document = docx.Document(str(path))
        cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
        text = "\n".join(p.text for p in document.paragraphs)
        text += "\n" + "\n".join(cell.text for cell in cells)
    return " ".join(text.split())


def rendered_text(folder: Path, kind: str) -> str:
    return text_of(folder / f"lkjip-{YEAR}.{kind}")


def page_of(folder: Path) -> html.HtmlElement:
    return html.fromstring((folder / f"lkjip-{YEAR}.html").read_text("utf-8"))


def words_of(folder: Path) -> docx.document.Document:
    return docx.Document(str(folder / f"lkjip-{YEAR}.docx"))


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("text", NASTY)
def test_data_is_text(rendered: Path, kind: str, text: str) -> None:
    found = rendered_text(rendered, kind)
    # once as a paragraph, once inside of a sentence
    assert found.count(text) >= 2, text
    assert f"nilai {text} akhir" in found


@pytest.mark.parametrize("kind", FORMATS)
def test_cells_and_captions_are_text(rendered: Path, kind: str) -> None:
    found = rendered_text(rendered, kind)
    assert "Indikator 0 <script>alert(1)</script>" in found
    assert "Indikator 2 #set page(width: 1pt)" in found
    assert "Capaian #set page(width: 1pt) Tahun 2099" in found
    assert "Sumber: contoh <data>" in found


def test_nothing_runs_in_the_page(rendered: Path) -> None:
    page = page_of(rendered)
    assert not page.xpath("//script[not(@type='application/json')][contains(text(), 'alert')]")
    assert not page.xpath("//main//a[starts-with(@href, 'http')]")
    assert page.get("lang") == "id"


@pytest.mark.parametrize("kind", FORMATS)
def test_numbers_and_references(rendered: Path, kind: str) -> None:
    found = rendered_text(rendered, kind)
    for expected in (
        "Lihat Tabel 2.1, Gambar 2.1, Bab II dan Bagian 2.1.1.",
        "Capaian 102,47% atau 102,47.",
        "Misi: satu, dua, dan tiga.",
        "Ulasan tahun 2099, lihat Tabel 2.1.",
        "Tabel 2.1 Capaian",
        "Gambar 2.1 Tren Kinerja",
        "BAB II",
        "1.1 LATAR BELAKANG TAHUN 2099",
        "2.1.1 Rinci",
    ):
        if kind == "docx":
            # A field repeats the number of the heading as it is.
            expected = expected.replace("Bab II", "BAB II")
        assert expected in found.replace("\u00a0", " "), expected
    assert "Tabel 2.2" not in found  # the unnumbered table has no number


@pytest.mark.parametrize(
    ("kind", "shown", "hidden"),
    [
        ("html", ["Hanya HTML.", "Bukan DOCX."], ["Hanya PDF."]),
        ("pdf", ["Hanya PDF.", "Bukan DOCX."], ["Hanya HTML."]),
        ("docx", [], ["Hanya HTML.", "Hanya PDF.", "Bukan DOCX."]),
    ],
)
def test_conditional_content(
    rendered: Path, kind: str, shown: list[str], hidden: list[str]
) -> None:
    found = rendered_text(rendered, kind)
    assert all(text in found for text in shown)
    assert not any(text in found for text in hidden)


def test_lists(rendered: Path) -> None:
    page = page_of(rendered)
    (numbered,) = page.xpath("//main//ol[@type='1'][li[contains(., 'bukan miring')]]")
    assert [item.text_content() for item in numbered] == ["satu", "dua *bukan miring*", "tiga"]
    (lettered,) = page.xpath("//main//ol[@type='a']")
    below = lettered.xpath("li/ol[@type='1']/li")
    assert [item.text_content() for item in below] == ["Subbagian A", "Subbagian B"]


def test_contents_lead_to_their_targets(rendered: Path) -> None:
    page = page_of(rendered)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = page.xpath("//a[starts-with(@href, '#')]/@href")
    assert targets and {target[1:] for target in targets} <= set(ids)
    listed = page.xpath("//*[@id='daftar-isi']//li")
    assert [" ".join(item.text_content().split()) for item in listed][-3:] == [
        "BAB II AKUNTABILITAS KINERJA",
        "2.1 CAPAIAN",
        "2.1.1 Rinci",
    ]


def test_page_is_one_file(rendered: Path) -> None:
    page = page_of(rendered)
    sources = page.xpath("//@src | //link/@href")
    assert sources and all(source.startswith("data:") for source in sources)
    assert page.xpath("//*[@role='img']/@aria-label") == ['Tren "naik" {{< meta title >}} <b>']


def test_a_figure_says_what_it_was_drawn_from(rendered: Path) -> None:
    words = "Sumber: diolah dari Tabel\u00a02.1; Badan <b> & {{< meta title >}} #set"
    (source,) = page_of(rendered).xpath("//figure[@id='fig-tren']/div[@class='sumber-gambar']")
    assert source.text_content().strip() == words
    assert source.xpath(".//a/@href") == ["#tbl-capaian"]
    assert source.getprevious().tag == "figcaption"
    for kind in ("pdf", "docx"):
        found = " ".join(rendered_text(rendered, kind).split())
        assert words.replace("\u00a0", " ") in found.replace("\u00a0", " ")


def test_pdf_is_tagged_and_described(rendered: Path) -> None:
    reader = pypdf.PdfReader(rendered / f"lkjip-{YEAR}.pdf")
    assert reader.metadata.title == "Laporan Kinerja Contoh Tahun 2099"
    assert reader.metadata.author == "Dinas Contoh Kabupaten Contoh"
    assert reader.metadata.creation_date.date().isoformat() == "2100-02-28"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "id"
    assert root["/MarkInfo"]["/Marked"]
    labels = [reader.page_labels[n] for n in range(len(reader.pages))]
    assert labels[1:4] == ["i", "ii", "iii"]
    assert labels[4] == "1"
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)][-2:] == [
        "BAB I PENDAHULUAN",
        "BAB II AKUNTABILITAS KINERJA",
    ]


def test_wide_table_has_a_turned_page(rendered: Path) -> None:
    reader = pypdf.PdfReader(rendered / f"lkjip-{YEAR}.pdf")
    turned = [page for page in reader.pages if page.mediabox.width > page.mediabox.height]
    assert len(turned) == 1
    assert "Tabel Lebar Tanpa Nomor" in turned[0].extract_text()
    turns = [section.orientation for section in words_of(rendered).sections]
    assert turns.count(1) == 1
    # Head and foot are as wide as the turned page.
    (section,) = (s for s in words_of(rendered).sections if s.orientation == 1)
    room = section.page_width - section.left_margin - section.right_margin
    for part in (section.header, section.footer):
        (stop,) = part.paragraphs[0].paragraph_format.tab_stops
        assert abs(stop.position - room) < 36000  # a millimetre


def test_word_file(rendered: Path) -> None:
    document = words_of(rendered)
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Heading 1", "Heading 2", "Heading 3", "Table Caption", "Image Caption"} <= styles
    assert document.core_properties.title == "Laporan Kinerja Contoh Tahun 2099"
    tables = [table for table in document.tables if table._tbl.xpath(".//w:tblHeader")]
    head = tables[0].rows[:3]
    assert [cell.text for cell in head[0].cells] == ["Indikator", "Kinerja", "Kinerja"]
    assert [cell.text for cell in head[1].cells] == ["Indikator", "Target", "Realisasi"]
    # The numbers of the columns stand in the third row, which heads nothing.
    assert len(tables[0]._tbl.xpath(".//w:tblHeader")) == 2
    assert len(tables[0]._tbl.xpath(".//w:cantSplit")) == len(tables[0].rows)
    assert [p.style.paragraph_format.alignment for p in tables[0].rows[4].cells[1].paragraphs] == [
        2
    ]
    fields = " ".join(document.element.xpath(".//w:instrText/text()"))
    for code in ("TOC", "PAGEREF", "SEQ Tabel", "SEQ Gambar"):
        assert code in fields


def test_long_table_repeats_its_head(sample: Project) -> None:
    path = sample.build(YEAR) / "tabel" / "capaian.html"
    path.write_text(table_capaian(rows=80), "utf-8")
    (pdf,) = render_builtin(sample, sample.root, "pdf")
    texts = [page.extract_text() for page in pypdf.PdfReader(pdf).pages]
    pages = [text for text in texts if re.search(r"Indikator \d", text)]
    assert len(pages) >= 2
    assert all("Realisasi" in text for text in pages)
    assert sum("Sumber: contoh" in text for text in texts) == 1


def test_same_bytes(sample: Project, rendered: Path) -> None:
    elsewhere = Project(shutil.copytree(sample.root, sample.root.parent / "tempat lain & #x"))
    for path in render_builtin(elsewhere, elsewhere.root):
        assert path.read_bytes() == (rendered / path.name).read_bytes(), path.name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('Misi {{< nilai misi bentuk="huruf" >}}', "has no bentuk huruf; known: utama"),
        ("{{< meta lang.x >}}", "lang.x"),
    ],
)
def test_messages_of_shortcodes(sample: Project, text: str, message: str) -> None:
    append(sample, text)
    with pytest.raises(LkjipError, match=re.escape(message)) as caught:
        render_builtin(sample, sample.root, "html")
    assert "stack traceback" not in str(caught.value)
    assert ".lua" not in str(caught.value)


def test_an_empty_list_says_so(sample: Project) -> None:
    path = sample.build(YEAR) / "nilai.json"
    content = json.loads(path.read_text("utf-8"))
    content["nilai"]["misi"] |= {"butir": [], "bentuk": {"utama": "tidak ada"}}
    path.write_text(json.dumps(content), "utf-8")
    (page,) = render_builtin(sample, sample.root, "html")
    assert "Misi: tidak ada." in text_of(page)
    assert html.fromstring(page.read_text("utf-8")).xpath("//main//p[.='tidak ada']")


def test_callouts_breaks_and_metadata(sample: Project) -> None:
    append(sample, '::: {.callout-note title="Perlu diketahui"}\nIsi *catatan*.\n:::')
    append(sample, "::: {.callout-tip}\n## Saran\n\nIsi saran.\n:::")
    append(sample, "{{< pagebreak >}}")
    append(sample, "Judul: {{< meta title >}}. Rumus $a^2$ dan\n\n$$b_i$$")
    for path in render_builtin(sample, sample.root):
        found = text_of(path)
        for expected in (
            "Perlu diketahui",
            "Isi catatan.",
            "Saran",
            "Judul: Laporan Kinerja Contoh.",
        ):
            assert expected in found, (path.name, expected)


def test_a_markdown_table_and_figure(sample: Project) -> None:
    append(sample, "::: {#tbl-lain}\n\n| a | b |\n|---|--:|\n| x | 1 |\n\nTabel Lain\n\n:::")
    append(sample, "![Gambar Lain](_build/2099/gambar/tren.png){#fig-lain}")
    append(sample, "Lihat @tbl-lain dan @fig-lain.")
    for path in render_builtin(sample, sample.root):
        found = text_of(path).replace("\u00a0", " ")
        assert "Lihat Tabel 2.2 dan Gambar 2.2." in found, path.name
        assert "Tabel 2.2 Tabel Lain" in found
        assert "Gambar 2.2 Gambar Lain" in found


def test_a_new_sample_has_the_real_extension(tmp_path: Path) -> None:
    root = write_sample(tmp_path / "x")
    assert (root / "_extensions" / "lkjip" / "_extension.yml").is_file()


def test_typst_errors_are_told(sample: Project) -> None:
    append(sample, "```{=typst}\n#tidak-ada()\n```")
    with pytest.raises(LkjipError, match="tidak-ada"):
        render_builtin(sample, sample.root, "pdf")


def test_a_broken_table_is_told(sample: Project) -> None:
    path = sample.build(YEAR) / "tabel" / "capaian.html"
    path.write_text("<table><video></video></table>", "utf-8")
    with pytest.raises(LkjipError, match="<video>"):
        render_builtin(sample, sample.root, "pdf")


def test_heading_from_a_value_has_an_identifier(sample: Project) -> None:
    replace(sample, "narasi/isi.qmd", "## CAPAIAN", "## LATAR BELAKANG TAHUN {{< nilai tahun >}}")
    (page,) = render_builtin(sample, sample.root, "html")
    sections = html.fromstring(page.read_text("utf-8")).xpath("//section/@id")
    assert "latar-belakang-tahun-2099" in sections
    assert "latar-belakang-tahun-2099-1" in sections


@pytest.mark.parametrize("kind", FORMATS)
def test_a_list_without_items_is_a_word_in_any_style(
    sample: Project, tmp_path: Path, kind: str
) -> None:
    path = sample.build(YEAR) / "nilai.json"
    content = json.loads(path.read_text("utf-8"))
    still = {"jenis": "daftar", "nilai": "", "bentuk": {"utama": "belum diisi"}, "butir": []}
    content["nilai"]["pokok"] = still | {"belum": True}
    path.write_text(json.dumps(content), "utf-8")
    append(sample, '{{< nilai pokok bentuk="butir" >}}')
    render_builtin(sample, tmp_path, kind)
    assert rendered_text(tmp_path, kind).count("belum diisi") == 1
