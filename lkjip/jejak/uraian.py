"""One node in words: its formula with names and with figures, its source, what came out.

The page and the annex "Jejak data" print these words; `lkjip.jejak.ikhtisar` lays them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lkjip.jejak.bilangan import bilangan, pembulatan
from lkjip.jejak.istilah import bernomor, istilah, kalimat
from lkjip.numbers import MINUS

Simpul = Mapping[str, Any]
"""A node as ``nilai.json`` holds it."""
Jejak = Mapping[str, Simpul]
"""Nodes by key."""
Masukan = tuple[str, str]
"""Name and key of an input; terms of a sum have no names."""

# Of a sum with more terms than _PANJANG only the first ones are written out.
_PANJANG, _TERTULIS = 12, 4
# Names of rules that say less than the rule itself, and what their words are called as an input.
_UMUM = {"banding": "perbandingan", "kata": "hasil", "teks": "teks"}
# Words of a formula that computes; others make it a sentence.
_HITUNGAN = frozenset(
    ("abs", "max", "min", "nilai", "mutlak", "terbesar", "terkecil", "dari", "jumlah")
)


def uraian(jejak: Jejak, kunci: str) -> dict[str, Any]:
    """A node in words.

    Parameters
    ----------
    jejak
        All nodes.
    kunci
        Key of the node.

    Returns
    -------
    dict
        What there is to say of it:

        - ``nama``, ``rumus``, ``angka``: name of the formula, the formula in words and, of one that
          computes, the same with figures in the place of names; ``dasar``: what the formula is
          based on;
        - ``hasil``: the value in Indonesian spelling;
        - ``sumber``: where it stands; ``isi``: the text there, where ``hasil`` is another one;
        - ``kata``, ``urut``: whether it is words that depend on values, or a row number;
        - ``masukan``: its inputs in the order of the formula, as ``[name, key]``, or the key alone
          where the input has no name.
    """
    simpul = jejak[kunci]
    masukan = masukan_bernama(jejak, simpul)
    rumus, hasil = rumus_simpul(simpul), hasil_simpul(simpul)
    nama = nama_simpul(simpul)
    said = {
        "nama": nama and istilah(nama),
        "rumus": rumus and kalimat(rumus),
        "angka": dengan_angka(jejak, simpul),
        "dasar": simpul.get("sumber"),
        "sumber": sumber_simpul(simpul),
        "hasil": hasil,
        "isi": simpul["nilai"] if rumus is None and hasil != simpul["nilai"] else None,
        # The items of a list are taken over as they are.
        "kata": (simpul["jenis"] == "kata" and simpul.get("nama") != "daftar") or None,
        "urut": simpul["jenis"] == "urut" or None,
        "masukan": [[name, key] if name else key for name, key in masukan] or None,
    }
    return {name: value for name, value in said.items() if value is not None}


def hasil_simpul(simpul: Simpul, nama: str = "") -> str:
    """The value of a node as a formula shows it that calls it `nama`."""
    names = (simpul.get("kolom") or "", simpul.get("kunci") or "", nama)
    tahun = any(map(_menyebut_tahun, names)) or _dari_tahun(simpul)
    text: str = simpul["nilai"]
    return bilangan(text, tahun) or text


def _menyebut_tahun(nama: str) -> bool:
    return "tahun" in nama.lower() or "year" in nama.lower()


def _dari_tahun(simpul: Simpul) -> bool:
    """Whether a formula is about nothing but years: ``tahun + 1``."""
    masukan = simpul.get("masukan")
    return bool(masukan) and isinstance(masukan, Mapping) and all(map(_menyebut_tahun, masukan))


def rumus_simpul(simpul: Simpul) -> str | None:
    """The formula of a node in words; None where it has none."""
    aturan, masukan = pembulatan(simpul), masukan_simpul(simpul)
    if aturan and masukan:
        return f"{masukan[0][0] or 'angka'} {aturan}"
    words: str | None = simpul.get("rumus")
    if words is None:
        return None
    if simpul["jenis"] == "cacah":
        return f"banyaknya {words}"
    return words if words.replace("…", "").strip() else "rangkaian teks"


def nama_simpul(simpul: Simpul) -> str | None:
    """The name of what a formula computes; None where the formula itself says it."""
    nama: str | None = simpul.get("nama")
    if nama in _UMUM or nama == rumus_simpul(simpul) or pembulatan(simpul):
        return None
    return nama


def masukan_simpul(simpul: Simpul) -> list[Masukan]:
    """The inputs of a node, in the order of the formula."""
    masukan = simpul.get("masukan") or {}
    if not isinstance(masukan, Mapping):
        return [("", key) for key in masukan]
    text = f"{simpul.get('rumus') or ''} {simpul.get('hitung') or ''}"
    names = [*dict.fromkeys(_pola(masukan).findall(text)), *sorted(masukan)] if masukan else []
    return [(name, masukan[name]) for name in dict.fromkeys(names)]


def masukan_bernama(jejak: Jejak, simpul: Simpul) -> list[Masukan]:
    """The inputs of a node as a reader would call them; only terms of a sum have no names."""
    if simpul["jenis"] == "rumus" and not isinstance(simpul.get("masukan"), Mapping):
        return masukan_simpul(simpul)
    return [
        (istilah(name) if name and not bernomor(name) else _sebutan(jejak[key]), key)
        for name, key in masukan_simpul(simpul)
    ]


def _sebutan(simpul: Simpul) -> str:
    """What a value is called that no formula names."""
    umum = _UMUM.get(simpul.get("nama", ""))
    nama = simpul.get("kolom") or umum or nama_simpul(simpul) or simpul.get("kunci")
    return istilah(nama.split(".")[-1]) if nama else kalimat(rumus_simpul(simpul) or "")


def dengan_angka(jejak: Jejak, simpul: Simpul) -> str | None:
    """The formula with figures in the place of names.

    None where that says nothing new, and for rules in words, which figures would make unreadable.
    """
    masukan, hitung = masukan_simpul(simpul), simpul.get("hitung")
    if not masukan or simpul["jenis"] == "kata":
        return None
    if not masukan[0][0]:
        return _penjumlahan(jejak, masukan) if hitung else None
    figures = {name: _suku(jejak, name, key) for name, key in masukan}
    rumus = rumus_simpul(simpul) or ""
    for formula in (rumus, (hitung or "").replace("*", "×")):
        text = _pola(figures).sub(lambda found: figures[found[0]], formula)
        if text != formula and (pembulatan(simpul) or _berhitung(formula, figures)):
            return text
    return None


def _berhitung(formula: str, nama: Iterable[str]) -> bool:
    """Whether a formula computes and is no sentence."""
    words = re.findall(r"[^\W\d_]+", _pola(nama).sub("", re.sub(r"“[^”]*”", "", formula)))
    return _HITUNGAN.issuperset(words)


def _pola(nama: Iterable[str]) -> re.Pattern[str]:
    """Finds names as whole words, the longest of those that begin alike."""
    longest_first = sorted(map(re.escape, nama), key=len, reverse=True)
    # What stands in quotation marks is a text and no name.
    return re.compile(rf"(?<![\w“])(?:{'|'.join(longest_first)})(?![\w”])")


def _suku(jejak: Jejak, nama: str, kunci: str) -> str:
    """A figure that stands within a formula."""
    figure = hasil_simpul(jejak[kunci], nama)
    return f"({figure})" if figure.startswith(MINUS) else figure


def _penjumlahan(jejak: Jejak, masukan: list[Masukan]) -> str:
    shown = masukan if len(masukan) <= _PANJANG else masukan[:_TERTULIS]
    terms = [_suku(jejak, name, key) for name, key in shown]
    if len(shown) < len(masukan):
        terms.append(f"… ({len(masukan)} angka)")
    return " + ".join(terms)


def sumber_simpul(simpul: Simpul) -> str | None:
    """Where the text of a node stands: ``anggaran.csv, baris 3, kolom pagu``."""
    if not simpul.get("berkas"):
        return "nomor urut baris" if simpul["jenis"] == "urut" else None
    parts = [tempat(simpul["berkas"], baris_simpul(simpul))]
    parts += [f"{name} {simpul[name]}" for name in ("kolom", "kunci") if simpul.get(name)]
    return ", ".join(parts)


def baris_simpul(simpul: Simpul) -> list[int]:
    """The rows of a file that a node was read from, as far as they are known."""
    rows = simpul.get("baris")
    return [row for row in (rows if isinstance(rows, list) else [rows]) if row is not None]


def tempat(berkas: str, baris: Iterable[int]) -> str:
    """A file with rows of it: ``anggaran.csv, baris 2–7, 9``."""
    ranges: list[list[int]] = []
    for row in sorted(set(baris)):
        if ranges and row == ranges[-1][-1] + 1:
            ranges[-1].append(row)
        else:
            ranges.append([row])
    words = [f"{rows[0]}–{rows[-1]}" if len(rows) > 1 else f"{rows[0]}" for rows in ranges]
    return f"{berkas}, baris {', '.join(words)}" if words else berkas
