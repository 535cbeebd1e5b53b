"""The berita acara: one sheet, in Indonesian, whatever was found."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from lxml import html as lxml_html
from pypdf import PdfReader

from lkjip.audit import html, pdf
from lkjip.audit import json as json_format

from .conftest import Examine
from .test_tamper import swap

pytestmark = pytest.mark.build


def test_a_clean_report_has_one_page_to_sign(examined: Examine) -> None:
    audit = examined()
    sheet = pdf.render(audit)
    assert sheet == pdf.render(audit)
    reader = PdfReader(io.BytesIO(sheet))
    told = " ".join(page.extract_text() for page in reader.pages)
    assert len(reader.pages) == 1
    assert reader.trailer["/Root"]["/Lang"] == "id"
    page = lxml_html.fromstring(html.render(audit).encode()).text_content()
    values = json.loads((audit.bundle.folder / "nilai.json").read_text("utf-8"))["nilai"]
    counted = f"{len(values)} nilai"
    for words in ("TIDAK ADA PERBEDAAN", "Pemeriksa,", "Yang diperiksa,", counted):
        assert words in told
        assert words in page
    identifier = audit.bundle.identifier.removeprefix("urn:sha256:")
    assert identifier in page
    assert identifier in told.replace("\n", "")


def test_many_findings_still_fit_on_one_page(copied: Path, examined: Examine) -> None:
    for path in (copied / "tabel").glob("*.csv"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("1", "<script>#panic() [*" * 9), "utf-8", newline="\n")
    swap(
        copied / "lkjip-2022.html",
        'data-nilai="tpak.gerak">naik 2',
        'data-nilai="tpak.gerak">turun 2',
    )
    audit = examined()
    assert len(audit.failing) > 20
    reader = PdfReader(io.BytesIO(pdf.render(audit)))
    assert len(reader.pages) == 1
    told = reader.pages[0].extract_text()
    assert f"TERDAPAT {len(audit.failing)} PERBEDAAN" in told
    assert "temuan lain" in told
    assert "<script>" not in html.render(audit)


def test_json_says_what_moved(copied: Path, examined: Examine) -> None:
    swap(copied / "tabel" / "capaian.csv", "72,79%", "82,79%")
    content = json.loads(json_format.render(examined()))
    assert content["passed"] is False
    table = next(each for each in content["differences"] if each["code"] == "table")
    assert table["causes"] == ["berkas"]
    assert table["changes"] == [
        {
            "kind": "tabel",
            "id": "capaian",
            "old": "82,79%",
            "new": "72,79%",
            "row": 2,
            "label": "Meningkatnya penempatan tenaga kerja dan perluasan kesempatan kerja",
            "column": "Realisasi",
            "delta": "−10,00 poin persen",
        }
    ]
