"""What lies in the window of each family around its entry, counted fast and counted day by day."""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fou_eval.declaration.reading import read_declaration
from fou_eval.windows import measured_frames, months_after, uncovered

STUDY = """
study: prov
version: "1.0"
title: {sv: Prov, en: Trial}
language: sv
data_until: 2017-12-31
waves:
  t0: {label: {sv: Före, en: Before}, months: 0}
  t1: {label: {sv: Halvår, en: Half a year}, months: 6}
  t2: {label: {sv: Efter, en: After}, months: 12}
  t3: {label: {sv: Sedan, en: Later}, months: 24}
domains: {home: {label: {sv: Hemma, en: Home}}}
"""
PLAN = "contrast: {before: t0, after: t2}\nprimary: {home: care}\nseed: 1\nfixed_on: 2014-01-01\n"
FAMILY = (
    "family_id: {label: {sv: F, en: F}, type: text, required: true, pattern: 'F\\d{2,3}', role: family_id}"
)
FAMILIES = f"""
table: families
label: {{sv: Familjer, en: Families}}
row: {{sv: en familj, en: a family}}
key: [family_id]
records: families
columns:
  {FAMILY}
  entry_month: {{label: {{sv: In, en: In}}, type: KIND, role: date}}
"""
PLACEMENTS = f"""
table: placements
label: {{sv: Placeringar, en: Placements}}
row: {{sv: en placering, en: a placement}}
key: [person_id, start]
records: placements
complete_from: 2014-03-01
columns:
  {FAMILY}
  person_id: {{label: {{sv: P, en: P}}, type: text, required: true, pattern: 'F\\d{{2,3}}-P\\d', role: person_id}}
  start: {{label: {{sv: S, en: S}}, type: KIND, role: date}}
  end: {{label: {{sv: E, en: E}}, type: KIND, role: date}}
  type: {{label: {{sv: T, en: T}}, type: code, codes: {{hvb: {{sv: HVB, en: HVB}}, home: {{sv: Hem, en: Home}}}}}}
measures:
  care: {{label: {{sv: D, en: D}}, take: days, window: 12, per: {{sv: år, en: year}}, domain: home, better: lower}}
  hvb: {{label: {{sv: H, en: H}}, take: days, when: {{type: [hvb]}}, window: 12,
    per: {{sv: år, en: year}}, domain: home, better: lower}}
  begun: {{label: {{sv: B, en: B}}, take: spells, window: 12, per: {{sv: år, en: year}}, domain: home, better: lower}}
  ever: {{label: {{sv: N, en: N}}, take: any, window: 12, domain: home, better: lower}}
"""
CONTACTS = f"""
table: contacts
label: {{sv: Kontakter, en: Contacts}}
row: {{sv: en aktör, en: an actor}}
key: [family_id, wave, actor]
records: contacts
columns:
  {FAMILY}
  wave: {{label: {{sv: V, en: W}}, type: code, codes: waves, role: wave, required: true}}
  actor: {{label: {{sv: A, en: A}}, type: code, required: true,
      codes: {{soc: {{sv: S, en: S}}, school: {{sv: L, en: L}}, region: {{sv: R, en: R}}}}}}
  n_units: {{label: {{sv: E, en: U}}, type: integer, min: 0}}
measures:
  units: {{label: {{sv: E, en: U}}, take: sum, column: n_units, when: {{actor: [soc, school]}}, domain: home,
    better: lower}}
  region: {{label: {{sv: R, en: R}}, take: rows, when: {{actor: [region]}}, domain: home, better: neither}}
"""


def codebook_of(folder, kind):
    (folder / "tables").mkdir(parents=True)
    (folder / "study.yaml").write_text(STUDY, "utf-8")
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    tables = {"families": FAMILIES, "placements": PLACEMENTS, "contacts": CONTACTS}
    for name, text in tables.items():
        (folder / "tables" / f"{name}.yaml").write_text(text.replace("KIND", kind), "utf-8")
    return read_declaration(folder).codebook


