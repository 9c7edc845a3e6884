"""Yes/no and ordered classes before and after where every family has one member: exact and score methods."""
