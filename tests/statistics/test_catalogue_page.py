"""The page of the catalogue lacks nothing; that it says what the code does is tested in test_reference.py."""

import catalogue_page

from fou_eval.statistics import CATALOGUE


def test_every_statistic_has_its_formula_and_its_source_there() -> None:
    text = catalogue_page.PAGE.read_text(encoding="utf-8")
    assert [name for name in CATALOGUE if f"### `{name}`" not in text] == []
    assert "\nNone" not in text
    assert [entry.name for entry in CATALOGUE.values() if not entry.formula or not entry.source] == []
