"""How to make each rule fire on the clean project, and what its finding has to name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from .clean import YEAR
from .spoil import Spoiler

# Families that other files test.
ELSEWHERE = ("folder", "missing", "narrative")
# What is true of the clean project too, and why it may be said.
ALWAYS = {
    "B3": "its agreement was revised for money alone",
    "B6": "two of its programmes pay for no sasaran",
    "J5": "its sasaran are a part of the budget",
}

Spoil = Callable[[Spoiler], object]


@dataclass(frozen=True)
class Case:
    """How to make a rule fire, and what it has to name."""

    code: str
    spoil: Spoil
    cell: str  # part of the name of a cell of the finding
    shown: str = ""  # part of the arithmetic
    severity: str | None = None


def staff(column: str, plus: int) -> Spoil:
    where = {"dimensi": "pendidikan", "kategori": "SLTA"}

    def spoil(s: Spoiler) -> None:
        s.cell("pegawai", where, column, int(s.value("pegawai", where, column)) + plus)

    return spoil


def number(name: str, where: dict[str, object], column: str, factor: str) -> Spoil:
    def spoil(s: Spoiler) -> None:
        value = Decimal(s.value(name, where, column))
        s.cell(name, where, column, (value * Decimal(factor)).quantize(value))

    return spoil


def cell(name: str, where: dict[str, object], column: str, value: object) -> Spoil:
    return lambda s: s.cell(name, where, column, value)


def office(path: str, value: object) -> Spoil:
    return lambda s: s.office(path, value)


def law(text: str) -> Spoil:
    return lambda s: s.law(text)


def both(*spoils: Spoil) -> Spoil:
    return lambda s: [spoil(s) for spoil in spoils]


def exchange_sexes(s: Spoiler) -> None:
    """One woman counted as a man: the total stays."""
    staff("laki_laki", 1)(s)
    staff("perempuan", -1)(s)


def last_value(kode: str) -> Spoil:
    def spoil(s: Spoiler) -> None:
        before = s.value("realisasi", {"indikator": kode, "tahun": YEAR - 1}, "realisasi")
        s.cell("realisasi", {"indikator": kode, "tahun": YEAR}, "realisasi", before)

    return spoil


def same_as_tpak(s: Spoiler) -> None:
    tpak = s.value("realisasi", {"indikator": "tpak", "tahun": YEAR}, "realisasi")
    s.cell("realisasi", {"indikator": "lulusan", "tahun": YEAR}, "realisasi", tpak)


def end_is_now(s: Spoiler) -> None:
    now = s.value("target", {"indikator": "tpak", "dokumen": "pk-perubahan"}, "target")
    s.cell("target", {"indikator": "tpak", "dokumen": "renstra"}, "target", now)


def truncated_shares(s: Spoiler) -> None:
    number("anggaran", {"program": "P3", "tahap": "perubahan"}, "pagu", "1.0033")(s)
    rounding = {"desimal": 2, "cara": "truncate"}
    s.office("pengaturan.pembulatan.alokasi-sasaran", {"alokasi": rounding})


def quotient_twice(s: Spoiler) -> None:
    rounding = {"desimal": 1, "cara": "half-up"}
    s.office("pengaturan.pembulatan.realisasi-anggaran", {"serapan": rounding})


def no_disputes(s: Spoiler) -> None:
    none = dict.fromkeys(("bipartit", "mediasi", "selesai", "dalam_proses"), "0")
    s.table("sengketa", lambda rows: [{**row, **none} for row in rows])


def from_print(s: Spoiler) -> None:
    cut = {"desimal": 0, "cara": "truncate"}
    s.office(
        "pengaturan.pembulatan.efisiensi",
        {
            "capaian": cut,
            "serapan": cut,
            "efisiensi": {"desimal": 2, "cara": "half-up", "dari": "cetak"},
        },
    )


def tpt(value: str) -> Spoil:
    return cell("realisasi", {"indikator": "tpt", "tahun": YEAR}, "realisasi", value)


PK = {"indikator": "tpak", "dokumen": "pk"}
REVISED = {"indikator": "tpak", "dokumen": "pk-perubahan"}
TPAK, PHI = {"indikator": "tpak", "tahun": YEAR}, {"indikator": "phi", "tahun": YEAR}
PHK, LABOUR = {"jenis": "PHK"}, {"tahun": YEAR}
PART = {"sasaran": "S4", "program": "P1"}
UU32 = "Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah"

CASES = (
    Case("J1", staff("perempuan", 1), "pegawai.csv[pendidikan,SLTA].perempuan", "pangkat"),
    Case(
        "J2", number("alokasi_sasaran", PART, "pagu", "90"), "alokasi_sasaran.csv[S4,P1].pagu", ">"
    ),
    Case(
        "J3",
        number("fakta", {"kode": "anggaran_rutin"}, "nilai", "0.9"),
        "fakta.csv[anggaran_rutin]",
    ),
    Case("J4", truncated_shares, "pembulatan.alokasi-sasaran.alokasi", "= 99,9"),
    Case(
        "J6",
        cell("fakta", {"kode": "jumlah_kegiatan"}, "nilai", 16),
        "jumlah_kegiatan",
        "16 − 12 = 4",
    ),
    Case("S1", exchange_sexes, "pegawai.csv[pendidikan,SLTA].laki_laki", "pendidikan"),
    Case("S2", number("target", REVISED, "target", "1.01"), "target.csv[tpak,pk-perubahan,2024]"),
    Case(
        "S3",
        cell("indikator", {"kode": "phi"}, "satuan", "kasus"),
        "indikator.csv[phi].satuan",
        "kasus",
    ),
    Case(
        "S4",
        cell(
            "indikator",
            {"kode": "phi"},
            "definisi_operasional",
            "Jumlah kasus yang ditindaklanjuti",
        ),
        "indikator.csv[phi].definisi_operasional",
        "diselesaikan ≠ ditindaklanjuti",
    ),
    Case("S5", cell("indikator", {"kode": "phi"}, "sumber_data", "Bidang Industri"), "sumber_data"),
    Case("S6", cell("indikator", {"kode": "phi"}, "penanggung_jawab", "latih"), "penanggung_jawab"),
    Case(
        "S7",
        cell("indikator", {"kode": "tpt"}, "nama", "Tingkat Partisipasi Angkatan Kerja."),
        "indikator.csv[tpak].nama",
    ),
    Case("S8", office("rpjmd.sasaran_rpjmd", "Yang lain"), "rpjmd.sasaran_rpjmd", "Yang lain"),
    Case(
        "D1",
        cell("fakta", {"kode": "pengantar_kerja"}, "nilai", 7),
        "fakta.csv[pengantar_kerja].nilai",
        "7 functional − 7 Pengantar Kerja = 0; posts of others: Instruktur 1",
    ),
    Case("D2", lambda s: s.drop("unit", kode="keuangan"), "Eselon IV]", "1 filled + 0 acting ≠ 0"),
    Case(
        "D3", office("pejabat.kepala.jabatan", "Plt. Kepala Dinas"), "Eselon II].laki_laki", "Plt."
    ),
    Case("O1", office("pejabat.kepala.nip", "19701302 199503 1 003"), "pejabat.kepala.nip"),
    Case(
        "O2", office("pejabat.kepala.nip", "19600102 198503 1 003"), "laporan.tanggal", "65 years"
    ),
    Case("O3", office("pejabat.kepala.nip", "19700102 199503 2 003"), "pejabat.kepala.nip", "Drs."),
    Case("O4", office("perjanjian.pk.pihak_kedua", "kepala"), "perjanjian.pk.pihak_kedua"),
    Case(
        "O5",
        both(
            lambda s: s.office(
                "pejabat.baru",
                {
                    "nama": "Dra. Ani Contoh",
                    "jabatan": "Kepala Dinas",
                    "pangkat": "Pembina Utama Muda",
                    "nip": "19720102 199503 2 003",
                },
            ),
            office("laporan.penandatangan", "baru"),
        ),
        "laporan.penandatangan",
        "Drs. Budi Contoh → Dra. Ani Contoh",
    ),
    Case(
        "O6", office("laporan.tanggal", "2025-03-01"), "laporan.tanggal", "1 Maret 2025", "warning"
    ),
    Case(
        "O7",
        office("laporan.kepegawaian_per", "2024-11"),
        "laporan.kepegawaian_per",
        "2024-11 ≠ 2024-12",
    ),
    Case("O8", office("periode.awal", 2020), "dasar_hukum[2]", "2021–2026 ≠ 2020–2026", "error"),
    Case("O9", office("pejabat.kepala.pangkat", None), "pejabat.kepala.pangkat"),
    Case(
        "H1", law("Undang-Undang Nomor 22 Tahun 1999 tentang Pemerintahan Daerah"), "dasar_hukum[3]"
    ),
    Case("H2", law("Undang-Undang Nomor 23 Tahun 2014 tentang Keuangan Negara"), "dasar_hukum[3]"),
    Case("H3", law(UU32), "dasar_hukum[3]", "→ Undang-Undang Nomor 23 Tahun 2014"),
    Case(
        "H4", law("Undang-Undang Nomor 9 Tahun 2015 tentang Pemerintahan Daerah"), "dasar_hukum[3]"
    ),
    Case(
        "H5",
        law("Peraturan Daerah Nomor 54 Tahun 2021 tentang Petunjuk Evaluasi"),
        "dasar_hukum[3]",
    ),
    Case(
        "H7",
        lambda s: s.report(
            "Permasalahan utama",
            "Peraturan Pemerintah Nomor 18 Tahun 2016 berlaku. Permasalahan utama",
        ),
        "report.qmd",
        "Peraturan Pemerintah Nomor 18 Tahun 2016",
    ),
    Case(
        "H6",
        law("Peraturan Bupati Contoh Nomor 3 Tahun 2026 tentang Dinas"),
        "dasar_hukum[3]",
        "> 2025",
    ),
    Case("P1", quotient_twice, "pembulatan.realisasi-anggaran.serapan", "Tabel"),
    Case("P2", from_print, "pembulatan.efisiensi.efisiensi", "exact:"),
    Case("P3", cell("realisasi", PHI, "realisasi", "104.16"), "realisasi.csv[phi,2024]", "> 100%"),
    Case(
        "P4", cell("kinerja_program", {"program": "P3"}, "target", "0.02"), "[P3].target", "± 25%"
    ),
    Case(
        "P5",
        lambda s: s.cell(
            "kinerja_program",
            {"program": "P2"},
            "realisasi",
            s.value("kinerja_program", {"program": "P2"}, "target"),
        ),
        "kinerja_program.csv[P2].realisasi",
    ),
    Case("R1", number("realisasi", TPAK, "realisasi", "1.01"), "penduduk_usia_kerja", "≠"),
    Case("R2", tpt("4.01"), "pengangguran.csv[SLTP,2024].jumlah", "≠ 4,01%"),
    Case("R3", cell("realisasi", PHI, "realisasi", "100"), "sengketa.csv[PHK].selesai", "≠ 100%"),
    Case("R4", cell("sengketa", PHK, "bipartit", 90), "sengketa.csv[PHK].bipartit", "(selesai)"),
    Case(
        "R5",
        both(
            cell("sengketa", PHK, "bipartit", 3),
            cell("sengketa", PHK, "mediasi", 0),
            cell("sengketa", PHK, "dalam_proses", 1),
            cell("sengketa", PHK, "selesai", 2),
        ),
        "sengketa.csv[PHK].bipartit",
        "bipartit 3 ≠ selesai 2 (dalam_proses 1)",
    ),
    Case(
        "R6", number("ketenagakerjaan", LABOUR, "angkatan_kerja", "2"), "penduduk_usia_kerja", ">"
    ),
    Case(
        "R7",
        lambda s: s.drop("pengangguran", pendidikan="SLTP", tahun=YEAR),
        "pengangguran.csv[SLTP,2023]",
        "SLTP",
    ),
    Case(
        "R8",
        both(
            lambda s: s.drop("ketenagakerjaan", tahun=YEAR - 1),
            number("realisasi", {"indikator": "tpt", "tahun": YEAR - 1}, "realisasi", "1.2"),
        ),
        "realisasi.csv[tpt,2023]",
    ),
    Case("R9", lambda s: s.drop("sengketa", jenis="Kepentingan"), "sengketa.csv[PHK].jenis"),
    Case(
        "R10", cell("fakta", {"kode": "pekerja_phk"}, "nilai", 0), "fakta.csv[pekerja_phk]", "0 /"
    ),
    Case(
        "R11",
        both(no_disputes, cell("sengketa", PHK, "selesai", 3)),
        "[PHK].selesai",
        "= 66,6666…% <",
    ),
    Case(
        "S9",
        cell("sasaran", {"kode": "S4"}, "nama", "Mewujudkan akuntabilitas"),
        "S4",
        "Mewujudkan",
    ),
    Case(
        "G1", cell("fakta", {"kode": "kuota_transmigrasi"}, "nilai", 1), "kuota_transmigrasi", "> 1"
    ),
    Case(
        "G2",
        cell("kinerja_program", {"program": "P6"}, "realisasi", "60"),
        "[P6].realisasi",
        "≠ 60%",
    ),
    Case(
        "G3",
        cell("fakta", {"kode": "pendaftar_transmigrasi"}, "satuan", "orang"),
        "fakta.csv[pendaftar_transmigrasi].satuan",
        "orang",
    ),
    Case(
        "G4",
        cell("transmigrasi", {"urutan": 1}, "tanggal_berangkat", "2023-12-30"),
        "transmigrasi.csv[1].tanggal_berangkat",
        "30 Desember 2023 ≠ 2024",
    ),
    Case("G5", number("fakta", {"kode": "uang_saku"}, "nilai", "100"), "fakta.csv[uang_saku]", "×"),
    Case("Y1", last_value("lulusan"), "realisasi.csv[lulusan,2023].realisasi", "=", "warning"),
    Case("Y2", same_as_tpak, "realisasi.csv[tpak,2024].realisasi"),
    Case("Y3", tpt("9.99"), "realisasi.csv[tpt,2024].realisasi", "→ 9,99"),
    Case(
        "Y4",
        number("pengangguran", {"pendidikan": "SD", "tahun": YEAR}, "jumlah", "2.5"),
        "pengangguran.csv[SD,2024].jumlah",
    ),
    Case("Y5", end_is_now, "target.csv[tpak,renstra,2026].target", "renstra 2026"),
    Case(
        "Y6",
        both(number("target", PK, "target", "0.8"), number("target", REVISED, "target", "0.8")),
        "target.csv[tpak,pk-perubahan,2024].target",
    ),
    Case(
        "Y7",
        lambda s: s.add("realisasi", indikator="tpak", tahun=2025, realisasi="70.12"),
        "realisasi.csv[tpak,2025].tahun",
        "2025 > 2024",
    ),
    Case(
        "L1",
        number("realisasi", {"indikator": "phi", "tahun": YEAR - 1}, "realisasi", "0.9"),
        "2023/realisasi.csv[phi,2023].realisasi",
    ),
    Case(
        "L2", lambda s: s.drop("realisasi", indikator="tpt", tahun=YEAR - 2), "2023/realisasi.csv"
    ),
    Case(
        "L3", cell("indikator", {"kode": "tpak"}, "arah", "turun"), "2023/indikator.csv[tpak].arah"
    ),
    Case("L4", both(office("periode.awal", 2022), office("periode.akhir", 2026)), "periode.awal"),
    Case(
        "A1",
        cell("indikator", {"kode": "tpt"}, "arah", "naik"),
        "indikator.csv[tpt].arah",
        "≠ turun",
    ),
    Case(
        "A2",
        both(
            lambda s: graded(s),
            lambda s: s.add(
                "fakta", kode="nilai_sakip", nilai="65.2", satuan="indeks", uraian="Nilai"
            ),
        ),
        "fakta.csv[nilai_sakip].nilai",
        "65,2 → B ≠ BB",
    ),
    Case("A3", lambda s: graded(s), "realisasi.csv[sakip,2024].realisasi", "BB"),
    Case("A4", cell("kinerja_program", {"program": "P2"}, "target", "20"), "[P2].target"),
    Case("A5", tpt("7.30"), "realisasi.csv[tpt,2024].realisasi"),
    Case(
        "A6",
        office("pengaturan.skala_capaian.kelas.0.di_atas", 95),
        "skala_capaian.kelas[1].di_atas",
        "95, 75, 65, 50 ≠ 90, 75, 65, 50",
    ),
    Case("A8", tpt("5.90"), "realisasi.csv[tpt,2024].realisasi", "tpt "),
    Case("A7", office("pengaturan.capaian_maksimum", 100), "pengaturan.capaian_maksimum", "→ 100%"),
    Case(
        "B1",
        number("realisasi_anggaran", {"program": "P2"}, "realisasi", "1.2"),
        "realisasi_anggaran.csv[P2].realisasi",
        ">",
    ),
    Case(
        "B2", number("anggaran", {"program": "P2", "tahap": "murni"}, "pagu", "0.2"), "[P2,murni]"
    ),
    Case(
        "B4",
        cell("kinerja_program", {"program": "P2"}, "realisasi", "30.5"),
        "[P2].realisasi",
        "= −",
    ),
    Case(
        "B5", number("realisasi_anggaran", {"program": "P2"}, "realisasi", "0.5"), "[P2].realisasi"
    ),
    Case(
        "K1", lambda s: s.drop("realisasi", indikator="tpak", tahun=YEAR - 1), "[tpak]", "", "error"
    ),
    Case(
        "K2", lambda s: s.drop("target", indikator="tpt", dokumen="renstra"), "indikator.csv[tpt]"
    ),
    Case(
        "K3",
        both(
            lambda s: s.drop("target", indikator="tpt", dokumen="pk"),
            lambda s: s.drop("target", indikator="tpt", dokumen="pk-perubahan"),
        ),
        "target.csv[tpt,iku,2024]",
    ),
    Case(
        "K4",
        cell("indikator", {"kode": "sakip"}, "definisi_operasional", "Sistem"),
        "[sakip].definisi",
    ),
    Case(
        "K5",
        lambda s: s.drop("fakta", kode="penyebut_lulusan"),
        "realisasi.csv[lulusan,2024]",
        "? / ?",
    ),
    Case(
        "K6", cell("fakta", {"kode": "penyebut_lulusan"}, "nilai", 999), "penyebut_lulusan", "/ 999"
    ),
    Case(
        "K9",
        cell("kinerja_program", {"program": "P2"}, "indikator", ""),
        "kinerja_program.csv[P2].indikator",
        "P2",
    ),
    Case(
        "K7",
        cell("transmigrasi", {"urutan": 1}, "tempat_berangkat", "Surabaya"),
        "transmigrasi.csv[2].tempat_berangkat",
        "1 / 2",
    ),
    Case(
        "L5",
        lambda s: s.add(
            "fakta", kode="pagu_tahun_lalu", nilai=1234567, satuan="rupiah", uraian="Pagu lalu"
        ),
        "fakta.csv[pagu_tahun_lalu].nilai",
        "1.234.567 ≠ ",
    ),
    Case("K8", lambda s: s.forget(YEAR - 1), "realisasi.csv[tpak,2023].realisasi", "tpak "),
    Case("W6", lambda s: s.report("Permasalahan utama", "Keadaan"), "report.qmd", "PENDAHULUAN"),
    Case(
        "W1", lambda s: s.report("{#sec-penyebab-solusi}", ""), "report.qmd", "sec-penyebab-solusi"
    ),
    Case("W2", lambda s: s.report("{{< tabel renstra >}}", ""), "report.qmd", "renstra"),
    Case("W3", lambda s: s.report("{{< nilai pk.pihak-kedua.nama >}}", ""), "report.qmd", "0 < 1"),
    Case(
        "W4",
        lambda s: s.report("{{< nilai phi.realisasi >}}", ""),
        "indikator.csv[phi].nama",
        "phi",
    ),
    Case(
        "W4",
        both(
            lambda s: s.report("{{< nilai phi.realisasi >}}", ""),
            cell("realisasi", PHI, "realisasi", "1"),
        ),
        "indikator.csv[phi].nama",
        "phi",
        "error",
    ),
    Case(
        "W7",
        lambda s: s.report("{{< nilai program.p4.nama >}}", ""),
        "program.csv[P4].nama",
        "P4",
    ),
    Case(
        "W7",
        lambda s: s.report("{{< nilai tpak.realisasi >}}", ""),
        "indikator.csv[tpak].nama",
        "tpak",
    ),
    Case(
        "W5",
        lambda s: s.report(
            " ".join(
                f"{{{{< nilai {k}.realisasi >}}}}"
                for k in ("tpt", "lulusan", "tpak", "phi", "sakip")
            ),
            "",
        ),
        "report.qmd",
    ),
)


def graded(s: Spoiler) -> None:
    """Measure SAKIP by grades."""
    s.cell("indikator", {"kode": "sakip"}, "satuan", "predikat")
    for name in ("target", "realisasi"):
        s.table(
            name,
            lambda rows, name=name: [
                {**row, name: "BB"} if row["indikator"] == "sakip" else row for row in rows
            ],
        )
