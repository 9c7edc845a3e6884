"""Phrases for ranks and standardised change, Swedish first, then English."""

LABELS: dict[str, tuple[str, str]] = {}
METHODS: dict[str, tuple[str, str]] = {}
NOTES: dict[str, tuple[str, str]] = {}
