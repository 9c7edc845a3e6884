"""An estimate written out: its value and interval in the unit of its statistic."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import isnan

from fou_eval.declaration.codebook import Codebook, Column
from fou_eval.declaration.text import Language
from fou_eval.estimates import Estimate
from fou_eval.formatting import (
    NO_BREAK_SPACE,
    NOTHING,
    day,
    estimate_decimals,
    hundredfold,
    interval,
    number,
    percent,
    points,
    signed,
)
from fou_eval.language import phrase

SIGNED = frozenset({"change", "rate_change", "points", "standardised", "index"})  # written with their sign
PER_CENT = frozenset({"proportion", "points"})
UNSTATED, NOT_DUE = "unstated", "not_due"  # in the place of a missing code
HEADLINES: Mapping[str, str] = {"count": "family_rate_change"}


def preliminary(codebook: Codebook, language: Language) -> str:
    """Say that a report is preliminary, and until when its data go; nothing where it is final."""
    if codebook.status == "final":
        return ""
    if codebook.data_until is None:
        return phrase("edition.preliminary", language)
    return phrase("edition.preliminary_until", language, {"day": day(codebook.data_until, language)})


def missing_label(codebook: Codebook, code: str, language: Language) -> str:
    """Name a declared missing code by the first column that declares it, or say that none was stated."""
    if code in {UNSTATED, NOT_DUE}:
        return phrase("table.no_reason_stated" if code == UNSTATED else "table.not_due", language)
    for table in codebook.tables.values():
        for column in table.columns.values():
            for declared, label in column.missing_codes.items():
                if str(declared) == code:
                    return label[language]
    return code


def headline(kind: str) -> str:
    """Name the statistic that is shown first for a kind of indicator.

    Examples
    --------
    >>> headline("scale"), headline("ladder"), headline("count")
    ('family_mean_change', 'family_mean_change', 'family_rate_change')
    """
    return HEADLINES.get(kind, "family_mean_change")


def families_by_kind(estimates: Iterable[Estimate]) -> dict[str, int]:
    """Give, for each kind of indicator that has a headline, the number of families that most of them stand on.

    Examples
    --------
    >>> own = Estimate(statistic="family_mean_change", outcome="sleep", kind="scale", value=1.0, n_families=16)
    >>> families_by_kind([own])
    {'scale': 16}
    """
    counts: dict[str, Counter[int]] = {}
    for estimate in estimates:
        if estimate.outcome and estimate.n_families and estimate.statistic == headline(estimate.kind):
            counts.setdefault(estimate.kind, Counter())[estimate.n_families] += 1
    return {kind: sizes.most_common(1)[0][0] for kind, sizes in counts.items()}


def unit_text(scale: str, column: Column | None, language: Language) -> str:
    """Name the unit of a number by its scale; a change of a percentage is in percentage points.

    Examples
    --------
    >>> from fou_eval.declaration.text import Text
    >>> absence = Column(label=Text(sv="Frånvaro", en="Absence"), type="number", kind="scale",
    ...                  unit=Text(sv="procent av tiden", en="per cent of time"))
    >>> unit_text("unit", absence, "sv"), unit_text("change", absence, "sv")
    ('procent av tiden', 'procentenheter av tiden')
    """
    rate = scale in {"rate", "rate_change"}
    if rate and column and column.unit and column.exposure:
        per = column.per[language] if column.per else phrase("format.exposure", language)
        return phrase("format.per", language, {"unit": column.unit[language], "per": per})
    if scale in {"unit", "size", "change"} or (rate and column and column.unit):
        return _own_unit(scale, column, language)
    key = {"points": "percentage_points", "rate": "rate_unit", "rate_change": "rate_unit"}.get(scale, scale)
    return phrase(f"format.{key}", language)


def estimate_text(estimate: Estimate, column: Column | None, language: Language) -> str:
    r"""Write the value of an estimate with its unit, or a dash.

    Examples
    --------
    >>> estimate_text(Estimate(statistic="share_better", scale="proportion", value=0.67), None, "sv")
    '67\xa0%'
    """
    if isnan(estimate.value):
        return NOTHING
    if estimate.scale == "proportion":
        return percent(estimate.value, language)
    if estimate.scale == "points":
        return points(estimate.value, language)
    unit = unit_text(estimate.scale, column, language)
    return f"{value_text(estimate, column, language)}{NO_BREAK_SPACE}{unit}".rstrip()


def value_text(estimate: Estimate, column: Column | None, language: Language) -> str:
    """Write the value of an estimate without its unit, with a sign if it is a difference.

    Examples
    --------
    >>> value_text(Estimate(statistic="mean_change", scale="change", value=-2.31), None, "sv")
    '−2,3'
    """
    write = signed if estimate.scale in SIGNED else number
    return write(scaled(estimate.value, estimate), language, shown_decimals(estimate, column))


def interval_text(estimate: Estimate, column: Column | None, language: Language) -> str:
    """Write the interval of an estimate in the unit of its value; a dash where there is none.

    Examples
    --------
    >>> net = Estimate(statistic="net_improvement", scale="points", value=0.4, low=0.11, high=0.69)
    >>> interval_text(net, None, "sv")
    '[11; 69]'
    """
    low, high = scaled(estimate.low, estimate), scaled(estimate.high, estimate)
    return interval(low, high, language, shown_decimals(estimate, column))


def scaled(value: float, estimate: Estimate) -> float:
    """Turn proportions and their differences into per cent; leave the rest."""
    return hundredfold(value) if estimate.scale in PER_CENT else value


def shown_decimals(estimate: Estimate, column: Column | None) -> int:
    """Give the decimals of a value as it is shown, where proportions are whole per cent."""
    if estimate.scale in PER_CENT:
        return 0
    return estimate_decimals(estimate.scale, column.resolution if column else None)


def _own_unit(scale: str, column: Column | None, language: Language) -> str:
    if column is None or column.unit is None:
        default = "ladder_unit" if column and column.kind == "ladder" else "no_unit"
        return phrase(f"format.{default}", language)
    unit = column.unit[language]
    word = phrase("format.per_cent", language)
    if scale in SIGNED | {"size"} and (unit == "%" or unit.startswith(word)):
        rest = unit.removeprefix("%").removeprefix(word)
        return phrase("format.percentage_points", language) + rest
    return unit
