"""Lists that styles of the Word report are tied to, for buat_reference.py: Word counts itself."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from gaya import LISTS

# The number of each list. "Bab" is the list of the headings once more, with Roman chapters: lists
# of one definition share their counters.
NUMBERS = {name: number for number, name in enumerate(LISTS, start=2)} | {"Bab": 1}


def add(document: Any) -> None:
    """Put the lists before those of pandoc."""
    numbering = document.part.numbering_part.element
    for place, (name, levels) in enumerate(LISTS.items()):
        numbering.insert(place, _definition(place + 1, levels))
        numbering.append(_number(NUMBERS[name], place + 1, ""))
    first = next(iter(LISTS))
    roman = _level(0, *LISTS[first][0]).replace('"decimal"', '"upperRoman"')
    override = f'<w:lvlOverride w:ilvl="0">{roman}</w:lvlOverride>'
    numbering.append(_number(NUMBERS["Bab"], 1, override))


def _definition(identifier: int, levels: tuple[tuple[str, str, int, str], ...]) -> Any:
    content = "".join(_level(level, *parts) for level, parts in enumerate(levels))
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identifier}">'
        f'<w:nsid w:val="4C4B4A{identifier:02X}"/><w:multiLevelType w:val="multilevel"/>'
        f'<w:tmpl w:val="4C4B4B{identifier:02X}"/>{content}</w:abstractNum>'
    )


def _number(identifier: int, definition: int, override: str) -> Any:
    return parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{identifier}"><w:abstractNumId w:val="{definition}"/>'
        f"{override}</w:num>"
    )


def _level(level: int, text: str, numerals: str, indent: int, style: str) -> str:
    heading = style.startswith("Heading")
    # A number hangs before its text; that of a chapter stands in the line.
    hanging = indent if heading else min(indent, 397)
    after = "tab" if indent else "space" if text else "nothing"
    stop = f'<w:tabs><w:tab w:val="num" w:pos="{indent}"/></w:tabs>' if indent else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{numerals}"/>'
        f'<w:pStyle w:val="{style}"/><w:suff w:val="{after}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{stop}<w:ind w:left="{indent}" w:hanging="{hanging}"/>'
        "</w:pPr></w:lvl>"
    )
