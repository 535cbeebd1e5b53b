"""Realistic sentences, each held against the data of 2022: what they must and must not raise."""

from __future__ import annotations

import pytest

from .narasi import FILE, codes, find, narrative_rules

HINTS = {"N25", "N28", "N29"}  # typed years and spelling: tested by themselves below

# What a sentence says, the rule that has to object, and what the finding has to show.
WRONG = [
    # numbers that are the data's
    ("TPAK tahun ini sebesar 72,79%.", "N1", "tpak.realisasi"),
    ("TPAK tahun ini sebesar 72,79 persen.", "N1", "tpak.realisasi"),
    ("Pada tahun 2021 TPT sebesar 3,66.", "N1", "tpt.realisasi.lalu"),
    ("Anggaran yang tersedia Rp. 8.251.284.892,- untuk semuanya.", "N1", "anggaran.pagu"),
    ("Dinas memiliki tiga puluh satu pegawai.", "N1", "pegawai.jumlah"),
    ("Dinas melaksanakan enam program, 16 kegiatan, dan 38 sub kegiatan.", "N1", "subkegiatan"),
    ("Perselisihan terdiri atas PHK sebanyak tiga kasus.", "N1", "sengketa.phk.jumlah"),
    ("Penduduk usia kerja berjumlah 938.232 orang.", "N1", "penduduk-usia-kerja"),
    ("PK ditandatangani pada 24 Januari 2022.", "N1", "pk.tanggal"),
    ("NIP. 19750902 199412 1 002", "N1", "penandatangan.nip"),
    ("Sengketa perusahaan membuat 100 pekerja terkena PHK.", "N1", "fakta.pekerja_phk"),
    ("Keluarga penganggur lulusan SLTP berjumlah 14,055 orang.", "N1", "pengangguran.sltp.kini"),
    # rounded in another way
    ("Pengangguran lulusan SLTP naik 151%.", "N2", "150,94%"),
    ("Capaian TPT hanya 45 persen.", "N2", "45,17%"),
    ("Serapan Program Hubungan Industrial hampir 92 persen.", "N2", "91,58%"),
    ("Jumlah anggaran Dinas mencapai Rp8,25 miliar.", "N2", "Rp8.251.284.892"),
    ("Pengangguran lulusan SMTA umum naik 115 persen lebih.", "N2", "115,05%"),
    # a digit wrong or two swapped
    ("TPAK tahun ini sebesar 72,97%.", "N3", "72,79%"),
    ("Pagu seluruh program Rp8.251.248.892.", "N3", "Rp8.251.284.892"),
    ("Program Pembangunan Kawasan Transmigrasi menyerap 97,65% dari pagu.", "N3", "97,56%"),
    ("Anggaran semula Rp7.769.544.692.", "N3", "Rp7.769.554.692"),
    ("NIP. 19750902 199412 1 003", "N3", "197509021994121002"),
    # another number than the data's
    ("Pengangguran lulusan SMTA umum naik 116 persen lebih.", "N4", "115,05%"),
    ("Pengangguran lulusan SLTP naik 16 persen lebih.", "N4", "150,94%"),
    ("TPAK mencapai lebih dari 75 persen.", "N4", "72,79%"),
    ("TPT naik dari 3,66% menjadi 5,54%.", "N4", "5,45%"),
    ("TPAK tahun lalu sebesar 70,83%.", "N4", "70,44%"),
    ("Dinas melaksanakan tujuh program dengan dana sendiri.", "N4", "program.jumlah"),
    ("Program Hubungan Industrial dilaksanakan melalui tiga kegiatan.", "N4", "kegiatan.jumlah"),
    ("Selama tahun ini terdapat empat kasus perselisihan.", "N4", "sengketa.jumlah"),
    ("Dari empat indikator sasaran, dua indikator melampaui target.", "N4", "jumlah-melampaui"),
    ("Jumlah pegawai seluruhnya 32 orang.", "N4", "pegawai.jumlah"),
    ("Pendaftar transmigrasi tahun ini ada 8 pendaftar.", "N4", "pendaftar_transmigrasi"),
    ("PK Perubahan ditandatangani pada 30 Oktober 2022.", "N4", "31 Oktober 2022"),
    # points, not percent
    ("TPAK naik sebesar 2,35% dibandingkan dengan tahun lalu.", "N5", "2,35 poin persen"),
    # up or down
    ("TPAK menurun dibandingkan dengan tahun sebelumnya.", "N6", "72,79 > 70,44"),
    ("TPT tahun {{< nilai tahun >}} menurun.", "N6", "5,45 > 3,66"),
    ("Realisasi {{< nilai tpt.nama >}} membaik.", "N6", "5,45 > 3,66"),
    ("Terjadi penurunan jumlah penganggur dibandingkan dengan tahun lalu.", "N6", ""),
    ("Jumlah penganggur lulusan universitas meningkat.", "N6", ""),
    ("Pagu Program Hubungan Industrial bertambah sesudah perubahan.", "N6", "<"),
    ("Anggaran Dinas berkurang sesudah perubahan.", "N6", ""),
    ("**Tingkat partisipasi angkatan kerja**\n\nIndikator ini menurun.", "N6", "72,79"),
    ("Lowongan meningkat dari 750 menjadi 500 lowongan.", "N6", "750 → 500"),
    # reached or not
    ("Target IKU, yaitu Tingkat Pengangguran Terbuka (TPT), tercapai.", "N7", "5,45 > 3,52"),
    ("Semua indikator sasaran melampaui target.", "N7", "BB = BB"),
    ("Seluruh target kinerja tercapai.", "N7", "5,45 > 3,52"),
    ("TPAK belum mampu mencapai target yang ditetapkan.", "N7", "72,79 > 71,03"),
    ("Nilai SAKIP perangkat daerah melampaui target.", "N7", "BB = BB"),
    ("TPT lebih kecil daripada target.", "N7", "5,45 > 3,52"),
    ("TPAK berada di bawah target.", "N7", "72,79 > 71,03"),
    ("Semua program mencapai target.", "N7", "60 < 100"),
    # efficiency and use of money
    ("Tingkat efisiensi seluruhnya menunjukkan angka positif.", "N8", "−38%"),
    ("Program Pembangunan Kawasan Transmigrasi efisien.", "N8", "−38%"),
    ("Realisasi anggaran pada setiap sasaran hampir terserap 100 %.", "N9", "85,99%"),
    (
        "Anggaran Program Pelatihan Kerja dan Produktivitas Tenaga Kerja terserap maksimal.",
        "N9",
        "",
    ),
    ("Anggaran Dinas terserap seluruhnya.", "N9", "95,64%"),
    # highest, lowest, categories
    ("Serapan tertinggi dicapai oleh Program Hubungan Industrial.", "N10", "99,61%"),
    ("Program Hubungan Industrial memiliki pagu terbesar.", "N10", "Rp4.091.142.672"),
    ("Pegawai paling banyak berpangkat Penata Tingkat I.", "N10", "12"),
    ("Serapan terendah terdapat pada {{< nilai serapan.tertinggi.nama >}}.", "N10", ""),
    ("Nilai SAKIP perangkat daerah memperoleh predikat A.", "N11", "BB"),
    ("TPAK termasuk kategori Tinggi.", "N11", "Sangat Tinggi"),
    ("Tingkat capaian TPAK tahun ini adalah Baik.", "N11", "Sangat Tinggi"),
    (
        "Pegawai paling sedikit berpangkat Pengatur Tingkat I dan Pembina Tingkat I.",
        "N10",
        "(IV/c)",
    ),
    # names
    ("Program Penunjang Urusan Pemerintah Daerah Kabupaten/Kota", "N12", "Pemerintahan"),
    ("Bidang Hubungan Industrial Syarat Kerja membawahi dua seksi.", "N12", "dan Syarat Kerja"),
    ("Renstra Dinas Tenaga Kabupaten Blitar menjadi acuan.", "N12", "Tenaga Kerja Kabupaten"),
    ("Drs. RULLY WAHYU PRASETIOWANTO, ME", "N12", "PRASETYOWANTO"),
    ("Keluarga itu menuju UPT Saluandang.", "N12", "Saluandeang"),
    ("Bantuan diserahkan oleh Bupati Kabupaten Blitar.", "N12", "Bupati Blitar"),
    ("2. Persentase kasus hubungan industrial yang ditindaklanjuti", "N13", "perselisihan"),
    ("**TPAK**\n\nIKU ini didukung oleh program berikut.", "N14", "IKU: tpt"),
    ("Dinas Tenaga Kerja dan Transmigrasi Kabupaten Blitar melapor.", "N15", "Dinas Tenaga Kerja"),
    (
        "Peraturan Daerah Nomor 3 Tahun 2022 tentang Pembentukan dan Susunan Perangkat Dearah "
        "Kabupaten Blitar berlaku.",
        "N16",
        "Perangkat Dearah",
    ),
    # years of another report
    ("Perjanjian kinerja Dinas Tahun 2019 didasarkan pada tujuan.", "N26", "2019"),
    ("Pada tahun 2021 Dinas melaksanakan program berikut.", "N26", "2021"),
    ("Renstra Tahun 2016-2021 menetapkan tujuan Dinas.", "N27", "2021-2026"),
]

