"""Multiple imputation with the family in the model, pooled by Rubin's rules on family degrees of freedom."""
