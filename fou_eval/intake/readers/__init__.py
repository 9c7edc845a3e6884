"""Readers: each turns one file format into raw cells with their addresses, and interprets nothing."""
