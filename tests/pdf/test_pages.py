"""How chosen pages look, held against small pictures that a person has reviewed.

After a wanted change of the look, write them anew and look at each of them before committing:

    LKJIP_UPDATE_REFERENCES=1 python -m pytest tests/pdf/test_pages.py
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageFilter

from .geometry import Document

pytestmark = pytest.mark.build
REFERENCES = Path(__file__).parent / "references"
UPDATE = os.environ.get("LKJIP_UPDATE_REFERENCES")
WIDTH = 420
# Blurred by a pixel and a half: on average this much of 255 may differ, and this share of the
# pixels may differ clearly. Another version of Typst may move a word; it may not move a table.
MEAN, CLEAR, SHARE = 2.0, 40, 0.01

# Name of the picture → a text that stands on the page and nowhere before it (None: the cover).
PAGES: dict[str, str | None] = {
    "sampul": None,
    "kata-pengantar": "telah selesai disusun",
    "ikhtisar": "IKHTISAR EKSEKUTIF",
    "daftar-isi": "DAFTAR ISI KATA",
    "bab": "2.1 RENCANA STRATEGIS",
    "tabel-dan-grafik": "realisasi (tidak tercapai)",
    "tren": "Gambar 3.2 Perkembangan",
    "tabel-lebar": "DATA SENGKETA PENGUSAHA",
    "efisiensi": "Tabel 3.8 Analisis",
    "perjanjian": "Guna menghadirkan",
    "lampiran": "Indikator Kinerja Program",
}


def number_of(document: Document, text: str | None) -> int:
    if text is None:
        return 0
    front = text.startswith(("DAFTAR", "IKHTISAR", "telah selesai"))
    pages = document.pages if front else document.pages[5:]
    return next(page.number - 1 for page in pages if text in page.text)


def picture(document: Document, number: int) -> Image.Image:
    file = pypdfium2.PdfDocument(document.path)
    page = file[number].render(scale=1.5).to_pil().convert("L")
    return page.resize((WIDTH, round(page.height * WIDTH / page.width)), Image.Resampling.LANCZOS)


def alike(ours: Image.Image, theirs: Image.Image) -> tuple[bool, str]:
    soft = ImageFilter.GaussianBlur(1.5)
    one, other = (np.asarray(image.filter(soft), dtype=int) for image in (ours, theirs))
    difference = np.abs(one - other)
    mean, share = float(difference.mean()), float((difference > CLEAR).mean())
    return mean <= MEAN and share <= SHARE, f"{mean:.1f} on average, {share:.1%} of the pixels"


@pytest.mark.parametrize("name", PAGES)
def test_the_page(document: Document, name: str) -> None:
    ours, path = picture(document, number_of(document, PAGES[name])), REFERENCES / f"{name}.png"
    if UPDATE:
        path.parent.mkdir(exist_ok=True)
        ours.quantize(16, dither=Image.Dither.NONE).save(path, optimize=True)
    theirs = Image.open(path).convert("L")
    assert ours.size == theirs.size
    same, how_far = alike(ours, theirs)
    assert same, f"{name}: {how_far}"


def test_a_moved_page_is_noticed(document: Document) -> None:
    theirs = Image.open(REFERENCES / "perjanjian.png").convert("L")
    moved = Image.new("L", theirs.size, 255)
    moved.paste(theirs, (0, 6))
    assert not alike(moved, theirs)[0]


@pytest.mark.parametrize("path", sorted(REFERENCES.glob("*.png")), ids=lambda path: path.name)
def test_references_are_small(path: Path) -> None:
    assert path.stat().st_size <= 40_000
