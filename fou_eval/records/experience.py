"""Number of services against feeling helped: the finding that was carried in from an earlier study, tried here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Column
from fou_eval.estimates import Estimate
from fou_eval.records.amounts import amount
from fou_eval.records.rows import Rows, rows_of
from fou_eval.statistics.association import rank_association
from fou_eval.study import Study
from fou_eval.windows import Days, day_after, first_day

STATISTIC = "services_and_helped"
ENTRY, LAST = "entry", "last"
MONTHS = 12  # the window in which services are counted
AGREEING = 0.95  # rounds to 1.0
_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Both:
    """Services and feeling helped of the families that have both at some wave.

    Attributes
    ----------
    family
        Number of each family, shape (G,).
    services
        Services that went on at any time in the twelve months before the wave, shape (G,).
    helped
        Mean of what the family's persons answered, shape (G,).
    partial
        Whether families were left out because the records do not cover all of their twelve months.
    """

    family: NDArray[np.int64]
    services: NDArray[np.float64]
    helped: NDArray[np.float64]
    partial: bool


def experience(study: Study) -> Iterator[Estimate]:
    """Correlate the number of services with feeling helped over families, at entry and at each family's last wave.

    A study of families in six municipalities found that those with the most services felt least helped. That is a
    hypothesis which the project carried in. A correlation says whether families with more services felt more or less
    helped, not why: more services were given where the need was larger.
    """
    services, answers = rows_of(study, "services"), rows_of(study, "experience")
    entered = entry_days(study)
    if services is None or answers is None or not entered:
        return
    sensitive = services.sensitive or answers.sensitive
    for when, waves in ((ENTRY, _first(study)), (LAST, _later(study))):
        found = both(study, services, answers, waves, entered)
        number = rank_association(
            found.services,
            found.helped,
            study.plan.stream("services_and_helped", when),
            confidence=study.plan.confidence,
        )
        base = amount(services, STATISTIC, when, value=number.value, scale="index")
        yield replace(
            base,
            low=number.low,
            high=number.high,
            p_value=number.p_value,
            p_exact=number.p_exact,
            confidence=study.plan.confidence,
            sensitive=sensitive,
            n=found.family.size,
            n_families=found.family.size,
            families_in=None,
            note=_note(number.value, number.note, partial=found.partial),
        )


def _note(value: float, note: str, *, partial: bool) -> str:
    """Say what is to be said; where the ranks agree, whoever knows one value of each family knows the other."""
    if abs(value) >= AGREEING:
        return "ranks_agree"
    return note or ("some_windows_not_covered" if partial else "")


def entry_days(study: Study) -> Mapping[int, np.datetime64]:
    """Give the first day of the month in which each family entered, by number; empty where no table records it."""
    table = study.codebook.recording("families")
    if table is None:
        return {}
    frame = study.tables[table.table].dropna(subset=["entry_month"])
    numbers = frame[table.with_role("family_id")].map(study.family_numbers)
    months = first_day(frame["entry_month"]).astype("datetime64[M]").astype("datetime64[D]")
    return {int(number): day for number, day in zip(numbers, months, strict=True)}


def both(
    study: Study,
    services: Rows,
    answers: Rows,
    waves: Mapping[str, float],
    entered: Mapping[int, np.datetime64],
) -> Both:
    """Join the services of each family with its answers at the last of some waves at which it answered.

    Parameters
    ----------
    study
        Says until when data were collected.
    services, answers
        Rows of the two tables.
    waves
        Months from entry to each wave, in time order.
    entered
        First day of each family's month of entry, by its number.
    """
    helped = helped_of(answers)
    at = answers.frame[answers.table.with_role("wave")].map(waves).to_numpy(np.float64)
    known = np.isfinite(helped) & np.isfinite(at) & np.isin(answers.family, list(entered))
    frame = pd.DataFrame({"family": answers.family, "at": at, "helped": helped})[known]
    last = frame[frame["at"] == frame.groupby("family")["at"].transform("max")]
    means = last.groupby("family", sort=True).agg(at=("at", "first"), helped=("helped", "mean"))
    family = means.index.to_numpy(np.int64)
    entry = np.array([entered[int(number)] for number in family], dtype="datetime64[D]")
    counted, covered = ongoing(study, services, family, _months_on(entry, means["at"].to_numpy(np.float64)))
    return Both(
        family=family[covered],
        services=counted[covered],
        helped=means["helped"].to_numpy(np.float64)[covered],
        partial=not bool(covered.all()),
    )


def helped_of(answers: Rows) -> NDArray[np.float64]:
    """Give what each row answers as a number: its code where codes are whole numbers, else its place among them."""
    column: Column = answers.table.columns["helped"]
    places = column.values()
    values = answers.frame["helped"].astype(object)
    if places:
        return values.map(lambda code: places.get(str(code), np.nan)).to_numpy(np.float64)
    return pd.to_numeric(values, errors="coerce").to_numpy(np.float64)


def ongoing(
    study: Study, services: Rows, family: NDArray[np.int64], end: Days
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Count each family's services that went on at any time in the twelve months before a day.

    Parameters
    ----------
    study, services
        As for `both`.
    family, end
        Number of each family and the first day after its window, shape (G,).

    Returns
    -------
    tuple of array
        Services of each family, and whether the records cover the whole of its window; both of shape (G,).
    """
    start = _months_on(end, np.full(end.size, -float(MONTHS)))
    far = np.datetime64("9999-12-31", "D")
    begun = first_day(services.frame["start"])
    months = "end" in services.table.columns and services.table.columns["end"].type == "month"
    ended = (
        day_after(services.frame["end"], months=months, ongoing=far)
        if "end" in services.frame
        else np.full(begun.size, far)
    )
    counted = [
        float(np.sum((services.family == number) & (begun < last) & (ended > first)))
        for number, first, last in zip(family, start, end, strict=True)
    ]
    since, until = services.table.complete_from, study.codebook.data_until
    covered = np.ones(family.size, dtype=np.bool_)
    if since is not None:
        covered &= start >= np.datetime64(since, "D")
    if until is not None:
        covered &= end <= np.datetime64(until, "D") + _DAY
    return np.array(counted, dtype=np.float64), covered


def _months_on(days: Days, months: NDArray[np.float64]) -> Days:
    whole = days.astype("datetime64[M]") + months.astype(np.int64).astype("timedelta64[M]")
    moved: Days = whole.astype("datetime64[D]")
    return moved


def _first(study: Study) -> dict[str, float]:
    return {code: float(wave.months) for code, wave in study.codebook.waves.items() if wave.months <= 0}


def _later(study: Study) -> dict[str, float]:
    return {code: float(wave.months) for code, wave in study.codebook.waves.items() if wave.months > 0}
