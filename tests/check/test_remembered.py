"""What a build remembers of a check: the same counts as a check that remembers nothing."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from lkjip.bundle import sources
from lkjip.check import memory
from lkjip.check.context import Context
from lkjip.check.engine import ask, check
from lkjip.check.registry import DATA, all_rules, rules_of
from lkjip.check.remembered import FILE, Refused, refuse_unexplained, remembered
from lkjip.check.summary import Summary, summarise
from lkjip.data.folder import read_year
from lkjip.paths import Project

from ..conftest import ROOT
from .cases import PHI, cell, exchange_sexes
from .clean import YEAR
from .spoil import Spoiler
from .test_explain import emptied, explain


def in_a_build(project: Project, year: int = YEAR) -> Summary:
    folder = project.build(year)
    folder.mkdir(parents=True, exist_ok=True)
    return remembered(project, year, folder, sources.of_project(project, year))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Codes of the rules that a build asks, filled while it runs."""
    codes: list[str] = []

    def spy(context: Context, rules: object) -> object:
        chosen = list(rules)  # type: ignore[call-overload]
        codes.extend(rule.code for rule in chosen)
        return ask(context, chosen)

    monkeypatch.setattr(memory, "ask", spy)
    return codes


def wrong_share(s: Spoiler) -> None:
    cell("realisasi", PHI, "realisasi", "100")(s)


def explained(s: Spoiler) -> None:
    explain(s, *check(s.project, YEAR).unexplained_errors)


def changed_again(s: Spoiler) -> None:
    cell("realisasi", PHI, "realisasi", "99.5")(s)


def typed(s: Spoiler) -> None:
    text = s.project.report.read_text("utf-8")
    s.project.report.write_text(f"{text}\n\nPada tahun {YEAR} prosentase naik.\n", "utf-8")


def corrected(s: Spoiler) -> None:
    s.report("prosentase", "persentase")


def cited(s: Spoiler) -> None:
    s.report("# PENDAHULUAN", "Lihat @tbl-hilang.\n\n# PENDAHULUAN")


def broken(s: Spoiler) -> None:
    (s.project.build(YEAR) / FILE).write_text('{"key": 1, "memory": {"data": [1]}}', "utf-8")


STEPS: tuple[Callable[[Spoiler], None], ...] = (
    exchange_sexes,
    wrong_share,
    explained,
    changed_again,
    typed,
    cited,
    corrected,
    broken,
)


def test_a_build_counts_what_the_check_finds_after_every_change(spoiler: Spoiler) -> None:
    seen = [in_a_build(spoiler.project)]
    for step in STEPS:
        step(spoiler)
        seen.append(in_a_build(spoiler.project))
        assert seen[-1] == summarise(check(spoiler.project, YEAR)), step.__name__
        assert in_a_build(spoiler.project) == seen[-1]
    assert len({str(summary) for summary in seen}) > 5  # the steps were seen


def test_an_explained_finding_comes_back_when_its_cells_change(spoiler: Spoiler) -> None:
    wrong_share(spoiler)
    in_a_build(spoiler.project)
    explained(spoiler)
    assert in_a_build(spoiler.project).unexplained_errors == 0
    changed_again(spoiler)
    assert in_a_build(spoiler.project).unexplained_errors == 1


def test_an_empty_cell_is_no_final_report_whatever_is_explained(spoiler: Spoiler) -> None:
    emptied(spoiler)
    open_before = in_a_build(spoiler.project).unexplained_errors
    explain(spoiler, *check(spoiler.project, YEAR), reason="Data menyusul")
    summary = in_a_build(spoiler.project)
    assert summary == summarise(check(spoiler.project, YEAR))
    assert summary.unexplained_errors > open_before
    with pytest.raises(Refused, match="filled in"):
        refuse_unexplained(summary)


def test_only_what_can_have_changed_is_asked(spoiler: Spoiler, asked: list[str]) -> None:
    data = {rule.code for rule in rules_of(DATA)}
    by_sentence = {rule.code for rule in all_rules() if rule.by_sentence}
    in_a_build(spoiler.project)
    assert sorted(asked) == sorted(rule.code for rule in all_rules())
    asked.clear()
    typed(spoiler)
    in_a_build(spoiler.project)
    assert by_sentence <= set(asked) and not data & set(asked)
    asked.clear()
    spoiler.report("# PENDAHULUAN", "<!-- tidak dicetak -->\n\n# PENDAHULUAN")
    in_a_build(spoiler.project)
    assert asked and not (data | by_sentence) & set(asked)
    asked.clear()
    explain(spoiler)
    in_a_build(spoiler.project)
    assert not (data | by_sentence) & set(asked)
    asked.clear()
    wrong_share(spoiler)
    in_a_build(spoiler.project)
    assert data <= set(asked)


def test_other_rules_remember_nothing(spoiler: Spoiler, asked: list[str]) -> None:
    in_a_build(spoiler.project)
    file = spoiler.project.build(YEAR) / FILE
    kept = json.loads(file.read_text("utf-8"))
    kept["key"], kept["memory"]["base"] = "", "of other rules"
    file.write_text(json.dumps(kept), "utf-8")
    asked.clear()
    in_a_build(spoiler.project)
    assert {rule.code for rule in rules_of(DATA)} <= set(asked)


def test_rules_about_data_cannot_reach_the_narrative(spoiler: Spoiler) -> None:
    context = Context(spoiler.project, read_year(spoiler.project.data, YEAR))
    with pytest.raises(AssertionError):
        _ = context.without_narrative().narrative


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The data and the text of 2022, to be changed."""
    root = tmp_path_factory.mktemp("laporan")
    for name in ("data", "narasi"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("_quarto.yml", "_quarto-2022.yml", "report.qmd"):
        shutil.copy(ROOT / name, root / name)
    return Project(root)


TEXTS = (
    "Realisasi TPAK meningkat dari 70,12% menjadi 69,01%. Indikator ini belum mencapai target.",
    "Lihat tabel di atas dan Tabel 3.99.",
    "Prosentase tertinggi ialah TPT. Program ini terserap seluruhnya.",
)


def test_sections_change_nothing_but_themselves(report: Project) -> None:
    """Every passage changed in turn: kept and found anew is what all rules find together."""
    before = None
    content = read_year(report.data, 2022)
    for number, path in enumerate(sorted((report.root / "narasi").rglob("*.*md"))):
        text = path.read_text("utf-8")
        paragraphs = text.split("\n\n")
        half = len(paragraphs) // 2
        order = [*paragraphs[:half], TEXTS[number % len(TEXTS)], *paragraphs[half:]]
        path.write_text("\n\n".join(order[: len(order) - number % 2]), "utf-8")
        context = Context(report, content)
        before = memory.find(context, "sama", before)
        afresh = Context(report, content)
        found = [(one.code, one.severity, one.sel) for one in ask(afresh, all_rules())]
        assert Counter(map(tuple, before.found)) == Counter(found), path.name
        before = memory.read({"memory": json.loads(json.dumps(before.to_json()))})
        assert before is not None


def test_a_file_of_something_else_is_no_memory() -> None:
    for kept in ({}, {"memory": []}, {"memory": {"sections": 1}}, [], None):
        assert memory.read(kept) is None


def test_the_file_is_small(spoiler: Spoiler) -> None:
    in_a_build(spoiler.project)
    assert Path(spoiler.project.build(YEAR) / FILE).stat().st_size < 40_000
