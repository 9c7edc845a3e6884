"""The page of the catalogue says what the code does."""

import catalogue_page
import pytest
from oracles.judge import FILES

from fou_eval.statistics import CATALOGUE


@pytest.mark.skipif(not FILES, reason="the reference folder does not stand beside the repository")
def test_the_page_is_the_one_that_make_catalogue_makes() -> None:
    assert catalogue_page.PAGE.read_text(encoding="utf-8") == catalogue_page.page()


def test_every_statistic_has_its_formula_and_its_source_there() -> None:
    text = catalogue_page.PAGE.read_text(encoding="utf-8")
    assert [name for name in CATALOGUE if f"### `{name}`" not in text] == []
    assert "\nNone" not in text
    assert [entry.name for entry in CATALOGUE.values() if not entry.formula or not entry.source] == []
