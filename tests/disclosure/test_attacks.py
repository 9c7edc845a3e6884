"""What a curious reader could work out from released rows, tried on the bundled study and on simulated ones."""

from collections.abc import Iterator
from math import isfinite, isnan, sqrt

import pytest
from disclosure.attacked import followed, made, measured

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.disclosure import Release
from fou_eval.estimates import Estimate

SEEDS = (0, 2)
SHARES = {
    *("share_better", "share_same", "share_worse", "share_not_better", "share_not_worse"),
    *("share_higher", "share_lower", "share_not_higher", "share_not_lower"),
}


@pytest.fixture(scope="module", params=["bundled", *SEEDS])
def release(request: pytest.FixtureRequest) -> Release:
    if request.param == "bundled":
        return fou.release(measured(fou.open_study(bundled_study("familjelotsen"))))
    return fou.release(measured(made(followed(), families=14 + 2 * request.param, seed=request.param)))


def rows(release: Release, outcome: str) -> dict[str, Estimate]:
    return {
        row.estimate.statistic: row.estimate
        for row in release
        if row.estimate.outcome == outcome and not row.estimate.category and isfinite(row.estimate.value)
    }


def counts(estimate: Estimate) -> Iterator[tuple[int, int]]:
    """Every pair (up, down) that gives the published value, and the published standard error where there is one."""
    n = estimate.n
    for up in range(n + 1):
        for down in range(n + 1 - up):
            mean = (up - down) / n
            if abs(mean - estimate.value) > 0.00501:
                continue
            se = sqrt(max((up + down) / n - mean**2, 0) / (n - 1))
            if isnan(estimate.se) or abs(se - estimate.se) <= 0.00501:
                yield up, down


def test_the_counts_behind_a_yes_no_change_stay_open(release: Release) -> None:
    for indicator in release.codebook.indicators():
        found = rows(release, indicator.name)
        change = found.get("paired_difference")
        if indicator.kind != "binary" or change is None or "share_same" in found:
            continue
        assert len(list(counts(change))) >= 3, indicator.name


def test_before_and_after_are_shown_together_or_not_at_all(release: Release) -> None:
    for indicator in release.codebook.indicators():
        found = set(rows(release, indicator.name))
        for before, after in (("mean_before", "mean_after"), ("share_yes_before", "share_yes_after")):
            assert (before in found) == (after in found), indicator.name
        assert ("rate_before" in found) == ("rate_after" in found) or indicator.kind != "count"
        if not {"family_mean_change", "family_rate_change"} & found:
            assert not {"mean_before", "rate_before", "share_yes_before"} & found


def test_shares_are_whole_views_and_their_absence_has_one_reason(release: Release) -> None:
    for indicator in release.codebook.indicators():
        found = {name: row for name, row in rows(release, indicator.name).items() if name in SHARES}
        assert sum(row.value for row in found.values()) == pytest.approx(1 if found else 0, abs=0.021)
        hidden = {
            row.decision.rules
            for row in release
            if row.estimate.outcome == indicator.name
            and row.estimate.statistic in SHARES
            and row.decision.status == "withheld"
        }
        assert len(hidden) <= 1, indicator.name
        if len(found) < 3:
            assert "net_improvement" not in rows(release, indicator.name)


def test_no_row_says_how_many_families_changed_or_the_exact_p(release: Release) -> None:
    for row in release:
        assert row.estimate.families_changed is None
        for p in (row.estimate.p_value, row.estimate.p_exact, row.estimate.p_adjusted):
            assert isnan(p) or p in {0.001, 0.01, 0.05} or p > 0.05


def test_the_range_of_families_at_a_wave_agrees_with_the_numbers_beside_it(release: Release) -> None:
    # What is counted from records exists of every family, whoever was measured.
    codebook = release.codebook
    asked = {item.name for item in codebook.indicators() if item.table in codebook.tables}
    for row in release:
        wave = row.estimate.category
        if row.estimate.statistic != "families_at_wave":
            continue
        most = max(
            (
                other.estimate.n_families
                for other in release
                if other.estimate.outcome in asked
                and wave in {other.estimate.wave_before, other.estimate.wave_after}
            ),
            default=0,
        )
        told = row.estimate.low if isnan(row.estimate.value) else row.estimate.value
        assert told >= most


def test_transitions_are_shown_whole_and_with_the_classes_they_belong_to(release: Release) -> None:
    for indicator in release.codebook.indicators():
        shown = {
            row.estimate.category
            for row in release
            if row.estimate.outcome == indicator.name
            and row.estimate.statistic == "transition_share"
            and row.decision.status != "withheld"
        }
        levels = {category.partition(":")[0] for category in shown}
        assert len(levels) <= 1
        for view in indicator.column.partitions():
            if str(view.level) in levels:
                assert len(shown) == len(view.cells) ** 2


def test_the_exact_interval_stands_beside_no_hidden_share_of_single_units(release: Release) -> None:
    """Beside Student's interval of the same mean it left one possible number of those who became worse."""
    for indicator in release.codebook.indicators():
        found = {
            row.estimate.statistic: row.estimate
            for row in release
            if row.estimate.outcome == indicator.name and row.decision.status != "withheld"
        }
        whole = {"share_better", "share_worse"} <= found.keys() or {
            "share_higher",
            "share_lower",
        } <= found.keys()
        change = found.get("family_mean_change") or found.get("family_rate_change")
        if change is None or change.n != change.n_families or whole:
            continue
        for name in (
            "family_mean_change",
            "family_mean_change_exact",
            "family_rate_change",
            "family_rate_change_exact",
        ):
            row = found.get(name, change)
            assert all(
                isnan(number) for number in (row.low, row.high, row.p_value, row.p_exact, row.p_adjusted)
            ), name
        leads = release.headline(indicator.name)
        assert leads is not None
        assert leads.estimate.statistic in {change.statistic, "change_from_entry"}
        assert leads.estimate.wave_after == release.plan.contrast.after
