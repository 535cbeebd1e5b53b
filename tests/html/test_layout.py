"""Where things stand on the page: distances, edges and lines, measured in a browser."""

from __future__ import annotations

import pytest

from .conftest import PHONE, Open

pytestmark = [pytest.mark.build, pytest.mark.browser]


def test_a_bold_heading_is_nearer_to_its_own_text(open_page: Open) -> None:
    page = open_page()
    rooms = page.evaluate(
        """() => [...document.querySelectorAll("section.subjudul > :first-child + p")].map((p) => {
        const head = p.previousElementSibling, look = getComputedStyle(head);
        const below = p.getBoundingClientRect().top - head.getBoundingClientRect().bottom;
        return [parseFloat(look.marginTop), below, look.fontFamily]; })"""
    )
    assert len(rooms) > 10
    assert all(below < above / 2 for above, below, _face in rooms)
    assert len({face for _above, _below, face in rooms}) == 1


def test_values_of_a_line_of_a_card_stand_on_one_line(open_page: Open) -> None:
    page = open_page(viewport=PHONE)
    rows = page.evaluate(
        """() => [...document.querySelectorAll(".kartu tr.isi")].map((row) =>
        [...row.querySelectorAll(":scope > td.angka")].map((cell) => {
          const box = cell.getBoundingClientRect();
          return [box.top, box.bottom]; }))"""
    )
    for cells in rows:
        for top, bottom in cells:
            beside = [other for start, other in cells if start < bottom and other > top]
            assert max(beside) - min(beside) < 1
    # One value alone has its line, and its label does not wrap.
    label = page.locator("#tbl-pk tbody td.angka").first.bounding_box()
    assert label and label["height"] < 50


def test_a_merged_name_stands_above_the_cards_that_it_covers(open_page: Open) -> None:
    page = open_page(viewport=PHONE)
    for table in ("sengketa", "iku"):
        rows = page.locator(f"table[data-id='{table}'] tr.isi")
        merged = rows.first.locator("[rowspan]").last
        titles = [merged.locator("xpath=following-sibling::td[1]"), rows.nth(1).locator("td").first]
        looks = [
            title.evaluate(
                "cell => [getComputedStyle(cell).fontWeight, cell.getBoundingClientRect().left]"
            )
            for title in titles
        ]
        assert looks[0] == looks[1] and looks[0][0] == "600"
        behind = "cell => getComputedStyle(cell).backgroundColor"
        assert merged.evaluate(behind) != titles[0].evaluate(behind)


def test_an_agreement_has_one_centre_line(open_page: Open) -> None:
    page = open_page()
    centres = page.evaluate(
        """() => [...document.querySelectorAll(
        ".naskah > p:first-of-type, .dua-pihak, .judul-lampiran, h3.unnumbered")]
        .map((part) => part.getBoundingClientRect()).map((box) => box.left + box.width / 2)"""
    )
    assert len(centres) > 6 and max(centres) - min(centres) <= 1
    # No name of those who sign is broken.
    names = page.locator(".dua-pihak .nama p").evaluate_all(
        "all => all.map((name) => name.getBoundingClientRect().height)"
    )
    assert len(names) > 4 and max(names) - min(names) < 1


def test_on_paper_a_heading_within_a_table_is_not_left_behind(open_page: Open) -> None:
    page = open_page()
    page.emulate_media(media="print")
    for part, name, wanted in (
        ("tr.grup, tr.subjudul", "breakAfter", "avoid"),
        (".catatan-pembaca", "breakInside", "avoid"),
        # Only the heading stays with its text; the section may go on over pages.
        ("section.subjudul", "breakAfter", "auto"),
    ):
        found = page.locator(part).evaluate_all(
            f"all => all.map((one) => getComputedStyle(one).{name})"
        )
        assert set(found) == {wanted}, part
