"""Designs, counting and the table; slow: how often the defaults reject when nothing changed."""

from dataclasses import replace
from math import isnan
from pathlib import Path

import numpy as np
import pytest

from fou_eval.bundled import bundled_study
from fou_eval.measured import Rate, measured_calibration, read_rates, write_rates
from fou_eval.simulation.calibration import Tally, calibrate, estimate_seconds
from fou_eval.simulation.constructions import CONSTRUCTIONS, incomplete
from fou_eval.simulation.designs import SEED, Design, full_grid, quick_grid, stream
from fou_eval.simulation.drawing import draw
from fou_eval.simulation.margins import TYPICAL, Events, Margin, margin_of_shares
from fou_eval.simulation.own import own_designs, own_margin
from fou_eval.simulation.pages import misses, page
from fou_eval.simulation.peers import PEERS
from fou_eval.simulation.procedures import DEFAULTS, null_is_true, procedures, target
from fou_eval.statistics import CATALOGUE, Pairs
from fou_eval.study import open_study

SMALL = (Design(kind="binary", families=15), Design(kind="ordinal", families=15))


def pooled(design: Design, datasets: int = 400) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Before, change (of rates, for counts) and family of many data sets."""
    drawn = draw(design, np.random.default_rng(1), datasets)
    if design.kind == "count":
        before = np.concatenate([pairs.before / pairs.exposure_before for pairs in drawn])
        after = np.concatenate([pairs.after / pairs.exposure_after for pairs in drawn])
    else:
        before = np.concatenate([pairs.before for pairs in drawn])
        after = np.concatenate([pairs.after for pairs in drawn])
    return before, after - before, np.concatenate([pairs.family for pairs in drawn])


@pytest.mark.parametrize(("kind", "shape"), list(TYPICAL))
def test_before_and_after_have_the_declared_distribution_and_change_is_symmetric(
    kind: str, shape: str
) -> None:
    design = Design(kind=kind, shape=shape, families=20)  # type: ignore[arg-type]
    before, change, _ = pooled(design)
    margin = design.recorded
    error = margin.sd / np.sqrt(before.size / 3)  # members of a family are alike
    assert before.mean() == pytest.approx(margin.mean(), abs=4 * error)
    assert before.std() == pytest.approx(margin.sd, rel=0.1)
    assert change.mean() == pytest.approx(0, abs=4 * error)
    assert np.mean(change > 0) == pytest.approx(np.mean(change < 0), abs=0.02)


@pytest.mark.parametrize("icc", [0.0, 0.3, 0.6])
def test_change_is_shared_in_families_as_much_as_it_should_be(icc: float) -> None:
    _, change, family = pooled(Design(kind="scale", families=30, icc=icc))
    sizes, sums = np.bincount(family), np.bincount(family, weights=change)
    squares = np.bincount(family, weights=change**2)
    products = (sums**2 - squares).sum() / (sizes * (sizes - 1)).sum()
    assert products / change.var() == pytest.approx(icc, abs=0.03)


@pytest.mark.parametrize("kind", ["scale", "ordinal"])
def test_skewed_change_has_mean_zero_and_leans(kind: str) -> None:
    _, change, _ = pooled(Design(kind=kind, shape="skewed", families=20))  # type: ignore[arg-type]
    assert change.mean() == pytest.approx(0, abs=0.03 * change.std())
    assert np.mean(change < 0) > np.mean(change > 0) + 0.1


def test_those_who_leave_are_as_many_as_declared_and_low_before_if_so_declared() -> None:
    stay = Design(kind="scale", families=20)
    for dropout in ("random", "before"):
        before, _, family = pooled(replace(stay, dropout=dropout))  # type: ignore[arg-type]
        assert np.unique(family).size / (400 * 20) == pytest.approx(0.8, abs=0.02)
        assert (before.mean() > 50.5) == (dropout == "before")


def test_a_true_change_is_added_to_the_same_random_numbers() -> None:
    design = Design(kind="ordinal", families=15)
    plain, moved = (draw(d, np.random.default_rng(5), 2)[0] for d in (design, replace(design, change=0.5)))
    assert np.array_equal(plain.before, moved.before)
    assert np.all(moved.after >= plain.after)
    assert moved.after.sum() > plain.after.sum()


def test_margins_and_events_know_their_mean_after_a_shift() -> None:
    margin = margin_of_shares([0, 1, 5], [0.5, 0.3, 0.2])
    standing = np.random.default_rng(1).standard_normal(200_000)
    assert margin.read(standing + 0.4).mean() == pytest.approx(margin.mean(0.4), abs=0.02)
    events = Events(rate=0.3, spread=0.5, spans=(12.0,))
    few = standing[:20_000].reshape(-1, 2)
    gaps = np.random.default_rng(2).standard_exponential((*few.shape, events.most))
    rates = events.read(few + 0.4, np.full(few.shape, 12.0), gaps) / 12
    assert rates.mean() == pytest.approx(events.mean(0.4), rel=0.02)
    assert rates.std() == pytest.approx(replace(events, rate=events.rate * np.exp(0.2)).sd, rel=0.05)


def test_the_grid_covers_every_kind_size_and_correlation_once() -> None:
    names = [(design.name, design.change) for design in full_grid()]
    assert len(set(names)) == len(names) == 90
    assert {design.kind for design in quick_grid()} == {"scale", "ordinal", "binary", "ladder", "count"}


def test_every_statistic_of_pairs_with_a_test_or_interval_is_calibrated() -> None:
    wanted = {
        entry.name
        for entry in CATALOGUE.values()
        if entry.takes in CONSTRUCTIONS
        and entry.offers & {"test", "interval"}
        and "higher" in entry.better
        and not entry.name.startswith("bound_")
    }
    kinds = ("scale", "ordinal", "binary", "count", "ladder")
    found = {procedure.name for kind in kinds for procedure in procedures(kind)}  # type: ignore[arg-type]
    assert found == wanted | set(PEERS)
    assert {name for name in DEFAULTS if name in CATALOGUE} <= found


def test_targets_follow_from_the_design() -> None:
    null, changed = Design(kind="binary", families=15), Design(kind="binary", families=15, change=0.5)
    margin = TYPICAL["binary", "plain"]
    assert target("net_improvement", null, 1) == 0
    assert target("paired_difference", changed, 1) == pytest.approx(margin.mean(0.5) - margin.mean())
    assert target("net_improvement", changed, 1) == pytest.approx(margin.mean(0.5) - margin.mean(), abs=0.02)
    assert target("rate_ratio", Design(kind="count", families=15), 1) == 1
    ratio = target("rate_ratio", Design(kind="count", families=15, change=0.5), 1)
    assert ratio == pytest.approx(np.exp(0.6 * 0.5), rel=0.02)
    skewed = Design(kind="scale", shape="skewed", families=15)
    assert target("mean_change", skewed, 1) == 0
    assert target("net_improvement", skewed, 1) < -0.1
    assert null_is_true("mean_change", skewed)
    assert not null_is_true("net_improvement", skewed)


def test_the_table_is_the_same_on_any_number_of_processes_and_when_resumed(tmp_path: Path) -> None:
    only = ("net_improvement", "person_t")
    alone = calibrate(SMALL, datasets=150, only=only)
    kept = tmp_path / "kept.jsonl"
    together = calibrate(SMALL[::-1], datasets=150, only=only, processes=2, kept=kept)
    assert set(map(str, alone)) == set(map(str, together))
    seen: list[tuple[int, int]] = []
    torn = kept.read_text(encoding="utf-8")
    kept.write_text(torn[: torn.rfind("[")], encoding="utf-8")  # the last piece was not finished
    again = calibrate(SMALL, datasets=150, only=only, kept=kept, progress=lambda *at: seen.append(at))
    assert again == alone
    assert seen == [(3, 4), (4, 4)]
    calibrate(SMALL, datasets=150, only=only, kept=kept, progress=lambda *at: seen.append(at))
    assert seen[2:] == [(4, 4)]  # what came after the torn line stands on a line of its own
    calibrate(SMALL, datasets=150, only=only, seed=7, kept=kept, progress=lambda *at: seen.append(at))
    assert seen[3] == (0, 4)  # what belongs to another seed is not used
    kept.write_text('"201707', encoding="utf-8")  # killed in its first line
    calibrate(SMALL[:1], datasets=50, only=only, kept=kept, progress=lambda *at: seen.append(at))
    assert seen[-2:] == [(0, 1), (1, 1)]


def test_rates_are_counted_as_said() -> None:
    (null,) = [
        rate
        for rate in calibrate(SMALL[:1], datasets=100, only=("family_mean_change",))
        if rate.what == "type_1"
    ]
    drawn = [CATALOGUE["family_mean_change"].function(pairs, confidence=0.95) for pairs in again(SMALL[0])]
    assert null.rate == np.mean([number.p_value <= 0.05 for number in drawn])
    assert null.given == np.mean([not isnan(number.p_value) for number in drawn])
    assert null.mc_error == pytest.approx(np.sqrt(null.rate * (1 - null.rate) / 100), abs=0.006)
    assert Tally() == (0, 0, 0, 0, 0, 0.0)


def again(design: Design) -> list[Pairs]:
    return draw(design, np.random.default_rng(stream(SEED, "calibration", design.name, 0)), 100)


def rate(**more: object) -> Rate:
    values = {
        "statistic": "family_mean_change",
        "kind": "ordinal",
        "shape": "plain",
        "families": 20,
        "icc": 0.3,
        "dropout": "none",
        "change": 0.0,
        "what": "type_1",
        "rate": 0.0504,
        "mc_error": 0.0031,
        "width": float("nan"),
        "given": 1.0,
        "datasets": 5000,
        "seed": 1,
        "version": "0",
    }
    return Rate(**{**values, **more})  # type: ignore[arg-type]


def test_the_table_is_written_sorted_and_read_back(tmp_path: Path) -> None:
    rates = [rate(families=30), rate(), rate(what="coverage", rate=0.951, width=1.25)]
    write_rates(rates, tmp_path / "a.csv")
    write_rates(rates[::-1], tmp_path / "b.csv")
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert str(read_rates(tmp_path / "a.csv")[0]) == str(rates[2])
    assert read_rates(tmp_path / "missing.csv") == ()


def test_the_rows_nearest_to_a_study_are_found() -> None:
    rates = [
        *(rate(icc=icc, rate=0.045 + icc / 100) for icc in (0.0, 0.3, 0.6)),
        rate(what="coverage", rate=0.951),
        rate(families=30, rate=0.07),
        rate(shape="skewed", rate=0.09),
        rate(dropout="before", rate=0.09),
        rate(kind="binary", rate=0.01),
    ]
    found = measured_calibration("family_mean_change", "ordinal", 18, rates)
    assert found is not None
    assert (found.families, found.type_1, found.coverage) == (20, (0.045, 0.051), (0.951, 0.951))
    assert measured_calibration("family_mean_change", "ordinal", 25, rates).families == 20  # type: ignore[union-attr]
    assert measured_calibration("rate_ratio", "ordinal", 18, rates) is None


def test_the_page_names_the_cells_that_miss_the_aim() -> None:
    rates = [
        rate(),
        rate(icc=0.6, rate=0.081),
        rate(statistic="person_t", rate=0.15),
        rate(shape="skewed", rate=0.2),
    ]
    assert misses(rates) == (rates[1],)
    text = page(rates)
    assert "1 of 2 cells are within the aim" in text
    assert (
        "| mean change, family-weighted | ordinal rating | 20 | 0.6 | none | type I error | 8.1 ± 0.3 | × |"
        in text
    )
    assert page(rates[::-1]) == text


def test_a_study_is_simulated_as_it_is() -> None:
    study = open_study(bundled_study("familjelotsen"))
    designs = {design.label: design for design in own_designs(study, correlations=(0.3,))}
    absence = designs["absence_pct"]
    assert (absence.families, len(absence.sizes), absence.better) == (18, 18, "lower")
    pairs = study.pairs("absence_pct")
    assert (pairs.n_families, absence.leaving) == (15, 2.5 / 18)  # few left: the middle of one to four
    drawn = draw(absence, np.random.default_rng(1), 50)
    assert set(np.concatenate([data.before for data in drawn])) <= {*pairs.before, *pairs.after}
    rates = calibrate([absence], datasets=50, only=("family_mean_change",))
    assert {row.shape for row in rates} == {"absence_pct"}


def test_a_margin_of_ones_own_needs_two_values() -> None:
    assert own_margin(Pairs.of([1, 1], [1, 1])) is None
    found = own_margin(Pairs.of([1, 2], [2, 4]))
    assert isinstance(found, Margin)
    assert found.values.tolist() == [1, 2, 4]


def test_the_time_is_estimated_before() -> None:
    assert 0 < estimate_seconds(SMALL[:1], datasets=100, only=("paired_difference",)) < 60


# 400 data sets: the standard error of 5 % is 1.1 points, and the bounds are three of them around 4 to 6 %. Averages
# over the designs have 2,400 data sets.
@pytest.mark.slow
def test_the_defaults_are_right_and_the_usual_ways_are_not() -> None:
    rates = calibrate(quick_grid(), datasets=400, only=(*DEFAULTS, "person_t", "mixed_model"))
    plain = [row for row in rates if row.shape != "skewed"]
    for row in plain:
        if row.statistic in DEFAULTS and row.what == "type_1":
            assert 0.008 <= row.rate <= 0.093, row
        if row.statistic in DEFAULTS and row.what == "coverage":
            assert 0.907 <= row.rate <= 0.992, row
    means = {
        name: np.mean([row.rate for row in plain if (row.statistic, row.what) == (name, "type_1")])
        for name in ("family_mean_change", "mean_change", "person_t", "mixed_model")
    }
    assert 0.035 <= means["family_mean_change"] <= 0.062
    assert 0.030 <= means["mean_change"] <= 0.068
    assert means["person_t"] > 0.07
    assert means["mixed_model"] > 0.07


@pytest.mark.parametrize("kind", ["scale", "ordinal", "binary", "count", "ladder"])
def test_every_procedure_answers_on_simulated_evidence(kind: str) -> None:
    (pairs,) = draw(Design(kind=kind, families=20), np.random.default_rng(2), 1)  # type: ignore[arg-type]
    for procedure in procedures(kind):  # type: ignore[arg-type]
        number = procedure.run(pairs, (1, 2))
        assert repr(procedure.run(pairs, (1, 2))) == repr(number)
        assert number.low <= number.high or isnan(number.low)
        assert procedure.test or isnan(number.p_value)


def test_other_evidence_is_made_by_family_and_has_nothing_to_do_with_change() -> None:
    (pairs,) = draw(Design(kind="count", families=60), np.random.default_rng(2), 1)
    for name in ("group_difference", "group_any_difference", "dose_slope"):
        if name in CATALOGUE:
            evidence = CONSTRUCTIONS[CATALOGUE[name].takes](pairs, (3,))
            given = evidence.dose if name == "dose_slope" else evidence.group
            assert all(
                np.unique(given[pairs.family == family]).size == 1 for family in np.unique(pairs.family)
            )
            assert null_is_true(name, Design(kind="count", families=60, change=0.5))
    missing = incomplete(pairs, (3,))
    assert missing.pairs.n + missing.left_before.size == pairs.n
    assert 0 < np.unique(missing.left_family).size < 25
