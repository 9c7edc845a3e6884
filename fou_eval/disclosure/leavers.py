"""What may be told of those who left: a direction, where it leaves open how many they were and where they stood.

A bound says whether those who left had more room on the scale than those who stayed changed in all. The reader knows
the change; where it is small or close to all the room there is, the word gives the values of those who left away.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from types import MappingProxyType

from fou_eval.declaration import Codebook, Indicator
from fou_eval.estimates import Estimate, Estimates

# Fewest possible answers that must remain open.
OPEN = 3
# Part of the scale at either end in which a mean of those who left is not shown.
NEAR = 0.1
# The bound that fills in the low and the high end of the scale, by what is better.
ENDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "higher": ("bound_worst", "bound_best"),
        "lower": ("bound_best", "bound_worst"),
        "neither": ("bound_lowest", "bound_highest"),
    }
)
RULE = "rule.leavers_room"
_WHOLE = frozenset({"integer", "code", "boolean"})
_NOISE = 1e-9

Key = tuple[str, str, str]  # outcome, statistic, category


def against(change: float, better: str) -> tuple[str, ...]:
    """Name the bounds that could turn a change; the other one goes its way whoever left.

    Examples
    --------
    >>> against(1.2, "higher"), against(1.2, "lower"), against(0.0, "neither")
    (('bound_worst',), ('bound_best',), ('bound_lowest', 'bound_highest'))
    """
    low, high = ENDS[better]
    return (low,) if change > 0 else (high,) if change < 0 else (low, high)


def leaves_open(change: float, room: tuple[float, float], numbers: Sequence[int]) -> bool:
    """Say whether either answer, the change holds or it does not, leaves enough possible values of those who left.

    Parameters
    ----------
    change
        Sum of the changes of those who stayed, in the largest steps of the scale, without sign.
    room
        Smallest and largest distance from one end of the scale to the other, in those steps.
    numbers
        How many units can have left, as far as readers know.

    Examples
    --------
    Fourteen families on a scale from 0 to 10, up to four of which left:

    >>> [leaves_open(change, (10, 10), range(1, 5)) for change in (2, 3, 20, 21, 38, 41)]
    [False, True, False, False, False, True]
    """
    most = max(numbers)
    if change > most * room[1] * (1 + 2 * _NOISE) + 2 * _NOISE:
        return True  # whoever left, the change holds: the word tells nothing
    possible = sum(number * room[0] > change for number in numbers)
    return OPEN <= change <= most * room[0] - OPEN and possible >= min(OPEN, len(numbers))


def closed_about_leavers(estimates: Estimates, few: Mapping[str, int]) -> dict[Key, str]:
    """Say which numbers and words about those who left must go, and by which rule.

    Parameters
    ----------
    estimates
        All estimates, those of the internal profile too.
    few
        Fewest families on either side of a split, by indicator.
    """
    rows = {(row.outcome, row.statistic, row.category, row.wave_after): row for row in estimates}
    enrolled = next((row.n_families for row in estimates if row.statistic == "families_enrolled"), 0)
    last, first = estimates.plan.contrast.after, estimates.plan.contrast.before
    closed: dict[Key, str] = {}
    for indicator in estimates.codebook.indicators():
        name = indicator.name
        own = {
            statistic: row
            for (outcome, statistic, category, wave), row in rows.items()
            if outcome == name and not category and wave in {first, last}
        }
        told = _words(estimates.codebook, indicator, own, _numbers(indicator, own, few[name], enrolled))
        closed |= {(name, statistic, ""): RULE for statistic in told}
        if _near_an_end(indicator, own):
            closed[name, "leavers_difference", ""] = RULE
    return closed


def _numbers(indicator: Indicator, own: Mapping[str, Estimate], few: int, enrolled: int) -> Sequence[int]:
    """Give how many units can have left: of families at most those without a pair, of their members any few."""
    change = own.get("change_from_entry")
    if change is None:
        return ()
    if indicator.unit == "family":
        return range(1, max(enrolled - change.n_families, 1) + 1)
    left = change.before_only or 0
    return range(1, few) if left < few else (left,)


def _words(
    codebook: Codebook, indicator: Indicator, own: Mapping[str, Estimate], numbers: Sequence[int]
) -> Iterable[str]:
    change = own.get("change_from_entry")
    if change is None or not isfinite(change.value) or not change.before_only:
        return ()
    steps = _steps(codebook, indicator)
    told = (*against(change.value, indicator.better), "tipping_point")
    if steps is None:
        return told
    step, room = steps
    total = abs(change.value) * change.n / step
    total += _NOISE * max(1.0, total)  # three steps of 0.1 are not fewer than three
    return () if leaves_open(total, room, numbers) else told


def _steps(codebook: Codebook, indicator: Indicator) -> tuple[float, tuple[float, float]] | None:
    """Give the largest step of the indicator, and the room on its scale in such steps; none where not declared."""
    column = indicator.column
    ends = column.ends()
    step = column.resolution or (1.0 if column.type in _WHOLE else None)
    if ends[0] is None or ends[1] is None or step is None:
        return None
    shortest, longest = 1.0, 1.0
    if column.exposure:
        exposure = codebook.table(indicator.table).columns[column.exposure].ends()
        if exposure[0] is None or exposure[1] is None or exposure[0] <= 0:
            return None
        shortest, longest = exposure[0], exposure[1]
    room = (ends[1] - ends[0]) / step
    return step / shortest, (room * shortest / longest, room)


def _near_an_end(indicator: Indicator, own: Mapping[str, Estimate]) -> bool:
    """Say whether those who left stood at one end of the scale at entry, or close to it.

    Close is a tenth of the scale, so that the reason does not say that every one of them stood there.
    """
    raw, before = own.get("leavers_difference_raw"), own.get("mean_before")
    low, high = indicator.column.ends()
    if raw is None or before is None or low is None or high is None:
        return False
    mean = before.value + raw.value
    return min(mean - low, high - mean) <= NEAR * (high - low)
