"""Measured error rates in the report: those of the table that comes with the package, in studies of this size."""

import pytest
from check_rows import texts, xs
from release_cases import codebook, headlines, released, row

from fou_eval import figures
from fou_eval.disclosure.release import Release
from fou_eval.figures.calibration import used_rates
from fou_eval.measured import Rate, measured_calibration, measured_rates


@pytest.fixture(scope="module")
def release() -> Release:
    book = codebook()
    return released(
        book, [*headlines(book), row(book, "absence_pct", "mean_change", -4.0, status="withheld")]
    )


def test_the_rates_are_those_nearest_to_the_study(release: Release) -> None:
    rates = used_rates(release)
    shown = {(rate.statistic, rate.kind) for rate in rates if not rate.statistic.startswith("person")}
    assert ("family_mean_change", "scale") in shown
    assert ("family_rate_change", "count") in shown
    assert ("net_improvement", "ladder") not in shown  # no headline of that kind tells how many families
    assert ("mean_change", "scale") not in shown  # withheld
    assert {rate.families for rate in rates} == {15}
    assert all(rate.what == "type_1" and rate.symmetric and rate.change == 0 for rate in rates)
    assert set(rates) <= set(measured_rates())


def test_every_rate_is_a_mark_at_its_value_with_its_error(release: Release) -> None:
    picture = figures.calibrated(release)
    assert picture is not None
    rates = used_rates(release)
    (target,) = {x for line in xs(picture, "_target") for x in line}
    (zero,) = {ends[0] for ends in xs(picture, "_base")}
    unit = (target - zero) / 0.05
    drawn = sorted((x - zero) / unit for (x,) in xs(picture, "_rate")[3:])  # three are the key
    assert drawn == pytest.approx(sorted(rate.rate for rate in rates), abs=1e-9)
    errors = sorted((high - low) / unit for low, high in xs(picture, "_error"))
    assert errors == pytest.approx(sorted(2 * min(rate.mc_error, _half(rate)) for rate in rates), abs=1e-9)


def _half(rate: Rate) -> float:
    """The stroke stops at zero."""
    return (rate.rate + rate.mc_error) / 2 if rate.rate < rate.mc_error else rate.mc_error


def test_the_alternative_text_agrees_with_the_table_beside_it(release: Release) -> None:
    picture = figures.calibrated(release, "en")
    assert picture is not None
    found = [
        measured_calibration("family_mean_change", kind, families)
        for kind, families in (("scale", 16), ("binary", 17))
    ]
    ends = [end for one in found if one is not None and one.type_1 for end in one.type_1]
    own = f"Mean change, family-weighted: {100 * min(ends):.1f}% to {100 * max(ends):.1f}%."
    assert own in picture.alt
    assert picture.alt.startswith("The computations of the report gave false findings in ")
    assert "the target is 5 per cent" in picture.alt


def test_own_and_usual_procedures_stand_apart(release: Release) -> None:
    picture = figures.calibrated(release, "en")
    assert picture is not None
    lines = texts(picture)
    own, usual = lines.index("Computations of the report"), lines.index("For comparison: usual ways")
    assert own < lines.index("Mean change, family-weighted") < usual < lines.index("Paired t test on persons")


def test_a_release_without_a_headline_has_no_such_figure() -> None:
    assert figures.calibrated(released(codebook(), [])) is None
