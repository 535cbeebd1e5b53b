"""What sentences are about: indicators, programmes and the groups that the data counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lkjip.check.narrative import OPAQUE
from lkjip.check.narrative.text import Sentence
from lkjip.data.folder import Content
from lkjip.kata import slug

_MEASURE = re.compile(r"^(?:persentase|tingkat|nilai|jumlah|indeks|rasio|cakupan|angka)\s+", re.I)
_BRACKET = re.compile(r"\s*\(([^)]*)\)\s*$")
_NAME_WORD = re.compile(r"\w+")
_APART = re.compile(rf"[.;:!?{OPAQUE}]|\n\s*\n")
_SMALL_WORDS = {"dan", "yang", "di", "ke", "dari", "untuk", "pada", "serta", "dalam", "atas"}

GATES = {
    "pengangguran": r"pengang?gur",
    "pegawai": r"pegawai|jabatan|pangkat|golongan|aparatur|staf\b",
    "sengketa": r"sengketa|perselisihan|hubungan\s+industrial|\bPHK\b",
    "transmigrasi": r"transmigra",
}
"""Words that must be near before a group's short name ("SLTA", "PHK") means this group."""


@dataclass(frozen=True)
class Subject:
    """Something that facts belong to.

    Parameters
    ----------
    key
        What ids of its values begin with: ``"tpak"``, ``"program.p3"``, ``"sengketa.phk"``.
    family
        ``"indikator"``, ``"program"``, one of `GATES`, or ``"lain"`` for names without facts,
        which keep shorter names inside them from being found.
    name
        As the data writes it.
    aliases
        Other ways to name it.
    """

    key: str
    family: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A subject named in a sentence, in words or by one of its values."""

    subject: Subject
    start: int
    end: int
    by_value: bool = False


class Subjects:
    """All subjects of a year, to be found in sentences."""

    def __init__(self, content: Content) -> None:
        self.all = tuple(_subjects(content))
        self.by_key = {subject.key: subject for subject in reversed(self.all)}
        names: dict[str, Subject] = {}
        for subject in self.all:
            for alias in (subject.name, *subject.aliases):
                if parts := _NAME_WORD.findall(alias):
                    names.setdefault(" ".join(parts), subject)
        self._names: dict[str, list[tuple[tuple[str, ...], str, Subject]]] = {}
        for name, subject in names.items():
            words = tuple(name.casefold().split())
            self._names.setdefault(words[0], []).append((words, name, subject))
        for found in self._names.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def mentions(self, sentence: Sentence, around: str) -> list[Mention]:
        """The subjects that a sentence names, in order.

        Parameters
        ----------
        sentence
            The sentence.
        around
            Its paragraph, where words that open the gate of a group may stand.
        """
        found = [
            Mention(subject, position, position + shortcode.end - shortcode.start, True)
            for position, shortcode in sentence.values()
            if (subject := self.of_id(shortcode.args[0]))
        ]
        words = list(_NAME_WORD.finditer(sentence.text))
        plain = [match[0].casefold() for match in words]
        for start, word in enumerate(plain):
            for name, written, subject in self._names.get(word, ()):
                end = start + len(name)
                if tuple(plain[start:end]) != name:
                    continue
                span = words[start].start(), words[end - 1].end()
                text = sentence.text[slice(*span)]
                if _is_name(text, written) and self._open(subject, around):
                    found.append(Mention(subject, *span))
                    break
        found.sort(key=lambda mention: (mention.start, -mention.end))
        return list(_outermost(found))

    def of_id(self, id: str) -> Subject | None:
        """The subject that a value belongs to."""
        parts = id.split(".")
        for length in range(len(parts), 0, -1):
            if subject := self.by_key.get(".".join(parts[:length])):
                return subject
        return None

    def _open(self, subject: Subject, around: str) -> bool:
        gate = GATES.get(subject.family)
        return gate is None or re.search(gate, around, re.IGNORECASE) is not None


def nameless(text: str, mentions: Iterable[Mention]) -> str:
    """A sentence with the names in it blanked, as long as before: names have telling words too."""
    for mention in mentions:
        if not mention.by_value:
            blank = " " * (mention.end - mention.start)
            text = text[: mention.start] + blank + text[mention.end :]
    return text


def _is_name(text: str, written: str) -> bool:
    """Whether words that are those of a name stand as a name: together, an acronym in capitals."""
    if _APART.search(text):
        return False
    return text.isupper() if written.isupper() and " " not in written else True


def _outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    end = -1
    for mention in mentions:
        if mention.start >= end:
            yield mention
            end = mention.end


def _subjects(content: Content) -> Iterator[Subject]:
    tables = content.tables
    own: dict[str, list[str]] = {str(row["sasaran"]): [] for row in tables["indikator"].rows}
    for row in tables["indikator"].rows:
        own[str(row["sasaran"])].append(str(row["kode"]))
        yield Subject(
            str(row["kode"]), "indikator", str(row["nama"]), _indicator_names(str(row["nama"]))
        )
    for row in tables["sasaran"].rows:
        codes = own.get(str(row["kode"]), [])
        single = row["jenis"] == "sasaran" and len(codes) == 1
        key, family = (codes[0], "indikator") if single else (f"sasaran.{row['kode']}", "lain")
        name = str(row["nama"])
        yield Subject(key, family, name, (f"sasaran {name.partition(' ')[2]}",))
    yield from _programmes(content)
    for name in ("unit", "kegiatan"):
        for row in tables[name].rows:
            for column in ("nama", "pimpinan"):
                if row.texts.get(column):
                    key = f"unit.{row['kode']}" if name == "unit" else "kegiatan"
                    yield Subject(key, "lain", row.texts[column])
    yield from _groups(content)


def _indicator_names(name: str) -> tuple[str, ...]:
    """Short names: without the measure, without *yang …*, the acronym, the acronym inside."""
    bare = _BRACKET.sub("", name)
    words = re.findall(r"[\w-]+", bare)
    initials = "".join(word[0] for word in words if word not in _SMALL_WORDS).upper()
    names = {bare, _MEASURE.sub("", bare), bare.partition(" yang ")[0]}
    names.add(_MEASURE.sub("", bare.partition(" yang ")[0]))
    names |= {word for word in words[1:] if word.isupper() and len(word) >= 3}
    names.add(initials)
    return tuple(sorted(n for n in names if len(n.split()) > 1 or (n.isupper() and len(n) > 2)))


def _programmes(content: Content) -> Iterator[Subject]:
    rows = content.tables["program"].rows
    words = {str(row["kode"]): _content_words(str(row["nama"])) for row in rows}
    for row in rows:
        code, name = str(row["kode"]), str(row["nama"])
        others = set().union(*(words[other] for other in words if other != code), set())
        own = sorted(words[code] - others - {"program"})
        aliases = tuple(f"program {word}" for word in own)
        yield Subject(f"program.{slug(code)}", "program", name, aliases)


def _content_words(name: str) -> set[str]:
    return {word for word in re.findall(r"[\w-]+", name.casefold()) if word not in _SMALL_WORDS}


def _groups(content: Content) -> Iterator[Subject]:
    """Levels of education, ranks, kinds of dispute, places of transmigration."""
    tables = content.tables
    for name in dict.fromkeys(str(row["pendidikan"]) for row in tables["pengangguran"].rows):
        yield Subject(f"pengangguran.{slug(name)}", "pengangguran", name)
    yield Subject(
        "pengangguran",
        "pengangguran",
        "jumlah penganggur",
        ("jumlah pengangguran", "angka pengangguran", "penganggur"),
    )
    for row in tables["sengketa"].rows:
        name = str(row["jenis"])
        aliases = [f"perselisihan {name}", *([name] if name.isupper() else [])]
        yield Subject(f"sengketa.{slug(name)}", "sengketa", f"kasus {name}", tuple(aliases))
    for row in tables["transmigrasi"].rows:
        yield Subject(f"transmigrasi.{row['urutan']}", "transmigrasi", str(row["lokasi"]))
    for row in tables["pegawai"].rows:
        name = str(row["kategori"])
        bracket = _BRACKET.search(name)
        short = [_BRACKET.sub("", name), bracket[1]] if bracket else []
        telling = tuple(alias for alias in short if len(re.findall(r"\w+", alias)) > 1)
        yield Subject(f"pegawai.{row['dimensi']}.{slug(name)}", "pegawai", name, telling)
