"""How small a change a study of a given size would detect, by simulation through the procedures that it will use."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from math import isfinite, nan, sqrt
from multiprocessing import get_context

import numpy as np
from scipy.special import ndtri
from scipy.stats import norm

from fou_eval.measured import Detectable
from fou_eval.quantities import headline
from fou_eval.simulation.designs import SEED, USUAL_CORRELATION, Design, stream
from fou_eval.simulation.drawing import draw
from fou_eval.simulation.planned import Planned, typical
from fou_eval.statistics.catalogue import CATALOGUE
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import Kind

KINDS: tuple[Kind, ...] = ("scale", "ordinal", "binary", "count", "ladder")
FAMILIES = (10, 15, 20, 30, 40, 60)
DATASETS = 400
POWER, CONFIDENCE, DROPOUT, WAVES = 0.8, 0.95, 0.15, 2
LARGEST = 3.0  # standard deviations: a change beyond this is not looked for
_COARSE = 4  # the search begins on one data set in four

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """One cell of the table: an indicator, a number of families, and what is asked of the test."""

    planned: Planned
    families: int
    icc: float
    dropout: float
    waves: int
    confidence: float
    power: float
    datasets: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """What happened at one size of the change: where it was, share rejected, mean half-width, mean units."""

    shift: float
    rejected: float
    half_width: float
    units: float


def minimal_change(  # noqa: PLR0913 each names one property of the study, all but the first by keyword
    indicator: Kind | Planned,
    *,
    families: int = 20,
    members: Sequence[int] | None = None,
    icc: float = USUAL_CORRELATION,
    dropout: float = DROPOUT,
    waves: int = WAVES,
    confidence: float = CONFIDENCE,
    power: float = POWER,
    datasets: int = DATASETS,
    seed: int = SEED,
) -> Detectable:
    """Smallest change that the test shown first detects with the stated power, found by simulating the study.

    Parameters
    ----------
    indicator
        Kind of indicator (`scale`, `ordinal`, `binary`, `count`, `ladder`), or a planned one.
    families
        Families at entry, at least 2.
    members
        Members of families, from which each family draws one number; one to four, 2.6 on average, when left out.
    icc
        Correlation of the change of two members of a family, in [0, 1].
    dropout
        Share of the families lost from one wave to the next, in [0, 1).
    waves
        Waves from entry to the after-measurement, both counted; the test compares the first with the last.
    confidence, power
        Of the interval and its test, and of the test; in (0, 1).
    datasets
        Simulated data sets; the error falls with their root.
    seed
        Root of the random streams.

    Notes
    -----
    The same families, answers and drop-outs are used for every size of the change (common random numbers). Each step of
    the search takes the power to be Phi(b change - z) and moves to where that line passes the power asked for.

    Examples
    --------
    >>> found = minimal_change("scale", families=20, datasets=60)
    >>> 4 < found.change < 11, found.unit[1]
    (True, 'points on a scale with standard deviation 10')
    """
    planned = indicator if isinstance(indicator, Planned) else typical(indicator)
    if members is not None:
        planned = replace(planned, sizes=tuple(members))
    return _answer(
        _Question(
            planned=planned,
            families=families,
            icc=icc,
            dropout=dropout,
            waves=waves,
            confidence=confidence,
            power=power,
            datasets=datasets,
            seed=seed,
        )
    )


def power(  # noqa: PLR0913 as minimal_change
    indicators: Sequence[Kind | Planned] = KINDS,
    *,
    families: Sequence[int] = FAMILIES,
    members: Sequence[int] | None = None,
    icc: float = USUAL_CORRELATION,
    dropout: float = DROPOUT,
    waves: int = WAVES,
    confidence: float = CONFIDENCE,
    power: float = POWER,
    datasets: int = DATASETS,
    seed: int = SEED,
    processes: int = 1,
    progress: Progress = lambda done, total: None,  # noqa: ARG005 silent unless told otherwise
) -> tuple[Detectable, ...]:
    """Detectable change and half-width of the interval for several kinds of indicator and numbers of families.

    Parameters
    ----------
    indicators, families
        Rows of the table: every indicator with every number of families.
    members, icc, dropout, waves, confidence, power, datasets, seed
        As in `minimal_change`.
    processes
        Processes that work side by side; the result does not depend on it.
    progress
        Called with the rows done and all rows.

    Returns
    -------
    tuple
        One row per indicator and number of families, in the order asked for; `pandas.DataFrame(rows)` makes a frame,
        `fou_eval.figures.power(rows)` a figure.
    """
    questions = [
        _Question(
            planned=_with_members(indicator, members),
            families=size,
            icc=icc,
            dropout=dropout,
            waves=waves,
            confidence=confidence,
            power=power,
            datasets=datasets,
            seed=seed,
        )
        for indicator in indicators
        for size in families
    ]
    return tuple(_answered(questions, processes, progress))


def _with_members(indicator: Kind | Planned, members: Sequence[int] | None) -> Planned:
    planned = indicator if isinstance(indicator, Planned) else typical(indicator)
    return planned if members is None else replace(planned, sizes=tuple(members))


def _answered(questions: Sequence[_Question], processes: int, progress: Progress) -> list[Detectable]:
    answers: dict[int, Detectable] = {}
    progress(0, len(questions))
    if processes == 1 or len(questions) < 2:
        for place, question in enumerate(questions):
            answers[place] = _answer(question)
            progress(place + 1, len(questions))
    else:
        # The largest studies take longest, so they are begun first.
        order = sorted(range(len(questions)), key=lambda place: -questions[place].families)
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            running = {pool.submit(_answer, questions[place]): place for place in order}
            for done in as_completed(running):
                answers[running[done]] = done.result()
                progress(len(answers), len(questions))
    return [answers[place] for place in range(len(questions))]


def _answer(question: _Question) -> Detectable:
    """Search for the change, twice on a part of the data sets and then on all of them."""
    critical, wanted = float(ndtri((1 + question.confidence) / 2)), float(ndtri(question.power))
    shift = _start(question, critical + wanted)
    coarse = min(max(question.datasets // _COARSE, 20), question.datasets)
    for datasets in (coarse, coarse, question.datasets):
        trial = _try(question, min(shift, LARGEST), datasets)
        if trial.shift == LARGEST and trial.rejected < question.power:
            return _detectable(question, nan, nan, trial)
        slope = (_probit(trial.rejected, datasets) + critical) / trial.shift
        shift = min((wanted + critical) / slope, 2 * trial.shift) if slope > 0 else 2 * trial.shift
    steepness = float(norm.pdf(wanted)) * (wanted + critical) / shift
    error = sqrt(question.power * (1 - question.power) / question.datasets) / steepness
    return _detectable(question, shift, error, trial)


def _start(question: _Question, multiple: float) -> float:
    """Begin where the standard error of the mean of a normal standing would put the change (Bloom 1995)."""
    planned, share = question.planned, 1 - (1 - question.dropout) ** (question.waves - 1)
    members = float(np.mean(planned.sizes))
    variance = 2 * (1 - planned.stability) * (question.icc + (1 - question.icc) / members)
    return multiple * sqrt(variance / max(question.families * (1 - share), 2.0))


def _probit(share: float, of: int) -> float:
    return float(ndtri((share * of + 0.5) / (of + 1)))


def _try(question: _Question, shift: float, datasets: int) -> _Trial:
    """Run the procedure shown first on data sets in which everyone's standing moved by a shift to the better."""
    planned = question.planned
    leaving = 1 - (1 - question.dropout) ** (question.waves - 1)
    design = Design(
        kind=planned.kind,
        better=planned.better,
        families=question.families,
        icc=question.icc,
        stability=planned.stability,
        dropout="random" if leaving > 0 else "none",
        leaving=leaving,
        change=shift * _sign(planned),
        sizes=planned.sizes,
        margin=planned.margin,
        label=planned.outcome,
    )
    words = stream(question.seed, "power", design.name)
    drawn = draw(design, np.random.default_rng(words), datasets)
    run = CATALOGUE[headline(planned.kind)].function
    numbers = [run(pairs, confidence=question.confidence) for pairs in drawn]
    rejected = sum(number.p_value <= 1 - question.confidence + 1e-12 for number in numbers)
    widths = [(number.high - number.low) / 2 for number in numbers if isfinite(number.high - number.low)]
    return _Trial(
        shift=shift,
        rejected=rejected / datasets,
        half_width=float(np.mean(widths)) if widths else nan,
        units=_mean_units(drawn),
    )


def _mean_units(drawn: Sequence[Pairs]) -> float:
    return float(np.mean([pairs.n for pairs in drawn]))


def _sign(planned: Planned) -> int:
    return -1 if planned.better == "lower" else 1


def _detectable(question: _Question, shift: float, error: float, trial: _Trial) -> Detectable:
    planned, sign = question.planned, _sign(question.planned)
    sd, before = planned.margin.sd, planned.margin.mean()
    change = planned.margin.mean(sign * shift) - before if isfinite(shift) else nan
    step = 0.01
    steepness = (
        abs(planned.margin.mean(sign * (shift + step)) - before - change) / step if isfinite(shift) else nan
    )
    return Detectable(
        kind=planned.kind,
        statistic=headline(planned.kind),
        outcome=planned.outcome,
        label=planned.label,
        families=question.families,
        units=trial.units,
        change=change * planned.factor,
        change_sd=abs(change) / sd,
        error_sd=error * steepness / sd,
        half_width=trial.half_width * planned.factor,
        unit=planned.unit,
        power=question.power,
        confidence=question.confidence,
        icc=question.icc,
        dropout=question.dropout,
        waves=question.waves,
        datasets=question.datasets,
        seed=question.seed,
    )
