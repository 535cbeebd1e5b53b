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
from lxml import html as lxml_html
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from lkjip.figures import (
    Gambar,
    grafik_pagu_realisasi,
    grafik_pegawai,
    grafik_pengangguran,
    grafik_target_realisasi,
    grafik_tren,
    warna,
)
from lkjip.figures.kanvas import Garis, Kotak, Tanda, Teks
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
    assert tree.get("font-family").startswith("Libertinus Serif, Times New Roman,")
    assert [element for element in tree.iter() if "id" in element.attrib] == []


@pytest.mark.parametrize("chart", CHARTS)
def test_the_page_gets_a_wide_and_a_narrow_drawing(chart: Callable[[], Gambar]) -> None:
    gambar = chart()
    wide, narrow = lxml_html.fragments_fromstring(gambar.halaman())
    assert (wide.get("class"), narrow.get("class")) == ("grafik lebar", "grafik sempit")
    for drawing in (wide, narrow):
        # The name stands around both; colours and letters come from the style sheet.
        assert drawing.get("aria-hidden") == "true"
        assert not drawing.xpath(".//@id | .//@style | .//@fill | .//@stroke | .//@font-size")
        assert "<b>$x^2$</b>" in " ".join(drawing.xpath(".//text/text()"))
    # What is drawn with numbers is said in words, too.
    numbers = re.findall(r"\d[\d.,]*%?", " ".join(narrow.xpath(".//text/text()")))
    said = set(re.findall(r"\d[\d.,]*\d%?|\d%?", gambar.alt)) | {
        "100%",
        "2",
        "2022",
        "2023",
        "2021",
    }
    assert {number.rstrip(".,") for number in numbers} <= said


def boxes(gambar: Gambar, media: Media = KERTAS) -> list[tuple[str, Bbox]]:
    """The texts of a drawing and the room they take, in points.

    They are measured large: letters on a screen are fitted to its pixels.
    """
    kanvas = next(each for each in (gambar.kertas, *gambar.layar) if each.media == media)
    with gaya():
        drawn = figure(kanvas)
        renderer = FigureCanvasAgg(drawn).get_renderer()
        return [
            (
                text.get_text(),
                Bbox(Text.get_window_extent(text, renderer).get_points() * 72 / drawn.dpi),
            )
            for text in drawn.axes[0].texts
            if text.get_text()
        ]


MEDIA = pytest.mark.parametrize("media", [KERTAS, LAYAR, PONSEL], ids=["paper", "wide", "narrow"])


@MEDIA
@pytest.mark.parametrize("chart", CHARTS)
def test_everything_lies_on_the_sheet(chart: Callable[[], Gambar], media: Media) -> None:
    gambar = chart()
    kanvas = next(each for each in (gambar.kertas, *gambar.layar) if each.media == media)
    width, height = (n / 2.54 * 72 for n in (media.lebar, kanvas.tinggi))
    for text, box in boxes(gambar, media):
        assert box.x0 >= -1 and box.x1 <= width + 1, text
        assert box.y0 >= -1 and box.y1 <= height + 1, text


@MEDIA
@pytest.mark.parametrize("chart", CHARTS)
def test_no_text_covers_another(chart: Callable[[], Gambar], media: Media) -> None:
    assert overlaps(chart(), media) == []


def overlaps(gambar: Gambar, media: Media) -> list[tuple[str, str]]:
    """Texts of a drawing that cover each other."""
    placed = [(text, box.padded(-1.1)) for text, box in boxes(gambar, media)]
    return [
        (name, other)
        for n, (name, box) in enumerate(placed)
        for other, box_of_other in placed[n + 1 :]
        if box.overlaps(box_of_other)
    ]


def test_the_png_has_300_dots_per_inch() -> None:
    image = matplotlib.image.imread(BytesIO(tren().png()))
    assert image.shape[1] == pytest.approx(KERTAS.lebar / 2.54 * 300, abs=1)


def test_words_for_target_and_realisasi() -> None:
    alt = target_realisasi().alt
    assert alt.startswith("Diagram batang target dan realisasi kinerja tahun 2023. TPT: ")
    assert "TPT: realisasi 5,45% dari target 3,52%, capaian 45,17%, tidak tercapai;" in alt
    assert "realisasi 0 Orang dari target 12.000 Orang, capaian 0%, tidak tercapai;" in alt
    assert "Nilai: realisasi A dari target BB, capaian 100%, tercapai;" in alt
    assert alt.endswith(f"{NASTY}: realisasi – dari target 1,5, capaian –.")


