"""Released numbers against those computed again, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from math import inf, isclose, isfinite
from typing import Any

from fou_eval.disclosure.precision import decimals_of
from fou_eval.disclosure.release import Release
from fou_eval.estimates import COLUMNS, Estimate
from fou_eval.verification.outcome import NumberDifference

Row = Mapping[str, Any]
KEY = ("outcome", "statistic", "category", "scale", "wave_before", "wave_after")
# Between versions of packages and kinds of processors, sums of floating-point numbers come out in another order. A
# difference of this size in an unrounded number is of that kind: no method here loses more than some six digits of
# sixteen. A published number is rounded, so there it is one unit of its last digit.
RELATIVE = 1e-9
_ROUNDED = ("value", "low", "high", "se")
_TYPES = {column.name: column.type for column in fields(Estimate)}
_ENDLESS = ("inf", "-inf")
_STATUS = ("pass", "changed", "withheld")


def rows_of(results: object) -> list[Row]:
    """Give the rows of a results.json, if all of them are such as are written there.

    Parameters
    ----------
    results
        What was read from the file.

    Raises
    ------
    ValueError
        If they are not.
    """
    rows = results.get("rows") if isinstance(results, Mapping) else None
    if not isinstance(rows, list) or not all(_is_row(row) for row in rows):
        raise ValueError("no rows, or others than are written")
    return rows


def compare(
    was: Sequence[Row], now: Sequence[Row], release: Release, *, exact: bool
) -> list[NumberDifference]:
    """Compare the rows of two results.json.

    Parameters
    ----------
    was
        Rows of the report.
    now
        Rows computed again.
    release
        What was computed again; says how the numbers are rounded.
    exact
        Whether the program and all that it computes with are the same, so that every digit must be.

    Returns
    -------
    list of NumberDifference
        Every field that is not the same; `within` when it is so to the tolerance.
    """
    allowed = {} if exact else _allowed(release)
    before, after = by_key(was), by_key(now)
    found: list[NumberDifference] = []
    for key, row in before.items():
        found += _of_row(key, row, after.get(key, {}), allowed.get(key[:-1], None if exact else _relative))
    for key, row in after.items():
        if key not in before:
            found += _of_row(key, {}, row, None)
    return found


def count(rows: Sequence[Row], names: Sequence[str]) -> int:
    """Count the numbers in rows: every field of the given names that exists."""
    return sum(row.get(name) is not None for row in rows for name in names)


def number(value: object) -> float | None:
    """Give a field of a row as a number: an end without limit is infinite, and what does not exist is none."""
    if isinstance(value, str) and value in _ENDLESS:
        return inf if value == "inf" else -inf
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


Key = tuple[Any, ...]
Allowed = Any


def by_key(rows: Sequence[Row]) -> dict[Key, Row]:
    """Find rows by what they are about; rows about the same are told apart by their order."""
    found: dict[Key, Row] = {}
    counted: dict[Key, int] = {}
    for row in rows:
        own = tuple(str(row.get(name, "")) for name in KEY)
        counted[own] = counted.get(own, -1) + 1
        found[*own, counted[own]] = row
    return found


def _is_row(row: object) -> bool:
    if not isinstance(row, Mapping) or not {"statistic", "value", "status"} <= row.keys():
        return False
    rules = row.get("rules", [])
    return (
        all(_fits(_TYPES[name], value) for name, value in row.items() if name in _TYPES)
        and row["status"] in _STATUS
        and isinstance(rules, list)
        and all(isinstance(rule, str) for rule in rules)
    )


def _fits(kind: object, value: object) -> bool:
    if kind in {str, bool}:
        return type(value) is kind
    if kind is float:
        return value is None or type(value) in {int, float} or value in _ENDLESS
    return type(value) is int or (value is None and kind is not int)


def _of_row(key: Key, was: Row, now: Row, allowed: Allowed) -> Iterator[NumberDifference]:
    for name in dict.fromkeys((*COLUMNS, "status", "rules", *was, *now)):
        one, other = was.get(name), now.get(name)
        if one == other and isinstance(one, bool) == isinstance(other, bool):
            continue
        if (not was or not now) and name != "status":  # a row that came or went is told of once
            continue
        yield NumberDifference(
            **dict(zip(KEY, key[: len(KEY)], strict=True)),
            place=key[-1],
            field=name,
            was=one,
            now=other,
            within=allowed is not None and allowed(name, one, other),
        )


def _relative(_: str, was: object, now: object) -> bool:
    one, other = number(was), number(now)
    return one is not None and other is not None and isclose(one, other, rel_tol=RELATIVE, abs_tol=1e-12)


def _allowed(release: Release) -> dict[Key, Allowed]:
    """Give for each published row what may differ in it: one unit of the last digit of value, interval and error."""
    if release.profile == "internal":
        return {}
    return {
        tuple(str(getattr(row.estimate, name)) for name in KEY): _last_digit(row.estimate, release)
        for row in release
    }


def _last_digit(estimate: Estimate, release: Release) -> Allowed:
    column = release.codebook.indicator(estimate.outcome).column if estimate.outcome else None
    unit = 10.0 ** -decimals_of(estimate, column.resolution if column else None)

    def allowed(name: str, was: object, now: object) -> bool:
        one, other = number(was), number(now)
        if one is None or other is None:
            return False
        rounded = name in _ROUNDED and isfinite(one) and abs(one - other) <= unit * (1 + 1e-6)
        return rounded or _relative(name, was, now)

    return allowed
