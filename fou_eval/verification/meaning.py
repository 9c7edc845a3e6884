"""What differing numbers mean for the findings: direction, whether an interval excludes no change, who moved, p."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from fou_eval.declaration import Codebook, Language
from fou_eval.language import phrase
from fou_eval.verification.numbers import by_key, number
from fou_eval.verification.outcome import NumberDifference
from fou_eval.verification.told import estimate_of, statistic_text

Row = Mapping[str, Any]
# The number that stands for "nothing changed", by what an estimate is counted in.
_NOTHING = {"change": 0.0, "points": 0.0, "rate_change": 0.0, "standardised": 0.0, "ratio": 1.0}
_MAJORITY = {"share_better", "share_worse", "share_higher", "share_lower"}
_MOST = 8  # sentences about one indicator
_CLOSE = 1e-9  # 1 - 0.9 is a little less than 0.1


def meanings(
    differences: Sequence[NumberDifference],
    was: Sequence[Row],
    now: Sequence[Row],
    codebook: Codebook,
    language: Language,
) -> Iterator[str]:
    """Say, indicator by indicator, what the differences mean for what the report concludes.

    Parameters
    ----------
    differences
        What differs; only what does so beyond tolerance is told.
    was, now
        The rows of the report, and those computed again.
    codebook
        Gives the labels.
    language
        Language of the sentences.
    """
    before, after = by_key(was), by_key(now)
    labels = {item.name: item.label(language) for item in codebook.indicators()}
    touched = dict.fromkeys(each.row for each in differences if not each.within)
    primary = {str(row.get("outcome", "")) for row in (*was, *now) if row.get("primary") is True}
    told: dict[str, list[str]] = {}
    for about in touched:
        one, other = before.get(about, {}), after.get(about, {})
        name = statistic_text(estimate_of(other or one), codebook, language)
        values = {"statistic": name[:1].lower() + name[1:]}
        told.setdefault(str(about[0]), []).extend(
            phrase(f"verify.meaning.{what}", language, values) for what in turned(one, other)
        )
    for outcome, sentences in told.items():
        if outcome and sentences:
            key = "verify.meaning.primary" if outcome in primary else "verify.meaning.outcome"
            own = list(dict.fromkeys(sentences))
            more = phrase("verify.meaning.more", language, {"count": len(own) - _MOST})
            what = "; ".join([*own[:_MOST], *([more] if len(own) > _MOST else [])])
            values = {"label": labels.get(outcome, outcome), "what": what}
            yield phrase(key, language, values)
    if touched and primary and not any(told.get(outcome) for outcome in primary):
        yield phrase("verify.meaning.stands", language)


def beyond_when_turned(
    differences: Sequence[NumberDifference], was: Sequence[Row], now: Sequence[Row]
) -> list[NumberDifference]:
    """Let no difference be within tolerance that turns a finding, however small it is.

    Parameters
    ----------
    differences
        What differs.
    was, now
        The rows of the report, and those computed again.
    """
    before, after = by_key(was), by_key(now)
    rows = {each.row for each in differences if each.within}
    other = {row for row in rows if any(turned(before.get(row, {}), after.get(row, {})))}
    return [replace(each, within=each.within and each.row not in other) for each in differences]


def turned(was: Row, now: Row) -> Iterator[str]:
    """Name what of a finding is another in a row, by the last word of its phrase.

    Examples
    --------
    >>> one = {"statistic": "mean_change", "scale": "change", "value": 0.4, "low": 0.1, "high": 0.7}
    >>> [*turned(one, {**one, "low": 0.0}), *turned(one, {**one, "value": -0.4})]
    ['includes', 'sign']
    """
    shown = [bool(row) and row.get("status") != "withheld" and _value(row) is not None for row in (was, now)]
    if shown != [True, True]:
        if shown[0] != shown[1]:
            yield "hidden" if shown[0] else "shown"
        return
    nothing = _NOTHING.get(str(now.get("scale")))
    if nothing is not None:
        one, other = _side(was, nothing), _side(now, nothing)
        if one != other:
            yield "sign" if one * other < 0 else "moved" if other else "nothing"
        first, then = _excludes(was, nothing), _excludes(now, nothing)
        if first != then and None not in {first, then}:
            yield "excludes" if then else "includes"
    if str(now.get("statistic")) in _MAJORITY and (_side(was, 0.5) > 0) != (_side(now, 0.5) > 0):
        yield "majority" if _side(now, 0.5) > 0 else "no_majority"
    level = 1 - float(number(now.get("confidence")) or 0.95) + _CLOSE
    for p in ("p_value", "p_adjusted"):
        before, after = number(was.get(p)), number(now.get(p))
        if before is not None and after is not None and (before <= level) != (after <= level):
            yield f"{p}.{'below' if after <= level else 'above'}"


def _value(row: Row) -> float | None:
    return number(row.get("value"))


def _side(row: Row, nothing: float) -> int:
    value = _value(row)
    return 0 if value is None or value == nothing else 1 if value > nothing else -1


def _excludes(row: Row, nothing: float) -> bool | None:
    low, high = number(row.get("low")), number(row.get("high"))
    return None if low is None or high is None else low > nothing or high < nothing
