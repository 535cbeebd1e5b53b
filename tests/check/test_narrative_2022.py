"""The report of 2022: its own narrative, and the prose of the printed one as it was."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from lkjip.check.context import Context
from lkjip.check.registry import all_rules
from lkjip.data.folder import read_year
from lkjip.paths import Project

from .narasi import context, narrative_rules


def test_the_narrative_of_2022_has_no_fault(root: Path) -> None:
    """What is wrong in it (the number of the Perbup) is found by the rules on regulations."""
    project = Project(root)
    real = Context(project, read_year(project.data, 2022))
    found = [(rule.code, draft) for rule in narrative_rules() for draft in rule.find(real)]
    # Two tables of the printed report have no number, and keep none.
    assert [(code, draft.cells[0].value) for code, draft in found] == [
        ("N30", "{{< tabel sengketa >}}"),
        ("N30", "{{< tabel pengangguran >}}"),
    ]


def test_reading_the_whole_narrative_is_quick(root: Path) -> None:
    project = Project(root)
    content, rules = read_year(project.data, 2022), narrative_rules()
    best = sys.float_info.max
    for _attempt in range(3):
        real = Context(project, content)
        start = time.process_time()
        for rule in rules:
            list(rule.find(real))
        best = min(best, time.process_time() - start)
    print(f"\nnarrative rules on 2022: {best:.3f} s")
    assert best < 0.3


@dataclass(frozen=True)
class Quote:
    """Prose of the printed report, and what a reviewer objects to in it.

    Parameters
    ----------
    text
        As printed.
    faults
        The rule that finds it, or "" where none does, by what is wrong.
    """

    text: str
    faults: dict[str, str]


PRINTED = [
    Quote(
        "Target kinerja yang telah dituangkan dalam perjanjian kinerja Dinas Tenaga Kerja dan "
        "Transmigrasi Kabupaten Blitar Tahun 2019 didasarkan pada tujuan dan sasaran jangka "
        "menengah yang telah tertuang pada Rencana Strategis (Renstra) SKPD Tahun 2016–2021 dan "
        "Rencana Kerja (Renja) SKPD Tahun 2022.",
        {"the office's old name": "N15", "year 2019": "N26", "Renstra 2016–2021": "N27"},
    ),
    Quote(
        "Tata Cara Review Atas Laporan Kinerja Instansi Pemerintah.",
        {"Review for Reviu": "N28"},
    ),
    Quote(
        "Dinas Tenaga Kerja diatur lebih lanjut dengan Peraturan Bupati Blitar Nomor 36 Tahun 2022 "
        "tentang Kedudukan, Susunan Organisasi, Uraian Tugas dan Fungsi Serta Tata Kerja Dinas "
        "Tenaga Kerja Kabupaten Blitar.",
        {"Perbup 36/2022, in the legal basis 103/2022": "H1"},
    ),
    Quote(
        "1. Undang-Undang Nomor 9 Tahun 2015 tentang Pemerintahan Daerah.",
        {"UU 9/2015 with the title of UU 23/2014": "H4"},
    ),
    Quote(
        "Peraturan Pemerintah Nomor 18 tahun 2016 tentang Organisasi Perangkat Daerah.",
        {"PP 18/2016 with the title of PP 41/2007": "H1"},
    ),
    Quote(
        "e. Bidang Hubungan Industrial Syarat Kerja, membawahi:",
        {"name of the unit": "N12"},
    ),
    Quote(
        "Dari tabel 2.1. dapat dilihat bahwa pegawai Dinas Tenaga Kerja terdiri dari 31 orang "
        "dengan komposisi laki-laki sebanyak 17 orang dan perempuan sebanyak 14 orang.",
        {"the table is 1.1": "N21"},
    ),
    Quote(
        "Komposisi pegawai terkecil adalah dengan pangkat Pengatur Muda Tingkat I (II/b) dan "
        "Pengatur Tingkat I (II/d) dengan jumlah masing-masing 1 orang.",
        {"two other ranks have one employee too": "N10"},
    ),
    Quote(
        "Dasar hukum penyusunan LKjiP Dinas Tenaga Kerja dan Kabupaten Blitar Tahun 2022 adalah:",
        {"name of the office": "N12"},
    ),
    Quote("- 1.2. Gambaran Umum SKPD", {"the section has another title": "N22"}),
    Quote("- 2.1.3 Tujuan Strategis", {"the section has another title": "N22"}),
    Quote("- 2.3 Perubahan Anggaran dan Kegiatan", {"there is no such section": "N22"}),
    Quote("c. Produktifitas Sektor Unggulan Daerah.", {"Produktifitas": "N28"}),
    Quote(
        "Tujuan Dinas pada Rencana Strategis Tahun 2016-2021 ditetapkan tujuan sebagai berikut.",
        {"Renstra 2016-2021": "N27"},
    ),
    Quote(
        "target yang tercantum pada Indikator Kerja Utama (IKU) Kabupaten Blitar",
        {"Kerja for Kinerja": "N28"},
    ),
    Quote(
        "Perjanjian kinerja disini merupakan penentuan target kinerja terhadap Indikator Kinerja "
        "Utama (IKU).",
        {"the agreement has no target for the IKU": ""},
    ),
    Quote(
        "maka Perjanjian Kinerja (PK) antara Kepala Dinas Tenaga Kerja Pemerintah Kabupaten Blitar "
        "juga di lakukan perubahan di tanggal 31 Oktober 2022.",
        {"title of the official": "N12", "di lakukan": "N28"},
    ),
    Quote(
        "1. Prosentase Tingkat Partisipasi Angkatan Kerja (TPAK)\n\n"
        "Pada tahun 2022 indikator kinerja ini terealisasi 72,79%. IKU ini didukung oleh 1 program "
        "dengan 3 kegiatan.",
        {"Prosentase": "N28", "TPAK is no IKU": "N14"},
    ),
    Quote(
        "2. Prosentase kasus hubungan industrial (HI) yang dilaporkan dan ditindaklanjuti\n\n"
        "Tingkat capaian indikator kinerja ini adalah Baik.",
        {"name of the indicator": "N13", "Baik is in no category of the scale": "N11"},
    ),
    Quote(
        "Dari tabel di atas dapat dilihat perbandingan capaian IKU pada tahun 2020, 2021 dan 2022:",
        {"the table shows no IKU": ""},
    ),
    Quote(
        "jumlah penduduk usia kerja (diatas 15 Tahun) di Kabupaten Blitar sebanyak 938.232 orang",
        {"15 and older, not above 15": ""},
    ),
    Quote(
        "Tingkat Partisipasi Angkatan Kerja tahun 2021 sebesar 70,44% dan mengalami kenaikan pada "
        "tahun 2022 sebesar 2,35%.",
        {"points, not percent": "N5"},
    ),
    Quote(
        "target yang ditetapkan pada akhir capaian kinerja Renstra Dinas Tenaga Kabupaten Blitar.",
        {"name of the office": "N12"},
    ),
    Quote(
        "Dari tabel di atas dapat dilihat bahwa bahwa realisasi anggaran pada masing-masing "
        "sasaran strategis pada umumnya hampir terserap 100 %.",
        {"85,99% and 91,58% are not nearly 100%": "N9", "bahwa bahwa": "N31"},
    ),
    Quote(
        "mendapati angka peningkatan pengangguran dari lulusan sekolah sebagai berikut:",
        {"two groups decreased": ""},
    ),
    Quote(
        "dari tabel diatas terdapat peningkatan signifikan pengangguran dari lulusan SLTP sebesar "
        "151%, SMTA Umum 116%, SMTA Kejuruan 64% dan D3 yang semula 0 menjadi 1.309 Orang.",
        {"116% is 115,05%": "N4", "151% is printed elsewhere with decimals": "N2"},
    ),
    Quote(
        "Dari tabel di atas dapat dilihat bahwa tingkat efisiensi secara total menunjukkan angka "
        "positif.",
        {"one programme has -38%": "N8"},
    ),
    Quote(
        "Program Penempatan Tenaga Kerja. Secara umum capaian kinerja baik walau ada yang tidak "
        "memenuhi target, meskipun cakupan layanan mengalami pelampauan.",
        {"85% of 85%: neither missed nor passed": ""},
    ),
    Quote(
        "kegiatan Pencegahan dan Penyelesaian Hubungan Industrial, Mogok Kerja dan Penutupan "
        "Perusahaan di Daerah Kabupaten/Kota sudah tercapai dengan optimal.",
        {"name of the activity": "N12"},
    ),
    Quote(
        "Pada tahun 2022 penempatan penduduk yang mengikuti program transmigrasi berjumlah 6 orang "
        "dari 9 orang yang mendaftar program transmigrasi.",
        {"families, not persons": ""},
    ),
    Quote(
        "diberikan secara simbolis oleh Bupati Kabupaten Blitar di Pendopo Ronggo Hadi Negoro",
        {"title of the official": "N12"},
    ),
    Quote(
        "Realisasi kinerja dapat dilampaui dari target yang telah ditetapkan.",
        {"TPT missed its target, SAKIP only reached it": "N7"},
    ),
    Quote(
        "Program Perencanaan Tenaga Kerja terdiri dari Perencanaan Tenaga Kerja Makro dan "
        "Perencanaan Tenaga Kerja Mikro dan Perencanaan Tenaga Kerja Mikro.",
        {"Mikro twice": "N31"},
    ),
    Quote(
        "SPM sendiri merupakan ketentuan mengenai jenis dan mutu pelayanan dasar yang merupakan "
        "ketentuan mengenai jenis dan mutu pelayanan dasar yang merupakan Urusan Pemerintahan "
        "Wajib.",
        {"a clause twice": "N31"},
    ),
    Quote(
        "Program ini mendukung pelaksanaan Permenakertrans No 2 Tahun 2014 tentang Standar "
        "Pelayanan Minimal tentang Ketenagakerjaan. Dinas Tenaga Kerja tidak termasuk OPD yang "
        "bertanggungjawab dalam pemenuhan penerapan SPM.",
        {"an SPM is served, and there is none": ""},
    ),
    Quote(
        "Hal ini menunjukkan bahwa pembinaan yang dilaksanakan oleh Dinas Tenaga Kerja Kabupaten "
        "Blitar cukup efektif untuk mengendalikan terjadinya kasus HI.",
        {"a judgement on two of three cases": ""},
    ),
    Quote(
        "Pt. KEPALA DINAS TENAGA KERJA KABUPATEN BLITAR",
        {"Pt. for Plt.": "N12"},
    ),
    Quote(
        "Program Penunjang Urusan Pemerintah Daerah Kabupaten/Kota",
        {"name of the programme": "N12"},
    ),
]
HEADINGS = (
    "# PENDAHULUAN {#sec-1}\n\n## LATAR BELAKANG {#sec-11}\n\n## GAMBARAN UMUM ORGANISASI {#sec-12}"
    "\n\n# PERENCANAAN KINERJA {#sec-2}\n\n## RENCANA STRATEGIS {#sec-21}\n\n### VISI {#sec-211}"
    "\n\n### MISI {#sec-212}\n\n### SASARAN STRATEGIS {#sec-213}\n\n"
)


def rules_that_object(quote: Quote) -> set[str]:
    made = context(f"{HEADINGS}{quote.text}\n")
    asked = [rule for rule in all_rules() if rule.code[0] in "NH" and rule.code != "N23"]
    return {
        rule.code
        for rule in asked
        for draft in rule.find(made)
        if any(cell.file == "narasi/uji.qmd" for cell in draft.cells)
    }


@pytest.mark.parametrize("quote", PRINTED, ids=lambda quote: next(iter(quote.faults)))
def test_the_printed_prose_raises_what_a_reviewer_raises(quote: Quote) -> None:
    wanted = {code for code in quote.faults.values() if code}
    assert wanted <= rules_that_object(quote)


def test_the_share_of_contradictions_found_in_the_printed_prose() -> None:
    faults = [(fault, code) for quote in PRINTED for fault, code in quote.faults.items()]
    found = [
        fault
        for quote in PRINTED
        for fault, code in quote.faults.items()
        if code and code in rules_that_object(quote)
    ]
    missed = [fault for fault, code in faults if not code]
    share = len(found) / len(faults)
    print(f"\nfaults of the printed prose found: {len(found)} of {len(faults)} ({share:.0%})")
    print("not found: " + "; ".join(missed))
    assert share > 0.8
