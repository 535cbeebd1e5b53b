"""Colours of charts: one meaning each, on white paper and on the dark page.

Charts name what they draw; on paper these colours stand for the names, and in the page
``html/grafik.css`` gives them to the classes of the same names (a test holds the two together).
Colours that stand next to each other differ in lightness, too: they survive grey printing and
colour blindness. What is pale has a darker edge (``tepi``), so that it can be seen on white.
"""

from __future__ import annotations

TINTA, ABU, RUSUK, LATAR = "tinta", "abu", "rusuk", "latar"
"""Text, text of less weight, thin rules, and the ground."""

KINI = "kini"
"""Realisasi of the fiscal year."""

ACUAN, TEPI = "acuan", "tepi"
"""What it is held against: target, pagu, the year before; and the edge of that."""

MELESET = "meleset"
"""A target that was missed, and nothing else."""

LAKI, PEREMPUAN = "laki", "perempuan"
"""Men and women, and nothing else."""

TERANG = {
    TINTA: "#1a1a1a",
    ABU: "#5c5c5c",
    RUSUK: "#c9d3dd",
    LATAR: "#ffffff",
    KINI: "#1f4e79",
    ACUAN: "#c9d3dd",
    TEPI: "#71849a",
    MELESET: "#c8801a",
    LAKI: "#2a7d60",
    PEREMPUAN: "#b86fa6",
}
"""On paper, and on the page by day."""

GELAP = {
    TINTA: "#dfe5ea",
    ABU: "#a3afb9",
    RUSUK: "#38434d",
    LATAR: "#14191e",
    KINI: "#7fb5e3",
    ACUAN: "#33414e",
    TEPI: "#8395a6",
    MELESET: "#c98524",
    LAKI: "#3f9d7f",
    PEREMPUAN: "#dcb0cf",
}
"""On the dark page."""
