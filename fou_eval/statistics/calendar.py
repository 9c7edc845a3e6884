"""Is it the calendar: drift of entry levels under staggered entry, and school terms."""
