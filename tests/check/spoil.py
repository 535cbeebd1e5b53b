"""Changes to a clean project, each for one rule."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from lkjip.check.engine import check
from lkjip.check.model import Temuan
from lkjip.paths import Project

from .clean import YEAR
from .mutate import Table, read, write


@dataclass(frozen=True)
class Spoiler:
    """Changes files of a project.

    Parameters
    ----------
    project
        A clean one, of the test alone.
    """

    project: Project

    def rows(self, name: str, year: int = YEAR) -> Table:
        return read(self.project.data / str(year), name)

    def table(self, name: str, change: Callable[[Table], Table], year: int = YEAR) -> None:
        """Write another table."""
        write(self.project.data / str(year), name, change(self.rows(name, year)))

    def cell(self, name: str, where: dict[str, object], column: str, value: object) -> None:
        """Change a cell of the one row that has these texts."""
        rows = self.rows(name)
        found = [row for row in rows if all(row[key] == str(text) for key, text in where.items())]
        assert len(found) == 1, (name, where, len(found))
        found[0][column] = str(value)
        write(self.project.data / str(YEAR), name, rows)

    def value(self, name: str, where: dict[str, object], column: str) -> str:
        rows = self.rows(name)
        return next(r[column] for r in rows if all(r[k] == str(t) for k, t in where.items()))

    def add(self, name: str, **cells: object) -> None:
        """Add a row; columns that are not named stay empty."""
        self.table(name, lambda rows: [*rows, {**dict.fromkeys(rows[0], ""), **_texts(cells)}])

    def drop(self, name: str, **where: object) -> None:
        """Delete rows."""
        texts = _texts(where)
        self.table(name, lambda rows: [r for r in rows if not texts.items() <= r.items()])

    def office(self, path: str, value: Any, year: int = YEAR) -> None:
        """Change a key of instansi.yml: ``"laporan.tanggal"``."""
        file = self.project.data / str(year) / "instansi.yml"
        content = yaml.safe_load(file.read_text("utf-8"))
        *parents, last = path.split(".")
        place = content
        for key in parents:
            place = place[int(key)] if isinstance(place, list) else place[key]
        place[last] = value
        file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")

    def law(self, text: str) -> None:
        """Add to the legal basis."""
        file = self.project.data / str(YEAR) / "instansi.yml"
        content = yaml.safe_load(file.read_text("utf-8"))
        self.office("dasar_hukum", [*content["dasar_hukum"], text])

    def report(self, old: str, new: str) -> None:
        """Change the narrative."""
        text = self.project.report.read_text("utf-8")
        assert old in text
        self.project.report.write_text(text.replace(old, new), "utf-8")

    def forget(self, year: int) -> None:
        """Delete an earlier year's folder."""
        shutil.rmtree(self.project.data / str(year))

    def found(self, code: str) -> list[Temuan]:
        """What a rule finds now."""
        return [found for found in check(self.project, YEAR, {code}) if found.code == code]


def _texts(cells: dict[str, object]) -> dict[str, str]:
    return {key: str(value) for key, value in cells.items()}
