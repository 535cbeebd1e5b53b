"""Rules: achievement and absorption can be computed from every row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkjip.data.cells import PREDIKAT
from lkjip.data.validate import Row
from lkjip.data.year import Year
from lkjip.errors import Finding
from lkjip.i18n import _


def grades_and_numbers(year: Year) -> Iterator[Finding]:
    """A grade stands where the unit is predikat, a number elsewhere."""
    for row in year.rows("indikator"):
        yield from _upwards(year, "indikator", row)
    satuan = {row["kode"]: str(row["satuan"]) for row in year.rows("indikator")}
    for name in ("target", "realisasi"):
        for row in year.rows(name):
            yield from _kind(year, name, row, name, satuan.get(row["indikator"]))


def program(year: Year) -> Iterator[Finding]:
    """The same for programmes, which name their unit in the row, and whose target can be met."""
    for row in year.rows("kinerja_program"):
        wrong = [
            found
            for column in ("target", "realisasi")
            for found in _kind(year, "kinerja_program", row, column, str(row["satuan"]))
        ]
        wrong += _upwards(year, "kinerja_program", row)
        yield from wrong
        if not wrong:
            yield from _measurable(year, "kinerja_program", row, row, row["arah"])


def indikator(year: Year) -> Iterator[Finding]:
    """Achievement can be computed from every target that this year's realisasi is held against."""
    of = {row["kode"]: row for row in year.rows("indikator")}
    actual = {row["indikator"]: row for row in year.rows("realisasi") if row["tahun"] == year.tahun}
    for row in year.rows("target"):
        if (row["dokumen"], row["tahun"]) not in year.compared():
            continue
        measured, realisasi = of.get(row["indikator"]), actual.get(row["indikator"])
        if measured is not None and realisasi is not None:
            yield from _measurable(year, "target", row, realisasi, measured["arah"])


def _kind(year: Year, name: str, row: Row, column: str, satuan: str | None) -> Iterator[Finding]:
    graded = isinstance(row[column], str)
    if satuan is None or graded == (satuan == "predikat"):
        return
    yield year.finding(
        name,
        _("a grade, but the unit is {satuan}").format(satuan=satuan)
        if graded
        else _("a number, but the unit is predikat"),
        row=row,
        column=column,
        expected=_("a number")
        if graded
        else _("one of: {names}").format(names=", ".join(PREDIKAT)),
        mend=_("correct the value, or the column satuan"),
    )


def _upwards(year: Year, name: str, row: Row) -> Iterator[Finding]:
    if row["satuan"] == "predikat" and row["arah"] != "naik":
        yield year.finding(
            name,
            _("a grade cannot be lower-is-better"),
            row=row,
            column="arah",
            expected="naik",
            mend=_("write naik, or measure in another unit"),
        )


def _measurable(year: Year, name: str, row: Row, realisasi: Row, arah: object) -> Iterator[Finding]:
    target, actual = row["target"], realisasi["realisasi"]
    if isinstance(target, str) and isinstance(actual, str):
        if PREDIKAT.index(actual) > PREDIKAT.index(target):
            yield year.finding(
                name if realisasi is row else "realisasi",
                _("the grade is below its target {target}: letters do not say by how much").format(
                    target=target
                ),
                row=realisasi,
                column="realisasi",
                expected=_("{target} or better, or numbers").format(target=target),
                mend=_("set satuan to indeks, and write the scores as target and realisasi"),
            )
    elif isinstance(target, Decimal) and not target and (arah == "naik" or actual):
        yield year.finding(
            name,
            _("the target is 0: achievement is a division by the target"),
            row=row,
            column="target",
            expected=_("a target above 0; 0 only with arah turun and a realisasi of 0"),
            mend=_("write the target of the agreement, or choose another indicator"),
        )


def pagu(year: Year) -> Iterator[Finding]:
    """Absorption can be computed from every revised budget."""
    for row in year.rows("anggaran"):
        if row["tahap"] == "perubahan" and row["pagu"] == 0:
            yield _no_pagu(year, "anggaran", row)


def alokasi(year: Year) -> Iterator[Finding]:
    """A part of a programme has both amounts, the whole programme none."""
    for row in year.rows("alokasi_sasaran"):
        empty = [column for column in ("pagu", "realisasi") if row[column] is None]
        if len(empty) == 1:
            yield year.finding(
                "alokasi_sasaran",
                _("only one of the two amounts is there"),
                row=row,
                column=empty[0],
                expected=_("both amounts, or none for the whole programme"),
                mend=_("fill in the other amount, or empty both"),
            )
        if row["pagu"] == 0:
            yield _no_pagu(year, "alokasi_sasaran", row)


def _no_pagu(year: Year, name: str, row: Row) -> Finding:
    return year.finding(
        name,
        _("the pagu is 0: absorption is a division by the pagu"),
        row=row,
        column="pagu",
        expected=_("an amount above 0"),
        mend=_("write the pagu; a programme without money has no row in any file"),
    )
