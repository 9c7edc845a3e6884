"""Oracles of one family of statistics; see the package."""

from collections.abc import Callable
from typing import Any

from fou_eval.statistics import Pairs
from oracles.rules import Rule

QUANTITIES: dict[str, Callable[..., Any]] = {}
NOT_OFFERED: dict[str, str] = {
    "later: bounds and imputation": (
        "no_change_bound worst_case_bound best_case_bound tipping_point_mean mi_ "
        "n_missing_by_column n_complete_rows"
    ),
}
EVIDENCE: dict[type, Callable[[Pairs], Any]] = {}
SWAPPED: dict[str, Rule] = {}
REVERSED: dict[str, Rule] = {}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
