"""Rows that notebooks start from."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest

import lkjip
from lkjip import rows
from lkjip.belum import BELUM
from lkjip.data.instansi import Pembulatan
from lkjip.data.load import Data


@pytest.fixture(scope="module")
def data(root: Path) -> Data:
    return lkjip.load(root / "data", 2022)


def test_indicators_stand_with_what_they_measure(data: Data) -> None:
    both = rows.indikator(data)
    assert list(both["jenis"]) == ["tujuan", "sasaran", "sasaran", "sasaran", "sasaran"]
    assert list(rows.indikator(data, "sasaran")["kode"]) == ["lulusan", "tpak", "phi", "sakip"]
    assert rows.indikator(data, "tujuan")["sasaran"].tolist() == [
        "Peningkatan Kesempatan Kerja dan Daya Beli Masyarakat"
    ]


def test_the_target_in_force_is_that_of_the_revised_agreement(data: Data) -> None:
    target = data.target.copy()
    revised = (target["indikator"] == "lulusan") & (target["dokumen"] == "pk-perubahan")
    target.loc[revised, "target"] = [Decimal("65")]
    kinerja = rows.kinerja(dataclasses.replace(data, target=target)).set_index("kode")
    assert kinerja["target"].to_dict() == {
        "tpt": Decimal("3.52"),
        "lulusan": Decimal("65"),
        "tpak": Decimal("71.03"),
        "phi": Decimal("96"),
        "sakip": "BB",
    }
    assert kinerja.loc["tpt", "realisasi"] == Decimal("5.45")


def test_targets_of_the_renstra_are_those_of_its_last_year(data: Data) -> None:
    more = pd.DataFrame(
        [{"indikator": "tpak", "dokumen": "renstra", "tahun": 2024, "target": Decimal("1")}]
    )
    changed = dataclasses.replace(data, target=pd.concat([data.target, more], ignore_index=True))
    assert rows.target(changed, "renstra")["tpak"] == Decimal("71.03")


def test_a_sasaran_is_paid_for_by_whole_programmes_and_parts(data: Data) -> None:
    more = pd.DataFrame(
        {
            "sasaran": ["S1"],
            "program": ["P1"],
            "cakupan": ["sebagian"],
            "pagu": pd.array([100], dtype="Int64"),
            "realisasi": pd.array([40], dtype="Int64"),
        }
    )
    alokasi = pd.concat([data.alokasi_sasaran, more], ignore_index=True)
    result = rows.anggaran_sasaran(dataclasses.replace(data, alokasi_sasaran=alokasi))
    assert result.to_dict("records")[0] == {
        "kode_sasaran": "S1",
        "pagu": 960_776_100,
        "realisasi": 826_171_385,
    }
    assert result.to_dict("records")[3] == {
        "kode_sasaran": "S4",
        "pagu": 198_665_000,
        "realisasi": 197_247_750,
    }
    # Whole: printed without decimals, as rupiah are.
    assert [str(amount) for amount in result["pagu"][[0, 3]]] == ["960776100", "198665000"]


def test_what_is_still_to_come_stays_open_in_sums_and_formulas(data: Data) -> None:
    spent = data.realisasi_anggaran.astype({"realisasi": object})
    spent.loc[spent["program"] == "P3", "realisasi"] = BELUM
    result = rows.anggaran_sasaran(dataclasses.replace(data, realisasi_anggaran=spent))
    assert result["realisasi"].tolist() == [BELUM, 2_602_283_026, 157_399_674, 197_247_750]
    assert rows.jumlah(result["realisasi"]) is BELUM
    assert rows.jumlah(result["pagu"]) == 960_776_000 + 2_612_600_000 + 171_870_220 + 198_665_000
    assert rows.hitung(max, BELUM, None) is BELUM
    assert rows.hitung(max, 1, None) is None


def test_a_part_of_a_programme_does_not_become_the_whole_while_it_is_empty(data: Data) -> None:
    alokasi = data.alokasi_sasaran.astype({"pagu": object})
    alokasi.loc[alokasi["cakupan"] == "sebagian", "pagu"] = BELUM
    result = rows.anggaran_sasaran(dataclasses.replace(data, alokasi_sasaran=alokasi))
    assert result["pagu"].tolist() == [960_776_000, 2_612_600_000, 171_870_220, BELUM]


def test_a_formula_skips_rows_that_lack_an_input() -> None:
    result = rows.per_baris(
        lkjip.serapan,
        pd.Series([1, None, 3], index=[7, 8, 9], dtype=object),
        pd.Series([2, 2, 4], index=[7, 8, 9]),
    )
    assert result.to_dict() == {7: Fraction(50), 8: None, 9: Fraction(75)}


def test_a_column_may_be_computed_from_printed_numbers(data: Data) -> None:
    exact = pd.Series([Fraction(7333, 70)], dtype=object)
    printed = rows.masukan(data, "efisiensi", "efisiensi", "capaian", exact)
    assert printed.tolist() == [Decimal("104.75")]
    settings = dataclasses.replace(
        data.instansi.pengaturan,
        pembulatan={("efisiensi", "efisiensi"): Pembulatan(2, "half-up", dari_cetak=False)},
    )
    instansi = dataclasses.replace(data.instansi, pengaturan=settings)
    changed = dataclasses.replace(data, instansi=instansi)
    assert rows.masukan(changed, "efisiensi", "efisiensi", "capaian", exact) is exact
