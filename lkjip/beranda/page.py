"""The page itself: the years with their files, the indicators as small charts."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from string import Template

from lxml import html
from lxml.html import HtmlElement
from lxml.html.builder import E

from lkjip.beranda.chart import draw
from lkjip.beranda.published import Perkembangan, Tahun
from lkjip.paths import Project

# As lkjip.ukuran.KOSONG, whose module would bring pandas in.
_KOSONG = "–"
_FORMATS = {"html": "Baca laporan", "pdf": "PDF", "docx": "Word"}
# Worth saying only where a rising line is bad news.
_ARAH = {"turun": "makin kecil makin baik"}


def render(project: Project, years: Sequence[Tahun], indicators: Sequence[Perkembangan]) -> str:
    """The whole page as HTML.

    Parameters
    ----------
    project
        Whose extension holds ``html/beranda.html`` and the style sheets.
    years
        The published years, the latest first.
    indicators
        What is drawn, in this order.
    """
    folder = project.extension / "html"
    parts = {
        name: (folder / name).read_text(encoding="utf-8")
        for name in ("beranda.html", "tema.css", "beranda.css", "tema.js")
    }
    latest = years[0]
    shown = [year for moved in indicators for year in (*moved.realisasi, *moved.target)]
    span = range(min(shown), max(shown) + 1) if shown else range(0)
    return Template(parts["beranda.html"]).substitute(
        gaya=parts["tema.css"] + "\n" + parts["beranda.css"],
        tema=parts["tema.js"],
        pemerintah=_escape(latest.teks("pemerintah")),
        dinas=_escape(latest.teks("dinas.lengkap")),
        tahun=_serialize(*(_year(year) for year in years)),
        indikator=_serialize(*(_panel(moved, span) for moved in indicators)),
    )


def _year(year: Tahun) -> HtmlElement:
    met, all_ = year.teks("capaian.jumlah-tercapai"), year.teks("capaian.jumlah-indikator")
    # All objectives may be met while their goal is missed: one without the other would flatter.
    goal, reached = year.teks("tujuan.indikator"), year.teks("iku.status")
    serapan, signed = year.teks("anggaran.serapan"), year.teks("laporan.tanggal")
    facts = [
        f"{met} dari {all_} indikator sasaran mencapai target" if met and all_ else None,
        f"target {goal} {reached}" if goal and reached else None,
        f"serapan anggaran {serapan}" if serapan else None,
        f"laporan bertanggal {signed}" if signed else None,
    ]
    links = [
        E.li(E.a(name, {"href": year.berkas[kind], "aria-label": f"{name} {year.tahun}"}))
        for kind, name in _FORMATS.items()
        if kind in year.berkas
    ]
    return E.li(
        E.h3(
            f"Tahun {year.tahun}", *([] if year.final else [" ", E.span("draf", {"class": "draf"})])
        ),
        E.ul(*(E.li(fact) for fact in facts if fact), {"class": "fakta"}),
        E.ul(*links, {"class": "berkas"}),
    )


def _panel(moved: Perkembangan, span: range) -> HtmlElement:
    year, latest = list(moved.realisasi.items())[-1]
    target = moved.target.get(year)
    note = [f"tahun {year}", f"target {target.teks}" if target else None, _ARAH.get(moved.arah)]
    return E.li(
        E.h3(moved.nama),
        E.p(E.strong(latest.teks), " ", E.span("; ".join(filter(None, note)))),
        draw(moved, span),
        E.details(E.summary("Data grafik"), _numbers(moved)),
    )


def _numbers(moved: Perkembangan) -> HtmlElement:
    heads = ["Tahun", "Realisasi", *(["Target"] if moved.target else [])]
    table = E.table(
        {"aria-label": moved.nama}, E.thead(E.tr(*(E.th(head, scope="col") for head in heads)))
    )
    body = E.tbody()
    for year in sorted(moved.realisasi.keys() | moved.target.keys()):
        cells = [moved.realisasi.get(year), moved.target.get(year)][: len(heads) - 1]
        texts = [angka.teks if angka else _KOSONG for angka in cells]
        body.append(E.tr(E.th(str(year), scope="row"), *(E.td(text) for text in texts)))
    table.append(body)
    return table


def _escape(text: str | None) -> str:
    return escape(text or "")


def _serialize(*elements: HtmlElement) -> str:
    return "\n".join(html.tostring(element, encoding="unicode") for element in elements)