def test_words_for_the_years() -> None:
    assert tren().alt == (
        "Diagram garis realisasi kinerja menurut tahun. "
        "TPAK: 2020 70,83%, 2021 tidak ada data, 2022 72,79%, 2023 72,79% (target 71,03%), "
        "tetap seperti tahun 2022; "
        f"{NASTY}: 2020 tidak ada data, 2021 tidak ada data, 2022 tidak ada data, 2023 CC "
        "(target BB)."
    )


def shown(gambar: Gambar) -> list[str]:
    return [text.isi for text in gambar.kertas.bentuk if isinstance(text, Teks)]


def test_the_legend_says_whose_target_it_is_and_what_a_dash_means() -> None:
    legend = {"target 2023", "realisasi 2023", "tahun sebelumnya", "tidak ada data"}
    assert legend | {"(makin kecil makin baik)"} <= set(shown(tren()))
    assert "tidak ada data" not in shown(tren_of_one_year())


def test_the_last_move_is_told_in_words() -> None:
    base = {"arah": "naik", "target": None}
    moves = [
        (
            "persen",
            Decimal("3.66"),
            Decimal("5.45"),
            "naik 1,79 poin persen dari tahun 2021 (membaik)",
        ),
        ("persen", 70, 70, "tetap seperti tahun 2021"),
        ("orang", 1_200, 900, "turun 300 Orang dari tahun 2021 (memburuk)"),
        ("predikat", "B", "BB", "naik dari B pada tahun 2021 (membaik)"),
    ]
    rows = [
        {**base, "kode": str(n), "nama": str(n), "satuan": satuan, "tahun": tahun, "realisasi": r}
        for n, (satuan, lalu, kini, _words) in enumerate(moves)
        for tahun, r in ((2021, lalu), (2022, kini))
    ]
    alt = grafik_tren(frame(rows), 2022).alt
    assert [part for part in (words for *_values, words in moves) if part not in alt] == []


def test_the_rise_of_what_should_fall_is_told_as_a_worsening() -> None:
    base = {"kode": "a", "nama": "TPT", "satuan": "persen", "arah": "turun"}

    def chart(target: Any) -> Gambar:
        years = ((2021, Decimal("3.66")), (2022, Decimal("5.45")))
        return grafik_tren(
            frame([{**base, "target": target, "tahun": n, "realisasi": r} for n, r in years]), 2022
        )

    missed, reached, without = chart(Decimal("3.52")), chart(6), chart(None)
    for gambar in (missed, reached, without):
        assert "naik 1,79 poin persen dari tahun 2021 (memburuk)" in gambar.alt
    # Colour says whether the target of the year was missed, and nothing else.
    found = [
        sum(b.warna == warna.MELESET for b in gambar.kertas.bentuk if isinstance(b, Tanda))
        for gambar in (missed, reached, without)
    ]
    assert found == [2, 0, 0]
    assert "realisasi 2022 (tidak tercapai)" in shown(missed)
    assert "realisasi 2022 (tidak tercapai)" not in shown(reached)


def test_a_target_just_reached_is_not_hidden_below_its_point() -> None:
    base = {"kode": "a", "nama": "SAKIP", "satuan": "predikat", "arah": "naik", "target": "BB"}
    gambar = grafik_tren(frame([{**base, "tahun": 2022, "realisasi": "BB"}]), 2022)
    marks = [b for b in gambar.kertas.bentuk if isinstance(b, Tanda)]
    target = [b for b in marks if b.ketupat][-1]
    point = [b for b in marks if b.warna == warna.KINI][-1]
    assert target.y == point.y
    assert abs(target.x - point.x) >= target.jari + point.jari
    assert "skala tidak mulai dari nol; predikat menurut jenjangnya" in shown(gambar)


def test_a_grade_is_no_bar_and_its_target_no_amount() -> None:
    def chart(*rows: dict[str, Any]) -> Gambar:
        return grafik_target_realisasi(frame(list(rows)), 2023)

    def bars(gambar: Gambar) -> int:
        return sum(isinstance(each, Kotak) for each in gambar.kertas.bentuk)

    number = row("TPAK", "persen", "naik", 70, 71, Fraction(101))
    grade = row("SAKIP", "predikat", "naik", "BB", "BB", Fraction(100))
    assert bars(chart(number, grade)) == bars(chart(number))
    assert "setiap indikator berskala sendiri, mulai dari nol" in shown(chart(number))
    texts = shown(chart(number, grade))
    assert "setiap indikator yang berupa angka berskala sendiri, mulai dari nol" in texts
    assert {"predikat, tanpa skala angka", "BB"} <= set(texts)


