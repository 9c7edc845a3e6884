"""Several waves at once: slopes per family and change at each wave."""
