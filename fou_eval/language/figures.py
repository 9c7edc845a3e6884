"""Phrases for figures, Swedish first, then English."""

FIGURES: dict[str, tuple[str, str]] = {}
