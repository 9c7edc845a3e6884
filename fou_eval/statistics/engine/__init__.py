"""Numbers on arrays, family by family: sign flips, their inversion, cluster-robust standard errors; no catalogue."""
