"""Spaces at which no line ends, in all formats."""

from __future__ import annotations

import os
import subprocess

import pytest

from lkjip.render.builtin.pandoc import pandoc_path

from ..conftest import ROOT

NBSP = "\u00a0"
SCRIPT = """
local Rapat = require("lua/rapat")
local document = pandoc.read(io.read("a"), "markdown")
document = Rapat.document(document)
for _, block in ipairs(document.blocks) do
  print((pandoc.utils.stringify(block):gsub("\\n", " ")))
end
"""
# "~" stands for a space at which no line ends.
SENTENCES = [
    "Jumlahnya naik menjadi 37.219~orang pada tahun~2022.",
    "Angkanya lebih tinggi 2,35~poin~persen, yaitu 72,79% dari target.",
    "Pada 24~Januari~2022, dokumen itu ditandatangani di Jl. Imam Bonjol No.~07 Blitar.",
    "Hasilnya termuat dalam Tabel~3.1, Bab~III, dan Bagian~3.1.4.",
    "Menurut Peraturan Nomor~53 Tahun~2014 hal itu wajib.",
    "Nomor PER/09/M.PAN/5/2007 tidak dipaksa sebaris.",
    "Sebanyak 5~laki-laki dan 10~perempuan bekerja; 3 dan 4 tidak terikat.",
    "Nilai 5,45% pada tahun~2022, kemudian 12, orang lain.",
]


@pytest.fixture(scope="module")
def joined() -> list[str]:
    done = subprocess.run(
        [pandoc_path(), "lua", "-e", SCRIPT],
        input="\n\n".join(SENTENCES).replace("~", " "),
        env=os.environ | {"LUA_PATH": f"{ROOT / '_extensions' / 'lkjip'}/?.lua;;"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize("n", range(len(SENTENCES)))
def test_lines_do_not_end_there(joined: list[str], n: int) -> None:
    assert joined[n].replace(NBSP, "~") == SENTENCES[n]
