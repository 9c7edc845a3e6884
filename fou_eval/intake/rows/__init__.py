"""Across rows and tables: declared rules, keys, and what a person should look at."""
