"""What the published mean, interval and tests say of sums of squares and of signs, at their published rounding."""

from math import floor, isfinite, log2, sqrt

import numpy as np
from disclosure.adversary.published import Row, Sheet, coarse, known
from scipy.special import gammaln
from scipy.stats import t as student

from fou_eval.formatting import NOT_SMALL, P_CLASSES

# For the mean change: the rows that give it, and those that give it when every family has one unit.
CHANGES = ("mean_change", "paired_difference", "change_from_entry")
FAMILY_CHANGES = (
    "family_mean_change",
    "family_mean_change_exact",
    "family_rate_change",
    "family_rate_change_exact",
)
_SLACK = 1e-6


def error_ends(sheet: Sheet, mean: float) -> tuple[float, float]:
    """Confine the standard error of the mean change: from itself, the interval, the test and what could be detected."""
    families, low, high, seen = sheet.families, 0.0, np.inf, False
    df = families - 1
    for statistic in CHANGES:
        row = sheet.row(statistic, wave=sheet.after)
        if row is None or not isfinite(known(row["low"])):
            continue
        quantile, seen = student.ppf((1 + row["confidence"]) / 2, df), True
        ends = [sheet.rounded(statistic, name=name) for name in ("se", "low", "high")]
        if row["scale"] == "points":  # cut at -1 and 1
            ends[1] = (-np.inf, ends[1][1]) if row["low"] == -1 else ends[1]
            ends[2] = (ends[2][0], np.inf) if row["high"] == 1 else ends[2]
        low = max(low, ends[0][0], (mean - ends[1][1]) / quantile, (ends[2][0] - mean) / quantile)
        high = min(high, ends[0][1], (mean - ends[1][0]) / quantile, (ends[2][1] - mean) / quantile)
        least, most = p_ends(row, "p_value")
        if mean and 0 < most < 1:
            low = max(low, abs(mean) / student.isf(least / 2, df)) if least > 0 else low
            high = min(high, abs(mean) / student.isf(most / 2, df))
    detectable = sheet.rounded("minimal_detectable_change")
    if (
        isfinite(detectable[0]) and not seen
    ):  # beside an interval it is worked out from the interval's published ends
        factor = student.ppf(0.975, df) + student.ppf(0.8, df)
        low, high = max(low, detectable[0] / factor), min(high, detectable[1] / factor)
    return low, high


def against(sheet: Sheet) -> tuple[int, int]:
    """Say which way families moved on average (0: not told), and how many at most did not, by the sign-flip tests.

    Of the 2^G patterns of signs, those that turn families that stand still, or that moved the other way, give sums at
    least as large as the observed one, and so do their mirror images: p is at least 2^(1 + number of these) / 2^G,
    and the mid-p at least half of it.
    """
    families, most, direction = sheet.families, sheet.families, 0
    for statistic in FAMILY_CHANGES:
        row = sheet.row(statistic)
        if row is None or not isfinite(known(row["value"])):
            continue
        direction = direction or int(np.sign(row["value"]))
        own = statistic.endswith("_exact")
        for name, exact in (("p_exact", True), ("p_value", own), ("p_adjusted", own), ("q_value", own)):
            ceiling = p_ends(row, name)[1]
            if ceiling < 1:
                most = min(most, floor(families - exact + log2(ceiling) + _SLACK))
    return direction, most


def p_ends(row: Row, name: str) -> tuple[float, float]:
    """Give the ends between which an unrounded p-value lies: its class, or up to the digit it was rounded up to.

    A class is not used for few families, nor beside a coarse interval, whose p-values then are in the next one.
    """
    published = known(row[name])
    if not isfinite(published) or published == NOT_SMALL:
        return 0.0, 1.0
    if published in P_CLASSES:
        used = [bound for bound in P_CLASSES if 2.0 ** (3 - row["n_families"]) <= bound < published]
        return 0.0 if coarse(row) else max(used, default=0.0), published
    return published - (0.01 if published <= 0.1 else 0.1), published


def spread_ends(sheet: Sheet, mean: float) -> tuple[float, float]:
    """Confine the average standard deviation of the two waves by the standardised change."""
    low, high = sheet.rounded("g_av")
    if not isfinite(low) or not mean or sheet.n < 3:
        return 0.0, np.inf
    v = sheet.n - 1
    hedges = np.exp(gammaln(v / 2) - gammaln((v - 1) / 2)) / sqrt(v / 2)
    sizes = sorted((abs(low), abs(high)))
    return abs(hedges * mean) / sizes[1], np.inf if low < 0 < high else abs(hedges * mean) / max(
        sizes[0], 1e-12
    )
