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


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command line of LibreOffice, with a profile of its own; skips where there is none."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        pytest.skip("LibreOffice (soffice) is not on PATH")
    profile = tmp_path_factory.mktemp("profil").as_uri()
    return [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]


def run(office: list[str], *words: str) -> None:
    """Run LibreOffice without a window."""
    subprocess.run([*office, *words], check=True, capture_output=True, timeout=180)
