"""Phrases for yes/no and square tables, Swedish first, then English."""

LABELS: dict[str, tuple[str, str]] = {}
METHODS: dict[str, tuple[str, str]] = {}
NOTES: dict[str, tuple[str, str]] = {}
