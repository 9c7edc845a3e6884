"""Whether the procedures agree, on rows made by hand."""

from dataclasses import replace
from math import isnan, nan

import pytest

from fou_eval.estimates import Estimate
from fou_eval.robustness import PROCEDURES, agreement
from fou_eval.statistics import CATALOGUE
from fou_eval.statistics.registry import TEST


def row(
    statistic: str, value: float, p_value: float, scale: str = "change", better: str = "higher"
) -> Estimate:
    return Estimate(
        outcome="rating",
        kind="scale",
        better=better,
        statistic=statistic,
        scale=scale,
        value=value,
        p_value=p_value,
        confidence=0.95,
        n=30,
        n_families=16,
    )


def test_all_agree() -> None:
    found = agreement([row("family_mean_change", 1.2, 0.01), row("mean_change", 1.0, 0.03)])
    assert found is not None
    assert (found.value, found.note, found.scale) == (1.0, "procedures_agree", "proportion")
    assert isnan(found.p_value)
    assert (found.n, found.n_families) == (30, 16)


def test_one_of_four_finds_nothing() -> None:
    rows = [
        row("family_mean_change", 1.2, 0.01),
        row("mean_change", 1.0, 0.06),
        row("family_mean_change_exact", 1.2, 0.05),
        row("gee_mean_change", 1.1, 0.02),
        row("mixed_change", 1.1, 0.02),
    ]
    found = agreement(rows)
    assert found is not None
    assert (found.value, found.note) == (0.75, "procedures_differ")


def test_a_change_for_the_better_that_is_a_fall_is_read_as_a_fall() -> None:
    rows = [
        row("family_rate_change", -1.2, 0.01, "rate_change", better="lower"),
        row("net_improvement", 0.5, 0.01, "points", better="lower"),
        row("sign_test", 0.8, 0.01, "proportion", better="lower"),
        row("rate_ratio", 0.6, 0.01, "ratio", better="lower"),
    ]
    found = agreement([replace(made, kind="count") for made in rows])
    assert found is not None
    assert found.value == 1.0


def test_opposite_directions_differ() -> None:
    found = agreement([row("family_mean_change", 1.2, 0.01), row("mean_change", -1.0, 0.01)])
    assert found is not None
    assert found.note == "procedures_differ"


def test_without_a_test_of_the_headline_nothing_is_said() -> None:
    assert agreement([row("family_mean_change", 1.2, nan), row("mean_change", 1.0, 0.03)]) is None
    assert agreement([row("family_mean_change", 1.2, 0.01)]) is None
    assert agreement([]) is None


@pytest.mark.parametrize("kind", sorted(PROCEDURES))
def test_every_procedure_is_a_test_of_the_catalogue(kind: str) -> None:
    assert [name for name in PROCEDURES[kind] if not CATALOGUE[name].offers >= TEST] == []
