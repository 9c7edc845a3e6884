"""Oracles of one family of statistics; see the package."""

from collections.abc import Callable
from typing import Any

from fou_eval.statistics import Pairs
from oracles.rules import Rule

QUANTITIES: dict[str, Callable[..., Any]] = {}
NOT_OFFERED: dict[str, str] = {
    "later: 2x2 and square tables": (
        "mcnemar_asymptotic_p mcnemar_cc_p mcnemar_exact_unconditional_p "
        "paired_difference_wald_ci newcombe_ci tango_ci bonett_price_ci agresti_min_ci "
        "exact_compatible_ci conditional_or conditional_or_ stuart_maxwell_ bhapkar_ bowker_ "
        "ordered_marginal_homogeneity_asymptotic_p mean_score_change_ fleiss_levin_paik_ "
        "marginal_dominance_tau marginal_dominance_tau_"
    ),
}
EVIDENCE: dict[type, Callable[[Pairs], Any]] = {}
SWAPPED: dict[str, Rule] = {}
REVERSED: dict[str, Rule] = {}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
