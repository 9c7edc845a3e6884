"""Tables show what was released, say what was not, and are real tables on the screen."""

import re
from dataclasses import replace
from math import isfinite, isnan, nan
from xml.etree import ElementTree as ET

import pytest
from handmade_release import make_codebook, make_release

from fou_eval import tables
from fou_eval.disclosure.release import SEAL, Decision, Release
from fou_eval.estimates import Estimate
from fou_eval.tables import DisplayTable, Heading

LANGUAGES = ("sv", "en")


def row_of(table: DisplayTable, start: str) -> tuple[str, ...]:
    return next(row for row in table.rows if row[0].startswith(start))


def every_table(release: Release, language: str) -> list[DisplayTable]:
    return [
        tables.overview(release, language),
        tables.participants(release, language),
        tables.decisions(release, language),
        tables.rules(release, language),
        *(tables.domain(release, name, language) for name in release.codebook.domains),
        *(tables.details(release, item.name, language) for item in release.codebook.indicators()),
    ]


def test_overview_has_one_row_per_domain_in_the_order_of_the_study(release: Release) -> None:
    rows = tables.overview(release, "sv").rows
    assert [row[0] for row in rows] == [domain.label.sv for domain in release.codebook.domains.values()]


def test_overview_shows_before_after_change_and_all_three_shares(release: Release) -> None:
    row = row_of(tables.overview(release, "sv"), "Barnens skolgång")
    assert row[2:] == (
        "18,2", "12,4", "−5,6 [−9,1;\u00a0−2,1]", "59\u00a0%", "18\u00a0%", "24\u00a0%",
        "17\u00a0familjer 34\u00a0personer",
    )  # fmt: skip


def test_a_domain_without_data_says_that_it_was_not_measured(release: Release) -> None:
    assert row_of(tables.overview(release, "sv"), "Barnens fritid")[1] == "ej mätt"
    assert tables.domain(release, "leisure", "en").rows[0][0] == "not measured"
    assert tables.domain_status(release, "leisure") == "not_measured"


def test_a_domain_that_is_withheld_says_that_it_cannot_be_shown(release: Release) -> None:
    gone = {
        "estimate": Estimate(statistic="x", domain="school", value=nan),
        "decision": Decision(status="withheld"),
    }
    rows = tuple(replace(row, **gone) if row.estimate.domain == "school" else row for row in release)
    hidden = replace(release, seal=SEAL, rows=rows)
    assert tables.domain_status(hidden, "school") == "withheld"
    assert row_of(tables.overview(hidden, "sv"), "Barnens skolgång")[1] == "kan inte redovisas"


def test_withheld_cells_say_so_with_the_rule_below(release: Release) -> None:
    table = tables.domain(release, "home", "sv")
    row = row_of(table, "Fasta rutiner")
    assert row[4:7] == ("visas\u00a0ejᵃ",) * 3
    assert table.notes[0] == (
        "ᵃ\u00a0Talet kan inte visas utan att en grupp med färre än 5 familjer framträder, eller kan räknas fram."
    )


def test_an_indicator_without_direction_has_no_better_or_worse(release: Release) -> None:
    row = row_of(tables.domain(release, "home", "en"), "Visits to regional")
    assert row[4:7] == ("rose 38%", "31%", "fell 31%")


def test_few_missing_families_are_a_range_on_both_sides(release: Release) -> None:
    row = row_of(tables.participants(release, "sv"), "Tolv månader")
    assert row == ("Tolv månader", "14–17ᵃ", "1–4", "visas\u00a0ejᵇ")


def test_details_show_every_number_that_was_released(release: Release) -> None:
    for indicator in release.codebook.indicators():
        rows = [row for row in release if row.estimate.outcome == indicator.name]
        shown = [
            row.estimate for row in rows if row.decision.status != "withheld" and isfinite(row.estimate.value)
        ]
        lines = sum(1 + isfinite(one.p_adjusted) + isfinite(one.q_value) for one in shown)
        assert len(tables.details(release, indicator.name, "sv").rows) == lines


def test_details_name_what_is_not_shown(release: Release) -> None:
    table = tables.details(release, "wellbeing", "sv")
    assert table.rows == ()
    assert table.notes[0].startswith("Visas ej: ")
    assert "Färre än 5 familjer ligger bakom talet." in table.notes[0]


