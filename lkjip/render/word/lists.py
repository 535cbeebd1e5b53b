"""Lists get styles of lists, and those within them become their deeper levels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lkjip.render.word.package import element, find, properties_of, set_property, value, w

# By the numerals of their first level: styles of docx/gaya.py; and the numerals of all levels.
_FAMILIES = {
    "decimal": ("ListNumber", ("decimal", "lowerLetter", "decimal")),
    "lowerLetter": ("DaftarHuruf", ("lowerLetter", "decimal", "lowerLetter")),
    "upperRoman": ("DaftarRomawi", ("upperRoman", "lowerLetter", "decimal")),
    "bullet": ("ListBullet", ("bullet", "bullet", "bullet")),
}
# pandoc's numbers of lists begin here; the first is that of further paragraphs of an item.
_CONTINUED = 1000


def tidy(document: Any, numbering: Any) -> None:
    """Tie the items of pandoc's lists to the styles of reference.docx."""
    lists = _Lists(numbering, _numerals(numbering))
    for paragraph in find(document, "//w:p[w:pPr/w:numPr]"):
        number = int(value(paragraph, "w:pPr/w:numPr/w:numId/@w:val"))
        level = int(value(paragraph, "w:pPr/w:numPr/w:ilvl/@w:val") or 0)
        if number < _CONTINUED:
            continue
        if number == _CONTINUED:
            _restyle(paragraph, "ListContinue", level, None)
        else:
            lists.place(paragraph, number, level)
    _drop_unused(document, numbering)


@dataclass
class _Lists:
    """The lists of a document, as they are met."""

    numbering: Any
    numerals: dict[tuple[int, int], str]
    root: str = ""
    root_number: int | None = None
    made: dict[int, int] = field(default_factory=dict)

    def place(self, paragraph: Any, number: int, level: int) -> None:
        """Give an item the style of its list and level, and its list a number that begins anew."""
        kind = self.numerals.get((number, level), "")
        if kind not in _FAMILIES or level >= len(_FAMILIES[kind][1]):
            return
        if level == 0:
            self.root = kind
            self.root_number = self._number(number, kind)
        elif _FAMILIES[self.root or kind][1][level] == kind and self.root:
            # A level of the list it stands in: Word begins it anew below each item.
            _restyle(paragraph, _FAMILIES[self.root][0], level, self.root_number)
            return
        _restyle(paragraph, _FAMILIES[kind][0], level, self._number(number, kind))

    def _number(self, number: int, kind: str) -> int | None:
        """The number of a list of its own; bullets need none but that of their style."""
        if kind == "bullet":
            return None
        if number not in self.made:
            self.made[number] = 1 + max(
                int(old.get(w("numId"))) for old in self.numbering.findall(w("num"))
            )
            levels = "".join(
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
                for level in range(len(_FAMILIES[kind][1]))
            )
            definition = value(
                self.numbering,
                f"w:abstractNum[w:lvl/w:pStyle/@w:val='{_FAMILIES[kind][0]}']/@w:abstractNumId",
            )
            self.numbering.append(
                element(
                    f'<w:num w:numId="{self.made[number]}"><w:abstractNumId w:val="{definition}"/>'
                    f"{levels}</w:num>"
                )
            )
        return self.made[number]


def _numerals(numbering: Any) -> dict[tuple[int, int], str]:
    """Numerals of pandoc's lists, by number and level."""
    found = {}
    for number in numbering.findall(w("num")):
        definition = value(number, "w:abstractNumId/@w:val")
        for level in find(numbering, f"w:abstractNum[@w:abstractNumId='{definition}']/w:lvl"):
            key = int(number.get(w("numId"))), int(level.get(w("ilvl")))
            found[key] = value(level, "w:numFmt/@w:val")
    return found


def _restyle(paragraph: Any, style: str, level: int, number: int | None) -> None:
    properties = properties_of(paragraph)
    properties.remove(properties.find(w("numPr")))
    name = style + (str(level + 1) if level else "")
    set_property(paragraph, element(f'<w:pStyle w:val="{name}"/>'))
    if number is not None:
        set_property(
            paragraph,
            element(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'),
        )


def _drop_unused(document: Any, numbering: Any) -> None:
    """Take out pandoc's lists that no paragraph is in any more."""
    used = set(find(document, "//w:numPr/w:numId/@w:val"))
    for number in numbering.findall(w("num")):
        if int(number.get(w("numId"))) >= _CONTINUED and number.get(w("numId")) not in used:
            numbering.remove(number)
    known = set(find(numbering, "w:num/w:abstractNumId/@w:val"))
    for definition in numbering.findall(w("abstractNum")):
        if definition.get(w("abstractNumId")) not in known:
            numbering.remove(definition)
