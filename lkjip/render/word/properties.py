"""The properties of the file: what readers are told, and nothing of how it was made."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from lkjip.render.word.package import Package, find, w

_CORE = "docProps/core.xml"
_CUSTOM = "docProps/custom.xml"
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>lkjip</Application><Company>{office}</Company></Properties>"
)
_CORE_NAMES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
}
# Fonts of pandoc's template that no style of ours names.
_OTHER_FONTS = ("Aptos", "Aptos Display", "Calibri")


@dataclass(frozen=True)
class Facts:
    """Title of the report, name of the office and fiscal year, as they are printed."""

    title: str
    office: str
    year: str

    @property
    def short(self) -> str:
        """The title in the running head."""
        return f"LKjIP {self.year}"


def take(package: Package) -> Facts | None:
    """What the filter left in the properties for us; None when there is nothing."""
    if _CUSTOM not in package.parts:
        return None
    custom = package.tree(_CUSTOM)
    years = find(custom, "*[@name='lkjip-tahun']")
    core = package.tree(_CORE)
    if not years:
        return None
    return Facts(
        title=str(core.xpath("string(dc:title)", namespaces=_CORE_NAMES)),
        office=str(core.xpath("string(dc:creator)", namespaces=_CORE_NAMES)),
        year="".join(years[0].itertext()),
    )


def write(package: Package, facts: Facts) -> None:
    """Leave what a reader may want to know."""
    package.remove(_CUSTOM)
    if not find(package.tree("word/comments.xml"), "*"):
        package.remove("word/comments.xml")
    package.parts["docProps/app.xml"] = _APP.format(office=escape(facts.office)).encode()
    core = package.tree(_CORE)
    for keywords in core.xpath("cp:keywords", namespaces=_CORE_NAMES):
        keywords.text = facts.short
        by = keywords.makeelement(f"{{{_CORE_NAMES['cp']}}}lastModifiedBy")
        by.text = facts.office
        keywords.addnext(by)
    # pandoc says that the spelling has been looked at.
    for state in find(package.tree("word/settings.xml"), "w:proofState"):
        state.getparent().remove(state)
    fonts = package.tree("word/fontTable.xml")
    for font in list(fonts):
        if font.get(w("name")) in _OTHER_FONTS:
            fonts.remove(font)
