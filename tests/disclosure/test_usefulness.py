"""What is still shown: every domain keeps an answer, and the peer that the gate is compared with suppresses rightly."""

from functools import cache

import attacks_page
import numpy as np
import pytest
from disclosure import attacked
from disclosure.adversary import ATTACKS, INSIDERS
from disclosure.suppressing import Audit, Name, Tables, complementary, plain
from disclosure.usefulness import answers, counted, independent, shown_by

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.disclosure import Release
from fou_eval.estimates import Estimates
from fou_eval.study import Study

DOMAINS = ("home", "school", "leisure", "occupation")


@cache
def bundled() -> tuple[Study, Estimates, Release]:
    study = fou.open_study(bundled_study("familjelotsen"))
    estimates = attacked.measured(study)
    return study, estimates, fou.release(estimates)


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_domain_keeps_its_answers_at_the_default_thresholds(domain: str) -> None:
    study, _, release = bundled()
    assert (study.plan.disclosure.smallest_cell, study.plan.disclosure.sensitive_cell) == (5, 8)
    kept = [answers(release, one.name) for one in study.codebook.indicators() if one.column.domain == domain]
    assert sum({"change", "interval", "moves"} <= one for one in kept) >= 2
    assert sum("change" in one for one in kept) >= len(kept) - 1


def test_the_primary_indicator_of_every_domain_keeps_its_change_with_an_interval() -> None:
    study, _, release = bundled()
    kept = {
        domain: answers(release, name) & {"change", "interval"} for domain, name in study.plan.primary.items()
    }
    assert kept == {domain: {"change", "interval"} for domain in DOMAINS}


def one_table(*families: int) -> Tables:
    """Give a table of three cells, one unit per family."""
    names: tuple[Name, ...] = (("way", "better"), ("way", "same"), ("way", "worse"))
    kind = np.repeat(np.arange(3), families)
    return Tables(
        cells={name: np.arange(3) == place for place, name in enumerate(names)},
        lines=(names,),
        kind=kind,
        family=np.arange(kind.size),
        threshold=5,
    )


@pytest.mark.parametrize(
    ("families", "passing", "left"),
    [
        ((9, 5, 6), {"better", "same", "worse"}, {"better", "same", "worse"}),
        ((11, 3, 7), {"better", "worse"}, {"better"}),  # the one hidden cell follows from the two others
        ((7, 4, 3), {"better"}, {"better"}),  # seven units in two hidden cells: either may hold any number
        ((12, 2, 1), set(), set()),  # three units are not in the first cell, too few to show it
        ((6, 3, 1), set(), set()),
    ],
)
def test_the_peer_hides_what_is_small_and_what_gives_it_away(
    families: tuple[int, int, int], passing: set[str], left: set[str]
) -> None:
    table = one_table(*families)
    assert {name[1] for name in plain(table)} == passing
    assert {name[1] for name in complementary(table)} == left


def test_a_cell_that_follows_from_the_shown_ones_is_confined() -> None:
    table = one_table(11, 3, 7)
    shown = plain(table)
    assert Audit(tables=table, hidden=(("way", "same"),)).confined(shown) == ("way", "same")
    assert Audit(tables=table, hidden=(("way", "same"),)).confined({("way", "better")}) is None


def test_numbers_that_follow_from_others_count_once() -> None:
    study, _, _ = bundled()
    indicator = study.codebook.indicator("occupation_step")
    moves = {("share_better", ""), ("share_same", ""), ("share_worse", "")}
    assert independent(indicator, moves) == 2
    assert independent(indicator, {("share_better", ""), ("share_not_better", "")}) == 1
    coarse = [cell.category.partition(":")[2] for cell in indicator.column.partitions()[1].cells]
    both = {("class_share_before", f"1:{name}") for name in coarse}
    assert independent(indicator, both) == len(both) - 1


def test_of_the_bundled_study_more_cells_are_shown_than_by_suppression() -> None:
    study, estimates, release = bundled()
    line = counted(study, estimates, "bundled")
    assert line["declared"] == 234
    assert line["cells, complementary"] == 57
    assert line["cells, plain"] == 82
    ours = sum(len(shown_by(release, one.name)) for one in study.codebook.indicators())
    assert line["cells, ours"] == ours
    assert line["readable, ours"] >= 2 * line["readable, complementary"]
    assert line["domains with change"] == line["domains"] == 6  # with the two topics


def test_the_page_of_attacks_says_what_the_stored_tables_say() -> None:
    scores, shown = (
        attacks_page.read(attacks_page.FOLDER / f"{name}.csv") for name in ("attacks", "usefulness")
    )
    written = (attacks_page.FOLDER / "ATTACKS.md").read_text(encoding="utf-8")
    assert attacks_page.page(scores, shown) == written
    drawn = "".join(text.get_text() for text in attacks_page.figure(scores).sheet.texts)
    assert drawn.startswith(
        f"{sum(int(line['claims']) for line in scores):,} hidden cells and values attacked"
    )


def test_every_attack_is_explained_on_the_page() -> None:
    assert attacks_page.SENTENCES.keys() == {*ATTACKS, *INSIDERS}
