"""Phrases of the entry workbook, the marked copy and running numbers, Swedish first, then English."""

ENTRY: dict[str, tuple[str, str]] = {}
