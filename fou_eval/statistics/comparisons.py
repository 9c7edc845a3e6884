"""Change compared between groups: child or adult, centre, who rated."""
