"""Running heads and feet: every section of pages shows the chapter that it belongs to."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from lkjip.kata import romawi
from lkjip.render.word.package import RELATIONS, Package, R, element, find, style_of, text_of, w
from lkjip.render.word.properties import Facts

# Names that docx/buat_reference.py gives to heads with a text.
_HEADS = ("rIdKepala", "rIdKepalaDraf")
_CHAPTER, _ANNEX = "Heading1", "JudulPembatas"
_PART = re.compile(r"word/(?:header|footer)\w+\.xml")
_ID = f"{{{R}}}id"
# The right edge of the text on turned pages, in twentieths of a point.
_TURNED = "14003"


def fill(package: Package, facts: Facts) -> None:
    """Give each section the head of its chapter, fill in the feet, drop what no section uses."""
    document = package.tree("word/document.xml")
    parts = {node.get("Id"): f"word/{node.get('Target')}" for node in package.tree(RELATIONS)}
    chapters, opening = 0, None
    made: dict[tuple[str, int, bool, Any], str] = {}
    for section, paragraphs in _sections(document):
        for paragraph in paragraphs:
            if style_of(paragraph) in (_CHAPTER, _ANNEX):
                opening = paragraph
                chapters += style_of(paragraph) == _CHAPTER
        turned = bool(find(section, "w:pgSz[@w:orient='landscape']"))
        for reference in find(section, "w:headerReference"):
            old = reference.get(_ID)
            if old not in _HEADS or opening is None:
                continue
            key = (old, chapters, turned, opening)
            if key not in made:
                head = deepcopy(package.tree(parts[old]))
                _fill_head(head, _title(opening, chapters), facts, turned)
                made[key] = _add(package, parts[old], head, f"headerBab{len(made) + 1}")
            reference.set(_ID, made[key])
    _number_front(package, document, parts)
    for name in package.parts:
        if _PART.fullmatch(name):
            _fill_texts(package.tree(name), "{dinas}", [_run(facts.office)])
    _drop_unused(package, document)


def _sections(document: Any) -> list[tuple[Any, list[Any]]]:
    """Properties of each section, and what stands in it."""
    sections = []
    blocks: list[Any] = []
    for node in document.find(w("body")):
        blocks.append(node)
        ended = [node] if node.tag == w("sectPr") else find(node, "self::w:p/w:pPr/w:sectPr")
        if ended:
            sections.append((ended[0], blocks))
            blocks = []
    return sections


def _title(opening: Any, chapters: int) -> list[Any]:
    """The runs that show the title: fields, so that Word follows when it changes."""
    text = text_of(opening)
    if style_of(opening) == _ANNEX:
        return [_field('STYLEREF "Judul Pembatas"', text)]
    number = f"BAB {romawi(chapters)}"
    return [_field("STYLEREF 1 \\n", number), _run(" · "), _field("STYLEREF 1", text)]


def _run(text: str) -> Any:
    return element(f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>')


def _field(code: str, result: str) -> Any:
    field = element('<w:fldSimple w:instr=""/>')
    field.set(w("instr"), f" {code} ")
    field.append(_run(result))
    return field


def _fill_head(head: Any, title: list[Any], facts: Facts, turned: bool) -> None:
    _fill_texts(head, "{bab}", title)
    for text in find(head, ".//w:t[.='{pendek}']"):
        text.text = facts.short
    if turned:
        for stop in find(head, ".//w:tab[@w:val='right']"):
            stop.set(w("pos"), _TURNED)


def _fill_texts(part: Any, sign: str, runs: list[Any]) -> None:
    """Put runs in the place of the one that holds only a sign."""
    for old in find(part, f".//w:r[w:t='{sign}']"):
        for run in runs:
            old.addprevious(deepcopy(run))
        old.getparent().remove(old)


def _add(package: Package, like: str, part: Any, name: str) -> str:
    """Add a head or foot to the file; gives the name of its relation."""
    package.add(
        f"word/{name}.xml", etree.tostring(part, xml_declaration=True, encoding="UTF-8"), like
    )
    relations = package.tree(RELATIONS)
    relation = etree.SubElement(relations, relations[0].tag)
    relation.set("Id", f"rId{name}")
    relation.set("Type", f"{R}/{name[:6]}")
    relation.set("Target", f"{name}.xml")
    return f"rId{name}"


def _number_front(package: Package, document: Any, parts: dict[str, str]) -> None:
    """Roman numbers in the foot itself: LibreOffice forgets the section's within a page."""
    front = find(document, "//w:sectPr[w:pgNumType/@w:fmt='lowerRoman']/w:footerReference")
    if not front:
        return
    like = parts[front[0].get(_ID)]
    foot = deepcopy(package.tree(like))
    for field in find(foot, ".//w:fldSimple"):
        field.set(w("instr"), " PAGE \\* roman ")
        for text in find(field, ".//w:t"):
            text.text = "i"
    name = _add(package, like, foot, "footerDepan")
    for reference in front:
        reference.set(_ID, name)


def _drop_unused(package: Package, document: Any) -> None:
    """A final report holds no sign of a draft, not even one that no page shows."""
    used = set(find(document, "//w:headerReference/@r:id | //w:footerReference/@r:id"))
    for relation in list(package.tree(RELATIONS)):
        name = f"word/{relation.get('Target')}"
        if _PART.fullmatch(name) and relation.get("Id") not in used:
            package.remove(name)
