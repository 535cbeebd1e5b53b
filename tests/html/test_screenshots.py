"""How the pages look, held against small pictures that a person has reviewed.

After a wanted change of the look, write them anew and look at each of them before committing:

    LKJIP_UPDATE_REFERENCES=1 python -m pytest tests/html/test_screenshots.py
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageFilter

from .conftest import DESKTOP, PHONE, Open

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.build, pytest.mark.browser]
REFERENCES = Path(__file__).parent / "references"
UPDATE = os.environ.get("LKJIP_UPDATE_REFERENCES")
WIDTH = 560
# Letters are drawn a little differently from one Chromium to the next. Blurred by two pixels, on
# average this much of 255 may differ, and this share of the pixels may differ clearly.
MEAN, CLEAR, SHARE = 3.0, 48, 0.01


def small(image: Image.Image) -> Image.Image:
    width = min(WIDTH, image.width)
    size = (width, round(image.height * width / image.width))
    return image.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def alike(ours: Image.Image, theirs: Image.Image) -> tuple[bool, str]:
    soft = ImageFilter.GaussianBlur(2)
    pixels = [np.asarray(one.filter(soft), dtype=int) for one in (ours, theirs)]
    difference = np.abs(pixels[0] - pixels[1])
    mean, share = float(difference.mean()), float((difference.max(axis=2) > CLEAR).mean())
    return mean <= MEAN and share <= SHARE, f"{mean:.1f} on average, {share:.1%} of the pixels"


def compare(name: str, image: Image.Image) -> None:
    path, ours = REFERENCES / f"{name}.png", small(image)
    if UPDATE:
        path.parent.mkdir(exist_ok=True)
        ours.quantize(48, dither=Image.Dither.NONE).save(path, optimize=True)
    theirs = Image.open(path).convert("RGB")
    assert ours.size == theirs.size
    same, how_far = alike(ours, theirs)
    assert same, f"{name}: {how_far}"


@pytest.fixture(scope="module")
def page(browser: Browser, page_url: str, same_letters: str) -> Page:
    """The report once for all pictures: the letters weigh more than it does."""
    page = browser.new_page(viewport=DESKTOP, reduced_motion="reduce")
    page.goto(page_url)
    page.add_style_tag(content=same_letters)
    page.evaluate("document.fonts.ready")
    return page


def picture(page: Page, place: str | None) -> Image.Image:
    if place:
        page.evaluate("id => document.getElementById(id).scrollIntoView()", place)
    page.wait_for_timeout(200)
    return Image.open(io.BytesIO(page.screenshot()))


LOOKS: dict[str, tuple[str | None, dict[str, int], str]] = {
    "desktop-sampul": (None, DESKTOP, "light"),
    "desktop": ("sec-target-realisasi", DESKTOP, "light"),
    "gelap": ("fig-target-realisasi", DESKTOP, "dark"),
    "ponsel": ("tbl-kinerja-anggaran", PHONE, "light"),
}


@pytest.mark.parametrize("name", LOOKS)
def test_the_report(page: Page, name: str) -> None:
    place, size, scheme = LOOKS[name]
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    compare(name, picture(page, place))


def test_the_page_of_years(open_page: Open, same_letters: str, index: Path) -> None:
    page = open_page(index.as_uri())
    page.add_style_tag(content=same_letters)
    page.evaluate("document.fonts.ready")
    compare("beranda", picture(page, None))


def test_on_paper(page: Page, tmp_path: Path) -> None:
    import pypdfium2

    page.emulate_media(color_scheme="dark")
    page.pdf(path=tmp_path / "cetak.pdf", prefer_css_page_size=True)
    pdf = pypdfium2.PdfDocument(tmp_path / "cetak.pdf")
    texts = [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in pdf]
    number = next(n for n, text in enumerate(texts) if "Tabel 3.7 Realisasi" in text and n > 9)
    compare("cetak", pdf[number].render(scale=1.3).to_pil())
    # What only a screen can use is not printed.
    assert not any(word in text for text in texts for word in ("Unduh CSV", "Tema gelap", "↩"))


def test_a_broken_look_is_noticed(page: Page) -> None:
    page.set_viewport_size(DESKTOP)
    page.emulate_media(color_scheme="light")
    page.add_style_tag(content="figure { margin-left: 4rem } thead th { background: none }")
    shot = picture(page, "sec-target-realisasi")
    theirs = Image.open(REFERENCES / "desktop.png")
    assert not alike(small(shot), theirs.convert("RGB"))[0]


@pytest.mark.parametrize("path", sorted(REFERENCES.glob("*.png")), ids=lambda path: path.name)
def test_references_are_small(path: Path) -> None:
    assert path.stat().st_size <= 60_000
