"""What is amiss in the styles of pandoc's own reference document, for buat_reference.py."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from gaya import NORMAL_TABLE, STYLES


def mend(document: Any) -> None:
    """Give styles bases that are there, and make pairs of styles agree."""
    styles = document.styles.element
    styles.append(parse_xml(NORMAL_TABLE))
    by_id = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
    # The default of tables is Word's own; pandoc's stands on it.
    del by_id["Table"].attrib[qn("w:default")]
    for name in ("Caption", "Hyperlink", "VerbatimChar", "FootnoteReference"):
        style = by_id.get(name)
        if style is None:
            continue
        for link in style.findall(qn("w:link")):
            style.remove(link)
        base = style.find(qn("w:basedOn"))
        if base is not None and base.get(qn("w:val")) == "BodyTextChar":
            base.set(qn("w:val"), "DefaultParagraphFont")
    for name, style in by_id.items():
        twin = by_id.get(f"{name}Char")
        if twin is not None and name.startswith(("Heading", "Title", "Subtitle")):
            for properties in twin.findall(qn("w:rPr")):
                twin.remove(properties)
            properties = style.find(qn("w:rPr"))
            if properties is not None:
                twin.append(deepcopy(properties))
    _hide_unused(by_id)


def _hide_unused(by_id: dict[str, Any]) -> None:
    """The gallery of Word shows the styles of the report, not those of source code and the like."""
    wanted = {name.lower() for name in STYLES} | {"nomor takarir", "hyperlink", "normal"}
    for identifier, style in by_id.items():
        name = style.find(qn("w:name")).get(qn("w:val")).lower()
        if name in wanted or identifier.startswith(("Lkjip", "TandaTangan")):
            continue
        for mark in style.findall(qn("w:qFormat")):
            style.remove(mark)
