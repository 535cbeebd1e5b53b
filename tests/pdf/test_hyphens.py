"""Where Indonesian words may be broken, and where not."""

from __future__ import annotations

import os
import subprocess

import pytest

from lkjip.render.builtin.pandoc import pandoc_path

from ..conftest import ROOT

SCRIPT = """
local Suku = require("lua/suku")
for word in io.read("a"):gmatch("%S+") do
  print((Suku.hyphenate(word):gsub("\\u{ad}", "-")))
end
"""
WORDS = {
    # Three letters stay together at either end.
    "penyelenggaraan": "penye-leng-ga-raan",
    "ketenagakerjaan": "kete-na-ga-ker-jaan",
    "perselisihan": "per-se-li-sihan",
    "Meningkatnya": "Mening-kat-nya",
    # A prefix stays with its vowel, and nothing is broken within "gr", before "ng" and
    # between two vowels.
    "pengadilan": "pengadilan",
    "berangkatkan": "berang-kat-kan",
    "transmigrasi": "transmigrasi",
    "keuangannya": "keuangan-nya",
    # Words of two words are broken between them.
    "kewirausahaan": "kewira-usahaan",
    "wirausahawan": "wira-usahawan",
    "Berwirausaha": "Ber-wira-usaha",
    # Short words, capitals, numbers and what is no word stay whole.
    "program": "program",
    "PERSELISIHAN": "PERSELISIHAN",
    "8.251.284.892": "8.251.284.892",
    "Señorita-señorita": "Señorita-señorita",
    # So do addresses of the net: a hyphen would belong to them.
    "ketenagakerjaan@dinasketenagakerjaan.go.id": "ketenagakerjaan@dinasketenagakerjaan.go.id",
    "https://dinasketenagakerjaan.go.id/pelayanan": "https://dinasketenagakerjaan.go.id/pelayanan",
    "keberhasilan/kegagalannya.": "keber-ha-silan/kega-ga-lan-nya.",
}


def run(script: str, text: str) -> list[str]:
    done = subprocess.run(
        [pandoc_path(), "lua", "-e", script],
        input=text,
        env=os.environ | {"LUA_PATH": f"{ROOT / '_extensions' / 'lkjip'}/?.lua;;"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def broken() -> dict[str, str]:
    return dict(zip(WORDS, run(SCRIPT, " ".join(WORDS)), strict=True))


def test_running_text_breaks_at_a_slash_alone() -> None:
    script = SCRIPT.replace("Suku.hyphenate", "Suku.running")
    words = {"Kabupaten/Kota.": "Kabupaten/Kota.", "ketenagakerjaan": "kete-na-ga-ker-jaan"}
    assert run(script, " ".join(words)) == list(words.values())


@pytest.mark.parametrize("word", WORDS)
def test_breaks(broken: dict[str, str], word: str) -> None:
    assert broken[word] == WORDS[word]
