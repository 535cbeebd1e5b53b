"""A Word file as the parts that it is made of."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
# The order that the format wants of what a paragraph's properties hold, as far as we set them.
_PROPERTIES = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "spacing", "ind", "contextualSpacing", "jc",
    "outlineLvl", "rPr", "sectPr",
)  # fmt: skip


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def element(xml: str) -> Any:
    """An element from its text, which may use the prefixes w and r."""
    return etree.fromstring(f'<x xmlns:w="{W}" xmlns:r="{R}">{xml}</x>')[0]


def find(node: Any, path: str) -> list[Any]:
    """The nodes of an XPath."""
    return list(node.xpath(path, namespaces=NAMES))


def value(node: Any, path: str) -> str:
    """The text that an XPath leads to; empty where there is nothing."""
    return str(node.xpath(f"string({path})", namespaces=NAMES))


def style_of(paragraph: Any) -> str:
    """The identifier of a paragraph's style; empty when it has none, or is no paragraph."""
    return value(paragraph, "self::w:p/w:pPr/w:pStyle/@w:val")


def text_of(node: Any) -> str:
    """What a reader sees of an element."""
    return "".join(find(node, ".//w:t/text()"))


def properties_of(paragraph: Any) -> Any:
    """The properties of a paragraph, made when there are none."""
    made = paragraph.find(w("pPr"))
    if made is None:
        made = etree.Element(w("pPr"))
        paragraph.insert(0, made)
    return made


def set_property(paragraph: Any, made: Any) -> None:
    """Give a paragraph a property at the place where the format wants it."""
    properties = properties_of(paragraph)
    for old in properties.findall(made.tag):
        properties.remove(old)
    place = _place(made)
    for index, other in enumerate(properties):
        if _place(other) > place:
            properties.insert(index, made)
            return
    properties.append(made)


def _place(node: Any) -> int:
    name = etree.QName(node).localname
    return _PROPERTIES.index(name) if name in _PROPERTIES else len(_PROPERTIES) - 3


@dataclass
class Package:
    """The parts of a Word file by name; those that were asked for as trees are written anew."""

    parts: dict[str, bytes]
    date: tuple[int, int, int, int, int, int]
    trees: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Package:
        """Read a file."""
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            parts = {entry.filename: archive.read(entry) for entry in entries}
        return cls(parts, entries[0].date_time)

    def write(self, path: Path) -> None:
        """Write the file: the same parts give the same bytes."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(self.parts, key=lambda name: (name != TYPES, name)):
                entry = zipfile.ZipInfo(name, date_time=self.date)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, self._content(name))

    def _content(self, name: str) -> bytes:
        if name not in self.trees:
            return self.parts[name]
        tree = self.trees[name]
        return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))

    def tree(self, name: str) -> Any:
        """The root element of a part; changes to it are kept."""
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    def add(self, name: str, content: bytes, like: str) -> None:
        """Add a part of the type of another one."""
        self.parts[name] = content
        self.trees.pop(name, None)
        for kind in find(self.tree(TYPES), f"*[@PartName='/{like}']"):
            twin = etree.SubElement(self.tree(TYPES), kind.tag)
            twin.set("PartName", f"/{name}")
            twin.set("ContentType", kind.get("ContentType"))

    def remove(self, name: str) -> None:
        """Take a part out, with what the file says of it."""
        if self.parts.pop(name, None) is None:
            return
        self.trees.pop(name, None)
        for kind in find(self.tree(TYPES), f"*[@PartName='/{name}']"):
            kind.getparent().remove(kind)
        for relations in (RELATIONS, "_rels/.rels"):
            folder = "word/" if relations == RELATIONS else ""
            for relation in list(self.tree(relations)):
                if (
                    f"{folder}{relation.get('Target')}" == name
                    or relation.get("Target") == f"/{name}"
                ):
                    relation.getparent().remove(relation)
