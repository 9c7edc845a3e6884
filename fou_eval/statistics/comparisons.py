"""Change compared between groups: child or adult, centre, who rated."""

from dataclasses import dataclass, replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.clustered import CR2_FORMULA, clustered_mean
from fou_eval.statistics.coefficient import (
    COEFFICIENT_FORMULA,
    COEFFICIENT_SOURCE,
    coefficient,
    joint_coefficients,
)
from fou_eval.statistics.levels import Levels, levels
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import EVERY_KIND, INTERVAL_AND_TEST, TEST, statistic

Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grouped:
    """Pairs of units that belong to one of two groups.

    Attributes
    ----------
    pairs
        The units with both values.
    group
        0 for the first group as declared, 1 for the second, -1 where it is not known, shape (n,).
    """

    pairs: Pairs
    group: Codes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Partitioned:
    """Pairs of units that belong to one of several groups.

    Attributes
    ----------
    pairs
        The units with both values.
    group
        Place of the unit's group in the declared order, from 0, -1 where it is not known, shape (n,).
    """

    pairs: Pairs
    group: Codes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rated:
    """Pairs of ratings, with who rated.

    Attributes
    ----------
    pairs
        The units with both values.
    before, after
        Who rated at either wave: place of the rater in the declared order, the family's own advocate first; -1 where it
        is not known, shape (n,).
    """

    pairs: Pairs
    before: Codes
    after: Codes


@statistic(
    name="group_difference",
    formula="Σ d / n in the second group − Σ d / n in the first" + COEFFICIENT_FORMULA,
    offers=INTERVAL_AND_TEST,
    kinds=EVERY_KIND,
    source=COEFFICIENT_SOURCE,
    scale="change",
    takes=Grouped,
)
def group_difference(evidence: Grouped, *, confidence: float) -> Number:
    """Mean change in the second group minus mean change in the first, with CR2 by family and Satterthwaite's t.

    Notes
    -----
    A family may have members in both groups. `families_in` and `families_out` are the families with a member in the
    second and in the first group.

    Examples
    --------
    >>> pairs = Pairs.of([0] * 8, [0, 1, 2, 1, 3, 2, 4, 3])
    >>> number = group_difference(Grouped(pairs=pairs, group=np.repeat([0, 1], 4)), confidence=0.95)
    >>> f"{number.value:.1f}", number.families_in, f"{number.p_value:.4f}"
    ('2.0', 4, '0.0134')
    """
    return _difference(levels(evidence.pairs), evidence.pairs.family, evidence.group, confidence)


@statistic(
    name="group_any_difference",
    formula=(
        "F = (η − q + 1) / (η q) b' V^-1 b, b = differences in Σ d / n of q groups from the first, V = CR2 by family, "
        "η by matching the variance of V; p from F(q, η − q + 1), none given where η − q + 1 < 4"
    ),
    offers=TEST,
    kinds=EVERY_KIND,
    source="Pustejovsky & Tipton (2018), JBES 36, 672-683, section 3.2; Zhang (2012), Open J. Stat. 2, 1-11",
    scale="score",
    takes=Partitioned,
)
def group_any_difference(evidence: Partitioned, *, confidence: float) -> Number:  # noqa: ARG001
    """Whether mean change differs between any of several groups: one F statistic (HTZ) with CR2 by family.

    Notes
    -----
    A family may have members in several groups. `families_in` are the families with a member in the group that has
    fewest of them, `families_out` those with a member in any other; `df` is that of the denominator.

    Examples
    --------
    >>> pairs = Pairs.of([0] * 12, [0, 1, 2, 1, 3, 2, 4, 3, 1, 1, 2, 0])
    >>> number = group_any_difference(Partitioned(pairs=pairs, group=np.repeat([0, 1, 2], 4)), confidence=0.95)
    >>> f"{number.value:.2f} {number.df:.2f} {number.p_value:.4f}"
    '6.81 5.75 0.0304'
    """
    found, family = levels(evidence.pairs), evidence.pairs.family
    known = (evidence.group >= 0) & found.usable
    group, family = evidence.group[known], family[known]
    present = np.unique(group)
    if present.size < 2:
        return Number(value=nan, note="one_group" if present.size else found.note or "no_group")
    design = np.column_stack([np.ones(group.size), *(group == code for code in present[1:])])
    smallest = min(present, key=lambda code: (np.unique(family[group == code]).size, code))
    sides = {
        "families_in": int(np.unique(family[group == smallest]).size),
        "families_out": int(np.unique(family[group != smallest]).size),
    }
    number = joint_coefficients(found.change[known], design, family, columns=range(1, present.size))
    left_out = "" if known.all() else found.note or "some_not_compared"
    return replace(number, note=number.note or left_out, **sides)


