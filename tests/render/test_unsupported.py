"""Quarto's language beyond ours stops the built-in renderer with "needs Quarto", file and line."""

from __future__ import annotations

import pytest

from lkjip.config import load_config
from lkjip.errors import InputError
from lkjip.paths import Project
from lkjip.render import narrative
from lkjip.render.builtin import unsupported

from .conftest import append, render_builtin, replace
from .sample import YEAR

CASES = {
    "```{python}\n1 + 1\n```": "{python}",
    "```{mermaid}\ngraph TD\n```": "{mermaid}",
    "Nilai `{python} x` di sini.": "{python} x",
    "Nilai `r x + 1` di sini.": "r x + 1",
    "{{< video https://contoh.invalid/a.mp4 >}}": "{{< video https://contoh.invalid/a.mp4 >}}",
    "{{< embed a.ipynb#fig-b >}}": "{{< embed a.ipynb#fig-b >}}",
    "{{< var kantor >}}": "{{< var kantor >}}",
    "{{< env HOME >}}": "{{< env HOME >}}",
    "{{{< nilai tahun >}}}": "{{{<",
    "[tautan]({{< nilai alamat >}})": "{{< nilai alamat >}}",
    'Teks [x]{title="{{< nilai alamat >}}"}.': "{{< nilai alamat >}}",
    '<a href="{{< nilai alamat >}}">x</a>': "{{< nilai alamat >}}",
    "::: {.panel-tabset}\n## A\n:::": ".panel-tabset",
    "::: {.column-margin}\nx\n:::": ".column-margin",
    "::: {layout-ncol=2}\nx\n:::": "layout-ncol",
    '::: {layout="[[1,1]]"}\nx\n:::': "layout",
    "::: {#thm-satu}\nx\n:::": "#thm-satu",
    "$$x$$ {#eq-satu}": "#eq-satu",
    "::: {.content-visible when-meta=draf}\nx\n:::": "when-meta",
    "Menurut @knuth1984 begitu.": "@knuth1984",
    "Menurut [@knuth1984, hlm. 3] begitu.": "@knuth1984",
    "Menurut @eq-satu begitu.": "@eq-satu",
    "| a |\n|---|\n| 1 |\n\n: Judul {#tbl-lain}": "tbl-lain",
    "::: {#fig-dua}\n::: {#fig-tiga}\n{{< gambar tren >}}\n\nA\n:::\n\nB\n:::": "fig-tiga",
    "::: {.landscape}\nx\n:::": ".landscape",
    "![a](b.png){lightbox=true}": "lightbox",
}


@pytest.mark.parametrize("text", CASES)
def test_needs_quarto(sample: Project, text: str) -> None:
    row = append(sample, text)
    report = narrative.read(sample, YEAR)
    finding = unsupported.check(report, load_config(sample, str(YEAR)))[0]
    assert finding.file == "narasi/isi.qmd"
    assert row <= finding.row <= row + text.count("\n")
    assert finding.value == CASES[text]
    assert "needs Quarto" in finding.message
    assert finding.mend
    with pytest.raises(InputError, match="needs Quarto"):
        render_builtin(sample, sample.root)


@pytest.mark.parametrize(
    "text",
    [
        "```python\nx = {python}\n```",
        "``` {.r .numberLines}\nx\n```",
        "```{=html}\n<b>x</b>\n```",
        "Kode `{.python}` saja.",
        "Surel kantor@contoh.invalid dan tanda \\@disnaker.",
        "::: {.callout-note}\nx\n:::",
        "::: {.content-hidden unless-format=html}\nx\n:::",
        "![Grafik](x.png){width=50% height=3cm}",
        "{{< pagebreak >}}",
        "Judul {{< meta title >}}",
        "$x^2$ dan $$y$$",
        "Catatan kaki[^1].\n\n[^1]: Isi.",
    ],
)
def test_what_both_renderers_know(sample: Project, text: str) -> None:
    append(sample, text)
    assert unsupported.check(narrative.read(sample, YEAR), load_config(sample, str(YEAR))) == []


def test_front_matter(sample: Project) -> None:
    replace(sample, "report.qmd", "title:", "code-fold: true\ntitle:")
    with pytest.raises(InputError) as caught:
        render_builtin(sample, sample.root)
    (finding,) = caught.value.findings
    assert (finding.file, finding.row, finding.value) == ("report.qmd", 2, "code-fold")


def test_unknown_metadata(sample: Project) -> None:
    row = append(sample, "Judul {{< meta titel >}}")
    with pytest.raises(InputError) as caught:
        render_builtin(sample, sample.root)
    (finding,) = caught.value.findings
    assert (finding.file, finding.row, finding.value) == ("narasi/isi.qmd", row, "titel")
    assert finding.expected and "title" in finding.expected


def test_broken_front_matter(sample: Project) -> None:
    replace(sample, "report.qmd", "title:", "title: [\nx:")
    with pytest.raises(InputError, match=r"report\.qmd, row \d"):
        render_builtin(sample, sample.root)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("lang: id", "lang: id\nbibliography: a.bib", "bibliography"),
        ("chapters: true", "chapters: true\n  tbl-prefix: Tab.", "crossref: tbl-prefix"),
        ("lkjip-html: default", "lkjip-html:\n    toc-depth: 2", "format: lkjip-html: toc-depth"),
        ("lkjip-docx: default", "pptx: default", "format: pptx"),
    ],
)
def test_settings(sample: Project, old: str, new: str, key: str) -> None:
    replace(sample, "_quarto.yml", old, new)
    with pytest.raises(InputError) as caught:
        render_builtin(sample, sample.root)
    (finding,) = caught.value.findings
    assert (finding.file, finding.column) == ("_quarto.yml", key)
    assert "Quarto" in finding.message


@pytest.mark.parametrize("name", ["nilay", "nila", "tabell", "gmbar", "Nilai", "pagebreaks"])
def test_a_slip_in_a_name_is_no_matter_for_quarto(sample: Project, name: str) -> None:
    append(sample, f"{{{{< {name} tpak.realisasi >}}}}")
    report = narrative.read(sample, YEAR)
    (finding,) = unsupported.check(report, load_config(sample, str(YEAR)))
    assert finding.message == "there is no such shortcode"
    assert finding.value == f"{{{{< {name} tpak.realisasi >}}}}"
    assert finding.expected and finding.expected.startswith("for example ")
