"""The office, its officials and the settings of the report, as ``instansi.yml`` holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lkjip.skala import Skala


@dataclass(frozen=True)
class Pejabat:
    """An official. `nip` and `pangkat` are None for an elected one."""

    kunci: str
    nama: str
    jabatan: str
    pangkat: str | None
    nip: str | None


@dataclass(frozen=True)
class Kontak:
    """How readers reach the office, beside its address; None for what it has not, or not told."""

    telepon: str | None = None
    surel: str | None = None
    laman: str | None = None


@dataclass(frozen=True)
class Laporan:
    """The report as a document. `kepegawaian_per` is the first day of the month of the counts.

    The dates are None while the year is under preparation.
    """

    tanggal: date | None
    penandatangan: Pejabat
    kepegawaian_per: date | None


@dataclass(frozen=True)
class Perjanjian:
    """An agreement on performance (Perjanjian Kinerja). `tanggal` is None until it is signed."""

    tanggal: date | None
    pihak_pertama: Pejabat
    pihak_kedua: Pejabat


@dataclass(frozen=True)
class Periode:
    """First and last year of RPJMD and Renstra."""

    awal: int
    akhir: int


@dataclass(frozen=True)
class Rpjmd:
    """What the regional plan says. `misi_dinas` counts from 1."""

    visi: str
    misi: tuple[str, ...]
    misi_dinas: int
    tujuan: str
    sasaran: tuple[str, ...]
    sasaran_rpjmd: str


@dataclass(frozen=True)
class SkalaCapaian:
    """The scale of achievement, as `lkjip.predikat` takes it, and its legal basis."""

    dasar: str
    kelas: Skala


@dataclass(frozen=True)
class Pembulatan:
    """How a column is rounded when printed.

    Parameters
    ----------
    desimal, cara
        Decimals, and the name of a policy of `lkjip.bulatkan`.
    dari_cetak
        Whether the column is computed from printed, rounded numbers (Tabel 3.6 of the 2022
        report) and not from the exact ones.
    """

    desimal: int
    cara: str
    dari_cetak: bool = False


@dataclass(frozen=True)
class Pengaturan:
    """Choices that regulations leave to the office.

    Parameters
    ----------
    efisiensi
        Name of the definition of efficiency.
    capaian_maksimum
        Highest achievement in percent, None for no limit.
    skala_capaian
        Categories of achievement.
    bawaan
        Rounding of columns that are not named in `pembulatan`.
    pembulatan
        Rounding by (table, column).
    """

    efisiensi: str
    capaian_maksimum: Decimal | None
    skala_capaian: SkalaCapaian
    bawaan: Pembulatan
    pembulatan: Mapping[tuple[str, str], Pembulatan]


@dataclass(frozen=True)
class Instansi:
    """Everything of ``instansi.yml``, with the people filled in where they are named by key.

    `lisensi` is the SPDX identifier of the licence under which the data may be used; `edisi` marks
    a report that appears again after it was recomputed, None for the first one; `jejak_data` says
    whether PDF and Word have the annex "Jejak data".
    """

    tahun: int
    pemerintah: str
    daerah: str
    kepala_daerah: Pejabat
    nama: str
    alamat: str
    tempat: str
    kontak: Kontak
    logo: str | None
    lisensi: str | None
    edisi: str | None
    jejak_data: bool
    pejabat: Mapping[str, Pejabat]
    laporan: Laporan
    perjanjian: Mapping[str, Perjanjian]
    periode: Periode
    rpjmd: Rpjmd
    dasar_hukum: tuple[str, ...]
    pengaturan: Pengaturan

    def pembulatan(self, tabel: str, kolom: str) -> tuple[int, str]:
        """Decimals and policy with which a column of a table is rounded.

        Parameters
        ----------
        tabel
            Id of the table, such as ``"capaian"``.
        kolom
            Key of the column, such as ``"capaian"``.

        Returns
        -------
        tuple of int and str
            Arguments for `lkjip.bulatkan` and `lkjip.persen`.
        """
        aturan = self._aturan(tabel, kolom)
        return aturan.desimal, aturan.cara

    def dari_cetak(self, tabel: str, kolom: str) -> bool:
        """Whether a column is computed from printed numbers (``dari: cetak``)."""
        return self._aturan(tabel, kolom).dari_cetak

    def _aturan(self, tabel: str, kolom: str) -> Pembulatan:
        return self.pengaturan.pembulatan.get((tabel, kolom), self.pengaturan.bawaan)
