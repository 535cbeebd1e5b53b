"""``instansi.yml`` of the year after: year and dates change, every other letter stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from lkjip.data.folder import Content

# What the year after has not yet: its dates, and an edition beside the first one.
_TO_COME = (
    "edisi",
    "laporan.tanggal",
    "laporan.kepegawaian_per",
    "perjanjian.pk.tanggal",
    "perjanjian.pk-perubahan.tanggal",
)


def next_instansi(text: str, before: Content) -> str:
    """Rewrite the settings of a year for the year after it.

    The first agreement names those who signed the last one: offices change hands within a year.

    Parameters
    ----------
    text
        Content of ``instansi.yml``.
    before
        The year that it belongs to.

    Returns
    -------
    str
        The same text, comments included, with the new year, empty dates and no mark of an edition.
    """
    tahun = str(before.tahun + 1)
    last = before.instansi.perjanjian["pk-perubahan"]
    changes = {
        "tahun": tahun,
        **dict.fromkeys(_TO_COME, "null"),
        "perjanjian.pk.pihak_pertama": last.pihak_pertama.kunci,
        "perjanjian.pk.pihak_kedua": last.pihak_kedua.kunci,
    }
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    places = {path: node for path, node in _scalars(root, "") if path in changes}
    # From the end on, so that the places before stay where they are.
    for path, node in sorted(places.items(), key=lambda place: -place[1].start_mark.index):
        # An empty value has no extent; what comes before it is a colon.
        gap = "" if node.start_mark.index < node.end_mark.index else " "
        head, tail = text[: node.start_mark.index], text[node.end_mark.index :]
        text = f"{head}{gap}{changes[path]}{tail}"
    return re.sub(
        rf"(?im)^(\s*#.*\btahun anggaran ){before.tahun}\b", lambda match: match[1] + tahun, text
    )


def _scalars(node: yaml.Node | None, path: str) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, f"{path}.{key.value}" if path else key.value)
    elif isinstance(node, yaml.ScalarNode):
        yield path, node
