"""Reliable and meaningful change of single persons, counted."""
