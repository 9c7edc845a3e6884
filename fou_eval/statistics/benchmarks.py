"""How much of a change regression to the mean would bring by itself."""
