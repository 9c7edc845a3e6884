"""The chapters on goals and on the advocates' work: what they say, and that they say not measured."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from worked_study import study_in

import fou_eval as fou
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import without_references
from fou_eval.figures import Picture, association, caseload, hours
from fou_eval.report import committee
from fou_eval.report.chapters import advocates, goals
from fou_eval.report.narrative import Reader


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    folder = study_in(tmp_path_factory.mktemp("worked") / "s")
    return fou.release(fou.measure_change(fou.open_study(folder)))


def pictures(release: Release, language: Language) -> dict[str, Picture]:
    drawn = (association(release, language), caseload(release, language), hours(release, language))
    return {picture.name: picture for picture in drawn if picture is not None}


def told(release: Release, language: Language, drawn: Mapping[str, Picture]) -> list[str]:
    """Every sentence of both chapters: paragraphs, bullets, captions and alternative texts."""
    found = []
    for part in (goals, advocates):
        for block in part.fill(release, language, drawn):
            items = block.get("items", ())
            found += [f"{item['lead']} {item['text']}" for item in items]  # type: ignore[attr-defined]
            found += [item["margin"] for item in items if "margin" in item]  # type: ignore[attr-defined]
            found += [str(block[key]) for key in ("text", "margin", "alt", "caption") if key in block]
    return [without_references(text) for text in found]


def test_the_chapters_say_what_was_counted(release: Release) -> None:
    said = " ".join(told(release, "sv", pictures(release, "sv"))).replace("\u00a0", " ")
    for words in (
        "Familjen själv satte 83 % av målen. Som familjens egna räknas: förälder och barnet.",
        "Vid inskrivning: ",
        "Antalet familjer per familjeombud var i medeltal 4. Projektets eget mått: 5.",
        "I 60 % av ombudens månader hade ombudet minst så många.",
        "Familjerna hade familjeombud i 22,0 månader i medeltal.",
        "Av timmarna gick 60 % till tid med familjer; projektets eget mått var 50 %.",
        "månader med ett ombud. Källa: Projektplanen. Se ",
        "timmar. Källa: Utvärderingen. Se ",
        "familjer. Spearmans rangkorrelation, permutationstest; 95 % KI enligt Bonett och Wright.",
        "juli 2016 till december 2016: 5; januari 2017 till juni 2017: 5. Projektets mått är 5.",
        "Familjer med fler insatser kände sig i genomsnitt mindre hjälpta.",
    ):
        assert words in said


def test_the_summary_tells_of_the_families_own_goals(release: Release) -> None:
    """What got worse is told of, or said not to be shown."""
    _, points = committee.goals(release, "sv")
    (own,) = [point for point in points["items"] if point["lead"] == "Familjernas egna mål."]
    assert (
        own["text"].replace("\u00a0", " ")
        == "47 % nådde den väntade nivån, och 14 % bedömdes lägre än vid start."
    )
    assert without_references(own["margin"]).replace("\u00a0", " ") == "36 mål. Mer i ."


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_sentence_says_more_than_was_released(release: Release, language: Language) -> None:
    reader = Reader(release, language, ())
    said = told(release, language, pictures(release, language))
    assert len(said) > 25
    assert {text: list(reader.kinds(text)) for text in said if list(reader.kinds(text))} == {}


def test_what_is_drawn_is_what_was_released(release: Release) -> None:
    """Lengths are read against the standard of five families, and places against the ends of the scale."""
    drawn = pictures(release, "sv")
    (sheet,) = drawn["caseload"].figure.axes
    (foot,), (standard,) = (
        {y for line in sheet.lines if line.get_label() == label for y in line.get_ydata()}
        for label in ("_base", "_standard")
    )
    bars = [patch.get_height() / (foot - standard) * 5 for patch in sheet.patches]
    assert sorted({round(bar, 6) for bar in bars}) == [2.0, 4.0, 5.0, 6.0]
    lines = drawn["services_and_helped"].figure.axes[0].lines
    (axis,) = (line.get_xdata() for line in lines if line.get_label() == "_axis")
    places = {line.get_xdata()[0] for line in lines if line.get_label() == "_value"}
    assert {round(2 * (x - axis[0]) / (axis[1] - axis[0]) - 1, 6) for x in places} == {-0.7, 0.0}


def test_what_is_not_recorded_is_said_to_be_not_measured(tmp_path: Path) -> None:
    study = fou.open_study(study_in(tmp_path / "s", tables=("families", "follow", "goals", "assignments")))
    said = " ".join(told(fou.release(fou.measure_change(study)), "sv", {}))
    for words in (
        "Måluppfyllelse: ej mätt.",
        "upplevelse av stödet är inte dokumenterat",
        "Ombudens tid: ej mätt.",
    ):
        assert words in said


def test_a_study_without_these_tables_has_neither_chapter(tmp_path: Path) -> None:
    study = fou.open_study(study_in(tmp_path / "s", tables=("families", "follow")))
    release = fou.release(fou.measure_change(study))
    assert told(release, "sv", pictures(release, "sv")) == []
