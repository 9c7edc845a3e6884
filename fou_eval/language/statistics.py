"""Phrases for statistics, Swedish first, then English."""

STATISTICS: dict[str, tuple[str, str]] = {}
