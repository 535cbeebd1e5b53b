"""The text of a rendered report, whatever its format, for a comparison line by line."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from lkjip.diff import text
from lkjip.diff.model import Sentence

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lines(path: Path) -> list[str] | None:
    """The lines of a report: sentences, and rows of tables with ``|`` between the cells.

    Parameters
    ----------
    path
        HTML, PDF or Word.

    Returns
    -------
    list of str or None
        None when the file cannot be read as what it is called.
    """
    try:
        return _READERS[path.suffix](path)
    except Exception:
        # A damaged file makes each of three libraries raise what it likes; that it is damaged is
        # what the audit has to say, and its checksum says so already.
        return None


def compare(old: list[str], new: list[str], suffix: str) -> list[Sentence]:
    """Lines that changed, came or went.

    Parameters
    ----------
    old, new
        The lines of each report.
    suffix
        Of both files. A PDF has no spaces of its own in a chart, only letters at places, so that
        spaces alone do not count there.
    """
    found = text.compare(old, new)
    if suffix != ".pdf":
        return found
    return [each for each in found if _letters(each.old) != _letters(each.new)]


def _letters(line: str) -> str:
    return "".join(line.split())


def _html(path: Path) -> list[str]:
    return text.of_html(path, with_tables=True)


def _pdf(path: Path) -> list[str]:
    # pypdf is slow to load; only who compares PDFs needs it.
    from pypdf import PdfReader

    pages = (page.extract_text() for page in PdfReader(path).pages)
    return [line for page in pages for line in (page or "").splitlines() if line.strip()]


def _docx(path: Path) -> list[str]:
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    found = []
    for block in body.iter(f"{_WORD}tr", f"{_WORD}p"):
        if block.tag == f"{_WORD}tr":
            cells = [_words(cell) for cell in block.iter(f"{_WORD}tc")]
            found.append(" | ".join(cells))
        elif not any(True for _row in block.iterancestors(f"{_WORD}tr")):
            found.append(_words(block))
    return [line for line in found if line.strip(" |")]


def _words(node: object) -> str:
    return "".join(part.text or "" for part in node.iter(f"{_WORD}t"))  # type: ignore[attr-defined]


_READERS: dict[str, Callable[[Path], list[str]]] = {".html": _html, ".pdf": _pdf, ".docx": _docx}
