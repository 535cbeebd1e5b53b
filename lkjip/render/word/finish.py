"""Everything that is done to a Word file after pandoc."""

from __future__ import annotations

from pathlib import Path

from lkjip.render.word import body, cover, lists, pages, properties, styles, tables
from lkjip.render.word.package import Package


def finish(path: Path) -> None:
    """Give the Word file of a report its last form, in place.

    Lists get styles that Word counts by, every section of pages its running head, signatures and
    cover their tables, bookmarks hidden names, and the properties of the file say what they should.
    A file that has had this done to it, or is none of ours, is left alone.

    Parameters
    ----------
    path
        What pandoc wrote.
    """
    package = Package.read(path)
    facts = properties.take(package)
    if facts is None:
        return
    document = package.tree("word/document.xml")
    body.tidy(document)
    lists.tidy(document, package.tree("word/numbering.xml"))
    tables.tidy(document)
    cover.build(document)
    pages.fill(package, facts)
    styles.tidy(package)
    properties.write(package, facts)
    package.write(path)
