"""Oracles of ranks and standardised change."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from fou_eval.statistics import CATALOGUE, Number, Pairs
from fou_eval.statistics.engine.families import families_of
from fou_eval.statistics.engine.ranks import SignedRanks
from fou_eval.statistics.engine.walsh import hodges_lehmann
from fou_eval.statistics.order import ranks_of
from fou_eval.statistics.scale import hedges_j
from oracles.cases import of_pairs
from oracles.rules import Of, Rule, complement, free, same

# What the reference computes over persons the catalogue computes over families: with one member each it is the same.


def alone(pairs: Pairs) -> Pairs:
    return replace(pairs, family=np.arange(pairs.n))


def number(name: str, pairs: Pairs) -> Number:
    return CATALOGUE[name].function(pairs, confidence=0.95)


def of(name: str, field: str = "value") -> Callable[[Pairs], float]:
    return lambda pairs: getattr(number(name, pairs), field)


def of_persons(name: str, field: str = "value") -> Callable[[Pairs], float]:
    return lambda pairs: getattr(number(name, alone(pairs)), field)


def interval_of_persons(name: str) -> Callable[[Pairs], list[float]]:
    return lambda pairs: [number(name, alone(pairs)).low, number(name, alone(pairs)).high]


def ranks(pairs: Pairs, zeros: str) -> SignedRanks:
    return ranks_of(alone(pairs), zeros=zeros)


def clustered(pairs: Pairs) -> SignedRanks:
    return ranks_of(pairs, zeros="ranked")


def shifted(pairs: Pairs) -> SignedRanks:
    """The changes less 1, as the reference tests them."""
    return clustered(replace(pairs, before=pairs.before + 1))


def sign_counts(pairs: Pairs) -> list[int]:
    found = number("sign_test", alone(replace(pairs, better="higher")))
    return [found.families_in, found.families_changed]


def without_zeros(pairs: Pairs) -> float:
    scores, unit = families_of(pairs.change, alone(pairs).family, pairs.resolution).scores_of_means()
    return hodges_lehmann(scores[scores != 0], confidence=0.95).value * unit


_ON_PAIRS: dict[str, Callable[[Pairs], Any]] = {
    "signed_rank_v": lambda pairs: ranks(pairs, "dropped").up,
    "signed_rank_z": lambda pairs: ranks(pairs, "dropped").z,
    "signed_rank_asymptotic_p": lambda pairs: ranks(pairs, "dropped").p_normal,
    "signed_rank_exact_p": of_persons("rank_biserial", "p_exact"),
    "signed_rank_exact_mid_p": of_persons("rank_biserial", "p_value"),
    "signed_rank_pratt_z": lambda pairs: ranks(pairs, "ranked").z,
    "signed_rank_pratt_exact_p": of_persons("rank_biserial_pratt", "p_exact"),
    "signed_rank_pratt_exact_mid_p": of_persons("rank_biserial_pratt", "p_value"),
    "clustered_signed_rank_t": lambda pairs: clustered(pairs).up - clustered(pairs).down,
    "clustered_signed_rank_var": lambda pairs: clustered(pairs).variance,
    "clustered_signed_rank_z": lambda pairs: clustered(pairs).z,
    "clustered_signed_rank_p": lambda pairs: clustered(pairs).p_normal,
    "clustered_signed_rank_exact_p": of("rank_biserial_pratt", "p_exact"),
    "clustered_signed_rank_mid_p": of("rank_biserial_pratt", "p_value"),
    "clustered_signed_rank_shifted_z": lambda pairs: shifted(pairs).z,
    "sign_test_counts": sign_counts,
    "sign_test_p": of_persons("sign_test", "p_exact"),
    "sign_test_mid_p": of_persons("sign_test", "p_value"),
    "rank_biserial": of("rank_biserial"),
    "rank_biserial_pratt": of("rank_biserial_pratt"),
    "hodges_lehmann": of_persons("hodges_lehmann"),
    "hodges_lehmann_ci": interval_of_persons("hodges_lehmann"),
    "hodges_lehmann_ci_level": of_persons("hodges_lehmann", "confidence"),
    "hodges_lehmann_zeros_dropped": without_zeros,
    "probability_improved": lambda pairs: (
        number("probability_higher" if pairs.better == "neither" else "probability_improved", pairs).value
    ),
    "d_z": of("d_z"),
    "g_z": of("g_z"),
    "d_av": of("d_av"),
    # The catalogue corrects d_av on n - 1 degrees of freedom (g_av); pingouin does on 2 (n - 1).
    "g_av_df_2n_minus_2": lambda pairs: number("d_av", pairs).value * hedges_j(2 * (pairs.n - 1)),
    "d_becker": of("d_becker"),
    "d_rm": of("d_rm"),
    "d_z_ci_nct": interval_of_persons("family_d_z"),
}

QUANTITIES: dict[str, Callable[..., Any]] = {name: of_pairs(measure) for name, measure in _ON_PAIRS.items()}
NOT_OFFERED: dict[str, str] = {
    "tests are two-sided: a project may also have done harm": (
        "signed_rank_exact_p_one_sided clustered_signed_rank_shifted_p_greater"
    ),
    "superseded by the exact test, which needs no correction for continuity": "signed_rank_normal_cc_p",
    "Fisher's z for a correlation of ranks: its variance leaves out ties, zeros and families": (
        "rank_biserial_ci_fisher"
    ),
    "depends on the order of the rows": "clustered_signed_rank_ds_",
    "trims each wave, so that who is left out before may stay after; Hodges-Lehmann is the robust change here": (
        "yuen_"
    ),
}
EVIDENCE: dict[type, Callable[[Pairs], Any]] = {}


def other_side(number: Number, of: Of) -> Number:
    """One minus, and the families on either side change places."""
    return replace(complement(number, of), families_in=number.families_out, families_out=number.families_in)


SWAPPED: dict[str, Rule] = {
    **dict.fromkeys(("sign_test", "sign_test_higher"), other_side),
    **dict.fromkeys(("probability_improved", "probability_higher"), complement),
    "d_becker": free,  # it divides by what is now another wave
}
REVERSED: dict[str, Rule] = {
    **dict.fromkeys(("sign_test", "probability_improved"), same),
    "sign_test_higher": other_side,
    "probability_higher": complement,
}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
