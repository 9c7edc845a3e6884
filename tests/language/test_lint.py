"""The phrase catalogue claims no cause and never speaks of better alone, in neither language."""

from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from hand_made_study import study_in

from fou_eval.commands import codebook
from fou_eval.declaration.text import Language
from fou_eval.language import PHRASES
from fou_eval.language.lint import (
    BESIDE,
    NO_RESULT,
    REVIEWED,
    causal_words,
    claims,
    is_one_sided,
    says_no_result,
)
from fou_eval.statistics.catalogue import CATALOGUE

LANGUAGES: tuple[Language, ...] = ("sv", "en")

CAUSAL: dict[Language, tuple[tuple[str, str], ...]] = {
    "sv": (
        ("Stödet hade effekt.", "effekt"),
        ("EFFEKTERNA var goda.", "effekterna"),
        ("Ett effektmått per område.", "effektmått"),
        ("Effektstorlek 0,4.", "effektstorlek"),
        ("Behandlingseffekten var liten.", "behandlingseffekten"),
        ("Det ledde\u00a0till mer skolgång.", "ledde till"),
        ("Det har lett i sin tur till arbete.", "lett i sin tur till"),
        ("Bättre tack  vare\nombuden.", "tack vare"),
        ("Till följd av insatsen.", "till följd av"),
        ("Det resulterade i arbete.", "resulterade i"),
        ("Projektet bidrog starkt till läget.", "bidrog starkt till"),
        ("Frånvaron på\u00adverkades.", "påverkades"),
        ("Stödets inverkan på skolan.", "inverkan"),
        ("Insatsen medförde mer ro.", "medförde"),
        ("Det orsakades av stress.", "orsakades"),
        ("Orsaken till förändringen.", "orsaken till"),
        ("Läget förbättrades av stödet.", "förbättrades av"),
        ("Familjerna stärktes genom lotsen.", "stärktes genom"),
        ("Det var på grund av insatsen.", "på grund av insatsen"),
        ("Mer ro genom det samordnade stödet.", "genom det samordnade stödet"),
        ("Ökningen beror på projektet.", "beror på projektet"),
        ("Projektet har förbättrat läget.", "projektet har förbättrat"),
    ),
    "en": (
        ("It had an effect.", "effect"),
        ("Side-effects, EFFECTS and effectiveness.", "effects"),
        ("It led\u202fto work.", "led to"),
        ("Better thanks to the project.", "thanks to"),
        ("It resulted in more school.", "resulted in"),
        ("As a direct result of the support.", "as a direct result of"),
        ("Because of the project.", "because of the project"),
        ("Due to the new support.", "due to the new support"),
        ("The project caused it.", "caused"),
        ("An impact on school.", "impact"),
        ("It contributed greatly to work.", "contributed greatly to"),
        ("Absence was affected.", "affected"),
        ("Life was improved by the services.", "improved by the services"),
        ("The change is attributable to chance.", "attributable to"),
        ("The support has helped.", "support has helped"),
        ("Change brought about.", "brought about"),
    ),
}
CLEAN: dict[Language, tuple[str, ...]] = {
    "sv": (
        "Effektiv samverkan, medverkan och utveckling; beslutet effektueras.",
        "Insatserna ökade i antal. En samtalsledare till varje grupp.",
        "Talet visas inte på grund av att familjerna är få. Talet beror på hur många mål som satts.",
        "En ökning av vårdinsatser. Orsak till att värdet saknas: se koden.".replace(
            "Orsak till", "Skäl till"
        ),
        "Läget förbättrades för 9 familjer och försämrades för 5.",
    ),
    "en": (
        "Effectively effective. Because there are too few families. Results in this table.",
        "It improved by 2.0 points. Not shown due to few families. Go through the list.",
        "The situation improved for 9 families and worsened for 5.",
    ),
}


@pytest.mark.parametrize(
    ("language", "text", "words"), [(to, *case) for to, cases in CAUSAL.items() for case in cases]
)
def test_a_claim_of_cause_is_found(language: Language, text: str, words: str) -> None:
    assert words in causal_words(text, language)


@pytest.mark.parametrize(("language", "text"), [(to, text) for to, texts in CLEAN.items() for text in texts])
def test_other_words_are_left_alone(language: Language, text: str) -> None:
    assert causal_words(text, language) == ()


@pytest.mark.parametrize("place", [0, 1], ids=LANGUAGES)
def test_no_phrase_claims_a_cause(place: int) -> None:
    found = {key: claims(text[place], LANGUAGES[place]) for key, text in PHRASES.items()}
    # Say what changed, not what changed it; if the phrase claims nothing, say why in REVIEWED of language/lint.py.
    assert {key: words for key, words in found.items() if words} == {}


def test_every_reviewed_phrase_has_such_a_word_and_a_reason() -> None:
    spoken = {key: PHRASES.get(key, ("", "")) for key in REVIEWED}
    idle = [key for key, (sv, en) in spoken.items() if not causal_words(sv, "sv") + causal_words(en, "en")]
    assert idle == []
    assert all(len(reason) > 20 for reason in REVIEWED.values())


def test_a_review_excuses_the_phrase_and_not_the_word() -> None:
    label = PHRASES["report.design_label"][0]
    assert claims(label, "sv") == ()
    assert claims(f"{label}. Stödet gav effekt.", "sv") == ("effekt",)
    assert claims(label.replace("inte effekt", "och effekt"), "sv") == ("effekt",)


def test_no_phrase_speaks_of_better_alone() -> None:
    alone = {key for key, (sv, en) in PHRASES.items() if is_one_sided(sv, "sv") or is_one_sided(en, "en")}
    # Say how many got worse in the same phrase; or name the phrase beside it, or why it is no result, in lint.py.
    assert {key for key in alone if key not in BESIDE and not says_no_result(key)} == set()
    assert {key for key in BESIDE if key not in alone} == set()
    assert [name for name in NO_RESULT if not any(fnmatchcase(key, name) for key in alone)] == []


def test_what_stands_beside_better_speaks_of_worse_in_both_languages() -> None:
    worse = {"sv": ("sämre", "försämr"), "en": ("worse", "deteriorat")}
    for key in BESIDE.values():
        for language, text in zip(LANGUAGES, PHRASES[key], strict=True):
            assert any(word in text.casefold() for word in worse[language]), key


def test_a_statistic_of_those_better_is_made_wherever_the_one_of_those_worse_is() -> None:
    """Labels of both stand in the table of an indicator only if both numbers are made for its kind."""
    pairs = {
        better.split(".")[1]: worse.split(".")[1]
        for better, worse in BESIDE.items()
        if better.startswith("statistic.")
    }
    kinds = {name: set(entry.kinds) for name, entry in CATALOGUE.items()}
    assert {
        one for one, other in pairs.items() if not kinds.get(one, set()) <= kinds.get(other, set())
    } == set()


def test_a_study_is_told_of_its_own_claims_and_not_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study, _ = study_in(tmp_path)
    table = study / "tables" / "uppf.yaml"
    table.write_text(
        table.read_text("utf-8").replace("{sv: Mående, en: Well-being}", "{sv: Effekt, en: Impact}"), "utf-8"
    )
    codebook.run(study, out=tmp_path / "out", language=None)
    said = capsys.readouterr()
    assert [line.partition(" säger mer")[0] for line in said.err.splitlines()] == [
        "tables/uppf.yaml: columns.maende.label.sv: ”effekt”",
        "tables/uppf.yaml: columns.maende.label.en: ”impact”",
    ]
    assert "Effekt" not in said.out
