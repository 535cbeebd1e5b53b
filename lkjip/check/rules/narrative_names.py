"""Names in the narrative: spelled as the data spells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.narrative.names import misspelt, mistyped_people
from lkjip.check.narrative.reading import Reading, reading
from lkjip.check.narrative.text import Sentence
from lkjip.check.peraturan import citations, in_narrative
from lkjip.check.registry import rule
from lkjip.i18n import _

_NAMES = "Readers and search programs know a name by its spelling; two spellings are two things."
# What a labour office was called with before or after a reorganisation.
_AFFAIRS = (
    "transmigrasi|sosial|perindustrian|perdagangan|koperasi|kependudukan|energi|usaha mikro"
    "|catatan sipil|sumber daya mineral"
)
_MEASURE = re.compile(
    r"^\W*(?:\d+\.\s*)?(?:persentase|prosentase|tingkat|nilai|indeks|rasio|jumlah|cakupan)\b", re.I
)
_SHORT = 22  # words that a heading or the head of a list item has at most
_SPELLING = 0.9  # of the letters: the same title, and not quite
_SHARED = 3  # content words that two names of one indicator share at least


@rule("N12", "warning", reason=_NAMES, by_sentence=True)
def spelling_of_names(context: Context) -> Iterator[Draft]:
    """Indicators, programmes, sasaran, units, officials and places are spelled as in the data.

    Found are names with a word or letter mistyped, left out or added; capitals do not count.
    """
    read = reading(context)
    for found in (*misspelt(context, read), *mistyped_people(context, read)):
        yield Draft(
            _("the data spells this name otherwise: {text}").format(text=found.text),
            (read.cell(found.sentence, found.start, found.end), found.name.cell()),
            _("write “{name}”, or let a value say it").format(name=found.name.text),
            f"{found.text} ≠ {found.name.text}",
        )


@rule(
    "N13",
    "warning",
    reason="An indicator has one name from the Renstra to the report.",
    by_sentence=True,
)
def other_name_of_indicator(context: Context) -> Iterator[Draft]:
    """A heading that names an indicator names it as the data does."""
    read = reading(context)
    rows = {str(row["nama"]): row for row in context.rows("indikator")}
    for place, sentence in enumerate(read.sentences):
        if not _is_heading(sentence) or any(not m.by_value for m in read.mentions[place]):
            continue
        own = _content_words(sentence.text)
        shared = {name: own & _content_words(name) for name in rows}
        best = max(shared, key=lambda name: len(shared[name]), default="")
        count = len(shared.get(best, ()))
        if count >= _SHARED and 2 * count >= len(own):
            start = len(sentence.text) - len(sentence.text.lstrip())
            text = " ".join(sentence.text.split())
            yield Draft(
                _("this looks like another name of an indicator: {text}").format(text=text),
                (
                    read.cell(sentence, start, len(sentence.text.rstrip())),
                    context.cell("indikator", rows[best], "nama"),
                ),
                _("write “{name}”, or let a value say it").format(name=best),
                f"{text} ≠ {best}",
            )


def _is_heading(sentence: Sentence) -> bool:
    text = sentence.text.strip()
    ends = text.endswith((".", ";", ":", "!", "?"))
    return bool(_MEASURE.match(text)) and not ends and len(text.split()) <= _SHORT


def _content_words(text: str) -> set[str]:
    words = re.findall(r"[a-z]{4,}", text.casefold().replace("prosentase", "persentase"))
    return set(words) - {"yang", "dengan", "pada", "dari", "tahun"}


@rule(
    "N14",
    "warning",
    reason="IKU are what the head of the office is measured by, and no others.",
    by_sentence=True,
)
def called_iku(context: Context) -> Iterator[Draft]:
    """*IKU ini* is said of an indicator that has an IKU target; the others are *indikator*."""
    read = reading(context)
    iku = {row["indikator"] for row in context.rows("target") if row["dokumen"] == "iku"}
    rows = {str(row["kode"]): row for row in context.rows("indikator")}
    for topic, sentence in zip(read.topics, read.sentences, strict=True):
        if topic is None or topic.key not in rows or not iku or topic.key in iku:
            continue
        for match in re.finditer(r"\bIKU\s+(?:ini|itu|tersebut)\b", sentence.text):
            text = " ".join(match[0].split())
            yield Draft(
                _("“{text}” is said of an indicator that is no IKU").format(text=text),
                (
                    read.cell(sentence, *match.span()),
                    context.cell("indikator", rows[topic.key], "kode"),
                ),
                _("write “indikator ini”"),
                f"{topic.name}; IKU: {', '.join(sorted(map(str, iku)))}",
            )


@rule(
    "N15",
    "warning",
    reason="An office reports under the name that its regulation gives it.",
    by_sentence=True,
)
def name_of_office(context: Context) -> Iterator[Draft]:
    """The office has its name of this year, not one of before a reorganisation."""
    read = reading(context)
    office = context.instansi
    patterns = [
        rf"{_spaced(office.nama)}\s*(?:dan|serta|,)\s+(?:{_AFFAIRS})"
        rf"(?:\s*(?:{_AFFAIRS}|dan|,)){{0,4}}\s+{_spaced(office.daerah)}"
    ]
    former = {content.instansi.nama for content in context.earlier.values()} - {office.nama}
    patterns += [rf"{_spaced(name)}(?!\s+(?:provinsi|republik))" for name in sorted(former)]
    for sentence in read.sentences:
        for match in re.finditer(rf"\b(?:{'|'.join(patterns)})\b", sentence.text, re.IGNORECASE):
            yield _office(read, context, sentence, match)


def _office(read: Reading, context: Context, sentence: Sentence, match: re.Match[str]) -> Draft:
    text = " ".join(match[0].split())
    return Draft(
        _("the office is called otherwise: {text}").format(text=text),
        (read.cell(sentence, *match.span()), context.setting("nama", context.instansi.nama)),
        _("write {value}").format(value="{{< nilai dinas.lengkap >}}"),
        f"{text} ≠ {context.instansi.nama}",
    )


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


@rule("N16", "warning", reason="A regulation is cited with its own title.")
def spelling_of_titles(context: Context) -> Iterator[Draft]:
    """A regulation of the legal basis has the same title in the text, to the letter.

    Another title altogether is H2.
    """
    region = context.instansi.daerah
    basis: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    for number, text in enumerate(context.instansi.dasar_hukum, start=1):
        for cited in list(citations(text, region))[:1]:
            basis.setdefault(cited.key, (cited.judul, f"dasar_hukum[{number}]", text))
    for source, cited in context.once(in_narrative):
        title, setting, text = basis.get(cited.key, ("", "", ""))
        if title and cited.judul and _nearly(cited.judul, title):
            row = source.line(cited.start)
            yield Draft(
                _("the legal basis spells this title otherwise: {name}").format(name=cited.name),
                (
                    context.passage(source.name, row, f"{cited.name} tentang {cited.judul}"),
                    context.setting(setting, text),
                ),
                _("write “{name}”, or let a value say it").format(name=title),
                f"{cited.judul} ≠ {title}",
            )


def _nearly(one: str, other: str) -> bool:
    """Whether two titles differ by a few letters. The text may go on behind, or stop early."""
    a, b = (" ".join(re.findall(r"\w+", title.casefold())) for title in (one, other))
    size = min(len(a), len(b))
    if a[:size] == b[:size]:
        return False
    return SequenceMatcher(None, a[: len(b)], b, autojunk=False).ratio() >= _SPELLING
