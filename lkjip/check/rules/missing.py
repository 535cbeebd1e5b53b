"""What is still missing in a year under preparation, and who has to deliver it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from lkjip.belum import BELUM_DITULIS
from lkjip.check.context import Context
from lkjip.check.facts import fact
from lkjip.check.model import Cell, Draft
from lkjip.check.registry import rule
from lkjip.data.validate import Row
from lkjip.i18n import _, ngettext

# Facts that the text of every year prints.
_NEEDED = ("jumlah_kegiatan", "jumlah_subkegiatan")
# What files without codes record: an indicator or a programme with these words in its name.
_RECORDED = {
    "sengketa": ("indikator", "perselisihan"),
    "pengangguran": ("indikator", "pengangguran"),
    "ketenagakerjaan": ("indikator", "partisipasi angkatan kerja"),
    "transmigrasi": ("program", "transmigrasi"),
}
_REASON = (
    "PermenPANRB 53/2014: a report states target, realisasi and budget of everything that was "
    "agreed; what is missing prints as “belum diisi”."
)


@rule("M1", "error", reason=_REASON)
def cells(context: Context) -> Iterator[Draft]:
    """Every cell that may follow later is filled in.

    The unit that has to deliver it is the one that the indicator or the programme names: that of
    the row, or that which the file records (disputes, the unemployed, the labour force,
    transmigration). Else it is the secretariat.
    """
    missing: dict[str, list[Cell]] = {}
    for name, table in context.content.tables.items():
        for row in table.rows:
            for field in table.schema.fields:
                if field.still_to_come(row.values):
                    empty = context.cell(name, row, field.name)
                    missing.setdefault(_unit(context, name, row), []).append(empty)
    for unit, cells in missing.items():
        files = dict.fromkeys(PurePosixPath(cell.file).name for cell in cells)
        yield Draft(
            ngettext(
                "{unit} has yet to fill in {count} cell: {files}",
                "{unit} has yet to fill in {count} cells: {files}",
                len(cells),
            ).format(unit=unit, count=len(cells), files=", ".join(files)),
            tuple(cells),
            _(
                "fill in every cell, with 0 where there was none; delete a row only if there is no "
                "such thing this year, such as a departure that did not take place"
            ),
        )


@rule("M2", "error", reason="A report and an agreement are valid with the day they were signed.")
def dates(context: Context) -> Iterator[Draft]:
    """The report, the agreements and the count of the staff have their dates."""
    laporan, perjanjian = context.instansi.laporan, context.instansi.perjanjian
    settings = {
        "laporan.tanggal": laporan.tanggal,
        "laporan.kepegawaian_per": laporan.kepegawaian_per,
        **{f"perjanjian.{key}.tanggal": each.tanggal for key, each in perjanjian.items()},
    }
    empty = [path for path, value in settings.items() if value is None]
    if empty:
        yield Draft(
            _("{unit} has yet to fill in {file}: {columns}").format(
                unit=_secretariat(context), file="instansi.yml", columns=", ".join(empty)
            ),
            tuple(context.setting(path, None) for path in empty),
            _("write the dates in place of null"),
        )


@rule("M3", "error", reason="PermenPANRB 53/2014: a report analyses what it measures.")
def passages(context: Context) -> Iterator[Draft]:
    """Every passage of the year is written."""
    found = [
        context.passage(name, source.line(at), BELUM_DITULIS)
        for name, source in context.narrative.sources.items()
        if (at := source.masked.find(BELUM_DITULIS)) >= 0
    ]
    if found:
        yield Draft(
            ngettext(
                "{unit} has yet to write {count} passage",
                "{unit} has yet to write {count} passages",
                len(found),
            ).format(unit=_secretariat(context), count=len(found)),
            tuple(found),
            _("write the passage, and delete its mark; last year's text stands in a comment"),
        )


@rule("M4", "error", reason="Bab III 3.1.5 of every year prints these counts.")
def facts(context: Context) -> Iterator[Draft]:
    """The facts that the text of every year prints have their rows."""
    for kode in _NEEDED:
        if fact(context, kode) is None:
            file = context.content.tables["fakta"].file
            yield Draft(
                _("{unit} has yet to add {kode} to {file}").format(
                    unit=_secretariat(context), kode=kode, file="fakta.csv"
                ),
                (Cell(file, None, "kode", "", name=f"fakta.csv[{kode}].kode"),),
                _("add the row: {row}").format(row=f"{kode},<nilai>,<satuan>,<uraian>,<sumber>"),
            )


def _unit(context: Context, name: str, row: Row) -> str:
    """The unit that delivers a row: named by its indicator, by its programme, or nowhere."""
    recorded, word = _RECORDED.get(name, ("", ""))
    for column, file, responsible in (
        ("indikator", "indikator", "penanggung_jawab"),
        ("program", "program", "unit"),
    ):
        for named in context.rows(file):
            of_row = column in row.values and named["kode"] == row[column]
            if of_row or (file == recorded and word in str(named["nama"]).lower()):
                return _name(context, str(named[responsible]))
    return _secretariat(context)


def _name(context: Context, kode: str) -> str:
    units = {row["kode"]: str(row["nama"]) for row in context.rows("unit")}
    return units.get(kode, kode)


def _secretariat(context: Context) -> str:
    names = [str(row["nama"]) for row in context.rows("unit") if row["induk"] is None]
    return next((name for name in names if name.lower().startswith("sekretariat")), names[0])
