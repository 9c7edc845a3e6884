"""A synthetic study from any codebook: families, persons, waves and answers that no living person gave."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Codebook, Table
from fou_eval.declaration.reading import Declaration
from fou_eval.simulation.at_waves import at_waves, there
from fou_eval.simulation.attributes import coded, constant_unit, draw_attributes
from fou_eval.simulation.gaps import blank, keep_conditions, keep_rules
from fou_eval.simulation.ids import alone, family_ids, person_ids
from fou_eval.simulation.outcomes import Sight, gain_of, show, standing
from fou_eval.simulation.people import make_people
from fou_eval.simulation.recorded import recorded_frame
from fou_eval.simulation.rows import Rows, rows_of
from fou_eval.simulation.streams import Streams
from fou_eval.simulation.surroundings import context, dates, exposure
from fou_eval.simulation.world import World


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Synthetic:
    """A synthetic study, in the form in which data of a study are read.

    Attributes
    ----------
    tables
        Typed frames by table: text and codes as text or None, numbers as floats, truth values as 0 and 1,
        days and months as datetimes; free-text columns do not occur.
    reasons
        By table, the cells that hold a declared missing code: row, column, code.
    """

    tables: Mapping[str, pd.DataFrame]
    reasons: Mapping[str, pd.DataFrame]


def simulate(
    declaration: Declaration,
    *,
    families: int = 18,
    persons: int | None = None,
    seed: int | None = None,
    gain: float | None = None,
) -> Mapping[str, pd.DataFrame]:
    """Simulate the tables of a study.

    Families have one or two parents and one to four children, enter over 22 months and leave at a steady rate.
    Outcomes share a standing and a change per family, to which each indicator adds a part of its own per family,
    per person and per day; most families improve and some worsen.

    Parameters
    ----------
    declaration
        The study to make data for.
    families
        Number of families.
    persons
        Number of persons, or none to leave it to chance; ignored where ids leave room for one person per family.
    seed
        Root of the random streams instead of the plan's seed.
    gain
        Average improvement over the contrast of every indicator, in standard deviations of the latent standing;
        none draws one per indicator, so that some stand still and some worsen.

    Raises
    ------
    ValueError
        If the persons do not fit into the families.
    """
    return simulate_study(declaration, families=families, persons=persons, seed=seed, gain=gain).tables


def simulate_study(
    declaration: Declaration,
    *,
    families: int = 18,
    persons: int | None = None,
    seed: int | None = None,
    gain: float | None = None,
) -> Synthetic:
    """Simulate the tables of a study and the reasons for what is missing; parameters as in `simulate`."""
    world = _world(declaration, families=families, persons=persons, seed=seed, gain=gain)
    made = {name: _table(table, world) for name, table in declaration.codebook.tables.items()}
    return Synthetic(
        tables={name: frame for name, (frame, _) in made.items()},
        reasons={name: reasons for name, (_, reasons) in made.items()},
    )


def _world(
    declaration: Declaration, *, families: int, persons: int | None, seed: int | None, gain: float | None
) -> World:
    codebook, plan = declaration.codebook, declaration.plan
    streams = Streams.of(plan, seed)
    pattern = {role: _pattern(codebook, role) for role in ("family_id", "person_id")}
    people = make_people(
        codebook, plan, streams, families=families, persons=persons, alone=alone(pattern["person_id"])
    )
    place = person_ids(pattern["person_id"], people.family.tolist(), people.place.tolist())
    return World(
        codebook=codebook,
        people=people,
        attributes=draw_attributes(codebook, people, streams),
        streams=streams,
        ids={
            "family_id": np.array(family_ids(pattern["family_id"], families), dtype=object),
            "person_id": np.array(place, dtype=object),
        },
        progress=_progress(declaration),
        gain=gain,
    )


def _pattern(codebook: Codebook, role: str) -> str | None:
    columns = (column for table in codebook.tables.values() for column in table.columns.values())
    return next((column.pattern for column in columns if column.role == role), None)


def _progress(declaration: Declaration) -> NDArray[np.float64]:
    """Give the share of the change that has come at each wave: none before, all of it after the contrast."""
    waves, contrast = declaration.codebook.waves, declaration.plan.contrast
    months = np.array([wave.months for wave in waves.values()], dtype=np.float64)
    since = np.maximum(months - waves[contrast.before].months, 0.0)
    span = max(float(waves[contrast.after].months - waves[contrast.before].months), 1.0)
    progress: NDArray[np.float64] = (1.0 - np.exp(-1.5 * since / span)) / (1.0 - np.exp(-1.5))
    return progress


def _table(table: Table, world: World) -> tuple[pd.DataFrame, pd.DataFrame]:
    recorded = recorded_frame(table, world)
    if recorded is not None:
        frame, reasons = keep_conditions(table, keep_rules(table, recorded), {})
        return frame, _long(reasons)
    rows = rows_of(table, world.people, world.attributes, world.streams)
    frame = pd.DataFrame(
        {
            name: _column(table, name, rows, world)
            for name, column in table.columns.items()
            if column.role != "free_text"
        }
    )
    frame = keep_rules(table, at_waves(table, frame, rows, world))
    columns, reasons = {}, {}
    for name in frame.columns:
        columns[name], reasons[name] = blank(table, name, frame[name], rows, world.people, world.streams)
    frame, reasons = keep_conditions(table, pd.DataFrame(columns), reasons)
    kept = there(table, frame, world)
    frame = frame[kept].reset_index(drop=True)
    return frame, _long({name: codes[kept] for name, codes in reasons.items()})


def _column(table: Table, name: str, rows: Rows, world: World) -> pd.Series:
    column = table.columns[name]
    if column.role == "wave":
        return pd.Series(np.array(list(world.codebook.waves), dtype=object)[rows.wave], dtype=object)
    if name in rows.crossed:
        return coded(column, rows.crossed[name])
    if column.role in world.ids:
        index = rows.family if column.role == "family_id" else rows.index
        return pd.Series(world.ids[column.role][index], dtype=object)
    if column.type in ("date", "month"):
        return dates(table, name, rows, world.people, world.codebook, world.streams)
    unit = constant_unit(table, name)
    if unit is not None:
        index = rows.family if unit == "family" else rows.index
        return world.attributes[unit, name].take(index).reset_index(drop=True)
    if column.role == "outcome":
        return _outcome(table, name, rows, world)
    rng = world.streams.rng(table.table, name)
    n = world.people.families if rows.unit == "family" else world.people.family.size
    return exposure(column, rows, rng) if column.role == "exposure" else context(column, rows, n, rng)


def _outcome(table: Table, name: str, rows: Rows, world: World) -> pd.Series:
    column = table.columns[name]
    gain = world.gain if world.gain is not None else gain_of(column.domain or "", name, world.streams)
    latent = standing(
        (table.table, name),
        rows,
        world.people,
        world.streams,
        gain=gain,
        progress=np.where(rows.wave >= 0, world.progress[rows.wave], 0.0),
    )
    return show(
        Sight(
            column=column,
            standing=latent,
            exposure=_exposure(table, column.exposure, rows, world),
            bounded=_bounded(table, name),
            rng=world.streams.rng(table.table, name, "count"),
        )
    )


def _exposure(table: Table, name: str | None, rows: Rows, world: World) -> NDArray[np.float64]:
    """Give the exposure of each row: the column is drawn again from its own stream, so it is the same."""
    if name is None:
        return np.ones(rows.size)
    return _column(table, name, rows, world).to_numpy(dtype=np.float64)


def _bounded(table: Table, name: str) -> bool:
    """Say whether a rule holds a count below its exposure."""
    exposed = table.columns[name].exposure
    return any(rule.rule == "at_most" and rule.columns == (name, exposed) for rule in table.rules)


def _long(reasons: Mapping[str, NDArray[np.object_]]) -> pd.DataFrame:
    """List the cells with a reason, column by column."""
    parts = []
    for name, codes in reasons.items():
        at = np.flatnonzero(codes != None)  # noqa: E711 compares each element
        parts.append(pd.DataFrame({"row": at, "column": name, "code": codes[at]}))
    none = pd.DataFrame({"row": [], "column": [], "code": []})
    return pd.concat([none, *parts], ignore_index=True).astype(
        {"row": "int64", "column": object, "code": object}
    )
