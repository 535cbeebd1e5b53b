"""The last hand on the Word file: what pandoc cannot write, for both renderers alike."""

from lkjip.render.word.finish import finish

__all__ = ["finish"]
