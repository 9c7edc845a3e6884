"""Phrases of how exposed the families of a file are, Swedish first, then English."""

EXPOSURE: dict[str, tuple[str, str]] = {}