# Sentences to which no rule may object.
RIGHT = [
    "Dinas melaksanakan dua urusan pemerintahan: urusan wajib dan urusan pilihan.",
    "Rencana tenaga kerja makro disusun untuk jangka lima tahun.",
    "Rata-rata nasional TPT sebesar 5,86 persen.",
    "TPT Provinsi Jawa Timur tercatat 5,49 persen.",
    "TPT laki-laki 5,90% dan perempuan 4,70%.",
    "TPAK kelompok umur muda sebesar 50,2 persen.",
    "Realisasi TPAK pada kelompok umur 15-24 tahun 50,2 persen.",
    "TPT pada akhir periode Renstra ditargetkan 3,10 persen.",
    "Pelatihan diberikan menurut Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan.",
    "Peraturan Daerah Nomor 3 Tahun 2022 tentang Pembentukan dan Susunan Perangkat Daerah berlaku.",
    "Dasarnya PP No 33 Tahun 2013 dan UU 23 Tahun 2014.",
    "Pasal 5 ayat (2) mengatur hal tersebut.",
    "Penduduk usia kerja ialah penduduk berumur 15 tahun ke atas.",
    "Angkatan kerja yang bekerja berjumlah 645.739 orang.",
    "Diharapkan TPT menurun pada tahun berikutnya.",
    "Pelatihan diadakan agar jumlah penganggur berkurang.",
    "Kapasitas aparatur ditingkatkan supaya kinerja yang dihasilkan meningkat.",
    "Dukungan terhadap Program Hubungan Industrial meningkat.",
    "Peserta Program Pelatihan Kerja dan Produktivitas Tenaga Kerja berkurang.",
    "Kenaikan TPT berarti keadaan yang memburuk, sedangkan penurunannya berarti perbaikan.",
    "TPAK yang tinggi belum tentu disertai pengangguran yang rendah.",
    "TPAK meningkat dibandingkan dengan tahun sebelumnya.",
    "Pengangguran lulusan SLTP bertambah, sedangkan pengangguran lulusan universitas berkurang.",
    "TPT {{< nilai tpt.arah >}} {{< nilai tpt.perubahan >}} menjadi {{< nilai tpt.realisasi >}}.",
    "Lowongan meningkat dari 500 menjadi 750 lowongan.",
    "Kesejahteraan tenaga kerja meningkat dan perselisihan berkurang.",
    "TPT lebih tinggi daripada target sehingga target tidak tercapai.",
    "Semua indikator sasaran mencapai target.",
    "Belum semua indikator mencapai target.",
    "Apabila target belum tercapai, pelaksanaan program harus dievaluasi.",
    "Target jumlah peserta pelatihan tercapai.",
    "Tingkat efisiensi program sebagian bernilai negatif.",
    "Nilai positif berarti capaian lebih besar daripada serapan.",
    "Pelatihan dilaksanakan secara efektif dan efisien.",
    "Tingkat efisiensi pada setiap sasaran bernilai positif.",
    "Dengan penyerapan yang maksimal, diharapkan kinerja maksimal pula.",
    "Serapan anggaran belum maksimal.",
    "Anggaran Program Penempatan Tenaga Kerja terserap hampir seluruhnya.",
    "Serapan tertinggi dicapai oleh Program Penempatan Tenaga Kerja.",
    "Salah satu serapan tertinggi terdapat pada Program Hubungan Industrial.",
    "Pendidikan tertinggi pegawai ialah Strata 2 (S-2).",
    "Bagian terbesar anggaran digunakan untuk gaji.",
    "Pegawai terbanyak berpangkat Penata Muda.",
    "**Tingkat Pengangguran Terbuka (TPT)**\n\nIKU ini belum mencapai target.",
    "Predikat SAKIP yang lebih tinggi, misalnya predikat A, menjadi tujuan berikutnya.",
    "Laporan ini terdiri atas empat bab dan lampiran.",
    "Pelatihan diikuti oleh 40 peserta selama 20 hari.",
    "Sebanyak 12 orang pegawai mengikuti diklat.",
    "Pameran bursa kerja dihadiri 1.250 pencari kerja.",
    "Kabupaten Blitar memiliki 22 kecamatan.",
    "RPJMD menetapkan 24 program prioritas.",
    "Dinas melaksanakan dua program pelatihan bersama swasta.",
    "Setiap bidang melaksanakan dua kegiatan.",
    "Dua program menyerap kurang dari 90 persen pagunya.",
    "Serapan belanja modal 85 persen.",
    "Untuk pelatihan disediakan anggaran sebesar Rp500.000.000.",
    "Program Hubungan Industrial memperoleh anggaran Rp50.000.000 untuk pembinaan.",
    "Program Hubungan Industrial melatih 92 persen peserta.",
    "Program Perencanaan Tenaga Kerja menjangkau 40 persen perusahaan.",
    "Terdapat lima kasus perselisihan pada tahun 2020.",
    "Dilaporkan satu kasus pencurian.",
    "Perjanjian kinerja dievaluasi pada tanggal 5 April 2022.",
    "Rencana Pembangunan Jangka Menengah Nasional Tahun 2020-2024 menjadi acuan.",
    "RTK Makro 2017–2022 diteruskan oleh RTK Makro 2023–2028.",
    "Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Timur menetapkan kuota transmigrasi.",
    "Dinas Tenaga Kerja dan BPS Kabupaten Blitar menghitungnya.",
    "Program pelatihan kerja dan produktivitas tenaga kerja dioptimalkan.",
    "Program Penempatan Tenaga Kerja dan Perluasan Kesempatan Kerja dibahas bersama.",
    "Jam pelayanan dimulai pukul 08.00; telepon 0342-801234.",
    "`TPAK 72,79%` <!-- TPAK 72,97% --> dan [kutipan](tpak-72,79){.tpak-72} di sini.",
]


