"""Rules: the files of a year hold together, and no row that the report needs is missing."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip.data.year import Year
from lkjip.errors import Finding
from lkjip.i18n import _


def sasaran(year: Year) -> Iterator[Finding]:
    """Tujuan stand above sasaran, and both are measured."""
    jenis = {row["kode"]: row["jenis"] for row in year.rows("sasaran")}
    measured = {row["sasaran"] for row in year.rows("indikator")}
    for row in year.rows("sasaran"):
        above = row["induk"]
        if row["jenis"] == "tujuan" and above is not None:
            yield year.finding(
                "sasaran",
                _("a tujuan stands below nothing"),
                row=row,
                column="induk",
                expected=_("an empty cell"),
                mend=_("empty the cell, or change jenis to sasaran"),
            )
        if row["jenis"] == "sasaran" and jenis.get(above) != "tujuan":
            yield year.finding(
                "sasaran",
                _("a sasaran stands below a tujuan"),
                row=row,
                column="induk",
                expected=_("the code of a tujuan"),
                mend=_("write the code of a row whose jenis is tujuan"),
            )
        if row["kode"] not in measured:
            yield year.finding(
                "sasaran",
                _("nothing measures this {jenis}").format(jenis=row["jenis"]),
                row=row,
                column="kode",
                expected=_("an indicator in {file}").format(file=year.tables["indikator"].file),
                mend=_("add an indicator with this code in the column sasaran"),
            )


def unit(year: Year) -> Iterator[Finding]:
    """The organisation is a tree, and a unit with programmes has a name for Tabel 3.8."""
    above = {row["kode"]: row["induk"] for row in year.rows("unit")}
    busy = {row["unit"] for row in year.rows("program")}
    for row in year.rows("unit"):
        seen = {row["kode"]}
        up = row["induk"]
        while up is not None and up not in seen:
            seen.add(up)
            up = above.get(up)
        if up is not None:
            yield year.finding(
                "unit",
                _("the unit stands below itself"),
                row=row,
                column="induk",
                expected=_("a unit higher up, or an empty cell for a top unit"),
                mend=_("correct the code of the unit above"),
            )
        if row["kode"] in busy and row["nama_singkat"] is None:
            yield year.finding(
                "unit",
                _("the unit has programmes but no short name"),
                row=row,
                column="nama_singkat",
                expected=_("the name that heads its programmes in Tabel 3.8"),
                mend=_("fill in the short name"),
            )


def indikator(year: Year) -> Iterator[Finding]:
    """Every indicator has its targets and this year's realisasi."""
    jenis = {row["kode"]: row["jenis"] for row in year.rows("sasaran")}
    targets = {(row["indikator"], row["dokumen"], row["tahun"]) for row in year.rows("target")}
    actuals = {(row["indikator"], row["tahun"]) for row in year.rows("realisasi")}
    for row in year.rows("indikator"):
        kode = row["kode"]
        for dokumen, tahun in year.compared():
            # A tujuan is planned in the IKU, a sasaran in the agreements and in the Renstra.
            planned = (dokumen == "iku") == (jenis.get(row["sasaran"]) == "tujuan")
            if planned and (kode, dokumen, tahun) not in targets:
                yield _missing(year, "target", (str(kode), dokumen, str(tahun)))
        if (kode, year.tahun) not in actuals:
            yield _missing(year, "realisasi", (str(kode), str(year.tahun)))


def program(year: Year) -> Iterator[Finding]:
    """Every programme has both budgets, its spending and its performance."""
    have = {
        name: {tuple(row[key] for key in keys) for row in year.rows(name)}
        for name, keys in (
            ("anggaran", ("program", "tahap")),
            ("realisasi_anggaran", ("program",)),
            ("kinerja_program", ("program",)),
        )
    }
    for row in year.rows("program"):
        kode = str(row["kode"])
        for name, key in (
            ("anggaran", (kode, "murni")),
            ("anggaran", (kode, "perubahan")),
            ("realisasi_anggaran", (kode,)),
            ("kinerja_program", (kode,)),
        ):
            if key not in have[name]:
                yield _missing(year, name, key)


def alokasi(year: Year) -> Iterator[Finding]:
    """Every sasaran has a programme that pays for it."""
    have = {row["sasaran"] for row in year.rows("alokasi_sasaran")}
    for row in year.rows("sasaran"):
        if row["jenis"] == "sasaran" and row["kode"] not in have:
            yield _missing(year, "alokasi_sasaran", (str(row["kode"]),))


def pegawai(year: Year) -> Iterator[Finding]:
    """Staff is counted in every dimension."""
    have = {row["dimensi"] for row in year.rows("pegawai")}
    field = next(field for field in year.tables["pegawai"].schema.fields if field.enum)
    for dimensi in field.enum or ():
        if dimensi not in have:
            yield _missing(year, "pegawai", (dimensi,))


def labour_market(year: Year) -> Iterator[Finding]:
    """The counts of the labour market have rows of this year."""
    for name in ("pengangguran", "ketenagakerjaan"):
        if year.tahun not in {row["tahun"] for row in year.rows(name)}:
            yield year.finding(
                name,
                _("there is no row for {year}").format(year=year.tahun),
                column="tahun",
                expected=str(year.tahun),
                mend=_("add the rows of the year"),
            )


def _missing(year: Year, name: str, key: tuple[str, ...]) -> Finding:
    schema = year.tables[name].schema
    columns = schema.columns[: len(key)]
    return year.finding(
        name,
        _("there is no row for {key}").format(key=", ".join(key)),
        column=", ".join(columns),
        expected=", ".join([*key, *(f"<{name}>" for name in schema.columns[len(key) :])]),
        mend=_("add the row"),
    )
