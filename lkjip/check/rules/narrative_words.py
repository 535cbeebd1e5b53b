"""Words of the narrative that say the opposite of the data: up or down, reached or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip.check.context import Context
from lkjip.check.model import Draft
from lkjip.check.narrative.facts import Fact
from lkjip.check.narrative.numerals import numerals
from lkjip.check.narrative.reading import Reading, reading
from lkjip.check.narrative.show import WORDS, contradiction, polarity
from lkjip.check.narrative.statements import Statement, statements
from lkjip.check.registry import rule
from lkjip.i18n import _

_UP = {"up": 1, "down": -1, "same": 0}
_CHANGE = re.compile(
    r"\b(?P<up>meningkat|naik|bertambah)\b|\b(?P<down>menurun|turun|berkurang)\b", re.I
)
_VERBS = frozenset(("meningkat", "naik", "bertambah", "menurun", "turun", "berkurang"))
_NO_CHANGE = frozenset(("target", "renstra", "serapan", "efisiensi", "kemajuan", "sisa", "selisih"))


@rule("N6", "error", reason=WORDS, by_sentence=True)
def direction(context: Context) -> Iterator[Draft]:
    """*Meningkat*, *menurun*, *tetap*, *membaik* said of a subject that went the other way.

    Against last year for an indicator or a number of people, against the first budget for money.
    """
    read = reading(context)
    for statement in statements(context):
        if statement.kind != "arah" or statement.aspect in _NO_CHANGE:
            continue
        money = statement.aspect in ("pagu", "alokasi", "murni")
        fact = read.fact(statement.subject or "", "arah")
        if fact is None or (fact.aspect == "pagu") != money:
            continue
        better = polarity(read, fact.subject)
        if statement.aspect == "capaian" and better < 0:
            continue  # achievement rises when the value falls, and has its own last year
        claimed = {**_UP, "better": better, "worse": -better}[statement.sense]
        if (fact.value == claimed) == statement.denied:
            yield contradiction(
                read,
                statement,
                [fact],
                _("write {value} instead of the word").format(value=f"{{{{< nilai {fact.id} >}}}}"),
            )
    yield from _endpoints(read)


def _endpoints(read: Reading) -> Iterator[Draft]:
    """*Meningkat dari 72,79% menjadi 70,44%*: the two numbers say the opposite of the verb."""
    for sentence in read.sentences:
        if _VERBS.isdisjoint(sentence.vocabulary):
            continue
        for match in _CHANGE.finditer(sentence.text):
            _begin, stop = sentence.clause(match.start())
            ends = [n for n in numerals(sentence.plain) if match.end() <= n.start < stop][:2]
            if len(ends) < 2 or ends[0].kind != ends[1].kind:
                continue
            before = [sentence.text[match.end() : n.start] for n in ends]
            if not re.search(r"\bdari\b[^;]{0,20}$", before[0], re.I):
                continue
            if not re.search(r"\b(?:menjadi|ke)\b[^;]{0,20}$", before[1], re.I):
                continue
            rise = ends[1].values[0] - ends[0].values[0]
            if (rise < 0 and match["up"]) or (rise > 0 and match["down"]):
                yield Draft(
                    _("the text says “{text}”, its own numbers say otherwise").format(
                        text=match[0]
                    ),
                    (read.cell(sentence, match.start(), ends[1].end),),
                    _("correct the verb or the numbers"),
                    f"{ends[0].text} → {ends[1].text}",
                )


@rule("N7", "error", reason=WORDS, by_sentence=True)
def target(context: Context) -> Iterator[Draft]:
    """*Tercapai*, *melampaui target*, *belum mencapai target* said of what did not, or did.

    A sentence about all indicators (*semua target tercapai*) is held against each of them. Lower
    is better where the indicator says so; *melampaui* is not held against a value above a target
    that should have stayed below it, because that can be said in both senses.
    """
    read = reading(context)
    for statement in statements(context):
        if statement.kind != "target":
            continue
        facts = [
            fact
            for key in _keys(read, statement)
            if (fact := read.fact(key, "banding", "target")) is not None
        ]
        wrong = [fact for fact in facts if not _holds(read, statement, fact)]
        if wrong:
            yield contradiction(
                read,
                statement,
                wrong,
                _("correct the sentence, or let the values say it: .status, .banding.target"),
            )


def _holds(read: Reading, statement: Statement, fact: Fact) -> bool:
    """Whether the data allows a statement about a target."""
    stands, less_is_better = fact.value, polarity(read, fact.subject) < 0
    if less_is_better and statement.sense in ("exceed", "below") and statement.subject:
        return bool(stands != 0)  # both readings are in use, of the number and of the success
    if less_is_better and statement.subject is None and statement.sense != "met":
        stands = -stands  # of all indicators together, only the success can be meant
    true = {
        "exceed": stands > 0,
        "greater": stands > 0,
        "below": stands < 0,
        "less": stands < 0,
        "equal": stands == 0,
        "met": stands <= 0 if less_is_better else stands >= 0,
    }[statement.sense]
    return bool(true) != statement.denied


def _keys(read: Reading, statement: Statement) -> list[str]:
    """The subject, or all that a sentence without one means."""
    if statement.subject is not None:
        return [statement.subject]
    tables, scope = read.content.tables, statement.scope.casefold()
    if "program" in scope:
        return [key for key in read.by_subject if key.startswith("program.")]
    goals = {row["kode"]: row["jenis"] for row in tables["sasaran"].rows}
    rows = tables["indikator"].rows
    if re.search(r"sasaran|perjanjian|\bpk\b", scope):
        return [str(row["kode"]) for row in rows if goals.get(row["sasaran"]) == "sasaran"]
    if re.search(r"\biku\b|kinerja\s+utama|tujuan", scope):
        return [str(row["kode"]) for row in rows if goals.get(row["sasaran"]) == "tujuan"]
    return [str(row["kode"]) for row in rows]
