"""The report in a real browser: Chromium as installed, driven by Playwright.

Playwright's own browsers are not needed; any Chromium, Chrome or Edge on PATH will do.
"""

from __future__ import annotations

import base64
import importlib.util
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib
import pytest

from lkjip import beranda

from ..conftest import Report, copy_project
from ..test_beranda import publish_years

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
DESKTOP = {"width": 1366, "height": 850}
PHONE = {"width": 390, "height": 800}
TABLET = {"width": 800, "height": 900}

Open = Callable[..., "Page"]


def missing() -> str | None:
    """Why there is no browser test here, or None."""
    if not importlib.util.find_spec("playwright"):
        return "playwright is not installed"
    if not any(map(shutil.which, BROWSERS)):
        return "no Chromium, Chrome or Edge on PATH"
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the browser tests where there is no browser, and say so."""
    reason = missing()
    for item in items:
        if reason and "browser" in item.keywords:
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="package")
def browser(report: Report, index: Path) -> Iterator[Browser]:
    """One browser for all tests here; what they look at is built before it starts."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--disable-gpu", "--disable-background-networking", "--font-render-hinting=none"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def page_url(report: Report) -> str:
    """The report as a file: it must work from a USB stick."""
    return report.file("html").as_uri()


@pytest.fixture(scope="session")
def index(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``index.html`` of several published years."""
    folder = tmp_path_factory.mktemp("beranda")
    publish_years(report.folder, folder)
    path = beranda.write(copy_project(folder / "proyek"), folder)
    assert path is not None
    return path


@pytest.fixture
def open_page(browser: Browser, page_url: str) -> Iterator[Open]:
    """A function that opens the report, or another page, afresh. Errors on it fail the test."""
    contexts: list[Any] = []
    errors: list[str] = []

    def open_(url: str = page_url, **options: Any) -> Page:
        context = browser.new_context(
            **{"viewport": DESKTOP, "reduced_motion": "reduce", **options}
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture(scope="session")
def same_letters() -> str:
    """A style sheet with matplotlib's copy of DejaVu: pictures alike on every machine."""
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    rules = []
    for family, name in (("sans", "DejaVuSans"), ("serif", "DejaVuSerif")):
        for weight, suffix in (("400", ""), ("700", "-Bold")):
            data = base64.b64encode((fonts / f"{name}{suffix}.ttf").read_bytes()).decode()
            rules.append(
                f"@font-face {{ font-family: uji-{family}; font-weight: {weight};"
                f" src: url(data:font/ttf;base64,{data}); }}"
            )
    return "\n".join(
        [*rules, ":root { --serif: uji-serif !important; --sans: uji-sans !important }"]
    )
