"""What is missing in a synthetic study and why, and the declared rules that its values keep."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Column, Rule, Table
from fou_eval.simulation.attributes import holds, without_nan
from fou_eval.simulation.people import People
from fou_eval.simulation.rows import Rows
from fou_eval.simulation.streams import Streams

SPORADIC = 0.03  # chance that one answer is missing
EXPLAINED = 0.7  # chance that the reason for it was written down
FALLING = 0.55  # how much rarer each next reason is


def blank(
    table: Table, name: str, values: pd.Series, rows: Rows, people: People, streams: Streams
) -> tuple[pd.Series, NDArray[np.object_]]:
    """Take answers away: all of them where a family was not measured, and a few here and there.

    Returns
    -------
    tuple
        The values, and the missing code of each row or None.
    """
    column = table.columns[name]
    reasons = np.full(rows.size, None, dtype=object)
    if column.required or column.role not in ("outcome", "exposure", "context"):
        return values, reasons
    gone = rows.told
    codes = np.array([str(code) for code in column.missing_codes], dtype=object)
    if codes.size:
        reasons[gone] = rank_of(codes, people.reason[rows.family[gone]])
    if column.role == "outcome":
        rng = streams.rng(table.table, name, "missing")
        missing = (rng.random(rows.size) < SPORADIC) & ~gone
        explained = missing & (rng.random(rows.size) < EXPLAINED)
        rank = rng.random(rows.size)
        if codes.size:  # who left is declared first and who was not asked last, so reasons are read backwards
            reasons[explained] = rank_of(codes[::-1], rank[explained])
        gone = gone | missing
    return _without(values, gone), reasons


def rank_of(codes: NDArray[np.object_], draws: NDArray[np.float64]) -> NDArray[np.object_]:
    """Turn uniform draws into codes of which each next one is rarer."""
    weights = FALLING ** np.arange(codes.size)
    chosen: NDArray[np.object_] = codes[
        np.searchsorted(np.cumsum(weights / weights.sum())[:-1], draws, side="right")
    ]
    return chosen


def _without(values: pd.Series, gone: NDArray[np.bool_]) -> pd.Series:
    return without_nan(values.mask(gone)) if gone.any() else values


def keep_rules(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """Change values so that the declared rules between columns and rows hold."""
    columns = {name: frame[name] for name in frame.columns}
    for rule in (
        *table.rules,
        *table.rules,
    ):  # twice, since a value that is brought down may be above a third one
        names = [name for name in rule.columns if name in columns]
        if len(names) < len(rule.columns) or any(columns[name].dtype == object for name in names):
            continue
        if rule.rule == "at_most":
            columns[names[0]] = _at_most(rule, columns)
        elif rule.rule == "sum_at_most" and rule.limit is not None:
            columns |= _sum_at_most(rule.limit, {name: columns[name] for name in names}, table)
        elif rule.rule == "increasing_within" and rule.within in columns:
            grouped = pd.DataFrame({name: columns[name] for name in names}).groupby(columns[rule.within])
            columns |= {name: grouped[name].cummax() for name in names}
    return pd.DataFrame(columns)


def _at_most(rule: Rule, columns: dict[str, pd.Series]) -> pd.Series:
    highest = columns[rule.columns[1]] if len(rule.columns) > 1 else rule.limit
    values = columns[rule.columns[0]]
    return values if highest is None else values.mask(values > highest, highest)


def _sum_at_most(limit: float, parts: dict[str, pd.Series], table: Table) -> dict[str, pd.Series]:
    total = pd.DataFrame(parts).sum(axis=1)
    share = np.where(total > limit, limit / np.maximum(total, limit), 1.0)
    return {name: _floor(part * share, table.columns[name]) for name, part in parts.items()}


def _floor(values: pd.Series, column: Column) -> pd.Series:
    parts = 1.0 / (column.resolution or 1.0)
    return pd.Series(np.floor(values.to_numpy() * parts + 1e-9) / parts)


def keep_conditions(
    table: Table, frame: pd.DataFrame, reasons: dict[str, NDArray[np.object_]]
) -> tuple[pd.DataFrame, dict[str, NDArray[np.object_]]]:
    """Leave empty what is not to be filled in, in columns that are asked only under a condition."""
    columns = {name: frame[name] for name in frame.columns}
    asked = [(name, column.only_when) for name, column in table.columns.items() if column.only_when]
    asked += [(name, rule.when) for rule in table.rules if rule.rule == "only_when" for name in rule.columns]
    for name, conditions in [*asked, *asked]:  # twice, since a condition may itself be conditional
        if name not in columns:
            continue
        apart = np.zeros(len(frame), dtype=np.bool_)
        for other, codes in conditions.items():
            apart |= ~holds(columns[other], codes)
        columns[name] = _without(columns[name], apart)
        if name in reasons:
            reasons[name][apart] = None
    return pd.DataFrame(columns), reasons
