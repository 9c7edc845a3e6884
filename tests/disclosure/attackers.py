"""What a neighbour with a pocket calculator can work out from released rows; each attack returns what it found."""

from collections.abc import Iterator
from itertools import product
from math import isfinite, isnan, sqrt

from scipy.stats import binom, t

from fou_eval.declaration import Indicator
from fou_eval.disclosure import Release, Released
from fou_eval.estimates import Estimate, Estimates

BOUNDS = ("bound_worst", "bound_best", "bound_lowest", "bound_highest")
REGRESSION = ("regression_to_mean", "change_beyond_regression")


def shown(release: Release, outcome: str) -> dict[str, Estimate]:
    """Give the rows of an indicator that are not withheld, by statistic; of the contrast where there are several."""
    last = release.plan.contrast.after
    return {
        row.estimate.statistic: row.estimate
        for row in release
        if row.estimate.outcome == outcome
        and row.decision.status != "withheld"
        and not row.estimate.category
        and (row.estimate.statistic != "change_from_entry" or row.estimate.wave_after == last)
    }


def number(rows: dict[str, Estimate], statistic: str) -> float:
    return rows[statistic].value if statistic in rows else float("nan")


def smallest_cell(release: Release, indicator: Indicator) -> int:
    disclosure = release.plan.disclosure
    return disclosure.sensitive_cell if indicator.column.sensitive else disclosure.smallest_cell


def yes_no_counts(release: Release, indicator: Indicator) -> int | None:
    """Count the pairs (risen, fallen) that agree with the change of a yes/no indicator and its spread."""
    rows = shown(release, indicator.name)
    change = rows.get("paired_difference")
    if indicator.kind != "binary" or change is None or "share_same" in rows or change.n != change.n_families:
        return None
    least = number(rows, "minimal_detectable_change")
    n = change.n
    factor = t.ppf(0.975, n - 1) + t.ppf(0.8, n - 1)
    digit = 0.00501 if change.n_families >= 10 else 0.0501
    found = 0
    for up, down in product(range(n + 1), repeat=2):
        mean = (up - down) / n
        if up + down > n or abs(mean - change.value) > digit:
            continue
        se = sqrt(max((up + down) / n - mean**2, 0) / (n - 1))
        fits = isnan(change.se) or abs(se - change.se) <= 0.00501
        found += fits and (isnan(least) or abs(factor * se - least) <= 0.00501)
    return found


def beyond_the_interval(release: Release, indicator: Indicator) -> bool | None:
    """Say whether the smallest detectable change is another number than the published interval gives."""
    rows = shown(release, indicator.name)
    source = rows.get("paired_difference" if indicator.kind == "binary" else "change_from_entry")
    least = rows.get("minimal_detectable_change")
    if least is None or isnan(least.value):
        return None
    if source is None or isnan(source.low):
        return True
    families, half = least.n_families, (source.high - source.low) / 2
    factor = t.ppf(0.975, families - 1) + t.ppf(0.8, families - 1)
    possible = [factor * half / t.ppf(0.975, df) for df in (source.df - 0.5, source.df + 0.5)]
    rounding = 0.00501 if indicator.kind == "binary" else 0.0501
    return not min(possible) - rounding <= least.value <= max(possible) + rounding


def hidden_falls(release: Release, indicator: Indicator) -> tuple[int, ...] | None:
    """List how many of those not better can have become worse, when procedures are said to agree on the verdict."""
    rows = shown(release, indicator.name)
    main = rows.get("family_mean_change") or rows.get("family_rate_change")
    agree = rows.get("procedures_that_agree")
    better = rows.get("share_better") or rows.get("share_higher")
    asked = indicator.kind in {
        "binary",
        "count",
    }  # of other kinds no procedure on shares or signs is among them
    if not asked or agree is None or main is None or "share_same" in rows or isnan(main.p_value):
        return None
    if better is None:
        return () if agree.note == "procedures_agree" else None
    if agree.note != "procedures_agree" or better.n != better.n_families:
        return None
    n, up = better.n, better.families_in or 0
    rejected = main.p_value <= 0.05
    return tuple(down for down in range(n - up + 1) if (sign_test(up, down) <= 0.05) == rejected)


def sign_test(up: int, down: int) -> float:
    """Give the mid-p of the sign test."""
    moved, least = up + down, min(up, down)
    if not moved:
        return 1.0
    return float(min(1.0, 2 * (binom.cdf(least, moved, 0.5) - 0.5 * binom.pmf(least, moved, 0.5))))


