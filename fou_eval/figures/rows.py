"""What a release says about an indicator, and in words why it says nothing."""

from collections.abc import Iterable
from math import isfinite, isnan

from fou_eval.declaration.codebook import Column, Indicator
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import Estimate
from fou_eval.formatting import count_range, day, interval_label, number
from fou_eval.language import PHRASES, phrase
from fou_eval.quantities import estimate_text, interval_text

UNITS = {"person": "persons", "goal": "goals"}
"""What is counted beside families where it is what was measured."""


def shown(row: Released | None) -> Estimate | None:
    """Give the estimate of a row that has a number to show."""
    if row is None or row.decision.status == "withheld" or isnan(row.estimate.value):
        return None
    return row.estimate


def is_withheld(row: Released | None) -> bool:
    """Say whether the gate withheld a row."""
    return row is not None and row.decision.status == "withheld"


def absence(found: Iterable[Released | None], language: Language) -> str:
    """Say in words why there is no number, of all rows that could have given one.

    When the gate withheld any of them the reason is protection, in the same words whatever was withheld.
    """
    candidates = [row for row in found if row is not None]
    if any(is_withheld(row) for row in candidates):
        return phrase("figure.withheld", language)
    row = next(iter(candidates), None)
    if row is None or row.estimate.n == 0 or row.estimate.note == "no_pairs":
        return phrase("figure.not_measured", language)
    key = f"note.{row.estimate.note}"
    return phrase(key, language) if key in PHRASES else phrase("figure.not_computed", language)


def indicators(release: Release, domain: str) -> tuple[Indicator, ...]:
    """Give the indicators of a domain in the order of the codebook.

    Raises
    ------
    DeclarationError
        If the study has no such domain.
    """
    release.codebook.domain(domain)
    return tuple(item for item in release.codebook.indicators() if item.domain == domain)


def of_outcome(release: Release, statistic: str, outcome: str) -> tuple[Released, ...]:
    """Give every row of a statistic of an outcome, in order."""
    return tuple(
        row for row in release if row.estimate.statistic == statistic and row.estimate.outcome == outcome
    )


def families(low: float, language: Language, high: float | None = None) -> str:
    """Count families in words, one number or a range."""
    return _counted("families", low, language, high)


def persons(count: float, language: Language) -> str:
    """Count persons in words."""
    return _counted("persons", count, language)


def basis(estimate: Estimate, language: Language, separator: str = ", ") -> str:
    """Say how many families, and persons or goals where these are measured, a number rests on."""
    parts = [families(estimate.n_families, language)]
    what = UNITS.get(estimate.unit)
    if what is not None:
        parts.append(_counted(what, estimate.n, language))
    return separator.join(parts)


def with_interval(estimate: Estimate, column: Column | None, language: Language) -> str:
    """Write an estimate with unit and interval for running text."""
    text = estimate_text(estimate, column, language)
    if isnan(estimate.low) and isnan(estimate.high):
        return text
    return f"{text} ({interval_label(estimate.confidence, language)} {interval_text(estimate, column, language)})"


def wave_label(release: Release, wave: str, language: Language) -> str:
    """Give the label of a wave."""
    return release.codebook.waves[wave].label[language]


def contrast(release: Release, language: Language) -> dict[str, object]:
    """Give the labels of the two waves compared, to fill in a phrase."""
    plan = release.plan.contrast
    return {
        "before": wave_label(release, plan.before, language),
        "after": wave_label(release, plan.after, language),
    }


def direction(estimate: Estimate, language: Language) -> str:
    """Say which way an estimate points, in the indicator's own direction."""
    signs = {"higher": 1, "lower": -1, "neither": 0}
    sign = signs.get(estimate.better, 0) if estimate.statistic != "net_improvement" else 1
    if estimate.value == 0:
        key = "no_change"
    elif sign == 0:
        key = "increase" if estimate.value > 0 else "decrease"
    else:
        key = "improvement" if estimate.value * sign > 0 else "deterioration"
    return phrase(f"figure.direction.{key}", language)


def has_interval(estimate: Estimate) -> bool:
    """Say whether an estimate has an interval; one end may be without limit."""
    return not (isnan(estimate.low) or isnan(estimate.high))


def finite(values: Iterable[float]) -> list[float]:
    """Keep the numbers that can be drawn."""
    return [value for value in values if isfinite(value)]


def markings(release: Release, language: Language) -> tuple[str, ...]:
    """Say what every page of this release must say: preliminary, internal, made-up data."""
    marks = {
        "preliminary": release.codebook.status == "preliminary",
        "internal": release.profile == "internal",
        "synthetic": release.provenance.synthetic,
    }
    return tuple(phrase(f"figure.mark.{name}", language) for name, applies in marks.items() if applies)


def source(release: Release, estimates: Iterable[Estimate], language: Language) -> str:
    """Say on how many families, persons and goals the numbers of a figure rest, and where the data come from.

    Counts that differ are a range. Without estimates, as for facts of the project, the source stands alone.

    Parameters
    ----------
    release
        What is drawn from.
    estimates
        The released numbers that are drawn.
    language
        Language of the words.
    """
    drawn = tuple(estimates)
    until = release.codebook.data_until
    data = "synthetic" if release.provenance.synthetic else "followed" if drawn else "project"
    values = {"study": release.codebook.title[language], "day": day(until, language) if until else ""}
    words = phrase(f"figure.source.{data}{'_until' if until else ''}", language, values)
    return " ".join([*([_basis_of_all(drawn, language)] if drawn else []), words])


def _basis_of_all(drawn: tuple[Estimate, ...], language: Language) -> str:
    """Write the counts of families, and of persons and goals where these are measured, as ranges."""
    counts = {"families": [estimate.n_families for estimate in drawn]}
    for unit, what in UNITS.items():
        counts[what] = [estimate.n for estimate in drawn if estimate.unit == unit]
    told = [_counted(what, min(each), language, max(each)) for what, each in counts.items() if each]
    return phrase("figure.source.basis", language, {"basis": ", ".join(told)})


def _counted(what: str, low: float, language: Language, high: float | None = None) -> str:
    if low == 1 and high in {None, 1}:
        return phrase(f"figure.{what}_one", language)
    text = number(low, language, 0) if high is None else count_range(low, high, language)
    return phrase(f"figure.{what}", language, {"n": text})
