"""Signed ranks, signs and the Hodges-Lehmann shift of families."""
