"""What was published of the project beside what is computed here: shown side by side, never resolved (appendix B13)."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from priced_study import FIGURES, write

import fou_eval as fou
from fou_eval.consequences import FOLLOWING
from fou_eval.disclosure import Release
from fou_eval.disclosure.followed import followed
from fou_eval.disclosure.release import Decision, Released
from fou_eval.disclosure.rules import withheld
from fou_eval.estimates import Estimates
from fou_eval.report import narrative, published
from fou_eval.tables.published import published as comparison
from fou_eval.tables.published import reference_values

Block = Mapping[str, object]
REFERENCE = r"""
table: reference_values
label: {sv: Jämförelsevärden, en: Reference values}
row: {sv: ett värde, en: a value}
key: [measure, year]
records: reference_values
columns:
  measure: {label: {sv: Mått, en: Measure}, type: code, codes: {care: {sv: Vård, en: Care}}}
  population: {label: {sv: Population, en: Population}, type: code, codes: {country: {sv: Riket, en: The country}}}
  value: {label: {sv: Värde, en: Value}, type: number}
  year: {label: {sv: År, en: Year}, type: integer}
  source: {label: {sv: Källa, en: Source}, type: code, codes: {scb: {sv: SCB, en: Statistics Sweden}}}
"""


@cache
def measured() -> Estimates:
    with TemporaryDirectory() as folder:
        return fou.measure_change(fou.open_study(write(Path(folder) / "study")))


@cache
def released(
    *figures: str, without: Sequence[str] = (), reference: bool = False, profile: str = "publication"
) -> Release:
    with TemporaryDirectory() as folder:
        study = write(Path(folder) / "study", without=without, published_figures=figures or FIGURES)
        if reference:
            (study / "tables" / "reference_values.yaml").write_text(REFERENCE, "utf-8")
            lines = ("measure,population,value,year,source", "care,country,19429,2016,scb", "")
            (study / "data" / "reference_values.csv").write_text("\n".join(lines), "utf-8")
        return fou.release(fou.measure_change(fou.open_study(study)), profile=profile)  # type: ignore[arg-type]


def rows(release: Release, language: str = "sv") -> dict[tuple[str, str], tuple[str, ...]]:
    """The lines of the comparison, by figure and published value."""
    display = comparison(release, language)  # type: ignore[arg-type]
    assert display is not None
    plain = [tuple(cell.replace("\u00a0", " ") for cell in row) for row in display.rows]
    return {row[:2]: row[2:] for row in plain}


def text(release: Release, language: str = "sv") -> str:
    blocks = published.compared(release, language)  # type: ignore[arg-type]
    return " ".join(str(block) for block in blocks).replace("\\xa0", " ")


def test_n1_families_stand_beside_those_computed_without_a_difference() -> None:
    source, kind, here, difference = rows(released())["FAMILIES", "18 FAMILIES"]
    assert (source, kind) == ("REPORT, december 2017", "PUBLISHED")
    assert here == "20"
    assert (
        difference == "fler här"
    )  # a published count less a computed one may be a family that somebody knows


def test_n2_t3_sixty_and_sixty_one_persons_are_both_shown_and_the_program_finds_that_they_differ() -> None:
    release = released()
    assert {("PERSONS", "60 PERSONS"), ("PERSONS", "61 PERSONS")} <= rows(release).keys()
    assert "60 PERSONS (NEWS, november 2017); 61 PERSONS (REPORT, december 2017)." in text(release)
    (short,) = published.in_short(release, "sv")
    assert str(short["text"]).startswith("Källorna anger olika tal för persons.")


def test_n4_money_has_a_difference_in_full() -> None:
    found = rows(released())
    assert found["COST_TOTAL", "18 000 000 SEK"][2:] == ("18 000 000 kronor", "0")
    assert found["COST_PER_FAMILY", "1 000 000 SEK"][2:] == ("900 000 kronor", "−100 000")


def test_t4_half_a_year_is_five_months_by_the_declared_dates() -> None:
    assert rows(released())["EXTENSION_MONTHS", "6 MONTHS"][2:] == ("5 månader", "−1")


def test_finding_3_avoided_placements_as_judged_are_not_computed_here() -> None:
    assert rows(released())["JUDGED_AVOIDED", "7 PLACEMENTS"][2:] == ("beräknas inte här", "–")


def test_what_could_be_computed_and_was_not_recorded_is_not_measured() -> None:
    assert rows(released())["HOUSEHOLDS", "20 FAMILIES"][2:] == ("ej mätt", "–")
    assert rows(released(), "en")["Households", "20 Families"][2:] == ("not measured", "–")
    without = rows(released(without=("costs", "unit_prices")))
    assert without["COST_TOTAL", "18 000 000 SEK"][2:] == ("ej mätt", "–")


def test_finding_4_saving_of_cost_is_46_per_cent_and_of_other_families() -> None:
    figures = (*FIGURES, "families,18,families,statement,2017-11,news")
    told = text(released(*figures))
    assert "8 300 000 SEK (REPORT, december 2017; för 15 familjer) är 46 % av 18 000 000 SEK" in told
    assert "(NEWS, november 2017; för 18 familjer). Talen gäller inte samma familjer" in told


def test_where_a_source_does_not_say_which_families_that_is_said() -> None:
    assert "Källorna säger inte att talen gäller samma familjer" in text(released())


def test_sources_that_agree_on_figures_and_on_families_are_not_said_to_differ() -> None:
    agree = [line.replace("60,", "61,").replace("saved_families,15", "saved_families,18") for line in FIGURES]
    release = released(*agree, "families,18,families,statement,2017-11,news")
    told = text(release)
    assert "60 PERSONS" not in told
    assert "46 %" in told
    assert "samma familjer" not in told
    (short,) = published.in_short(release, "sv")
    assert "skiljer sig" not in str(short["text"])


def test_what_rests_on_a_withheld_number_goes_with_it() -> None:
    estimates = measured()
    closed = Decision(status="withheld", rules=("rule.ledger",))  # as the ledger may do
    rows = [
        Released(estimate=withheld(row.estimate), decision=closed)
        if row.estimate.statistic == "families_enrolled"
        else row
        for row in released()
    ]
    found = {
        (row.estimate.statistic, row.estimate.category.split(":")[1]): row.decision.status
        for row in followed(rows, estimates)
        if row.estimate.statistic in FOLLOWING
    }
    assert found["cost_per_family", "total"] == "withheld"
    assert found["published_computed", "families"] == "withheld"
    assert found["published_difference", "cost_per_family"] == "withheld"
    assert found["scenario_net", "day"] == "withheld"  # its cost is that per family
    assert found["cost_sum", "total"] == found["published_computed", "cost_total"] == "pass"


def test_made_up_data_say_that_only_the_published_numbers_are_real() -> None:
    assert "De uträknade gäller påhittade uppgifter" in text(released())


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_sentence_of_the_comparison_says_too_much(language: str) -> None:
    release = released()
    blocks = [*published.compared(release, language), *published.in_short(release, language)]  # type: ignore[arg-type]
    whole = {"title": None, "summary": [], "appendices": [blocks]}
    assert not list(narrative.faults(whole, release, language, ()))  # type: ignore[arg-type]


def test_a_study_without_published_figures_has_no_comparison() -> None:
    release = released(without=("published_figures",))
    assert not list(published.compared(release, "sv"))
    assert not list(published.in_short(release, "sv"))


def test_reference_values_stand_with_year_and_source_and_as_context() -> None:
    display = reference_values(released(reference=True), "sv")
    assert display is not None
    assert [[cell.replace("\u00a0", " ") for cell in row] for row in display.rows] == [
        ["Vård", "Riket", "19 429", "2016", "SCB"]
    ]
    assert "inget urval" in display.notes[-1]
