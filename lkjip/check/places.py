"""Where the report shows a cell: number of the table and of the row in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lkjip.data.folder import Content
from lkjip.data.validate import Row
from lkjip.i18n import _
from lkjip.render.narrative import Narrative

_CHAPTER_OR_TABLE = re.compile(r"^# (?P<head>[^\n]*)|^:::+ *\{[^}\n]*#tbl-(?P<id>[\w-]+)", re.M)

# Tables that show a column of this year, by (file, column) and where needed a cell's text.
_TABLES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("realisasi_anggaran", "realisasi"): ("realisasi-anggaran",),
    ("kinerja_program", "target"): ("analisis-efisiensi",),
    ("kinerja_program", "realisasi"): ("analisis-efisiensi",),
    ("alokasi_sasaran", "pagu"): ("alokasi-sasaran", "kinerja-anggaran"),
    ("alokasi_sasaran", "realisasi"): ("kinerja-anggaran",),
    ("indikator", "nama"): ("capaian",),
    ("indikator", "definisi_operasional"): ("iku",),
    ("indikator", "sumber_data"): ("iku",),
    ("sasaran", "nama"): ("capaian",),
}
_ANGGARAN = {
    "murni": ("program-anggaran",),
    "perubahan": ("program-anggaran-perubahan", "realisasi-anggaran"),
}
_TARGET = {"pk": ("pk",), "pk-perubahan": ("pk-perubahan", "capaian"), "renstra": ("renstra",)}


class Places:
    """Finds the place of a cell in the report.

    Parameters
    ----------
    content
        The files of the year.
    narrative
        The report's text, whose order numbers the tables.
    """

    def __init__(self, content: Content, narrative: Narrative) -> None:
        self.content = content
        self.numbers = dict(_numbers(narrative.text))

    def of(self, name: str, row: Row, column: str) -> str | None:
        """Where the report shows a cell; None when no table does.

        Parameters
        ----------
        name, row, column
            File (stem), row and column.
        """
        ids = [id for id in self._ids(name, row, column) if id in self.numbers]
        line = self._line(name, row)
        if not ids or line is None:
            return None
        tables = ", ".join(self.numbers[id] for id in ids)
        return _("Tabel {tables}, baris {row}").format(tables=tables, row=line)

    def _ids(self, name: str, row: Row, column: str) -> tuple[str, ...]:
        if name == "pegawai" and column in ("laki_laki", "perempuan", "kategori"):
            return (f"pegawai-{row['dimensi']}",)
        if name == "anggaran" and column == "pagu":
            return _ANGGARAN.get(str(row["tahap"]), ())
        if name == "target" and column == "target":
            return _TARGET.get(str(row["dokumen"]), ())
        if name == "realisasi" and column == "realisasi":
            if row["tahun"] == self.content.tahun:
                return ("capaian", "perbandingan-realisasi", "renstra")
            return ("perbandingan-realisasi",)
        return _TABLES.get((name, column), ())

    def _line(self, name: str, row: Row) -> int | str | None:
        """The number of the row in its table, as the tables of the report order their rows."""
        rows = self.content.tables
        if name == "pegawai":
            same = [r for r in rows[name].rows if r["dimensi"] == row["dimensi"]]
            order = sorted(same, key=_order)
            return _position(order, row)
        if name == "kinerja_program":
            return self._numbered(row["program"])
        if "program" in row.values and name != "alokasi_sasaran":
            return _position([r["kode"] for r in rows["program"].rows], row["program"])
        sasaran = [r["kode"] for r in rows["sasaran"].rows if r["jenis"] == "sasaran"]
        if name == "sasaran":
            return _position(sasaran, row["kode"])
        if name == "alokasi_sasaran":
            return _position(sasaran, row["sasaran"])
        shown = [
            r["kode"] for kode in sasaran for r in rows["indikator"].rows if r["sasaran"] == kode
        ]
        return _position(shown, row.values.get("indikator", row.values.get("kode")))

    def _numbered(self, program: object) -> str | None:
        """The number of a programme in the table by unit (Tabel 3.8): the head's group is first."""
        programmes = self.content.tables["program"].rows
        unit = next((r["unit"] for r in programmes if r["kode"] == program), None)
        busy = {r["unit"] for r in programmes}
        units = self.content.tables["unit"].rows
        groups = [r["kode"] for n, r in enumerate(units) if n == 0 or r["kode"] in busy]
        group = _position(groups, unit)
        place = _position([r["kode"] for r in programmes if r["unit"] == unit], program)
        return f"{group}.{place}" if group and place else None


def _order(row: Row) -> int:
    return int(str(row["urutan"]))


def _position(codes: Sequence[object], code: object) -> int | None:
    return codes.index(code) + 1 if code in codes else None


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Number the tables of a report as both renderers do: chapter, and table in the chapter."""
    chapter = table = 0
    for match in _CHAPTER_OR_TABLE.finditer(text):
        if match["id"]:
            table += 1
            yield match["id"], f"{chapter}.{table}"
        elif ".unnumbered" not in match["head"] and "{-}" not in match["head"]:
            chapter, table = chapter + 1, 0
