"""The register of what was said: each saying is answered at the right place, with the right state."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from project_study import CLAIMS, FAMILIES, study_in

import fou_eval as fou
from fou_eval.declaration.reading import read_declaration
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.errors import DeclarationError
from fou_eval.report import claims
from fou_eval.report.content import assemble
from fou_eval.report.manifest import manifest
from fou_eval.tables import Answer
from fou_eval.tables.claims import answered

UNTIL = "30\u00a0November 2017"


@cache
def release() -> Release:
    with TemporaryDirectory() as folder:
        # Four families say how leisure is: all of it is withheld.
        rows = [
            f"{family},{wave},{4 + place % 3 * int(wave[1])},{3 + int(wave[1]) if place < 4 else ''}"
            for place, family in enumerate(FAMILIES)
            for wave in ("t0", "t1")
        ]
        study = fou.open_study(study_in(Path(folder) / "s", follow=rows))
        return fou.release(fou.measure_change(study))


@cache
def pages(language: Language) -> dict[str, object]:
    return assemble(release(), language, {}, manifest(release(), language, {}))


def register(language: Language) -> tuple[list[list[str]], list[str]]:
    (table,) = [
        block
        for appendix in pages(language)["appendices"]
        for block in appendix
        if block["kind"] == "table" and block["columns"][0]["header"] in {"Nr", "No."}
    ]
    return table["rows"], table["notes"]


def test_every_claim_is_answered_where_it_says_and_with_its_state() -> None:
    rows, _ = register("sv")
    answered = {row[0]: row[4] for row in rows}
    assert answered == {
        "N3": "Bilaga\u00a02: visas",
        "O1": "Bilaga\u00a04, Läget hemma: visas",
        "O2": "Bilaga\u00a05, Läget på fritiden: visas inte på grund av röjandeskydd",
        "O12": "Bilaga\u00a06, Hinder: visas",
        "O18": "Ej mätt",
        "D17": "Bilaga\u00a01, Beslut: visas",
    }
    titles = [appendix[0]["text"] for appendix in pages("sv")["appendices"]]
    assert titles[:6] == [
        "Bilaga 1. Projektets logik och tidslinje",
        "Bilaga 2. Deltagare och flöde",
        "Bilaga 3. Översikt över områdena",
        "Bilaga 4. Hemma",
        "Bilaga 5. Fritid",
        "Bilaga 6. Hinder och implementering",
    ]


def test_what_was_said_before_there_were_results_is_marked_as_such() -> None:
    """O18, T11: by month of the source; goals and plans are always said beforehand and carry no such mark."""
    rows, notes = register("en")
    said = {row[0]: row[3] for row in rows}
    assert said == {
        "N3": "PAGEᵃ",
        "O1": "EARLYᵃᵇ",
        "O2": "LATE",
        "O12": "PAGEᵃᶜ",
        "O18": "NEWSᵈ",
        "D17": "PAGEᵃ",
    }
    assert sorted(notes[:4]) == [
        "EARLY: Early news, June 2015.",
        "LATE: Late report, February 2018.",
        "NEWS: The news, month not given.",
        "PAGE: Project page, March 2017.",
    ]
    notes = notes[4:]
    assert [note[:2] for note in notes] == ["ᵃ\u00a0", "ᵇ\u00a0", "ᶜ\u00a0", "ᵈ\u00a0"]
    assert [note[2:] for note in notes] == [
        "Said while the project was running.",
        "Said before anybody could have been followed to the wave One year.",
        f"Said before all data were collected ({UNTIL}), that is before the results of this report existed.",
        "The source gives no month; whether the results existed when this was said cannot be told.",
    ]


def test_the_kind_of_a_saying_is_in_words() -> None:
    assert {row[0]: row[2] for row in register("sv")[0]} == {
        "N3": "mål",
        "O1": "påstående",
        "O2": "förmodan",
        "O12": "iakttagelse",
        "O18": "uttalande",
        "D17": "plan",
    }


def test_a_part_that_the_report_lacks_answers_nothing() -> None:
    """A table whose appendix is not there keeps its name and leads nowhere."""
    answers = claims.answers(release(), "sv", {"home"})
    assert answers["N3"] == [Answer("not_measured")]
    assert answers["O12"] == [Answer("shown", "", "Hinder")]
    assert answers["O1"] == [Answer("shown", refer("part", "home"), "Läget hemma")]


def test_an_answer_leads_to_its_appendix() -> None:
    (table,) = [block for block in pages("en")["appendices"][0] if block.get("name") == "claims"]
    assert [link for link in table["links"] if link["to"] == "part-home"] == [
        {"text": "Appendix\u00a04", "to": "part-home"}
    ]


def test_answers_of_one_appendix_stand_together() -> None:
    told = [
        Answer("shown", "bilaga 4", "Frånvaro"),
        Answer("withheld", "bilaga 4", "Trivsel"),
        Answer("shown", "bilaga 4", "Stöd"),
        Answer("not_measured", "", "Hinder"),
    ]
    assert answered(told, "sv") == (
        "bilaga 4, Frånvaro; Stöd: visas. bilaga 4, Trivsel: visas inte på grund av röjandeskydd. Hinder: ej mätt"
    )


# What is wrong in claims.yaml, and words of what is said of it.
FLAWS = {
    "a source that is not declared": (
        "sources: [page], answered: [participants]",
        "sources: [pge]",
        "source 'pge'",
    ),
    "an answer that is not declared": ("answered: [mood]", "answered: [moood]", "mood"),
    "no text": ("{sv: Goda resultat., en: Good results.}", "{sv: '', en: ''}", "claims.O18.claim"),
    "no source": ("kind: statement, sources: [news]", "kind: statement, sources: []", "claims.O18.sources"),
    "a kind that does not exist": ("kind: belief", "kind: rumour", "claims.O2.kind"),
    "a day for a month": ("said: 2015-06", "said: 2015-06-01", "sources.early.said"),
}


@pytest.mark.parametrize("what", FLAWS)
def test_a_flaw_of_the_claims_is_located(what: str, tmp_path: Path) -> None:
    old, new, said = FLAWS[what]
    assert old in CLAIMS
    folder = study_in(tmp_path / "s")
    shutil.rmtree(folder / "data")
    (folder / "claims.yaml").write_text(CLAIMS.replace(old, new), "utf-8")
    with pytest.raises(DeclarationError) as refused:
        read_declaration(folder)
    assert "claims.yaml:" in str(refused.value)
    assert said in str(refused.value)


def test_an_answer_of_which_only_the_number_of_rows_is_shown_says_so(tmp_path: Path) -> None:
    """O12: all obstacles are open, of one level and owner, so that nothing but their number is left to tell."""
    rows = [f"{family},1,2017-05,,unit,care,raised" for family in FAMILIES]
    bare = fou.release(fou.measure_change(fou.open_study(study_in(tmp_path / "s", rows))))
    told = claims.answers(bare, "sv", {"obstacles", "participants"})
    assert told["O12"] == [Answer("total", refer("part", "obstacles"), "Hinder")]
