"""Linear mixed models with a family slope and small-sample degrees of freedom."""
