"""What simulations measured: how often each procedure is right, and how small a change a study can detect."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from io import StringIO
from math import isfinite, nan
from pathlib import Path
from typing import Literal

TABLE = Path(__file__).parent / "simulation" / "calibration.csv"

What = Literal["type_1", "coverage", "power"]
# What a reader is shown with an interval: the headline of each kind and its second opinions.
SHOWN = (
    *("family_mean_change", "family_mean_change_exact", "family_rate_change", "family_rate_change_exact"),
    *("mean_change", "paired_difference", "net_improvement", "rate_ratio", "change_from_entry"),
)
USUAL = ("person_t", "person_wilcoxon", "cluster_bootstrap", "mixed_model")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How often a procedure did something in simulated data sets of one design: a row of the calibration table.

    Attributes
    ----------
    statistic
        Name in the catalogue, or of a naive procedure that stands beside it.
    kind, shape
        Kind of indicator; `plain`, `zeros` (many zeros, long tail) or `skewed` (mean-zero change, not symmetric).
    families, icc, dropout, change
        Families at entry, correlation of change within families, who leaves (`none`, `random`, `before`), and the
        true change, in standard deviations.
    what
        `type_1`: rejects at 5 % although nothing changed; `coverage`: the 95 % interval holds the true value;
        `power`: rejects when something changed.
    rate, mc_error
        Share of the data sets that gave a p-value or interval, and its Monte Carlo standard error. A data set without
        p-value counts as not rejected.
    width
        Mean width of the intervals; nan for rates of tests.
    given
        Share of the data sets that gave a p-value or an interval at all.
    datasets, seed, version
        Simulated data sets, root of the random streams, version of fou_eval.
    """

    statistic: str
    kind: str
    shape: str
    families: int
    icc: float
    dropout: str
    change: float
    what: str
    rate: float
    mc_error: float
    width: float
    given: float
    datasets: int
    seed: int
    version: str

    @property
    def symmetric(self) -> bool:
        """Whether the design is one in which every default is meant to be right."""
        return self.shape != "skewed" and self.dropout != "before"