def test_the_mark_of_the_target_stands_in_the_legend() -> None:
    def marks(jumlah: int) -> int:
        rows = [row(str(n), "persen", "naik", 70, 71, Fraction(101)) for n in range(jumlah)]
        drawn = grafik_target_realisasi(frame(rows), 2023).kertas.bentuk
        return sum(isinstance(each, Garis) and each.warna == warna.TINTA for each in drawn)

    assert [marks(1), marks(3)] == [2, 4]


def test_percents_share_one_scale_and_the_target_stands_at_its_year_alone() -> None:
    base = {"satuan": "persen", "arah": "naik", "target": 60}
    rows = [
        {**base, "kode": kode, "nama": kode, "tahun": tahun, "realisasi": realisasi}
        for kode, values in (("a", (50, 70)), ("b", (50, 51)))
        for tahun, realisasi in zip((2021, 2022), values, strict=True)
    ]
    drawn = [b for b in grafik_tren(frame(rows), 2022).kertas.bentuk if isinstance(b, Tanda)]
    # One missed its target: the legend shows both colours.
    now = [b for b in drawn if b.warna in (warna.KINI, warna.MELESET)][2:]
    before = [b for b in drawn if b.warna == warna.ACUAN and not b.ketupat][1:]
    steps = [old.y - new.y for old, new in zip(before, now, strict=True)]
    assert steps[0] == pytest.approx(20 * steps[1])
    # The first is the one of the legend.
    targets = [b for b in drawn if b.ketupat][1:]
    assert [b.x for b in targets] == [b.x for b in now]


def test_words_for_the_budget() -> None:
    alt = pagu_realisasi().alt
    assert "Kecil: realisasi Rp0 dari Rp1, serapan 0%, sisa Rp1;" in alt
    assert alt.endswith("Lebih: realisasi Rp150 dari Rp100, serapan 150%, melebihi pagu Rp50.")


def test_words_for_the_unemployed_and_for_staff() -> None:
    assert "SD: 10.730 orang menjadi 10.072 orang, selisih −658;" in pengangguran().alt
    assert "D1-D3: 0 orang menjadi 1.309 orang, selisih 1.309;" in pengangguran().alt
    assert f"{PANJANG}: – orang menjadi 5 orang, selisih –;" in pengangguran().alt
    assert "Menurut pangkat: Penata: 2 laki-laki, 10 perempuan;" in pegawai().alt


def test_each_grouping_of_staff_says_how_many_it_counts() -> None:
    assert {"2 laki-laki, 10 perempuan", "1.200 laki-laki, 0 perempuan"} <= set(shown(pegawai()))
    assert "; jumlah: 2 laki-laki, 10 perempuan. Menurut jabatan:" in pegawai().alt


def test_many_years_and_none() -> None:
    base = {"kode": "a", "nama": "TPAK", "satuan": "persen", "arah": "naik", "target": None}
    years = [
        {**base, "tahun": 2010 + n, "realisasi": Decimal(f"{70 + n % 3}.25")} for n in range(14)
    ]
    gambar = grafik_tren(frame(years), 2023)
    # Labels of so many points would run into each other: the first and the last remain.
    assert [text for text in shown(gambar) if text.endswith("%")] == ["70,25%", "71,25%"]
    assert {"2010", "2023"} <= set(shown(gambar))
    assert [overlaps(gambar, media) for media in (LAYAR, PONSEL)] == [[], []]
    empty = grafik_tren(
        pd.DataFrame(columns=["kode", "nama", "satuan", "arah", "target", "tahun", "realisasi"]),
        2023,
    )
    assert empty.alt == "Diagram garis realisasi kinerja menurut tahun. ."


def test_wrapping_keeps_every_letter_and_the_width() -> None:
    text = "Pemerintahan " + "x" * 200 + " Kabupaten/Kota"
    lines = KERTAS.bungkus(text, 4.0)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(KERTAS.lebar_teks(line) <= 4.0 for line in lines)
    assert KERTAS.bungkus("", 4.0) == [""]


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
        assert sheet.kertas.tinggi <= 20.5
        # A page that is printed holds the drawing for wide windows, too.
        assert sheet.layar[0].tinggi / LAYAR.lebar * (21 - 2 * 2.2) < 29.7 - 2.2 - 2
        # Each sheet can be read on its own.
        assert {"pagu (100%)", "realisasi", "Serapan"} <= set(shown(sheet))
        assert sheet.alt.startswith("Diagram batang serapan anggaran tahun 2023")
    words = [part for sheet in gambar.lembar for part in re.findall(r"(\d+)\. Program", sheet.alt)]
    assert words == [str(n) for n in range(1, 41)]
    assert gambar.png() == gambar.lembar[0].png()


