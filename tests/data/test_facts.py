"""The facts of the 2022 report: figures that agree there, and the single-source decisions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest

from lkjip.data.load import Data, load
from lkjip.numbers import bulatkan


@pytest.fixture(scope="module")
def data(root: Path) -> Data:
    return load(root / "data", 2022)


def test_staff(data: Data) -> None:
    by_sex = data.pegawai.groupby("dimensi")[["laki_laki", "perempuan"]].sum()
    assert by_sex.loc["pangkat"].tolist() == [17, 14]
    assert by_sex.loc["jabatan"].tolist() == [16, 15]
    assert by_sex.loc["pendidikan"].tolist() == [16, 15]
    assert data.pegawai.groupby("dimensi").size().to_dict() == {
        "pangkat": 10,
        "jabatan": 5,
        "pendidikan": 4,
    }


def test_budget(data: Data) -> None:
    pagu = data.anggaran.groupby("tahap").pagu.sum()
    assert pagu["murni"] == 7_769_554_692
    assert pagu["perubahan"] == 8_251_284_892
    spent = data.realisasi_anggaran.realisasi.sum()
    assert spent == 7_891_881_259
    assert bulatkan(Fraction(100 * int(spent), int(pagu["perubahan"])), 2) == Decimal("95.64")


def test_absorption_by_programme(data: Data) -> None:
    pagu = data.anggaran[data.anggaran.tahap == "perubahan"].set_index("program").pagu
    spent = data.realisasi_anggaran.set_index("program").realisasi
    printed = [
        str(bulatkan(Fraction(100 * int(spent[p]), int(pagu[p])), 2)) for p in data.program.kode
    ]
    assert printed == ["95.30", "99.12", "85.99", "99.61", "91.58", "97.56"]


def test_labour_market(data: Data) -> None:
    jumlah = data.pengangguran.groupby("tahun").jumlah.sum()
    assert jumlah.to_dict() == {2021: 24_072, 2022: 37_219}
    wide = data.pengangguran.pivot(index="urutan", columns="tahun", values="jumlah")
    assert (wide[2022] - wide[2021]).tolist() == [-658, 8454, 2989, 2099, 1309, -1046]
    year = data.ketenagakerjaan.set_index("tahun").loc[2022]
    angkatan = int(year.angkatan_kerja)
    tpak = Fraction(100 * angkatan, int(year.penduduk_usia_kerja))
    tpt = Fraction(100 * int(jumlah[2022]), angkatan)
    actual = _realisasi(data, 2022)
    assert bulatkan(tpak, 2) == actual["tpak"] == Decimal("72.79")
    assert bulatkan(tpt, 2) == actual["tpt"] == Decimal("5.45")


def test_transmigration(data: Data) -> None:
    fakta = data.fakta.set_index("kode").nilai
    assert data.transmigrasi.keluarga.tolist() == [2, 4]
    assert data.transmigrasi.keluarga.sum() == fakta["kuota_transmigrasi"] == 6


def test_disputes(data: Data) -> None:
    kinds = data.sengketa.set_index("jenis")
    assert kinds.loc["PHK"].drop("urutan").tolist() == [3, 0, 0, 0, 0, 1, 2]
    assert kinds.drop("PHK").drop(columns="urutan").sum().sum() == 0


def test_activities_and_functions(data: Data) -> None:
    assert data.kegiatan.groupby("program").size().to_dict() == {"P2": 1, "P3": 2, "P4": 3, "P5": 2}
    assert data.fungsi.groupby("unit", sort=False).size().tolist() == [6, 13, 13, 14, 7, 5]
    assert data.unit.induk.isna().sum() == 7


def test_allocation_adds_up_to_the_base_of_tabel_3_4(data: Data) -> None:
    rows = data.alokasi_sasaran.merge(
        data.anggaran[data.anggaran.tahap == "perubahan"],
        on="program",
        suffixes=("", "_program"),
        validate="many_to_one",
    )
    pagu = rows.pagu.fillna(rows.pagu_program).astype("int64")
    shares = [str(bulatkan(Fraction(100 * int(p), int(pagu.sum())), 2, "truncate")) for p in pagu]
    assert shares == ["24.36", "66.24", "4.35", "5.03"]


def test_single_source_decisions(data: Data) -> None:
    actual = _realisasi(data, 2022)
    pk = data.target[data.target.dokumen == "pk"].set_index("indikator").target
    assert actual["lulusan"] == Decimal("73.33")
    assert (pk["phi"], actual["phi"]) == (Decimal(96), Decimal(100))
    sakip = data.alokasi_sasaran.set_index("sasaran").loc["S4"]
    assert (sakip.pagu, sakip.realisasi) == (198_665_000, 197_247_750)
    tpt = data.target.set_index("indikator").loc["tpt"]
    assert (tpt.dokumen, tpt.target) == ("iku", Decimal("3.52"))
    assert _realisasi(data, 2021)["tpt"] == Decimal("3.66")
    assert data.indikator.set_index("kode").arah["tpt"] == "turun"


def test_texts_are_those_of_the_printed_tables(data: Data, root: Path) -> None:
    golden = root / "tests" / "golden" / "2022"

    def cells(name: str) -> pd.DataFrame:
        table = pd.read_csv(golden / f"{name}.csv", dtype=str, keep_default_na=False)
        return table[table.jenis == "isi"]

    sasaran = data.sasaran[data.sasaran.jenis == "sasaran"]
    indikator = data.indikator[data.indikator.sasaran.isin(sasaran.kode)]
    assert sasaran.nama.tolist() == cells("pk").k2.tolist()
    assert indikator.nama.tolist() == cells("pk").k3.tolist()
    assert data.program.nama.tolist() == cells("program-anggaran").k2.tolist()
    assert data.program.sumber_dana.tolist() == cells("program-anggaran").k4.tolist()
    for number, (row, printed) in enumerate(
        zip(indikator.itertuples(), cells("iku").itertuples(), strict=True), start=1
    ):
        assert f"{number}. {row.definisi_operasional}" == printed.k4
        assert f"{number}. {row.sumber_data}" == printed.k5
    for dimensi in ("pangkat", "jabatan", "pendidikan"):
        rows = data.pegawai[data.pegawai.dimensi == dimensi]
        assert rows.kategori.tolist() == cells(f"pegawai-{dimensi}").k2.tolist()
    assert data.sengketa.jenis.tolist() == cells("sengketa").k3.tolist()
    kini = data.pengangguran[data.pengangguran.tahun == 2022]
    assert kini.pendidikan.tolist() == cells("pengangguran").k1.tolist()


def _realisasi(data: Data, tahun: int) -> pd.Series:
    rows = data.realisasi[data.realisasi.tahun == tahun]
    return rows.set_index("indikator").realisasi
