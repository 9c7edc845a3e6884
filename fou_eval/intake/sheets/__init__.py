"""One sheet: where its table stands, what its headers mean, which rows are data."""
