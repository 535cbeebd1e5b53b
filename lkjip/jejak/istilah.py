"""Names of columns and inputs as a reader would write them."""

from __future__ import annotations

import re

# "laki_laki" doubles a word, "capaian_2" is the second of its name.
_GANDA = re.compile(r"([^\W_]+)_\1")
_KE = re.compile(r"(.+)_(\d+)")
# A file is called what it is called.
_NAMA = re.compile(r"\b\w*[^\W_]_[^\W_]\w*\b(?!\.\w)")
_KUTIPAN = re.compile(r"(“[^”]*”)")
# Inputs that a function took without naming them.
_NOMOR = re.compile(r"(?:masukan|butir|syarat)_\d+")


def istilah(nama: str) -> str:
    """A name without the signs of the program.

    Parameters
    ----------
    nama
        The name of a column or of an input.

    Examples
    --------
    >>> istilah("laki_laki"), istilah("jumlah_pagu"), istilah("capaian_2")
    ('laki-laki', 'jumlah pagu', 'capaian ke-2')
    """
    if _GANDA.fullmatch(nama):
        return nama.replace("_", "-")
    if found := _KE.fullmatch(nama):
        return f"{istilah(found[1])} ke-{found[2]}"
    return nama.replace("_", " ")


def kalimat(rumus: str) -> str:
    """A formula whose names are written by `istilah`; texts in quotation marks stay as they are.

    Examples
    --------
    >>> kalimat("jumlah (laki_laki + perempuan), “a_b”")
    'jumlah (laki-laki + perempuan), “a_b”'
    """
    parts = _KUTIPAN.split(rumus)
    return "".join(
        part if n % 2 else _NAMA.sub(lambda found: istilah(found[0]), part)
        for n, part in enumerate(parts)
    )


def bernomor(nama: str) -> bool:
    """Whether a name says nothing but which of the inputs it is: ``"masukan_0"``."""
    return _NOMOR.fullmatch(nama) is not None
