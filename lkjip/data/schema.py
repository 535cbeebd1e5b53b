"""The Table Schemas of the CSV files: one definition for reading, validation and documentation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

NAMA = (
    "sasaran",
    "unit",
    "fungsi",
    "indikator",
    "target",
    "realisasi",
    "program",
    "kegiatan",
    "anggaran",
    "realisasi_anggaran",
    "alokasi_sasaran",
    "kinerja_program",
    "pegawai",
    "sengketa",
    "pengangguran",
    "ketenagakerjaan",
    "transmigrasi",
    "fakta",
)
"""The files of a year by stem, in the order in which a person would fill them."""


@dataclass(frozen=True)
class Field:
    """A column.

    Parameters
    ----------
    name, type, title, description
        As in the Table Schema; `type` is string, integer, number or date.
    satuan
        Unit of the numbers, None for text.
    bentuk
        ``"nilai"``: a string column that holds a number or a grade.
    example
        A valid cell.
    menyusul
        When an empty cell is still to come: never (None), always (an empty mapping), or in rows
        with these values in other columns. Any other column may be empty for good, or never.
    required, unique, enum, minimum, maximum, pattern
        The constraints of the Table Schema that the files use.
    absent
        Whether a file may do without the column: its cells are empty then.
    """

    name: str
    type: str
    title: str
    description: str
    satuan: str | None
    bentuk: str | None
    example: str | None
    menyusul: Mapping[str, str] | None
    required: bool
    unique: bool
    enum: tuple[str, ...] | None
    minimum: int | None
    maximum: int | None
    pattern: str | None
    absent: bool

    def still_to_come(self, row: Mapping[str, Any]) -> bool:
        """Whether the cell of a row is empty because the office has yet to fill it in.

        Parameters
        ----------
        row
            Values or texts by column.
        """
        if self.menyusul is None or row[self.name] not in (None, ""):
            return False
        return all(row[column] == value for column, value in self.menyusul.items())


@dataclass(frozen=True)
class ForeignKey:
    """A column whose cells stand in a column of another file (or of its own file)."""

    field: str
    resource: str
    reference: str


@dataclass(frozen=True)
class Schema:
    """One CSV file.

    Parameters
    ----------
    name
        Stem of the file.
    title, description, sumber
        What it holds, and where the 2022 report prints it.
    baris_minimum
        Rows without which there is no report.
    fields, primary_key, foreign_keys
        As in the Table Schema.
    """

    name: str
    title: str
    description: str
    sumber: str
    baris_minimum: int
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    @property
    def columns_that_may_be_absent(self) -> frozenset[str]:
        return frozenset(field.name for field in self.fields if field.absent)


@cache
def schemas() -> Mapping[str, Schema]:
    """The schemas of all files, by file stem, in the order of `NAMA`."""
    return MappingProxyType({name: _read(name) for name in NAMA})


@cache
def penjelasan() -> Schema:
    """The schema of ``penjelasan.csv``, which a year may have: no part of the report's data."""
    return _read("penjelasan")


def definition(name: str) -> dict[str, Any]:
    """The Table Schema of a file as it is written in ``schemas/<name>.json``."""
    file = resources.files("lkjip.data") / "schemas" / f"{name}.json"
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def _read(name: str) -> Schema:
    raw = definition(name)
    return Schema(
        name=name,
        title=raw["title"],
        description=raw["description"],
        sumber=raw["sumber"],
        baris_minimum=raw["baris_minimum"],
        fields=tuple(map(_field, raw["fields"])),
        primary_key=tuple(raw["primaryKey"]),
        # The standard writes a reference to the own file as an empty name.
        foreign_keys=tuple(
            ForeignKey(
                key["fields"][0],
                key["reference"]["resource"] or name,
                key["reference"]["fields"][0],
            )
            for key in raw.get("foreignKeys", ())
        ),
    )


def _field(raw: dict[str, Any]) -> Field:
    constraints = raw.get("constraints", {})
    enum = constraints.get("enum")
    # true: whatever stands in the other columns.
    menyusul = {} if raw.get("menyusul") is True else raw.get("menyusul")
    return Field(
        name=raw["name"],
        type=raw["type"],
        title=raw["title"],
        description=raw["description"],
        satuan=raw.get("satuan"),
        bentuk=raw.get("bentuk"),
        example=raw.get("example"),
        menyusul=None if menyusul is None else MappingProxyType(menyusul),
        required=constraints.get("required", False),
        unique=constraints.get("unique", False),
        enum=None if enum is None else tuple(enum),
        minimum=constraints.get("minimum"),
        maximum=constraints.get("maximum"),
        pattern=constraints.get("pattern"),
        absent=raw.get("boleh_tidak_ada", False),
    )
