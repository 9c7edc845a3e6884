"""Every reference number that the catalogue offers, recomputed from the published data sets.

The reference folder stands beside the repository; where it is missing these tests say so and are skipped.
"""

from collections import Counter

import catalogue_page
import pytest
from oracles.judge import EXCEPTIONS, FILES, NOT_OFFERED, QUANTITIES, judged, reason_against

from fou_eval.statistics import CATALOGUE

pytestmark = pytest.mark.skipif(not FILES, reason="the reference folder does not stand beside the repository")


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_every_offered_number_is_reached(name: str) -> None:
    known = {"reached", *NOT_OFFERED.values(), *EXCEPTIONS}
    assert [found for found in judged(name) if found[2] not in known] == []


def test_nothing_is_both_offered_and_refused() -> None:
    assert [name for name in QUANTITIES if reason_against(name)] == []


def test_what_the_catalogue_names_as_its_reference_is_reached() -> None:
    reached = {
        quantity for path in FILES for _, quantity, verdict in judged(path.stem) if verdict == "reached"
    }
    named = {(entry.name, quantity) for entry in CATALOGUE.values() for quantity in entry.reference}
    assert [(name, quantity) for name, quantity in named if quantity not in reached] == []


def test_how_many_numbers_are_reached() -> None:
    count = Counter(verdict == "reached" for path in FILES for _, _, verdict in judged(path.stem))
    assert count[True] == 1470
    assert count.total() == 1544


def test_the_page_of_the_catalogue_is_the_one_that_make_catalogue_makes() -> None:
    """Here, because the page quotes the reference numbers, which take seconds to compute."""
    assert catalogue_page.PAGE.read_text(encoding="utf-8") == catalogue_page.page()
