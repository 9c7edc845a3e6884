"""Services by provider around the entry, plans, judged care and households: counted by hand, and safe together."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from cared_study import IDS, frames, write_study
from hypothesis import given, settings
from hypothesis import strategies as st

import fou_eval as fou
from fou_eval import figures, tables
from fou_eval.records.care import Lane, arranged, plans, services
from fou_eval.report.chapters import care
from fou_eval.windows.around import BEGIN, HalfYears, followed


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    return fou.open_study(write_study(tmp_path_factory.mktemp("care") / "s"))


@pytest.fixture(scope="module")
def change(study):
    return fou.measure_change(study)


@pytest.fixture(scope="module")
def release(change):
    return fou.release(change)


def told(rows) -> dict[str, float]:
    return {row.category: round(row.value, 4) for row in rows}


def test_services_are_those_going_on_at_a_time_of_the_same_families(study) -> None:
    found = told(services(study))
    assert found["services"] == 18
    # After the entry nobody changes, so the time after is one number. One family has the association: it is told with
    # the social services, which fewer families have than have the Region.
    assert {name: value for name, value in found.items() if name != "services"} == {
        "services:region:-12:0": round(5 * 181 / 365 / 18, 4),
        "services:region:0:24": round(10 / 18, 4),
        "services:soc+civil:-12:0": round(6 * (184 + 181) / 365 / 18, 4),
        "services:soc+civil:0:24": round((9 * 731 + 184) / 731 / 18, 4),
    }


def test_each_number_and_each_step_stands_on_enough_families(study) -> None:
    rows = [row for row in services(study) if row.statistic == "services_ongoing"]
    assert rows
    assert all(row.families_in >= 5 for row in rows)


def lane(name: str, *days: tuple[int, ...]) -> Lane:
    found = np.array(days, dtype=np.float64)
    return Lane(providers=(name,), days=found, lengths=np.full(found.shape, 100.0))


SINGLE = (slice(0, 1), slice(1, 2), slice(2, 3), slice(3, 4))
HALVES = (slice(0, 2), slice(2, 4))
PARTS = (SINGLE, HALVES)


def test_half_years_are_told_apart_where_enough_families_changed() -> None:
    moving = lane("a", *[(10, 20, 30, 40)] * 6)
    assert [(one.providers, periods) for one, periods in arranged([moving], PARTS, 5)] == [(("a",), SINGLE)]


def test_a_step_of_few_families_joins_its_half_years() -> None:
    """Whoever knows the others would read off the step what became of the one family that changed."""
    one_leaves = lane("a", *[(10, 10, 30, 30)] * 5, (10, 20, 30, 20))
    assert [periods for _, periods in arranged([one_leaves], PARTS, 5)] == [HALVES]


def test_providers_of_few_families_are_joined_before_they_are_left_out() -> None:
    many = lane("a", *[(10, 20, 30, 40)] * 8)
    few = lane("b", *[(10, 20, 30, 40)] * 3, *[(0, 0, 0, 0)] * 5)
    fewer = lane("c", *[(0, 0, 0, 0)] * 5, *[(10, 20, 30, 40)] * 3)
    none = lane("d", *[(0, 0, 0, 0)] * 8)
    found = [one.providers for one, _ in arranged([few, many, fewer, none], PARTS, 5)]
    assert found == [("a",), ("b", "c")]
    assert [one.providers for one, _ in arranged([few, many, none], PARTS, 5)] == [("b", "a")]
    assert list(arranged([few, none], PARTS, 5)) == []


def test_no_number_is_mostly_one_family() -> None:
    heavy = lane("a", *[(1, 2, 3, 4)] * 8, (90, 80, 70, 60))
    assert list(arranged([heavy], PARTS, 5)) == []


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.lists(st.lists(st.sampled_from([0, 0, 30, 60]), min_size=4, max_size=4), min_size=9, max_size=9),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_is_told_stands_on_enough_families_and_nobody_twice(days) -> None:
    lanes = [lane(f"p{place}", *each) for place, each in enumerate(days)]
    done = list(arranged(lanes, PARTS, 4))
    providers = [code for one, _ in done for code in one.providers]
    assert len(providers) == len(set(providers))
    for one, periods in done:
        parts = [one.days[:, period].mean(axis=1) for period in periods]
        assert min(np.count_nonzero(part) for part in parts) >= 4
        assert all(2 * part.max() <= part.sum() for part in parts)
        assert all(np.count_nonzero(a != b) >= 4 for a, b in pairwise(parts))


def halves(*covered: str) -> HalfYears:
    """Half-years of families, each as six digits: 1 where the data cover it."""
    known = np.array([[digit == "1" for digit in each] for each in covered])
    return HalfYears(families=np.array(IDS[: len(covered)], dtype=object), windows=(), covered=known)


def test_the_longest_course_is_taken_whose_families_may_be_counted() -> None:
    whole, late, old = "111111", "111100", "011111"
    shown, whose = followed(halves(*[whole] * 12, *[late] * 6), enrolled=18, threshold=5)
    assert ([BEGIN[place] for place in (shown.start, shown.stop - 1)], whose.sum()) == ([-12, 18], 12)
    # With two that entered late all eighteen are followed for as long as both were, and no number tells of the two.
    shown, whose = followed(halves(*[whole] * 16, *[late] * 2), enrolled=18, threshold=5)
    assert ([BEGIN[place] for place in (shown.start, shown.stop - 1)], whose.sum()) == ([-12, 6], 18)
    shown, whose = followed(halves(*[whole] * 15, *[old] * 3), enrolled=18, threshold=5)
    assert (BEGIN[shown.start], whose.sum()) == (-6, 18)
    assert followed(halves(*["110000"] * 18), enrolled=18, threshold=5) is None


def test_the_shares_of_plans_are_of_those_that_are_known(study) -> None:
    found = {row.category: row for row in plans(study)}
    followed_up = found["sip_plans:followed_up"]
    assert (followed_up.value, followed_up.n, followed_up.families_in, followed_up.families_out) == (
        9 / 14,
        14,
        9,
        5,
    )
    took_part = found["sip_plans:family_participated"]
    assert (took_part.families_in, took_part.families_out) == (11, 3)


def test_a_share_of_plans_with_few_on_one_side_is_not_told(release) -> None:
    shown = {
        row.estimate.category: row.decision.status for row in release.of_table("plans_share", "sip_plans")
    }
    assert shown == {"sip_plans:followed_up": "pass", "sip_plans:family_participated": "withheld"}


def test_plans_of_which_few_families_say_nothing_hide_the_share(tmp_path) -> None:
    """Their number would be all plans less those of which it is known."""
    rows = frames()["sip_plans"]
    rows.loc[[0, 13], "followed_up"] = ""
    changed = fou.open_study(write_study(tmp_path / "s", changed={"sip_plans": rows}))
    (found, *_) = plans(changed)
    assert (found.families_in, found.families_out, found.n) == (8, 2, 12)


def test_no_other_number_rests_on_care_that_was_judged_avoided(change, tmp_path) -> None:
    """Judgements are never subtracted from observed care, nor from anything else."""
    rows = frames()["avoided_care"].assign(judged_by="panel", confidence="high", days_assumed=500).head(9)
    other = fou.measure_change(fou.open_study(write_study(tmp_path / "s", changed={"avoided_care": rows})))
    mine, theirs = (
        each.frame[~each.frame["category"].str.startswith("avoided_care")].reset_index(drop=True)
        for each in (change, other)
    )
    pd.testing.assert_frame_equal(mine, theirs)
    assert change.frame["category"].str.startswith("avoided_care").sum() > 3


def test_judgements_are_counted_by_judge_and_confidence(release) -> None:
    by = {
        row.estimate.category: row.estimate.value for row in release.of_table("records_where", "avoided_care")
    }
    assert by == {
        "avoided_care:judged_by:ombud": 7,
        "avoided_care:judged_by:panel": 7,
        "avoided_care:confidence:low": 7,
        "avoided_care:confidence:high": 7,
    }


def words(blocks) -> list[str]:
    return [str(block.get("text", block.get("caption", ""))) for block in blocks]


def test_the_chapter_sets_judgements_apart_and_says_what_a_window_is(release) -> None:
    pictures = {picture.name: picture for picture in figures.all_pictures(release, "sv")}
    blocks = list(care.fill(release, "sv", pictures))
    kinds = [block["kind"] for block in blocks]
    box = kinds.index("notice")
    assert "dras aldrig av från observerad vård" in words(blocks)[box]
    assert any("Vård som bedömts ha undvikits" in text for text in words(blocks)[:box])
    assert [block["file"] for block in blocks if block["kind"] == "figure"] == [
        "figures/services.svg",
        "figures/contacts.svg",
    ]
    assert any("Av planerna har 64\u00a0% följts upp" in text for text in words(blocks))
    assert tables.windows(release, "sv").rows == (
        (
            "Vårddygn",
            "12 månader före inskrivningen; månad 1 till 12 från inskrivningen",
            "1\u00a0januari 2013 till 31\u00a0december 2017",
            *("18", "0"),
        ),
    )


def test_codes_that_are_shown_together_keep_the_names_that_are_declared(release) -> None:
    """A name within, such as that of an authority, must not lose its capital letter."""
    table = release.codebook.tables["services"]
    assert tables.code_label(table, "provider", "soc+civil", "en") == "Soc; Civil"
    assert tables.codes_in_line(table, "provider", "soc+civil", "en") == "soc and civil"


def test_what_is_not_told_apart_is_said_once_before_the_tables(release) -> None:
    blocks = list(care.fill(release, "sv", {}))
    told = [text for text in words(blocks) if "family_participated" in text]
    assert told == ["Fördelningen efter ”family_participated” visas inte: för få familjer i varje grupp."]


def test_the_figures_draw_released_numbers_without_a_better_side(release) -> None:
    pictures = {picture.name: picture for picture in figures.all_pictures(release, "en")}
    assert "Region: the year before: 0.1; the two years after: 0.6." in pictures["services"].alt
    assert "Soc; Civil: the year before: 0.3; the two years after: 0.5." in pictures["services"].alt
    assert "n\u00a0=\u00a018\u00a0families." in pictures["services"].source
    assert "better" in pictures["contacts"].caption
    assert "different caseworkers from 5.0 to 3.0" in pictures["contacts"].alt


def test_columns_and_dumbbells_are_drawn_to_scale(release) -> None:
    """The tallest of the columns is 0.6 services per family; caseworkers go from five to three on a scale to five."""
    (sheet,) = figures.services(release, "en").figure.axes
    tall = [patch.get_height() for patch in sheet.patches if patch.get_label() == "_cell"]
    told = [float(text.get_text()) for text in sheet.texts if "." in text.get_text()]
    assert [round(max(told) * one / max(tall), 3) for one in tall] == told
    (sheet,) = figures.contacts(release, "en").figure.axes
    ends = [line.get_xdata() for line in sheet.lines if line.get_label() in {"_axis", "_change"}]
    (change, *_), (left, right) = ends[:-1], ends[-1]
    assert sorted(round(5 * (x - left) / (right - left), 6) for x in change) == [3, 5]


def test_families_households_and_persons_stand_side_by_side(release) -> None:
    assert tables.units(release, "en").rows == (("Families", "18"), ("Households", "24"), ("Persons", "18"))


def test_a_study_without_these_tables_has_no_chapter(tmp_path) -> None:
    folder = write_study(tmp_path / "s")
    for name in ("services", "placements", "contacts", "avoided_care", "sip_plans", "households"):
        (folder / "tables" / f"{name}.yaml").unlink()
        (folder / "data" / f"{name}.csv").unlink()
    bare = fou.release(fou.measure_change(fou.open_study(folder)))
    assert list(care.fill(bare, "sv", {})) == []
    assert tables.units(bare) is None
