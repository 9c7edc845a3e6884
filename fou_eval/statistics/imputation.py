"""Multiple imputation with the family in the model, pooled by Rubin's rules on family degrees of freedom."""

from dataclasses import dataclass
from math import fsum, nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.dropouts import Entered, Incomplete, entered
from fou_eval.statistics.engine.families import families_of
from fou_eval.statistics.engine.imputation import impute_changes
from fou_eval.statistics.engine.rubin import Pooled, completed_means, pool
from fou_eval.statistics.number import Number
from fou_eval.statistics.registry import EVERY_KIND, INTERVAL_AND_TEST, statistic

# One imputation per per cent of missing information (White, Royston & Wood 2011, Stat. Med. 30, 377-399, section 7),
# of which there is seldom more than half.
IMPUTATIONS = 50
# With fewer, the spread between families is guessed from the prior rather than learnt from the data.
FEWEST_FAMILIES = 6
# A mean change below this share of the changes is 0 but for rounding.
_NOISE = 1e-9

_SOURCE = (
    "Rubin (1987), Multiple Imputation for Nonresponse in Surveys, ch. 3; Barnard & Rubin (1999), Biometrika 86, "
    "948-955; Schafer & Yucel (2002), JCGS 11, 437-457"
)
_MODEL = (
    "d = α + β (y_1 − mean y_1) + u_g + e drawn m = 50 times from its posterior for those who left (flat for α, β, "
    "log σ_e², and for the intraclass correlation on 0 to 1)"
)
_POOLED = (
    "; in each of the 50 completed data sets Q = Σ d / N and U = CR2²; "
    "T = mean U + (1 + 1/m) B, B the variance of Q"
)


@statistic(
    name="imputed_change",
    kinds=EVERY_KIND,
    source=_SOURCE,
    formula=(
        "mean Q; "
        + _MODEL
        + _POOLED
        + "; interval: mean Q ± t(ν) √T; p of mean Q / √T from the same t, ν by Barnard and Rubin with G − 1"
    ),
    scale="change",
    takes=Incomplete,
    offers=INTERVAL_AND_TEST,
    reference=("mi_pooled_estimate", "mi_pooled_se", "mi_df_barnard_rubin", "mi_p"),
)
def imputed_change(evidence: Incomplete, *, confidence: float) -> Number:
    """Mean change of all units measured at entry, the changes of those who left imputed 50 times with their family.

    Notes
    -----
    A sensitivity row: it asks what the mean change would be if those who left had changed like others with the same
    value at entry, in the same family (missing at random). Drawn values are neither rounded nor cut at the ends of the
    scale, since that biases means (Horton, Lipsitz & Parzen 2003, Am. Stat. 57, 229-232; von Hippel 2013, Sociol.
    Methods Res. 42, 105-138). Families number the degrees of freedom, not persons.

    Examples
    --------
    >>> from fou_eval.statistics.pairs import Pairs
    >>> pairs = Pairs.of([1, 2, 3, 4, 5, 6, 7, 8], [3, 3, 5, 4, 8, 7, 9, 8])
    >>> left = {"left_before": np.array([4.0, 6.0]), "left_family": np.array([1, 20])}
    >>> number = imputed_change(Incomplete(pairs=pairs, seed=(1,), **left), confidence=0.95)
    >>> f"{number.value:.1f}", f"{number.low:.1f} {number.high:.1f}"
    ('1.3', '0.3 2.3')
    """
    found = _imputed(evidence)
    if isinstance(found, Number):
        return found
    low, high = found.pooled.interval(confidence)
    return Number(
        value=found.pooled.estimate * found.sign,
        low=min(found.sign * low, found.sign * high),
        high=max(found.sign * low, found.sign * high),
        p_value=found.pooled.p_value,
        se=found.pooled.se,
        df=found.pooled.df,
        note=found.note,
    )


