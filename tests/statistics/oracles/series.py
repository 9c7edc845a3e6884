"""Oracles of one family of statistics; see the package."""

from collections.abc import Callable
from typing import Any

from fou_eval.statistics import Pairs
from oracles.rules import Rule

QUANTITIES: dict[str, Callable[..., Any]] = {}
NOT_OFFERED: dict[str, str] = {
    "later: series": (
        "nap nap_ tau tau_ pnd pem pand ird smd smd_ log_response_ratio log_response_ratio_ its_"
    ),
}
EVIDENCE: dict[type, Callable[[Pairs], Any]] = {}
SWAPPED: dict[str, Rule] = {}
REVERSED: dict[str, Rule] = {}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
