"""Identifiers as clerks write them and ordinary sentences, made without looking at the detectors."""
