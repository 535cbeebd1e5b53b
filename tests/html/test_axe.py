"""axe-core finds nothing of level A or AA, nor against good practice, in the whole page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .conftest import DESKTOP, PHONE, Open

pytestmark = [pytest.mark.build, pytest.mark.browser]
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
    # The way to each element is not shown here, and to find it takes half of the time.
    "selectors": False,
}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": DESKTOP},
    "dark": {"color_scheme": "dark", "viewport": DESKTOP},
    "phone": {"color_scheme": "light", "viewport": PHONE},
}


def violations(page: Any) -> list[tuple[str, str]]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("look", LOOKS)
def test_the_report(open_page: Open, look: str) -> None:
    page = open_page(**LOOKS[look])
    # The data of the charts is text to be read too, and what a search marks.
    page.evaluate("document.querySelectorAll('details').forEach((part) => part.open = true)")
    page.evaluate(
        """() => { const input = document.getElementById("kata"); input.value = "perselisihan";
        input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" })); }"""
    )
    assert page.locator("mark.temuan").count() > 5
    assert violations(page) == []


@pytest.mark.parametrize("look", LOOKS)
def test_the_page_of_years(open_page: Open, index: Path, look: str) -> None:
    page = open_page(index.as_uri(), **LOOKS[look])
    page.evaluate("document.querySelectorAll('details').forEach((part) => part.open = true)")
    assert violations(page) == []
