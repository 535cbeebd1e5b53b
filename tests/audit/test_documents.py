"""Lines of two reports, compared."""

from __future__ import annotations

import pytest

from lkjip.audit.documents import compare


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["target 3,52% 3,66%"], ["target 3,52%3,66%"]),
        (["target 3,52%", "3,66%", "2022"], ["target 3,52% 3,66%", "2022"]),
    ],
)
def test_spaces_alone_are_no_difference_in_a_pdf(old: list[str], new: list[str]) -> None:
    assert compare(old, new, ".pdf") == []
    assert compare(old, new, ".docx") != []


def test_another_letter_is_one() -> None:
    (found,) = compare(["target 3,52% 3,66%"], ["target 3,52% 3,67%"], ".pdf")
    assert (found.old, found.new) == ("target 3,52% 3,66%", "target 3,52% 3,67%")
