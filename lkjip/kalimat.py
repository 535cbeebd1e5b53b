"""Clauses whose grammar depends on numbers: none, one, some or all; above, equal or below.

They begin in small letters and have no full stop, so that a sentence can take them in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from lkjip.kata import banding, dengan_kata, peringkat, rangkai
from lkjip.kinerja import ARAH
from lkjip.nilai import nilai
from lkjip.numbers import Exact, angka, persen, rupiah
from lkjip.skala import SKALA_SAKIP

# Named are the few that hold at least so much of what is left, in percent.
_SEBAGIAN_BESAR = 75

_SIFAT = {
    "naik": "Makin besar makin baik",
    "turun": "Makin kecil makin baik",
    "turun-rasio": "Makin kecil makin baik",
}
_PERATURAN = {
    "Permendagri": "Peraturan Menteri Dalam Negeri",
    "PermenPANRB": "Peraturan Menteri PANRB",
}

Pembulatan = tuple[int, str]
"""Decimals, and ``"half-up"`` or ``"truncate"``."""


def bilangan(n: Exact) -> str:
    """A count as running text writes it: in letters up to nine."""
    return dengan_kata(n, angka(n, ringkas=True))


def semua(n: int) -> str:
    """All of some things: ``"keempat"``, ``"semua 12"``; of one, ``"satu-satunya"``."""
    if n == 1:
        return "satu-satunya"
    text = bilangan(n)
    return f"ke{text}" if text.isalpha() else f"semua {text}"


def bagian(n: int, dari: int, benda: str) -> str:
    """Some of some things, as the subject of a sentence.

    Parameters
    ----------
    n, dari
        How many, of how many.
    benda
        What they are: ``"indikator sasaran"``.

    Returns
    -------
    str
        ``"keempat indikator"``, ``"tiga dari empat indikator"`` or ``"tidak satu pun dari empat
        indikator"``, which may go on as ``"mencapai target"``.
    """
    if n == dari and n:
        return f"{semua(n)} {benda}"
    if n:
        return f"{bilangan(n)} dari {bilangan(dari)} {benda}"
    return (
        f"tidak satu pun dari {bilangan(dari)} {benda}" if dari > 1 else f"tidak satu pun {benda}"
    )


def ketercapaian(melampaui: int, tepat: int, jumlah: int, benda: str) -> str:
    """How many reach their target, and how many of these go beyond it.

    Parameters
    ----------
    melampaui, tepat, jumlah
        How many go beyond their target, meet it exactly, and are measured.
    benda
        What is measured: ``"indikator sasaran"``.
    """
    tercapai = melampaui + tepat
    text = f"{bagian(tercapai, jumlah, benda)} mencapai target"
    if melampaui and tepat:
        return f"{text}: {bilangan(melampaui)} melampauinya dan {bilangan(tepat)} tepat menyamainya"
    if melampaui or tepat:
        text += " dan melampauinya" if melampaui else " dan tepat menyamainya"
    return text


def terhadap(realisasi: Any, target: Any, satuan: str) -> str:
    """How a result stands to its target, with the difference where there is one.

    Parameters
    ----------
    realisasi, target
        Two numbers, or two grades.
    satuan
        The unit of the indicator.
    """
    arah = banding(realisasi, target, "lebih tinggi", "lebih rendah", "")
    beda = _selisih(realisasi, target, satuan)
    return f"{arah}{beda} daripada target" if arah else "tepat sama dengan target"


def gerak(kini: Any, lalu: Any, satuan: str) -> str:
    """How a value moved since last year: ``"naik 2,5 poin persen"``, ``"tidak berubah"``.

    Parameters
    ----------
    kini, lalu
        Two numbers, or two grades: ``"naik menjadi A"``.
    satuan
        The unit of the indicator.
    """
    arah = str(banding(kini, lalu, "naik", "turun", "tidak berubah"))
    if kini == lalu:
        return arah
    return (
        f"{arah} menjadi {kini}" if isinstance(kini, str) else arah + _selisih(kini, lalu, satuan)
    )


def makna(kini: Any, lalu: Any, arah: str) -> str:
    """What a move means: ``"membaik"``, ``"memburuk"`` or ``"tidak berubah"``.

    Parameters
    ----------
    kini, lalu
        Two numbers, or two grades.
    arah
        The polarity of the indicator; only with ``"naik"`` higher is better.
    """
    naik, turun = ("membaik", "memburuk") if arah == "naik" else ("memburuk", "membaik")
    return str(banding(kini, lalu, naik, turun, "tidak berubah"))


def _selisih(nilai_ini: Any, acuan: Any, satuan: str) -> str:
    if isinstance(nilai_ini, str):
        return ""
    return f" {nilai(abs(nilai_ini - acuan), 'poin', satuan=satuan)['bentuk']['utama']}"


def rumus_capaian(arah: str) -> str:
    """How achievement is computed for a polarity, and what that rests on: an item of a list.

    Parameters
    ----------
    arah
        A name in `lkjip.kinerja.ARAH`.
    """
    definisi = ARAH[arah]
    return f"{_SIFAT[arah]}: capaian = {definisi.rumus} ({peraturan(definisi.sumber)})"


def peraturan(dasar: str) -> str:
    """A regulation as running text names it: ``"Peraturan Menteri Dalam Negeri Nomor …"``."""
    for singkatan, nama in _PERATURAN.items():
        dasar = dasar.replace(singkatan, nama)
    return dasar


def perselisihan(jumlah: int, selesai: int, proses: int, bulat: Pembulatan) -> str:
    """How many of the reported disputes are settled.

    Parameters
    ----------
    jumlah, selesai, proses
        Disputes reported, settled, and still in process.
    bulat
        How the share is rounded.
    """
    if not jumlah:
        return "tidak ada kasus perselisihan yang dilaporkan"
    if selesai == jumlah:
        return f"{semua(jumlah)} kasus perselisihan yang dilaporkan telah selesai"
    if not selesai:
        return f"{bagian(0, jumlah, 'kasus perselisihan yang dilaporkan')} telah selesai"
    share = persen(Fraction(100 * selesai, jumlah), *bulat)
    text = f"dari {bilangan(jumlah)} kasus perselisihan yang dilaporkan, {bilangan(selesai)} kasus"
    lain = f" dan {bilangan(proses)} kasus masih dalam proses" if proses else ""
    return f"{text} ({share}) telah selesai{lain}"


def penyumbang(selisih: Mapping[str, int], bulat: Pembulatan) -> str:
    """Which group rose most, and what part of the net rise of all it makes.

    Parameters
    ----------
    selisih
        Persons more than last year (fewer: negative) by group.
    bulat
        How the share is rounded.
    """
    terbesar = max(selisih.values(), default=0)
    if terbesar <= 0:
        return "jumlah penganggur tidak bertambah pada satu pun tingkat pendidikan"
    nama = rangkai([group for group, beda in selisih.items() if beda == terbesar])
    bersih = sum(selisih.values())
    text = f"kenaikan terbesar terdapat pada lulusan {nama}, yaitu {angka(terbesar)} orang"
    if rangkap := sum(beda == terbesar for beda in selisih.values()) - 1:
        text += " masing-masing"
    if bersih <= 0:
        return f"{text}, meskipun jumlah seluruhnya tidak bertambah"
    semuanya = terbesar * (rangkap + 1)
    if semuanya > bersih:
        return f"{text}, lebih besar daripada kenaikan bersih seluruhnya"
    return f"{text} atau {persen(Fraction(100 * semuanya, bersih), *bulat)} dari kenaikan bersih"


def pemegang_sisa(sisa: Mapping[str, int], bulat: Pembulatan) -> str:
    """Which programmes hold most of what was not spent.

    Parameters
    ----------
    sisa
        Rupiah not spent, by programme.
    bulat
        How the share is rounded.
    """
    seluruh = sum(sisa.values())
    if seluruh <= 0:
        return "tidak ada pagu yang tersisa"
    pilih: dict[str, int] = {}
    for nama in sorted(sisa, key=lambda nama: -sisa[nama]):
        pilih[nama] = sisa[nama]
        if 100 * sum(pilih.values()) >= _SEBAGIAN_BESAR * seluruh:
            break
    nama = rangkai([f"{nama} ({rupiah(uang)})" for nama, uang in pilih.items()])
    bersama = ", bersama-sama" if len(pilih) > 1 else ", yaitu"
    share = persen(Fraction(100 * sum(pilih.values()), seluruh), *bulat)
    return f"sisa terbesar terdapat pada {nama}{bersama} {share} dari seluruh sisa"


def negatif(efisiensi: Mapping[str, str], jumlah: int) -> str:
    """Which of some programmes have a negative efficiency.

    Parameters
    ----------
    efisiensi
        Those that have one, with their efficiency as printed.
    jumlah
        How many programmes there are.
    """
    if not efisiensi:
        return "tidak ada program dengan tingkat efisiensi negatif"
    if len(efisiensi) == jumlah:
        return f"tingkat efisiensi {semua(jumlah)} program negatif"
    nama = rangkai([f"{nama} ({text})" for nama, text in efisiensi.items()])
    return (
        f"tingkat efisiensi negatif terdapat pada {bilangan(len(efisiensi))} dari "
        f"{bilangan(jumlah)} program, yaitu {nama}"
    )


def simpulan_renstra(tercapai: int, jumlah: int, sisa_tahun: int) -> str:
    """What follows from the end targets that are reached.

    Parameters
    ----------
    tercapai, jumlah
        How many indicators reached the target of the last year, of how many.
    sisa_tahun
        Years until then.
    """
    if sisa_tahun <= 0:
        return "periode Renstra berakhir pada tahun ini"
    waktu = f"{bilangan(sisa_tahun)} tahun sebelum periode Renstra berakhir"
    if not tercapai:
        return f"target akhir itu masih harus dikejar, {waktu}"
    yang = "target akhir itu" if tercapai == jumlah else "target akhir yang sudah dicapai itu"
    return f"{yang} terpenuhi {waktu} dan perlu ditinjau agar tetap mendorong perbaikan"


def target_akhir(tercapai: int, tercatat: int, jumlah: int, benda: str) -> str:
    """How many reach a target of the Renstra's last year that not all of them may have.

    Parameters
    ----------
    tercapai, tercatat, jumlah
        How many reach it, have one, and are there.
    benda
        What they are: ``"indikator tujuan"``.
    """
    if tercatat < jumlah:
        yang = benda if jumlah == 1 else bagian(jumlah - tercatat, jumlah, benda)
        return (
            f"target akhir Renstra {yang} belum tersedia dalam data laporan ini "
            "sehingga kemajuannya tidak dapat dihitung"
        )
    return f"{bagian(tercapai, jumlah, benda)} mencapai target akhir Renstra"


def rentang_predikat(predikat: str) -> str:
    """The scores that a SAKIP grade stands for: ``"di atas 70 sampai dengan 80"``."""
    urutan = -peringkat(predikat)
    bawah = SKALA_SAKIP[urutan][1]
    atas = SKALA_SAKIP[urutan - 1][1] if urutan else None
    if bawah is None:
        return f"paling tinggi {atas}"
    return f"di atas {bawah}" + ("" if atas is None else f" sampai dengan {atas}")


def cara_cetak(kolom: Mapping[str, Pembulatan]) -> str:
    """How the percentages of some columns are rounded: most alike, others named.

    Parameters
    ----------
    kolom
        Decimals and policy by name of the column.
    """
    umum = Counter(kolom.values()).most_common(1)[0][0]
    lain: dict[Pembulatan, list[str]] = {}
    for nama, aturan in kolom.items():
        if aturan != umum:
            lain.setdefault(aturan, []).append(nama)
    if not lain:
        return f"persentase dicetak {_cara(umum)}"
    khusus = [f"{rangkai(nama)} dicetak {_cara(aturan)}" for aturan, nama in lain.items()]
    return "; ".join((f"pada umumnya persentase dicetak {_cara(umum)}", *khusus))


def _cara(aturan: Pembulatan) -> str:
    desimal, cara = aturan
    berapa = f"dengan {bilangan(desimal)} desimal" if desimal else "tanpa desimal"
    return f"{berapa} dan {'dipotong' if cara == 'truncate' else 'dibulatkan'}"


def contoh_cetak(nama: Sequence[str], isi: Sequence[Exact], desimal: int) -> str:
    """A number that the two policies print differently; nothing where there is none.

    Parameters
    ----------
    nama, isi
        What the numbers are, and the exact percentages.
    desimal
        Decimals to print.
    """
    for benda, persentase in zip(nama, isi, strict=True):
        bulat, potong = (persen(persentase, desimal, cara) for cara in ("half-up", "truncate"))
        if bulat != potong:
            return (
                f"Serapan {benda}, misalnya, tercetak {bulat} bila dibulatkan dan {potong} bila "
                "dipotong."
            )
    return ""
