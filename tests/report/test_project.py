"""The chapters on the project and on obstacles: what they say, and what they say of wrong rows."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from project_study import TABLES, study_in

import fou_eval as fou
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.figures import obstacles, timeline
from fou_eval.report import narrative
from fou_eval.report.content import assemble, printed_beside
from fou_eval.report.manifest import manifest
from fou_eval.tables import feedback, project_decisions, project_months, staff_survey, tracker
from fou_eval.tables.obstacles import step_state


def made(**others: list[str]) -> Release:
    with TemporaryDirectory() as folder:
        return fou.release(fou.measure_change(fou.open_study(study_in(Path(folder) / "s", **others))))


@cache
def release() -> Release:
    return made()


@cache
def sentences(language: Language) -> str:
    pictures = {
        picture.name: picture for picture in (timeline(release(), language), obstacles(release(), language))
    }
    record = manifest(release(), language, {})
    content = assemble(release(), language, pictures, record)
    assert (
        list(narrative.faults(content, release(), language, printed_beside(release(), record, language)))
        == []
    )
    return "\n".join(text for _, text in narrative.sentences(content))


def test_target_and_time_are_said_in_sentences() -> None:
    """N3, T4, T10."""
    said = sentences("sv")
    assert "Målet var 15–30 familjer. Inskrivna är 18, alltså inom målet." in said
    assert "Källa: Projektsidan. Se ." in said  # which appendix is told by the link
    assert "120\u00a0% av det lägsta antalet och 60\u00a0% av det högsta" in said
    assert "började i januari 2015, 5 månader efter planerad start (augusti 2014)" in said
    assert "räknas därför från inskrivningen och inte från projektets start" in said
    assert "från juli 2017 till december 2017, det vill säga med 5 månader" in said


def test_a_month_never_becomes_the_first_day_of_it() -> None:
    """T1, in both languages."""
    for language in ("sv", "en"):
        assert "1\u00a0jan" not in sentences(language).lower()
        assert "1 jan" not in sentences(language).lower()
        assert "-01-01" not in sentences(language)


def test_time_planned_and_actual_is_laid_out_in_months() -> None:
    assert project_months(release(), "en").rows == (
        ("Project as planned", "August 2014", "July 2017", "36"),
        ("Support to families, to the planned end", "January 2015", "July 2017", "31"),
        ("Extension", "August 2017", "December 2017", "5"),
        ("Support to families, with the extension", "January 2015", "December 2017", "36"),
    )


def test_decisions_are_in_the_order_of_their_months() -> None:
    """N13, D8: with paragraph; steps without a month come last, by deadline."""
    assert [(row[0], row[1], row[3]) for row in project_decisions(release(), "en").rows] == [
        ("April 2017", "Funds are granted", "§ 204"),
        ("September 2017", "Report is handed over", "–"),
        ("–", "The committee presents", "–"),
        ("–", "Team starts", "–"),
    ]


def test_a_step_that_several_take_is_one_row() -> None:
    """D15: the same step of two committees, with the same deadline and state, names both."""
    several = made(decisions=["answer,board,,2017-11,planned,", "answer,fou,,2017-11,planned,"])
    table = project_decisions(several, "en")
    assert table is not None
    assert [(row[1], row[2]) for row in table.rows] == [("The committee presents", "The board; FoU")]


def test_a_source_of_the_register_is_named_in_the_language_of_the_report() -> None:
    book = release().codebook
    assert [book.source_named("Projektsidan", language) for language in ("sv", "en")] == [
        "Projektsidan",
        "Project page",
    ]
    assert book.source_named("Kolada", "en") == "Kolada"


def test_a_step_with_a_deadline_is_followed_to_what_came_of_it() -> None:
    """D9, D15, D17: due, taken, months after the deadline, state by the last month of the data."""
    rows = tracker(release(), "en").rows
    assert [(row[0], row[4], row[5], row[6]) for row in rows] == [
        ("June 2017", "September 2017", "+3", "Taken late"),
        ("November 2017", "–", "–", "Deadline has passed, not recorded as taken"),
        ("September 2018", "–", "–", "Deadline has not passed"),
    ]
    assert step_state({"deadline": "2017-12", "month": "2017-12"}, "") == "on_time"
    assert step_state({"deadline": "2017-12", "month": None}, "") == "untold"


def test_a_column_of_steps_in_which_nothing_is_recorded_is_left_out() -> None:
    table = tracker(made(decisions=["team,board,,2018-09,planned,"]), "en")
    assert [head.header for head in table.columns] == [
        *("Was due", "Decision or step", "Body", "Status", "State at the end of November 2017"),
    ]
    assert len(table.rows[0]) == 5
    assert table.notes == ()


def test_a_step_of_several_bodies_stands_once() -> None:
    rows = ["team,board,,2018-09,planned,", "team,fou,,2018-09,planned,"]
    (row,) = tracker(made(decisions=rows), "en").rows
    assert row[:3] == ("September 2018", "Team starts", "The board; FoU")


def test_a_decision_that_was_due_before_it_was_made_is_noted() -> None:
    wrong = made(decisions=["granted,board,2017-04,2017-03,decided,§ 204"])
    (note,) = project_decisions(wrong, "sv").notes
    assert note.startswith("På en rad ska ett beslut vara klart före den månad då det fattades")
    assert project_decisions(release(), "sv").notes == ()


def test_feedback_before_any_data_and_from_unknown_data_is_marked() -> None:
    """O24: the occasion of 2014 lies before support began, and nobody recorded from which data it came."""
    table = feedback(release(), "sv")
    assert table.rows == (
        ("november 2014ᵃᵇ", "Ledningsgruppen", "–"),
        ("maj 2016", "Ledningsgruppen", "mars 2016"),
    )
    first, second = table.notes
    assert first.startswith("ᵃ\u00a0Gavs innan stödet till familjer började")
    assert second.startswith("ᵇ\u00a0Till och med vilken månad uppgifterna gick")


def test_staff_shares_of_few_answers_are_not_shown() -> None:
    """O13: ten of forty, and three of four, which is too few."""
    assert [row[2:] for row in staff_survey(release(), "en").rows] == [("4", "–"), ("40", "25%")]


def test_obstacles_are_told_with_those_still_open() -> None:
    """O12; O14 is not recorded in this study and therefore not measured."""
    said = sentences("en")
    assert "Of the obstacles, 75% are closed, solved or not; the others are open." in said
    assert "\n24 obstacles. See  and ." in said
    assert (
        "Those that are closed were open for 8.3 months on average. Those still open are not part of" in said
    )
    assert "Of 24 obstacles: Raised; Taken up; Action decided: 6. Solved: 12. Not solvable: 6." in said
    assert "Not measured." in said


def test_the_timeline_says_what_was_planned_and_what_came_of_it() -> None:
    alt = timeline(release(), "sv").alt
    assert (
        "Planerad projekttid: augusti 2014 till juli 2017. Stöd till familjer: januari 2015 till juli 2017."
        in alt
    )
    assert "Rapport lämnas: klart senast juni 2017, genomfört september 2017." in alt
    assert "Team startar: klart senast september 2018, månad för genomförande saknas." in alt


def test_bars_of_obstacles_are_as_long_as_their_counts() -> None:
    (sheet,) = obstacles(release(), "en").figure.axes
    long = [patch.get_width() for patch in sheet.patches if patch.get_label() == "_count"]
    assert [round(12 * one / max(long), 6) for one in long[:3]] == [6, 12, 6]


def test_a_month_stands_at_its_place_between_the_ends_of_the_project() -> None:
    """The planned project is 36 months long; what was due in June 2017 stands in the middle of the 35th of them."""
    (sheet,) = timeline(release(), "sv").figure.axes
    planned, service, *_ = (patch for patch in sheet.patches if patch.get_label() == "_span")
    month = planned.get_width() / 36
    assert (service.get_x() - planned.get_x()) / month == pytest.approx(5)
    due, done = (
        sorted(line.get_xdata()[0] for line in sheet.lines if line.get_label() == label)
        for label in ("_due", "_done")
    )
    assert (due[0] - planned.get_x()) / month == pytest.approx(34.5)
    assert (done[-1] - planned.get_x()) / month == pytest.approx(39.5)  # data up to November 2017


def test_a_study_without_these_tables_has_neither_chapter_nor_figure() -> None:
    with TemporaryDirectory() as folder:
        place = study_in(Path(folder) / "s", tables=("follow",))
        study = (place / "study.yaml").read_text("utf-8")
        begin, end = study.index("project:"), study.index("data: data")
        (place / "study.yaml").write_text(study[:begin] + study[end:], "utf-8")
        bare = fou.release(fou.measure_change(fou.open_study(place)))
    titles = [part[0]["text"] for part in assemble(bare, "sv", {}, manifest(bare, "sv", {}))["appendices"]]
    assert titles[0] == "Bilaga 1. Deltagare och flöde"
    assert not any("Hinder" in title for title in titles)
    assert timeline(bare) is None
    assert obstacles(bare) is None
    assert len(TABLES) > 1
