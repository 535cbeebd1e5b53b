"""A published bundle as its manifest describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lkjip.bundle.git import Git
from lkjip.bundle.layout import MANIFEST, SUMS
from lkjip.bundle.manifest import Entity, Entry, Made, checksums, files, identifier
from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.paths import Project


@dataclass(frozen=True)
class Bundle:
    """What a manifest says.

    Attributes
    ----------
    folder
        Where the bundle lies.
    made
        How the report was made.
    files
        Name → SHA-256 and size when it was published.
    identifier
        The fingerprint that the manifest states of itself.
    sound
        Whether the manifest still says what that fingerprint was taken of.
    name, date, office
        Title of the report, its date (ISO 8601), and whose it is.
    """

    folder: Path
    made: Made
    files: dict[str, Entry]
    identifier: str
    sound: bool
    name: str
    date: str
    office: str

    @property
    def year(self) -> int:
        """The fiscal year."""
        return self.made.year

    @classmethod
    def of_year(cls, project: Project, year: int) -> Bundle:
        """Read the manifest of a report of the project.

        Raises
        ------
        InputError
            When it was not built, or as for `read`.
        """
        folder = project.output(year)
        if not folder.is_dir():
            raise InputError(
                Finding(
                    _("this folder does not exist: the report of {year} was not built").format(
                        year=year
                    ),
                    file=project.relative(folder),
                    expected=_("the folder of a published report"),
                    mend=_("run: lkjip build {year}").format(year=year),
                )
            )
        return cls.read(folder)

    @classmethod
    def read(cls, folder: Path) -> Bundle:
        """Read the manifest of a bundle.

        Raises
        ------
        InputError
            When there is none, or it is not a manifest of lkjip.
        """
        path = folder / MANIFEST
        try:
            graph = json.loads(path.read_text(encoding="utf-8"))["@graph"]
            return _bundle(folder, graph)
        except OSError:
            raise InputError(
                Finding(
                    _("this folder is not a published report: it has no manifest"),
                    file=str(folder),
                    expected=_("a folder with {name} in it").format(name=MANIFEST),
                    mend=_("name a year that was built, or the folder of a published report"),
                )
            ) from None
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise InputError(
                Finding(
                    _("the manifest cannot be read: {problem}").format(problem=repr(error)),
                    file=str(path),
                    mend=_("fetch the report anew from where it was published"),
                )
            ) from None


def up_to_date(folder: Path, inputs: str, git: Git | None) -> bool:
    """Whether a folder holds the report of these inputs, every file as it was written.

    A report of a clean commit stays when later commits change none of its inputs: it tells the
    truth. One that was made of uncommitted changes is made anew once they are committed.
    """
    try:
        bundle = Bundle.read(folder)
    except InputError:
        return False
    recorded = bundle.made.git
    return (
        bundle.made.inputs == inputs
        and (recorded is None or recorded.clean or recorded == git)
        and bundle.sound
        and files(folder) == bundle.files
        and sums(folder) == (checksums(folder) if bundle.made.final else None)
    )


def sums(folder: Path) -> str | None:
    """The checksum file of a final report; None when there is none."""
    try:
        return (folder / SUMS).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _bundle(folder: Path, graph: list[Entity]) -> Bundle:
    by_id = {each["@id"]: each for each in graph}
    root = by_id["./"]
    settings = {each["name"]: each["value"] for each in _of_type(graph, "PropertyValue")}
    commit = settings.get("git-commit")
    made = Made(
        year=int(settings["tahun"]),
        engine=settings["engine"],
        formats=tuple(settings["format"].split(",")),
        final=settings["status"] == "final",
        inputs=settings["masukan"],
        versions={
            each["name"]: each["softwareVersion"] for each in _of_type(graph, "SoftwareApplication")
        },
        git=Git(commit, settings["git-bersih"] == "ya") if commit else None,
    )
    return Bundle(
        folder=folder,
        made=made,
        files={
            unquote(each["@id"]): Entry(each["sha256"], int(each["contentSize"]))
            for each in _of_type(graph, "File")
        },
        identifier=root["identifier"],
        sound=root["identifier"] == identifier(graph),
        name=root["name"],
        date=str(root.get("datePublished", "")),
        office=by_id["#instansi"]["name"],
    )


def _of_type(graph: list[Entity], wanted: str) -> Iterable[dict[str, Any]]:
    return (each for each in graph if each["@type"] == wanted)
