"""Oracles of one family of statistics; see the package."""

from collections.abc import Callable
from typing import Any

from fou_eval.statistics import Pairs
from oracles.rules import Rule

QUANTITIES: dict[str, Callable[..., Any]] = {}
NOT_OFFERED: dict[str, str] = {
    "later: benchmarks": ("rtm_expected_change hommel_p hochberg_p bh_p by_p bonferroni_p"),
}
EVIDENCE: dict[type, Callable[[Pairs], Any]] = {}
SWAPPED: dict[str, Rule] = {}
REVERSED: dict[str, Rule] = {}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
