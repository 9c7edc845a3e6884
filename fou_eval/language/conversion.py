"""Phrases of the conversion of files of another shape, Swedish first, then English."""

CONVERSION: dict[str, tuple[str, str]] = {}
