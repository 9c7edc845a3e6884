"""What is computed the short way is what the long way gives, and the import stays light."""

import subprocess
import sys
from itertools import product

import numpy as np
import pytest
from scipy.optimize import brentq
from scipy.stats import rankdata

from fou_eval.statistics.engine.joint import joint_flips
from fou_eval.statistics.engine.layout import layout_of
from fou_eval.statistics.engine.mixed import fit_mixed
from fou_eval.statistics.engine.oneway import fit_one_way
from fou_eval.statistics.engine.ranks import doubled_ranks
from fou_eval.statistics.engine.regression import cluster_regression
from fou_eval.statistics.engine.roots import root


def test_the_statistics_are_imported_without_optimisers_and_distributions() -> None:
    heavy = "{'scipy.optimize', 'scipy.stats', 'statsmodels', 'matplotlib'}"
    asked = f"import sys, fou_eval.statistics; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize("seed", range(12))
def test_the_one_way_model_is_the_general_one(seed: int) -> None:
    random = np.random.default_rng(seed)
    family = np.repeat(np.arange(14), random.integers(1, 5, 14))
    values = (0, 0.4, 1, 9)[seed % 4] * random.normal(size=14)[family] + random.normal(size=family.size)
    long, short = fit_mixed(layout_of(np.ones((family.size, 1)), family), values), fit_one_way(values, family)
    assert (short.mean, short.kr_se, short.kr_df) == pytest.approx(
        (long.coefficients[0], long.kr_se[0], long.kr_df[0]), rel=1e-9, abs=1e-15
    )
    assert (short.family, short.residual) == pytest.approx(tuple(long.components), rel=1e-8, abs=1e-12)
    assert short.singular == long.singular


def test_members_that_are_nearly_alike_leave_the_variance_between_families() -> None:
    family = np.repeat(np.arange(6), 2)
    fit = fit_one_way(np.repeat([1.0, 4, 2, 8, 5, 7], 2) + np.tile([0, 1e-7], 6), family)
    assert fit.family == pytest.approx(np.var([1, 4, 2, 8, 5, 7], ddof=1), rel=1e-6)
    assert (fit.residual, fit.kr_df) == pytest.approx((5e-15, 5.0), rel=1e-6)


def test_turned_families_have_the_likelihood_of_their_rows() -> None:
    """Against the normal density of all rows at the fitted components, and the formula of restricted likelihood."""
    random = np.random.default_rng(3)
    family, person = np.repeat(np.arange(5), 8), np.repeat(np.arange(10), 4)
    time = np.tile([0.0, 0.5, 1.0, 2.0], 10)
    response = (
        random.normal(size=5)[family] * (1 + time) + random.normal(size=10)[person] + random.normal(size=40)
    )
    design = np.column_stack([np.ones(40), time])
    fit = fit_mixed(layout_of(design, family, slope=time, person=person), response)
    same, alike = family[:, None] == family, person[:, None] == person
    level, slope, both, own, rest = fit.components
    shared = level + slope * np.outer(time, time) + both * (time[:, None] + time)
    covariance = same * shared + own * alike + rest * np.eye(40)
    inverse = np.linalg.inv(covariance)
    precision = design.T @ inverse @ design
    left = response - design @ np.linalg.solve(precision, design.T @ inverse @ response)
    length = np.linalg.slogdet(covariance)[1] + np.linalg.slogdet(precision)[1] + left @ inverse @ left
    assert fit.log_likelihood == pytest.approx(-(length + 38 * np.log(2 * np.pi)) / 2, rel=1e-11)


@pytest.mark.parametrize("power", [0.0, -0.5, -1.0])
def test_small_matrices_of_families_give_the_sandwich_of_their_rows(power: float) -> None:
    random = np.random.default_rng(9)
    family = np.repeat(np.arange(9), random.integers(1, 6, 9))
    design = np.column_stack([np.ones(family.size), random.normal(size=(family.size, 2))])
    response = random.normal(size=family.size)
    fit, bread = cluster_regression(response, design, family), np.linalg.inv(design.T @ design)
    residual = response - design @ bread @ design.T @ response
    scores = []
    for code in np.unique(family):
        rows = family == code
        values, vectors = np.linalg.eigh(np.eye(rows.sum()) - design[rows] @ bread @ design[rows].T)
        scores.append(bread @ design[rows].T @ (vectors * values**power) @ vectors.T @ residual[rows])
    wanted = {0.0: fit.cr0, -0.5: fit.cr2, -1.0: fit.cr3}[power]
    assert np.sqrt(np.sum(np.square(scores), axis=0)) == pytest.approx(wanted, rel=1e-12)


@pytest.mark.parametrize("families", [1, 2, 5, 8, 10])
def test_joint_patterns_counted_by_halves_are_those_listed(families: int) -> None:
    random = np.random.default_rng(families)
    scores = random.integers(-3, 4, (families, 3)).astype(np.float64)
    scores[0] = [1, 2, 0]
    found = joint_flips(scores, rng=random)
    unit = scores / np.where(scores.any(axis=0), np.sqrt(np.sum(scores**2, axis=0)), 1)
    sizes = np.abs(np.array(list(product([1, -1], repeat=families))) @ unit)
    observed = np.abs(unit.sum(axis=0))
    assert found.single_step == pytest.approx(
        [np.mean(sizes.max(axis=1) >= own - 1e-9) for own in observed], rel=1e-14
    )
    largest = int(np.argmax(observed))
    assert found.step_down[largest] == found.single_step[largest]


def test_ranks_and_roots_are_those_of_scipy() -> None:
    values = np.random.default_rng(1).integers(0, 9, 40)
    assert doubled_ranks(values) == pytest.approx(2 * rankdata(values))
    for power in (1, 3, 9):
        wanted = brentq(lambda x, power=power: x**power - 0.3, 0, 2, xtol=1e-15)
        found = root(lambda x, power=power: x**power - 0.3, 0.0, 2.0, accuracy=1e-15)
        assert found == pytest.approx(wanted, abs=4e-15)
    assert root(lambda x: x, 0.0, 1.0, accuracy=1e-9) == 0
    with pytest.raises(ValueError, match="different signs"):
        root(lambda x: x + 1, 0.0, 1.0, accuracy=1e-9)
