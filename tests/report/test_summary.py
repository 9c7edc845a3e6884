"""The summary, and where its sentences and those of the appendices lead."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from handmade_release import draw_stand_ins, make_release
from project_study import study_in

import fou_eval as fou
from fou_eval.declaration.project import Claim
from fou_eval.declaration.text import Language, Text
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import without_references
from fou_eval.report import committee
from fou_eval.report.blocks import Block
from fou_eval.report.content import assemble
from fou_eval.report.manifest import manifest

Parts = dict[str, list[Block]]


@cache
def project() -> Release:
    with TemporaryDirectory() as folder:
        return fou.release(fou.measure_change(fou.open_study(study_in(Path(folder) / "s"))))


@cache
def content(language: Language) -> dict[str, object]:
    release = make_release()
    pictures = {picture.name: picture for picture in draw_stand_ins(release, language)}
    return assemble(release, language, pictures, manifest(release, language, {}))


def blocks(content: dict[str, object]) -> Iterator[Block]:
    for name in ("summary", "reading", "plain"):
        yield from content[name]  # type: ignore[misc]
    for appendix in content["appendices"]:  # type: ignore[attr-defined]
        yield from appendix


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_reference_leads_to_what_it_names(language: Language) -> None:
    whole = list(blocks(content(language)))
    names = {
        str(block["anchor"]): plain(block.get("label", block.get("text")))
        for block in whole
        if "anchor" in block
    }
    led = [(plain(link["text"]), names[link["to"]]) for block in whole for link in block.get("links", ())]  # type: ignore[attr-defined]
    assert len(led) > 20
    assert [words for words, there in led if there.lower().partition(". ")[0] != words.lower()] == []


def test_verdicts_lead_to_their_appendices() -> None:
    (verdicts,) = [
        block
        for block in content("sv")["summary"]  # type: ignore[attr-defined]
        if block["kind"] == "findings"
    ]
    assert [(plain(link["text"]), link["to"]) for link in verdicts["links"]] == [
        ("bilaga 3", "part-home"),
        ("bilaga 4", "part-school"),
        ("bilaga 6", "part-occupation"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "margin"),
    [
        (
            "sv",
            (
                "Figur 3 visar hur många som fick det bättre och sämre, figur 4 förloppet över mättillfällena och "
                "tabell 3 alla indikatorer. Alla tal står i bilaga 11."
            ),
            "16 familjer. Teckenbytestest per familj; 95 % KI genom invertering. Alla tal: tabell {}.",
        ),
        (
            "en",
            (
                "Figure 3 shows how many were better and worse off, Figure 4 the course over the waves and "
                "Table 3 every indicator. All numbers are in Appendix 11."
            ),
            "16 families. Sign-flip test by family; 95% CI by inversion. All numbers: Table {}.",
        ),
    ],
)
def test_a_domain_says_which_figure_and_table_show_what(language: Language, text: str, margin: str) -> None:
    _, where, points, *_ = content(language)["appendices"][2]  # type: ignore[index]
    assert plain(where["text"]) == text
    numbers = next(
        block["number"]
        for block in blocks(content(language))
        if block.get("name") == "details_home_situation"
    )
    assert plain(points["items"][0]["margin"]) == margin.format(numbers)
    assert points["items"][1]["margin"] != points["items"][0]["margin"]


def test_the_target_is_said_to_be_reached_with_its_source_beside() -> None:
    _, points = committee.goals(project(), "sv")
    (target,) = points["items"]
    assert (target["lead"], target["text"]) == (
        "Antalet familjer.",
        "Ja: 18 familjer skrevs in, och målet var 15–30.",
    )
    assert without_references(target["margin"]) == "Källa: Projektsidan. Mer i ."


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        (("home_situation",), "Läget förbättrades i genomsnitt ()."),
        (("absence_pct", "home_situation"), "Läget förbättrades i genomsnitt ( och )."),
        (("step",), "Ingen säker förändring ()."),
        (("step", "wellbeing"), "Steg mot arbete eller studier: ingen säker förändring; Trivsel i skolan: "),
    ],
)
def test_a_declared_goal_is_answered_by_its_indicators(answered: tuple[str, ...], expected: str) -> None:
    """Said once where all indicators agree, and else of each; a remark of the register is left to its table."""
    goal = Claim(
        claim=Text(sv="Det ska bli bättre. Inget resultat påstods.", en="It is to get better."),
        kind="goal",
        sources=("page",),
        answered=answered,
    )
    release = make_release()
    claims = {"O1": goal, "N9": goal.model_copy(update={"answered": ("overview",)})}
    _, points = committee.goals(make_release(replace(release.codebook, claims=claims)), "sv")
    (point,) = points["items"]
    assert point["lead"] == "Det ska bli bättre."
    assert without_references(point["text"]).startswith(expected)


def test_steps_of_one_month_stand_together() -> None:
    (_, steps, more) = committee.decisions(project(), "en")
    assert steps["items"] == [
        {"lead": "November 2017.", "text": "The committee presents (The board)."},
        {"lead": "September 2018.", "text": "Team starts (The board)."},
    ]
    assert (
        without_references(str(more["text"]))
        == "These steps are not recorded as taken. All decisions are in ."
    )
