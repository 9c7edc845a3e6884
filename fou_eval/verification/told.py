"""Differing numbers as people read them: one line per row, in the words, units and decimals of the report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from math import nan
from typing import Any

from fou_eval.declaration import Codebook, Language
from fou_eval.disclosure.release import Decision, Released
from fou_eval.errors import DeclarationError
from fou_eval.estimates import Estimate
from fou_eval.formatting import NOTHING, p_value
from fou_eval.language import PHRASES, phrase
from fou_eval.quantities import estimate_text, interval_text
from fou_eval.tables.details import statistic_label
from fou_eval.verification.numbers import by_key, number
from fou_eval.verification.outcome import Line, NumberDifference

Row = Mapping[str, Any]
_AS_VALUE = frozenset({"value", "low", "high"})
_NAMES_OF_OURS = frozenset({"status", "rules", "note"})  # told in words by whether and why there is no number
# What goes with the rest: told only where nothing else differs.
_FOLLOWS = frozenset({"status", "rules", "n", "n_families", "confidence", "note", "se", "df"})
_P = frozenset({"p_value", "p_exact", "p_adjusted", "q_value"})
_SECOND = frozenset({"p_exact", "p_adjusted"})
# A row of another version, or one that was changed by hand, may hold what is not known here.
_UNKNOWN_HERE = (KeyError, ValueError, IndexError, ArithmeticError, DeclarationError)


def lines(
    differences: Sequence[NumberDifference],
    was: Sequence[Row],
    now: Sequence[Row],
    codebook: Codebook,
    language: Language,
) -> Iterator[Line]:
    """Tell of every row that differs beyond tolerance.

    Parameters
    ----------
    differences
        What differs, field by field.
    was, now
        The rows of the report, and those computed again.
    codebook
        Gives labels, units and decimals.
    language
        Language of the lines.
    """
    before, after = by_key(was), by_key(now)
    labels = {item.name: item.label(language) for item in codebook.indicators()}
    touched: dict[tuple[object, ...], list[str]] = {}
    for each in differences:
        if not each.within:
            touched.setdefault(each.row, []).append(each.field)
    for key, names in touched.items():
        one, other = before.get(key), after.get(key)
        kind = one or other
        if kind is None:
            continue
        estimate = estimate_of(kind)
        readings = _readings(one, other, names, codebook, language)
        whole = estimate.outcome or phrase("verify.differences.study", language)
        yield Line(
            indicator=labels.get(estimate.outcome, whole),
            statistic=statistic_text(estimate, codebook, language),
            was=readings[0],
            now=readings[1],
        )


def estimate_of(row: Row) -> Estimate:
    """Give a row of results.json as an estimate; what does not exist is nan or none."""
    known = {}
    for column in fields(Estimate):
        if column.name not in row:
            continue
        value = row[column.name]
        if column.type is float:
            found = number(value)
            value = nan if found is None else found
        known[column.name] = value
    return Estimate(**known)


def statistic_text(estimate: Estimate, codebook: Codebook, language: Language) -> str:
    """Name a statistic as the tables of the report do, with its category and wave."""
    try:
        return statistic_label(
            codebook, Released(estimate=estimate, decision=Decision(status="pass")), language
        )
    except _UNKNOWN_HERE:
        return f"{estimate.statistic} {estimate.category}".strip()


def _readings(
    one: Row | None, other: Row | None, names: Sequence[str], codebook: Codebook, language: Language
) -> list[str]:
    try:
        readings = [_reading(row, names, codebook, language) for row in (one, other)]
    except _UNKNOWN_HERE:
        readings = []
    # Where they differ in what is not shown, or beyond the last digit that is, the fields stand as in results.json.
    return readings if len(set(readings)) > 1 else [_as_it_stands(row, names) for row in (one, other)]


def _reading(row: Row | None, names: Sequence[str], codebook: Codebook, language: Language) -> str:
    """Write what a row says of what differs."""
    if row is None:
        return phrase("verify.differences.no_row", language)
    if row["status"] == "withheld":
        parts = [phrase("verify.differences.withheld", language)]
        names = []
    else:
        parts = [_in_short(row, codebook, language)]
        names = [
            name
            for name in names
            if name not in _AS_VALUE and (name not in _FOLLOWS or set(names) <= _FOLLOWS)
        ]
    parts += [_field(name, row.get(name), language) for name in names if name not in _NAMES_OF_OURS]
    return "; ".join(part for part in parts if part) or NOTHING


def _in_short(row: Row, codebook: Codebook, language: Language) -> str:
    """Write value and interval as the report does, or why there are none."""
    estimate = estimate_of(row)
    column = codebook.indicator(estimate.outcome).column if _is_known(estimate.outcome, codebook) else None
    texts = estimate_text(estimate, column, language), interval_text(estimate, column, language)
    shown = " ".join(text for text in texts if text not in {"", NOTHING})
    key = f"note.{estimate.note}"
    return shown or (phrase(key, language).rstrip(".") if key in PHRASES else estimate.note)


def _as_it_stands(row: Row | None, names: Sequence[str]) -> str:
    """Give the fields of results.json."""
    return "; ".join(f"{name}: {(row or {}).get(name)}" for name in names)


def _is_known(outcome: str, codebook: Codebook) -> bool:
    return any(item.name == outcome for item in codebook.indicators())


def _field(name: str, value: object, language: Language) -> str:
    key = f"verify.field.{name}"
    label = phrase(key, language) if key in PHRASES else name
    found = number(value)
    if name in _P:
        text = p_value(found, language) if found is not None else f"p {NOTHING}"
        return f"{label} {text}" if name in _SECOND else text.replace("p", label, 1)
    shown = ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return f"{label}: {shown or NOTHING}"
