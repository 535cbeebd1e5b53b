"""A year at the edge of what an office may have: `make_stress` turns a copy of the project into it.

Forty programmes, thirty indicators, names of 250 characters, fifteen digits of rupiah and ten years
of history. The same input gives the same files.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from itertools import count, cycle, islice
from pathlib import Path

from lkjip.paths import Project

PROGRAMS = 40
INDICATORS = 30
NAME = 250
HISTORY = 10

Rows = list[dict[str, str]]

_TEXT = (
    "peningkatan kualitas penyelenggaraan pelayanan ketenagakerjaan dan ketransmigrasian yang "
    "terpadu inklusif serta berkelanjutan melalui penguatan kelembagaan pengawasan pembinaan "
    "pelatihan berbasis kompetensi penempatan tenaga kerja perlindungan pekerja migran Indonesia "
    "di seluruh kecamatan Kabupaten Blitar termasuk wilayah selatan"
)


def make_stress(project: Project, year: int = 2022) -> None:
    """Rewrite the data of a year.

    Parameters
    ----------
    project
        A copy of the project; its files are changed.
    year
        The fiscal year whose data is replaced.
    """
    folder = project.data / str(year)
    _edit(folder, "sasaran", _sasaran)
    _edit(folder, "indikator", _indikator)
    codes = [row["kode"] for row in _read(folder, "indikator")[1]]
    new = [code for code in codes if code.startswith("x")]
    _edit(folder, "target", lambda rows: rows + list(_targets(new, year)))
    _edit(folder, "realisasi", lambda rows: list(_history(codes, year)))
    units = [row["unit"] for row in _read(folder, "program")[1]]
    _edit(folder, "program", lambda _rows: list(_programs(units)))
    programs = [f"P{n}" for n in range(1, PROGRAMS + 1)]
    _edit(folder, "anggaran", lambda _rows: list(_budget(programs)))
    _edit(
        folder,
        "realisasi_anggaran",
        lambda _rows: [
            {"program": code, "realisasi": str(_pagu(n) - 12_345_678_901 * n)}
            for n, code in enumerate(programs, start=1)
        ],
    )
    _edit(folder, "kinerja_program", lambda _rows: list(_performance(programs)))
    _edit(folder, "alokasi_sasaran", lambda rows: rows + list(_allocation()))
    _edit(
        folder,
        "kegiatan",
        lambda rows: (
            rows
            + [
                {"program": code, "urutan": str(n), "nama": long_name(f"Kegiatan {code} {n}", 120)}
                for code in programs[6:]
                for n in (1, 2)
            ]
        ),
    )


def long_name(head: str, length: int = NAME) -> str:
    """A name of exactly so many characters that begins with `head`."""
    text = head
    words = _TEXT.split()
    start = sum(map(ord, head)) % len(words)
    for word in islice(cycle(words), start, None):
        if len(text) + 1 + len(word) > length:
            break
        text += f" {word}"
    return text + " " * (len(text) < length) + "x" * (length - len(text) - 1)


def _sasaran(rows: Rows) -> Rows:
    kept = [row | {"nama": long_name(row["nama"])} for row in rows if row["jenis"] == "sasaran"]
    more = [
        {"kode": f"S{n}", "jenis": "sasaran", "induk": "T1", "nama": long_name(f"Terwujudnya {n}")}
        for n in range(len(kept) + 1, INDICATORS // 2 + 1)
    ]
    return [row for row in rows if row["jenis"] != "sasaran"] + kept + more


def _indikator(rows: Rows) -> Rows:
    kept = [row | {"nama": long_name(row["nama"])} for row in rows]
    last = kept[-1]
    more = [
        last
        | {
            "kode": f"x{n}",
            "sasaran": f"S{1 + n % (INDICATORS // 2)}",
            "nama": long_name(f"Persentase ke-{n}"),
            "satuan": ("persen", "orang", "kasus", "indeks")[n % 4],
            "arah": "turun" if n % 5 == 0 else "naik",
            "definisi_operasional": long_name(f"Perbandingan {n}"),
        }
        for n in range(len(kept) + 1, INDICATORS + 1)
    ]
    order = {f"S{n}": n for n in range(1, INDICATORS // 2 + 1)}
    return sorted(kept + more, key=lambda row: order.get(row["sasaran"], 0))


def _targets(codes: Iterable[str], year: int) -> Iterable[dict[str, str]]:
    for n, code in enumerate(codes):
        for dokumen, due, target in (
            ("pk", year, 100 + n * 37),
            ("pk-perubahan", year, 101 + n * 37),
            ("renstra", 2026, 900 + n * 1000),
        ):
            yield {
                "indikator": code,
                "dokumen": dokumen,
                "tahun": str(due),
                "target": f"{target}.25" if n % 4 == 3 else str(target),
            }


def _history(codes: Iterable[str], year: int) -> Iterable[dict[str, str]]:
    for n, code in enumerate(codes):
        for back in reversed(range(HISTORY)):
            value = "BB" if code == "sakip" else str(60 + (n * 7 + back * 13) % 60)
            if code != "sakip" and n % 3 == 0:
                value += ".75"
            yield {"indikator": code, "tahun": str(year - back), "realisasi": value}


def _programs(units: list[str]) -> Iterable[dict[str, str]]:
    pick = cycle(dict.fromkeys(units))
    for n in range(1, PROGRAMS + 1):
        yield {
            "kode": f"P{n}",
            "nama": long_name(f"Program Nomor {n}"),
            "unit": next(pick),
            "sumber_dana": "DAU",
        }


def _pagu(n: int) -> int:
    return 100_000_000_000_000 + n * 22_345_678_901_23


def _budget(programs: list[str]) -> Iterable[dict[str, str]]:
    for n, code in enumerate(programs, start=1):
        for tahap, pagu in (("murni", _pagu(n) - 5_000_000_001), ("perubahan", _pagu(n))):
            yield {"program": code, "tahap": tahap, "pagu": str(pagu)}


def _performance(programs: list[str]) -> Iterable[dict[str, str]]:
    for n, code in zip(count(1), programs, strict=False):
        yield {
            "program": code,
            "satuan": "persen" if n % 2 else "orang",
            "arah": "naik",
            "target": str(90 + n),
            "realisasi": f"{80 + n}.5" if n % 2 else str(12_000 + n),
        }


def _allocation() -> Iterable[dict[str, str]]:
    for n in range(5, INDICATORS // 2 + 1):
        yield {
            "sasaran": f"S{n}",
            "program": f"P{n + 2}",
            "cakupan": "seluruh",
            "pagu": "",
            "realisasi": "",
        }


def _read(folder: Path, name: str) -> tuple[list[str], Rows]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or []), list(reader)


def _edit(folder: Path, name: str, change: Callable[[Rows], Rows]) -> None:
    fields, rows = _read(folder, name)
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(change(rows))
