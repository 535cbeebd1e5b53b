"""``lkjip check``: finds in a second what reviewers find by hand."""
