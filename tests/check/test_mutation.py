"""How many slips of the hand the check finds; the share is measured and printed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from lkjip.check.context import Context
from lkjip.check.engine import ask
from lkjip.check.registry import all_rules
from lkjip.data.folder import read_year
from lkjip.errors import InputError
from lkjip.paths import Project

from .clean import YEAR, clean_project
from .mutate import KINDS, Mutant, mutants, read, write

SEED = 20
AIM = 0.9


class Finder:
    """Asks all rules about the files of a year as they are now.

    The folder of the year before and the narrative do not change, so they are read once.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        first = Context(project, read_year(project.data, YEAR))
        self.unchanged = {"earlier": first.earlier, "narrative": first.narrative}

    def __call__(self) -> bool:
        """Whether a rule, or the loader before it, finds something wrong."""
        try:
            context = Context(self.project, read_year(self.project.data, YEAR))
        except InputError:
            return True
        context.__dict__.update(self.unchanged)  # what functools.cached_property would store
        return any(found.severity != "info" for found in ask(context, all_rules()))


def measure(project: Project, sample: list[Mutant]) -> tuple[Counter, Counter, list[Mutant]]:
    folder = project.data / str(YEAR)
    total: Counter[tuple[str, bool]] = Counter()
    caught: Counter[tuple[str, bool]] = Counter()
    missed = []
    found = Finder(project)
    assert not found()
    for mutant in sample:
        before = read(folder, mutant.table)
        write(folder, mutant.table, mutant.rows)
        total[mutant.kind, mutant.depends] += 1
        if found():
            caught[mutant.kind, mutant.depends] += 1
        else:
            missed.append(mutant)
        write(folder, mutant.table, before)
    return total, caught, missed


def share(caught: Counter, total: Counter, kinds: tuple[str, ...], depends: bool) -> str:
    part = sum(caught[kind, depends] for kind in kinds)
    whole = sum(total[kind, depends] for kind in kinds)
    return f"{part}/{whole}" + (f" = {part / whole:.1%}" if whole else "")


def test_share_of_slips_that_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = clean_project(tmp_path, SEED)
    every = list(mutants(project.data / str(YEAR), Random(SEED)))
    total, caught, missed = measure(project, every)
    with capsys.disabled():
        print(f"\nslips found, of {len(every)}:")
        for kinds in (*((kind,) for kind in KINDS), KINDS):
            name = kinds[0] if len(kinds) == 1 else "all"
            print(
                f"  {name:20} another cell depends: {share(caught, total, kinds, True):20}"
                f" none does: {share(caught, total, kinds, False)}"
            )
    whole = sum(count for (_kind, depends), count in total.items() if depends)
    part = sum(count for (_kind, depends), count in caught.items() if depends)
    assert part / whole >= AIM, [(m.kind, m.table, m.where) for m in missed if m.depends]
