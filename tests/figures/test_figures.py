"""Charts: the same bytes each time, words made from the data, and data of other years."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import matplotlib.image
import pandas as pd
import pytest
from lxml import etree
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from lkjip.figures import (
    Gambar,
    grafik_pagu_realisasi,
    grafik_pegawai,
    grafik_pengangguran,
    grafik_target_realisasi,
    grafik_tren,
)
from lkjip.figures import warna
from lkjip.figures.media import KERTAS, LAYAR, PONSEL, Media
from lkjip.figures.raster import figure, gaya

PANJANG = "Program Pembinaan dan Pengawasan Ketenagakerjaan serta Keselamatan Kerja"
NASTY = "<b>$x^2$</b> & {{< x >}} #set"
SVG = "{http://www.w3.org/2000/svg}"


def frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(rows, dtype=object)


def target_realisasi() -> Gambar:
    return grafik_target_realisasi(
        frame(
            [
                row("TPT", "persen", "turun", Decimal("3.52"), Decimal("5.45"), Fraction(3975, 88)),
                row(PANJANG, "orang", "naik", 12_000, 0, Fraction(0)),
                row("Nilai", "predikat", "naik", "BB", "A", Fraction(100)),
                row(NASTY, "indeks", "naik", Decimal("1.5"), None, None),
            ]
        ),
        2023,
        (2, "truncate"),
    )


def row(nama: str, satuan: str, arah: str, *values: Any) -> dict[str, Any]:
    names = ("target", "realisasi", "capaian")
    return {"nama": nama, "satuan": satuan, "arah": arah, **dict(zip(names, values, strict=True))}


def tren() -> Gambar:
    base = {
        "kode": "a",
        "nama": "TPAK",
        "satuan": "persen",
        "arah": "turun",
        "target": Decimal("71.03"),
    }
    grade = {"kode": "b", "nama": NASTY, "satuan": "predikat", "arah": "naik", "target": "BB"}
    return grafik_tren(
        frame(
            [
                {**base, "tahun": 2020, "realisasi": Decimal("70.83")},
                {**base, "tahun": 2022, "realisasi": Decimal("72.79")},
                {**base, "tahun": 2023, "realisasi": Decimal("72.79")},
                {**grade, "tahun": 2023, "realisasi": "CC"},
            ]
        ),
        2023,
    )


def tren_of_one_year() -> Gambar:
    base = {"kode": "a", "nama": "TPAK", "satuan": "persen", "arah": "naik", "target": 70}
    return grafik_tren(frame([{**base, "tahun": 2023, "realisasi": 71}]), 2023)


def pagu_realisasi() -> Gambar:
    return grafik_pagu_realisasi(
        frame(
            [
                {"nama": PANJANG, "pagu": 8_000, "realisasi": 7_999, "serapan": Fraction(7999, 80)},
                {"nama": "Kecil", "pagu": 1, "realisasi": 0, "serapan": Fraction(0)},
                {"nama": NASTY, "pagu": 0, "realisasi": 0, "serapan": None},
                {"nama": "Lebih", "pagu": 100, "realisasi": 150, "serapan": Fraction(150)},
            ]
        ),
        2023,
    )


def pengangguran() -> Gambar:
    return grafik_pengangguran(
        frame(
            [
                {"pendidikan": "SD", "lalu": 10_730, "kini": 10_072, "selisih": -658},
                {"pendidikan": "D1-D3", "lalu": 0, "kini": 1_309, "selisih": 1_309},
                {"pendidikan": PANJANG, "lalu": pd.NA, "kini": 5, "selisih": pd.NA},
                {"pendidikan": NASTY, "lalu": 7, "kini": 7, "selisih": 0},
            ]
        ),
        2023,
    )


def pegawai() -> Gambar:
    return grafik_pegawai(
        frame(
            [
                {"dimensi": "a", "kategori": "Penata", "laki_laki": 2, "perempuan": 10},
                {"dimensi": "a", "kategori": PANJANG, "laki_laki": 0, "perempuan": 0},
                {"dimensi": "b", "kategori": NASTY, "laki_laki": 1_200, "perempuan": 0},
            ]
        ),
        {"a": "Menurut pangkat", "b": "Menurut jabatan"},
    )


CHARTS = [target_realisasi, tren, pagu_realisasi, pengangguran, pegawai]


@pytest.mark.parametrize("chart", CHARTS)
def test_the_same_data_gives_the_same_bytes(chart: Callable[[], Gambar]) -> None:
    one, other = chart(), chart()
    assert one.svg() == other.svg()
    assert one.png() == other.png()
    assert "<dc:date>" not in one.svg()


@pytest.mark.parametrize("chart", CHARTS)
def test_texts_stay_texts_in_the_font_of_the_page(chart: Callable[[], Gambar]) -> None:
    tree = etree.fromstring(chart().svg().encode())
    texts = tree.findall(f".//{SVG}text")
    assert any("<b>$x^2$</b>" in (text.text or "") for text in texts)
    assert all(
        "font-family: Libertinus Serif, Times New Roman," in text.get("style") for text in texts
    )
    # Groups have no ids, so that several charts can stand in one page.
    assert [group for group in tree.iter(f"{SVG}g") if "id" in group.attrib] == []


def boxes(gambar: Gambar) -> list[tuple[str, Bbox]]:
    """The texts of a chart and the room they take, in pixels."""
    with gaya():
        renderer = FigureCanvasAgg(gambar.fig).get_renderer()
        return [
            (text.get_text(), Text.get_window_extent(text, renderer))
            for text in gambar.fig.axes[0].texts
            if text.get_text()
        ]


@pytest.mark.parametrize("chart", CHARTS)
def test_everything_lies_on_the_sheet(chart: Callable[[], Gambar]) -> None:
    gambar = chart()
    width, height = gambar.fig.get_size_inches() * 72
    assert width == pytest.approx(LEBAR / 2.54 * 72)
    scale = 72 / gambar.fig.dpi
    for text, box in boxes(gambar):
        assert box.x0 * scale >= -1 and box.x1 * scale <= width + 1, text
        assert box.y0 * scale >= -1 and box.y1 * scale <= height + 1, text


@pytest.mark.parametrize("chart", CHARTS)
def test_no_text_covers_another(chart: Callable[[], Gambar]) -> None:
    placed = [(text, box.padded(-1.5)) for text, box in boxes(chart())]
    overlaps = [
        (name, other)
        for n, (name, box) in enumerate(placed)
        for other, box_of_other in placed[n + 1 :]
        if box.overlaps(box_of_other)
    ]
    assert overlaps == []


def test_the_png_has_200_dots_per_inch() -> None:
    image = matplotlib.image.imread(BytesIO(tren().png()))
    assert image.shape[1] == pytest.approx(LEBAR / 2.54 * 200, abs=1)


def test_words_for_target_and_realisasi() -> None:
    alt = target_realisasi().alt
    assert alt.startswith("Diagram batang target dan realisasi kinerja tahun 2023. TPT: ")
    assert "TPT: realisasi 5,45% dari target 3,52%, capaian 45,17%;" in alt
    assert "realisasi 0 Orang dari target 12.000 Orang, capaian 0%;" in alt
    assert "Nilai: realisasi A dari target BB, capaian 100%;" in alt
    assert alt.endswith(f"{NASTY}: realisasi – dari target 1,5, capaian –.")


def test_words_for_the_years() -> None:
    assert tren().alt == (
        "Diagram garis realisasi kinerja menurut tahun. "
        "TPAK: 2020 70,83%, 2021 tidak ada data, 2022 72,79%, 2023 72,79% (target 71,03%); "
        f"{NASTY}: 2020 tidak ada data, 2021 tidak ada data, 2022 tidak ada data, 2023 CC "
        "(target BB)."
    )


def test_the_legend_says_whose_target_it_is_and_what_a_dash_means() -> None:
    shown = [text.get_text() for text in tren().fig.axes[0].texts]
    legend = {"target tahun 2023", "tidak ada data", "skala setiap indikator berbeda"}
    assert legend | {"(makin kecil makin baik)"} <= set(shown)
    whole = tren_of_one_year()
    assert "tidak ada data" not in [text.get_text() for text in whole.fig.axes[0].texts]


def test_words_for_the_budget() -> None:
    alt = pagu_realisasi().alt
    assert "Kecil: realisasi Rp0 dari Rp1, serapan 0%;" in alt
    assert alt.endswith("Lebih: realisasi Rp150 dari Rp100, serapan 150%.")


def test_words_for_the_unemployed_and_for_staff() -> None:
    assert "D1-D3: 0 orang menjadi 1.309 orang;" in pengangguran().alt
    assert f"{PANJANG}: – orang menjadi 5 orang;" in pengangguran().alt
    assert "Menurut pangkat: Penata: 2 laki-laki, 10 perempuan;" in pegawai().alt


def test_many_years_and_none() -> None:
    base = {"kode": "a", "nama": "TPAK", "satuan": "persen", "arah": "naik", "target": None}
    years = [
        {**base, "tahun": 2010 + n, "realisasi": Decimal(f"{70 + n % 3}.25")} for n in range(14)
    ]
    shown = [text.get_text() for text in grafik_tren(frame(years), 2023).fig.axes[0].texts]
    # Labels of so many points would run into each other: the first and the last remain.
    assert [text for text in shown if text.endswith("%")] == ["70,25%", "71,25%"]
    assert {"2010", "2023"} <= set(shown)
    empty = grafik_tren(
        pd.DataFrame(columns=["kode", "nama", "satuan", "arah", "target", "tahun", "realisasi"]),
        2023,
    )
    assert empty.alt == "Diagram garis realisasi kinerja menurut tahun. ."


def test_wrapping_keeps_every_letter_and_the_width() -> None:
    text = "Pemerintahan " + "x" * 200 + " Kabupaten/Kota"
    lines = bungkus(text, 4.0)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(lebar_teks(line) <= 4.0 for line in lines)
    assert bungkus("", 4.0) == [""]


def many(count: int) -> pd.DataFrame:
    return frame(
        [
            {"nama": f"{n}. {PANJANG} {PANJANG}", "pagu": 10**15 + n, "realisasi": 10**14}
            | {"serapan": Fraction(n, 7)}
            for n in range(1, count + 1)
        ]
    )


def test_a_chart_higher_than_a_page_has_sheets() -> None:
    assert pagu_realisasi().lembar == ()
    gambar = grafik_pagu_realisasi(many(40), 2023)
    assert len(gambar.lembar) > 1
    for sheet in gambar.lembar:
        assert sheet.fig.get_size_inches()[1] * 2.54 <= TINGGI
        # Each sheet can be read on its own.
        assert {"pagu", "realisasi", "Serapan"} <= {t.get_text() for t in sheet.fig.axes[0].texts}
        assert sheet.alt.startswith("Diagram batang pagu dan realisasi anggaran tahun 2023")
    words = [part for sheet in gambar.lembar for part in re.findall(r"(\d+)\. Program", sheet.alt)]
    assert words == [str(n) for n in range(1, 41)]
    assert gambar.png() == gambar.lembar[0].png()


def test_long_names_stand_above_their_bars() -> None:
    texts = grafik_pagu_realisasi(many(2), 2023).fig.axes[0].texts
    name, figure = (
        next(text for text in texts if text.get_text().startswith(head)) for head in ("1. ", "Rp")
    )
    assert name.get_position()[1] < figure.get_position()[1]
    assert sum(lebar_teks(t.get_text()) > LEBAR for t in texts) == 0


def test_a_missed_target_has_another_colour_and_a_long_bar_is_cut() -> None:
    rows = [
        row("Jauh di atas", "orang", "naik", 1, 90, Fraction(9000)),
        row("Di bawah", "orang", "naik", 10, 9, Fraction(90)),
    ]
    bars = grafik_target_realisasi(frame(rows), 2023).fig.axes[0].patches
    colours = [to_hex(bar.get_facecolor()) for bar in bars]
    # Two in the legend, two bars, and two white cuts.
    assert colours == [GELAP, TERANG, GELAP, "#ffffff", "#ffffff", TERANG]
    assert all(bar.get_x() + bar.get_width() <= LEBAR for bar in bars)