def words(release: Release, indicator: Indicator) -> Iterator[tuple[set[int], set[int]]]:
    """For each word that a bound says, give the numbers of those who left, and the sums of their room, that remain.

    The room of a unit is its distance at entry from the end that is filled in; sums are those of the largest number.
    Words that leave everything open are passed over, and so are indicators that nobody left.
    """
    rows, column = shown(release, indicator.name), indicator.column
    change = rows.get("mean_change") or rows.get("paired_difference")
    low, high = (0.0, 1.0) if column.type == "boolean" else (column.min, column.max)
    step = column.resolution or 1.0
    if change is None or not isinstance(low, int | float) or not isinstance(high, int | float):
        return
    total, room = int((change.value * change.n / step + 0.5) // 1), int((high - low) / step)
    for name in BOUNDS:
        said = rows.get(name)
        if said is None or not said.note.startswith("bound_") or said.before_only == 0:
            continue
        enrolled = release.find("families_enrolled")
        missing = int(enrolled.estimate.value) - change.n_families if enrolled else 0
        if missing == 0:
            continue
        # Of families the reader knows how many have no pair; of their members nothing. What those counts say is not
        # said by the word: as many numbers are tried as if they were hidden.
        most = missing + 1 if change.n == change.n_families else 30
        numbers = range(1, max(most, smallest_cell(release, indicator)))
        rises = (said.note in {"bound_better", "bound_higher"}) == (indicator.better != "lower")
        sign = -1 if (name in {"bound_worst", "bound_lowest"}) == (indicator.better != "lower") else 1
        if indicator.better == "neither":
            sign = -1 if name == "bound_lowest" else 1
        every = [(k, left) for k in numbers for left in range(k * room + 1)]
        kept = [(k, left) for k, left in every if (total + sign * left > 0) == rises]
        if len(kept) < len(every):
            yield {k for k, _ in kept}, {left for k, left in kept if k == max(numbers)}


def telling_reasons(release: Release) -> list[str]:
    """List the reasons that must be those of fewer families than a cell holds, or of all families missing at a wave."""
    rows = [row for row in release if row.estimate.statistic == "missing_reason"]
    found = [
        row.estimate.category
        for row in rows
        if row.decision.status == "withheld" and ":" in row.estimate.category
    ]
    open_ = [row.estimate for row in rows if row.decision.status != "withheld"]
    waves = [row.estimate.wave_after for row in rows]  # those that are hidden stand for one
    return found + [row.category for row in open_ if waves.count(row.wave_after) < 2 or row.value < 5]


def leavers_counted(release: Release, indicator: Indicator) -> bool:
    """Say whether a row about those who left gives the number of their families."""
    for name in ("leavers_difference", "tipping_point", *BOUNDS):
        row = shown(release, indicator.name).get(name)
        if row is not None and (
            row.n_families or row.families_in is not None or row.families_out is not None
        ):
            return True
    return False


def leavers_placed(release: Release, estimates: Estimates) -> list[str]:
    """List the indicators that tell the mean at entry of those who left finely, for few families, or at an end.

    Who knows the standard deviation finds that mean from the difference; of a yes/no indicator it is a count.
    """
    raw = {row.outcome: row for row in estimates if row.statistic == "leavers_difference_raw"}
    found = []
    for indicator in release.codebook.indicators():
        rows, behind = shown(release, indicator.name), raw[indicator.name]
        away = number(rows, "leavers_difference")
        if isnan(away):
            continue
        few = min(behind.families_in or 0, behind.families_out or 0) < 10
        mean = number(rows, "mean_before") + behind.value
        ends = [end for end in (indicator.column.min, indicator.column.max) if isinstance(end, int | float)]
        at_the_end = any(abs(mean - end) < 0.1 for end in ends)
        if indicator.kind in {"binary", "count"} or isnan(mean) or at_the_end or (few and away != int(away)):
            found.append(indicator.name)
    return found


def words_about_a_hidden_change(release: Release, indicator: Indicator) -> list[str]:
    """List the words about those who left that stand where the change of those who stayed is hidden."""
    rows = shown(release, indicator.name)
    if {"family_mean_change", "family_rate_change"} & set(rows):
        return []
    return [name for name in (*BOUNDS, "bound_no_change", "tipping_point") if name in rows]


def rates_of_discovery(release: Release) -> list[str]:
    """List the indicators whose q-value is not the one that the published p-values give."""
    rows = [row.estimate for row in release if isfinite(row.estimate.q_value)]
    order = sorted(rows, key=lambda row: row.p_value)
    found = []
    for place, row in enumerate(order):
        rate = min(later.p_value * len(rows) / (place + 1 + step) for step, later in enumerate(order[place:]))
        if not rate - 1e-9 <= row.q_value <= max(rate + 0.1001, 0.05):
            found.append(row.outcome)
    return found


def means_to_more_digits(release: Release, indicator: Indicator) -> list[str]:
    """List the benchmarks that are not what the published means give, or that stand without them."""
    rows = shown(release, indicator.name)
    norm, reliability = indicator.column.norm, indicator.column.reliability
    if norm is None or reliability is None:
        return []
    before, change = number(rows, "mean_before"), number(rows, "mean_change")
    expected = (1 - reliability.value) * (norm.mean - before)
    given = dict(zip(REGRESSION, (expected, change - expected), strict=True))
    half = 0.501 if "mean_before" in rows and rows["mean_before"].n_families < 10 else 0.0501
    return [
        name
        for name in REGRESSION
        if isfinite(number(rows, name)) and not abs(number(rows, name) - given[name]) <= half
    ]


def contradictions(release: Release, indicator: Indicator) -> list[str]:
    """List what the tipping point says against the bounds: together they would narrow both."""
    rows = shown(release, indicator.name)
    tip, total = rows.get("tipping_point"), number(rows, "family_mean_change")
    if tip is None or not tip.note.startswith("tipping_") or not total:
        return []
    said = {rows[name].note for name in BOUNDS if name in rows}
    turns = len(said) > 1
    return [] if turns == (tip.note == "tipping_possible") else [tip.note, *sorted(said)]


def told_by_a_note(release: Release) -> list[Released]:
    """List the rows without a number whose note or counts tell about those who left, or about every family."""
    telling = {"no_spread_at_entry", "no_variation", "all_zero", "no_events_before", "no_events_after"}
    return [
        row
        for row in release
        if row.decision.status != "withheld"
        and row.estimate.outcome
        and (
            row.estimate.note in telling
            or (isnan(row.estimate.value) and row.estimate.families_in is not None)
        )
    ]
