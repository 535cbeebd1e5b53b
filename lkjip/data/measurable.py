"""Rules: achievement and absorption can be computed from every row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from lkjip.data.cells import PREDIKAT, Value
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
            yield from _divisible(year, "kinerja_program", row, row["realisasi"], row["arah"])
            yield from _reached(year, "kinerja_program", row, [(row["target"], "")])


def indikator(year: Year) -> Iterator[Finding]:
    """Achievement can be computed from every target that is due this year, and of any progress."""
    actual = {row["indikator"]: row for row in year.rows("realisasi") if row["tahun"] == year.tahun}
    held_against = [
        row for row in year.rows("target") if (row["dokumen"], row["tahun"]) in year.compared()
    ]
    for measured in year.rows("indikator"):
        realisasi = actual.get(measured["kode"])
        if realisasi is None:
            continue
        targets = [row for row in held_against if row["indikator"] == measured["kode"]]
        for row in targets:
            yield from _divisible(year, "target", row, realisasi["realisasi"], measured["arah"])
        # What is due later may be above this year's grade: it prints without a percentage.
        due = [row for row in targets if int(str(row["tahun"])) <= year.tahun]
        names = [(row["target"], f"{row['dokumen']} {row['tahun']}") for row in due]
        yield from _reached(year, "realisasi", realisasi, names)


def _kind(year: Year, name: str, row: Row, column: str, satuan: str | None) -> Iterator[Finding]:
    graded = isinstance(row[column], str)
    if satuan is None or row[column] is None or graded == (satuan == "predikat"):
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


def _divisible(
    year: Year, name: str, row: Row, realisasi: Value | None, arah: Value | None
) -> Iterator[Finding]:
    target = row["target"]
    if isinstance(target, Decimal) and not target and (arah == "naik" or realisasi):
        yield year.finding(
            name,
            _("the target is 0: achievement is a division by the target"),
            row=row,
            column="target",
            expected=_("a target above 0; 0 only with arah turun and a realisasi of 0"),
            mend=_("write the target of the agreement, or choose another indicator"),
        )


def _reached(
    year: Year, name: str, row: Row, targets: Iterable[tuple[Value | None, str]]
) -> Iterator[Finding]:
    """A grade is not below its targets; `targets` are grades, each with where it stands."""
    actual = row["realisasi"]
    missed: dict[str, list[str]] = {}
    for target, place in targets:
        if isinstance(actual, str) and isinstance(target, str) and _rank(actual) > _rank(target):
            missed.setdefault(target, []).append(place)
    if not missed:
        return
    best = min(missed, key=_rank)
    shown = [
        f"{target} ({', '.join(places)})" if any(places) else target
        for target, places in sorted(missed.items(), key=lambda item: _rank(item[0]))
    ]
    yield year.finding(
        name,
        _("the grade is below its target {target}: letters do not say by how much").format(
            target=", ".join(shown)
        ),
        row=row,
        column="realisasi",
        expected=_("{target} or better, or numbers").format(target=best),
        mend=_(
            "set satuan to indeks, and write the scores as target and realisasi, of all years and "
            "of the Renstra too"
        ),
    )


def _rank(grade: str) -> int:
    return PREDIKAT.index(grade)


def pagu(year: Year) -> Iterator[Finding]:
    """Absorption can be computed from every revised budget."""
    for row in year.rows("anggaran"):
        if row["tahap"] == "perubahan" and row["pagu"] == 0:
            yield _no_pagu(year, "anggaran", row)


def alokasi(year: Year) -> Iterator[Finding]:
    """The whole of a programme has no amounts of its own, and a part has a pagu above 0."""
    for row in year.rows("alokasi_sasaran"):
        for column in ("pagu", "realisasi"):
            if row["cakupan"] == "seluruh" and row[column] is not None:
                yield year.finding(
                    "alokasi_sasaran",
                    _("the whole programme pays, and yet there is an amount"),
                    row=row,
                    column=column,
                    expected=_("an empty cell: the amounts of the whole programme hold"),
                    mend=_("empty the cell, or change cakupan to sebagian"),
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
