"""Regulations as prose names them: where a title ends."""

from __future__ import annotations

import pytest

from lkjip.check.peraturan import citations

UU = "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (UU, ["Pemerintahan Daerah"]),
        (f"{UU} dan menjadi dasar Renstra", ["Pemerintahan Daerah"]),
        (f"{UU} serta turunannya", ["Pemerintahan Daerah"]),
        (f"{UU}, sehingga dinas dibentuk", ["Pemerintahan Daerah"]),
        (f"{UU} dan UU Nomor 13 Tahun 2003 berlaku", ["Pemerintahan Daerah"]),
        (
            f"{UU} dan Instruksi Presiden Nomor 7 Tahun 1999 tentang Akuntabilitas Kinerja",
            ["Pemerintahan Daerah", "Akuntabilitas Kinerja"],
        ),
        (
            "Peraturan Daerah Nomor 3 Tahun 2022 tentang Pembentukan dan Susunan Perangkat Daerah "
            "dan diatur lebih lanjut",
            ["Pembentukan dan Susunan Perangkat Daerah"],
        ),
        # In small letters nobody can tell where prose begins: nothing is cut.
        (
            "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang pelaporan keuangan dan kinerja",
            ["pelaporan keuangan dan kinerja"],
        ),
    ],
)
def test_a_title_ends_where_the_sentence_goes_on(text: str, titles: list[str]) -> None:
    assert [citation.judul for citation in citations(text, "Kabupaten Contoh")] == titles
