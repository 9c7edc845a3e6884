"""What does not change in a family or a person: role, sex, criteria at entry, and the like."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Codebook, Column, Table
from fou_eval.declaration.running import running_form
from fou_eval.simulation.people import People
from fou_eval.simulation.streams import Streams

Unit = Literal["family", "person"]
Attributes = Mapping[tuple[Unit, str], pd.Series]

CHILD_WORDS = frozenset({"barn", "child", "elev", "pupil"})
PARENT_WORDS = frozenset({"foralder", "förälder", "guardian", "parent", "vardnadshavare", "vårdnadshavare"})
DRAWN_ELSEWHERE = frozenset({"family_id", "person_id", "wave", "outcome", "exposure", "date", "free_text"})


@dataclass(frozen=True, slots=True)
class Home:
    """The declaration of a constant column that the others copy, and the codes that all of them allow."""

    table: Table
    column: Column
    shared: frozenset[str]


def unit_of(table: Table) -> Unit | None:
    """Say whether a table's rows are about persons or families, or about neither."""
    roles = [column.role for column in table.columns.values()]
    return "person" if "person_id" in roles else "family" if "family_id" in roles else None


def is_roster(table: Table) -> bool:
    """Say whether a table has one row per family or person."""
    return [table.columns[name].role for name in table.key] in (["family_id"], ["person_id"])


def constant_unit(table: Table, name: str) -> Unit | None:
    """Say within whom a column keeps its value, or give nothing when it may vary from row to row."""
    column = table.columns[name]
    if column.role in DRAWN_ELSEWHERE or column.type in ("date", "month"):
        return None
    for rule in table.rules:
        if rule.rule == "constant_within" and name in rule.columns and rule.within in table.columns:
            return "family" if table.columns[rule.within].role == "family_id" else "person"
    return unit_of(table) if is_roster(table) or column.role == "quasi_identifier" else None


def draw_attributes(codebook: Codebook, people: People, streams: Streams) -> Attributes:
    """Draw every constant column once, over all families or persons."""
    homes = _homes(codebook)
    drawn = {
        key: _draw(home, key, people, streams.rng("attribute", key[0], key[1])) for key, home in homes.items()
    }
    for (unit, name), home in homes.items():
        for other, codes in home.column.only_when.items():
            if (unit, other) in drawn:
                drawn[unit, name] = drawn[unit, name].where(holds(drawn[unit, other], codes))
                drawn[unit, name] = without_nan(drawn[unit, name])
    return drawn


def holds(values: pd.Series, codes: tuple[str | int, ...]) -> NDArray[np.bool_]:
    """Say where a column holds one of the codes; truth values are written true and false, or 1 and 0."""
    if values.dtype != object:
        truth = {"true": 1.0, "false": 0.0}
        numbers = [truth.get(str(code).lower(), code) for code in codes]
        return values.isin([float(number) for number in numbers]).to_numpy()
    return values.isin([str(code) for code in codes]).to_numpy()


def without_nan(values: pd.Series) -> pd.Series:
    """Write missing text as None."""
    return values.where(values.notna(), None) if values.dtype == object else values


def _homes(codebook: Codebook) -> dict[tuple[Unit, str], Home]:
    homes: dict[tuple[Unit, str], Home] = {}
    for table in sorted(codebook.tables.values(), key=lambda table: not is_roster(table)):
        for name, unit in _constants(table):
            column = table.columns[name]
            home = homes.get((unit, name), Home(table, column, frozenset(column.values())))
            homes[unit, name] = Home(home.table, home.column, home.shared & frozenset(column.values()))
    return homes


def _constants(table: Table) -> Iterator[tuple[str, Unit]]:
    for name in table.columns:
        unit = constant_unit(table, name)
        if unit is not None:
            yield name, unit