@pytest.mark.parametrize(("sentence", "code", "shown"), WRONG)
def test_the_rule_objects(sentence: str, code: str, shown: str) -> None:
    found = [draft for found, draft in find(sentence) if found == code]
    assert found, codes(sentence)
    texts = [f"{draft.message} {draft.arithmetic} {draft.advice}" for draft in found]
    assert any(shown in text for text in texts), texts
    assert all(draft.cells[0].file == FILE and draft.cells[0].row for draft in found)


@pytest.mark.parametrize("sentence", [wrong[0] for wrong in WRONG if wrong[1] not in ("N1", "N2")])
def test_no_other_rule_about_the_same_words_objects(sentence: str) -> None:
    wanted = {code for text, code, _shown in WRONG if text == sentence}
    assert set(codes(sentence)) - HINTS - {"N1"} == wanted


@pytest.mark.parametrize("sentence", RIGHT)
def test_no_rule_objects(sentence: str) -> None:
    found = [(code, draft) for code, draft in find(sentence) if code not in HINTS]
    assert found == []


def test_every_rule_about_sentences_is_tried() -> None:
    elsewhere = {*HINTS, *(f"N{number}" for number in range(17, 25)), "N30", "N31", "N32", "N33"}
    assert {rule.code for rule in narrative_rules()} - elsewhere == {code for _t, code, _s in WRONG}
