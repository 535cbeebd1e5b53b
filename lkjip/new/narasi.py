"""``narasi/<year>/``: a file for each passage, with last year's text out of sight as material."""

from __future__ import annotations

import re
from pathlib import Path

from lkjip.belum import BELUM_DITULIS

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_PASSAGE = """\
{mark}

<!-- Teks tahun {year} sebagai bahan. Tulis teks baru, lalu hapus tanda di atas dan bagian ini.

{text}
-->
"""


def write_narasi(before: Path, folder: Path, year: int) -> None:
    """Write the passages of a new year.

    Parameters
    ----------
    before
        The folder of last year's passages.
    folder
        The folder to make.
    year
        Last year.
    """
    folder.mkdir(parents=True)
    for path in sorted(before.glob("*.md")):
        text = path.read_text(encoding="utf-8-sig")
        passage = _PASSAGE.format(mark=BELUM_DITULIS, year=year, text=_hidden(text))
        (folder / path.name).write_text(passage, encoding="utf-8", newline="\n")


def _hidden(text: str) -> str:
    """Text that can stand in a comment: comments in it would end it early."""
    plain = _COMMENT.sub("", text).replace(BELUM_DITULIS, "").replace("-->", "--&gt;")
    return re.sub(r"\n{3,}", "\n\n", plain).strip()