def _draw(home: Home, key: tuple[Unit, str], people: People, rng: np.random.Generator) -> pd.Series:
    n = people.families if key[0] == "family" else people.family.size
    draws = rng.random(n)
    column = home.column
    if isinstance(column.codes, dict):
        return _codes(home, key, people, draws)
    if column.type == "boolean":
        return pd.Series((draws < 0.6).astype(np.float64))
    if column.type in ("integer", "number"):
        low, high = limits(column, 0.0, 10.0)
        steps = np.floor((high - low + 1) * draws**2)
        return pd.Series(np.minimum(low + steps, high))
    return texts(column, n)


def coded(column: Column, values: NDArray[np.object_]) -> pd.Series:
    """Give codes in the form of the column's type: text, or numbers in a column of whole numbers."""
    if column.type == "integer":
        return pd.Series(values.astype(np.float64))
    return pd.Series(values, dtype=object)


def texts(column: Column, n: int) -> pd.Series:
    """Give running texts of the declared form, or the same example everywhere."""
    form = running_form(column.pattern)
    if form is not None and form.widths:
        numbers = range(1, n + 1)
        return pd.Series([form.fill([number] * len(form.widths)) for number in numbers], dtype=object)
    return pd.Series([column.example or ("text" if column.required else None)] * n, dtype=object)


def limits(column: Column, low: float, high: float) -> tuple[float, float]:
    """Give the declared range of a number; what is not declared is taken from the defaults."""
    lower = float(column.min) if isinstance(column.min, (int, float)) else min(low, _number(column.max, low))
    upper = float(column.max) if isinstance(column.max, (int, float)) else lower + (high - low)
    return lower, upper


def _number(value: object, default: float) -> float:
    return float(value) if isinstance(value, (int, float)) else default


def _codes(home: Home, key: tuple[Unit, str], people: People, draws: NDArray[np.float64]) -> pd.Series:
    codes = np.array(list(home.column.values()), dtype=object)
    # Everybody is somebody whom the study follows: codes that a follow-up table does not know are not drawn.
    followed = np.array([code in home.shared for code in codes])
    values = pick(codes, (followed if followed.any() else ~followed).astype(np.float64), draws)
    children = np.array([code.lower() in CHILD_WORDS for code in codes])
    if key[0] == "person" and children.any() and not children.all():
        values[people.child] = codes[children][0]
        parents = np.array([code.lower() in PARENT_WORDS for code in codes])
        adults = parents if parents.any() else ~children
        values[~people.child] = pick(codes[adults], np.ones(adults.sum()), draws[~people.child])
    return coded(home.column, _fit_exit(values, home, key, people, draws))


def pick(
    codes: NDArray[np.object_], weights: NDArray[np.float64], draws: NDArray[np.float64]
) -> NDArray[np.object_]:
    """Turn uniform draws into codes with the given weights."""
    edges = np.cumsum(weights / weights.sum())[:-1]
    chosen: NDArray[np.object_] = codes[np.searchsorted(edges, draws, side="right")]
    return chosen


def exit_column(table: Table) -> str | None:
    """Name the month in which a family left: optional, and by a rule not before another one."""
    for rule in table.rules:
        name = rule.columns[0]
        if rule.rule == "not_before" and name in table.columns and not table.columns[name].required:
            return name if is_roster(table) and unit_of(table) == "family" else None
    return None


def _fit_exit(
    values: NDArray[np.object_], home: Home, key: tuple[Unit, str], people: People, draws: NDArray[np.float64]
) -> NDArray[np.object_]:
    """Let the column that tells families that left from those that stay agree with who left."""
    name = exit_column(home.table)
    asked = home.table.columns[name].only_when.get(key[1], ()) if name else ()
    codes = np.array(list(home.column.values()), dtype=object)
    inside = np.isin(codes, [str(code) for code in asked])
    if key[0] == "family" and inside.any() and not inside.all():
        left = ~np.isnat(people.exit)
        values[left] = pick(codes[inside], np.ones(inside.sum()), draws[left])
        values[~left] = pick(codes[~inside], np.ones((~inside).sum()), draws[~left])
    return values
