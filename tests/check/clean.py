"""Projects whose data contradicts itself nowhere: a year, and the folder of the year before."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import yaml

from lkjip.data.schema import schemas
from lkjip.numbers import bulatkan
from lkjip.paths import Project

from .office import narrative, office

YEAR = 2024
Rows = list[dict[str, object]]

UNITS = (
    ("kepala", "", "Kepala Dinas", "Kepala Dinas", "Kepala Dinas"),
    ("sekretariat", "", "Sekretariat", "Sekretaris", "Sekretaris"),
    ("keuangan", "sekretariat", "Sub Bagian Keuangan", "", ""),
    ("latih", "", "Bidang Pelatihan Kerja", "Bidang Pelatihan", "Kepala Bidang Pelatihan Kerja"),
    ("instruktur", "latih", "Instruktur Ahli Muda Pelatihan", "", ""),
    ("tempat", "", "Bidang Penempatan", "Bidang Penempatan", "Kepala Bidang Penempatan"),
    ("pengantar", "tempat", "Pengantar Kerja Ahli Muda Informasi Pasar Kerja", "", ""),
    (
        "hubungan",
        "",
        "Bidang Hubungan Industrial",
        "Bidang HI",
        "Kepala Bidang Hubungan Industrial",
    ),
)
PROGRAMMES = (
    ("P1", "Program Penunjang Urusan Pemerintahan", "sekretariat"),
    ("P2", "Program Perencanaan Tenaga Kerja", "sekretariat"),
    ("P3", "Program Pelatihan dan Produktivitas", "latih"),
    ("P4", "Program Penempatan", "tempat"),
    ("P5", "Program Hubungan Industrial", "hubungan"),
    ("P6", "Program Pembangunan Kawasan Transmigrasi", "latih"),
)
SASARAN = {
    "S1": ("Meningkatnya lulusan pelatihan yang bekerja", "P3", "latih", "lulusan"),
    "S2": ("Bertambahnya kesempatan kerja", "P4", "tempat", "tpak"),
    "S3": ("Terjaganya hubungan industrial yang harmonis", "P5", "hubungan", "phi"),
    "S4": ("Akuntabilitas perangkat daerah", "P1", "sekretariat", "sakip"),
}
NAMES = {
    "tpt": (
        "Tingkat Pengangguran Terbuka",
        "persen",
        "turun",
        "Jumlah penganggur / angkatan kerja",
    ),
    "lulusan": (
        "Persentase lulusan pelatihan yang bekerja",
        "persen",
        "naik",
        "Jumlah lulusan yang bekerja dibagi jumlah lulusan",
    ),
    "tpak": (
        "Tingkat partisipasi angkatan kerja",
        "persen",
        "naik",
        "Jumlah angkatan kerja dibagi penduduk usia kerja",
    ),
    "phi": (
        "Persentase perselisihan hubungan industrial yang diselesaikan",
        "persen",
        "naik",
        "Jumlah perselisihan yang diselesaikan dibagi jumlah perselisihan",
    ),
    "sakip": ("Nilai SAKIP", "indeks", "naik", "Nilai hasil evaluasi SAKIP"),
}
GROUPS = ("SD", "SLTP", "SMTA", "Diploma", "Universitas")
KINDS = ("Hak", "Kepentingan", "PHK", "Antar SP/SB")


def percent(part: int, whole: int, decimals: int = 2) -> Decimal:
    return bulatkan(Fraction(100 * part, whole), decimals)


@dataclass
class Labour:
    """The labour market of a year."""

    people: int
    force: int
    unemployed: tuple[int, ...]

    @property
    def tpak(self) -> Decimal:
        return percent(self.force, self.people)

    @property
    def tpt(self) -> Decimal:
        return percent(sum(self.unemployed), self.force)


def _labour(random: Random) -> dict[int, Labour]:
    """Four years of slow growth, with unemployment that falls and participation that rises."""
    people = random.randrange(300_000, 1_500_000)
    share, rate = random.uniform(0.62, 0.68), random.uniform(0.05, 0.065)
    parts = [random.uniform(0.12, 0.28) for _group in GROUPS]
    years = {}
    for year in range(YEAR - 3, YEAR + 1):
        force = int(people * share)
        all_of = force * rate
        unemployed = tuple(int(all_of * part / sum(parts)) for part in parts)
        years[year] = Labour(people, force, unemployed)
        people, share = (
            int(people * random.uniform(1.004, 1.015)),
            share * random.uniform(1.01, 1.02),
        )
        rate *= random.uniform(0.9, 0.95)
    return years


def _values(random: Random, labour: Mapping[int, Labour]) -> dict[str, Any]:
    """Realisasi of four years, with counts behind this year's."""
    whole = random.randrange(200, 900)
    parts = {year: int(whole * (0.6 + 0.03 * (year - YEAR + 3))) for year in labour}
    cases = random.randrange(21, 60)
    return {
        "tpt": {year: market.tpt for year, market in labour.items()},
        "tpak": {year: market.tpak for year, market in labour.items()},
        "lulusan": {year: percent(parts[year] + year % 7, whole) for year in labour},
        "phi": {year: percent(cases - 5 + year - YEAR, cases) for year in labour},
        "sakip": {
            year: Decimal(f"{70 + 2 * (year - YEAR + 3)}.{random.randrange(11, 99)}")
            for year in labour
        },
        "counts": {YEAR - 1: (parts[YEAR - 1], whole, cases), YEAR: (parts[YEAR], whole, cases)},
    }


