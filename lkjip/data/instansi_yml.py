"""Reads ``instansi.yml``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from lkjip.data.instansi import (
    Instansi,
    Kontak,
    Laporan,
    Pejabat,
    Pembulatan,
    Pengaturan,
    Periode,
    Perjanjian,
    Rpjmd,
    SkalaCapaian,
)
from lkjip.data.settings import Section
from lkjip.data.settings_file import read_settings
from lkjip.errors import Finding, InputError
from lkjip.i18n import _
from lkjip.kinerja import DEFINISI_EFISIENSI, predikat
from lkjip.numbers import PEMBULATAN

FILE = "instansi.yml"

KOLOM_DIBULATKAN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "capaian": ("capaian",),
        "renstra": ("kemajuan",),
        "alokasi-sasaran": ("alokasi",),
        "kinerja-anggaran": ("capaian", "serapan"),
        "efisiensi": ("capaian", "serapan", "efisiensi"),
        "realisasi-anggaran": ("serapan",),
        "analisis-efisiensi": ("capaian", "serapan", "efisiensi"),
    }
)
"""Tables and columns whose percentages are computed, and so rounded when printed."""

_NIP = r"[0-9]{8} [0-9]{6} [12] [0-9]{3}"
_BULAN = r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])"
# Word takes no vector graphics without a program that many offices do not have.
_PICTURES = (".png", ".jpg", ".jpeg")
_TELEPON = r"\+?[0-9(][0-9() -]{4,28}[0-9]"
_SUREL = r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+"
_LAMAN = r"https?://[^\s<>\"]+"
_SPDX = r"[A-Za-z0-9][A-Za-z0-9.+-]*"
_YEARS = (1945, 2200)


def read_instansi(
    data: bytes, file: str, tahun: int, beside: Collection[str] = ()
) -> tuple[Instansi | None, list[Finding]]:
    """Read ``instansi.yml``.

    Parameters
    ----------
    data
        Content of the file.
    file
        Name for messages.
    tahun
        The fiscal year whose folder the file lies in.
    beside
        Names of the files in that folder; the logo is one of them.

    Returns
    -------
    Instansi
        None when something is wrong.
    list of Finding
        All that is wrong.
    """
    findings: list[Finding] = []
    top = read_settings(data, file, findings)
    if top is None:
        return None, findings
    instansi = _instansi(top)
    if instansi.tahun != tahun and not any(found.column == "tahun" for found in findings):
        top.report(
            "tahun",
            _("the year is not that of the folder"),
            str(instansi.tahun),
            str(tahun),
            _("write {year}, or move the file").format(year=tahun),
        )
    if instansi.logo and not instansi.logo.lower().endswith(_PICTURES):
        top.report(
            "logo",
            _("this kind of picture cannot be placed in all three reports"),
            instansi.logo,
            _("a file that ends in {endings}").format(endings=", ".join(_PICTURES)),
            _("save the picture as PNG"),
        )
    elif instansi.logo and instansi.logo not in beside:
        top.report(
            "logo",
            _("the picture is missing"),
            instansi.logo,
            _("the name of a file beside {file}").format(file=FILE),
            _("put the picture there, or write null"),
        )
    return (None if findings else instansi), findings


def _instansi(top: Section) -> Instansi:
    section = top.section("pejabat")
    pejabat = {key: _pejabat(section.section(key), key) for key in section.names()}
    section.close()
    perjanjian = top.section("perjanjian")
    instansi = Instansi(
        tahun=top.integer("tahun", *_YEARS),
        pemerintah=top.text("pemerintah"),
        daerah=top.text("daerah"),
        kepala_daerah=_person(top, "kepala_daerah", pejabat),
        nama=top.text("nama"),
        alamat=top.text("alamat"),
        tempat=top.text("tempat"),
        kontak=_kontak(top),
        logo=top.optional_text("logo"),
        lisensi=top.optional_text("lisensi", _SPDX, "CC-BY-4.0"),
        edisi=top.optional_text("edisi"),
        jejak_data=_switch(top, "jejak_data"),
        pejabat=MappingProxyType(pejabat),
        laporan=_laporan(top.section("laporan"), pejabat),
        perjanjian=MappingProxyType(
            {key: _perjanjian(perjanjian.section(key), pejabat) for key in ("pk", "pk-perubahan")}
        ),
        periode=_periode(top.section("periode")),
        rpjmd=_rpjmd(top.section("rpjmd")),
        dasar_hukum=top.texts("dasar_hukum"),
        pengaturan=_pengaturan(top.section("pengaturan")),
    )
    perjanjian.close()
    top.close("edisi", "jejak_data", "kontak")
    return instansi


def _kontak(top: Section) -> Kontak:
    """The section may be absent, and so may each of its keys."""
    if "kontak" not in top.names():
        return Kontak()
    section = top.section("kontak")
    kontak = Kontak(
        telepon=section.optional_text("telepon", _TELEPON, "(0342) 123456"),
        surel=section.optional_text("surel", _SUREL, "dinas@example.go.id"),
        laman=section.optional_text("laman", _LAMAN, "https://dinas.example.go.id"),
    )
    section.close()
    return kontak


def _switch(section: Section, key: str) -> bool:
    """A setting that is off unless it is there and true."""
    return key in section.names() and section.choice(key, ("true", "false")) == "true"


# Stands where a name is unknown; there is a finding then.
_NOBODY = Pejabat("", "", "", None, None)


def _person(section: Section, key: str, pejabat: Mapping[str, Pejabat]) -> Pejabat:
    if not pejabat:
        section.text(key)  # the missing people are one finding
        return _NOBODY
    return pejabat.get(section.choice(key, tuple(pejabat)), _NOBODY)


def _pejabat(section: Section, key: str) -> Pejabat:
    pejabat = Pejabat(
        kunci=key,
        nama=section.text("nama"),
        jabatan=section.text("jabatan"),
        pangkat=section.optional_text("pangkat"),
        nip=section.optional_text("nip", _NIP, "19800131 200501 1 001"),
    )
    section.close()
    return pejabat


def _laporan(section: Section, pejabat: Mapping[str, Pejabat]) -> Laporan:
    tanggal = section.optional_day("tanggal")
    penandatangan = _person(section, "penandatangan", pejabat)
    bulan = section.optional_text("kepegawaian_per", _BULAN, "2024-12", required=True)
    section.close()
    try:
        per = None if bulan is None else date.fromisoformat(f"{bulan}-01")
    except ValueError:
        per = None  # the finding is there already
    return Laporan(tanggal, penandatangan, per)


def _perjanjian(section: Section, pejabat: Mapping[str, Pejabat]) -> Perjanjian:
    perjanjian = Perjanjian(
        section.optional_day("tanggal"),
        _person(section, "pihak_pertama", pejabat),
        _person(section, "pihak_kedua", pejabat),
    )
    section.close()
    return perjanjian


def _periode(section: Section) -> Periode:
    awal = section.integer("awal", *_YEARS)
    akhir = section.integer("akhir", *_YEARS)
    section.close()
    return Periode(awal, akhir)


def _rpjmd(section: Section) -> Rpjmd:
    misi = section.texts("misi")
    rpjmd = Rpjmd(
        visi=section.text("visi"),
        misi=misi,
        misi_dinas=section.integer("misi_dinas", 1, max(len(misi), 1)),
        tujuan=section.text("tujuan"),
        sasaran=section.texts("sasaran"),
        sasaran_rpjmd=section.text("sasaran_rpjmd"),
    )
    section.close()
    return rpjmd


def _pengaturan(section: Section) -> Pengaturan:
    # The other definitions need more than achievement and absorption, which a table row has.
    definisi = [
        name
        for name, definition in DEFINISI_EFISIENSI.items()
        if definition.masukan == ("capaian", "serapan")
    ]
    pembulatan = section.section("pembulatan")
    pengaturan = Pengaturan(
        efisiensi=section.choice("efisiensi", definisi),
        capaian_maksimum=section.optional_number("capaian_maksimum", 100, required=False),
        skala_capaian=_skala(section.section("skala_capaian")),
        bawaan=_aturan(pembulatan.section("bawaan")),
        pembulatan=_pembulatan(pembulatan),
    )
    section.close()
    return pengaturan


def _skala(section: Section) -> SkalaCapaian:
    dasar = section.text("dasar")
    before = len(section.findings)
    kelas = []
    for item in section.sections("kelas"):
        kelas.append((item.text("nama"), item.optional_number("di_atas", 0)))
        item.close()
    section.close()
    if kelas and len(section.findings) == before:
        try:
            predikat(0, kelas)
        except InputError as error:
            for found in error.findings:
                mend = found.mend or _("correct di_atas of the classes")
                section.report("kelas", found.message, found.value, found.expected, mend)
    return SkalaCapaian(dasar, tuple(kelas))


def _pembulatan(section: Section) -> Mapping[tuple[str, str], Pembulatan]:
    aturan = {}
    for tabel, known in KOLOM_DIBULATKAN.items():
        if tabel not in section.names():
            continue
        columns = section.section(tabel)
        for kolom in known:
            if kolom in columns.names():
                aturan[tabel, kolom] = _aturan(columns.section(kolom))
        columns.close(*known)
    section.close(*KOLOM_DIBULATKAN)
    return MappingProxyType(aturan)


def _aturan(section: Section) -> Pembulatan:
    aturan = Pembulatan(
        desimal=section.integer("desimal", 0, 6),
        cara=section.choice("cara", tuple(PEMBULATAN)),
    )
    if "dari" in section.names():
        aturan = replace(aturan, dari_cetak=section.choice("dari", ("cetak", "eksak")) == "cetak")
    section.close("dari")
    return aturan
