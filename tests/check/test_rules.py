"""Each rule fires where it must, on the right cells with the right arithmetic, and only there."""

from __future__ import annotations

import pytest

from lkjip.check.engine import check
from lkjip.check.registry import all_rules

from .cases import (
    ALWAYS,
    CASES,
    ELSEWHERE,
    PHK,
    REVISED,
    TPAK,
    Case,
    Spoil,
    both,
    cell,
    exchange_sexes,
    graded,
    law,
    number,
    office,
    tpt,
)
from .clean import YEAR
from .spoil import Spoiler


def codes() -> list[str]:
    return [r.code for r in all_rules() if not r.family.startswith(ELSEWHERE)]


def test_every_rule_has_a_case() -> None:
    assert sorted({case.code for case in CASES} | set(ALWAYS)) == sorted(codes())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_the_rule_fires(spoiler: Spoiler, case: Case) -> None:
    case.spoil(spoiler)
    found = spoiler.found(case.code)
    assert found, f"{case.code} finds nothing"
    named = [f for f in found if any(case.cell in cell.reference for cell in f.cells)]
    assert named, [cell.reference for f in found for cell in f.cells]
    assert any(case.shown in (f.arithmetic or "") for f in named), [f.arithmetic for f in named]
    if case.severity:
        assert {f.severity for f in named} == {case.severity}
    for f in found:
        assert f.message and f.advice and f.cells


@pytest.mark.parametrize("code", codes())
def test_the_rule_is_silent_on_clean_data(spoiler: Spoiler, code: str) -> None:
    found = spoiler.found(code)
    if code in ALWAYS:
        assert {f.severity for f in found} == {"info"}, ALWAYS[code]
    else:
        assert found == []


def test_notes_that_are_always_true_fall_silent(spoiler: Spoiler) -> None:
    """B3 when nothing was revised, or the targets were; J5, B6 when sasaran are the whole."""
    number("target", REVISED, "target", "1.01")(spoiler)
    assert spoiler.found("B3") == []
    spoiler.table("alokasi_sasaran", whole_programmes)
    assert spoiler.found("J5") == spoiler.found("B6") == []


def whole_programmes(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    paying = {"S1": ("P3", "P6"), "S2": ("P4", "P2"), "S3": ("P5",), "S4": ("P1",)}
    return [
        {"sasaran": s, "program": p, "cakupan": "seluruh", "pagu": "", "realisasi": ""}
        for s, programmes in paying.items()
        for p in programmes
    ]


@pytest.mark.parametrize(
    ("code", "spoil"),
    [
        # Cases in process without a way of settlement are right.
        ("R4", both(cell("sengketa", PHK, "dalam_proses", 40))),
        # A grade that repeats is no slip.
        ("Y1", both(lambda s: graded(s))),
        # 100% of 100% is a limit that many reach.
        (
            "P5",
            both(
                cell("kinerja_program", {"program": "P1"}, "target", 100),
                cell("kinerja_program", {"program": "P1"}, "realisasi", 100),
            ),
        ),
        # A revision that is smaller than half of the budget.
        ("B2", number("anggaran", {"program": "P2", "tahap": "murni"}, "pagu", "1.1")),
        # Disputes that are settled are better when more are.
        ("A1", cell("indikator", {"kode": "phi"}, "nama", "Persentase sengketa yang diselesaikan")),
        # A regulation that carries the region's name is the same one.
        (
            "H1",
            law(
                "Peraturan Daerah Nomor 2 Tahun 2021 tentang Rencana Pembangunan Jangka Menengah "
                "Daerah Tahun 2021-2026"
            ),
        ),
        # The title of the law it amends is part of the amendment's title.
        (
            "H4",
            law(
                "Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang-Undang "
                "Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
            ),
        ),
        # A tujuan that is missed together with one of its sasaran.
        (
            "A8",
            both(tpt("5.90"), number("realisasi", TPAK, "realisasi", "0.8")),
        ),
        # Last year's targets in this year's file do without last year's folder.
        ("K8", lambda s: last_years_targets(s)),
        # A regulation that the legal basis names, cited with another spelling of the number.
        (
            "H7",
            lambda s: s.report(
                "Permasalahan utama",
                "Undang-Undang Nomor 023 Tahun 2014 berlaku. Permasalahan utama",
            ),
        ),
        ("W6", lambda s: s.report("Permasalahan utama", "Isu-isu strategis")),
        # On the last day allowed.
        ("O6", office("laporan.tanggal", "2025-02-28")),
        # The day before the 60th birthday.
        ("O2", office("pejabat.kepala.nip", "19650215 198903 1 003")),
    ],
)
def test_the_rule_does_not_fire(spoiler: Spoiler, code: str, spoil: Spoil) -> None:
    spoil(spoiler)
    assert [f for f in spoiler.found(code) if f.severity != "info" or code == "H7"] == []


def last_years_targets(s: Spoiler) -> None:
    before = s.rows("target", YEAR - 1)
    s.table(
        "target",
        lambda rows: [
            *rows,
            *(row for row in before if row["dokumen"] == "pk" and row["tahun"] == str(YEAR - 1)),
        ],
    )
    s.forget(YEAR - 1)


def test_findings_come_worst_first(spoiler: Spoiler) -> None:
    exchange_sexes(spoiler)
    cell("fakta", {"kode": "jumlah_kegiatan"}, "nilai", 99)(spoiler)
    severities = [found.severity for found in check(spoiler.project, YEAR)]
    assert severities == sorted(severities, key=["error", "warning", "info"].index)
    assert {"error", "warning", "info"} <= set(severities)
