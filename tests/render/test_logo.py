"""The office's coat of arms, when instansi.yml names one, in every format."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from lxml import html

from lkjip.errors import LkjipError
from lkjip.paths import Project

from .conftest import append, render_builtin
from .sample import PNG, YEAR


def name_logo(project: Project, name: str) -> Path:
    folder = project.data / str(YEAR)
    folder.mkdir(parents=True)
    (folder / "instansi.yml").write_text(f"pemerintah: x\nlogo: {name}  # kabupaten\n", "utf-8")
    (folder / name).write_bytes(PNG)
    return folder / name


def test_the_coat_of_arms_is_on_the_cover(sample: Project) -> None:
    name_logo(sample, "lambang.PNG")
    append(sample, "## Naskah {.unnumbered}")
    page, _pdf, word = render_builtin(sample, sample.root)
    tree = html.fromstring(page.read_bytes())
    (image,) = tree.xpath("//div[@class='pemerintah']/img")
    assert image.get("alt") == "Lambang"
    assert image.get("src").startswith("data:image/png;base64,iVBOR")
    document = docx.Document(str(word))
    marked = [p for p in document.paragraphs if p._p.xpath(".//wp:docPr[@descr='Lambang']")]
    # On the cover, and above a document of its own.
    assert [p.style.name for p in marked] == ["Sampul Lambang", "Gambar"]


def test_a_cover_without_one(rendered: Path) -> None:
    tree = html.fromstring((rendered / f"lkjip-{YEAR}.html").read_bytes())
    assert tree.xpath("//div[@class='pemerintah']") and not tree.xpath(
        "//div[@class='pemerintah']//img"
    )


def test_a_missing_picture_is_told(sample: Project) -> None:
    name_logo(sample, "lambang.png").unlink()
    for kind in ("html", "pdf", "docx"):
        with pytest.raises(LkjipError, match=r"lambang.png is missing: instansi.yml names it"):
            render_builtin(sample, sample.root, kind)
