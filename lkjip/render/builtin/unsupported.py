"""What only Quarto knows: the built-in renderer says so, and never passes it through silently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from lkjip.errors import Finding
from lkjip.i18n import _
from lkjip.registry import nearest
from lkjip.render.marks import NAMES
from lkjip.render.narrative import Narrative
from lkjip.render.source import Shortcode, Source

SHORTCODES = frozenset(NAMES)
CALLOUTS = frozenset(
    f"callout-{kind}" for kind in ("note", "tip", "warning", "caution", "important")
)
FRONT_MATTER = frozenset(["title", "subtitle", "author", "lang", "description", "keywords"])
SETTINGS = FRONT_MATTER | {
    "project", "profile", "fiscal-year", "output-file", "crossref", "format", "engine", "final"
}  # fmt: skip
FORMATS = frozenset(["lkjip-html", "lkjip-typst", "lkjip-docx"])

_ATTRIBUTES = re.compile(r"\{([^{}\n]*)\}")
_CLASS = re.compile(
    r"\.((?:panel|column|layout|callout|cell|margin|r)-[\w-]+|aside|landscape|appendix)(?![\w-])"
)
_OTHER_LABEL = re.compile(
    r"#((?:eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)-\S+)"
)
_ATTRIBUTE = re.compile(
    r"(?<![\w-])((?:layout|fig|tbl|lst|code|when-meta|unless-meta)(?:-[\w-]+)?"
    r"|lightbox|group|filename|shortcodes)\s*="
)
_CITATION = re.compile(
    r"(?<![\w@\\/.])@(?!(?:tbl|fig|sec)-)([A-Za-z][\w:.\-]*\w|\{[^}\n]+\})", re.IGNORECASE
)
_CAPTION_LABEL = re.compile(r"^(?:Table)?:(?!:).*\{#(tbl-[^}\s]+)", re.MULTILINE)
_ESCAPED = re.compile(r"\{\{\{<")
_INSIDE = re.compile(r"""(?:\]\([^()\s]*|\{[^{}\n]*=["']?[^"'{}\n]*|<[A-Za-z/][^<>\n]*)$""")
_DIV = re.compile(r"^[ \t]*(:{3,})[ \t]*(.*?)[ \t]*:*$", re.MULTILINE)
_FLOAT = re.compile(r"#((?:tbl|fig)-[\w:.\-]+)")


def check(report: Narrative, config: dict[str, Any]) -> list[Finding]:
    """Everything in sources and settings that the built-in renderer does not know.

    Parameters
    ----------
    report
        The sources.
    config
        The merged settings.
    """
    findings = list(_check_settings(config))
    known = set(config)
    for source in report.sources.values():
        found, keys = _check_front_matter(source)
        findings.extend(found)
        known |= keys
    for source in report.sources.values():
        findings.extend(_check_code(source))
        findings.extend(_check_shortcodes(source, known))
        findings.extend(_check_attributes(source))
        findings.extend(_check_text(source))
        findings.extend(_check_nested_floats(source))
    return findings


def _needs_quarto(source: Source, position: int, what: str, value: str, mend: str = "") -> Finding:
    return Finding(
        _("{what} needs Quarto").format(what=what),
        file=source.name,
        row=source.line(position),
        value=value,
        mend=mend or _("install Quarto (pip install quarto-cli), or write it another way"),
    )


def _check_settings(config: dict[str, Any]) -> Iterator[Finding]:
    unknown = [key for key in config if key not in SETTINGS]
    unknown += [f"crossref: {key}" for key in config.get("crossref") or {} if key != "chapters"]
    for name, options in (config.get("format") or {}).items():
        if name not in FORMATS:
            unknown.append(f"format: {name}")
        elif isinstance(options, dict):
            unknown += [f"format: {name}: {key}" for key in options]
    for key in unknown:
        yield Finding(
            _("this setting needs Quarto"),
            file="_quarto.yml",
            column=key,
            mend=_("take it out, or install Quarto (pip install quarto-cli)"),
        )


def _check_front_matter(source: Source) -> tuple[list[Finding], set[str]]:
    """What is wrong with the front matter, and its keys."""
    try:
        content = yaml.safe_load(source.front_matter) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        finding = Finding(
            _("the front matter is not valid YAML"),
            file=source.name,
            row=mark.line + 2 if mark else 1,
            value=getattr(error, "problem", None),
        )
        return [finding], set()
    lines = source.front_matter.splitlines()
    findings = [
        Finding(
            _("{what} needs Quarto").format(what=_("this key of the front matter")),
            file=source.name,
            row=2 + next((n for n, line in enumerate(lines) if line.startswith(f"{key}:")), 0),
            value=str(key),
            expected=_("some of: {names}").format(names=", ".join(sorted(FRONT_MATTER))),
        )
        for key in content
        if key not in FRONT_MATTER
    ]
    return findings, set(content)


def _check_code(source: Source) -> Iterator[Finding]:
    _masked = source.masked  # code is known once the text has been masked
    for fence in source.fences:
        if re.match(r"\{(?![.#=])", fence.text):
            yield _needs_quarto(source, fence.start, _("an executable code cell"), fence.text)
    for span in source.spans:
        if re.match(r"\{(?![.#=])\w+\}\s|r\s+\S", span.text):
            yield _needs_quarto(source, span.start, _("executable inline code"), span.text)


def _check_shortcodes(source: Source, metadata: set[str]) -> Iterator[Finding]:
    for shortcode in source.shortcodes:
        text = source.text[shortcode.start : shortcode.end]
        if shortcode.name not in SHORTCODES:
            yield _unknown(source, shortcode)
            continue
        if shortcode.name == "meta":
            yield from _check_meta(source, shortcode, metadata)
        before = source.text[: shortcode.start].rpartition("\n")[2]
        if _INSIDE.search(before):
            yield _needs_quarto(
                source, shortcode.start, _("a shortcode in a link, an attribute or a tag"), text
            )
    for match in _ESCAPED.finditer(source.masked):
        yield _needs_quarto(source, match.start(), _("an escaped shortcode"), match[0])


def _unknown(source: Source, shortcode: Shortcode) -> Finding:
    text = source.text[shortcode.start : shortcode.end]
    # Only a slip of the fingers: Quarto has short names of its own, such as "video".
    alike = nearest(shortcode.name, SHORTCODES, cutoff=0.7)
    if not alike:
        return _needs_quarto(source, shortcode.start, _("this shortcode"), text)
    return Finding(
        _("there is no such shortcode"),
        file=source.name,
        row=source.line(shortcode.start),
        value=text,
        expected=alike,
        mend=_("correct its name; shortcodes of Quarto's own need Quarto"),
    )


def _check_meta(source: Source, shortcode: Shortcode, metadata: set[str]) -> Iterator[Finding]:
    key = shortcode.args[0] if shortcode.args else ""
    if key.partition(".")[0] not in metadata:
        yield Finding(
            _("the document has no such metadata"),
            file=source.name,
            row=source.line(shortcode.start),
            value=key,
            expected=nearest(key, metadata),
        )


def _check_attributes(source: Source) -> Iterator[Finding]:
    for attributes in _ATTRIBUTES.finditer(source.masked):
        inside, start = attributes[1], attributes.start()
        for match in _CLASS.finditer(inside):
            if match[1] not in CALLOUTS:
                yield _needs_quarto(source, start, _("this class"), f".{match[1]}")
        for match in _OTHER_LABEL.finditer(inside):
            yield _needs_quarto(source, start, _("a label of this kind"), f"#{match[1]}")
        for match in _ATTRIBUTE.finditer(inside):
            yield _needs_quarto(source, start, _("this attribute"), match[1])


def _check_text(source: Source) -> Iterator[Finding]:
    for match in _CITATION.finditer(source.masked):
        yield _needs_quarto(
            source,
            match.start(),
            _("a citation"),
            match[0],
            _("cite @tbl-, @fig- or @sec- labels; write \\@ for the sign itself"),
        )
    for match in _CAPTION_LABEL.finditer(source.masked):
        yield _needs_quarto(
            source,
            match.start(),
            _("a label in the caption of a Markdown table"),
            match[1],
            _("put the table in a div: ::: {{#{label}}}").format(label=match[1]),
        )


def _check_nested_floats(source: Source) -> Iterator[Finding]:
    """Tables and figures inside of a numbered table or figure."""
    opened: list[str] = []
    for match in _DIV.finditer(source.masked):
        if not match[2]:
            if opened:
                opened.pop()
            continue
        label = _FLOAT.search(match[2])
        if label and any(opened):
            yield _needs_quarto(source, match.start(), _("a figure inside of a figure"), label[1])
        opened.append(label[1] if label else "")
