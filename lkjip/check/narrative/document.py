"""The report taken apart: sentences, labels, references, tables and figures in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lkjip.check.narrative import OPAQUE
from lkjip.check.narrative.text import Sentence
from lkjip.render.narrative import Narrative
from lkjip.render.source import Shortcode, Source

_REFERENCE = re.compile(r"(?<![\w@\\/.])@((?:tbl|fig|sec)-[\w:.\-]*\w)", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_MARK = re.compile("[{@]")  # labels, references and shortcodes have one of them
_LABEL = re.compile(r"#((?:tbl|fig|sec)-[\w:.\-]+)")
_INLINE = re.compile(r"\]\([^)\n]*\)|</?[a-z][^>\n]*>|https?://\S+|[*\[\]\\|]", re.IGNORECASE)
_MARKER = re.compile(r"[ \t]*(?:[-+*]|\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)])[ \t]+")
_LINE_HEAD = re.compile(rf"(?m)^(?:[ \t]*(?::::.*|#{{1,6}}[ \t]+)|{_MARKER.pattern})")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_BOLD_LINE = re.compile(r"\s*\*\*[^*\n]+\*\*[^\w\n]{0,3}(?:\([^)\n]*\))?\s*")
_END = re.compile(rf"[.!?][\"”’)]*\s+(?=[\"“(]?[A-Z0-9{OPAQUE}])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Rp|Jl|Drs?|Hj?|Plt?|Pt|Ir|Kab|Kec|Prov|hlm|Th|dll|dsb|dst|tgl|Tbl|Gbr|Sub)"
    r"|\b[A-Za-z]|\bs\.d|\b(?:tabel|gambar|grafik)\s+\d+)\.$",
    re.IGNORECASE,
)
_LONGEST = 30  # characters of an abbreviation, with a little to spare
_NUMBER = re.compile(r"\s*(?:bab\s+[ivx]+|[\d.]*\d)\.", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """A label or a reference. ``key`` orders places, tables and sentences as they are read."""

    label: str
    source: Source
    position: int
    section: int
    piece: int

    @property
    def row(self) -> int:
        return self.source.line(self.position)

    @property
    def key(self) -> tuple[int, int]:
        return self.piece, self.position


@dataclass(frozen=True)
class Block:
    """A table (``"tbl"``) or figure (``"fig"``), numbered when it has a label."""

    kind: str
    label: str | None
    source: Source
    key: tuple[int, int]
    section: int
    chapter: int | None

    @property
    def row(self) -> int:
        return self.source.line(self.key[1])


@dataclass
class Document:
    """The report in reading order.

    Parameters
    ----------
    sentences
        All of them.
    labels, references
        Targets of cross-references, and the references.
    blocks
        Tables and figures.
    """

    sentences: list[Sentence] = field(default_factory=list)
    labels: list[Place] = field(default_factory=list)
    references: list[Place] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def numbers(self) -> dict[str, str]:
        """What readers see: ``"Tabel 3.4"`` by label, counted by chapter as the report does."""
        counts: dict[tuple[str, int], int] = {}
        numbers = {}
        for block in self.blocks:
            if block.label is None or block.chapter is None:
                continue
            key = (block.kind, block.chapter)
            counts[key] = counts.get(key, 0) + 1
            word = "Tabel" if block.kind == "tbl" else "Gambar"
            numbers[block.label] = f"{word} {block.chapter}.{counts[key]}"
        return numbers

    def headings(self) -> list[tuple[str, Sentence]]:
        """The numbered headings with their numbers: ``"3.1.2"``."""
        counts: list[int] = []
        found = []
        for sentence in self.sentences:
            if not sentence.level or not _numbered(sentence):
                continue
            counts = [*counts, *[0] * sentence.level][: sentence.level]
            counts[-1] += 1
            found.append((".".join(map(str, counts)), sentence))
        return found


def _numbered(heading: Sentence) -> bool:
    line = heading.source.text[heading.start : heading.start + len(heading.text)]
    return ".unnumbered" not in line and "{-}" not in line


def read_document(narrative: Narrative, year: int, folder: str = "narasi") -> Document:
    """Take the narrative apart.

    Parameters
    ----------
    narrative
        The sources as `lkjip.render.narrative.read` gives them.
    year
        The fiscal year, whose commentary lies in ``<folder>/<year>/``.
    folder
        Where the narrative lies, relative to the project.
    """
    builder = _Builder()
    sources = narrative.sources
    if sources:
        main = next(iter(sources.values()))
        _walk(main, narrative, f"{folder}/{year}", builder.piece, {main.name})
    return builder.document


def _walk(
    source: Source,
    narrative: Narrative,
    commentary: str,
    piece: Callable[[Source, int, int], None],
    seen: set[str],
) -> None:
    """Hand over the pieces of the report in the order in which they are read, each file once."""
    position = source.body_start
    for shortcode in source.shortcodes:
        if shortcode.name not in ("include", "narasi") or not shortcode.args:
            continue
        name = shortcode.args[0].lstrip("/")
        if shortcode.name == "narasi":
            name = f"{commentary}/{name}.md"
        piece(source, position, shortcode.start)
        position = shortcode.end
        if name in narrative.sources and name not in seen:
            seen.add(name)
            _walk(narrative.sources[name], narrative, commentary, piece, seen)
    piece(source, position, len(source.text))


class _Builder:
    """Collects sentences and places while the pieces come in."""

    def __init__(self) -> None:
        self.document = Document()
        self.paragraph = 0
        self.section = 0
        self.pieces = 0
        self.chapter: int | None = None
        self.chapters = 0
        self.prose: dict[str, str] = {}

    def piece(self, source: Source, start: int, end: int) -> None:
        if source.name not in self.prose:
            self.prose[source.name] = _prose(source)
        prose = self.prose[source.name]
        self.paragraph += 1
        self.pieces += 1
        position = start
        block: list[int] = []  # begin and end of the running paragraph
        for line in source.masked[start:end].splitlines(keepends=True):
            after = position + len(line)
            heading = _HEADING.match(line)
            self._places(source, position, line)
            if not line.strip() or line.lstrip().startswith(":::") or heading:
                self._flush(source, prose, block)
            elif _MARKER.match(line) or line.lstrip().startswith("|"):
                self._flush(source, prose, block)
                block = [position, after]
            elif block:
                block[1] = after
            else:
                block = [position, after]
            if heading:
                self._heading(source, prose, position, after, len(heading[1]))
            position = after
        self._flush(source, prose, block)

    def _places(self, source: Source, start: int, line: str) -> None:
        """Labels, references, tables and figures of a line."""
        if not _MARK.search(line):
            return
        marks: list[tuple[int, str, str]] = [
            (attributes.start() + match.start(), "label", match[1])
            for attributes in _ATTRIBUTES.finditer(line)
            for match in _LABEL.finditer(attributes[0])
        ]
        marks += [(m.start(), "reference", m[1]) for m in _REFERENCE.finditer(line)]
        for offset, kind, label in sorted(marks):
            label = label[0].lower() + label[1:]
            place = Place(label, source, start + offset, self.section, self.pieces)
            (self.document.labels if kind == "label" else self.document.references).append(place)
        for shortcode in source.between(start, start + len(line)):
            if shortcode.name in ("tabel", "gambar") and shortcode.args:
                self._block(source, shortcode)

    def _block(self, source: Source, shortcode: Shortcode) -> None:
        """A table or figure; it is numbered when the label just above it names it."""
        kind = "tbl" if shortcode.name == "tabel" else "fig"
        label = f"{kind}-{shortcode.args[0]}"
        last = self.document.labels[-1] if self.document.labels else None
        numbered = last is not None and last.label == label and last.section == self.section
        key = (self.pieces, shortcode.start)
        self.document.blocks.append(
            Block(kind, label if numbered else None, source, key, self.section, self.chapter)
        )

    def _heading(self, source: Source, prose: str, start: int, end: int, level: int) -> None:
        self.section += 1
        self.paragraph += 1
        text = source.text[start:end]
        if level == 1:
            numbered = ".unnumbered" not in text and "{-}" not in text
            self.chapters += numbered
            self.chapter = self.chapters if numbered else None
        self._add(source, start, prose[start:end], "judul", level)

    def _flush(self, source: Source, prose: str, block: list[int]) -> None:
        """Cut the running paragraph into sentences."""
        if not block:
            return
        start, end = block
        block.clear()
        self.paragraph += 1
        text = prose[start:end]
        if _BOLD_LINE.fullmatch(source.masked[start:end]):
            self._add(source, start, text, "judul")
            return
        kind = "tabel" if source.masked[start:end].lstrip().startswith("|") else "teks"
        begin = 0
        for match in _END.finditer(text):
            if not _goes_on(text[begin : match.start() + 1]):
                self._add(source, start + begin, text[begin : match.end()], kind)
                begin = match.end()
        self._add(source, start + begin, text[begin:], kind)

    def _add(self, source: Source, start: int, text: str, kind: str, level: int = 0) -> None:
        if not text.strip():
            return
        end = start + len(text)
        shortcodes = tuple(source.between(start, end))
        self.document.sentences.append(
            Sentence(
                source,
                start,
                text,
                shortcodes,
                kind,
                level,
                self.paragraph,
                self.section,
                self.pieces,
            )
        )


def _goes_on(text: str) -> bool:
    """Whether the point at the end of a text ends no sentence, but an abbreviation or a number."""
    return bool(_ABBREVIATION.search(text[-_LONGEST:]) or _NUMBER.fullmatch(text))


def _prose(source: Source) -> str:
    """The text without its markup, character for character as long as the file."""
    parts, position = [], 0
    for shortcode in source.shortcodes:
        parts += [
            source.masked[position : shortcode.start],
            OPAQUE * (shortcode.end - shortcode.start),
        ]
        position = shortcode.end
    text = "".join([*parts, source.masked[position:]])
    text = _ATTRIBUTES.sub(_blank, text)
    text = _REFERENCE.sub(lambda match: OPAQUE * len(match[0]), text)
    text = _LINE_HEAD.sub(_blank, text)
    return _INLINE.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
