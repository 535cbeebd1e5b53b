"""The cover: a block across the page with title and year, the office at the foot."""

from __future__ import annotations

from typing import Any

from lkjip.render.word.package import element, find, set_property

# Height, width and margin of the block, in twentieths of a point: it is as wide as the page.
_HEIGHT, _WIDTH, _MARGIN = 8845, 11906, 1417
_INSIDE = ("SampulJudul", "SampulTahun", "SampulEdisi")
_FILL, _GOLD = "173A56", "C8801A"
_BLOCK = (
    f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/>'
    f'<w:tblInd w:w="-{_MARGIN}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    f'<w:left w:w="{_MARGIN}" w:type="dxa"/><w:right w:w="{_MARGIN}" w:type="dxa"/></w:tblCellMar>'
    f'</w:tblPr><w:tblGrid><w:gridCol w:w="{_WIDTH}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/>'
    f'<w:trHeight w:val="{_HEIGHT}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
    f'<w:tcW w:w="{_WIDTH}" w:type="dxa"/><w:tcBorders><w:bottom w:val="single" w:sz="36" '
    f'w:space="0" w:color="{_GOLD}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" '
    f'w:fill="{_FILL}"/><w:vAlign w:val="center"/></w:tcPr></w:tc></w:tr></w:tbl>'
)
_FOOT = (
    '<w:framePr w:w="9072" w:hSpace="0" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" '
    'w:xAlign="left" w:yAlign="bottom"/>'
)


def build(document: Any) -> None:
    """Put title, year and edition into the block, and the office into a frame."""
    which = " or ".join(f"@w:val='{style}'" for style in _INSIDE)
    inside = find(document, f"//w:body/w:p[w:pPr/w:pStyle[{which}]]")
    if not inside:
        return
    block = element(_BLOCK)
    inside[0].addprevious(block)
    (cell,) = find(block, ".//w:tc")
    for paragraph in inside:
        cell.append(paragraph)
    for style in ("SampulDinas", "SampulAlamat"):
        for paragraph in find(document, f"//w:body/w:p[w:pPr/w:pStyle/@w:val='{style}']"):
            set_property(paragraph, element(_FOOT))
