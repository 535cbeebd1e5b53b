"""Bookmarks, page breaks, ends of sections and pictures."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from lkjip.render.word.package import (
    element,
    find,
    properties_of,
    set_property,
    style_of,
    text_of,
    w,
)

_BREAK = "w:p[w:r/w:br[@w:type='page']][not(.//w:t)]"
_RUNNING_TEXT = ("BodyText", "FirstParagraph")
_OWN_PAGE = ("JudulNaskah", "JudulLampiranAwal")


def tidy(document: Any) -> None:
    """Everything that concerns single paragraphs."""
    _hide_bookmarks(document)
    _drop_page_breaks(document)
    _drop_spacers(document)
    _end_sections(document)
    _keep_sources(document)
    _name_pictures(document)


def _hide_bookmarks(document: Any) -> None:
    """Names that Word accepts, around the text of a heading and not around its chapter."""
    names = {}
    ends = {end.get(w("id")): end for end in find(document, "//w:bookmarkEnd")}
    for start in find(document, "//w:bookmarkStart"):
        name = start.get(w("name"))
        if name.startswith("_"):
            continue
        # As lua/wordml.lua has it.
        names[name] = "_Ref_" + hashlib.sha1(name.encode()).hexdigest()[:16]
        start.set(w("name"), names[name])
        if start.getparent().tag != w("p"):
            _move_into_paragraph(start, ends[start.get(w("id"))])
    for link in find(document, "//w:hyperlink[@w:anchor]"):
        link.set(w("anchor"), names.get(link.get(w("anchor")), link.get(w("anchor"))))


def _move_into_paragraph(start: Any, end: Any) -> None:
    paragraph = start.getnext()
    while paragraph is not None and paragraph.tag == w("bookmarkStart"):
        paragraph = paragraph.getnext()
    if paragraph is None or paragraph.tag != w("p"):
        return
    properties_of(paragraph).addnext(start)
    paragraph.append(end)


def _drop_page_breaks(document: Any) -> None:
    """A page begins with a paragraph whose style says so, not after an empty one."""
    for paragraph in find(document, f"//w:body/{_BREAK}"):
        after = paragraph.getnext()
        if after is None or after.tag != w("p"):
            continue
        if style_of(after) not in _OWN_PAGE:
            set_property(after, element("<w:pageBreakBefore/>"))
        paragraph.getparent().remove(paragraph)
    for heading in find(document, "//w:body/w:p[w:pPr/w:pStyle/@w:val='JudulNaskah']"):
        # The coat of arms stands above it.
        if find(heading, "preceding-sibling::*[1][self::w:p[.//w:drawing]]"):
            set_property(heading, element('<w:pageBreakBefore w:val="0"/>'))


def _end_sections(document: Any) -> None:
    """A section ends in its last paragraph, unless that is a heading or stands on the cover."""
    for paragraph in find(document, "//w:body/w:p[w:pPr/w:sectPr]"):
        before = paragraph.getprevious()
        if before is None or before.tag != w("p") or find(before, "w:pPr/w:sectPr"):
            continue
        if style_of(before).startswith(("Judul", "Heading", "Sampul")):
            continue
        set_property(before, paragraph.find(w("pPr")).find(w("sectPr")))
        paragraph.getparent().remove(paragraph)


def _drop_spacers(document: Any) -> None:
    """Space below a table belongs to the paragraph there; two tables need one between them."""
    for spacer in find(document, "//w:body/w:p[w:pPr/w:pStyle/@w:val='SesudahTabel']"):
        after = spacer.getnext()
        if after is None or not style_of(after) or find(after, "w:pPr/w:sectPr"):
            continue
        if not style_of(after).startswith("Heading"):
            set_property(after, element('<w:spacing w:before="200"/>'))
        spacer.getparent().remove(spacer)


def _keep_sources(document: Any) -> None:
    """What stands between a table and the head of its notes stays with them."""
    for source in find(document, "//w:body/w:p[w:pPr/w:pStyle/@w:val='Sumber']"):
        after = source.getnext()
        if after is not None and style_of(after) in ("KepalaCatatan", "Sumber"):
            set_property(source, element("<w:keepNext/>"))
            set_property(source, element('<w:spacing w:after="40"/>'))
    for head in find(document, "//w:body/w:p[w:pPr/w:pStyle/@w:val='KepalaCatatan']"):
        before = head.getprevious()
        if before is not None and style_of(before) in _RUNNING_TEXT:
            # Notes on a section do not head a page of their own.
            set_property(before, element("<w:keepNext/>"))
    for note in find(document, "//w:body/w:p[w:pPr/w:pStyle/@w:val='ButirCatatan']"):
        after = note.getnext()
        if after is None or style_of(after) != "ButirCatatan":
            set_property(note, element('<w:spacing w:after="280"/>'))


def _name_pictures(document: Any) -> None:
    """Names as in the caption, and no trace of the file that a picture was."""
    for number, picture in enumerate(find(document, "//wp:docPr"), start=1):
        below = find(picture, "ancestor::w:p[1]/following-sibling::*[1]")
        caption = re.match(r"Gambar\s[\d.]+", text_of(below[0])) if below else None
        name = caption[0].replace("\u00a0", " ") if caption else f"Gambar {number}"
        picture.set("name", name)
        picture.attrib.pop("title", None)
        for file in find(picture, "following::pic:cNvPr[1]"):
            file.set("name", name)
            file.attrib.pop("descr", None)
