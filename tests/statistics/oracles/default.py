"""Oracles of the statistics shown first: shares, tests by family, CR2, rates, maxT."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from fou_eval.statistics import CATALOGUE, Pairs
from fou_eval.statistics.binary import paired_table
from fou_eval.statistics.bootstrap import Seeded
from fou_eval.statistics.classes import Classed
from fou_eval.statistics.effects import correlation
from fou_eval.statistics.engine import joint
from fou_eval.statistics.engine.cluster import ClusterMean, cluster_mean, t_mean
from fou_eval.statistics.engine.families import families_of
from fou_eval.statistics.engine.flips import flip_test
from fou_eval.statistics.engine.inversion import flip_interval
from fou_eval.statistics.moves import direction_counts, improvements, moves
from fou_eval.statistics.multiplicity import holm
from fou_eval.statistics.scale import sd
from oracles.cases import Case, of_pairs
from oracles.rules import Rule, free, is_now, same


def families(pairs: Pairs) -> Any:
    return families_of(pairs.change, pairs.family, pairs.resolution)


def signs(pairs: Pairs) -> Any:
    return families_of(improvements(pairs), pairs.family, 1.0)


def alone(pairs: Pairs) -> Pairs:
    return replace(pairs, family=np.arange(pairs.n))


def robust(found: Any) -> ClusterMean:
    return cluster_mean(found.sums * found.step, found.sizes)


def catalogue(name: str) -> Callable[[Pairs], Any]:
    return lambda pairs: CATALOGUE[name].function(pairs, confidence=0.95)


def bounds(number: Any) -> list[float]:
    return [number.low, number.high]


def means_interval(pairs: Pairs) -> list[float]:
    scores, unit = families(pairs).scores_of_means()
    found = flip_interval(scores, np.ones(scores.size, dtype=np.int64), confidence=0.95, version="exact")
    return [found.low * unit, found.high * unit]


def sums_interval(pairs: Pairs) -> list[float]:
    own = families(pairs)
    scores, unit = own.scores_of_sums()
    found = flip_interval(scores, own.sizes, confidence=0.95, version="exact")
    return [found.low * unit, found.high * unit]


def means(pairs: Pairs) -> np.ndarray:
    return families(pairs).means


_ON_PAIRS: dict[str, Callable[[Pairs], Any]] = {
    "n_pairs": lambda pairs: pairs.n,
    "n_incomplete_pairs": lambda pairs: pairs.before_only + pairs.after_only,
    "n_zero_changes": lambda pairs: direction_counts(pairs)[1],
    "better_same_worse_counts": direction_counts,
    "n_families": lambda pairs: pairs.n_families,
    "n_families_changed": lambda pairs: flip_test(families(pairs).scores_of_means()[0]).families_changed,
    "mean_before": lambda pairs: catalogue("mean_before")(pairs).value,
    "mean_after": lambda pairs: catalogue("mean_after")(pairs).value,
    "sd_before": lambda pairs: sd(pairs.before),
    "sd_after": lambda pairs: sd(pairs.after),
    "correlation_before_after": correlation,
    "mean_change": lambda pairs: catalogue("mean_change")(pairs).value,
    "sd_change": lambda pairs: sd(pairs.change),
    "median_change": lambda pairs: float(np.median(pairs.change)),
    "net_improvement": lambda pairs: catalogue("net_improvement")(pairs).value,
    # Reference intervals are not cut at -1 and 1; the catalogue cuts them and says so.
    "net_improvement_ci": lambda pairs: robust(signs(alone(pairs))).interval(0.95),
    "net_improvement_cr2_ci": lambda pairs: robust(signs(pairs)).interval(0.95),
    "net_improvement_cr2_se": lambda pairs: catalogue("net_improvement")(pairs).se,
    "net_improvement_cr2_df": lambda pairs: catalogue("net_improvement")(pairs).df,
    "net_improvement_cr2_p": lambda pairs: catalogue("net_improvement")(pairs).p_value,
    # Student's paired t treats every person as a family; the catalogue never does unless that is so.
    "paired_t_statistic": lambda pairs: robust(families(alone(pairs))).t,
    "paired_t_df": lambda pairs: robust(families(alone(pairs))).df,
    "paired_t_p": lambda pairs: catalogue("mean_change")(alone(pairs)).p_value,
    "mean_change_ci_t": lambda pairs: bounds(catalogue("mean_change")(alone(pairs))),
    "signflip_family_exact_p": lambda pairs: flip_test(families(pairs).scores_of_means()[0]).p_exact,
    "signflip_family_mid_p": lambda pairs: flip_test(families(pairs).scores_of_means()[0]).p_mid,
    "signflip_family_ci": means_interval,
    "signflip_family_sum_exact_p": lambda pairs: flip_test(families(pairs).scores_of_sums()[0]).p_exact,
    "signflip_family_sum_mid_p": lambda pairs: flip_test(families(pairs).scores_of_sums()[0]).p_mid,
    "signflip_family_sum_ci": sums_interval,
    "signflip_family_sign_sum_exact_p": lambda pairs: flip_test(signs(pairs).scores_of_sums()[0]).p_exact,
    "signflip_family_sign_sum_mid_p": lambda pairs: flip_test(signs(pairs).scores_of_sums()[0]).p_mid,
    "signflip_family_net_exact_p": lambda pairs: flip_test(signs(pairs).scores_of_means()[0]).p_exact,
    "signflip_family_net_mid_p": lambda pairs: flip_test(signs(pairs).scores_of_means()[0]).p_mid,
    "wild_cluster_bootstrap_t": lambda pairs: wild(pairs)[0],
    "wild_cluster_bootstrap_p": lambda pairs: wild(pairs)[1],
    "cr0_se": lambda pairs: robust(families(pairs)).cr0,
    "cr1_se": lambda pairs: robust(families(pairs)).cr1,
    "cr2_se": lambda pairs: catalogue("mean_change")(pairs).se,
    "cr3_se": lambda pairs: robust(families(pairs)).cr3,
    "cr2_t": lambda pairs: robust(families(pairs)).t,
    "cr2_df": lambda pairs: catalogue("mean_change")(pairs).df,
    "cr2_p": lambda pairs: catalogue("mean_change")(pairs).p_value,
    "cr2_ci": lambda pairs: bounds(catalogue("mean_change")(pairs)),
    "family_mean_change": lambda pairs: catalogue("family_mean_change")(pairs).value,
    "family_means_t": lambda pairs: t_mean(means(pairs), 0.95)[0],
    "family_means_t_p": lambda pairs: t_mean(means(pairs), 0.95)[1],
    "family_means_ci_t": lambda pairs: t_mean(means(pairs), 0.95)[2],
    "leave_one_family_out_range": lambda pairs: bounds(catalogue("leave_one_family_out")(pairs)),
    "minimal_detectable_change_80": lambda pairs: catalogue("minimal_detectable_change")(pairs).value,
    "g_av": lambda pairs: catalogue("g_av")(pairs).value,
    "paired_table": paired_table,
    "paired_difference": lambda pairs: catalogue("paired_difference")(pairs).value,
    "obuchowski_z": lambda pairs: joint.obuchowski_z(families(pairs).sums),
    "ordered_marginal_homogeneity_z": lambda pairs: joint.obuchowski_z(pairs.change),
    "ordered_marginal_homogeneity_exact_p": lambda pairs: (
        catalogue("family_mean_change_exact")(pairs).p_value
    ),
    "ordered_marginal_homogeneity_mid_p": lambda pairs: catalogue("family_mean_change")(pairs).p_value,
    "mean_score_change": lambda pairs: catalogue("mean_change")(pairs).value,
    "higher_same_lower_counts": direction_counts,
    "net_moved_up": lambda pairs: float(np.mean(moves(pairs))),
    "mcnemar_asymptotic_z": lambda pairs: joint.obuchowski_z(pairs.change),
    "mcnemar_exact_p": lambda pairs: flip_test(families(alone(pairs)).scores_of_sums()[0]).p_exact,
    "mcnemar_mid_p": lambda pairs: flip_test(families(alone(pairs)).scores_of_sums()[0]).p_mid,
}


def wild(pairs: Pairs) -> tuple[float, float]:
    own = families(pairs)
    return joint.wild_cluster_bootstrap(own.sums * own.step, own.sizes)


def joint_scores(frame: pd.DataFrame, case: Case, what: str) -> np.ndarray:
    columns = [
        frame.assign(change=frame[after] - frame[before]).groupby(case["cluster"])["change"].agg(what)
        for before, after in zip(case["before"], case["after"], strict=True)
    ]
    return np.column_stack(columns)


def adjusted(what: str, field: str) -> Callable[[pd.DataFrame, Case], Any]:
    return lambda frame, case: getattr(
        joint.joint_flips(joint_scores(frame, case, what), rng=np.random.default_rng(1)), field
    )


_JOINT = {
    "maxt_statistic": adjusted("mean", "statistic"),
    "maxt_single_step_p": adjusted("mean", "single_step"),
    "maxt_step_down_p": adjusted("mean", "step_down"),
    "maxt_sum_statistic": adjusted("sum", "statistic"),
    "maxt_sum_single_step_p": adjusted("sum", "single_step"),
    "maxt_sum_step_down_p": adjusted("sum", "step_down"),
}


def n_by_wave(rows: pd.DataFrame, case: Case) -> Any:
    if case["layout"] == "wide":
        return rows.filter(regex=r"^bdi\.").notna().sum()
    return rows.groupby(case["wave"])[case["outcome"]].count()


QUANTITIES: dict[str, Callable[..., Any]] = {
    **{name: of_pairs(measure) for name, measure in _ON_PAIRS.items()},
    **_JOINT,
    "holm_p": lambda rows, case: holm(rows[case["p"]].tolist()),
    "n_by_wave": n_by_wave,
}
NOT_OFFERED: dict[str, str] = {}


def classed(pairs: Pairs) -> Classed:
    """The class is the upper half of what was before."""
    middle = np.median(pairs.before) if pairs.n else 0.0
    return Classed(pairs=pairs, before=pairs.before > middle, after=pairs.after > middle)


EVIDENCE: dict[type, Callable[[Pairs], Any]] = {
    Pairs: lambda pairs: pairs,
    Classed: classed,
    Seeded: lambda pairs: Seeded(pairs=pairs, seed=(1,)),
}
# The class of the sweeps hangs on the values before, and its upper half is the lower one read from the other end.
_CLASSES = dict.fromkeys(("class_share_before", "class_share_after", "transition_share"), free)
SWAPPED: dict[str, Rule] = {
    **_CLASSES,
    "share_same": same,
    **{
        first: is_now(second)
        for pair in (
            ("share_better", "share_worse"),
            ("share_higher", "share_lower"),
            ("share_not_better", "share_not_worse"),
            ("share_not_higher", "share_not_lower"),
            ("mean_before", "mean_after"),
            ("share_yes_before", "share_yes_after"),
            ("rate_before", "rate_after"),
        )
        for first, second in (pair, pair[::-1])
    },
}
REVERSED: dict[str, Rule] = {
    **_CLASSES,
    **dict.fromkeys(
        ("share_better", "share_same", "share_worse", "share_not_better", "share_not_worse"), same
    ),
    "net_improvement": same,
    **{
        first: is_now(second)
        for pair in (("share_higher", "share_lower"), ("share_not_higher", "share_not_lower"))
        for first, second in (pair, pair[::-1])
    },
    # A level read from the other end is the whole less the level: tests/statistics/test_relations.py knows the whole.
    **dict.fromkeys(
        ("mean_before", "mean_after", "share_yes_before", "share_yes_after", "rate_before", "rate_after"),
        free,
    ),
}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
