"""Synthetic studies from any codebook."""

from fou_eval.simulation.synthetic import Synthetic, simulate, simulate_study

__all__ = ["Synthetic", "simulate", "simulate_study"]
