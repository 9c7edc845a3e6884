"""Random and damaged files: none of them may raise, repeat a secret, change, or take long."""
