"""Which parts of a source are text, and which shortcodes stand in it."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.render.source import Source, read_text


def names(text: str) -> list[str]:
    return [shortcode.name for shortcode in Source("a.qmd", text).shortcodes]


@pytest.mark.parametrize(
    "text",
    [
        "```\n{{< nilai a >}}\n```\n",
        "~~~~ {.python}\n{{< nilai a >}}\n~~~\n{{< nilai b >}}\n~~~~\n",
        "Kode `{{< nilai a >}}` dan ``{{< nilai `b` >}}``.",
        "<!-- {{< nilai a >}}\n\n{{< nilai b >}} -->",
        "- butir\n\n    ```\n    {{< nilai a >}}\n    ```\n",
        "{{{< nilai a >}}}",
    ],
)
def test_code_and_comments_hold_no_shortcodes(text: str) -> None:
    assert names(text) == []


def test_text_after_code_is_read_again() -> None:
    assert names("```\nx\n```\n{{< nilai a >}}\n\n`x` {{< tabel b >}}") == ["nilai", "tabel"]


def test_a_tick_alone_does_not_hide_what_follows() -> None:
    assert names("satu ` tanda\n\n{{< nilai a >}} dan ` lagi") == ["nilai"]


def test_arguments() -> None:
    text = """{{< nilai tpak.capaian bentuk="angka, huruf" x='y z' k=v >}}"""
    (shortcode,) = Source("a.qmd", text).shortcodes
    assert shortcode.args == ("tpak.capaian",)
    assert shortcode.named == {"bentuk": "angka, huruf", "x": "y z", "k": "v"}


def test_placeholder_carries_name_and_arguments() -> None:
    (shortcode,) = Source("a.qmd", "{{< nilai a|b 'c`d' e=f >}}").shortcodes
    match = re.fullmatch(r"`([^`|]*)`\{=lkjip-shortcode\}", shortcode.placeholder)
    assert match
    content = json.loads(match[1])
    assert content == {"name": "nilai", "args": ["a|b", "c`d"], "named": {"e": "f"}}


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("{{< tabel a >}}", True),
        ("teks\n\n{{< tabel a >}}\n\nteks", True),
        ("::: {#tbl-a}\n{{< tabel a >}}\n:::", True),
        ("teks\n{{< tabel a >}}", False),
        ("{{< tabel a >}} teks", False),
        ("{{< tabel a >}}\nteks", False),
    ],
)
def test_a_paragraph_of_its_own(text: str, alone: bool) -> None:
    assert Source("a.qmd", text).shortcodes[0].alone is alone


def test_front_matter_belongs_to_the_document_only() -> None:
    text = "---\ntitle: A {{< nilai a >}}\n---\n\nisi {{< nilai b >}}\n"
    main = Source("report.qmd", text, main=True)
    assert main.front_matter == "title: A {{< nilai a >}}\n"
    assert [shortcode.args for shortcode in main.shortcodes] == [("b",)]
    assert Source("bab.qmd", text).front_matter == ""


@given(st.text(alphabet="ab`~{<>-!\n :=", max_size=60))
def test_masking_keeps_every_position(text: str) -> None:
    source = Source("a.qmd", text)
    assert len(source.masked) == len(text)
    assert [i for i, c in enumerate(source.masked) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]


def test_lines_are_counted_from_one() -> None:
    source = Source("a.qmd", "satu\ndua\n\nempat")
    assert [source.line(position) for position in (0, 4, 5, 9, 10)] == [1, 1, 2, 3, 4]


def test_windows_files() -> None:
    assert read_text(b"\xef\xbb\xbfsatu\r\ndua\rtiga\n") == "satu\ndua\ntiga\n"