def _targets(kode: str, values: Mapping[int, object], year: int) -> tuple[object, object]:
    """Target of a year, between last year's value and this one's, and of the Renstra's end."""
    before, now = values[year - 1], values[year]
    assert isinstance(before, Decimal) and isinstance(now, Decimal)
    target = (before + 2 * now) / 3
    end = now * (Decimal("0.8") if kode == "tpt" else Decimal("1.1"))
    # The plan is older than the years: its end does not move with this year's value.
    return round(target, 2), min(round(end, 1), Decimal(100))


def _split(random: Random, total: int, cells: int) -> list[int]:
    cuts = sorted(random.randrange(total + 1) for _cut in range(cells - 1))
    return [after - before for before, after in zip([0, *cuts], [*cuts, total], strict=True)]


def _staff(random: Random) -> Rows:
    men, women = random.randrange(16, 40), random.randrange(16, 40)
    heads = random.randrange(5)  # of the four Bidang and Sekretariat, how many are men
    positions = [
        ("Eselon II", 1, 0),
        ("Eselon III", min(heads, 4), 4 - min(heads, 4)),
        ("Eselon IV", 0, 1),
        ("Fungsional Tertentu (JFT)", 3, 4),
    ]
    rest = men - sum(m for _n, m, _w in positions), women - sum(w for _n, _m, w in positions)
    positions.append(("Fungsional Umum (Staf)", *rest))
    ranks = ("Penata Tingkat I (III/d)", "Penata (III/c)", "Penata Muda (III/a)", "Pengatur (II/c)")
    groups: dict[str, list[tuple[str, int, int]]] = {
        "pangkat": [
            ("Pembina Utama Muda (IV/c)", 1, 0),
            *zip(ranks, _split(random, men - 1, 4), _split(random, women, 4), strict=True),
        ],
        "jabatan": positions,
        "pendidikan": list(
            zip(
                ("Strata 2 (S-2)", "Strata 1 (S-1)", "SLTA"),
                _split(random, men, 3),
                _split(random, women, 3),
                strict=True,
            )
        ),
    }
    return [
        {
            "dimensi": group,
            "urutan": number,
            "kategori": name,
            "laki_laki": m,
            "perempuan": w,
        }
        for group, rows in groups.items()
        for number, (name, m, w) in enumerate(rows, start=1)
    ]


@dataclass
class Money:
    """Budgets of the programmes, and the part of P1 that pays for S4."""

    pagu: dict[str, int]
    first: dict[str, int]
    spent: dict[str, int]
    part: tuple[int, int]


def _money(random: Random) -> Money:
    # Whole percents of a round sum: the printed shares add up to 100.
    base = random.randrange(20, 90) * 1_000_000
    shares = [random.randrange(8, 30) for _sasaran in range(3)]
    part = base * (100 - sum(shares))
    pagu = {
        "P1": part + random.randrange(1_000, 4_000) * 1_000_000 + random.randrange(1_000_000),
        "P2": random.randrange(50, 300) * 1_000_000 + random.randrange(1_000_000),
        "P3": base * shares[0],
        "P4": base * shares[1],
        "P5": base * shares[2],
        "P6": random.randrange(200, 400) * 1_000_000 + random.randrange(1_000_000),
    }
    spent = {code: int(amount * random.uniform(0.9, 0.98)) for code, amount in pagu.items()}
    rate = Fraction(spent["P1"], pagu["P1"])
    first = {code: int(amount * random.uniform(0.8, 1.25)) for code, amount in pagu.items()}
    return Money(pagu, first, spent, (part, int(part * rate)))