def test_long_names_stand_above_their_bars() -> None:
    gambar = grafik_pagu_realisasi(many(2), 2023)
    texts = [text for text in gambar.kertas.bentuk if isinstance(text, Teks)]
    name, figure_of_row = (
        next(text for text in texts if text.isi.startswith(head)) for head in ("1. ", "0,")
    )
    assert name.y < figure_of_row.y
    assert sum(KERTAS.lebar_teks(text.isi) > KERTAS.lebar for text in texts) == 0


@MEDIA
def test_nothing_is_covered_at_the_edge(media: Media) -> None:
    """Names of 250 letters, fifteen digits, ten years."""
    base = {"satuan": "orang", "arah": "turun", "nama": f"{PANJANG} {PANJANG} {PANJANG}"}
    large = {"target": 10**15 - 1, "realisasi": 10**15 - 7}
    rows = [{**base, **large, "kode": str(n), "capaian": Fraction(10**6, 7)} for n in range(3)]
    years = [{**row, "tahun": 2013 + n} for row in rows for n in range(10)]
    people = [
        {"pendidikan": base["nama"], "lalu": 10**15 - 7, "kini": 10**15 - 1, "selisih": -(10**15)}
    ]
    for gambar in (
        grafik_target_realisasi(frame(rows), 2022),
        grafik_tren(frame(years), 2022),
        grafik_pagu_realisasi(many(3), 2022),
        grafik_pengangguran(frame(people), 2022),
    ):
        assert overlaps(gambar, media) == []
        width = media.lebar / 2.54 * 72
        assert all(b.x0 >= -1 and b.x1 <= width + 1 for _text, b in boxes(gambar, media))


def bars(gambar: Gambar) -> list[Kotak]:
    """The bars of a chart, without those of the legend and what hides the ground behind texts."""
    drawn = [each for each in gambar.kertas.bentuk if isinstance(each, Kotak)]
    return [each for each in drawn if each.tinggi != 0.28 and each.warna != warna.LATAR]


def test_realisasi_stands_against_its_target_on_a_scale_of_its_own() -> None:
    rows = [
        row("Terlampaui", "orang", "naik", 10, 20, Fraction(200)),
        row("Meleset", "orang", "naik", 10, 9, Fraction(90)),
        row("Terlalu tinggi", "persen", "turun", Decimal("3.52"), Decimal("5.45"), Fraction(45)),
        row("Predikat", "predikat", "naik", "BB", "BB", Fraction(100)),
    ]
    drawn = bars(grafik_target_realisasi(frame(rows), 2023))
    targets, results = drawn[::2], drawn[1::2]
    assert {bar.warna for bar in targets} == {warna.ACUAN}
    kini, meleset = warna.KINI, warna.MELESET
    # A grade has no length: letters stand for it.
    assert [bar.warna for bar in results] == [kini, meleset, meleset]
    shares = [target.lebar / result.lebar for target, result in zip(targets, results, strict=True)]
    assert shares == pytest.approx([10 / 20, 10 / 9, 3.52 / 5.45])
    # The greater of each pair takes the whole room.
    pairs = zip(targets, results, strict=True)
    assert len({round(max(target.lebar, result.lebar), 6) for target, result in pairs}) == 1


def test_a_bar_far_beyond_the_pagu_is_cut() -> None:
    rows = [
        {"nama": nama, "pagu": 100, "realisasi": realisasi, "serapan": Fraction(realisasi)}
        for nama, realisasi in (("Lebih", 900), ("Separuh", 50))
    ]
    drawn = bars(grafik_pagu_realisasi(frame(rows), 2023))
    pagu, beyond, _pagu, half = drawn
    assert beyond.lebar == pytest.approx(2 * pagu.lebar)
    assert half.lebar == pytest.approx(pagu.lebar / 2)
    ground = [
        b for b in grafik_pagu_realisasi(frame(rows), 2023).kertas.bentuk if b.warna == "latar"
    ]
    assert len(ground) == 2
