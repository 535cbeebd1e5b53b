"""Words that may stand between a subject and what is said of it without changing either."""

from __future__ import annotations

import re

_PLACE_AND_TIME = """
    pada di tahun ini itu tersebut yang telah sudah juga kembali terus dari ke sampai dengan hingga
    akhir awal selama sepanjang lalu sebelumnya kabupaten kota sesudah setelah perubahan semula
    januari februari maret april mei juni juli agustus september oktober november desember
"""
_MEASURES = """
    indikator kinerja realisasi realisasinya nilai nilainya angka angkanya tingkat persentase jumlah
    jumlahnya besaran orang persen poin hasil strategis sasaran program iku utama capaian
    capaiannya pencapaian pagu pagunya anggaran anggarannya target targetnya ditetapkan efisiensi
    efisiensinya serapan serapannya penyerapan penganggur pengangguran penganggurnya lulusan
    berpendidikan tamatan kemajuan kemajuannya akhir renstra pegawai kasus keluarga selisih
"""
_LINKS = """
    adalah ialah yaitu yakni sebesar sebanyak mencapai tercatat menjadi berada berjumlah mengalami
    mencatat menunjukkan bernilai hanya masih justru malah ternyata bahwa maka hal memang terhadap
    dibandingkan dibanding
"""
_DEGREES = """
    cukup sangat sedikit secara umum umumnya keseluruhan nyata signifikan tajam drastis total semua
    seluruh seluruhnya semuanya setiap masing-masing dinas tren
"""
_ABLE = "dapat mampu bisa berhasil"
_DENIAL = "tidak belum tak bukan kurang gagal"

ABLE = frozenset(_ABLE.split())
"""*Dapat meningkat* is a hope, *dapat mencapai target* a result: these count only sometimes."""

FILLER = frozenset(" ".join((_PLACE_AND_TIME, _MEASURES, _LINKS, _DEGREES, _ABLE, _DENIAL)).split())
"""Before a verb."""

_ACTIONS = """
    terealisasi direalisasikan terserap menyerap diserap memperoleh memiliki mempunyai ditunjang
    didukung melalui dilaksanakan oleh lebih kurang hampir sekitar naik turun meningkat menurun
    bertambah berkurang kenaikan peningkatan penurunan terdapat terdiri atas dan
    alokasi kegiatan selesai proses bipartit rp laki-laki perempuan
"""

BEFORE_NUMBER = FILLER | frozenset(_ACTIONS.split())
"""Before a number."""

_WORD = re.compile(r"[A-Za-z][\w-]*")


def plain(text: str, words: frozenset[str], places: frozenset[str] = frozenset()) -> bool:
    """Whether a text has no other words than these, and names of places."""
    return all(
        word.casefold() in words or word.casefold() in places for word in _WORD.findall(text)
    )