@pytest.fixture(scope="module")
def by_month(tmp_path_factory):
    return codebook_of(tmp_path_factory.mktemp("month") / "s", "month")


@pytest.fixture(scope="module")
def by_day(tmp_path_factory):
    return codebook_of(tmp_path_factory.mktemp("day") / "s", "date")


def families(**entry):
    return pd.DataFrame({"family_id": list(entry), "entry_month": pd.to_datetime(list(entry.values()))})


def placements(*rows):
    frame = pd.DataFrame(list(rows), columns=["person_id", "start", "end", "type"])
    frame.insert(0, "family_id", frame["person_id"].str[:3] if len(frame) else pd.Series([], dtype=object))
    return frame.assign(start=pd.to_datetime(frame["start"]), end=pd.to_datetime(frame["end"]))


def contacts(*rows):
    return pd.DataFrame(list(rows), columns=["family_id", "wave", "actor", "n_units"]).astype(
        {"n_units": "Int64"}
    )


def measured(codebook, entered, placed, met=()):
    tables = {"families": entered, "placements": placed, "contacts": contacts(*met)}
    made = measured_frames(codebook, tables, {})
    return made["placements_measured"].set_index(["family_id", "wave"]), made["contacts_measured"].set_index(
        ["family_id", "wave"]
    )


def test_a_spell_across_the_entry_is_parted_there(by_month) -> None:
    placed = placements(("F01-P1", "2015-01", "2015-06", "hvb"), ("F02-P1", "2013-01", "2013-12", "home"))
    care, _ = measured(by_month, families(F01="2015-03", F02="2015-03"), placed)
    # January and February before; from March, the month of entry, to the last day of June after.
    assert care.loc[("F01", "t0"), ["care", "hvb", "begun", "ever"]].tolist() == [59, 59, 1, 1]
    # The window of twelve months after the entry holds a leap day: 122 of 366 days are 121.7 of 365.
    assert care.loc[("F01", "t2"), ["care", "begun", "ever"]].tolist() == [122, 0, 1]
    assert care.loc[("F02", "t0"), ["care", "begun", "ever"]].tolist() == [0, 0, 0]
    assert care.loc[("F01", "t3"), "care"] == 0


def test_the_window_that_would_hold_the_entry_is_not_measured(by_month) -> None:
    care, _ = measured(by_month, families(F01="2015-03"), placements(("F01-P1", "2015-01", None, "hvb")))
    assert care.index.tolist() == [("F01", "t0"), ("F01", "t2"), ("F01", "t3")]


def test_who_is_away_all_the_time_is_away_as_long_after_as_before(by_month) -> None:
    """Whichever window holds 29 February 2016, and however much of a window is covered."""
    for entry, part in {"2015-03": 1.0, "2016-02": 1.0, "2016-03": 1.0, "2014-12": 275 / 365}.items():
        care, _ = measured(by_month, families(F01=entry), placements(("F01-P1", "2010-01", None, "hvb")))
        assert care["window_part"].tolist()[0] == part
        assert (care["care"] / care["window_part"]).round(9).unique().tolist() == [365]


def test_an_open_end_goes_on_until_the_data_end(by_month) -> None:
    care, _ = measured(by_month, families(F01="2017-06"), placements(("F01-P1", "2017-11", None, "hvb")))
    assert care.loc[("F01", "t2"), ["care", "begun"]].tolist() == [61, 1]
    assert care.loc[("F01", "t2"), "window_part"] == 214 / 365
    assert ("F01", "t3") not in care.index


def test_what_lies_outside_the_covered_part_does_not_count(by_month) -> None:
    """Records before complete_from are not all there, and those after data_until cannot be true yet."""
    placed = placements(
        ("F01-P1", "2014-01", "2014-03", "hvb"),
        ("F02-P1", "2018-01", "2018-02", "hvb"),
        ("F02-P2", "2017-12", "2018-05", "hvb"),
    )
    care, _ = measured(by_month, families(F01="2014-12", F02="2017-06"), placed)
    assert care.loc[("F01", "t0"), ["care", "begun"]].tolist() == [31, 0]
    assert care.loc[("F02", "t2"), ["care", "begun"]].tolist() == [31, 1]


