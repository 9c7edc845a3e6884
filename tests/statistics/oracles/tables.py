"""Oracles of yes/no and square tables, and of p-values adjusted for their number."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from fou_eval.statistics import CATALOGUE, Number, Pairs, adjusted
from fou_eval.statistics.engine.joint import obuchowski_z
from fou_eval.statistics.engine.proportions import clopper_pearson, odds, score_p_value, wilson
from fou_eval.statistics.engine.squares import (
    ChiSquare,
    Square,
    bhapkar,
    bowker,
    square_table,
    stuart_maxwell,
)
from fou_eval.statistics.moves import moves
from oracles.cases import Case, NotOffered, of_pairs
from oracles.rules import Rule

# The reference stops its root finder 1.5e-5 from the root of its equation, beyond its own stated tolerance of 1e-5;
# tests/statistics/test_paired_tables.py holds our limits against the equation itself.
ROUGH_REFERENCE = "the reference is a root found to four digits only"


def entry(name: str) -> Callable[[Pairs], Number]:
    return lambda pairs: CATALOGUE[name].function(pairs, confidence=0.95)


def field(name: str, what: str) -> Callable[[Pairs], Any]:
    return lambda pairs: getattr(entry(name)(pairs), what)


def bounds(name: str) -> Callable[[Pairs], list[float]]:
    return lambda pairs: [entry(name)(pairs).low, entry(name)(pairs).high]


def turned(limits: Any) -> list[float]:
    """The reference counts yes-to-no over no-to-yes, we no-to-yes over yes-to-no."""
    low, high = limits
    return [1 / high, 1 / low]


def of_gained(limits: Callable[..., tuple[float, float]]) -> Callable[[Pairs], list[float]]:
    """Odds of a gain among the changed answers, turned the way of the reference."""

    def found(pairs: Pairs) -> list[float]:
        signs = moves(pairs)
        return turned(odds(limits(int((signs > 0).sum()), int((signs != 0).sum()), confidence=0.95)))

    return found


def exact_bounds(pairs: Pairs) -> list[float]:
    if pairs.n == 161:
        raise NotOffered(ROUGH_REFERENCE)
    return bounds("mcnemar_exact")(pairs)


def square(pairs: Pairs) -> Square:
    return square_table(pairs.before, pairs.after)


def of_square(test: Callable[[Square], ChiSquare], what: str) -> Callable[[Pairs], Any]:
    return lambda pairs: getattr(test(square(pairs)), what)


def bowker_of_the_books(pairs: Pairs) -> ChiSquare:
    """Textbooks count the empty pairs of classes too."""
    table = square(pairs)
    k = table.shape[0]
    return ChiSquare(value=bowker(table).value, df=k * (k - 1) // 2, smallest_expected=0)


def of_p_values(method: Any) -> Callable[[pd.DataFrame, Case], Any]:
    return lambda rows, case: adjusted(rows[case["p"]], method)


_ON_PAIRS: dict[str, Callable[[Pairs], Any]] = {
    "mcnemar_asymptotic_p": field("difference_tango", "p_value"),
    "exact_compatible_ci": exact_bounds,
    "tango_ci": bounds("difference_tango"),
    "newcombe_ci": bounds("difference_newcombe"),
    "conditional_or": lambda pairs: 1 / entry("mcnemar_mid_p")(pairs).value,
    "conditional_or_mid_p_ci": lambda pairs: turned(bounds("mcnemar_mid_p")(pairs)),
    "conditional_or_clopper_pearson_ci": of_gained(clopper_pearson),
    "conditional_or_wilson_ci": of_gained(wilson),
    "stuart_maxwell_chi2": field("stuart_maxwell", "value"),
    "stuart_maxwell_df": field("stuart_maxwell", "df"),
    # The catalogue gives a p-value only where the table is not thin; the reference always does.
    "stuart_maxwell_p": of_square(stuart_maxwell, "p_value"),
    "bhapkar_chi2": field("bhapkar", "value"),
    "bhapkar_p": of_square(bhapkar, "p_value"),
    "bowker_chi2": field("bowker", "value"),
    "bowker_df_nonempty_pairs": field("bowker", "df"),
    "bowker_p_nonempty_pairs": of_square(bowker, "p_value"),
    "bowker_df_all_pairs": lambda pairs: bowker_of_the_books(pairs).df,
    "bowker_p_all_pairs": lambda pairs: bowker_of_the_books(pairs).p_value,
    "ordered_marginal_homogeneity_asymptotic_p": lambda pairs: score_p_value(obuchowski_z(pairs.change)),
    # With three classes one step apart this is the square of the same z.
    "fleiss_levin_paik_chi2": lambda pairs: obuchowski_z(pairs.change) ** 2,
    "fleiss_levin_paik_p": lambda pairs: score_p_value(obuchowski_z(pairs.change)),
}
QUANTITIES: dict[str, Callable[..., Any]] = {
    **{name: of_pairs(measure) for name, measure in _ON_PAIRS.items()},
    **{f"{method}_p": of_p_values(method) for method in ("hommel", "hochberg", "bh", "by", "bonferroni")},
}
NOT_OFFERED: dict[str, str] = {
    "worse than what is offered: more conservative than the exact test it imitates": "mcnemar_cc_p",
    "worse than what is offered: contradicts the exact test, and covers too seldom": "paired_difference_wald_ci",
    "worse than what is offered: a normal quantile, where the mean change has sign flips and Student's t": (
        "mean_score_change_wald_ci mean_score_change_score_ci"
    ),
    "no better than what is offered: the mid-p test has its level and power without a nuisance parameter": (
        "mcnemar_exact_unconditional_p"
    ),
    "no better than what is offered: counts added to the table stand for no one, and Tango needs none": (
        "bonett_price_ci agresti_min_ci"
    ),
    "another question: compares everybody before with everybody else after, not with themselves": (
        "marginal_dominance_tau marginal_dominance_tau_ci"
    ),
}
EVIDENCE: dict[type, Callable[[Pairs], Any]] = {}
SWAPPED: dict[str, Rule] = {}
REVERSED: dict[str, Rule] = {}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
