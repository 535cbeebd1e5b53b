"""The built-in renderer: the same sources and extension files as with Quarto, without Quarto.

Python reads front matter, settings and includes; pandoc runs once per format with the filters of
this folder and of the extension; Typst makes the PDF.
"""

from lkjip.render.builtin.engine import render

__all__ = ["render"]
