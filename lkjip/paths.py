"""The one place that knows where things lie in a project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lkjip.errors import Finding, InputError
from lkjip.i18n import _

CONFIG_NAME = "_quarto.yml"


@dataclass(frozen=True)
class Project:
    """A project folder: the one that holds ``_quarto.yml``."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> Project:
        """Find the project that contains ``start`` (default: the working folder).

        Raises
        ------
        InputError
            When neither the folder nor one above it holds ``_quarto.yml``.
        """
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            if (folder / CONFIG_NAME).is_file():
                return cls(folder)
        raise InputError(
            Finding(
                _("this is not inside an lkjip project"),
                file=str(here),
                expected=_("a folder with {name} in it or above it").format(name=CONFIG_NAME),
                mend=_("change to the project folder, or name it with --project"),
            )
        )

    @property
    def config(self) -> Path:
        return self.root / CONFIG_NAME

    def profile(self, name: str) -> Path:
        return self.root / f"_quarto-{name}.yml"

    @property
    def report(self) -> Path:
        return self.root / "report.qmd"

    @property
    def narasi(self) -> Path:
        return self.root / "narasi"

    @property
    def extension(self) -> Path:
        return self.root / "_extensions" / "lkjip"

    @property
    def data(self) -> Path:
        return self.root / "data"

    def notebooks(self) -> list[Path]:
        """The notebooks of the report, in the order of their names."""
        return sorted((self.root / "notebooks").glob("*.ipynb"))

    def build(self, year: int) -> Path:
        """Where the computed parts of a year lie."""
        return self.root / "_build" / str(year)

    def output(self, year: int) -> Path:
        """Where the published report of a year lies, unless the user says otherwise."""
        return self.root / "output" / str(year)

    def relative(self, path: Path) -> str:
        """A path as the user knows it: relative to the project, with forward slashes."""
        own = path.is_relative_to(self.root) and ".." not in path.parts
        try:
            # To resolve a path asks the disk for each of its folders.
            return (path if own else path.resolve()).relative_to(self.root).as_posix()
        except ValueError:
            return str(path)
