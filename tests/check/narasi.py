"""A throw-away narrative beside the real data of 2022."""

from __future__ import annotations

from functools import cache

from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.registry import Rule, all_rules
from lkjip.data.folder import Content, read_year
from lkjip.paths import Project
from lkjip.render.narrative import Narrative
from lkjip.render.source import Source

from ..conftest import ROOT

FILE = "narasi/uji.qmd"
Found = list[tuple[str, Draft]]


@cache
def content() -> Content:
    return read_year(ROOT / "data", 2022)


def narrative_rules() -> list[Rule]:
    return [rule for rule in all_rules() if rule.family.startswith("narrative")]


def context(text: str, **commentary: str) -> Context:
    """The data of 2022 with this text as its only chapter, and passages by name at its end."""
    text += "".join(f"\n\n{{{{< narasi {name} >}}}}\n" for name in commentary)
    made = Context(Project(ROOT), content())
    narrative = Narrative(text=text)
    narrative.sources[FILE] = Source(FILE, text)
    for name, passage in commentary.items():
        file = f"narasi/2022/{name}.md"
        narrative.sources[file] = Source(file, passage)
    vars(made)["narrative"] = narrative  # where the cached property keeps it
    vars(made)["known"] = None  # whatever was computed in the real project
    return made


def find(text: str, **commentary: str) -> Found:
    """What the rules find, but for passages of the real project that this text does not use."""
    made = context(text, **commentary)
    rules = [rule for rule in narrative_rules() if rule.code != "N23"]
    found = [(rule, draft) for rule in rules for draft in rule.find(made)]
    # What a build remembers by section has to say which one it is.
    assert all(draft.cells[0].section is not None for rule, draft in found if rule.by_sentence)
    return [(rule.code, draft) for rule, draft in found]


def codes(text: str, **commentary: str) -> list[str]:
    return [code for code, _draft in find(text, **commentary)]
