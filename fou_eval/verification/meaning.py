"""What differing numbers mean for the findings: direction, whether an interval excludes no change, who moved, p."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fou_eval.declaration import Codebook, Language
from fou_eval.language import phrase
from fou_eval.verification.numbers import KEY, number
from fou_eval.verification.outcome import NumberDifference
from fou_eval.verification.told import estimate_of, statistic_text

Row = Mapping[str, Any]
# The number that stands for "nothing changed", by what an estimate is counted in.
_NOTHING = {"change": 0.0, "points": 0.0, "rate_change": 0.0, "standardised": 0.0, "ratio": 1.0}
_MAJORITY = {"share_better", "share_worse", "share_higher", "share_lower"}


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
        What differs beyond tolerance.
    was, now
        The rows of the report, and those computed again.
    codebook
        Gives the labels.
    language
        Language of the sentences.
    """
    before, after = _rows(was), _rows(now)
    labels = {item.name: item.label(language) for item in codebook.indicators()}
    touched = dict.fromkeys(each.row for each in differences if not each.within)
    primary = {str(row["outcome"]) for row in now if row.get("primary")}
    told: dict[str, list[str]] = {}
    for about in touched:
        told.setdefault(about[0], []).extend(
            _of_row(before.get(about, {}), after.get(about, {}), codebook, language)
        )
    for outcome, sentences in told.items():
        if outcome and sentences:
            key = "verify.meaning.primary" if outcome in primary else "verify.meaning.outcome"
            values = {"label": labels.get(outcome, outcome), "what": "; ".join(dict.fromkeys(sentences))}
            yield phrase(key, language, values)
    if touched and not any(told.get(outcome) for outcome in primary):
        yield phrase("verify.meaning.stands", language)


def _rows(rows: Sequence[Row]) -> dict[tuple[str, ...], Row]:
    return {tuple(str(row.get(name)) for name in KEY): row for row in rows}


def _of_row(was: Row, now: Row, codebook: Codebook, language: Language) -> Iterator[str]:
    shown = [
        bool(row) and row.get("status") != "withheld" and number(row.get("value")) is not None
        for row in (was, now)
    ]
    about = statistic_text(estimate_of(now or was), codebook, language)
    name = {"statistic": about[:1].lower() + about[1:]}
    if shown != [True, True]:
        if shown[0] != shown[1]:
            yield phrase(f"verify.meaning.{'hidden' if shown[0] else 'shown'}", language, name)
        return
    nothing = _NOTHING.get(str(now.get("scale")))
    if nothing is not None:
        if _side(was, "value", nothing) != _side(now, "value", nothing):
            yield phrase("verify.meaning.sign", language, name)
        first, then = _excludes(was, nothing), _excludes(now, nothing)
        if first != then and None not in {first, then}:
            yield phrase(f"verify.meaning.{'excludes' if then else 'includes'}", language, name)
    if str(now.get("statistic")) in _MAJORITY and _side(was, "value", 0.5) != _side(now, "value", 0.5):
        yield phrase("verify.meaning.majority", language, name)
    level = 1 - float(number(now.get("confidence")) or 0.95)
    for p in ("p_value", "p_adjusted"):
        one, other = number(was.get(p)), number(now.get(p))
        if one is not None and other is not None and (one <= level) != (other <= level):
            yield phrase(f"verify.meaning.{p}", language, name)


def _side(row: Row, field: str, nothing: float) -> int:
    value = number(row.get(field))
    return 0 if value is None or value == nothing else 1 if value > nothing else -1


def _excludes(row: Row, nothing: float) -> bool | None:
    low, high = number(row.get("low")), number(row.get("high"))
    return None if low is None or high is None else low > nothing or high < nothing
