"""Phrases of the codebook as a document, Swedish first, then English."""

CODEBOOK: dict[str, tuple[str, str]] = {}
