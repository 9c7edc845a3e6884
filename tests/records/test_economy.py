"""What the project cost, what would have to be avoided for it to pay, and what is never told of it (appendix B11)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import isnan, nan
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from priced_study import COSTS, PRICES, placed, write

import fou_eval as fou
from fou_eval.consequences import following
from fou_eval.declaration import Codebook
from fou_eval.declaration.reading import read_declaration
from fou_eval.disclosure import Release
from fou_eval.estimates import Estimate, Estimates
from fou_eval.figures import scenarios
from fou_eval.report import narrative
from fou_eval.report.chapters import costs
from fou_eval.report.results import results_json

NO_BREAK = "\u00a0"
Fact = Mapping[str, str | float | bool | None]
COST: Fact = {
    "item": "total", "amount_sek": 18e6, "year": 2017.0, "perspective": "municipality", "funder": "town",
    "n_families": 18.0, "posts": None, "months": None, "source": "news",
}  # fmt: skip
PRICE: Fact = {
    "item": "day", "low": 1000.0, "base": 2000.0, "high": 4000.0, "year": 2017.0, "perspective": "municipality",
    "source": "report",
}  # fmt: skip
FAMILIES = Estimate(statistic="families_enrolled", scale="count", value=20.0, n=20, n_families=20)
PERSONS = Estimate(statistic="persons_enrolled", scale="count", value=60.0, n=60, n_families=20)
# Ten days fewer per family, of sixteen families measured; between eight and twelve.
CHANGE = Estimate(
    outcome="care_days", statistic="family_rate_change", scale="rate_change", kind="count", better="lower",
    wave_before="t0", wave_after="t1", value=-10.0, low=-12.0, high=-8.0, confidence=0.95, n=16, n_families=16,
)  # fmt: skip


@cache
def declared() -> Codebook:
    with TemporaryDirectory() as folder:
        return read_declaration(write(Path(folder) / "study")).codebook


def money(
    *rows: Estimate, told: Sequence[Fact] = (COST,), prices: Sequence[Fact] = (PRICE,)
) -> dict[tuple[str, str], Estimate]:
    """The numbers that follow, by statistic and what stands after the table, item, perspective and year."""
    made = following(rows, declared(), {"costs": tuple(told), "unit_prices": tuple(prices)})
    return {(one.statistic, ":".join(one.category.split(":")[1:])): one for one in made}


def value(found: Mapping[tuple[str, str], Estimate], statistic: str, about: str) -> float:
    return found[statistic, about].value


@cache
def measured(**data: tuple[str, ...]) -> Estimates:
    with TemporaryDirectory() as folder:
        return fou.measure_change(fou.open_study(write(Path(folder) / "study", **data)))


@cache
def released(profile: str = "publication", **data: tuple[str, ...]) -> Release:
    return fou.release(measured(**data), profile=profile)  # type: ignore[arg-type]


def said(release: Release, language: str = "sv") -> str:
    found = costs.fill(release, language, {})  # type: ignore[arg-type]
    return " ".join(str(block) for block in found).replace("\\xa0", " ")


def issues(tmp_path: Path, **data: Sequence[str]) -> set[tuple[str, str, str]]:
    folder = write(tmp_path / "study", **data)
    return {
        (row.severity, row.address, row.message) for row in fou.check(folder / "data", folder).itertuples()
    }


# N4, N5 ----------------------------------------------------------------------------------------------------------


def test_n4_cost_per_family_and_person_are_of_those_enrolled_and_beside_them_of_those_the_source_counts() -> (
    None
):
    found = money(FAMILIES, PERSONS)
    assert value(found, "cost_sum", "total:municipality:2017") == 18_000_000
    assert value(found, "cost_per_family", "total:municipality:2017") == 900_000
    assert value(found, "cost_per_person", "total:municipality:2017") == 300_000
    assert value(found, "cost_per_stated_family", "total:municipality:2017:news:town") == 1_000_000


def test_n5_three_posts_over_five_months_are_58_333_a_month_each() -> None:
    extension = {
        **COST,
        "item": "extension",
        "amount_sek": 875e3,
        "posts": 3.0,
        "months": 5.0,
        "n_families": None,
    }
    found = money(FAMILIES, told=[extension])
    each = value(found, "cost_per_post_month", "extension:municipality:2017:news:town")
    assert each == pytest.approx(58_333.33, abs=0.01)
    assert not [
        key for key in found if key[0] in {"cost_per_family", "break_even_days"}
    ]  # that is not the whole


def test_without_persons_there_is_no_cost_per_person() -> None:
    assert not [key for key in money(FAMILIES) if key[0] == "cost_per_person"]


# Never added without saying so ------------------------------------------------------------------------------------


def test_perspectives_are_never_added() -> None:
    region = {**COST, "perspective": "region", "amount_sek": 5e6}
    found = money(FAMILIES, told=[COST, region])
    assert value(found, "cost_sum", "total:municipality:2017") == 18_000_000
    assert value(found, "cost_sum", "total:region:2017") == 5_000_000


def test_a_sum_over_years_keeps_each_years_prices_and_says_so() -> None:
    found = money(FAMILIES, told=[{**COST, "year": 2015.0, "amount_sek": 2e6}, COST])
    whole = found["cost_sum", "total:municipality:2015-2017"]
    assert (whole.value, whole.note) == (20_000_000, "several_price_years")
    assert found["break_even_days", "day:municipality:2017:report:base"].note == "price_years_differ"


def test_the_same_item_twice_is_not_added_up_and_nothing_rests_on_it() -> None:
    found = money(FAMILIES, CHANGE, told=[COST, {**COST, "source": "report"}])
    whole = found["cost_sum", "total:municipality:2017"]
    assert isnan(whole.value)
    assert whole.note == "cost_twice"
    assert not {"cost_per_family", "break_even_days", "scenario_net"} & {name for name, _ in found}


def test_a_price_of_another_perspective_gives_no_break_even_and_no_net() -> None:
    found = money(FAMILIES, CHANGE, prices=[{**PRICE, "perspective": "region"}])
    names = {name for name, _ in found}
    assert "scenario_gross" in names
    assert not {"break_even_days", "scenario_net", "scenario_cost"} & names


# Break-even -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "days", "years"), [("low", 18_000, 49.32), ("base", 9_000, 24.66), ("high", 4_500, 12.33)]
)
def test_break_even_is_in_days_and_in_placement_years(level: str, days: float, years: float) -> None:
    found = money(FAMILIES)
    about = f"day:municipality:2017:report:{level}"
    assert value(found, "break_even_days", about) == days
    assert value(found, "break_even_years", about) == pytest.approx(years, abs=0.01)


def test_a_price_of_nought_divides_nothing() -> None:
    found = money(FAMILIES, CHANGE, prices=[{**PRICE, "low": 0.0}])
    assert ("break_even_days", "day:municipality:2017:report:low") not in found
    assert value(found, "break_even_days", "day:municipality:2017:report:base") == 9_000


# Scenarios --------------------------------------------------------------------------------------------------------


def test_gross_and_net_are_of_the_same_families() -> None:
    found = money(FAMILIES, CHANGE)
    assert value(found, "scenario_days", "day:municipality:2017:report") == 160  # ten days, sixteen families
    assert (
        value(found, "scenario_cost", "day:municipality:2017:report") == 14_400_000
    )  # 900 000 each, sixteen of them
    gross, net = (
        found[name, "day:municipality:2017:report:base:0.5"] for name in ("scenario_gross", "scenario_net")
    )
    assert (gross.value, gross.low, gross.high) == (160_000, 128_000, 192_000)
    assert (net.value, net.low, net.high) == (-14_240_000, -14_272_000, -14_208_000)
    assert gross.n_families == net.n_families == 16


def test_no_avoided_care_is_always_among_the_shares() -> None:
    found = money(FAMILIES, CHANGE)
    shares = {about.rpartition(":")[2] for name, about in found if name == "scenario_gross"}
    assert shares == {"0", "0.25", "0.5", "1"}
    assert value(found, "scenario_gross", "day:municipality:2017:report:high:0") == 0
    assert value(found, "scenario_net", "day:municipality:2017:report:high:0") == -14_400_000


def test_more_days_are_a_negative_gross() -> None:
    found = money(FAMILIES, replace(CHANGE, value=5.0, low=nan, high=nan))
    assert value(found, "scenario_gross", "day:municipality:2017:report:base:1") == -160_000


def test_published_scenarios_follow_from_the_published_change_alone() -> None:
    release = released()
    change = release.find("family_rate_change", outcome="care_days")
    assert change is not None
    (row,) = release.of_table(
        "scenario_gross", "unit_prices", "day", "municipality", "2017", "report", "base", "1"
    )
    assert row.estimate.value == -change.estimate.value * change.estimate.n_families * 2000 == 640_000
    assert isnan(change.estimate.low)
    assert isnan(row.estimate.low)  # the interval of the change is not shown, so there is none
    assert '"scenario_gross"' in results_json(release).decode()


def test_inside_the_project_the_interval_of_the_change_is_carried_through() -> None:
    release = released("internal")
    (row,) = release.of_table(
        "scenario_gross", "unit_prices", "day", "municipality", "2017", "report", "base", "1"
    )
    assert (row.estimate.low, row.estimate.high) == pytest.approx((480_000, 800_000), abs=1)


# Three families have been followed for a year: the change is not told, so nothing that follows from it is.
FEW = (
    "family_id,entry_month",
    *(f"F{number:02d},{'2016-01' if number <= 3 else '2017-11'}" for number in range(1, 21)),
)


def test_scenarios_are_withheld_with_the_change_and_the_page_says_so() -> None:
    release = released(families=FEW)
    change = release.find("family_rate_change", outcome="care_days")
    assert change is not None
    assert change.decision.status == "withheld"
    priced = [row for row in release if row.estimate.statistic.startswith(("scenario_", "largest_"))]
    assert len(priced) == 27
    assert {row.decision for row in priced} == {change.decision}
    assert all(isnan(row.estimate.value) for row in priced)
    assert scenarios(release) is None
    assert "Scenarier visas inte, eftersom förändringen i ”Vårddygn” inte visas." in said(release)
    assert "900 000" in said(release)  # what it cost is told


def test_where_the_change_is_not_measured_the_page_says_so() -> None:
    late = ("family_id,entry_month", *(f"F{number:02d},2017-11" for number in range(1, 21)))
    release = released(families=late)
    assert "ej mätt både före och efter" in said(release)


# The largest family -----------------------------------------------------------------------------------------------


def largest(release: Release) -> tuple[str, float, str]:
    (row,) = (row for row in release if row.estimate.statistic == "largest_family_share")
    return row.decision.status, row.estimate.value, row.estimate.note


# Of 320 + 20 days fewer, the first family has 40: its placement after is gone.
FIRST = tuple(placed({1: 0}))
# The first family has 40 days fewer, the others one.
MOST = tuple(placed({1: 0} | dict.fromkeys(range(2, 17), 39)))


def test_the_part_of_the_largest_family_is_exact_inside_and_in_words_outside() -> None:
    assert largest(released("internal", placements=FIRST))[1] == pytest.approx(40 / 340)
    status, number, note = largest(released(placements=FIRST))
    assert (status, note) == ("changed", "less_than_half")
    assert isnan(number)
    assert "Mindre än hälften av förändringen" in said(released(placements=FIRST))


def test_a_family_that_makes_most_of_the_change_is_not_told_of() -> None:
    assert largest(released("internal", placements=MOST))[1] > 0.5
    status, number, note = largest(released(placements=MOST))
    assert (status, note) == ("withheld", "")
    assert isnan(number)
    assert "visas inte: det sägs bara när" in said(released(placements=MOST))


def test_the_largest_family_is_not_told_of_where_few_changed_either() -> None:
    # Four families changed by ten days each: a quarter, but who knows three of them would know the fourth.
    few = tuple(placed(dict.fromkeys(range(1, 17), 40) | dict.fromkeys(range(1, 5), 30)))
    assert largest(released("internal", placements=few))[1] == 0.25
    assert largest(released(placements=few))[0] == "withheld"


# The page ---------------------------------------------------------------------------------------------------------


def test_the_page_says_scenario_year_perspective_and_what_is_not_measured() -> None:
    text = said(released())
    assert "Scenarier, inte resultat." in text
    assert "Ingen undviken vård (0 %)" in text
    assert "DAY (MUNICIPALITY, 2017 års priser)" in text
    assert "Ej mätt: vad projektet kostade andra (region)." in text
    assert "ett enda fönster efter inskrivningen, medan kostnaden gäller hela projekttiden" in text


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_sentence_says_more_than_was_released(language: str) -> None:
    release = released()
    picture = scenarios(release, language)  # type: ignore[arg-type]
    assert picture is not None
    pictures = {"scenarios": picture}
    blocks = list(costs.fill(release, language, pictures))  # type: ignore[arg-type]
    assert {"kind": "figure"}.items() <= blocks[-1].items()
    whole = {"title": None, "summary": [], "appendices": [blocks]}
    assert not list(narrative.faults(whole, release, language, ()))  # type: ignore[arg-type]


def test_bars_of_scenarios_are_as_long_as_their_amounts() -> None:
    """At all of the change, 320, 640 and 1 280 thousand kronor against a cost of 18 million."""
    picture = scenarios(released(), "sv")
    assert picture is not None
    (sheet,) = picture.figure.axes
    zero, cost = (
        next(line.get_xdata()[0] for line in sheet.lines if line.get_label() == label)  # type: ignore[index]
        for label in ("_zero", "_cost")
    )
    long = [patch.get_width() / (cost - zero) * 18_000 for patch in sheet.patches]  # type: ignore[attr-defined]
    assert [round(one) for one in long[-3:]] == [320, 640, 1280]
    written = [text.get_text().replace(NO_BREAK, " ") for text in sheet.texts]
    assert "netto noll: projektets kostnad, 18 000 tkr" in written
    assert "1 280 tkr" in written


def test_the_figure_tells_its_finding_in_a_sentence() -> None:
    picture = scenarios(released(), "sv")
    assert picture is not None
    alt = picture.alt.replace(NO_BREAK, " ")
    assert "Om 100 % av förändringen" in alt
    assert "320 000 kronor med det låga priset, 640 000 med mittpriset och 1 280 000 med det höga" in alt
    assert "mot 18 000 000 kronor" in alt


# Bad data ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "line", "address", "begins"),
    [
        (
            "unit_prices",
            "day,1000,2000,4000,,municipality,report",
            "E2",
            "Här saknas uppgift i kolumnen year",
        ),
        (
            "unit_prices",
            "day,1000,2000,4000,2017,municipality,",
            "G2",
            "Här saknas uppgift i kolumnen source",
        ),
        ("unit_prices", "day,3000,2000,4000,2017,municipality,report", "B2", "Priset är högre än det som"),
        ("unit_prices", "day,1000,2000,1500,2017,municipality,report", "C2", "Priset är högre än det som"),
        ("costs", "total,-5,2017,municipality,town,18,,,news", "B2", "Beloppet är negativt."),
        ("costs", "total,5,2017,,town,18,,,news", "D2", "Här saknas uppgift i kolumnen perspective"),
    ],
)
def test_amounts_and_prices_that_cannot_be_right_are_pointed_at(
    tmp_path: Path, table: str, line: str, address: str, begins: str
) -> None:
    head = {"costs": COSTS, "unit_prices": PRICES}[table][0]
    found = issues(tmp_path, **{table: (head, line)})
    assert [(one, where) for one, where, text in found if text.startswith(begins)] == [("fel", address)]


@pytest.mark.parametrize(
    ("table", "lines", "address", "begins"),
    [
        ("unit_prices", ["day,0,2000,4000,2017,municipality,report"], "B2", "Priset är noll"),
        ("costs", ["total,5,2017,municipality,town,0,,,news"], "F2", "Beloppet sägs gälla noll familjer"),
        (
            "costs",
            ["total,5,2017,municipality,town,18,,,news", "total,6,2017,municipality,town,18,,,report"],
            "A3",
            "Samma post, år, part och finansiär står redan på rad 2",
        ),
    ],
)
def test_what_a_person_should_look_at_is_a_warning(
    tmp_path: Path, table: str, lines: list[str], address: str, begins: str
) -> None:
    head = {"costs": COSTS, "unit_prices": PRICES}[table][0]
    found = issues(tmp_path, **{table: (head, *lines)})
    assert [(one, where) for one, where, text in found if text.startswith(begins)] == [("varning", address)]
