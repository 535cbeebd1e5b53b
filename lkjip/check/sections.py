"""Sections of the report, found by the labels of their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lkjip.render.narrative import Narrative

_HEADING = re.compile(
    r"^(?P<level>#+) [^\n]*?(?:\{[^}\n]*#(?P<id>sec-[\w-]+)[^}\n]*\})?[ \t]*$", re.M
)
_SHORTCODE = re.compile(r"`[^`]*`\{=lkjip-shortcode\}|\{\{<.*?>\}\}")


@dataclass(frozen=True)
class Section:
    """A section with the text of its subsections.

    Parameters
    ----------
    file, row, heading
        Where its heading stands, and the line itself.
    text
        What follows, includes put in place; shortcodes as the renderer gets them.
    """

    file: str
    row: int
    heading: str
    text: str

    @property
    def prose(self) -> str:
        """The words alone: no shortcodes, headings, divs, marks or comments."""
        text = re.sub(r"<!--.*?-->", " ", self.text, flags=re.S)
        text = re.sub(r"^(?:#+ .*|:::.*)$", " ", text, flags=re.M)
        return " ".join(re.findall(r"[^\W\d_]{2,}", _SHORTCODE.sub(" ", text)))

    def mentions(self, value: str) -> bool:
        """Whether a value whose id begins so (``"tpt."``) is printed."""
        return f'"args": ["{value}' in self.text


def sections(narrative: Narrative) -> dict[str, Section]:
    """The labelled sections of a report."""
    places = {}
    for source in narrative.sources.values():
        for match in _HEADING.finditer(source.masked):
            if match["id"]:
                row = source.line(match.start())
                places[match["id"]] = source.name, row, source.text.split("\n")[row - 1]
    found = {}
    headings = list(_HEADING.finditer(narrative.text))
    for number, match in enumerate(headings):
        if match["id"] not in places:
            continue
        after = (
            h.start() for h in headings[number + 1 :] if len(h["level"]) <= len(match["level"])
        )
        end = next(after, len(narrative.text))
        found[match["id"]] = Section(*places[match["id"]], narrative.text[match.end() : end])
    return found
