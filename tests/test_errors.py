from __future__ import annotations

import pytest

from lkjip.errors import Finding, InputError


def test_a_finding_names_place_value_expectation_and_remedy() -> None:
    finding = Finding(
        "this is not an amount",
        file="data/2022/anggaran.csv",
        row=3,
        column="pagu",
        value="Rp 4,1 M",
        expected="whole rupiah",
        mend="write 4100000000",
    )
    assert str(finding) == (
        "data/2022/anggaran.csv, row 3, column pagu: this is not an amount\n"
        "    found: 'Rp 4,1 M'\n"
        "    expected: whole rupiah\n"
        "    to mend it: write 4100000000"
    )


def test_a_finding_without_a_place_is_just_its_message() -> None:
    assert str(Finding("no notebooks")) == "no notebooks"


def test_an_input_error_tells_all_findings() -> None:
    error = InputError([Finding("first"), Finding("second")])
    assert str(error).splitlines() == ["first", "second"]


def test_an_input_error_without_findings_is_a_mistake_of_the_programmer() -> None:
    with pytest.raises(ValueError, match="at least one"):
        InputError([])
