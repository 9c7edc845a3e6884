"""The usual procedures beside ours are those that scipy and statsmodels run, and no straw men."""

import warnings

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
import statsmodels.formula.api as smf
from scipy.optimize import minimize
from scipy.stats import ttest_rel, wilcoxon

from fou_eval.simulation.designs import Design
from fou_eval.simulation.drawing import draw
from fou_eval.simulation.peers import (
    Waves,
    cluster_bootstrap,
    cluster_z,
    mixed_model,
    person_t,
    person_wilcoxon,
)
from fou_eval.statistics import Pairs


def data_sets(kind: str, stability: float = 0.5, count: int = 3) -> list[Pairs]:
    design = Design(kind=kind, families=15, stability=stability)  # type: ignore[arg-type]
    return draw(design, np.random.default_rng(3), count)


@pytest.mark.parametrize("kind", ["scale", "ordinal", "binary", "count"])
def test_tests_of_persons_are_those_of_scipy(kind: str) -> None:
    for pairs in data_sets(kind):
        waves = Waves.of(pairs)
        student = ttest_rel(waves.after, waves.before)
        ours = person_t(pairs, confidence=0.95)
        assert ours.p_value == pytest.approx(student.pvalue)
        assert [ours.low, ours.high] == pytest.approx(list(student.confidence_interval(0.95)))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # scipy warns of zeros and ties
            ranks = wilcoxon(waves.change.round(10), zero_method="pratt", method="asymptotic")
        assert person_wilcoxon(pairs, confidence=0.95).p_value == pytest.approx(ranks.pvalue)


def test_cluster_robust_z_is_that_of_statsmodels() -> None:
    for pairs in data_sets("ordinal"):
        waves = Waves.of(pairs)
        fit = sm.OLS(waves.change, np.ones(pairs.n)).fit(
            cov_type="cluster", cov_kwds={"groups": waves.family}
        )
        ours = cluster_z(pairs, confidence=0.95)
        assert (ours.se, ours.p_value) == pytest.approx((fit.bse[0], fit.pvalues[0]))
        assert [ours.low, ours.high] == pytest.approx(fit.conf_int()[0].tolist())


def searched_error(waves: Waves) -> float:
    """Standard error of the change at the maximum of the restricted likelihood, searched for over dense matrices."""
    n = waves.change.size
    family, person = (np.tile(codes, 2) for codes in (waves.family, np.arange(n)))
    same_family, same_person = (codes[:, None] == codes for codes in (family, person))
    values = np.concatenate([waves.before, waves.after])
    design = np.column_stack([np.ones(2 * n), np.repeat([0.0, 1.0], n)])

    def parts(logs: np.ndarray) -> tuple[float, float]:
        between, own, rest = np.exp(logs)
        inverse = np.linalg.inv(between * same_family + own * same_person + rest * np.eye(2 * n))
        information = design.T @ inverse @ design
        residual = values - design @ np.linalg.solve(information, design.T @ inverse @ values)
        criterion = np.linalg.slogdet(information)[1] - np.linalg.slogdet(inverse)[1]
        return criterion + residual @ inverse @ residual, float(np.linalg.inv(information)[1, 1]) ** 0.5

    options = {"maxiter": 4_000, "xatol": 1e-6, "fatol": 1e-9}
    found = [
        minimize(lambda logs: parts(logs)[0], start, method="Nelder-Mead", options=options)
        for start in ([2, 2, 4], [-3, -3, 4.5], [3, -8, 4])
    ]
    return parts(min(found, key=lambda result: result.fun).x)[1]


@pytest.mark.slow
@pytest.mark.parametrize("stability", [0.5, 0.0])
def test_the_mixed_model_is_at_the_maximum_of_its_restricted_likelihood(stability: float) -> None:
    """At variances inside the range and at its edge."""
    for pairs in data_sets("scale", stability, count=2):
        error = searched_error(Waves.of(pairs))
        assert mixed_model(pairs, confidence=0.95).se == pytest.approx(error, rel=1e-4)


def test_the_mixed_model_is_that_of_statsmodels_where_that_converges() -> None:
    pairs = data_sets("ordinal")[0]
    waves = Waves.of(pairs)
    long = pd.DataFrame(
        {
            "value": np.concatenate([waves.before, waves.after]),
            "wave": np.repeat([0, 1], pairs.n),
            "family": np.tile(waves.family, 2),
            "person": np.tile(np.arange(pairs.n), 2),
        }
    )
    model = smf.mixedlm(
        "value ~ wave", long, groups="family", re_formula="1", vc_formula={"person": "0 + C(person)"}
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = model.fit(reml=True)
    ours = mixed_model(pairs, confidence=0.95)
    assert (ours.se, ours.p_value) == pytest.approx((fit.bse["wave"], fit.pvalues["wave"]), rel=1e-4)


def test_the_mixed_model_is_the_paired_t_test_with_z_when_persons_differ() -> None:
    pairs = data_sets("ordinal", stability=0.9)[0]
    assert mixed_model(pairs, confidence=0.95).se == pytest.approx(person_t(pairs, confidence=0.95).se)


def test_the_bootstrap_resamples_families_and_does_not_heed_the_order_of_rows() -> None:
    pairs = data_sets("ordinal")[0]
    order = np.random.default_rng(1).permutation(pairs.n)
    other = Pairs.of(pairs.before[order], pairs.after[order], pairs.family[order], resolution=1.0)
    first, second = (cluster_bootstrap(data, confidence=0.95) for data in (pairs, other))
    assert (first.low, first.high) == (second.low, second.high)
    robust = cluster_z(pairs, confidence=0.95)
    assert first.high - first.low == pytest.approx(robust.high - robust.low, rel=0.15)


def test_data_without_variation_give_a_note() -> None:
    flat = Pairs.of([1.0] * 8, [2.0] * 8, resolution=1.0)
    for peer in (person_t, cluster_z, mixed_model):
        assert peer(flat, confidence=0.95).note == "no_variation"
    same = Pairs.of([1.0] * 8, [1.0] * 8, resolution=1.0)
    assert person_wilcoxon(same, confidence=0.95).note == "no_variation"
