"""Whatever points out a person: numbers, names, addresses, what travels along unseen, how exposed families are."""
