"""The office and the text of a clean project."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip.check.rules.report import SECTIONS, SIGNATURES, TABLES


def office(year: int) -> dict[str, object]:
    return {
        "tahun": year,
        "pemerintah": "Pemerintah Kabupaten Contoh",
        "daerah": "Kabupaten Contoh",
        "kepala_daerah": "bupati",
        "nama": "Dinas Tenaga Kerja",
        "alamat": "Jl. Contoh 1",
        "tempat": "Contoh",
        "logo": None,
        "pejabat": {
            "bupati": {"nama": "Hj. Siti Contoh", "jabatan": "Bupati Contoh"},
            "kepala": {
                "nama": "Drs. Budi Contoh",
                "jabatan": "Kepala Dinas Tenaga Kerja",
                "pangkat": "Pembina Utama Muda",
                "nip": "19700102 199503 1 003",
            },
        },
        "laporan": {
            "tanggal": f"{year + 1}-02-14",
            "penandatangan": "kepala",
            "kepegawaian_per": f"{year}-12",
        },
        "perjanjian": {
            "pk": {
                "tanggal": f"{year}-01-20",
                "pihak_pertama": "kepala",
                "pihak_kedua": "bupati",
            },
            "pk-perubahan": {
                "tanggal": f"{year}-10-20",
                "pihak_pertama": "kepala",
                "pihak_kedua": "bupati",
            },
        },
        "periode": {"awal": 2021, "akhir": 2026},
        "rpjmd": {
            "visi": "Contoh yang maju",
            "misi": ["Satu", "Dua"],
            "misi_dinas": 1,
            "tujuan": "Ekonomi yang tumbuh",
            "sasaran": ["Meningkatnya kesempatan kerja", "Terjaganya jalan"],
            "sasaran_rpjmd": "Meningkatnya kesempatan kerja",
        },
        "dasar_hukum": [
            "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
            "Peraturan Daerah Kabupaten Contoh Nomor 2 Tahun 2021 tentang Rencana Pembangunan "
            "Jangka Menengah Daerah Tahun 2021-2026",
        ],
        "pengaturan": {
            "efisiensi": "selisih",
            "capaian_maksimum": None,
            "skala_capaian": {
                "dasar": "Permendagri Nomor 86 Tahun 2017",
                "kelas": [
                    {"nama": "Sangat Tinggi", "di_atas": 90},
                    {"nama": "Tinggi", "di_atas": 75},
                    {"nama": "Sedang", "di_atas": 65},
                    {"nama": "Rendah", "di_atas": 50},
                    {"nama": "Sangat Rendah", "di_atas": None},
                ],
            },
            "pembulatan": {"bawaan": {"desimal": 2, "cara": "half-up"}},
        },
    }


def narrative(codes: Iterable[str], programmes: Iterable[str]) -> str:
    """A report with every section, table and signature block, and no number typed by hand."""
    prose = (
        "Bagian ini menguraikan hasil pelaksanaan perjanjian kinerja beserta sebab dan upaya "
        "perbaikannya secara ringkas."
    )
    parts = [
        "# PENDAHULUAN {#sec-pendahuluan}",
        "Permasalahan utama Dinas ialah kesempatan kerja yang terbatas.",
        "# AKUNTABILITAS KINERJA {#sec-akuntabilitas}",
    ]
    parts += [f"Rinciannya tersaji pada @tbl-{id}." for id in TABLES]
    parts += [f"::: {{#tbl-{id}}}\n\n{{{{< tabel {id} >}}}}\n\nTabel\n\n:::" for id in TABLES]
    for label in SECTIONS:
        values = " ".join(f"{{{{< nilai {kode}.realisasi >}}}}" for kode in codes)
        if label == "sec-program-penunjang":
            values += "".join(f" {{{{< nilai program.{kode}.nama >}}}}" for kode in programmes)
        parts.append(f"## Bagian {{#{label}}}\n\n{prose} {values}.")
    for value, times in SIGNATURES.items():
        parts += [f"{{{{< nilai {value} >}}}}"] * times
    return "\n\n".join(parts) + "\n"
