"""From a study to what a statistic receives: pairs, several waves, who left, groups, doses, dates."""
