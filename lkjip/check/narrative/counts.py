"""Facts about people, cases, families, single numbers and days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any

from lkjip.check.narrative.facts import Fact
from lkjip.check.year import Origin, Year, number, sign, total, value
from lkjip.data.validate import Row
from lkjip.kata import slug

_PEOPLE = ("orang", "pegawai")
_SEXES = (("laki_laki", "laki-laki"), ("perempuan", "perempuan"))
_PATHS = ("bipartit", "mediasi", "konsiliasi", "arbitrase", "pengadilan")
_DISPUTES = (
    ("jumlah", "kasus", _PATHS),
    ("bipartit", "bipartit", ("bipartit",)),
    ("selesai", "selesai", ("selesai",)),
    ("proses", "proses", ("dalam_proses",)),
)
_FAMILIES = ("keluarga", "kepala keluarga", "kk")


def _staff(year: Year) -> Iterator[Fact]:
    rows = year.content.tables["pegawai"].rows
    for dimension, group in groupby(rows, key=lambda row: str(row["dimensi"])):
        part = list(group)
        yield from _people(year, f"pegawai.{dimension}", part, "")
        for row in part:
            key = f"pegawai.{dimension}.{slug(str(row['kategori']))}"
            yield from _people(year, key, [row], key)


def _people(year: Year, key: str, rows: Sequence[Row], subject: str) -> Iterator[Fact]:
    both: list[Origin] = []
    for column, word in _SEXES:
        cells: tuple[Origin, ...] = tuple(("pegawai", row, column) for row in rows)
        both += cells
        nouns = (*_PEOPLE, word)
        yield Fact(
            f"{key}.{word}", subject, word, "jumlah", total(cells), cells, year.tahun, nouns=nouns
        )
    id = f"{key}.jumlah" if subject else "pegawai.jumlah"
    found = total(both)
    yield Fact(id, subject, "pegawai", "jumlah", found, tuple(both), year.tahun, nouns=_PEOPLE)


def _disputes(year: Year) -> Iterator[Fact]:
    rows = year.content.tables["sengketa"].rows
    yield from _cases(year, "sengketa", rows, "")
    for row in rows:
        key = f"sengketa.{slug(str(row['jenis']))}"
        yield from _cases(year, key, [row], key)


def _cases(year: Year, key: str, rows: Sequence[Row], subject: str) -> Iterator[Fact]:
    nouns = ("kasus", "perselisihan", "sengketa")
    found: dict[str, Any] = {}
    for id, aspect, columns in _DISPUTES:
        cells: tuple[Origin, ...] = tuple(("sengketa", r, c) for r in rows for c in columns)
        name = "" if id == "bipartit" and not subject else f"{key}.{id}"
        found[id] = total(cells)
        yield Fact(name, subject, aspect, "jumlah", found[id], cells, year.tahun, nouns=nouns)
    if not subject and found["jumlah"] and found["selesai"] is not None:
        share = Fraction(100 * found["selesai"], found["jumlah"])
        cells = tuple(("sengketa", r, c) for r in rows for c in (*_PATHS, "selesai"))
        rounding = year.rounding("sengketa", "selesai")
        yield Fact(
            f"{key}.selesai.persen", "", "selesai", "persen", share, cells, year.tahun, rounding
        )


def _unemployed(year: Year) -> Iterator[Fact]:
    rows = year.content.tables["pengangguran"].rows
    if not rows:
        return
    groups: dict[str, list[Row]] = {"pengangguran": list(rows)}
    for row in rows:
        groups.setdefault(f"pengangguran.{slug(str(row['pendidikan']))}", []).append(row)
    for key, part in groups.items():
        ids = ("jumlah", "jumlah.lalu") if key == "pengangguran" else ("kini", "lalu")
        yield from _group(year, key, part, *ids)


def _group(year: Year, key: str, rows: list[Row], kini: str, lalu: str) -> Iterator[Fact]:
    """The unemployed of one level of education, this year and last year."""
    nouns = ("orang", "penganggur")

    def cells(tahun: int) -> tuple[Origin, ...]:
        return tuple(("pengangguran", row, "jumlah") for row in rows if row["tahun"] == tahun)

    def fact(id: str, aspect: str, kind: str, value: Any, *cells: Origin, **more: Any) -> Fact:
        tahun = more.pop("tahun", year.tahun)
        return Fact(f"{key}.{id}", key, aspect, kind, value, cells, tahun, **more)

    this, last = cells(year.tahun), cells(year.tahun - 1)
    now, before = total(this), total(last)
    yield fact(kini, "penganggur", "jumlah", now, *this, nouns=nouns)
    yield fact(lalu, "penganggur", "jumlah", before, *last, nouns=nouns, tahun=year.tahun - 1)
    yield fact("arah", "penganggur", "arah", sign(now, before), *this, *last)
    if now is None or before is None:
        return
    change = abs(now - before)
    yield fact("selisih", "perubahan", "jumlah", change, *this, *last, nouns=nouns)
    if before:
        rounding = year.rounding("pengangguran", "persen")
        share = Fraction(100 * change, before)
        yield fact("persen", "perubahan", "persen", share, *this, *last, rounding=rounding)


def _labour(year: Year) -> Iterator[Fact]:
    for column in ("penduduk_usia_kerja", "angkatan_kerja"):
        cells = year.one("ketenagakerjaan", column, tahun=year.tahun)
        nouns = ("orang", "penduduk", "jiwa")
        yield Fact(
            slug(column), "", column, "jumlah", number(cells), cells, year.tahun, nouns=nouns
        )


def _transmigration(year: Year) -> Iterator[Fact]:
    families = year.column("transmigrasi", "keluarga")
    sent = total(families)
    aspect = "transmigrasi"
    yield Fact(
        "transmigrasi.keluarga", "", aspect, "jumlah", sent, families, year.tahun, nouns=_FAMILIES
    )
    for cell in families:
        key = f"transmigrasi.{cell[1]['urutan']}"
        found = number((cell,))
        yield Fact(
            f"{key}.keluarga", key, aspect, "jumlah", found, (cell,), year.tahun, nouns=_FAMILIES
        )
        day = ("transmigrasi", cell[1], "tanggal_berangkat")
        yield Fact(f"{key}.tanggal", key, "tanggal", "tanggal", value((day,)), (day,), year.tahun)
    asked = tuple(
        cell for cell in year.column("fakta", "nilai") if _code(cell).startswith("pendaftar_")
    )
    applied = total(asked)
    if applied is not None and sent is not None:
        nouns = (*_FAMILIES, "orang", "pendaftar")
        yield Fact(
            "transmigrasi.menunggu",
            "",
            "menunggu",
            "jumlah",
            applied - sent,
            (*families, *asked),
            year.tahun,
            nouns=nouns,
        )


def _code(cell: Origin) -> str:
    return str(cell[1]["kode"])


def _single(year: Year) -> Iterator[Fact]:
    """Single facts; their own words say what they are about."""
    for cell in year.column("fakta", "nilai"):
        unit, code = str(cell[1]["satuan"]), _code(cell)
        kind, found = ("rupiah" if unit == "rupiah" else "jumlah"), number((cell,))
        if code.startswith("jumlah_"):
            id, subject, aspect = f"{code.removeprefix('jumlah_')}.jumlah", "", "jumlah"
        else:
            id = subject = f"fakta.{code}"
            aspect = "fakta"
        nouns = (unit, *code.split("_"))
        yield Fact(id, subject, aspect, kind, found, (cell,), year.tahun, nouns=nouns)


def _office(year: Year) -> Iterator[Fact]:
    """Days and civil servant numbers of ``instansi.yml``."""
    office = year.instansi
    days = {"laporan": (office.laporan.tanggal, "laporan.tanggal")}
    roles = {"penandatangan": office.laporan.penandatangan}
    for name, signed in office.perjanjian.items():
        days[name] = (signed.tanggal, f"perjanjian.{name}.tanggal")
        roles[f"{name}.pihak-pertama"] = signed.pihak_pertama
        roles[f"{name}.pihak-kedua"] = signed.pihak_kedua
    for name, (day, setting) in days.items():
        yield Fact(
            f"{name}.tanggal", name, "tanggal", "tanggal", day, (), year.tahun, setting=setting
        )
    for role, person in roles.items():
        digits = (person.nip or "").replace(" ", "") or None
        setting = f"pejabat.{person.kunci}.nip"
        yield Fact(f"{role}.nip", role, "nip", "nip", digits, (), year.tahun, setting=setting)


PARTS = (_staff, _disputes, _unemployed, _labour, _transmigration, _single, _office)
"""What makes facts, in order."""
