"""An estimate written out: its value and interval in the unit of its statistic."""

from collections.abc import Mapping
from math import isnan

from fou_eval.declaration.codebook import Column
from fou_eval.declaration.text import Language
from fou_eval.estimates import Estimate
from fou_eval.formatting import (
    NO_BREAK_SPACE,
    NOTHING,
    estimate_decimals,
    hundredfold,
    interval,
    number,
    percent,
    points,
    signed,
    unit_kind,
)
from fou_eval.language import phrase

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
HEADLINES: Mapping[str, str] = {"count": "family_rate_change"}


def headline(kind: str) -> str:
    """Name the statistic that is shown first for a kind of indicator.

    Examples
    --------
    >>> headline("scale"), headline("ladder"), headline("count")
    ('family_mean_change', 'family_mean_change', 'family_rate_change')
    """
    return HEADLINES.get(kind, "family_mean_change")


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
    if counted == "rate" and column and column.unit and column.exposure:
        per = column.per[language] if column.per else phrase("format.exposure", language)
        return phrase("format.per", language, {"unit": column.unit[language], "per": per})
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
