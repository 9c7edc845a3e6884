"""Documents made from the declarations alone: the codebook as PDF, Word and Excel."""
