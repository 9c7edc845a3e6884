"""What a planned study would measure: the typical indicator of each kind, or one that a codebook declares."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.special import ndtr

from fou_eval.declaration import Indicator
from fou_eval.language import PHRASES
from fou_eval.quantities import headline, unit_text
from fou_eval.simulation.designs import SIZES, STABILITY, usual_stability
from fou_eval.simulation.margins import TYPICAL, Events, Margin, margin_of_shares
from fou_eval.simulation.own import own_designs
from fou_eval.statistics.catalogue import CATALOGUE
from fou_eval.statistics.pairs import Better
from fou_eval.statistics.registry import Kind
from fou_eval.study import Study

PER_YEAR = 12  # months
# Without data the standard deviation of a scale is taken to be a fifth of its range.
_RANGE_IN_SD = 5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Planned:
    """An indicator of which the detectable change is wanted.

    Attributes
    ----------
    kind, outcome, better
        Kind of indicator; name of a declared one, or empty; direction of improvement.
    label
        What readers call it, in Swedish and English.
    margin
        What is recorded.
    stability
        Correlation of a unit's standing at the two waves.
    sizes
        Members of families.
    factor, unit
        What a value is multiplied by to be written, and the unit that it is then counted in, Swedish and English.
    leaving
        Share of families that left in the data of the study; none where there are no data.
    """

    kind: Kind
    outcome: str = ""
    label: tuple[str, str]
    better: Better = "higher"
    margin: Margin | Events
    stability: float = STABILITY
    sizes: tuple[int, ...] = SIZES
    factor: float = 1.0
    unit: tuple[str, str]
    leaving: float | None = None


def typical(kind: Kind) -> Planned:
    """Give the typical indicator of a kind.

    Examples
    --------
    >>> typical("binary").unit
    ('procentenheter', 'percentage points')
    """
    margin = TYPICAL[kind, "plain"]
    if isinstance(margin, Events):
        margin = replace(margin, spans=(float(PER_YEAR),))
    return Planned(
        kind=kind,
        label=PHRASES[f"kind.{kind}"],
        better="lower" if kind == "count" else "higher",
        margin=margin,
        stability=usual_stability(kind),
        factor={"binary": 100.0, "count": float(PER_YEAR)}.get(kind, 1.0),
        unit=PHRASES[f"power.unit.{kind}"],
    )


def declared(indicator: Indicator) -> Planned:
    """Give an indicator as the codebook declares it, for a study without data.

    A scale is taken to be normal between its ends, with the mean and standard deviation of its norm where one is
    declared; codes and steps to be bell-shaped; yes and no as likely as in the typical indicator.
    """
    usual = typical(indicator.kind)
    if indicator.kind in {"binary", "count"}:
        return replace(usual, outcome=indicator.name, label=_label(indicator), better=_direction(indicator))
    return replace(
        usual,
        outcome=indicator.name,
        label=_label(indicator),
        better=_direction(indicator),
        margin=declared_margin(indicator),
        factor=1.0,
        unit=_unit(indicator),
    )


def declared_margin(indicator: Indicator) -> Margin:
    """Give the values that a column allows, normal between its ends."""
    column = indicator.column
    codes = sorted(column.values().values())
    low = float(codes[0]) if codes else float(column.min) if isinstance(column.min, (int, float)) else 0.0
    high = (
        float(codes[-1])
        if codes
        else float(column.max)
        if isinstance(column.max, (int, float))
        else low + 100
    )
    step = 1.0 if codes else column.resolution or (high - low) / 100
    values = (
        np.array(codes) if codes else low + step * np.arange(int(np.floor((high - low) / step + 1e-9)) + 1)
    )
    mean = column.norm.mean if column.norm else (low + high) / 2
    sd = column.norm.sd if column.norm else (high - low) / _RANGE_IN_SD
    reached = ndtr((values[1:] - step / 2 - mean) / sd)
    shares = np.diff(np.concatenate([[0.0], reached, [1.0]]))
    return margin_of_shares(values, np.maximum(shares, 1e-12), step)


def of_study(study: Study, outcome: str | None = None) -> tuple[Planned, ...]:
    """Give the indicators of a study with the values, families and drop-outs in its data.

    Parameters
    ----------
    study
        A study with data.
    outcome
        Name of one indicator; the primary indicators of the plan when left out.

    Raises
    ------
    DeclarationError
        If there is no such indicator; says which name may have been meant.
    """
    wanted = [study.codebook.indicator(outcome).name] if outcome else list(study.plan.primary.values())
    found = []
    for design in own_designs(study, correlations=(0.3,)):
        if design.label in wanted:
            indicator = study.codebook.indicator(design.label)
            usual = typical(indicator.kind)
            found.append(
                Planned(
                    kind=design.kind,
                    outcome=design.label,
                    label=_label(indicator),
                    better=design.better,
                    margin=design.recorded,
                    stability=design.stability,
                    sizes=design.sizes,
                    factor=usual.factor if indicator.kind == "binary" else 1.0,
                    unit=usual.unit if indicator.kind == "binary" else _unit(indicator),
                    leaving=design.leaving,
                )
            )
    return tuple(found)


def _direction(indicator: Indicator) -> Better:
    return "lower" if indicator.better == "lower" else "higher"


def _unit(indicator: Indicator) -> tuple[str, str]:
    scale = CATALOGUE[headline(indicator.kind)].scale
    return (unit_text(scale, indicator.column, "sv"), unit_text(scale, indicator.column, "en"))


def _label(indicator: Indicator) -> tuple[str, str]:
    return (indicator.label("sv"), indicator.label("en"))
