"""The commands behind `fou-eval`, each fetched when it is called."""
