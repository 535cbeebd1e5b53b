"""The rules of ``lkjip check``: one module per family, one function per rule."""
