"""The sources of a report, read and checked before anything is rendered."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from lkjip.data.penjelasan import Catatan, read_catatan
from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.paths import Project
from lkjip.registry import nearest
from lkjip.render import catatan, marks
from lkjip.render.source import Shortcode, Source, parse, read_text

DATA_SHORTCODES = ("nilai", "tabel", "gambar")
LIST_STYLES = ("angka", "huruf", "romawi", "butir")
# Targets of links, notes and running examples may be given in one file and used in another.
_REACHING = re.compile(r"^ {0,3}(?:\[[^\]\n]+\]:|\(@|[*]\[)", re.MULTILINE)
# A heading or a div ends whatever stood above.
_BEGINNING = re.compile(r"\s*(?:#{1,6} |:{3,} )")
_REFERENCE = re.compile(r"(?<![\w@\\/.])@((?:tbl|fig|sec)-[\w:.\-]*\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Known:
    """The ids that the notebooks of a year gave out.

    Parameters
    ----------
    nilai
        Ids of values, each with the names of its printed forms.
    daftar
        Ids of those values that are lists.
    tabel, gambar
        Ids of tables and figures.
    epoch
        The date of the report in seconds since 1970: the time stamp of the files that are made.
    rujukan
        Figure → labels of the tables that it says it was drawn from.
    """

    nilai: dict[str, frozenset[str]]
    daftar: frozenset[str]
    tabel: frozenset[str]
    gambar: frozenset[str]
    epoch: int = 0
    rujukan: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, build: Path) -> Known:
        """Read them from ``nilai.json`` in the folder of a year's computed parts.

        Raises
        ------
        InputError
            When the notebooks of the year were not run.
        """
        path = build / "nilai.json"
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise InputError(
                Finding(
                    _("the notebooks of this year have not been run"),
                    file=str(path),
                    mend=_("run: lkjip execute {year}").format(year=build.name),
                )
            ) from None
        values = content.get("nilai", {})
        return cls(
            {key: frozenset(value.get("bentuk", ())) for key, value in values.items()},
            frozenset(key for key, value in values.items() if value.get("jenis") == "daftar"),
            frozenset(content.get("tabel", ())),
            frozenset(content.get("gambar", ())),
            _epoch(values.get("laporan.tanggal", {}).get("nilai", "")),
            {id: entry.get("rujukan", []) for id, entry in content.get("gambar", {}).items()},
        )

    def ids(self, kind: str) -> Iterable[str]:
        """The ids of a kind: ``nilai``, ``tabel`` or ``gambar``."""
        return {"nilai": self.nilai, "tabel": self.tabel, "gambar": self.gambar}[kind]

    def forms(self, value: str) -> set[str]:
        """What ``bentuk=`` may say of a value."""
        return {*self.nilai[value], *(LIST_STYLES if value in self.daftar else ())}


def _epoch(date: str) -> int:
    try:
        return int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return 0


@dataclass
class Narrative:
    """All sources of a report, in the order in which they are read.

    Parameters
    ----------
    sources
        Every file once, by name; the document itself comes first.
    text
        The document with its includes (and, where asked, its year's commentary) put in place.
    chapters
        The same text in parts that can be read one by one, without what lies between them.
    findings
        What is wrong with files: missing, unreadable, including each other in a circle.
    notes
        What the year's explanations tell the reader.
    """

    sources: dict[str, Source] = field(default_factory=dict)
    text: str = ""
    chapters: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: tuple[Catatan, ...] = ()


class _Reader:
    """Follows includes and commentary from the document on."""

    def __init__(self, project: Project, year: int) -> None:
        self.project = project
        self.year = year
        self.narrative = Narrative()

    def read(self) -> Narrative:
        source = self._load(self.project.report, main=True)
        if source:
            pieces = self._pieces(source, (source.name,))
            self.narrative.text = "".join(pieces)
            self.narrative.chapters = _independent(pieces) or [self.narrative.text]
        try:
            self.narrative.notes = read_catatan(self.project.data / str(self.year))
        except InputError as error:
            self.narrative.findings.extend(error.findings)
        return self.narrative

    def _load(self, path: Path, main: bool = False) -> Source | None:
        name = self.project.relative(path)
        if name in self.narrative.sources:
            return self.narrative.sources[name]
        try:
            text = read_text(path.read_bytes())
        except OSError:
            self.narrative.findings.append(
                Finding(_("the file is missing"), file=name, expected=_("the report"))
            )
            return None
        except UnicodeDecodeError as error:
            row = error.object[: error.start].count(b"\n") + 1
            self.narrative.findings.append(
                Finding(
                    _("the file is not UTF-8"),
                    file=name,
                    row=row,
                    value=repr(error.object[error.start : error.end]),
                    mend=_("save it again with the encoding UTF-8"),
                )
            )
            return None
        source = parse(name, text, main)
        self.narrative.sources[name] = source
        return source

    def _pieces(self, source: Source, above: tuple[str, ...]) -> list[str]:
        """The body of a source: own text and what stands for a shortcode, by turns."""
        pieces, position = [], source.body_start
        for shortcode in source.shortcodes:
            pieces.append(source.text[position : shortcode.start])
            position = shortcode.end
            if shortcode.name in ("include", "narasi"):
                pieces.append(self._inserted(source, shortcode, above))
            else:
                pieces.append(shortcode.placeholder)
        pieces.append(source.text[position:])
        return pieces

    def _inserted(self, source: Source, shortcode: Shortcode, above: tuple[str, ...]) -> str:
        target = shortcode.args[0] if shortcode.args else ""
        folder = self.project.narasi / str(self.year)
        if shortcode.name == "narasi":
            path, kind = folder / f"{target}.md", _("there is no commentary of this name")
        else:
            path, kind = self.project.root / target.lstrip("/"), _("there is no file to include")
        row = source.line(shortcode.start)
        name = self.project.relative(path)
        if not target or not path.is_file():
            self.narrative.findings.append(
                Finding(
                    kind,
                    file=source.name,
                    row=row,
                    value=target,
                    expected=nearest(target, self._known(shortcode.name)) or name,
                    mend=_("correct the name, or make {file}").format(file=name),
                )
            )
            return ""
        if name in above:
            self.narrative.findings.append(
                Finding(
                    _("files include each other in a circle: {files}").format(
                        files=" → ".join((*above[above.index(name) :], name))
                    ),
                    file=source.name,
                    row=row,
                    value=target,
                    mend=_("take one of these includes out"),
                )
            )
            return ""
        found = self._load(path)
        return f"\n{''.join(self._pieces(found, (*above, name)))}\n" if found else ""

    def _known(self, kind: str) -> list[str]:
        """What a shortcode of a kind could have named."""
        if kind == "narasi":
            folder = self.project.narasi / str(self.year)
            return [file.stem for file in sorted(folder.glob("*.md"))]
        return sorted(self.project.relative(file) for file in self._includable())

    def _includable(self) -> Iterator[Path]:
        for pattern in ("*.qmd", "narasi/**/*.qmd", "narasi/**/*.md"):
            yield from self.project.root.glob(pattern)


def _independent(pieces: list[str]) -> list[str]:
    """The chapters of a document that is made of includes alone, if none reaches into another."""
    own, chapters = pieces[::2], pieces[1::2]
    if "".join(own).strip() or any(_REACHING.search(chapter) for chapter in chapters):
        return []
    return chapters if all(_BEGINNING.match(chapter) for chapter in chapters) else []


def read(project: Project, year: int) -> Narrative:
    """Read the report and everything that it includes.

    Parameters
    ----------
    project
        The project folder.
    year
        The fiscal year; commentary comes from ``narasi/<year>/``.
    """
    return _Reader(project, year).read()


def check(narrative: Narrative, known: Known) -> list[Finding]:
    """Everything wrong with the sources, whichever renderer is used.

    Broken marks of shortcodes; unknown ids of values, tables, figures and commentary;
    cross-references without a target; targets given twice; missing files; includes in a circle.
    """
    findings = list(narrative.findings)
    for source in narrative.sources.values():
        findings.extend(marks.check(source))
        for shortcode in source.shortcodes:
            findings.extend(_check_shortcode(source, shortcode, known))
    findings.extend(_check_references(narrative.sources.values(), known.rujukan))
    findings.extend(catatan.check(narrative.notes, narrative.sources.values(), known.nilai))
    return findings


def _check_shortcode(source: Source, shortcode: Shortcode, known: Known) -> Iterator[Finding]:
    row, name = source.line(shortcode.start), shortcode.name
    if name in ("tabel", "gambar", "narasi", "include") and not shortcode.alone:
        yield Finding(
            _("this shortcode must be a paragraph of its own"),
            file=source.name,
            row=row,
            value=source.text[shortcode.start : shortcode.end],
            mend=_("put it on a line of its own, with an empty line above and below"),
        )
    if name not in DATA_SHORTCODES:
        return
    target = shortcode.args[0] if shortcode.args else ""
    if target not in known.ids(name):
        yield Finding(
            _("no notebook makes this {kind}").format(kind=name),
            file=source.name,
            row=row,
            column=f"{{{{< {name} >}}}}",
            value=target,
            expected=nearest(target, known.ids(name)),
            mend=_("correct the id, or record it in a notebook"),
        )
    elif name == "nilai" and "bentuk" in shortcode.named:
        yield from _check_form(source, shortcode, known.forms(target))


def _check_form(source: Source, shortcode: Shortcode, forms: set[str]) -> Iterator[Finding]:
    """A printed form that the value does not have. A list alone takes styles, one a level."""
    form = shortcode.named["bentuk"]
    if form not in forms and not set(re.split(r"[,\s]+", form)) <= forms:
        yield Finding(
            _("this value has no such form"),
            file=source.name,
            row=source.line(shortcode.start),
            column="bentuk",
            value=form,
            expected=_("one of: {names}").format(names=", ".join(sorted(forms))),
        )


def _check_references(
    sources: Iterable[Source], figures: Mapping[str, list[str]]
) -> Iterator[Finding]:
    """References that point nowhere, those that figures make included, and labels given twice."""
    places: dict[str, str] = {}
    references: list[tuple[Source, int, str]] = []
    for source in sources:
        for label, start in source.labels():
            row = source.line(start)
            if label in places:
                yield Finding(
                    _("this label is given twice, first in {place}").format(place=places[label]),
                    file=source.name,
                    row=row,
                    value=label,
                    mend=_("give one of the two another label"),
                )
            places.setdefault(label, f"{source.name}:{row}")
        references.extend(
            (source, match.start(), match[1]) for match in _REFERENCE.finditer(source.masked)
        )
        for each in source.shortcodes:
            if each.name == "gambar" and each.args:
                labels = figures.get(each.args[0], [])
                references.extend((source, each.start, label) for label in labels)
    for source, position, label in references:
        target = label[0].lower() + label[1:]
        if target not in places:
            yield Finding(
                _("this reference points nowhere"),
                file=source.name,
                row=source.line(position),
                value=f"@{label}",
                expected=nearest(target, places),
                mend=_("correct the label, or give it to a table, figure or heading"),
            )