def _tables(
    random: Random, year: int, market: Mapping[int, Labour], values: Mapping
) -> dict[str, Rows]:
    """The files of a year by stem."""
    worked, trained, cases = values["counts"][year]
    money, families = _money(random), _split(random, random.randrange(4, 15), 2)
    applicants = sum(families) + random.randrange(1, 3)
    tables = {
        **_plan(),
        **_performance(year, {kode: values[kode] for kode in NAMES}),
        **_spending(money),
        "pegawai": _staff(random),
        "sengketa": _disputes(random, cases, cases - 5 + year - YEAR),
        **_labour_market(year, market),
        "transmigrasi": _departures(year, families),
        "kinerja_program": _results(random, sum(families), applicants),
    }
    counts = (worked + year % 7, trained)
    tables["fakta"] = _facts(money, tables, *counts, sum(families), applicants)
    return tables


def _plan() -> dict[str, Rows]:
    """What stays from year to year: sasaran, organisation, indicators, programmes."""
    unit = {name: unit for _s, (_n, _p, unit, name) in SASARAN.items()}
    return {
        "sasaran": [
            {"kode": "T1", "jenis": "tujuan", "nama": "Meningkatnya kesempatan kerja"},
            *(
                {"kode": kode, "jenis": "sasaran", "induk": "T1", "nama": name}
                for kode, (name, *_rest) in SASARAN.items()
            ),
        ],
        "unit": [
            {
                "kode": kode,
                "urutan": number,
                "induk": above,
                "nama": name,
                "nama_singkat": short,
                "pimpinan": head,
            }
            for number, (kode, above, name, short, head) in enumerate(UNITS, start=1)
        ],
        "fungsi": [{"unit": "kepala", "urutan": 1, "uraian": "Penetapan kebijakan teknis"}],
        "indikator": [
            {
                "kode": kode,
                "sasaran": next((s for s, row in SASARAN.items() if row[3] == kode), "T1"),
                "nama": name,
                "satuan": satuan,
                "arah": arah,
                "definisi_operasional": definition,
                "sumber_data": "Badan Pusat Statistik",
                "penanggung_jawab": unit.get(kode, "kepala"),
            }
            for kode, (name, satuan, arah, definition) in NAMES.items()
        ],
        "program": [
            {"kode": kode, "nama": name, "unit": owner, "sumber_dana": "DAU"}
            for kode, name, owner in PROGRAMMES
        ],
        "kegiatan": [
            {"program": kode, "urutan": number, "nama": f"{word} {name.removeprefix('Program ')}"}
            for kode, name, _owner in PROGRAMMES
            for number, word in enumerate(
                ("Perencanaan awal", "Pembinaan lanjutan dan evaluasi"), 1
            )
        ],
    }


def _performance(year: int, values: Mapping[str, Mapping[int, object]]) -> dict[str, Rows]:
    """Targets of the year and of the Renstra's end, and realisasi of three years."""
    ends = {kode: _targets(kode, values[kode], YEAR)[1] for kode in NAMES}
    return {
        "target": [
            {"indikator": kode, "dokumen": document, "tahun": when, "target": target}
            for kode in NAMES
            for document, when, target in (
                *([("iku", year, _targets(kode, values[kode], year)[0])] if kode == "tpt" else []),
                ("pk", year, _targets(kode, values[kode], year)[0]),
                ("pk-perubahan", year, _targets(kode, values[kode], year)[0]),
                ("renstra", 2026, ends[kode]),
            )
        ],
        "realisasi": [
            {"indikator": kode, "tahun": when, "realisasi": value}
            for kode, series in values.items()
            for when, value in series.items()
            if year - 2 <= when <= year
        ],
    }


def _spending(money: Money) -> dict[str, Rows]:
    """Budgets, spending, and what pays for the sasaran."""
    return {
        "anggaran": [
            {"program": kode, "tahap": stage, "pagu": amount}
            for stage, of in (("murni", money.first), ("perubahan", money.pagu))
            for kode, amount in of.items()
        ],
        "realisasi_anggaran": [
            {"program": kode, "realisasi": amount} for kode, amount in money.spent.items()
        ],
        "alokasi_sasaran": [
            {
                "sasaran": kode,
                "program": paying,
                "cakupan": "sebagian" if paying == "P1" else "seluruh",
                "pagu": money.part[0] if paying == "P1" else "",
                "realisasi": money.part[1] if paying == "P1" else "",
            }
            for kode, (_name, paying, *_rest) in SASARAN.items()
        ],
    }


