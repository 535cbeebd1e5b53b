"""Spelling of the narrative: words and numbers as EYD V and KBBI have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.narrative.reading import reading
from lkjip.check.narrative.text import Sentence
from lkjip.check.registry import rule
from lkjip.i18n import _

WORDS = {
    "prosentase": "persentase",
    "diatas": "di atas",
    "dibawah": "di bawah",
    "didalam": "di dalam",
    "diluar": "di luar",
    "disamping": "di samping",
    "disini": "di sini",
    "dimana": "di mana (dalam kalimat berita: yang, tempat)",
    "kedalam": "ke dalam",
    "diantara": "di antara",
    "diantaranya": "di antaranya",
    "dari pada": "daripada",
    "kerjasama": "kerja sama",
    "terimakasih": "terima kasih",
    "tanggungjawab": "tanggung jawab",
    "bertanggungjawab": "bertanggung jawab",
    "sumberdaya": "sumber daya",
    "tatalaksana": "tata laksana",
    "sub kegiatan": "subkegiatan",
    "antar daerah": "antardaerah",
    "sistim": "sistem",
    "system": "sistem",
    "analisa": "analisis",
    "dianalisa": "dianalisis",
    "menganalisa": "menganalisis",
    "ijin": "izin",
    "perijinan": "perizinan",
    "aktifitas": "aktivitas",
    "produktifitas": "produktivitas",
    "efektifitas": "efektivitas",
    "kreatifitas": "kreativitas",
    "kwalitas": "kualitas",
    "kwantitas": "kuantitas",
    "resiko": "risiko",
    "pebruari": "Februari",
    "nopember": "November",
    "propinsi": "provinsi",
    "trampil": "terampil",
    "ketrampilan": "keterampilan",
    "merubah": "mengubah",
    "dirubah": "diubah",
    "mempengaruhi": "memengaruhi",
    "mensosialisasikan": "menyosialisasikan",
    "mensukseskan": "menyukseskan",
    "mentaati": "menaati",
    "mengkoordinasikan": "mengoordinasikan",
    "mengkomunikasikan": "mengomunikasikan",
    "obyek": "objek",
    "subyek": "subjek",
    "issue": "isu",
    "factor": "faktor",
    "asset": "aset",
    "staff": "staf",
    "standarisasi": "standardisasi",
    "tehnis": "teknis",
    "tehnik": "teknik",
    "hakekat": "hakikat",
    "nasehat": "nasihat",
    "praktek": "praktik",
    "jadual": "jadwal",
    "managemen": "manajemen",
    "review": "reviu",
    "indikator kerja utama": "indikator kinerja utama",
}
"""What is written, in small letters, and what the dictionary has."""

_VERBS = (
    "lakukan|laksanakan|susun|tetapkan|berikan|berangkatkan|karenakan|sebabkan|peroleh|harapkan"
    "|lihat|gunakan|pergunakan|tindaklanjuti|selesaikan|tingkatkan|capai|ukur|hitung|bagi"
)
_EYD = "EYD V (Badan Bahasa, 2022) and KBBI; state documents follow them (UU 24/2009, art. 26–28)."
_WORD = re.compile(
    rf"\b(?:(?P<word>{'|'.join(re.escape(word) for word in WORDS)})"
    rf"|di\s(?P<verb>{_VERBS})(?:nya)?)\b",
    re.IGNORECASE,
)
_FIRST_WORDS = frozenset(word.split()[0] for word in WORDS) | {"di"}
_NUMBER = re.compile(
    r"(?P<rupiah>\bRp(?:\.\s?|\s)(?=\d))|(?P<percent>(?<=\d)\s%)|(?P<dash>(?<=\d),-)", re.IGNORECASE
)
_FAR = 14  # words: more than the longest phrase that is looked for, and an "and"
_WITH_AND = 3  # words from one to the same again, with an "and" between them
_SIGNS = re.compile(r"%|,-|[Rr][Pp]")  # one of them stands in each: a quick first look
# A word or a phrase, and the same again: Indonesian reduplicates with a hyphen.
_TWICE = re.compile(
    r"(?<![\w-])(?P<once>[^\W\d_][\w-]*(?:\s+[\w-]+){0,11})(?:\s+(?:dan|serta))?\s+(?P=once)(?![\w-])",
    re.IGNORECASE,
)


@rule("N28", "info", reason=_EYD, by_sentence=True)
def words(context: Context) -> Iterator[Draft]:
    """Words that reports often misspell: *prosentase*, *diatas*, *kerjasama*, *di lakukan*."""
    read = reading(context)
    for sentence in read.sentences:
        if not sentence.vocabulary & _FIRST_WORDS:
            continue
        for match in _WORD.finditer(sentence.plain):
            written = " ".join(match[0].split())
            right = f"di{match['verb']}" if match["verb"] else WORDS[match["word"].casefold()]
            yield Draft(
                _("spelling: {word}").format(word=written),
                (read.cell(sentence, *match.span()),),
                _("write “{word}”").format(word=right),
            )


@rule("N29", "info", reason="EYD V: Rp1.234.567, 15%; no point, blank or dash.", by_sentence=True)
def numbers(context: Context) -> Iterator[Draft]:
    """Typed amounts and percentages: *Rp. 1.234.567,-* and *15 %*."""
    read = reading(context)
    for sentence in read.sentences:
        if not _SIGNS.search(sentence.text):
            continue
        for match in _NUMBER.finditer(sentence.text):
            right = _("Rp1.234.567") if match["rupiah"] or match["dash"] else "15%"
            yield Draft(
                _("spelling of a number: {text}").format(
                    text=" ".join(
                        sentence.text[max(0, match.start() - 9) : match.end() + 9].split()
                    )
                ),
                (read.cell(sentence, *match.span()),),
                _("write it like {example}").format(example=right),
            )


@rule(
    "N31",
    "info",
    reason="Words written twice are left from an edit, and change no meaning.",
    by_sentence=True,
)
def twice(context: Context) -> Iterator[Draft]:
    """A word or phrase stands twice in a row: *bahwa bahwa*, *X dan X*."""
    read = reading(context)
    for sentence in read.sentences:
        if not _again(sentence):
            continue
        for match in _TWICE.finditer(sentence.plain):
            yield Draft(
                _("written twice: {words}").format(words=" ".join(match["once"].split())),
                (read.cell(sentence, *match.span()),),
                _("delete one of them"),
            )


def _again(sentence: Sentence) -> bool:
    """Whether a word comes again so soon that a phrase may stand twice, and the next one too."""
    words = [word.text for word in sentence.words]
    last: dict[str, int] = {}
    for place, word in enumerate(words):
        first = last.get(word, place - _FAR)
        # A phrase of one word, or one whose second word comes again as well.
        near = place - first < _FAR
        if near and (place - first < _WITH_AND or words[first + 1] in words[place + 1 : place + 2]):
            return True
        last[word] = place
    return False
