"""The report's sections, tables and signatures (PermenPANRB 53/2014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip.check import facts
from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.registry import rule
from lkjip.check.sections import Section, sections
from lkjip.i18n import _
from lkjip.kata import slug

SECTIONS = {
    "sec-target-realisasi": "target dan realisasi tahun ini",
    "sec-perbandingan-tahun": "dibandingkan dengan tahun-tahun sebelumnya",
    "sec-perbandingan-renstra": "dibandingkan dengan target Renstra",
    "sec-penyebab-solusi": "penyebab dan solusi",
    "sec-efisiensi-sumber-daya": "efisiensi penggunaan sumber daya",
    "sec-rata-rata-nasional": "dibandingkan dengan standar nasional",
    "sec-program-penunjang": "program dan kegiatan penunjang",
    "sec-realisasi-anggaran": "realisasi anggaran",
}
"""The analyses of chapter III, by the labels of their headings."""

TABLES = ("iku", "pk", "capaian", "perbandingan-realisasi", "renstra", "efisiensi")
"""Tables in which every IKU or indicator of the agreement stands."""

SIGNATURES = {
    "penandatangan.nama": 2,
    "penandatangan.nip": 2,
    "pk.pihak-pertama.nama": 1,
    "pk.pihak-kedua.nama": 1,
    "pk-perubahan.pihak-pertama.nama": 1,
    "pk-perubahan.pihak-kedua.nama": 1,
}
"""Values of signature blocks: preface and closing, the agreement and its revision."""

_FEWEST_WORDS = 12
_PROBLEMS = re.compile(
    r"\bpermasalahan\b|\bisu(?:-isu)?\s+(?:strategis|utama|pokok)|\bmasalah\s+(?:utama|pokok)", re.I
)


def _sections(context: Context) -> dict[str, Section]:
    return sections(context.narrative)


@rule("W1", "error", reason="PermenPANRB 53/2014, Lampiran II: the analyses of chapter III.")
def sections_present(context: Context) -> Iterator[Draft]:
    """The seven analyses and the realised budget have a section each, and it says something."""
    there = context.once(_sections)
    report = context.passage(context.project.report.name, 1, "")
    for label, what in SECTIONS.items():
        section = there.get(label)
        if section is None:
            yield Draft(
                _("the section is missing: {what}").format(what=what),
                (report,),
                _("add a heading with the label {label}").format(label=f"{{#{label}}}"),
                label,
            )
        elif len(section.prose.split()) < _FEWEST_WORDS:
            yield Draft(
                _("the section says nothing: {what}").format(what=what),
                (context.passage(section.file, section.row, section.heading),),
                _("write the analysis"),
                section.prose or "–",
                "warning",
            )


@rule("W2", "error", reason="PermenPANRB 53/2014: the indicators are shown in every comparison.")
def tables_present(context: Context) -> Iterator[Draft]:
    """IKU, agreement, achievement, comparison with years and Renstra, and efficiency are shown."""
    shown = _used(context, "tabel")
    for table in TABLES:
        if not shown.get(table):
            yield Draft(
                _("the table {table} is not shown").format(table=table),
                (context.passage(context.project.report.name, 1, ""),),
                _("show it with {shortcode}").format(shortcode=f"{{{{< tabel {table} >}}}}"),
                table,
            )


@rule("W3", "error", reason="PermenPANRB 53/2014: report and agreements are signed.")
def signatures_present(context: Context) -> Iterator[Draft]:
    """Preface, closing and both agreements have their signature blocks."""
    shown = _used(context, "nilai")
    for value, times in SIGNATURES.items():
        found = shown.get(value, 0)
        if found < times:
            yield Draft(
                _("a signature block is missing: {value}").format(value=value),
                (context.passage(context.project.report.name, 1, ""),),
                _("print {value} where the document is signed").format(value=value),
                f"{found} < {times}",
            )


def _used(context: Context, name: str) -> dict[str, int]:
    """How often each id is used by a kind of shortcode."""
    counts: dict[str, int] = {}
    for source in context.narrative.sources.values():
        for shortcode in source.shortcodes:
            if shortcode.name == name and shortcode.args:
                counts[shortcode.args[0]] = counts.get(shortcode.args[0], 0) + 1
    return counts


@rule("W4", "warning", reason="PermenPANRB 53/2014: success and failure have causes and solutions.")
def causes(context: Context) -> Iterator[Draft]:
    """The section on causes and solutions speaks of every indicator.

    An error where the target was missed: no final report leaves out why.
    """
    section = context.once(_sections).get("sec-penyebab-solusi")
    if section is None:
        return
    for indicator in facts.indicators(context):
        if section.mentions(f"{indicator.kode}.") or indicator.nama in section.text:
            continue
        capaian = indicator.capaian(context.tahun)
        missed = capaian is not None and capaian < 100
        message = (
            _("the target of {name} was missed, and nothing is said about why")
            if missed
            else _("nothing is said about causes and solutions of {name}")
        )
        yield Draft(
            message.format(name=indicator.nama),
            (
                context.cell("indikator", indicator.row, "nama"),
                context.passage(section.file, section.row, section.heading),
            ),
            _("say in narasi/{year}/penyebab.md what made it succeed or fail").format(
                year=context.tahun
            ),
            indicator.kode,
            "error" if missed else None,
        )


@rule("W5", "info", reason="PermenPANRB 53/2014: compared with a national standard, if any.")
def national_figure(context: Context) -> Iterator[Draft]:
    """The comparison with the national standard names a figure. BPS publishes TPT and TPAK."""
    section = context.once(_sections).get("sec-rata-rata-nasional")
    if section is None:
        return
    text = re.sub(r"(?:Nomor|Tahun) \d+", " ", section.text)
    if not re.search(r"\d", text) and not any(
        section.mentions(f"{indicator.kode}.") for indicator in facts.indicators(context)
    ):
        yield Draft(
            _("the comparison with the nation names no figure"),
            (context.passage(section.file, section.row, section.heading),),
            _("compare TPT and TPAK with those of the province and the nation (BPS)"),
            section.heading,
        )


@rule(
    "W6", "warning", reason="PermenPANRB 53/2014, Lampiran II: chapter I names the main problems."
)
def main_problems(context: Context) -> Iterator[Draft]:
    """Chapter I names the strategic issues or main problems that the office faces."""
    section = context.once(_sections).get("sec-pendahuluan")
    if section is not None and not _PROBLEMS.search(section.text):
        yield Draft(
            _("chapter I does not say what the main problems are"),
            (context.passage(section.file, section.row, section.heading),),
            _("describe the strategic issues (isu strategis, permasalahan utama) of the office"),
            section.heading,
        )


@rule("W7", "warning", reason="A report that promises every indicator and programme has each.")
def passages(context: Context) -> Iterator[Draft]:
    """Every indicator of an objective has words of its own beside the table, and every programme.

    They are named in the section that describes them, or one of their values is printed there.
    """
    goals = {row["kode"]: row["jenis"] for row in context.rows("sasaran")}
    indicators = {
        str(row["kode"]): row
        for row in context.rows("indikator")
        if goals.get(row["sasaran"]) == "sasaran"
    }
    programmes = {f"program.{slug(str(row['kode']))}": row for row in context.rows("program")}
    for label, table, passage, rows in (
        ("sec-target-realisasi", "indikator", "capaian-indikator", indicators),
        ("sec-program-penunjang", "program", "program", programmes),
    ):
        section = context.once(_sections).get(label)
        silent = [
            row
            for id, row in rows.items()
            if section and not section.mentions(f"{id}.") and str(row["nama"]) not in section.text
        ]
        if section and silent:
            yield Draft(
                _("{count} of {all} have no passage of their own: {names}").format(
                    count=len(silent),
                    all=len(rows),
                    names=", ".join(str(row["nama"]) for row in silent),
                ),
                (
                    *context.cells(table, silent, "nama"),
                    context.passage(section.file, section.row, section.heading),
                ),
                _("write about them in narasi/{year}/{passage}.md").format(
                    year=context.tahun, passage=passage
                ),
                ", ".join(str(row["kode"]) for row in silent),
            )
