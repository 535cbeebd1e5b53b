"""Sentences of two texts that differ, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from lkjip.diff.model import Sentence

_BREAK = "\ue000"
_BLOCKS = {
    *("p", "li", "div", "section", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "br"),
    *("figcaption", "caption", "blockquote", "dt", "dd", "ol", "ul", "table", "figure"),
}
_CELLS = {"td", "th"}
_LEFT_OUT = "//head | //script | //style | //svg | //template | //dialog"
# Lists of contents follow the text; what tables say is compared cell by cell.
_REPEATED = "//nav | //header | //*[starts-with(@class, 'daftar-')]"
_TABLES = "//table[@data-id]"
_END = re.compile(r"(?<=[.!?;:])\s+(?=[\"“(]?[A-Z0-9])")


def of_html(path: Path, with_tables: bool = False) -> list[str]:
    """The sentences of a report's HTML, in reading order.

    Parameters
    ----------
    path
        The report.
    with_tables
        Rows of tables too, each as one sentence, and lists of contents; else only the prose.
    """
    # lxml is slow to load; only who compares texts needs it.
    from lxml import html

    tree = html.fromstring(path.read_bytes())
    left_out = _LEFT_OUT if with_tables else f"{_LEFT_OUT} | {_REPEATED} | {_TABLES}"
    for node in tree.xpath(left_out):
        node.drop_tree()
    for node in tree.iter():
        if node.tag in _CELLS and node.getnext() is not None:
            node.tail = " | "
        if node.tag in _BLOCKS:
            node.text = _BREAK + (node.text or "")
            node.tail = _BREAK + (node.tail or "")
    return sentences(tree.text_content().split(_BREAK))


def sentences(blocks: list[str]) -> list[str]:
    """The sentences of blocks of text, white space made even."""
    return [
        sentence for block in blocks for sentence in _END.split(" ".join(block.split())) if sentence
    ]


def compare(old: list[str], new: list[str]) -> list[Sentence]:
    """Sentences that changed, came or went.

    Parameters
    ----------
    old, new
        All sentences of each text.
    """
    return list(_compare(old, new))


def changed_words(old: str, new: str) -> list[tuple[str, str]]:
    """The parts of two texts that differ, in pairs; a part that only one has stands alone."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        (" ".join(before[i1:i2]), " ".join(after[j1:j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]


def _compare(old: list[str], new: list[str]) -> Iterator[Sentence]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if i2 - i1 == j2 - j1:
            yield from map(_sentence, old[i1:i2], new[j1:j2])
        else:
            yield _sentence(" ".join(old[i1:i2]), " ".join(new[j1:j2]))


def _sentence(old: str, new: str) -> Sentence:
    before, after = old.split(), new.split()
    words: list[tuple[str, str]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            words.append(("=", " ".join(before[i1:i2])))
            continue
        if i1 < i2:
            words.append(("-", " ".join(before[i1:i2])))
        if j1 < j2:
            words.append(("+", " ".join(after[j1:j2])))
    return Sentence(old, new, tuple(words))
