"""Facts about indicators, programmes and the budget."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from lkjip.check.narrative.facts import Fact
from lkjip.check.year import Origin, Year, attempt, number, sign, total, value
from lkjip.data.validate import Row
from lkjip.kata import slug
from lkjip.kinerja import predikat, serapan

_UNITLESS = ("persen", "predikat", "indeks")


def _indicators(year: Year) -> Iterator[Fact]:
    for row in year.content.tables["indikator"].rows:
        indicator = _Indicator(year, row)
        yield from indicator.measured()
        yield from indicator.compared()
        yield from indicator.reached()


class _Indicator:
    """One indicator: its target, what was reached, and what that means."""

    def __init__(self, year: Year, row: Row) -> None:
        self.year, self.row = year, row
        self.code, self.unit = str(row["kode"]), str(row["satuan"])
        self.target = year.target(self.code)
        self.real = self._realisasi(year.tahun)
        self.before = self._realisasi(year.tahun - 1)
        self.end = year.one(
            "target",
            "target",
            indikator=self.code,
            dokumen="renstra",
            tahun=year.instansi.periode.akhir,
        )

    def _realisasi(self, tahun: int) -> tuple[Origin, ...]:
        return self.year.one("realisasi", "realisasi", indikator=self.code, tahun=tahun)

    def _fact(
        self, id: str, aspect: str, kind: str, value: Any, cells: tuple[Origin, ...], **more: Any
    ) -> Fact:
        tahun = more.pop("tahun", self.year.tahun)
        name = f"{self.code}.{id}" if id else ""
        return Fact(name, self.code, aspect, kind, value, cells, tahun, **more)

    def _measure(self, id: str, aspect: str, cells: tuple[Origin, ...], tahun: int) -> Fact:
        """A measured value in the unit of the indicator."""
        found = value(cells)
        if isinstance(found, str):
            return self._fact(id, aspect, "kelas", found, cells, tahun=tahun)
        kind = "persen" if self.unit == "persen" else "jumlah"
        nouns = () if self.unit in _UNITLESS else (self.unit,)
        return self._fact(id, aspect, kind, number(cells), cells, tahun=tahun, nouns=nouns)

    def measured(self) -> Iterator[Fact]:
        """Targets, and what was reached this year and before."""
        tahun = self.year.tahun
        yield self._measure("target", "target", self.target, tahun)
        yield self._measure("target.renstra", "renstra", self.end, self.year.instansi.periode.akhir)
        ids = {tahun: "realisasi", tahun - 1: "realisasi.lalu"}
        for cell in self.year.column("realisasi", "realisasi", indikator=self.code):
            of = int(str(cell[1]["tahun"]))
            yield self._measure(ids.get(of, ""), "realisasi", (cell,), of)

    def compared(self) -> Iterator[Fact]:
        """How this year stands to the target and to last year."""
        to_target, to_last = (*self.real, *self.target), (*self.real, *self.before)
        done, aim, last = value(self.real), value(self.target), value(self.before)
        yield self._fact("banding.target", "target", "banding", sign(done, aim), to_target)
        yield self._fact("arah", "realisasi", "arah", sign(done, last), to_last)
        kind = "poin" if self.unit == "persen" else "jumlah"
        now = number(self.real)
        for id, aspect, other, cells in (
            ("selisih.target", "selisih", number(self.target), to_target),
            ("perubahan", "perubahan", number(self.before), to_last),
        ):
            if now is not None and other is not None:
                yield self._fact(id, aspect, kind, abs(now - other), cells)

    def reached(self) -> Iterator[Fact]:
        """Achievement, progress, use of money and efficiency."""
        year, arah = self.year, str(self.row["arah"])
        done, both = value(self.real), (*self.target, *self.real)
        part = year.capaian(value(self.target), done, arah)
        rounding = year.rounding("capaian", "capaian")
        yield self._fact("capaian", "capaian", "persen", part, both, rounding=rounding)
        if part is not None:
            scale = year.instansi.pengaturan.skala_capaian.kelas
            yield self._fact("predikat", "capaian", "kelas", predikat(part, scale), both)
        progress = year.capaian(value(self.end), done, arah)
        rounding = year.rounding("renstra", "kemajuan")
        cells = (*self.end, *self.real)
        yield self._fact("kemajuan", "kemajuan", "persen", progress, cells, rounding=rounding)
        pagu, spent = year.money(str(self.row["sasaran"]))
        used = attempt(serapan, total(spent), total(pagu))
        rounding = year.rounding("efisiensi", "serapan")
        money = (*pagu, *spent)
        yield self._fact("serapan", "serapan", "persen", used, money, rounding=rounding)
        saved = year.efisiensi("efisiensi", part, used)
        rounding = year.rounding("efisiensi", "efisiensi")
        yield self._fact(
            "efisiensi", "efisiensi", "persen", saved, (*both, *money), rounding=rounding
        )
        yield self._fact("", "pagu", "rupiah", total(pagu), pagu)
        yield self._fact("", "dipakai", "rupiah", total(spent), spent)


def _programmes(year: Year) -> Iterator[Fact]:
    for row in year.content.tables["program"].rows:
        programme = _Programme(year, str(row["kode"]))
        yield from programme.money()
        yield from programme.work()


class _Programme:
    """One programme: its money and its performance."""

    def __init__(self, year: Year, code: str) -> None:
        self.year, self.code, self.key = year, code, f"program.{slug(code)}"
        self.pagu = year.one("anggaran", "pagu", program=code, tahap="perubahan")
        self.first = year.one("anggaran", "pagu", program=code, tahap="murni")
        self.spent = year.one("realisasi_anggaran", "realisasi", program=code)
        self.target = year.one("kinerja_program", "target", program=code)
        self.done = year.one("kinerja_program", "realisasi", program=code)
        self.used = attempt(serapan, value(self.spent), value(self.pagu))

    def _fact(
        self, id: str, aspect: str, kind: str, value: Any, cells: tuple[Origin, ...], **more: Any
    ) -> Fact:
        name = f"{self.key}.{id}" if id else ""
        return Fact(name, self.key, aspect, kind, value, cells, self.year.tahun, **more)

    def money(self) -> Iterator[Fact]:
        """What it may spend, spent, and how that changed."""
        now, before = value(self.pagu), value(self.first)
        yield self._fact("pagu", "pagu", "rupiah", now, self.pagu)
        yield self._fact("", "murni", "rupiah", before, self.first)
        yield self._fact("realisasi", "dipakai", "rupiah", value(self.spent), self.spent)
        both = (*self.pagu, *self.first)
        yield self._fact("perubahan.arah", "pagu", "arah", sign(now, before), both)
        if now is not None and before is not None:
            yield self._fact("perubahan", "perubahan", "rupiah", abs(now - before), both)
        rounding = self.year.rounding("realisasi-anggaran", "serapan")
        cells = (*self.pagu, *self.spent)
        yield self._fact("serapan", "serapan", "persen", self.used, cells, rounding=rounding)

    def work(self) -> Iterator[Fact]:
        """What it set out to do, did, and what that means."""
        activities = self.year.column("kegiatan", "nama", program=self.code)
        count = len(activities) or None
        yield self._fact(
            "kegiatan.jumlah", "kegiatan", "jumlah", count, activities, nouns=("kegiatan",)
        )
        if not self.target:
            return
        row, both = self.target[0][1], (*self.target, *self.done)
        unit = str(row["satuan"])
        kind = "persen" if unit == "persen" else "jumlah"
        nouns = () if unit in _UNITLESS else (unit,)
        for aspect, cells in (("target", self.target), ("realisasi", self.done)):
            yield self._fact(f"kinerja.{aspect}", aspect, kind, number(cells), cells, nouns=nouns)
        aim, done = value(self.target), value(self.done)
        yield self._fact("", "target", "banding", sign(done, aim), (*self.done, *self.target))
        reached = self.year.capaian(aim, done, str(row["arah"]))
        rounding = self.year.rounding("analisis-efisiensi", "capaian")
        yield self._fact("capaian", "capaian", "persen", reached, both, rounding=rounding)
        saved = self.year.efisiensi("analisis-efisiensi", reached, self.used)
        rounding = self.year.rounding("analisis-efisiensi", "efisiensi")
        cells = (*both, *self.pagu, *self.spent)
        yield self._fact("efisiensi", "efisiensi", "persen", saved, cells, rounding=rounding)


def _budget(year: Year) -> Iterator[Fact]:
    """Totals of the office, and what the sasaran have of them."""
    revised = year.column("anggaran", "pagu", tahap="perubahan")
    first = year.column("anggaran", "pagu", tahap="murni")
    spent = year.column("realisasi_anggaran", "realisasi")
    pagu, murni, used = total(revised), total(first), total(spent)

    def fact(id: str, aspect: str, kind: str, value: Any, *cells: Origin, **more: Any) -> Fact:
        return Fact(id, "", aspect, kind, value, cells, year.tahun, **more)

    yield fact("anggaran.pagu", "pagu", "rupiah", pagu, *revised)
    yield fact("anggaran.murni", "murni", "rupiah", murni, *first)
    yield fact("anggaran.realisasi", "dipakai", "rupiah", used, *spent)
    change = None if pagu is None or murni is None else abs(pagu - murni)
    yield fact("anggaran.perubahan", "perubahan", "rupiah", change, *revised, *first)
    yield fact("anggaran.perubahan.arah", "pagu", "arah", sign(pagu, murni), *revised, *first)
    left = None if pagu is None or used is None else pagu - used
    yield fact("anggaran.sisa", "sisa", "rupiah", left, *revised, *spent)
    rounding = year.rounding("realisasi-anggaran", "serapan")
    part = attempt(serapan, used, pagu)
    yield fact("anggaran.serapan", "serapan", "persen", part, *revised, *spent, rounding=rounding)
    yield from _shares(year, revised)


def _shares(year: Year, revised: tuple[Origin, ...]) -> Iterator[Fact]:
    rounding = year.rounding("alokasi-sasaran", "alokasi")
    goals = [row["kode"] for row in year.rows("sasaran", jenis="sasaran")]
    parts = {goal: year.money(str(goal))[0] for goal in goals}
    cells = tuple(cell for part in parts.values() for cell in part)
    whole, pagu = total(cells), total(revised)
    yield Fact("alokasi.jumlah", "", "alokasi", "rupiah", whole, cells, year.tahun)
    if not whole or not pagu:
        return
    share = Fraction(100 * whole, pagu)
    both = (*cells, *revised)
    # No column of a table: rounded as all that has no rule of its own.
    other = year.rounding("alokasi", "persen")
    yield Fact("alokasi.persen", "", "alokasi", "persen", share, both, year.tahun, other)
    for row in year.content.tables["indikator"].rows:
        part = total(parts.get(row["sasaran"], ()))
        if part is not None:
            share = Fraction(100 * part, whole)
            code = str(row["kode"])
            yield Fact("", code, "alokasi", "persen", share, cells, year.tahun, rounding)


def _structure(year: Year) -> Iterator[Fact]:
    """How many programmes, sasaran, indicators and bidang there are, and how many succeeded."""

    def count(id: str, noun: str, cells: tuple[Origin, ...], aspect: str = "jumlah") -> Fact:
        return Fact(id, "", aspect, "jumlah", len(cells), cells, year.tahun, nouns=(noun,))

    goals = year.column("sasaran", "nama", jenis="sasaran")
    codes = {row["kode"] for _name, row, _column in goals}
    rows = [row for row in year.content.tables["indikator"].rows if row["sasaran"] in codes]
    yield count("program.jumlah", "program", year.column("program", "nama"))
    yield count("sasaran.jumlah", "sasaran", goals)
    yield count("indikator.jumlah", "indikator", tuple(("indikator", row, "nama") for row in rows))
    fields = year.column("unit", "nama", induk=None)
    bidang = tuple(cell for cell in fields if str(value((cell,))).startswith("Bidang"))
    yield count("unit.bidang.jumlah", "bidang", bidang)
    yield from _succeeded(year, rows)


def _succeeded(year: Year, rows: list[Row]) -> Iterator[Fact]:
    """How many indicators of the sasaran reached their target."""
    cells: list[Origin] = []
    counts = dict.fromkeys(("tercapai", "tidak-tercapai", "melampaui", "tepat"), 0)
    for row in rows:
        code = str(row["kode"])
        target = year.target(code)
        real = year.one("realisasi", "realisasi", indikator=code, tahun=year.tahun)
        stands = sign(value(real), value(target))
        if stands is None:
            return
        better = stands if row["arah"] == "naik" else -stands
        counts["tidak-tercapai" if better < 0 else "tercapai"] += 1
        counts["melampaui"] += better > 0
        counts["tepat"] += better == 0
        cells += [*target, *real]
    for name, found in counts.items():
        yield Fact(
            f"capaian.jumlah-{name}",
            "",
            name,
            "jumlah",
            found,
            tuple(cells),
            year.tahun,
            nouns=("indikator",),
        )


PARTS = (_indicators, _programmes, _budget, _structure)
"""What makes facts, in order."""
