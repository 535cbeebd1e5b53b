"""Styles that pandoc and Quarto add for source code, of which a report has none."""

from __future__ import annotations

import re

from lkjip.render.word.package import Package, find, w

_OF_CODE = re.compile(r"SourceCode|\w+Tok")


def tidy(package: Package) -> None:
    """Take them out of the list that an editor of the report sees, unless they are used."""
    styles = package.tree("word/styles.xml")
    used = set(find(package.tree("word/document.xml"), "//w:pStyle/@w:val | //w:rStyle/@w:val"))
    for style in find(styles, "w:style"):
        name = style.get(w("styleId"))
        if _OF_CODE.fullmatch(name) and name not in used:
            styles.remove(style)
            for link in find(styles, f"w:style/w:link[@w:val='{name}']"):
                link.getparent().remove(link)
