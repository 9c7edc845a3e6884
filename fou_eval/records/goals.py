"""Goals of the families: who set them, and how many reached the level expected, by area and by who set them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Indicator
from fou_eval.estimates import Estimate
from fou_eval.records.amounts import DOMINATED, amount, dominated, joined
from fou_eval.records.groups import Groups, codes_of, declared_codes, partitions
from fou_eval.records.rows import Rows, rows_of
from fou_eval.study import Study

BY_FAMILY, REACHED, WORSE = "goals_set_by_family", "goals_reached_where", "goals_worse_where"
# Codes of the column set_by that are the family itself; every other code is somebody else.
FAMILY_CODES = ("family", "parent", "child", "joint")
COUNTED = ("area", "set_by")
AS_EXPECTED = 0.0  # on the scale from -2 to 2

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Followed:
    """The goals of families that had reached the after-wave, with what became of each.

    Attributes
    ----------
    rows
        The goals.
    ahead
        The goals of the other families, which are counted and not yet followed up.
    sensitive
        Whether the goals or their ratings are; the threshold of the rows is then the higher one.
    reached
        Rated as expected or better at the after-wave; a goal that nobody rated there was not reached.
    worse
        Rated lower at the after-wave than at the before-wave.
    apart
        Families with goals in which being reached and being better than before differ, each way; shape (2,).
    unchanged
        Families with goals that were rated the same before and after.
    without_entry
        Whether goals were rated after and not before.
    """

    rows: Rows
    ahead: Rows
    sensitive: bool
    reached: Flags
    worse: Flags
    apart: tuple[int, int]
    unchanged: int
    without_entry: bool


def goals(study: Study) -> Iterator[Estimate]:
    """Count who set the goals and which were reached at the after-wave of the contrast.

    Every goal of a family that had reached the after-wave counts once. One that was not rated there counts as not
    reached: those who stop following a goal up would otherwise raise the share. Codes of few families are merged as in
    the counts of goals, and further until both those with and those without a reached goal are as many as the smallest
    cell, so that no two tables can be subtracted from each other.
    """
    rows = rows_of(study, "goals")
    if rows is None or rows.family.size == 0:
        return
    yield from set_by_family(rows)
    found = followed(study, rows)
    if found is None or found.rows.family.size == 0:
        return
    limit = _told(found.rows.threshold, families(found.ahead.family), *found.apart)
    for parts, here in followed_groups(rows, found):
        yield _share(found, REACHED, found.reached, here, limit, *parts)
        yield _share(found, WORSE, found.worse, here, limit, *parts)


def followed_groups(rows: Rows, found: Followed) -> Iterator[tuple[tuple[str, ...], Flags]]:
    """Give all goals that were followed up, then those of each group by column; name and codes, and which goals."""
    yield (), np.ones_like(found.reached)
    for name in COUNTED:
        if name not in rows.table.columns:
            continue
        codes = codes_of(found.rows.frame[name]).astype(str)
        for group in joined_sides(found, codes, name, partitions(rows)[name]):
            yield (name, joined(group)), np.isin(codes, group)


def set_by_family(rows: Rows) -> Iterator[Estimate]:
    """Give the share of goals that the family itself set.

    Beside the counts of each code the share would give away a code that is counted together with others on the other
    side; the smallest of these parts decides whether it may be shown.
    """
    codes = codes_of(rows.frame["set_by"])
    declared = declared_codes(rows.table.columns["set_by"], codes)
    own = tuple(code for code in declared if code in FAMILY_CODES)
    if not own or set(own) == set(declared):
        return
    inside = np.isin(codes.astype(str), own)
    parts = [families(rows.family[side]) for side in (inside, ~inside)]
    for group in partitions(rows)["set_by"]:
        here = np.isin(codes.astype(str), group)
        parts += [n for n in (families(rows.family[here & side]) for side in (inside, ~inside)) if n]
    base = amount(rows, BY_FAMILY, "set_by", joined(own), value=float(inside.mean()), scale="proportion")
    most = any(dominated(rows.family[side]) for side in (inside, ~inside))
    note = DOMINATED if most else base.note
    yield replace(base, families_in=min(parts), families_out=parts[1], note=note)


def followed(study: Study, rows: Rows) -> Followed | None:
    """Join goals with their ratings at both waves of the contrast, by family, person where there is one, and number."""
    found = rated(study, rows)
    if found is None:
        return None
    indicator, target = found
    contrast, measured = study.plan.contrast, study.measured(indicator)
    ratings = rows_of(study, "goal_ratings")
    own = rows if ratings is None else replace(rows, threshold=max(rows.threshold, ratings.threshold))
    names = pd.Series(study.unit_ids(rows.table.table), index=study.tables[rows.table.table].index)
    whose = names.loc[rows.frame.index].astype(str)
    due = study.due[rows.family, list(study.codebook.waves).index(contrast.after)]
    place = pd.Index(measured.units.astype(str)).get_indexer(pd.Index(whose))
    if not (place >= 0).any():
        return None
    before, after = (
        np.where(place >= 0, measured.at(wave)[place], np.nan) for wave in (contrast.before, contrast.after)
    )
    reached, better = after >= target, after > before
    paired = ~np.isnan(before) & ~np.isnan(after)
    apart = [families(rows.family[paired & due & side]) for side in (reached & ~better, better & ~reached)]
    return Followed(
        rows=own.of(due),
        ahead=own.of(~due),
        sensitive=rows.sensitive or (ratings is not None and ratings.sensitive),
        reached=reached[due],
        worse=(after < before)[due],
        apart=(apart[0], apart[1]),
        unchanged=families(rows.family[due & (after == before)]),
        without_entry=bool((np.isnan(before) & ~np.isnan(after))[due].any()),
    )


def rated(study: Study, rows: Rows) -> tuple[Indicator, float | NDArray[np.float64]] | None:
    """Find the indicator by which goals are rated, and the level from which each goal is reached.

    Attainment from -2 to 2 is reached from 0. On any other scale each goal needs a target of its own, in a column
    target of the table of goals; without one nothing says which level was expected, and nothing is computed.
    """
    table = study.codebook.recording("goal_ratings")
    own = [item for item in study.codebook.indicators() if table is not None and item.table == table.table]
    attained = next((item for item in own if item.column.goal is not None), None)
    if attained is not None:
        return attained, AS_EXPECTED
    scale = next((item for item in own if item.better == "higher"), None)
    if scale is None or "target" not in rows.table.columns:
        return None
    target = rows.frame["target"].astype("Float64").to_numpy(np.float64, na_value=np.nan)
    return scale, np.where(np.isnan(target), np.inf, target)


def joined_sides(found: Followed, codes: NDArray[np.str_], name: str, groups: Groups) -> Groups:
    """Merge groups until each has as many families on both sides as the smallest cell; none where one would be left.

    So many stand behind the goals of a group that are not yet followed up, too: the counts of all goals tell them. A
    side of which one family has more than half counts as one of no family.

    Parameters
    ----------
    found
        The goals.
    codes
        The code of each goal, shape (goals,).
    name
        The column that holds the codes.
    groups
        Groups of codes as they are counted; what is merged is whole groups.
    """
    later = codes_of(found.ahead.frame[name]).astype(str)

    def smaller(parts: Groups) -> int:
        group = [code for part in parts for code in part]
        here = np.isin(codes, group)
        sides = [found.rows.family[here & side] for side in (found.reached, ~found.reached)]
        left_out = families(found.ahead.family[np.isin(later, group)])
        counted = [0 if dominated(side) else families(side) for side in sides]
        return min([*counted, *([left_out] if left_out else [])])

    alone = [group for group in groups if smaller((group,)) >= found.rows.threshold]
    rest = [group for group in groups if group not in alone]
    by_size = sorted(alone, key=lambda group: (smaller((group,)), groups.index(group)))
    while rest and by_size and smaller(tuple(rest)) < found.rows.threshold:
        rest.append(by_size.pop(0))
    kept = [group for group in groups if group in by_size]
    if rest:
        kept.append(tuple(code for group in groups if group in rest for code in group))
    return tuple(kept) if len(kept) > 1 else ()


def _share(
    found: Followed, statistic: str, inside: Flags, here: Flags, limit: int | None, *parts: str
) -> Estimate:
    """Make a share of the goals in a group; a goal that got worse has two other sides, reached and neither."""
    sides = [here & inside, here & ~inside]
    if statistic == WORSE:
        sides = [here & inside, here & found.reached, here & ~inside & ~found.reached]
    counted = [families(found.rows.family[side]) for side in sides]
    most = any(dominated(found.rows.family[side]) for side in (here & inside, here & ~inside))
    if statistic == WORSE:  # beside the shares of the indicator it would tell how many stayed the same
        counted.append(found.unchanged)
    if limit is not None:
        counted.append(limit)
    own = found.rows.of(here)
    base = amount(own, statistic, *parts, value=float(inside[here].mean()), scale="proportion")
    note = "some_goals_without_entry" if statistic == WORSE and found.without_entry else ""
    return replace(
        base,
        sensitive=found.sensitive,
        families_in=counted[0],
        families_out=min(counted[1:]),
        note=DOMINATED if most or base.note else note,
    )


def _told(threshold: int, *apart: int) -> int | None:
    """Give the fewest families that other numbers about the same goals would single out; none where none are few."""
    few = [count for count in apart if 0 < count < threshold]
    return min(few) if few else None


def families(family: NDArray[np.int64]) -> int:
    """Count distinct families."""
    return int(np.unique(family).size)