@statistic(
    name="rater_difference",
    formula=(
        "Σ d / n where the first rater rated at both waves − Σ d / n where another did" + COEFFICIENT_FORMULA
    ),
    offers=INTERVAL_AND_TEST,
    kinds=EVERY_KIND,
    source=COEFFICIENT_SOURCE,
    scale="change",
    takes=Rated,
)
def rater_difference(evidence: Rated, *, confidence: float) -> Number:
    """Mean change as rated by the first declared rater minus mean change as rated by others, with CR2 by family.

    Notes
    -----
    Units whose rater was not the same at both waves are left out. `families_in` are the families rated by the first
    declared rater, the family's own advocate as a rule, and `families_out` those rated by others.

    Examples
    --------
    >>> pairs = Pairs.of([0] * 8, [0, 1, 2, 1, 3, 2, 4, 3])
    >>> raters = np.repeat([1, 0], 4)
    >>> number = rater_difference(Rated(pairs=pairs, before=raters, after=raters), confidence=0.95)
    >>> f"{number.value:.1f}"
    '2.0'
    """
    own = np.where(evidence.before == 0, 1, 0)
    own[~_same_rater(evidence)] = -1
    return _difference(levels(evidence.pairs), evidence.pairs.family, own, confidence)


@statistic(
    name="same_rater_change",
    formula="Σ d / n over the units that the same rater rated at both waves" + CR2_FORMULA,
    offers=INTERVAL_AND_TEST,
    kinds=EVERY_KIND,
    source="Pustejovsky & Tipton (2018), JBES 36, 672-683",
    scale="change",
    takes=Rated,
)
def same_rater_change(evidence: Rated, *, confidence: float) -> Number:
    """Mean change of the units that the same rater rated at both waves, with CR2 by family.

    Notes
    -----
    `families_in` and `families_out` are the families with a unit whose rater was the same, and with one whose was not.

    Examples
    --------
    >>> pairs = Pairs.of([0] * 4, [1, 2, 3, 9])
    >>> raters = np.array([0, 0, 1, 1])
    >>> same_rater_change(Rated(pairs=pairs, before=raters, after=np.array([0, 0, 1, 0])), confidence=0.95).value
    2.0
    """
    return change_among(evidence.pairs, _same_rater(evidence), confidence=confidence, notes=_RATER_NOTES)


_RATER_NOTES = ("nobody_same_rater", "everybody_same_rater")


def _same_rater(evidence: Rated) -> NDArray[np.bool_]:
    same: NDArray[np.bool_] = (evidence.before == evidence.after) & (evidence.before >= 0)
    return same


def change_among(
    pairs: Pairs, members: NDArray[np.bool_], *, confidence: float, notes: tuple[str, str]
) -> Number:
    """Mean change among some of the units, with CR2 by family and the families on either side.

    Parameters
    ----------
    members
        Which units are meant, shape (n,).
    confidence
        Coverage of the interval, in (0, 1).
    notes
        What is said when none of the units, and when all of them, are meant.
    """
    found = levels(pairs)
    chosen, rest = members & found.usable, ~members & found.usable
    sides = {
        "families_in": np.unique(pairs.family[chosen]).size,
        "families_out": np.unique(pairs.family[rest]).size,
    }
    if not chosen.any():
        return Number(value=nan, note=notes[0] if rest.any() else found.note, **sides)
    number = clustered_mean(
        found.change[chosen], pairs.family[chosen], confidence=confidence, resolution=found.resolution
    )
    return replace(number, note=number.note or found.note or ("" if rest.any() else notes[1]), **sides)


def _difference(found: Levels, family: Codes, group: Codes, confidence: float) -> Number:
    """Regress the change on the second group."""
    known = (group >= 0) & found.usable
    second = group[known] == 1
    sides = [int(np.unique(family[known][part]).size) for part in (second, ~second)]
    if not min(sides):
        note = "one_group" if known.any() else found.note or "no_group"
        return Number(value=nan, families_in=sides[0], families_out=sides[1], note=note)
    design = np.column_stack([np.ones(second.size), second])
    number = coefficient(found.change[known], design, family[known], column=1, confidence=confidence)
    left_out = "" if known.all() else found.note or "some_not_compared"
    return replace(
        number, families_in=sides[0], families_out=sides[1], note=number.note or left_out or found.note
    )
