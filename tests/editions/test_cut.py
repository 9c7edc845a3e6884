"""A study as it stood on a day: what is dated later is gone, and what remains is still a study."""

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from editions.interim_study import FILES, study_in

import fou_eval as fou
from fou_eval.errors import DataError
from fou_eval.fingerprints import data_marks
from fou_eval.study import Study

DAY = date(2016, 11, 30)
FIRST = {name: lines[:2] for name, lines in FILES.items() if name != "steps"}  # one family, which left later


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Study:
    study, data = study_in(tmp_path_factory.mktemp("cut"))
    return fou.open_study(study, data=data)


@pytest.fixture(scope="module")
def interim(whole: Study) -> Study:
    return whole.until(DAY)


def rows(study: Study, table: str, *columns: str) -> list[tuple[object, ...]]:
    frame = study.tables[table][list(columns)]
    shown = frame.apply(lambda one: one.dt.strftime("%Y-%m-%d") if one.dtype.kind == "M" else one)
    return [
        tuple(None if pd.isna(value) else value for value in row) for row in shown.itertuples(index=False)
    ]


def test_who_entered_later_is_gone_and_who_left_later_has_not_left(interim: Study) -> None:
    assert rows(interim, "families", "family_id", "exit_reason", "exit_month", "exit_ready") == [
        ("F01", "ongoing", None, None),
        ("F02", "other", "2016-11-01", 0.0),
        ("F03", "ongoing", None, None),
        ("F05", "moved", None, 1.0),
    ]
    assert rows(interim, "persons", "person_id", "left_on") == [("F01-P1", None), ("F02-P1", "2016-11-30")]
    assert list(interim.family_numbers) == ["F01", "F02", "F03", "F05"]


def test_spells_that_began_later_are_gone_with_what_leans_on_them_and_later_ends_are_open(
    interim: Study,
) -> None:
    assert rows(interim, "spells", "family_id", "spell_no", "end") == [
        ("F01", 1.0, "2016-11-30"),
        ("F01", 2.0, None),
        ("F05", 1.0, None),
    ]
    assert rows(interim, "steps", "spell_no", "step") == [(2.0, 1.0)]


def test_waves_are_dated_by_their_month_or_by_entry_and_reasons_follow(interim: Study) -> None:
    assert rows(interim, "uppf", "family_id", "wave", "maende") == [
        ("F01", "t0", 4.0),
        ("F01", "t1", 6.0),
        ("F02", "t0", 5.0),
        ("F03", "t0", None),
        ("F05", "t0", None),
    ]
    assert interim.reasons["uppf"].to_numpy().tolist() == [[3, "maende", "-1"], [4, "maende", "-1"]]


def test_a_month_that_has_not_ended_is_later(whole: Study) -> None:
    assert ("F02", "ongoing") in rows(whole.until("2016-11-29"), "families", "family_id", "exit_reason")
    assert ("F02", "t0") in rows(whole.until("2016-02-29"), "uppf", "family_id", "wave")
    assert "F02" not in whole.until("2016-02-28").family_numbers


def test_what_cannot_be_dated_is_kept_and_told(interim: Study) -> None:
    told = {(one.table, one.rule): one.message for one in interim.issues if one.rule.startswith("edition_")}
    undated = "Rader i {} som varken ett datum eller familjens inskrivning daterar: 1. De är med som de står i filen."
    assert told == {
        **{(table, "edition_undated"): undated.format(table) for table in ("families", "spells", "uppf")},
        ("families", "edition_ended"): (
            "Rader i families som säger hur något avslutades men inte när: 1. De är med som de står i filen, fast det "
            "kan ha hänt senare."
        ),
    }


def test_the_file_as_it_stood_gives_the_same_edition(interim: Study, tmp_path: Path) -> None:
    """What is left, written out as a file, passes intake with all its rules, and nothing more is cut from it."""
    files = {name: lines(interim, name) for name in FILES}
    study, data = study_in(tmp_path, files)
    then = fou.open_study(study, data=data)
    assert data_marks(then) == data_marks(interim) == data_marks(then.until(DAY))
    assert not [one for one in then.issues if one.severity == "error"]


