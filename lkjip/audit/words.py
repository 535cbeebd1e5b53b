"""Differences in words, for the terminal and for programs."""

from __future__ import annotations

from lkjip.audit.model import Category, Code, Difference
from lkjip.bundle.layout import kind
from lkjip.i18n import _, ngettext


def describe(difference: Difference) -> str:
    """One sentence that names what differs."""
    count = len(difference.changes) or len(difference.sentences)
    templates: dict[Code, str] = {
        "tampered": _("{name} ({kind}) was changed after it was published: its checksum differs"),
        "missing": _("{name} ({kind}) was published and is gone"),
        "added": _("{name} ({kind}) was not published with the report"),
        "unreadable": _("{name} ({kind}) cannot be read any more"),
        "manifest": _("{name}: the manifest was changed: it no longer fits its own fingerprint"),
        "sums": _("{name}: the checksum file does not fit the files beside it"),
        "source-changed": _("{name} ({kind}) is not the one the report was made of"),
        "source-missing": _("{name} ({kind}) was used for the report and is gone"),
        "source-added": _("{name} ({kind}) was not there when the report was made"),
        "version": _("{name}: the report was made with {old}, here is {new}"),
        "values": ngettext(
            "{count} value of {name} comes out otherwise",
            "{count} values of {name} come out otherwise",
            count,
        ),
        "table": ngettext(
            "table {name}: {count} cell comes out otherwise",
            "table {name}: {count} cells come out otherwise",
            count,
        ),
        "figure": _("figure {name} says something else"),
        "drawing": _("figure {name} is drawn otherwise; its words and numbers are equal"),
        "document": ngettext(
            "{name}: {count} line comes out otherwise",
            "{name}: {count} lines come out otherwise",
            count,
        ),
        "bytes": _("{name} ({kind}) comes out with other bytes; its words and numbers are equal"),
        "notebook": _("{name} ({kind}) has other outputs; the report's numbers are compared above"),
        "rerun": _("the report cannot be made anew: {new}"),
    }
    return templates[difference.code].format(
        name=difference.name,
        kind=_kinds().get(kind(difference.name), _("file")),
        count=count,
        old=_short(difference.old),
        new=_short(difference.new) if difference.code == "version" else difference.new,
    )


def category(name: Category) -> str:
    """The heading of a category."""
    return {
        "berkas": _("file touched after publication"),
        "masukan": _("input changed"),
        "buku-kerja": _("computation changed"),
        "perangkat": _("version changed"),
        "narasi": _("narrative changed"),
        "ekstensi": _("extension changed"),
        "pengaturan": _("settings changed"),
        "hasil": _("result differs"),
        "volatil": _("volatile: no number differs"),
    }[name]


def because(difference: Difference) -> str | None:
    """Why, if the difference is the consequence of another one."""
    if difference.causes:
        return ", ".join(category(cause) for cause in difference.causes)
    if difference.category in ("hasil", "volatil") and difference.code != "rerun":
        return _("nothing that explains it was found")
    return None


def _short(version: str | None) -> str:
    """A version; of a checksum that stands for one, enough to tell two apart."""
    return (version or _("nothing"))[:12]


def _kinds() -> dict[str, str]:
    return {
        "laporan": _("report"),
        "buku-kerja": _("executed notebook"),
        "halaman": _("page of a notebook"),
        "tabel": _("table"),
        "nilai": _("values"),
        "data": _("data"),
        "narasi": _("narrative"),
        "sumber-buku-kerja": _("notebook"),
        "ekstensi": _("extension"),
        "pengaturan": _("settings"),
        "manifes": _("manifest"),
        "daftar-sidik": _("checksums"),
    }
