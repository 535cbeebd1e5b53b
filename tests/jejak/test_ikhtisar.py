"""What the report says of its traces as a whole."""

from __future__ import annotations

from typing import Any

from lkjip.jejak.ikhtisar import ikhtisar

BUKU = {"notebook": "notebooks/02-capaian.ipynb", "sel": "tbl"}


def sel(baris: int, nilai: str, kolom: str = "pagu") -> dict[str, Any]:
    return {"jenis": "sel", "nilai": nilai, "berkas": "x.csv", "baris": baris, "kolom": kolom}


def index(**kinds: Any) -> dict[str, Any]:
    jumlah = {
        "jenis": "rumus",
        "nama": "total",
        "rumus": "jumlah",
        "hitung": "jumlah",
        "nilai": "6",
    }
    jejak = {
        "a": sel(2, "1"),
        "b": sel(3, "2"),
        "c": sel(4, "3"),
        "d": {**jumlah, "masukan": ["a", "b", "c"]},
        "e": {**sel(2, "Dinas", "nama"), "berkas": "nama.csv"},
    }
    return {"jejak": jejak, "nilai": {}, "tabel": {}, "gambar": {}, **kinds}


def test_a_value_names_its_node_and_its_rule() -> None:
    entry = {**BUKU, "asal": "d", "cetak": {"desimal": 0, "cara": "half-up"}}
    said = ikhtisar(index(nilai={"total": entry, "lain": BUKU}))
    assert said["nilai"] == {
        "total": {
            "buku": "02-capaian",
            "sel": "tbl",
            "bulat": "dibulatkan ke bilangan bulat, setengah ke atas",
            "asal": "d",
        }
    }
    assert said["simpul"]["d"]["berkas"] == ["x.csv, baris 2–4: pagu"]
    assert "berkas" not in said["simpul"]["a"]


def test_a_table_rests_on_the_files_and_formulas_of_its_cells() -> None:
    rules = [None, {"desimal": 2, "cara": "truncate"}]
    entry = {**BUKU, "asal": [["e", None], [None, "d"]], "cetak": rules}
    said = ikhtisar(index(tabel={"t": entry, "tanpa": {**BUKU, "asal": [[None]]}}))
    assert said["tabel"] == {
        "t": {
            "buku": "02-capaian",
            "sel": "tbl",
            "berkas": ["nama.csv, baris 2: nama", "x.csv, baris 2–4: pagu"],
            "rumus": ["total = jumlah"],
            "bulat": ["", "dipotong dua desimal"],
        }
    }


def test_a_figure_rests_on_the_numbers_that_it_draws() -> None:
    said = ikhtisar(index(gambar={"g": {**BUKU, "asal": ["a", "c"]}, "tanpa": BUKU}))
    assert said["gambar"] == {
        "g": {"buku": "02-capaian", "sel": "tbl", "berkas": ["x.csv, baris 2, 4: pagu"]}
    }