def test_whether_there_was_any_is_known_of_whole_windows_alone(by_month) -> None:
    elsewhere = ("F02-P1", "2014-01", None, "hvb")
    care, _ = measured(by_month, families(F01="2014-12"), placements(elsewhere))
    assert care.loc[("F01", "t0"), "care"] == 0
    assert np.isnan(care.loc[("F01", "t0"), "ever"])
    assert care.loc[("F01", "t2"), "ever"] == 0


def test_a_month_of_moving_is_counted_once_for_a_child_and_twice_for_two(by_month) -> None:
    moving = ("F01-P1", "2015-04", "2015-06", "home"), ("F01-P1", "2015-06", "2015-07", "hvb")
    sibling = ("F01-P2", "2015-06", "2015-06", "home")
    entered = families(F01="2015-03")
    one, _ = measured(by_month, entered, placements(*moving))
    two, _ = measured(by_month, entered, placements(*moving, sibling))
    assert one.loc[("F01", "t2"), ["care", "hvb", "begun"]].tolist() == [122, 61, 2]
    assert two.loc[("F01", "t2"), ["care", "begun"]].tolist() == [152, 3]


def test_a_spell_inside_another_or_the_wrong_way_round_adds_nothing(by_month) -> None:
    placed = placements(
        ("F01-P1", "2015-04", "2015-09", "hvb"),
        ("F01-P1", "2015-05", "2015-06", "hvb"),
        ("F01-P1", "2015-08", "2015-08", "hvb"),
        ("F01-P2", "2015-09", "2015-06", "hvb"),
        ("F01-P3", None, "2015-06", "hvb"),
    )
    care, _ = measured(by_month, families(F01="2015-01"), placed)
    assert care.loc[("F01", "t2"), ["care", "begun"]].tolist() == [183, 4]


def test_a_family_without_entry_or_unknown_to_the_register_has_no_window(by_month) -> None:
    placed = placements(("F02-P1", "2015-04", None, "hvb"), ("F03-P1", "2015-04", None, "hvb"))
    care, _ = measured(by_month, families(F01="2015-03", F02=None), placed)
    assert set(care.index.get_level_values(0)) == {"F01"}
    assert care["care"].sum() == 0


def test_a_day_of_entry_parts_the_month(by_day) -> None:
    placed = placements(("F01-P1", "2015-03-01", "2015-03-31", "hvb"))
    care, _ = measured(by_day, families(F01="2015-03-11"), placed)
    assert care.loc[("F01", "t0"), "care"] == 10
    assert care.loc[("F01", "t2"), "care"] == 21


def test_months_after_the_last_of_a_month_stay_in_the_month() -> None:
    days = np.array(["2015-08-31", "2015-11-30", "2016-02-29"], dtype="datetime64[D]")
    assert months_after(days, 6).astype(str).tolist() == ["2016-02-29", "2016-05-30", "2016-08-29"]
    assert months_after(days, -12).astype(str).tolist() == ["2014-08-31", "2014-11-30", "2015-02-28"]


def test_a_sum_at_a_wave_needs_every_row_that_belongs_to_it(by_month) -> None:
    met = [
        *(("F01", "t0", "soc", 3), ("F01", "t0", "school", 2), ("F01", "t0", "region", 9)),
        *(("F02", "t0", "soc", 3), ("F02", "t0", "school", pd.NA)),
        *(("F03", "t0", "soc", 3), ("F03", "t0", "region", 1)),
    ]
    _, met_by = measured(by_month, families(F01="2015-03"), placements(), met)
    assert met_by.loc[("F01", "t0"), ["units", "region"]].tolist() == [5, 1]
    assert np.isnan(met_by.loc[("F02", "t0"), "units"])
    assert np.isnan(met_by.loc[("F03", "t0"), "units"])
    assert met_by.loc[("F02", "t0"), "region"] == 0
    assert len(met_by) == 3


