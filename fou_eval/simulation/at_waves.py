"""Records that are made at waves: contacts of a family with each actor, and how far its goals were reached."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Table
from fou_eval.simulation.attributes import coded, limits
from fou_eval.simulation.drafts import drawn_codes
from fou_eval.simulation.recorded import recorded_frame
from fou_eval.simulation.rows import Rows
from fou_eval.simulation.world import World

ACTORS_ALWAYS = 4  # the first actors are always written down, also when there was no contact
MISSED, ATTENDED = 0.12, 0.35  # share of contacts that were missed, and that the advocate attended
LOWEST = 0.2  # share of goals for which nothing worse than their beginning is possible


def at_waves(table: Table, frame: pd.DataFrame, rows: Rows, world: World) -> pd.DataFrame:
    """Let drawn rows of measurements be what the table records; other tables stay as they are."""
    if table.records == "contacts" and "actor" in rows.crossed:
        return frame.assign(**_contacts(table, rows, world))
    if table.records == "occasions":
        return frame.assign(**_occasions(table, rows, world))
    if table.records == "goal_ratings":
        return _ratings(table, frame, rows, world)
    return frame


def there(table: Table, frame: pd.DataFrame, world: World) -> NDArray[np.bool_]:
    """Say which rows there are: of goals, those that were set; of contacts, those that the family had."""
    everything = np.ones(len(frame), dtype=np.bool_)
    if table.records == "contacts" and {"actor", "n_contacts"} <= set(frame.columns):
        first = [str(code) for code in table.columns["actor"].values()][:ACTORS_ALWAYS]
        had: NDArray[np.bool_] = (frame["n_contacts"] > 0).to_numpy() | frame["actor"].isin(first).to_numpy()
        return had
    goals = _goals(world) if table.records == "goal_ratings" else None
    if goals is None:
        return everything
    return np.asarray(_goal_of(table, frame).isin(_goal_of(table, goals)))


def _occasions(table: Table, rows: Rows, world: World) -> dict[str, pd.Series]:
    """Make most measurements in the first declared way, at the wave."""
    rng = world.streams.rng(table.table, "occasions")
    return {
        name: coded(table.columns[name], drawn_codes(table, name, rows.size, rng, falling=falling))
        for name, falling in (("mode", 0.5), ("baseline_type", 0.25))
        if name in table.columns
    }


def _contacts(table: Table, rows: Rows, world: World) -> dict[str, pd.Series]:
    """Count caseworkers and contacts: most at the first actor, where caseworkers become fewer."""
    rng = world.streams.rng(table.table, "contacts")
    actors = [str(code) for code in table.columns["actor"].values()]
    place = pd.Index(actors).get_indexer(pd.Index(rows.crossed["actor"]))
    needs = np.exp(np.clip(-0.25 * world.people.level[rows.family], -0.6, 0.6))
    progress = world.progress[rows.wave] if rows.size else np.zeros(0)
    usual = np.where(place == 0, 3.2 - 1.0 * progress, np.where(place < 4, 1.4, 0.5))
    caseworkers = rng.poisson(usual * needs)
    contacts = caseworkers + rng.poisson(np.where(caseworkers > 0, 2.5 * needs, 0.0))
    numbers = {
        "n_caseworkers": caseworkers,
        "n_units": np.minimum(caseworkers, 1 + rng.poisson(0.5, rows.size)),
        "n_contacts": contacts,
        "n_missed": rng.binomial(contacts, MISSED),
        "n_meetings": np.where(rows.wave > 0, rng.binomial(contacts, ATTENDED), 0),
    }
    return {
        name: pd.Series(drawn.astype(np.float64)).clip(upper=limits(table.columns[name], 0.0, np.inf)[1])
        for name, drawn in numbers.items()
        if name in table.columns
    }


def _goals(world: World) -> pd.DataFrame | None:
    """Give the goals that were set: the table of goals is drawn again from its own stream, so it is the same."""
    table = world.codebook.recording("goals")
    frame = recorded_frame(table, world) if table else None
    family = table.with_role("family_id") if table else None
    return frame.rename(columns={family: "family_id"}) if frame is not None and family else None


def _goal_of(table: Table, frame: pd.DataFrame) -> pd.MultiIndex:
    family = table.with_role("family_id") or "family_id"
    names = [family if family in frame else "family_id", "goal_no"]
    return pd.MultiIndex.from_frame(frame[names].set_axis(["family", "goal"], axis=1))


def _ratings(table: Table, frame: pd.DataFrame, rows: Rows, world: World) -> pd.DataFrame:
    """Let goals begin at -1 or -2, and weigh as much as they did when they were set."""
    goals = _goals(world)
    if goals is not None and {"importance"} <= set(goals) & set(frame):
        weight = pd.Series(goals["importance"].to_numpy(), index=_goal_of(table, goals))
        known = weight.reindex(_goal_of(table, frame)).to_numpy()
        frame = frame.assign(importance=np.where(np.isnan(known), frame["importance"], known))
    lowest = world.streams.rng(table.table, "lowest").random(rows.size) < LOWEST
    begun = world.progress[rows.wave] <= 0 if rows.size else np.zeros(0, dtype=np.bool_)
    for name, column in table.columns.items():
        if column.goal is not None:
            start = coded(column, np.where(lowest, "-2", "-1").astype(object))
            frame = frame.assign(**{name: frame[name].mask(begun, start)})
    return frame
