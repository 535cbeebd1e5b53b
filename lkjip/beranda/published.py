"""What the published years say: their files, and how the indicators moved."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from lkjip.bundle.layout import is_final
from lkjip.kata import peringkat
from lkjip.paths import Project

# Exact values are numbers or fractions; anything else that compares is a grade.
_NUMERIC = re.compile(r"-?\d+(\.\d+|/\d+)?")


@dataclass(frozen=True)
class Angka:
    """A published value.

    Attributes
    ----------
    nilai
        Exact number, or the rank of a grade: only for the height of a point.
    teks
        As the report prints it, e.g. ``"72,79%"``.
    """

    nilai: Fraction
    teks: str


@dataclass(frozen=True)
class Tahun:
    """A published year.

    Attributes
    ----------
    tahun
        The fiscal year.
    nilai
        The values of its ``nilai.json`` by id.
    berkas
        Suffix (``"html"``, ``"pdf"``, ``"docx"``) → the report's place below the folder of years.
    final
        Whether it is no draft: a final report has its checksums.
    """

    tahun: int
    nilai: dict[str, Any]
    berkas: dict[str, str]
    final: bool

    def teks(self, id: str) -> str | None:
        """The main printed form of a value; None when there is no such value, or not yet."""
        entry = self.nilai.get(id)
        return None if not entry or entry.get("belum") else str(entry["bentuk"]["utama"])

    def angka(self, id: str) -> Angka | None:
        """A value that can be drawn; None when it is missing or is neither number nor grade."""
        teks, exact = self.teks(id), str(self.nilai.get(id, {}).get("nilai") or "")
        if teks is None or not exact:
            return None
        if _NUMERIC.fullmatch(exact):
            return Angka(Fraction(exact), teks)
        try:
            return Angka(Fraction(peringkat(exact)), teks)
        except KeyError:
            return None


@dataclass(frozen=True)
class Perkembangan:
    """How an indicator moved.

    Attributes
    ----------
    nama
        Its name in the latest report that has it.
    arah
        ``"naik"``, ``"turun"``, or ``""`` when no direction is the better one.
    realisasi, target
        Year → value, in the order of years.
    """

    nama: str
    arah: str
    realisasi: dict[int, Angka]
    target: dict[int, Angka]


def read_years(folder: Path) -> list[Tahun]:
    """The years published below a folder, the latest first."""
    found = []
    for path in folder.glob("[0-9][0-9][0-9][0-9]/nilai.json"):
        year = path.parent.name
        reports = sorted(path.parent.glob(f"*{year}*.*"))
        files = {file.suffix[1:]: f"{year}/{file.name}" for file in reports if file.is_file()}
        try:
            values = json.loads(path.read_text(encoding="utf-8"))["nilai"]
        except (ValueError, KeyError):
            # Not a report of ours, or one that was damaged: the others can still be shown.
            continue
        found.append(Tahun(int(year), values, files, is_final(path.parent)))
    return sorted(found, key=lambda year: -year.tahun)


def read_indicators(project: Project, years: Sequence[Tahun]) -> list[Perkembangan]:
    """The indicators of the years in the order of the latest one's ``indikator.csv``.

    Parameters
    ----------
    project
        Where the data of the years lie.
    years
        As :func:`read_years` gives them.
    """
    arah: dict[str, str] = {}
    for year in years:
        path = project.data / str(year.tahun) / "indikator.csv"
        if path.is_file():
            with path.open(encoding="utf-8-sig", newline="") as file:
                for row in csv.DictReader(file):
                    arah.setdefault(row["kode"], row["arah"])
    moved = [_moved(kode, years, arah[kode]) for kode in arah]
    moved.append(Perkembangan("Serapan anggaran", "", _over_years(years, "anggaran.serapan"), {}))
    return [one for one in moved if one.realisasi]


def _moved(kode: str, years: Sequence[Tahun], arah: str) -> Perkembangan:
    named = (year.teks(f"{kode}.nama") for year in years)
    own = _over_years(years, f"{kode}.realisasi")
    # A year's own report counts; the next one's "last year" fills in where there is none.
    before = {
        year - 1: angka for year, angka in _over_years(years, f"{kode}.realisasi.lalu").items()
    }
    return Perkembangan(
        nama=next(filter(None, named), kode),
        arah=arah,
        realisasi=dict(sorted((before | own).items())),
        target=_over_years(years, f"{kode}.target"),
    )


def _over_years(years: Sequence[Tahun], id: str) -> dict[int, Angka]:
    found = {year.tahun: year.angka(id) for year in reversed(years)}
    return {year: angka for year, angka in found.items() if angka is not None}
