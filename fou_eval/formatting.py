"""Numbers as readers see them: the only place that rounds, with Swedish or English signs.

A number is rounded half away from zero on its shortest decimal form, so that 0.125 becomes 0.13 as a
reader expects; the gate and every table use the same function and therefore show the same digits.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite, isnan

from fou_eval.declaration.text import Language
from fou_eval.language import phrase

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
NOTHING = "–"  # stands where there is no number
P_CLASSES = (0.001, 0.01, 0.05)  # a published p-value below the last is the upper end of its class
NOT_SMALL = 1.0  # and this one is the upper end of the class of all others

# Decimals of what is not counted in the indicator's own steps; a proportion keeps two, which is whole per cent.
_DECIMALS: Mapping[str, int] = {
    **dict.fromkeys(("proportion", "points", "ratio"), 2),
    **dict.fromkeys(("standardised", "index", "score"), 1),
    **dict.fromkeys(("count", "days", "hours", "sek", "whole_months", "per_advocate"), 0),
    **dict.fromkeys(("months", "years", "posts", "per_family"), 1),
    "correlation": 2,
}


def round_to(value: float, decimals: int) -> float:
    """Round half away from zero on the decimal form; what is not finite stays as it is.

    Examples
    --------
    >>> round_to(0.125, 2), round_to(-2.5, 0), round_to(-0.04, 1)
    (0.13, -3.0, 0.0)
    """
    if not isfinite(value):
        return value
    return float(_decimal(value, decimals)) + 0.0  # adding zero turns -0.0 into 0.0


def round_significant(value: float, digits: int) -> float:
    """Round to a number of significant digits.

    Examples
    --------
    >>> round_significant(0.0347, 1), round_significant(0.96, 1), round_significant(0.0, 1)
    (0.03, 1.0, 0.0)
    """
    if not isfinite(value) or value == 0:
        return value
    return round_to(value, digits - 1 - Decimal(repr(float(value))).adjusted())


def published_decimals(resolution: float | None) -> int:
    """Give the decimals of a mean or change in a published table.

    One decimal; more only if the indicator is recorded finer, none if it is recorded in tens or coarser.

    Examples
    --------
    >>> [published_decimals(step) for step in (None, 100, 1, 0.5, 0.1, 0.01)]
    [1, 0, 1, 1, 1, 2]
    """
    if resolution is None:
        return 1
    if resolution >= 10:
        return 0
    exponent = Decimal(repr(float(resolution))).normalize().as_tuple().exponent
    return max(1, -int(exponent))


def estimate_decimals(scale: str, resolution: float | None) -> int:
    """Give the decimals a stored value is rounded to; those of the indicator for what is in its unit.

    Examples
    --------
    >>> estimate_decimals("proportion", 0.1), estimate_decimals("change", 0.01), estimate_decimals("rate", 1)
    (2, 2, 1)
    """
    return _DECIMALS.get(scale, published_decimals(resolution))


def number(value: float, language: Language, decimals: int = 1) -> str:
    r"""Write a number: decimal comma and no-break space between thousands in Swedish, true minus in both.

    Examples
    --------
    >>> number(-1234.56, "sv"), number(-1234.56, "en"), number(float("nan"), "sv")
    ('−1\xa0234,6', '−1,234.6', '–')
    """
    if isnan(value):
        return NOTHING
    if not isfinite(value):
        return f"{MINUS}∞" if value < 0 else "∞"
    text = f"{_decimal(round_to(value, decimals), decimals):,}"
    if language == "sv":
        text = text.replace(",", NO_BREAK_SPACE).replace(".", ",")
    return text.replace("-", MINUS)


def signed(value: float, language: Language, decimals: int = 1) -> str:
    """Write a number with its sign; zero, also after rounding, has none.

    Examples
    --------
    >>> signed(2.25, "sv"), signed(-2.25, "en"), signed(0.04, "sv")
    ('+2,3', '−2.3', '0,0')
    """
    plus = "+" if isfinite(value) and round_to(value, decimals) > 0 else ""
    return plus + number(value, language, decimals)


def interval(low: float, high: float, language: Language, decimals: int = 1) -> str:
    """Write an interval, with ∞ for an end without limit.

    Examples
    --------
    >>> interval(1.2, 3.4, "sv"), interval(1.2, float("inf"), "en")
    ('[1,2; 3,4]', '[1.2, ∞]')
    """
    if isnan(low) and isnan(high):
        return NOTHING
    separator = "; " if language == "sv" else ", "
    return f"[{number(low, language, decimals)}{separator}{number(high, language, decimals)}]"


def interval_label(confidence: float, language: Language) -> str:
    r"""Name the interval.

    Examples
    --------
    >>> interval_label(0.95, "sv"), interval_label(0.995, "en")
    ('95\xa0%\xa0KI', '99.5%\xa0CI')
    """
    decimals = 0 if round_to(confidence * 100, 1) == round_to(confidence * 100, 0) else 1
    return phrase("format.interval_label", language, {"level": percent(confidence, language, decimals)})


def percent(value: float, language: Language, decimals: int = 0) -> str:
    r"""Write a proportion as per cent.

    Examples
    --------
    >>> percent(2 / 3, "sv"), percent(2 / 3, "en"), percent(0.125, "sv", 1)
    ('67\xa0%', '67%', '12,5\xa0%')
    """
    if not isfinite(value):
        return NOTHING
    space = NO_BREAK_SPACE if language == "sv" else ""
    return f"{number(hundredfold(value), language, decimals)}{space}%"


def points(value: float, language: Language, decimals: int = 0) -> str:
    r"""Write a difference of two proportions as percentage points, with its sign.

    Examples
    --------
    >>> points(-0.12, "sv")
    '−12\xa0procentenheter'
    """
    if not isfinite(value):
        return NOTHING
    return phrase("format.points", language, {"value": signed(hundredfold(value), language, decimals)})


def published_p(p: float) -> float:
    """Coarsen a p-value for publication: below 0.05 to the upper end of its class, else up to one significant digit.

    Examples
    --------
    >>> [published_p(p) for p in (0.00002, 0.004, 0.03, 0.052, 0.31, 1.0)]
    [0.001, 0.01, 0.05, 0.06, 0.4, 1.0]
    """
    if not isfinite(p):
        return p
    bound = next((bound for bound in P_CLASSES if p < bound), None)
    if bound is not None:
        return bound
    rounded = round_significant(p, 1)
    step = 0.01 if p < 0.1 else 0.1
    return rounded if rounded >= p and rounded > P_CLASSES[-1] else round_to(rounded + step, 2)


def p_value(p: float, language: Language) -> str:
    """Write a p-value with at most three decimals and no more than it has; the end of a class is written as such.

    Examples
    --------
    >>> p_value(0.0004, "sv"), p_value(0.05, "sv"), p_value(0.0312, "en"), p_value(1.0, "en")
    ('p < 0,001', 'p < 0,05', 'p = 0.031', 'p ≥ 0.05')
    """
    if not isfinite(p):
        return NOTHING
    if p == NOT_SMALL:
        return f"p ≥ {number(P_CLASSES[-1], language, 2)}"
    if p < P_CLASSES[0] or p in P_CLASSES:
        decimals = {0.001: 3, 0.01: 2, 0.05: 2}.get(p, 3)
        return f"p < {number(max(p, P_CLASSES[0]), language, decimals)}"
    shown = number(p, language, 3).rstrip("0").rstrip(",.")
    return f"p = {shown}"


def ratio(value: float, language: Language, decimals: int = 2) -> str:
    """Write a ratio.

    Examples
    --------
    >>> ratio(0.6666, "sv")
    '0,67'
    """
    return number(value, language, decimals)


def count_range(low: float, high: float, language: Language = "sv") -> str:
    """Write a range of possible counts; one number when both ends are the same.

    Examples
    --------
    >>> count_range(14, 17), count_range(14, 14)
    ('14–17', '14')
    """
    ends = dict.fromkeys(number(end, language, 0) for end in (low, high))
    return "–".join(ends)


def capital(text: str) -> str:
    """Begin a text with a capital letter.

    Examples
    --------
    >>> capital("gemensam prövning"), capital("FoU"), capital("")
    ('Gemensam prövning', 'FoU', '')
    """
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str], language: Language) -> str:
    """Write a list in words.

    Examples
    --------
    >>> listed(["figur 1", "figur 2", "tabell 3"], "sv"), listed(["Figure 1"], "en")
    ('figur 1, figur 2 och tabell 3', 'Figure 1')
    """
    *first, last = parts
    return f"{', '.join(first)} {phrase('format.and', language)} {last}" if first else last


def day(moment: date, language: Language) -> str:
    r"""Write a date in words.

    Examples
    --------
    >>> day(date(2017, 7, 31), "sv")
    '31\xa0juli 2017'
    """
    return f"{moment.day}{NO_BREAK_SPACE}{month(moment, language)}"


def month(moment: date, language: Language) -> str:
    """Write the month and year of a date.

    Examples
    --------
    >>> month(date(2017, 7, 31), "en")
    'July 2017'
    """
    return f"{phrase('format.months', language).split()[moment.month - 1]} {moment.year}"


def named_month(written: str, language: Language) -> str:
    """Write a month that is given as YYYY-MM, or that of a day, in words.

    Examples
    --------
    >>> named_month("2017-12", "sv"), named_month("2018-09-01", "en")
    ('december 2017', 'September 2018')
    """
    year, number_of_month = written.split("-")[:2]
    return month(date(int(year), int(number_of_month), 1), language)


def _decimal(value: float, decimals: int) -> Decimal:
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def hundredfold(value: float) -> float:
    """Turn a proportion into per cent without binary noise.

    Examples
    --------
    >>> hundredfold(0.29)
    29.0
    """
    return float(Decimal(repr(float(value))) * 100)
