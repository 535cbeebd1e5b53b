"""Regulations that labour offices cite wrongly or out of habit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip.check.context import Context
    from lkjip.render.source import Source

# The kinds, longest names first where one begins like another.
_KIND = (
    r"Undang-Undang|Peraturan Pemerintah|Peraturan Presiden|Instruksi Presiden|"
    r"Peraturan Menteri|Peraturan Daerah|Peraturan Bupati|Peraturan Wali ?Kota|"
    r"Peraturan Gubernur|Keputusan Kepala|Keputusan Menteri"
)
_CITATION = re.compile(
    rf"(?=[UPIK])(?P<jenis>(?:{_KIND})[^.;,:\d]*?) (?:Nomor|No\.?) (?P<nomor>[\w./-]*\w)"
    r"(?: Tahun (?P<tahun>\d{4}))?(?: tentang (?P<judul>[^.;(\n]+))?",
    re.I,
)
# A title runs on in prose. It ends where the next regulation begins or a clause follows ...
_NEXT = re.compile(
    r",? (?=yang\b|sehingga\b|kemudian\b|khususnya\b)|, (?=[a-z])"
    r"|,? (?:dan|serta) (?=(?:Undang|Peraturan|Keputusan|Instruksi)|"
    r"(?:UU|PP|Perpres|Inpres|Per(?:da|bup|wal|gub|men)\w*)\b)"
)
# ... and one in capitals also where the sentence goes on in small letters.
_PROSE = re.compile(r" (?:dan|serta) (?=[a-z])")
_FILLERS = re.compile(r"\b(?:republik indonesia|negara|ri)\b", re.I)


@dataclass(frozen=True)
class Citation:
    """A regulation as a text names it.

    Parameters
    ----------
    jenis
        Kind and authority in small letters, without the name of the region.
    nomor, tahun, judul
        As written; empty where the text does not say.
    name
        Kind, number and year as written.
    start
        Where it stands in the text.
    """

    jenis: str
    nomor: str
    tahun: str
    judul: str
    name: str
    start: int

    @property
    def key(self) -> tuple[str, str, str]:
        return self.jenis, self.nomor.lstrip("0"), self.tahun


@dataclass(frozen=True)
class Known:
    """What is known of a regulation: its title, and what replaced it (empty: nothing)."""

    judul: str
    diganti: str = ""


def citations(text: str, region: str) -> Iterator[Citation]:
    """Find the regulations that a text names.

    Parameters
    ----------
    text
        Prose, or an item of a list.
    region
        Name of the region (``"Kabupaten Blitar"``), which regional regulations may carry.
    """
    place = region.removeprefix("Kabupaten ").removeprefix("Kota ")
    position = 0
    while match := _CITATION.search(text, position):
        jenis = re.sub(rf"\b(?:Kabupaten|Kota|Provinsi)\b|\b{place}\b", " ", match["jenis"])
        jenis = _FILLERS.sub(" ", jenis)
        judul = _title(match["judul"] or "")
        # Behind the title there may be another regulation.
        position = match.start("judul") + len(judul) if judul else match.end()
        yield Citation(
            " ".join(jenis.lower().split()),
            match["nomor"],
            match["tahun"] or "",
            judul,
            re.split(r" tentang ", match[0])[0],
            match.start(),
        )


def in_narrative(context: Context) -> list[tuple[Source, Citation]]:
    """The regulations that the narrative names, each with the file that names it."""
    region = context.instansi.daerah
    sources = context.narrative.sources.values()
    return [(source, cited) for source in sources for cited in citations(source.masked, region)]


def _title(text: str) -> str:
    """What follows ``tentang``, up to the end of the title."""
    title = _NEXT.split(text)[0]
    return (_PROSE.split(title)[0] if title[:1].isupper() else title).strip()


ORGANISATION = "Peraturan Pemerintah Nomor 18 Tahun 2016"
"""What all regions have since organised their offices by."""

_PAN = "peraturan menteri pendayagunaan aparatur dan reformasi birokrasi"

KNOWN: dict[tuple[str, str, str], Known] = {
    ("undang-undang", "32", "2004"): Known(
        "Pemerintahan Daerah", "Undang-Undang Nomor 23 Tahun 2014"
    ),
    ("undang-undang", "23", "2014"): Known("Pemerintahan Daerah"),
    ("undang-undang", "9", "2015"): Known(
        "Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
    ),
    ("undang-undang", "33", "2004"): Known(
        "Perimbangan Keuangan Antara Pemerintah Pusat dan Pemerintahan Daerah",
        "Undang-Undang Nomor 1 Tahun 2022",
    ),
    ("peraturan pemerintah", "58", "2005"): Known(
        "Pengelolaan Keuangan Daerah", "Peraturan Pemerintah Nomor 12 Tahun 2019"
    ),
    ("peraturan pemerintah", "8", "2006"): Known(
        "Pelaporan Keuangan dan Kinerja Instansi Pemerintah"
    ),
    ("peraturan pemerintah", "41", "2007"): Known("Organisasi Perangkat Daerah", ORGANISATION),
    ("instruksi presiden", "7", "1999"): Known(
        "Akuntabilitas Kinerja Instansi Pemerintah", "Peraturan Presiden Nomor 29 Tahun 2014"
    ),
    ("peraturan menteri dalam negeri", "13", "2006"): Known(
        "Pedoman Pengelolaan Keuangan Daerah",
        "Peraturan Menteri Dalam Negeri Nomor 77 Tahun 2020",
    ),
    ("peraturan menteri dalam negeri", "59", "2007"): Known(
        "Perubahan atas Peraturan Menteri Dalam Negeri Nomor 13 Tahun 2006 tentang Pedoman "
        "Pengelolaan Keuangan Daerah",
        "Peraturan Menteri Dalam Negeri Nomor 77 Tahun 2020",
    ),
    (_PAN, "29", "2010"): Known(
        "Pedoman Penyusunan Penetapan Kinerja dan Pelaporan Akuntabilitas Kinerja Instansi "
        "Pemerintah",
        "Peraturan Menteri PANRB Nomor 53 Tahun 2014",
    ),
    (_PAN, "53", "2014"): Known(
        "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan "
        "Kinerja Instansi Pemerintah"
    ),
}
"""Regulations about performance and budgets, by kind, number and year."""
