"""Marginal models by generalised estimating equations with small-sample standard errors."""
