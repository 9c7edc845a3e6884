"""Who is missing: one reason per family, and together they are all of the missing."""

import pytest
from disclosure.attacked import measured

from fou_eval.bundled import bundled_study
from fou_eval.declaration import read_declaration
from fou_eval.disclosure import release
from fou_eval.participants import NOT_DUE, UNSTATED, participants
from fou_eval.simulation.synthetic import simulate_study
from fou_eval.study import Study


@pytest.fixture(scope="module", params=[1, 2, 3])
def study(request: pytest.FixtureRequest) -> Study:
    declaration = read_declaration(bundled_study("familjelotsen"))
    made = simulate_study(declaration, families=60, seed=request.param)
    return Study(declaration=declaration, tables=made.tables, reasons=made.reasons, issues=(), synthetic=True)


def test_the_reasons_of_a_wave_add_up_to_the_families_missing(study: Study) -> None:
    rows = list(participants(study))
    for wave in study.codebook.waves:
        missing = next(
            r for r in rows if (r.statistic, r.category) == ("families_at_wave", wave)
        ).families_out
        reasons = [r for r in rows if r.statistic == "missing_reason" and r.wave_after == wave]
        assert sum(r.value for r in reasons) == missing


def test_a_family_without_a_written_reason_is_counted_as_such(study: Study) -> None:
    codes = {r.category.split(":")[1] for r in participants(study) if r.statistic == "missing_reason"}
    assert codes & {UNSTATED, NOT_DUE}
    assert "-1" in codes


def test_the_reasons_that_are_hidden_at_a_wave_are_those_of_many_families(study: Study) -> None:
    estimates = measured(study)
    missing = {row.category: row.families_out for row in estimates if row.statistic == "families_at_wave"}
    rows = [row for row in release(estimates) if row.estimate.statistic == "missing_reason"]
    for wave in study.codebook.waves:
        here = [row for row in rows if row.estimate.wave_after == wave]
        shown = [row.estimate.value for row in here if row.decision.status != "withheld"]
        assert len(here) - len(shown) <= 1  # which ones are hidden is not told
        assert all(count >= 5 for count in shown)
        if shown:
            assert (missing[wave] or 0) - sum(shown) in {0, *range(5, 30)}
