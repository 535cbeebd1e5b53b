"""How the check reads the narrative: sentences, what they are about, and what they claim."""

OPAQUE = "\ufffc"
"""Stands in a sentence for each character of a shortcode or a cross-reference."""
