"""Where a sentence names a regulation: its numbers and words are a name, not a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip.check.narrative import OPAQUE

_SMALL = (
    "dan|atas|di|ke|serta|dalam|antara|dengan|bagi|untuk|yang|pada|dari|oleh|sebagai|secara|melalui"
    "|hingga|sampai|terhadap|kepada|tentang|atau"
)
_DANGLING = re.compile(rf"(?:\s+(?:{_SMALL}))+$")  # no title ends in a small word
_NAME = rf"(?:[A-Z{OPAQUE}][\w{OPAQUE}./-]*|dan|RI)"
_NEXT = r"(?:Undang-Undang|UU\b|PP\b|Per[dpm]\w+\s+(?:No|\d)|(?:Peraturan|Keputusan|Instruksi)\s"
# The title: words with capitals, small words between them, years.
_TITLE = re.compile(
    rf"(?:,?\s+(?!(?:dan\s+|serta\s+)?{_NEXT}[^.;]{{0,80}}?\bNomor\b))(?:[A-Z][\w/-]*"
    rf"(?:\s*\([A-Z][\w-]*\))?|(?<!,)\s?{OPAQUE}+|(?:{_SMALL})\b"
    rf"|(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?))+"
)
_CITATION = re.compile(
    rf"\b(?:Undang-Undang|(?i:peraturan|keputusan|instruksi)\s+{_NAME}(?:\s+{_NAME}){{0,14}}?"
    r"|UU|PP|Perpres|Inpres|Perda|Perbup|Pergub|Perwali|PMK|Permen[\w-]*|Kepmen[\w-]*|Keppres)"
    r"(?:\s+(?:Republik\s+Indonesia|RI))?\s+(?:(?i:nomor|no)\.?\s*)?"
    r"(?:[A-Z]+[./])*\d(?:[\w./-]*\w)?(?:\s+(?i:tahun)\s+(?:19|20)\d\d|(?=[\s.,;)]|$))"
    r"(?P<about>\s+[Tt]entang)?"
)
_OTHER_NUMBER = re.compile(
    r"\b(?:Tambahan\s+)?(?:Lembaran|Berita)\s+(?:Negara|Daerah)[^.;)]*|\bNomor\s+[\w./-]*\d[\w./-]*"
    r"(?:\s+(?i:tahun)\s+\d{4})?"
)
# Without one of these there is none: most sentences need no closer look.
_NEEDED = re.compile(r"\d|Lembaran|Berita")


def regulation_spans(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of every regulation that a sentence names, titles included."""
    if not _NEEDED.search(text):
        return
    position = 0
    while match := _CITATION.search(text, position):
        position = match.end()
        title = _TITLE.match(text, position) if match["about"] else None
        if title:
            position += _length(title[0])
        yield match.start(), position
    for match in _OTHER_NUMBER.finditer(text):
        yield match.span()


def _length(title: str) -> int:
    """Where a title ends: what follows a comma belongs to it if the list goes on to an *and*."""
    head, comma, tail = title.rpartition(",")
    if comma and not re.search(r"\b(?:dan|serta)\b", tail, re.IGNORECASE):
        title = head
    return len(_DANGLING.sub("", title))


def without_regulations(text: str) -> str:
    """A sentence with the names of regulations blanked, as long as before."""
    for start, end in regulation_spans(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
