"""How often each procedure gives a false alarm, in every simulated design that it should be right in."""

from collections.abc import Sequence
from math import isfinite

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK
from fou_eval.disclosure.release import Release
from fou_eval.figures.grid import begin, head
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.rates import Group, draw_rates, label, rates_height
from fou_eval.figures.style import Width, new_canvas, styled
from fou_eval.formatting import number, percent
from fou_eval.language import PHRASES, phrase
from fou_eval.measured import SHOWN, USUAL, Rate, nearest_rates
from fou_eval.quantities import families_by_kind


@styled
def calibration(
    rates: Sequence[Rate], ours: Sequence[str], language: Language = "sv", *, width: Width = "page"
) -> Picture:
    """Draw the type I error of every procedure in every symmetric design, one mark each.

    Parameters
    ----------
    rates
        The calibration table.
    ours
        Names of the statistics that are shown first, in order; the usual procedures beside them are those that the
        catalogue does not have.
    language
        Language of the words.
    width
        What it is laid out for.

    Raises
    ------
    ValueError
        If the table has no such rates.
    """
    drawn = [rate for rate in rates if _is_plain(rate)]
    groups = _groups(("calibration.ours", "calibration.naive"), drawn, (ours, _peers(drawn)), language)
    if not groups:
        raise ValueError("there is nothing to draw: no rates of tests in symmetric designs.")
    canvas = new_canvas(rates_height(groups, width, language), language, width)
    draw_rates(canvas, 0.0, groups, width, language)
    return finished(
        canvas,
        "calibration",
        alt=phrase("calibration.alt", language, {"rows": " ".join(_told(groups, language))}),
        caption=phrase("calibration.caption", language),
        source=_source(drawn, language),
    )


@styled
def calibrated(
    release: Release, language: Language | None = None, *, width: Width = "page"
) -> Picture | None:
    """Draw the type I error, in simulated studies of this size, of the procedures that a release shows.

    Parameters
    ----------
    release
        What passed the gate; its kinds of indicator and its number of families choose the simulated studies.
    language
        Language of the words; the study's own when not given.
    width
        What it is laid out for.

    Returns
    -------
    Picture or None
        None where nothing that the release shows was simulated.
    """
    language = release.language(language)
    drawn = used_rates(release)
    groups = _groups(("figure.calibrated.ours", "figure.calibrated.naive"), drawn, (SHOWN, USUAL), language)
    if len(groups) < 2:
        return None
    top = head(release, language)
    canvas = begin(release, top + rates_height(groups, width, language), language, width)
    draw_rates(canvas, top, groups, width, language)
    return finished(
        canvas,
        "calibrated",
        alt=" ".join(measured_words(release, language)[:-1]),
        caption=phrase("figure.calibrated.caption", language),
        source=_source(drawn, language),
    )


def measured_words(release: Release, language: Language | None = None) -> list[str]:
    """Tell the measured rates that `calibrated` draws: the finding, procedure by procedure, and the source last."""
    language = release.language(language)
    drawn = used_rates(release)
    groups = _groups(("figure.calibrated.ours", "figure.calibrated.naive"), drawn, (SHOWN, USUAL), language)
    if len(groups) < 2:
        return []
    finding = phrase("figure.calibrated.finding", language, spans(groups, language))
    return [finding, *_told(groups, language), _source(drawn, language)]


def used_rates(release: Release) -> tuple[Rate, ...]:
    """Give the type I errors in the simulated designs nearest to a study, of what it shows and of the usual ones."""
    shown = {
        (row.estimate.statistic, row.estimate.kind) for row in release if row.decision.status != "withheld"
    }
    return tuple(
        rate
        for kind, families in families_by_kind(row.estimate for row in release).items()
        for name in (*SHOWN, *USUAL)
        if name in USUAL or (name, kind) in shown
        for rate in nearest_rates(name, kind, families)
        if rate.what == "type_1" and isfinite(rate.rate)
    )


def spans(groups: Sequence[Group], language: Language) -> dict[str, str]:
    """Give the lowest and the highest rate of the procedures of the report, and of the usual ones."""
    found: dict[str, str] = {}
    for name, group in zip(("ours", "naive"), groups, strict=True):
        own = [rate.rate for each in group.rates.values() for rate in each]
        found |= {
            f"{name}_low": percent(min(own), language, 1),
            f"{name}_high": percent(max(own), language, 1),
        }
    return found


def _is_plain(rate: Rate) -> bool:
    plain = rate.symmetric and rate.dropout == "none" and rate.change == 0
    return rate.what == "type_1" and plain and isfinite(rate.rate)


def _peers(rates: Sequence[Rate]) -> list[str]:
    known = [key.removeprefix("peer.") for key in PHRASES if key.startswith("peer.")]
    return [name for name in known if any(rate.statistic == name for rate in rates)]


def _groups(
    titles: Sequence[str], drawn: Sequence[Rate], names: Sequence[Sequence[str]], language: Language
) -> list[Group]:
    found = []
    for title, own, edge in zip(titles, names, (BLUE, INK), strict=True):
        rates = {name: tuple(rate for rate in drawn if rate.statistic == name) for name in own}
        some = {name: each for name, each in rates.items() if each}
        if some:
            found.append(Group(title=phrase(title, language), edge=edge, rates=some))
    return found


def _told(groups: Sequence[Group], language: Language) -> list[str]:
    sentences = []
    for name, own in (pair for group in groups for pair in group.rates.items()):
        found = [rate.rate for rate in own]
        ends = {"low": percent(min(found), language, 1), "high": percent(max(found), language, 1)}
        sentences.append(phrase("calibration.alt_row", language, {"label": label(name, language), **ends}))
    return sentences


def _source(drawn: Sequence[Rate], language: Language) -> str:
    most = number(max(rate.datasets for rate in drawn), language, 0)
    values = {"datasets": most, "seed": str(drawn[0].seed), "version": drawn[0].version}
    return phrase("figure.calibration.source", language, values)