def _labour_market(year: int, market: Mapping[int, Labour]) -> dict[str, Rows]:
    """Unemployed and labour force of two years."""
    return {
        "pengangguran": [
            {"urutan": number, "pendidikan": group, "tahun": when, "jumlah": count}
            for when in (year - 1, year)
            for number, (group, count) in enumerate(
                zip(GROUPS, market[when].unemployed, strict=True), start=1
            )
        ],
        "ketenagakerjaan": [
            {
                "tahun": when,
                "penduduk_usia_kerja": market[when].people,
                "angkatan_kerja": market[when].force,
            }
            for when in (year - 1, year)
        ],
    }


def _departures(year: int, families: list[int]) -> Rows:
    places = zip(("UPT Raimuna", "SP Tobadak Satu"), families, strict=True)
    return [
        {
            "urutan": number,
            "lokasi": place,
            "kecamatan": "Maligano",
            "kabupaten": "Muna",
            "provinsi": "Sulawesi Tenggara",
            "keluarga": count,
            "tanggal_berangkat": f"{year}-{number + 8:02}-19",
        }
        for number, (place, count) in enumerate(places, start=1)
    ]


def _disputes(random: Random, cases: int, settled: int) -> Rows:
    share, open_of = _split(random, settled - 1, len(KINDS)), _split(random, cases - settled, 4)
    share[2] += 1  # the workers who lost their job need a case
    return [
        {
            "urutan": number,
            "jenis": kind,
            **dict(zip(("bipartit", "mediasi"), _split(random, count, 2), strict=True)),
            "konsiliasi": 0,
            "arbitrase": 0,
            "pengadilan": 0,
            "dalam_proses": pending,
            "selesai": count,
        }
        for number, (kind, count, pending) in enumerate(zip(KINDS, share, open_of, strict=True), 1)
    ]


def _results(random: Random, families: int, applicants: int) -> Rows:
    rows: Rows = []
    for code, *_rest in PROGRAMMES:
        target = Decimal(random.randrange(3000, 9000)) / 100
        actual = round(target * Decimal(random.randrange(1001, 1060)) / 1000, 2)
        if code == "P6":
            actual = percent(families, applicants)
            target = round(actual * Decimal("0.98"), 2)
        rows.append(
            {
                "program": code,
                "satuan": "persen",
                "arah": "naik",
                "target": target,
                "realisasi": actual,
                "indikator": "Persentase kegiatan program yang selesai",
            }
        )
    return rows


def _facts(
    money: Money,
    tables: Mapping[str, Rows],
    worked: int,
    trained: int,
    families: int,
    applicants: int,
) -> Rows:
    count = len(tables["kegiatan"])
    facts = {
        "pekerja_phk": (100, "orang"),
        "pendaftar_transmigrasi": (applicants, "keluarga"),
        "kuota_transmigrasi": (families, "keluarga"),
        "uang_saku": (5_000_000, "rupiah"),
        "anggaran_rutin": (money.pagu["P1"] - money.part[0], "rupiah"),
        "jumlah_kegiatan": (count, "kegiatan"),
        "jumlah_subkegiatan": (count + 7, "subkegiatan"),
        "pengantar_kerja": (6, "orang"),
        "pembilang_lulusan": (worked, "orang"),
        "penyebut_lulusan": (trained, "orang"),
    }
    return [
        {"kode": kode, "nilai": value, "satuan": satuan, "uraian": kode.replace("_", " ")}
        for kode, (value, satuan) in facts.items()
    ]


def write_table(folder: Path, name: str, rows: Rows) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, schemas()[name].columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (folder / f"{name}.csv").write_text(out.getvalue(), encoding="utf-8", newline="\n")


def clean_project(root: Path, seed: int) -> Project:
    """Write a project of two years whose files agree with each other.

    Parameters
    ----------
    root
        A folder of its own.
    seed
        Chooses the numbers.
    """
    random = Random(seed)
    labour = _labour(random)
    values = _values(random, labour)
    for year in (YEAR - 1, YEAR):
        folder = root / "data" / str(year)
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in _tables(random, year, labour, values).items():
            write_table(folder, name, rows)
        text = yaml.safe_dump(office(year), allow_unicode=True, sort_keys=False)
        (folder / "instansi.yml").write_text(text, encoding="utf-8", newline="\n")
    (root / "_quarto.yml").write_text(f"fiscal-year: {YEAR}\n", encoding="utf-8")
    programmes = [kode.lower() for kode, *_rest in PROGRAMMES]
    text = narrative(NAMES, programmes)
    (root / "report.qmd").write_text(text, encoding="utf-8", newline="\n")
    return Project(root)
