"""Standardised change under each of its names."""
