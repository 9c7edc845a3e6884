"""The procedures that are usual elsewhere, as they are usually run, to stand beside ours in the calibration."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import nan, sqrt
from types import MappingProxyType
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import ndtr, ndtri
from scipy.stats import rankdata

from fou_eval.statistics.engine.cluster import t_interval, t_p_value
from fou_eval.statistics.engine.families import families_of
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs

Floats = NDArray[np.float64]

BOOTSTRAPS = 999


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Waves:
    """What the usual procedures see: one value per person and wave, and the family of each person.

    Attributes
    ----------
    before, after
        Values, or counts per exposure, shape (n,).
    family
        Family of each person from 0, shape (n,).
    """

    before: Floats
    after: Floats
    family: NDArray[np.int64]

    @classmethod
    def of(cls, pairs: Pairs) -> "Waves":
        """Take pairs; counts become rates."""
        before, after = pairs.before, pairs.after
        if pairs.exposure_before is not None and pairs.exposure_after is not None:
            before, after = before / pairs.exposure_before, after / pairs.exposure_after
        family = np.unique(pairs.family, return_inverse=True)[1]
        return cls(before=before, after=after, family=family.astype(np.int64))

    @property
    def change(self) -> Floats:
        """After minus before, shape (n,); what is a rounding error of zero is zero."""
        change = self.after - self.before
        return np.where(np.abs(change) < 1e-12, 0.0, change)


def person_t(pairs: Pairs, *, confidence: float) -> Number:
    """Student's paired t test, as if every person were a family."""
    change = Waves.of(pairs).change
    se = _se(change)
    if not se > 0:
        return Number(value=float(change.mean()), note="no_variation")
    mean, df = float(change.mean()), change.size - 1
    low, high = t_interval(mean, se, df, confidence)
    return Number(value=mean, low=low, high=high, p_value=t_p_value(mean / se, df), se=se, df=df)


