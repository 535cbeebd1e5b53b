"""Marks of shortcodes that do not fit together are told, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from lkjip.render.marks import check
from lkjip.render.source import Source


def rows(text: str) -> list[int | None]:
    return [finding.row for finding in check(Source("narasi/x.md", text))]


@pytest.mark.parametrize(
    "text",
    [
        "TPAK {{< nilai tpak.realisasi > naik.",
        "TPAK {{< nilai tpak.realisasi }} naik.",
        "TPAK {{< nilai tpak.realisasi naik.",
        "TPAK {{nilai tpak.realisasi}} naik.",
        "TPAK {{ nilai tpak.realisasi }} naik.",
        "TPAK nilai tpak.realisasi >}} naik.",
        "TPAK { {< nilai tpak.realisasi >}} naik.",
        "TPAK {{< nilai tpak.realisasi >} } naik.",
    ],
)
def test_broken_marks_are_told_once(text: str) -> None:
    assert rows(f"Awal.\n\n{text}\n\nAkhir {{{{< nilai tahun >}}}}.\n") == [3]


def test_both_of_two_are_told() -> None:
    assert rows("a {{< nilai x\nb {{< nilai y >}}\n\nc {{ tabel z }}\n") == [1, 4]


@pytest.mark.parametrize(
    "text",
    [
        "Tahun {{< nilai tahun >}} dan {{< nilai tahun.lalu >}}.",
        "Kode `{{< nilai x >` tidak dibaca.",
        "<!-- {{ nilai x }} -->",
        "```\n{{ nilai x }}\n```",
        "Rumus $\\frac{{a}}{{b}}$ dan {kurung}.",
        "$$\n{{nilai}}\n$$",
        "Ditulis {{{< nilai x >}}}.",
        "Lebih besar > 5 dan {a}.",
    ],
)
def test_what_is_no_shortcode_is_left_alone(text: str) -> None:
    assert rows(text) == []


def test_the_finding_says_how_to_write_it() -> None:
    (finding,) = check(Source("narasi/x.md", "Ada {{< nilai x }}."))
    assert (finding.file, finding.value) == ("narasi/x.md", "{{< nilai x }}.")
    assert finding.mend == "write {{< before and >}} after it"
