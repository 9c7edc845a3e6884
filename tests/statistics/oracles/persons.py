"""Oracles of one family of statistics; see the package."""

from collections.abc import Callable
from typing import Any

from fou_eval.statistics import Pairs
from oracles.rules import Rule

QUANTITIES: dict[str, Callable[..., Any]] = {}
NOT_OFFERED: dict[str, str] = {
    "later: individual change and goals": (
        "se_measurement s_difference_jt se_prediction r_dd_ha cutoff_ rci_ anchor_ "
        "percentage_change_counts statistical_counts lmm_total_slope_counts gas_t"
    ),
}
EVIDENCE: dict[type, Callable[[Pairs], Any]] = {}
SWAPPED: dict[str, Rule] = {}
REVERSED: dict[str, Rule] = {}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