def test_a_table_without_rows_is_not_taken_for_zeros(by_month) -> None:
    """Nothing may have happened, or the sheet may be missing."""
    care, met_by = measured(by_month, families(F01="2015-03"), placements())
    assert len(care) == len(met_by) == 0
    assert care["care"].dtype == np.float64
    tables = {"families": families(F01="2015-03"), "placements": placements(), "contacts": contacts()}
    assert [(one.table, one.why) for one in uncovered(by_month, tables)] == [("placements", "empty")]


def test_windows_that_are_not_covered_are_told(by_month) -> None:
    entered = families(F01="2014-06", F02="2015-06", F03="2017-10", F04=None)
    placed = placements(("F01-P1", "2015-01", None, "hvb"))
    told = uncovered(by_month, {"families": entered, "placements": placed, "contacts": contacts()})
    assert [(one.wave, one.families, one.why) for one in told] == [
        ("", 1, "entry"),
        ("t0", 1, "window"),
        ("t1", 3, "across"),
        ("t2", 1, "window"),
        ("t3", 1, "window"),
    ]


MONTHS = st.integers(0, 95).map(lambda month: date(2011 + month // 12, month % 12 + 1, 1))
SPELL = st.tuples(st.integers(1, 2), MONTHS, st.none() | st.integers(1, 30), st.sampled_from(["hvb", "home"]))


def by_hand(entry, spells, months):
    """Days of care, and of care in an institution, day by day; the covered part; how many spells begin."""
    first, after = (whole_months(entry, months - 12), whole_months(entry, months))
    window = [first + timedelta(place) for place in range((after - first).days)]
    covered = [day for day in window if date(2014, 3, 1) <= day <= date(2017, 12, 31)]
    days = []
    for kinds in ({"hvb", "home"}, {"hvb"}):
        away = [
            {(child, day) for day in covered if start <= day and (end is None or day < end)}
            for child, start, end, kind in spells
            if kind in kinds
        ]
        days.append(round(len(set().union(*away)) * 365 / len(window)))
    part = len(covered) / len(window)
    return days, round(part * 365) / 365, sum(start in covered for _, start, _, _ in spells), part


def whole_months(day, months):
    whole = day.year * 12 + day.month - 1 + months
    return date(whole // 12, whole % 12 + 1, 1)


@settings(deadline=None, max_examples=6)
@given(families_there=st.lists(st.tuples(MONTHS, st.lists(SPELL, max_size=5)), min_size=1, max_size=12))
def test_the_count_is_that_of_a_calendar_crossed_off_day_by_day(by_month, families_there) -> None:
    ids = [f"F{place:02d}" for place in range(len(families_there))]
    entered = families(**{name: str(entry) for name, (entry, _) in zip(ids, families_there, strict=True)})
    placed = [
        (f"{name}-P{child}", str(start), months and str(whole_months(start, months - 1)), kind)
        for name, (_, spells) in zip(ids, families_there, strict=True)
        for child, start, months, kind in spells
    ]
    care, _ = measured(by_month, entered, placements(*placed))
    if not placed:
        assert care.empty
        return
    for name, (entry, spells) in zip(ids, families_there, strict=True):
        real = [
            (child, start, months and whole_months(start, months), kind)
            for child, start, months, kind in spells
        ]
        for wave, months in {"t0": 0, "t2": 12, "t3": 24}.items():
            (days, hvb), part, begun, share = by_hand(entry, real, months)
            assert ((name, wave) in care.index) == (share >= 0.5)
            if share >= 0.5:
                row = care.loc[(name, wave), ["window_part", "care", "hvb", "begun"]]
                assert row.tolist() == [part, days, hvb, begun]


def test_windows_of_several_waves_do_not_overlap() -> None:
    entry = np.array(["2015-01-31"], dtype="datetime64[D]")
    ends = [months_after(entry, months)[0] for months in (-12, 0, 12, 24)]
    assert all(one < other for one, other in pairwise(ends))