def lines(study: Study, table: str) -> list[str]:
    frame = study.tables[table]
    text = frame.apply(lambda one: one.dt.strftime("%Y-%m-%d") if one.dtype.kind == "M" else one).astype(
        object
    )
    for row, column, code in study.reasons[table][["row", "column", "code"]].itertuples(index=False):
        text.loc[row, column] = code
    whole = text.map(
        lambda value: f"{value:.0f}" if isinstance(value, float) and not pd.isna(value) else value
    )
    return str(whole.to_csv(index=False)).splitlines()


def test_the_study_says_that_it_is_an_edition(interim: Study) -> None:
    assert (interim.codebook.status, interim.codebook.data_until, interim.cut_off) == (
        "preliminary",
        DAY,
        DAY,
    )
    assert "until 2016-11-30" in repr(interim)


def test_who_has_not_reached_a_wave_is_known_by_entry(interim: Study, whole: Study) -> None:
    np.testing.assert_array_equal(interim.due, [[True, True], [True, True], [True, False], [True, True]])
    assert whole.due.all()


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2015-12-31", None),
        ("2016-13-01", "ingen dag. Skriv den som 2016-11-30"),
        ("30/11 2016", "ingen dag. Skriv den som 2016-11-30"),
    ],
)
def test_a_day_that_will_not_do(day: str, told: str | None, whole: Study) -> None:
    if told is None:  # only the family whose entry nobody wrote down is left
        assert list(whole.until(day).family_numbers) == ["F05"]
        return
    with pytest.raises(DataError, match=told):
        whole.until(day)


def test_no_edition_before_anybody_entered_or_after_the_data(tmp_path: Path) -> None:
    files = {
        **FILES,
        "families": FILES["families"][:-1],
        "spells": FILES["spells"][:-1],
        "uppf": FILES["uppf"][:-1],
    }
    study, data = study_in(tmp_path, files)
    with pytest.raises(DataError, match=r"Ingen familj var inskriven 31.december 2015.*senare brytdag"):
        fou.open_study(study, data=data, until="2015-12-31")
    text = (study / "study.yaml").read_text("utf-8")
    (study / "study.yaml").write_text(f"{text}data_until: 2017-06-30\n", "utf-8")
    with pytest.raises(DataError, match=r"efter den sista dagen med uppgifter, 30.juni 2017 \(data_until"):
        fou.open_study(study, data=data, until="2017-07-01")
    assert fou.open_study(study, data=data, until="2017-06-30").codebook.status == "preliminary"


@pytest.mark.parametrize(
    ("table", "old", "new", "told"),
    [
        ("families", "exit_month: {", "exit_month: {required: true, ", "families.yaml: kolumnen exit_month"),
        ("families", "ongoing: {sv: pågår, en: ongoing}, ", "", "kolumnen exit_reason .*koden ongoing"),
    ],
)
def test_what_leaves_no_room_for_what_goes_on_is_refused_with_the_remedy(
    table: str, old: str, new: str, told: str, tmp_path: Path
) -> None:
    study, data = study_in(tmp_path, FIRST, **{table: (old, new)})
    with pytest.raises(DataError, match=told):
        fou.open_study(study, data=data, until=DAY)


@pytest.mark.parametrize(("required", "held"), [("required: true", "met"), ("sensitive: true", None)])
def test_where_several_codes_say_that_it_goes_on_the_first_is_supposed_and_told(
    required: str, held: str | None, tmp_path: Path
) -> None:
    old = "type: code, required: true,\n    codes: {ongoing: {sv: pågår"
    new = f"type: code, {required},\n    codes: {{met: {{sv: träffas, en: met}}, paused: {{sv: pågår"
    study, data = study_in(tmp_path, FIRST, families=(old, new))
    interim = fou.open_study(study, data=data, until=DAY)
    assert rows(interim, "families", "exit_reason", "exit_month") == [(held, None)]
    told = [one.message for one in interim.issues if one.rule == "edition_supposed"]
    assert len(told) == 1
    assert "hur det stod på brytdagen: 1." in told[0]
