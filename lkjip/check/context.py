"""What rules look at: the files of the year, of earlier years, the narrative, the results."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from lkjip.check.model import Cell
from lkjip.check.places import Places
from lkjip.check.year import Year
from lkjip.data.folder import Content, read_year, years
from lkjip.data.instansi import Instansi
from lkjip.data.instansi_yml import FILE
from lkjip.data.validate import Row
from lkjip.data.yaml_lines import lines
from lkjip.errors import InputError
from lkjip.execute import is_current
from lkjip.i18n import _
from lkjip.paths import Project
from lkjip.render import narrative
from lkjip.render.narrative import Known

T = TypeVar("T")

_MOST_YEARS = 5  # a Renstra's length: older history stands in no table


class Context:
    """The sources of one report.

    Parameters
    ----------
    project
        The project folder.
    content
        The files of the year, read and valid.
    """

    def __init__(self, project: Project, content: Content) -> None:
        self.project, self.content = project, content
        self.whole, self.sections = self, cast("frozenset[int] | None", None)
        self._results: dict[object, object] = {}

    def once(self, compute: Callable[[Context], T]) -> T:
        """What a function of the context gives, computed at the first call."""
        if compute not in self._results:
            self._results[compute] = compute(self)
        return cast(T, self._results[compute])

    @property
    def tahun(self) -> int:
        return self.content.tahun

    @property
    def instansi(self) -> Instansi:
        return self.content.instansi

    def rows(self, name: str, tahun: int | None = None) -> tuple[Row, ...]:
        """The rows of a CSV file, of this year or of an earlier one that has a folder."""
        return self._content(tahun).tables[name].rows

    @cached_property
    def year(self) -> Year:
        """The files of this year with their joins."""
        return Year(self.content)

    @cached_property
    def earlier(self) -> Mapping[int, Content]:
        """The files of earlier years, latest first; a year whose files are wrong is left out."""
        found = {}
        for tahun in sorted(years(self.project.data), reverse=True):
            if self.tahun - _MOST_YEARS <= tahun < self.tahun:
                try:
                    found[tahun] = read_year(self.project.data, tahun)
                except InputError:
                    continue  # `lkjip check` of that year says what is wrong
        return found

    @cached_property
    def narrative(self) -> narrative.Narrative:
        """The report and all it includes; ``sources`` by file name."""
        return narrative.read(self.project, self.tahun)

    @cached_property
    def printed(self) -> Mapping[str, Any] | None:
        """The values that the notebooks recorded (``nilai.json``), None when there are none.

        Each is ``{"jenis": …, "nilai": …, "bentuk": {"utama": …}}`` by id. They may be older
        than the data: use them for the text of a message, not to decide.
        """
        path = self.project.build(self.tahun) / "nilai.json"
        try:
            values: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))["nilai"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return values

    @cached_property
    def known(self) -> Known | None:
        """The ids that the notebooks recorded; None when they were run for other data, or not."""
        if not is_current(self.project, self.tahun):
            return None
        return Known.read(self.project.build(self.tahun))

    def cell(self, name: str, row: Row, column: str, tahun: int | None = None) -> Cell:
        """A cell of a CSV file.

        Parameters
        ----------
        name
            Stem of the file.
        row
            One of `rows`.
        column
            The column.
        tahun
            The earlier year whose file it is; None for this year's.
        """
        table = self._content(tahun).tables[name]
        key = ",".join(row.texts.get(part, "") for part in table.schema.primary_key)
        prefix = "" if tahun in (None, self.tahun) else f"{tahun}/"
        return Cell(
            file=table.file,
            row=row.line,
            column=column,
            value=row.texts.get(column, ""),
            printed=None if prefix else self._places.of(name, row, column),
            name=f"{prefix}{name}.csv[{key}].{column}",
        )

    def cells(self, name: str, rows: Iterable[Row], *columns: str) -> tuple[Cell, ...]:
        """Some columns of some rows of a CSV file of this year."""
        return tuple(self.cell(name, row, column) for row in rows for column in columns)

    def setting(self, path: str, value: object) -> Cell:
        """A key of ``instansi.yml``.

        Parameters
        ----------
        path
            Keys with points between them; items of a list count from 1:
            ``"pejabat.rully.nip"``, ``"dasar_hukum[3]"``.
        value
            What stands there.
        """
        text = "" if value is None else str(value)
        file = f"{self._folder}/{FILE}"
        return Cell(file, self._lines.get(path), path, text, name=f"{FILE}[{path}]")

    def rounding(self, table: str, column: str) -> tuple[int, str, Cell]:
        """Decimals and policy of a printed column, and the setting that says so."""
        decimals, policy = self.instansi.pembulatan(table, column)
        own = (table, column) in self.instansi.pengaturan.pembulatan
        path = f"{table}.{column}" if own else "bawaan"
        text = f"{decimals} {policy}"
        return decimals, policy, self.setting(f"pengaturan.pembulatan.{path}", text)

    def table(self, id: str) -> str:
        """A table as a reader of the report knows it: ``"Tabel 3.7"``."""
        number = self._places.numbers.get(id)
        return _("Tabel {number}").format(number=number) if number else id

    def passage(self, file: str, row: int, text: str, section: int | None = None) -> Cell:
        """A piece of the narrative."""
        return Cell(file, row, None, text, section=section)

    def part(self, sections: frozenset[int]) -> Context:
        """The same sources for rules by sentence, which then look at these sections only."""
        part = copy.copy(self)
        part.whole, part.sections, part._results = self, sections, {}
        return part

    def without_narrative(self) -> Context:
        """The same data for rules that look at nothing else; places in the report are unknown."""
        return _DataOnly(self.project, self.content)

    @property
    def _folder(self) -> str:
        return f"{self.content.folder.parent.name}/{self.content.folder.name}"

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        return lines(Path(self.content.folder) / FILE)

    @cached_property
    def _places(self) -> Places:
        return Places(self.content, self.narrative)

    def _content(self, tahun: int | None) -> Content:
        return self.content if tahun in (None, self.tahun) else self.earlier[tahun or 0]


class _DataOnly(Context):
    """A context whose rules cannot reach what they do not look at."""

    @cached_property
    def narrative(self) -> narrative.Narrative:
        raise AssertionError("a rule about data looks at the narrative")

    @cached_property
    def _places(self) -> Places:
        return Places(self.content, narrative.Narrative())