COLUMNS = tuple(field.name for field in fields(Rate))
_TYPES = {field.name: field.type for field in fields(Rate)}
_DECIMALS = {"icc": 2, "change": 2, "rate": 4, "mc_error": 4, "width": 4, "given": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """What was measured in the designs nearest to a study: the smallest and the largest rate over them.

    Attributes
    ----------
    families
        Families in those designs.
    type_1, coverage
        Lowest and highest rate, or none where the procedure offers no test or no interval.
    datasets
        Data sets per design.
    mc_error
        Largest Monte Carlo standard error of the rates.
    """

    statistic: str
    kind: str
    families: int
    type_1: tuple[float, float] | None
    coverage: tuple[float, float] | None
    datasets: int
    mc_error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Detectable:
    """How small a change a study of a given size would detect.

    Attributes
    ----------
    kind, statistic
        Kind of indicator and the procedure that is shown first for it.
    outcome
        Name of a declared indicator, or empty for the typical one of its kind.
    label
        What readers call it, in Swedish and English.
    families, units
        Families at entry; persons with both measurements, on average.
    change, change_sd
        The change in the indicator's own unit, and in standard deviations of one wave; nan where no possible change
        would be detected often enough.
    error_sd
        Monte Carlo standard error of `change_sd`.
    half_width
        Mean half-width of the interval at that change, in the indicator's own unit.
    unit
        The unit in Swedish and English.
    power, confidence, icc, dropout, waves
        What it was computed for.
    datasets, seed
        Simulated data sets, and the root of the random streams.
    """

    kind: str
    statistic: str
    outcome: str
    label: tuple[str, str]
    families: int
    units: float
    change: float
    change_sd: float
    error_sd: float
    half_width: float
    unit: tuple[str, str]
    power: float
    confidence: float
    icc: float
    dropout: float
    waves: int
    datasets: int
    seed: int


def write_rates(rates: Iterable[Rate], path: Path) -> None:
    """Write rates to a file that `read_rates` reads."""
    path.write_bytes(rates_csv(rates))


def rates_csv(rates: Iterable[Rate]) -> bytes:
    """Write rates as a table with fixed decimals, sorted, the same bytes for the same rates."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted([_written(rate, name) for name in COLUMNS] for rate in rates))
    return text.getvalue().encode()


def read_rates(path: Path) -> tuple[Rate, ...]:
    """Read a table that `write_rates` wrote; none where there is no file."""
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Rate(**{name: _read(name, text) for name, text in row.items()})  # type: ignore[arg-type]
            for row in csv.DictReader(file)
        )


@cache
def measured_rates() -> tuple[Rate, ...]:
    """Give the calibration table that comes with the package."""
    return read_rates(TABLE)


def measured_calibration(
    statistic: str, kind: str, families: int, rates: Iterable[Rate] | None = None
) -> Calibrated | None:
    """Find how a procedure did in the simulated designs nearest to a study.

    Nearest are the symmetric designs of the same kind of indicator without drop-outs, with the number of families
    closest to the study's own (the smaller one of two that are as close), at every correlation within families.

    Parameters
    ----------
    statistic, kind
        Name in the catalogue, and kind of indicator.
    families
        Families with both measurements.
    rates
        Another table than the one that comes with the package.

    Examples
    --------
    >>> found = measured_calibration("family_mean_change", "ordinal", 18)
    >>> found is None or (found.statistic, found.families)
    ('family_mean_change', 20)
    """
    near = nearest_rates(statistic, kind, families, rates)
    if not near:
        return None
    return Calibrated(
        statistic=statistic,
        kind=kind,
        families=near[0].families,
        type_1=_range(near, "type_1"),
        coverage=_range(near, "coverage"),
        datasets=min(rate.datasets for rate in near),
        mc_error=max(rate.mc_error for rate in near),
    )


def nearest_rates(
    statistic: str, kind: str, families: int, rates: Iterable[Rate] | None = None
) -> tuple[Rate, ...]:
    """Give the rates of a procedure in the simulated designs nearest to a study; see `measured_calibration`.

    Examples
    --------
    >>> {rate.families for rate in nearest_rates("family_mean_change", "ordinal", 18)} <= {20}
    True
    """
    known = _usual_designs() if rates is None else _by_procedure(rates)
    same = known.get((statistic, kind), ())
    sizes = (rate.families for rate in same)
    nearest = min(sizes, key=lambda size: (abs(size - families), size), default=0)
    return tuple(rate for rate in same if rate.families == nearest)


@cache
def _usual_designs() -> dict[tuple[str, str], tuple[Rate, ...]]:
    return _by_procedure(measured_rates())


def _by_procedure(rates: Iterable[Rate]) -> dict[tuple[str, str], tuple[Rate, ...]]:
    """Group the rates without change, drop-out and skewness by procedure and kind of indicator."""
    found: dict[tuple[str, str], list[Rate]] = {}
    for rate in rates:
        if (rate.dropout, rate.change) == ("none", 0) and rate.symmetric:
            found.setdefault((rate.statistic, rate.kind), []).append(rate)
    return {name: tuple(group) for name, group in found.items()}


def _range(rates: tuple[Rate, ...], what: What) -> tuple[float, float] | None:
    found = [rate.rate for rate in rates if rate.what == what and isfinite(rate.rate)]
    return (min(found), max(found)) if found else None


def _written(rate: Rate, name: str) -> str:
    value = getattr(rate, name)
    if name not in _DECIMALS:
        return str(value)
    return f"{value:.{_DECIMALS[name]}f}" if isfinite(value) else ""


def _read(name: str, text: str) -> object:
    if _TYPES[name] is float:
        return float(text) if text else nan
    return int(text) if _TYPES[name] is int else text
