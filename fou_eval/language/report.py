"""Phrases for report, Swedish first, then English."""

REPORT: dict[str, tuple[str, str]] = {}
