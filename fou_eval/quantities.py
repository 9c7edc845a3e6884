"""What each statistic is counted in, and an estimate written out with its unit.

The gate, the tables and the figures read the same list, so that the digits stored are the digits shown.
"""

from collections.abc import Mapping
from math import isnan
from typing import Literal

from fou_eval.declaration.codebook import Column
from fou_eval.declaration.text import Language
from fou_eval.estimates import Estimate
from fou_eval.formatting import (
    NO_BREAK_SPACE,
    NOTHING,
    hundredfold,
    interval,
    number,
    percent,
    points,
    published_decimals,
    signed,
)
from fou_eval.language import phrase

UnitKind = Literal["proportion", "points", "unit", "rate", "ratio", "standardised", "count"]

# "unit" is the indicator's own unit; "points" is a difference of proportions.
UNIT_KINDS: Mapping[str, UnitKind] = {
    **dict.fromkeys(
        ("share_better", "share_same", "share_worse", "share_higher", "share_lower"), "proportion"
    ),
    **dict.fromkeys(("share_yes_before", "share_yes_after"), "proportion"),
    **dict.fromkeys(("class_share_before", "class_share_after"), "proportion"),
    **dict.fromkeys(("net_improvement", "paired_difference"), "points"),
    **dict.fromkeys(("rate_before", "rate_after", "family_rate_change", "family_rate_change_exact"), "rate"),
    **dict.fromkeys(("families_enrolled", "persons_enrolled", "missing_reason"), "count"),
    **dict.fromkeys(("families_at_wave", "persons_at_wave"), "count"),
    "rate_ratio": "ratio",
    "g_av": "standardised",
}
DIFFERENCES = frozenset(
    (
        *(
            "net_improvement",
            "paired_difference",
            "mean_change",
            "family_mean_change",
            "family_mean_change_exact",
        ),
        *(
            "family_rate_change",
            "family_rate_change_exact",
            "change_from_entry",
            "leave_one_family_out",
            "g_av",
        ),
    )
)
HEADLINES: Mapping[str, str] = {"ladder": "net_improvement", "count": "family_rate_change"}


def headline(kind: str) -> str:
    """Name the statistic that is shown first for a kind of indicator.

    Examples
    --------
    >>> headline("scale"), headline("ladder"), headline("count")
    ('family_mean_change', 'net_improvement', 'family_rate_change')
    """
    return HEADLINES.get(kind, "family_mean_change")


def unit_kind(statistic: str, kind: str) -> UnitKind:
    """Say what a statistic is counted in, given the kind of indicator.

    Changes of a yes/no indicator are differences of proportions; the course of a count is one of rates.

    Examples
    --------
    >>> unit_kind("mean_change", "scale"), unit_kind("mean_change", "binary"), unit_kind("g_av", "scale")
    ('unit', 'points', 'standardised')
    """
    own: Mapping[str, UnitKind] = {"binary": "points", "count": "rate"}
    return UNIT_KINDS.get(statistic, own.get(kind, "unit"))


def estimate_decimals(statistic: str, kind: str, resolution: float | None) -> int:
    """Give the decimals a stored value is rounded to; a proportion keeps two, which is whole per cent.

    Examples
    --------
    >>> estimate_decimals("share_better", "scale", 0.1), estimate_decimals("mean_change", "scale", 0.01)
    (2, 2)
    """
    fixed: Mapping[UnitKind, int] = {"proportion": 2, "points": 2, "ratio": 2, "standardised": 1, "count": 0}
    return fixed.get(unit_kind(statistic, kind), published_decimals(resolution))


def unit_text(statistic: str, column: Column | None, language: Language) -> str:
    """Name the unit of a statistic; a change of a percentage is in percentage points.

    Examples
    --------
    >>> from fou_eval.declaration.text import Text
    >>> absence = Column(label=Text(sv="Frånvaro", en="Absence"), type="number", kind="scale",
    ...                  unit=Text(sv="procent av tiden", en="per cent of time"))
    >>> unit_text("mean_before", absence, "sv"), unit_text("mean_change", absence, "sv")
    ('procent av tiden', 'procentenheter av tiden')
    """
    kind = column.kind or "scale" if column else ""
    counted = unit_kind(statistic, kind)
    if counted == "unit" or (counted == "rate" and column and column.unit):
        return _own_unit(statistic, column, language)
    key = {"points": "percentage_points", "rate": "rate_unit"}.get(counted, counted)
    return phrase(f"format.{key}", language)


def estimate_text(estimate: Estimate, column: Column | None, language: Language) -> str:
    r"""Write the value of an estimate with its unit, or a dash.

    Examples
    --------
    >>> estimate_text(Estimate(statistic="share_better", value=0.67), None, "sv")
    '67\xa0%'
    """
    if isnan(estimate.value):
        return NOTHING
    counted = unit_kind(estimate.statistic, estimate.kind)
    if counted == "proportion":
        return percent(estimate.value, language)
    if counted == "points":
        return points(estimate.value, language)
    unit = unit_text(estimate.statistic, column, language)
    return f"{value_text(estimate, column, language)}{NO_BREAK_SPACE}{unit}".rstrip()


def value_text(estimate: Estimate, column: Column | None, language: Language) -> str:
    """Write the value of an estimate without its unit, with a sign if it is a difference.

    Examples
    --------
    >>> value_text(Estimate(statistic="mean_change", kind="scale", value=-2.31), None, "sv")
    '−2,3'
    """
    write = signed if estimate.statistic in DIFFERENCES else number
    return write(scaled(estimate.value, estimate), language, shown_decimals(estimate, column))


def interval_text(estimate: Estimate, column: Column | None, language: Language) -> str:
    """Write the interval of an estimate in the unit of its value; a dash where there is none.

    Examples
    --------
    >>> interval_text(Estimate(statistic="net_improvement", value=0.4, low=0.11, high=0.69), None, "sv")
    '[11; 69]'
    """
    low, high = scaled(estimate.low, estimate), scaled(estimate.high, estimate)
    return interval(low, high, language, shown_decimals(estimate, column))


def scaled(value: float, estimate: Estimate) -> float:
    """Turn proportions and their differences into per cent; leave the rest."""
    share = unit_kind(estimate.statistic, estimate.kind) in {"proportion", "points"}
    return hundredfold(value) if share else value


def shown_decimals(estimate: Estimate, column: Column | None) -> int:
    """Give the decimals of a value as it is shown, where proportions are whole per cent."""
    if unit_kind(estimate.statistic, estimate.kind) in {"proportion", "points"}:
        return 0
    return estimate_decimals(estimate.statistic, estimate.kind, column.resolution if column else None)


def _own_unit(statistic: str, column: Column | None, language: Language) -> str:
    if column is None or column.unit is None:
        default = "ladder_unit" if column and column.kind == "ladder" else "no_unit"
        return phrase(f"format.{default}", language)
    unit = column.unit[language]
    word = phrase("format.per_cent", language)
    if statistic in DIFFERENCES and (unit == "%" or unit.startswith(word)):
        rest = unit.removeprefix("%").removeprefix(word)
        return phrase("format.percentage_points", language) + rest
    return unit
