"""What a notebook emits: one MIME type beside what a person sees."""

from __future__ import annotations

import base64
from collections.abc import Callable
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from lkjip import notebook
from lkjip.figures import Gambar
from lkjip.figures.kanvas import Kanvas
from lkjip.figures.media import KERTAS, LAYAR, PONSEL
from lkjip.notebook import MIME, gambar, record, record_puncak, record_tanda, tabel
from lkjip.tables import nomor, persentase, teks


class Shell:
    """A notebook's shell as far as `record` knows it."""

    def __init__(self) -> None:
        self.callbacks: list[Callable[..., None]] = []
        self.events = SimpleNamespace(
            register=lambda _event, callback: self.callbacks.append(callback),
            unregister=lambda _event, callback: self.callbacks.remove(callback),
        )

    def finish_cell(self) -> None:
        for callback in list(self.callbacks):
            callback(None)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The outputs of a cell."""
    outputs: list[dict[str, Any]] = []
    monkeypatch.setattr(notebook, "display", lambda data, raw: outputs.append(data))
    monkeypatch.setattr(notebook, "_tercatat", {})
    return outputs


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Shell:
    shell = Shell()
    monkeypatch.setattr(notebook, "get_ipython", lambda: shell)
    return shell


def test_values_of_a_cell_are_one_output(shown: list[dict[str, Any]], shell: Shell) -> None:
    record("tpak.capaian", Fraction(727900, 7103), "persen", 2, "truncate")
    record("dinas", "Dinas <b>")
    assert shown == []
    shell.finish_cell()
    assert len(shown) == 1
    assert shown[0][MIME] == {
        "jenis": "nilai",
        "nilai": {
            "tpak.capaian": {
                "jenis": "persen",
                "nilai": "727900/7103",
                "bentuk": {"utama": "102,47%", "angka": "102,47"},
            },
            "dinas": {
                "jenis": "teks",
                "nilai": "Dinas <b>",
                "bentuk": {"utama": "Dinas <b>", "kapital": "DINAS <B>"},
            },
        },
        "jejak": {},
    }
    assert shown[0]["text/plain"] == "tpak.capaian = 102,47%\ndinas = Dinas <b>"
    assert "Dinas &lt;b&gt;" in shown[0]["text/html"]

    shell.finish_cell()
    record("tempat", "Blitar")
    shell.finish_cell()
    assert [list(output[MIME]["nilai"]) for output in shown] == [
        ["tpak.capaian", "dinas"],
        ["tempat"],
    ]


def test_one_id_has_one_value(shown: list[dict[str, Any]], shell: Shell) -> None:
    record("dinas", "A")
    record("dinas", "A")
    with pytest.raises(ValueError, match="dinas is recorded as 'A' already, not as 'B'"):
        record("dinas", "B")
    shell.finish_cell()
    assert shown[0][MIME]["nilai"]["dinas"]["nilai"] == "A"


def values(shown: list[dict[str, Any]], shell: Shell) -> dict[str, str]:
    shell.finish_cell()
    return {
        id: value["bentuk"]["utama"]
        for output in shown
        for id, value in output[MIME]["nilai"].items()
    }


def test_highest_and_lowest_with_ties_and_gaps(shown: list[dict[str, Any]], shell: Shell) -> None:
    isi = pd.Series([Fraction(5, 2), None, Fraction(1), Fraction(5, 2)], dtype=object)
    record_puncak("serapan", pd.Series(["a", "b", "c", "d"]), isi, "persen", 1)
    record_puncak("kosong", pd.Series(["a"]), pd.Series([None], dtype=object), "persen", 1)
    assert values(shown, shell) == {
        "serapan.tertinggi.nama": "a dan d",
        "serapan.tertinggi.nilai": "2,5%",
        "serapan.terendah.nama": "c",
        "serapan.terendah.nilai": "1%",
        "kosong.tertinggi.nama": "",
        "kosong.tertinggi.nilai": "–",
        "kosong.terendah.nama": "",
        "kosong.terendah.nilai": "–",
    }


@pytest.mark.parametrize(
    ("isi", "tanda"),
    [
        ([1, 2, None], "seluruhnya positif"),
        ([1, -2], "sebagian negatif"),
        ([-1, -2], "seluruhnya negatif"),
        ([0, 1], "tidak ada yang negatif"),
        ([], "tidak ada yang negatif"),
    ],
)
def test_sign_in_words(
    isi: list[int | None], tanda: str, shown: list[dict[str, Any]], shell: Shell
) -> None:
    record_tanda("efisiensi.tanda", pd.Series(isi, dtype=object))
    assert values(shown, shell) == {"efisiensi.tanda": tanda}


def test_a_table_is_shown_with_its_bare_html_and_csv(shown: list[dict[str, Any]]) -> None:
    data: Any = SimpleNamespace(
        instansi=SimpleNamespace(pembulatan=lambda tabel, kolom: (1, "truncate"))
    )
    isi = pd.DataFrame({"nama": ["a"], "serapan": [Fraction(200, 3)]}, dtype=object)
    kolom = [nomor("No"), teks("nama", "Nama"), persentase("serapan", "Serapan")]
    tabel("uji", isi, kolom, data=data, bernomor=True)
    assert len(shown) == 1
    content = shown[0][MIME]
    assert (content["jenis"], content["id"]) == ("tabel", "uji")
    assert content["html"].startswith('<table class="lkjip-tabel" data-id="uji">')
    assert content["csv"] == 'No,Nama,Serapan\n1,a,"66,6%"\n'
    assert "gt_table" in shown[0]["text/html"]


def test_a_figure_is_shown_as_svg_and_png_with_its_words(shown: list[dict[str, Any]]) -> None:
    layar = Kanvas(LAYAR, 1.0), Kanvas(PONSEL, 2.0)
    grafik = Gambar(Kanvas(KERTAS, 1.0), "Gambar uji.", layar)
    gambar("uji", grafik, rujukan=["tbl-uji"], sumber=["Dinas"])
    assert len(shown) == 1
    assert shown[0][MIME] == {
        "jenis": "gambar",
        "id": "uji",
        "alt": "Gambar uji.",
        "asal": [],
        "jejak": {},
        "rujukan": ["tbl-uji"],
        "sumber": ["Dinas"],
        "halaman": [grafik.halaman()],
    }
    assert grafik.halaman().count("<svg ") == 2
    assert shown[0]["image/svg+xml"].rstrip().endswith("</svg>")
    assert base64.b64decode(shown[0]["image/png"]).startswith(b"\x89PNG")


def test_the_sheets_of_a_high_chart_come_along(shown: list[dict[str, Any]]) -> None:
    sheets = tuple(Gambar(Kanvas(KERTAS, 1.0), f"Lembar {n}.") for n in (1, 2))
    gambar("uji", Gambar(Kanvas(KERTAS, 2.0), "Gambar uji.", lembar=sheets))
    content = shown[0][MIME]
    assert [sheet["alt"] for sheet in content["lembar"]] == ["Lembar 1.", "Lembar 2."]
    assert len(content["halaman"]) == 2
    assert all(sheet["svg"].startswith("<?xml") and sheet["png"] for sheet in content["lembar"])