def person_wilcoxon(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Wilcoxon's signed-rank test over persons with Pratt's zeros and the normal approximation, as scipy runs it.

    Notes
    -----
    `scipy.stats.wilcoxon(change, zero_method="pratt", method="asymptotic")`: ranks with the zeros, then without their
    share of mean and variance; ties reduce the variance; no correction for continuity.
    """
    change = Waves.of(pairs).change
    zeros, n = int((change == 0).sum()), change.size
    if zeros == n:
        return Number(value=0.0, note="no_variation")
    # Pratt ranks are compared after rounding, because the noise of rates would break ties.
    ranks = rankdata(np.round(np.abs(change), 10))
    _, ties = np.unique(ranks[change != 0], return_counts=True)
    positive = float(ranks[change > 0].sum())
    mean = (n * (n + 1) - zeros * (zeros + 1)) / 4
    variance = (n * (n + 1) * (2 * n + 1) - zeros * (zeros + 1) * (2 * zeros + 1)) / 24
    variance -= float((ties**3 - ties).sum()) / 48
    z = (positive - mean) / sqrt(variance)
    return Number(value=z, p_value=float(2 * ndtr(-abs(z))))


def cluster_z(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change with the CR1 standard error by family and z, as statsmodels prints for `cov_type="cluster"`."""
    waves = Waves.of(pairs)
    change, families = waves.change, int(waves.family.max()) + 1
    mean = float(change.mean())
    sums = np.bincount(waves.family, weights=change - mean)
    # statsmodels multiplies by G / (G - 1) (N - 1) / (N - k), where k = 1.
    se = sqrt(float((sums**2).sum()) * families / (families - 1)) / change.size if families > 1 else nan
    return _with_z(mean, se, confidence) if se > 0 else Number(value=mean, note="no_variation")


def cluster_bootstrap(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change with the percentile interval of 999 resamples of whole families; the test is whether it holds 0."""
    waves = Waves.of(pairs)
    found = families_of(waves.change, waves.family)
    # The seed comes from the data, so that the same data give the same interval in any order of the rows.
    random = np.random.default_rng(crc32(found.sums.tobytes()))
    chosen = random.integers(found.size, size=(BOOTSTRAPS, found.size))
    means = found.sums[chosen].sum(axis=1) / found.sizes[chosen].sum(axis=1) * found.step
    low, high = (float(end) for end in np.quantile(means, [(1 - confidence) / 2, (1 + confidence) / 2]))
    beyond = min(int((means <= 0).sum()), int((means >= 0).sum()))
    return Number(
        value=float(waves.change.mean()),
        low=low,
        high=high,
        p_value=min(1.0, 2 * (1 + beyond) / (BOOTSTRAPS + 1)),
    )


def mixed_model(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change from the mixed model y ~ wave + (1 | family / person) by REML, with z, as statsmodels prints it.

    Notes
    -----
    With both waves of everybody, sum and difference of a person are independent, and only the residual variance is in
    the difference. Unless the variance between persons is estimated as zero, the model is therefore the paired t test
    of persons, with z: nothing in it lets the change of a family be shared.
    """
    waves = Waves.of(pairs)
    change = waves.change
    mean, n = float(change.mean()), change.size
    residual = float(((change - mean) ** 2).sum()) / 2  # sum of squares of (after - before) / sqrt(2)
    if n < 2 or not residual > 0:
        return Number(value=mean, note="no_variation")
    between = _OneWay((waves.before + waves.after) / sqrt(2), waves.family)
    variance = residual / (n - 1)
    if between.variance() < variance:  # no variance between persons is left: the two parts share one variance
        variance = between.shared_variance(residual)
    return _with_z(mean, sqrt(2 * variance / n), confidence)


class _OneWay:
    """REML of values that share a part within families: V = variance (I + ratio J), one mean."""

    def __init__(self, values: Floats, family: NDArray[np.int64]) -> None:
        self.sizes = np.bincount(family).astype(np.float64)
        self.means = np.bincount(family, weights=values) / self.sizes
        self.within = float(((values - self.means[family]) ** 2).sum())
        self.n = values.size

    def variance(self) -> float:
        """Residual variance at the maximum of the restricted likelihood."""
        return self._squares(self._best(0.0, self.n - 1)) / (self.n - 1)

    def shared_variance(self, more: float) -> float:
        """Residual variance when n - 1 further squares with the same variance add up to `more`."""
        return (self._squares(self._best(more, 2 * (self.n - 1))) + more) / (2 * (self.n - 1))

    def _best(self, more: float, df: int) -> float:
        """Search for the ratio of the variances on [0, 1e4], on a scale that is fine near zero."""

        def criterion(place: float) -> float:
            ratio = place / (1 - place)
            weight = self.sizes / (1 + ratio * self.sizes)
            return float(
                df * np.log(self._squares(ratio) + more)
                + np.log1p(ratio * self.sizes).sum()
                + np.log(weight.sum())
            )

        found = minimize_scalar(criterion, bounds=(0.0, 0.9999), method="bounded", options={"xatol": 1e-7})
        place = float(found.x) if criterion(float(found.x)) < criterion(0.0) else 0.0
        return place / (1 - place)

    def _squares(self, ratio: float) -> float:
        weight = self.sizes / (1 + ratio * self.sizes)
        mean = float(weight @ self.means) / float(weight.sum())
        return self.within + float(weight @ (self.means - mean) ** 2)


PEERS: Mapping[str, Callable[..., Number]] = MappingProxyType(
    {
        "person_t": person_t,
        "person_wilcoxon": person_wilcoxon,
        "cluster_z": cluster_z,
        "cluster_bootstrap": cluster_bootstrap,
        "mixed_model": mixed_model,
    }
)


def _se(values: Floats) -> float:
    return float(np.std(values, ddof=1)) / sqrt(values.size) if values.size > 1 else nan


def _with_z(mean: float, se: float, confidence: float) -> Number:
    margin = float(ndtri((1 + confidence) / 2)) * se
    return Number(
        value=mean, low=mean - margin, high=mean + margin, p_value=float(2 * ndtr(-abs(mean / se))), se=se
    )
