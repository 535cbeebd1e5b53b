"""Sentences of the first chapters that depend on numbers: one, some or all; above, below, equal.

They are plain texts for data that is complete; `kalimat` waits for it and keeps its trace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lkjip.belum import BELUM, ada_belum, bila_lengkap
from lkjip.kalimat import bilangan, rentang_predikat, semua
from lkjip.kata import peringkat, rangkai
from lkjip.nilai import nilai
from lkjip.numbers import angka, exact, persen, rupiah
from lkjip.skala import SKALA_SAKIP
from lkjip.ukuran import hilang

_TERTULIS = 9  # up to here running text writes numbers in letters
_SEBUT = 3  # names that a sentence carries; more are counted


def kalimat(dari: Iterable[Any], tulis: Callable[[], str], rumus: str) -> Any:
    """A sentence once all that it depends on is known, and `BELUM` before.

    Parameters
    ----------
    dari
        What it depends on.
    tulis
        Writes it; not asked before the data is complete.
    rumus
        How it is chosen, in words for the reader of the trace.
    """
    isi = list(dari)
    return BELUM if ada_belum(isi) else bila_lengkap(isi, tulis(), rumus)


def edisi(nama: str) -> str:
    """What a report says of itself when it appears again: how it came about, and where to read.

    Parameters
    ----------
    nama
        The mark of the edition: ``"Edisi hitung ulang"``.
    """
    return (
        f"Laporan ini merupakan {nama[0].lower()}{nama[1:]}: angkanya dihitung kembali dari data "
        "dan diselaraskan, dan perbedaannya dari edisi sebelumnya dijelaskan dalam bab "
        "Akuntabilitas Kinerja."
    )


def ukuran(isi: Any, satuan: str) -> str:
    """A measure in its unit, as prose prints it: ``"5,45%"``, ``"3 kasus"``, ``"BB"``."""
    return str(nilai(isi, "ukuran", satuan=satuan)["bentuk"]["utama"])


def mutu(isi: Any, acuan: Any, arah: str) -> int:
    """How a result stands to another: 1 better, 0 equal, -1 worse.

    Parameters
    ----------
    isi, acuan
        Two numbers or two grades.
    arah
        ``"naik"`` when more is better, else less is.
    """
    a, b = peringkat(isi), peringkat(acuan)
    lebih = int(a > b) - int(a < b)
    return lebih if arah == "naik" else -lebih


def komposisi(laki_laki: int, perempuan: int) -> str:
    """Men and women of a group: ``"semuanya laki-laki"``, ``"dua laki-laki dan satu perempuan"``.

    ``"tidak ada"`` when there is nobody in it.
    """
    ada = {"laki-laki": laki_laki, "perempuan": perempuan}
    kelompok = {sebutan: n for sebutan, n in ada.items() if n}
    if len(kelompok) == 1:
        ((sebutan, n),) = kelompok.items()
        return sebutan if n == 1 else f"semuanya {sebutan}"
    # EYD V: figures where one of several numbers needs them.
    tulis = angka if max(ada.values()) > _TERTULIS else bilangan
    return rangkai([f"{tulis(n)} {sebutan}" for sebutan, n in kelompok.items()]) or "tidak ada"


def terhadap_target(
    nama: str, definisi: str, realisasi: Any, target: Any, arah: str, satuan: str
) -> str:
    """How far an indicator is from its target, and whether it is met.

    Parameters
    ----------
    nama, definisi
        Its name, and what it means; an empty text leaves that out.
    realisasi, target, arah, satuan
        As in `mutu` and `ukuran`.
    """
    isi, batas = ukuran(realisasi, satuan), ukuran(target, satuan)
    letak = _letak(realisasi, target, satuan)
    hasil = "tercapai" if mutu(realisasi, target, arah) >= 0 else "tidak tercapai"
    arti = f", yaitu {definisi[0].lower()}{definisi[1:].rstrip('.')}," if definisi else ""
    return f"{nama}{arti} terealisasi {isi}, {letak} target {batas} ({hasil})."


def _letak(isi: Any, acuan: Any, satuan: str) -> str:
    a, b = peringkat(isi), peringkat(acuan)
    if a == b:
        return "sama dengan"
    sisi = "di atas" if a > b else "di bawah"
    return sisi if isinstance(isi, str) else f"{_beda(isi, acuan, satuan)} {sisi}"


def _beda(isi: Any, acuan: Any, satuan: str) -> str:
    return str(nilai(abs(isi - acuan), "poin", satuan=satuan)["bentuk"]["utama"])


def terhadap_tahun_lalu(realisasi: Any, lalu: Any, arah: str, satuan: str, tahun: int) -> str:
    """Whether an indicator is better or worse than in an earlier year; nothing without one."""
    if hilang(lalu):
        return ""
    arti = {1: "membaik", 0: "tetap", -1: "memburuk"}[mutu(realisasi, lalu, arah)]
    beda = "" if arti == "tetap" or isinstance(lalu, str) else f" {_beda(realisasi, lalu, satuan)}"
    return f"Sejak tahun {tahun} ({ukuran(lalu, satuan)}), keadaannya {arti}{beda}."


def tentang_sasaran(
    jumlah: int, meleset: Sequence[str], memburuk: Sequence[str] | None, tahun: int
) -> str:
    """Which indicators of a sasaran missed their targets, and which are worse than a year ago.

    Parameters
    ----------
    jumlah
        How many indicators there are.
    meleset, memburuk
        Those that missed, and those that are worse, with their figures; None when that is not
        known of all, so that nothing is said of it.
    tahun
        The year before.
    """
    tercapai = jumlah - len(meleset)
    if not meleset:
        awal = f"{'Semua indikator' if jumlah > 1 else 'Indikator'} sasaran mencapai target"
    elif tercapai:
        awal = f"{bilangan(tercapai)} dari {bilangan(jumlah)} indikator sasaran mencapai target"
    else:
        awal = "Tidak ada indikator sasaran yang mencapai target"
    sebab = f"; yang meleset ialah {_sebut(meleset, 'indikator')}" if meleset else ""
    hasil = f"{awal[0].upper()}{awal[1:]}{sebab}."
    if memburuk is None:
        return hasil
    lalu = f"yang memburuk ialah {_sebut(memburuk, 'indikator')}" if memburuk else ""
    return f"{hasil} Sejak tahun {tahun}, {lalu or 'tidak ada yang memburuk'}."


def _sebut(nama: Sequence[str], hal: str) -> str:
    return rangkai(list(nama)) if len(nama) <= _SEBUT else f"{bilangan(len(nama))} {hal}"


def tentang_efisiensi(program: Sequence[tuple[str, str, str, str]], jumlah: int) -> str:
    """Programmes that spent a larger share of their budget than of what they promised.

    Parameters
    ----------
    program
        Those with a negative efficiency, lowest first: name, achievement, absorption and
        efficiency, as printed.
    jumlah
        How many programmes there are.
    """
    if not program:
        return "Tidak ada program yang tingkat efisiensinya negatif."
    if len(program) > _SEBUT:
        nama, *_lainnya, tingkat = program[0]
        return (
            f"{bilangan(len(program)).capitalize()} dari {bilangan(jumlah)} program tingkat "
            f"efisiensinya negatif; yang terendah ialah {nama} ({tingkat})."
        )
    return " ".join(
        f"Tingkat efisiensi {nama} negatif ({tingkat}): kinerjanya {capaian} dari target, "
        f"sedangkan anggarannya terserap {serapan}."
        for nama, capaian, serapan, tingkat in program
    )


def tentang_sisa(pagu: int, realisasi: int, sisa: Sequence[tuple[str, int]], bagian: str) -> str:
    """How much of the budget was left, and where most of it.

    Parameters
    ----------
    pagu, realisasi
        Rupiah of all programmes.
    sisa
        Name and rupiah left of each programme.
    bagian
        The rest as a share of the budget, as printed.
    """
    if realisasi == pagu:
        return "Seluruh pagu terserap."
    if realisasi > pagu:
        return f"Realisasi anggaran melampaui pagu sebesar {rupiah(realisasi - pagu)}."
    nama, terbesar = max(sisa, key=lambda satu: satu[1])
    return (
        f"Dari pagu, {rupiah(pagu - realisasi)} ({bagian}) tidak terserap, paling banyak pada "
        f"{nama} ({rupiah(terbesar)})."
    )


def arti_predikat(predikat: str) -> str:
    """What a SAKIP grade stands for: its place in the scale and its scores.

    Raises
    ------
    ValueError
        The scale has no such grade.
    """
    kelas = [nama for nama, _batas in SKALA_SAKIP]
    tempat = kelas.index(predikat)
    urutan = "pertama" if tempat == 0 else f"ke{bilangan(tempat + 1)}"
    return (
        f"Predikat {predikat}, yang {urutan} dari {bilangan(len(kelas))} dalam skala SAKIP, "
        f"berarti nilai {rentang_predikat(predikat)}."
    )


def tentang_perubahan_target(
    berubah: Sequence[str], jumlah: int, perubahan: int, bagian: str
) -> str:
    """Whether targets changed with the budget, when an agreement was revised.

    Parameters
    ----------
    berubah
        Names of the indicators whose target changed.
    jumlah
        How many indicators there are.
    perubahan
        Rupiah by which the budget changed.
    bagian
        The same as a share of the first budget, as printed.
    """
    arah = "bertambah" if perubahan > 0 else "berkurang"
    pagu = f"pagu {arah} {rupiah(abs(perubahan))} ({bagian})" if perubahan else "pagu tidak berubah"
    target = "indikator sasaran" if jumlah == 1 else f"{semua(jumlah)} indikator sasaran"
    if not berubah and not perubahan:
        return f"Pagu tidak berubah, demikian pula target {target}."
    if not berubah:
        return f"Meskipun {pagu}, target {target} tidak berubah."
    if len(berubah) == jumlah:
        return f"Target {target} berubah; {pagu}."
    return (
        f"Target {bilangan(len(berubah))} dari {bilangan(jumlah)} indikator sasaran berubah, yaitu "
        f"{_sebut(berubah, 'indikator')}; {pagu}."
    )


def perubahan_pagu(nama: str, murni: int, pagu: int, desimal: int, cara: str) -> str:
    """How the budget of a programme changed.

    Parameters
    ----------
    nama
        The programme.
    murni, pagu
        Rupiah before and after.
    desimal, cara
        How its share of the first budget is rounded.
    """
    if pagu == murni:
        return f"{nama} tetap {rupiah(pagu)}"
    arah = "bertambah" if pagu > murni else "berkurang"
    beda = abs(pagu - murni)
    bagian = f" ({persen(exact(beda) / exact(murni) * 100, desimal, cara)})" if murni else ""
    return f"{nama} {arah} {rupiah(beda)}{bagian} menjadi {rupiah(pagu)}"
