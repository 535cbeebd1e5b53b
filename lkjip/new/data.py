"""``data/<year>/``: what holds from year to year is carried over, what is to come is empty."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from lkjip.data import lalu
from lkjip.data.cells import Value
from lkjip.data.folder import Content
from lkjip.data.instansi_yml import FILE
from lkjip.data.schema import Schema, schemas
from lkjip.new.instansi import next_instansi

Record = dict[str, Value | None]
_AGREED = ("iku", "pk", "pk-perubahan")


def write_data(before: Content, folder: Path) -> None:
    """Write the files of the year after another.

    Parameters
    ----------
    before
        The files of the year before.
    folder
        The folder to make.
    """
    folder.mkdir(parents=True)
    tahun = before.tahun + 1
    for name, schema in schemas().items():
        carry = _CARRY.get(name, _structure)
        _write(folder / f"{name}.csv", schema, carry(before, schema, tahun))
    text = (before.folder / FILE).read_text(encoding="utf-8-sig")
    (folder / FILE).write_text(next_instansi(text, before), encoding="utf-8", newline="\n")
    if before.instansi.logo is not None:
        shutil.copyfile(before.folder / before.instansi.logo, folder / before.instansi.logo)


def _records(before: Content, schema: Schema) -> list[Record]:
    rows = before.tables[schema.name].rows
    return [{column: row[column] for column in schema.columns} for row in rows]


def _emptied(schema: Schema, record: Record) -> Record:
    """The row without what is still to come."""
    to_come = {field.name for field in schema.fields if field.menyusul is not None}
    return {column: None if column in to_come else cell for column, cell in record.items()}


def _structure(before: Content, schema: Schema, _tahun: int) -> Iterator[Record]:
    """Every row again, its codes and names kept."""
    for record in _records(before, schema):
        yield _emptied(schema, record)


def _history(before: Content, schema: Schema, tahun: int) -> Iterator[Record]:
    """The rows of the years before, and those of the last year again for the new one."""
    records = _records(before, schema)
    yield from (record for record in records if record["tahun"] != tahun)
    for record in records:
        if record["tahun"] == before.tahun:
            yield _emptied(schema, record | {"tahun": tahun})


def _targets(before: Content, schema: Schema, tahun: int) -> Iterator[Record]:
    """The Renstra as it is, and the agreements of the new year with what it says for that year."""
    records = _records(before, schema)
    planned = {
        record["indikator"]: record["target"]
        for record in records
        if record["dokumen"] == "renstra" and record["tahun"] == tahun
    }
    for record in records:
        if record["dokumen"] == "renstra":
            yield record
        elif record["dokumen"] in _AGREED and record["tahun"] == before.tahun:
            yield record | {"tahun": tahun, "target": planned.get(record["indikator"])}


def _facts(before: Content, schema: Schema, _tahun: int) -> Iterator[Record]:
    """The questions again; answer and source are those of another year. Those about last year's
    budget are answered."""
    for record in _records(before, schema):
        if record["kode"] not in lalu.URAIAN:
            yield _emptied(schema, record) | {"sumber": None}
    for kode, amount in lalu.anggaran(before).items():
        yield {
            "kode": kode,
            "nilai": amount,
            "satuan": "rupiah",
            "uraian": lalu.URAIAN[kode],
            "sumber": f"data/{before.tahun}",
        }


def _departures(_before: Content, schema: Schema, _tahun: int) -> Iterator[Record]:
    """One row to fill in or to delete: no row at all would say that nobody left."""
    yield dict.fromkeys(schema.columns) | {"urutan": 1}


_CARRY: dict[str, Callable[[Content, Schema, int], Iterator[Record]]] = {
    "target": _targets,
    "realisasi": _history,
    "pengangguran": _history,
    "ketenagakerjaan": _history,
    "transmigrasi": _departures,
    "fakta": _facts,
}


def _write(path: Path, schema: Schema, records: Iterator[Record]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(schema.columns)
        for record in records:
            cells = (record[column] for column in schema.columns)
            writer.writerow("" if cell is None else str(cell) for cell in cells)
