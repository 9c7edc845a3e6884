"""Few series with many occasions: non-overlap, level and slope, between-case effect."""
