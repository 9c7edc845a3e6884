"""Change against the amount of support, by permutation over families."""