def test_a_coarse_p_value_is_a_limit(release: Release) -> None:
    rows = tuple(
        replace(row, estimate=replace(row.estimate, p_value=0.05))
        if (row.estimate.outcome, row.estimate.statistic) == ("step", "net_improvement")
        else row
        for row in release
    )
    table = tables.details(replace(release, seal=SEAL, rows=rows), "step", "sv")
    row = next(row for row in table.rows if row[3].startswith("<"))
    assert row[1] == "+29"
    assert row[3] == "<\u00a00,05"


def test_a_change_without_interval_says_why(release: Release) -> None:
    rows = tuple(
        replace(
            row,
            estimate=replace(row.estimate, low=float("nan"), high=float("nan")),
            decision=replace(row.decision, status="changed", rules=("rule.spread",)),
        )
        if row.estimate.statistic == "family_mean_change" and not isnan(row.estimate.value)
        else row
        for row in release
    )
    table = tables.overview(replace(release, seal=SEAL, rows=rows), "sv")
    assert row_of(table, "Barnens skolgång")[4] == "−5,6ᵃ"
    assert table.notes[0].startswith("ᵃ\u00a0Intervall och test visas från 10 familjer.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_as_wide_as_its_heads(release: Release, language: str) -> None:
    for table in every_table(release, language):
        assert {len(row) for row in table.rows} <= {len(table.columns)}
        assert all(cell for row in table.rows for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_is_a_real_table_without_scripts_or_colours(release: Release, language: str) -> None:
    for table in every_table(release, language):
        html = table._repr_html_()
        tree = ET.fromstring(html)  # noqa: S314 - our own text
        assert tree.get("lang") == language
        assert [item.get("scope") for item in tree.iter("th")].count("col") == len(table.columns)
        assert [item.get("scope") for item in tree.iter("th")].count("row") == len(table.rows)
        assert "script" not in html
        assert not re.search(r"(?<!-)color: (?!inherit)|#[0-9a-fA-F]{3}|\brgba?\(", html)


def test_html_escapes_labels() -> None:
    release = make_release(make_codebook(school='<script>"&'))
    html = tables.overview(release, "sv")._repr_html_()
    assert "&lt;script&gt;&quot;&amp;" in html


def test_many_reasons_have_different_letters() -> None:
    marks = tables.cells.Marks()
    letters = [marks.mark("", f"reason {i}") for i in range(60)]
    assert len(set(letters)) == 60


def test_a_p_value_that_the_rounded_interval_seems_to_deny_is_explained(release: Release) -> None:
    row = release.find("mean_change", outcome="home_situation")
    assert row is not None
    past = replace(row.estimate, low=-1.0, high=3.0, p_value=0.05, confidence=0.95)
    coarse = replace(row, estimate=past, decision=Decision(status="changed", rules=("rule.coarse_interval",)))
    cells = tables.cells.Cells(release, "en")
    assert cells.p_value(coarse) == "<\u00a00.05ᵃ"
    assert cells.marks.notes == (
        "ᵃ\u00a0Unchanged lies within the interval only because it is rounded outwards.",
    )
    assert cells.p_value(replace(coarse, estimate=replace(past, low=0.0))) == "<\u00a00.05"


def test_letters_stand_in_the_order_of_their_notes() -> None:
    marks = tables.cells.Marks()
    first, second = marks.mark("", "one"), marks.mark("", "two")
    assert marks.in_order([second, first, second]) == "ᵃᵇ"


def test_notes_stand_below_the_table_and_not_in_its_cells() -> None:
    table = DisplayTable(title="T", columns=(Heading("A"),), rows=(("1",),), notes=("ᵃ B",), language="en")
    assert table._repr_html_().partition("</table>")[2].count(">ᵃ B</p>") == 1
    assert "<p" not in replace(table, notes=())._repr_html_()


@pytest.mark.parametrize(
    ("language", "told"),
    [("sv", "Intern version, får inte spridas."), ("en", "Internal version, not for distribution.")],
)
def test_internal_tables_say_so_in_a_notebook(language: str, told: str) -> None:
    for profile, expected in (("internal", True), ("publication", False)):
        release = make_release(profile=profile)
        shown = (
            tables.overview(release, language),
            tables.domain(release, "home", language),
            tables.details(release, "step", language),
            tables.participants(release, language),
            tables.decisions(release, language),
        )
        assert [told in table._repr_html_() for table in shown] == [expected] * 5
