"""Which differences explain a result that comes out otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lkjip.audit.changed_sources import category
from lkjip.audit.model import Category, Difference
from lkjip.bundle.layout import DATA, NOTEBOOKS, SOURCES

_RESULT_CAUSES: tuple[Category, ...] = ("masukan", "perangkat", "pengaturan")
_PAGE_CAUSES: tuple[Category, ...] = ("narasi", "ekstensi")


@dataclass(frozen=True)
class Causes:
    """All that is known to differ before results are compared.

    Attributes
    ----------
    files
        Result files that were touched after publication.
    sources
        Sources that are not those the report was made of → what they decide over.
    versions
        Another version of a program or package is at hand.
    """

    files: frozenset[str]
    sources: Mapping[str, Category]
    versions: bool

    @classmethod
    def of(cls, differences: Iterable[Difference]) -> Causes:
        """Collect them from what was found in checksums, sources and versions."""
        files, sources = set(), {}
        versions = False
        for each in differences:
            if each.code == "version":
                versions = True
            elif each.name.startswith((f"{DATA}/", f"{SOURCES}/")):
                sources[each.name] = category(each.name)
            elif each.category == "berkas":
                files.add(each.name)
        return cls(frozenset(files), sources, versions)

    def of_result(self, file: str, notebook: str | None) -> list[Category]:
        """Why a number, table or figure comes out otherwise.

        Parameters
        ----------
        file
            The file in the bundle that holds it.
        notebook
            Name of the notebook that makes it.
        """
        found: list[Category] = ["berkas"] if file in self.files else []
        found += [cause for cause in _RESULT_CAUSES if self._has(cause)]
        if notebook and f"{SOURCES}/{NOTEBOOKS}/{notebook}" in self.sources:
            found.append("buku-kerja")
        return found

    def of_document(self, file: str, results_differ: bool) -> list[Category]:
        """Why a report, or a page of a notebook, comes out otherwise."""
        found: list[Category] = ["berkas"] if file in self.files else []
        causes: tuple[Category, ...] = (*_PAGE_CAUSES, *_RESULT_CAUSES, "buku-kerja")
        found += [cause for cause in causes if self._has(cause)]
        if results_differ and not found:
            found.append("hasil")
        return found

    def _has(self, cause: Category) -> bool:
        return self.versions if cause == "perangkat" else cause in self.sources.values()