@statistic(
    name="missing_information",
    kinds=EVERY_KIND,
    source="Rubin (1987), Multiple Imputation for Nonresponse in Surveys, section 3.3; Barnard & Rubin (1999)",
    formula="(r + 2 / (ν + 3)) / (r + 1), r = (1 + 1/m) B / mean U; " + _MODEL + _POOLED,
    scale="proportion",
    takes=Incomplete,
    reference=("mi_fmi",),
)
def missing_information(evidence: Incomplete, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of the information about the mean change that is missing, so that the imputation model stands in for it."""
    found = _imputed(evidence)
    if isinstance(found, Number):
        value = 0.0 if found.note == "nothing_missing" else nan
        return Number(value=value, note=found.note)
    return Number(value=found.pooled.missing_information, note=found.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Imputed:
    """The pooled mean change, the sign that it was computed with, and a note."""

    pooled: Pooled
    sign: int
    note: str


def _imputed(evidence: Incomplete) -> _Imputed | Number:
    """Impute, analyse and pool; a bare number with its note where there is nothing to impute or to learn from."""
    found = entered(evidence)
    bare = _bare(found)
    if bare is not None:
        return bare
    units = _Ordered.of(found)
    drawn = impute_changes(
        units.change,
        units.entry,
        units.family,
        left_entry=units.left_entry,
        left_family=units.left_family,
        draws=IMPUTATIONS,
        rng=np.random.default_rng(evidence.seed),
    )
    sizes = np.bincount(np.concatenate([units.family, units.left_family]))
    kept = np.bincount(units.family, weights=units.change, minlength=sizes.size)
    means, variances = completed_means(kept + drawn @ np.eye(sizes.size)[units.left_family], sizes)
    if np.ptp(drawn, axis=0).max() == 0:
        return Number(value=float(means[0]) * units.sign, note="imputed_exactly")
    pooled = pool(means, variances, complete_df=sizes.size - 1)
    return _Imputed(pooled=pooled, sign=units.sign, note=found.note)


def _bare(found: Entered) -> Number | None:
    """Give the number and note where nothing is imputed; none where it can be."""
    if found.lacking:
        return Number(value=nan, note=found.lacking)
    if found.left == 0:
        own = families_of(found.change, found.family, found.step)
        return Number(value=float(own.sums.sum()) * own.step / found.stayed, note="nothing_missing")
    if found.sides[1] < FEWEST_FAMILIES:
        return Number(value=nan, note="too_few_families_to_impute")
    return None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Ordered:
    """The units in an order of their own, so that random numbers meet the same units whatever the rows and labels.

    Families are numbered from 0 in the order of what their members are. The whole is turned so that the mean change is
    not negative: a scale read from its other end then gives the same draws.
    """

    entry: NDArray[np.float64]
    change: NDArray[np.float64]
    family: NDArray[np.int64]
    left_entry: NDArray[np.float64]
    left_family: NDArray[np.int64]
    sign: int

    @classmethod
    def of(cls, found: Entered) -> "_Ordered":
        falling = fsum(found.change) < -_NOISE * fsum(np.abs(found.change))
        sign = -1 if falling else 1
        members: dict[int, tuple[list[tuple[float, float]], list[float]]] = {
            code: ([], []) for code in found.families.tolist()
        }
        stayed = zip((sign * found.entry).tolist(), (sign * found.change).tolist(), strict=True)
        for code, unit in zip(found.family.tolist(), stayed, strict=True):
            members[code][0].append(unit)
        for code, entry in zip(found.left_family.tolist(), (sign * found.left_entry).tolist(), strict=True):
            members[code][1].append(entry)
        ordered = sorted((sorted(stay), sorted(left)) for stay, left in members.values())
        here = [(place, *unit) for place, (stay, _) in enumerate(ordered) for unit in stay]
        gone = [(place, entry) for place, (_, left) in enumerate(ordered) for entry in left]
        return cls(
            entry=np.array([row[1] for row in here]),
            change=np.array([row[2] for row in here]),
            family=np.array([row[0] for row in here], dtype=np.int64),
            left_entry=np.array([row[1] for row in gone]),
            left_family=np.array([row[0] for row in gone], dtype=np.int64),
            sign=sign,
        )
