"""Phrases for issues, Swedish first, then English."""

ISSUES: dict[str, tuple[str, str]] = {}
