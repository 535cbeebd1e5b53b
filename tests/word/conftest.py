"""The Word report, opened once, and LibreOffice where there is one."""

from __future__ import annotations

import shutil
import subprocess

import docx
import pytest
from docx.document import Document

from ..conftest import Report


@pytest.fixture(scope="session")
def word(report: Report) -> Document:
    """The Word file of the 2022 report; tests only read it."""
    return docx.Document(str(report.file("docx")))


FACES = ("Cambria", "Caladea")


def shown_face(family: str) -> str:
    """The font that stands in for a family on this machine; empty where nobody can tell."""
    program = shutil.which("fc-match")
    if not program:
        return family  # a system without fontconfig, such as Windows: it has Cambria
    found = subprocess.run(
        [program, "--format", "%{family[0]}", family], capture_output=True, text=True, check=False
    )
    return found.stdout.strip()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command line of LibreOffice, with a profile of its own.

    Skips where there is none, or none of the fonts that the report's tables are fitted for.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        pytest.skip("LibreOffice (soffice) is not on PATH")
    if not set(FACES) & {shown_face("Cambria")}:
        pytest.skip(f"no font with the widths of Cambria is installed: {' or '.join(FACES)}")
    profile = tmp_path_factory.mktemp("profil").as_uri()
    return [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]


def run(office: list[str], *words: str) -> None:
    """Run LibreOffice without a window."""
    subprocess.run([*office, *words], check=True, capture_output=True, timeout=180)
