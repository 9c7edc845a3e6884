"""The last look: no sentence of a report says more than was released, and one that does stops the report."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from disclosure.attacked import declaration, made, measured
from handmade_release import draw_stand_ins, make_release

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.errors import DisclosureError
from fou_eval.figures import Picture, all_pictures
from fou_eval.language import PHRASES
from fou_eval.report import blocks, filling, narrative, writing
from fou_eval.report.content import assemble, printed_beside
from fou_eval.report.manifest import manifest
from fou_eval.report.narrative import REVIEWED, Fault, Reader
from fou_eval.report.passages import AnyOf
from fou_eval.report.pieces import sentences

LANGUAGES: tuple[Language, ...] = ("sv", "en")


def found(release: Release, language: Language, pictures: tuple[Picture, ...] = ()) -> list[Fault]:
    record = manifest(release, language, {})
    content = assemble(release, language, {picture.name: picture for picture in pictures}, record)
    assert len(list(sentences(content))) > 100
    return list(narrative.faults(content, release, language, printed_beside(release, record, language)))


def kinds(release: Release, language: Language, text: str) -> list[str]:
    return list(Reader(release, language, ()).kinds(text))


@cache
def bundled() -> Release:
    return fou.release(measured(fou.open_study(bundled_study("familjelotsen"))))


@cache
def small() -> Release:
    return fou.release(measured(made(declaration(), families=12, seed=101)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handmade_report_says_nothing_too_much(release: Release, language: Language) -> None:
    assert found(release, language, draw_stand_ins(release, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bundled_report_and_its_figures_say_nothing_too_much(language: Language) -> None:
    assert found(bundled(), language, all_pictures(bundled(), language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_of_a_small_simulated_study_says_nothing_too_much(language: Language) -> None:
    assert found(small(), language) == []


# Kind of what is too much, and sentences that hold it.
TOO_MUCH: dict[str, dict[Language, tuple[str, ...]]] = {
    "a small group": {
        "sv": (
            "Läget blev sämre för 2 familjer.",
            "En familj fick det sämre.",
            "Tre barn bytte skola.",
            "Ett enda barn, 1 barn, är kvar.",
            "Underlag: 2–4 familjer.",
            "Av 16\u00a0familjer fick 9 det bättre, 2 var oförändrade och 5 fick det sämre.",
            "Medelvärdet bygger på fyra nya familjer.",
        ),
        "en": (
            "Things got worse for 2 families.",
            "One family was worse off.",
            "Three children changed schools.",
            "Based on 2–4 families.",
            "Of 16\u00a0families, 9 were better off, 2 were unchanged and 5 were worse off.",
            "The mean rests on four new families.",
        ),
    },
    "all or none of a group": {
        "sv": (
            "Samtliga familjer fick det bättre.",
            "Alla barn trivs.",
            "Ingen familj fick det sämre.",
            "Varje förälder har arbete.",
            "Endast en familj är kvar.",
            "Inga andra familjer saknas.",
        ),
        "en": (
            "All families were better off.",
            "Every child is content.",
            "No family was worse off.",
            "None of the families is missing.",
            "A single family is left.",
        ),
    },
    "a quotation": {
        "sv": ("En mamma sade ”nu sover vi”.", 'Ett svar var "det går bra nu".'),
        "en": ("A mother said “now we sleep”.", 'One answer was "it is going well now".'),
    },
    "a date": {
        "sv": ("Mätningen gjordes 2016-03-14.", "Det hände den 14/3 2016.", "Det var hösten 2016."),
        "en": ("It was measured on 2016-03-14.", "It happened in the autumn of 2016."),
    },
    "a number that was not released": {
        "sv": (
            "Skolfrånvaro. Genomsnittet gick från 18,2 till 12,7.",
            # released, but of another indicator
            "Vardagssituationen, skattad av familjen. Genomsnittet gick från 4,1 till 12,4.",
            "Medianen var 73,4.",
        ),
        "en": (
            "School absence. The average went from 18.2 to 12.7.",
            "Everyday situation, rated by the family. The average went from 4.1 to 12.4.",
            "The median was 73.4.",
        ),
    },
}


# What no report may say, the internal one neither.
OVERCLAIMED: dict[str, dict[Language, tuple[str, ...]]] = {
    "a claim of cause": {
        "sv": (
            "Stödet gav\u00a0effekt.",
            "Insatserna ledde till mer skolgång.",
            "Det gick bra tack\u00a0vare ombuden.",
        ),
        "en": (
            "The support had an effect.",
            "The project led to more school.",
            "Thanks to the project, it went well.",
        ),
    },
    "a number for better and none for worse": {
        "sv": ("Av 16\u00a0familjer fick 11 det bättre.", "Skolfrånvaro: 70\u00a0% förbättrades."),
        "en": ("Of 16\u00a0families, 11 were better off.", "School absence: 70% improved."),
    },
}


@pytest.mark.parametrize("profile", ["publication", "internal"])
@pytest.mark.parametrize(
    ("kind", "language", "text"),
    [(kind, to, text) for kind, said in OVERCLAIMED.items() for to, texts in said.items() for text in texts],
)
def test_no_report_claims_a_cause_or_tells_of_better_alone(
    profile: str, kind: str, language: Language, text: str
) -> None:
    release = make_release(profile=profile)
    head, row = {"header": text}, [text]
    table = {"kind": "table", "caption": "", "columns": [head], "rows": [row], "notes": []}
    for block in ({"kind": "notice", "text": text}, {"kind": "figure", "alt": text}, table):
        said: dict[str, object] = {"title": "", "summary": [block], "appendices": []}
        assert {fault.kind for fault in narrative.overclaims(said, release, language, ())} == {kind}
        with pytest.raises(DisclosureError, match="a sentence in the summary holds a"):
            narrative.refuse(said, release, language, ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Före–efter utan jämförelsegrupp; visar förändring, inte effekt"),
        ("sv", "Av 16\u00a0familjer fick 9 det bättre, 2 var oförändrade och 5 fick det sämre."),
        ("sv", "Effektiv samverkan och medverkan i 16 familjer."),
        ("en", "Before–after without a comparison group; shows change, not effect"),
        ("en", "Of 16\u00a0families, 9 were better off, 2 were unchanged and 5 were worse off."),
    ],
)
def test_what_is_denied_or_balanced_may_be_said(release: Release, language: Language, text: str) -> None:
    assert list(Reader(release, language, ()).overclaims(text)) == []


def test_words_of_the_declarations_are_not_ours(release: Release) -> None:
    labelled = "Effekter av bättre sömn"
    assert list(Reader(release, "sv", (labelled,)).overclaims(f"{labelled}: 7,0.")) == []
    reader = Reader(release, "sv", (labelled,))
    assert list(reader.overclaims(f"{labelled}: en effekt om 7,0.")) == ["a claim of cause"]


def test_the_ends_of_a_scale_in_the_name_of_an_indicator_count_nobody(release: Release) -> None:
    reader = Reader(release, "sv", ())
    said = "Fritiden, barnets skattning (0–10): läget förbättrades i genomsnitt."
    assert list(reader.overclaims(said)) == ["a number for better and none for worse"]
    reader._labels = AnyOf(["Fritiden, barnets skattning (0–10)"])
    assert list(reader.overclaims(said)) == []
    assert list(reader.overclaims(f"{said} 11 fick det bättre.")) == [
        "a number for better and none for worse"
    ]


def test_better_in_a_table_stands_beside_worse_in_the_same_table(release: Release) -> None:
    columns = [{"header": "Andel bättre"}, {"header": "Andel sämre"}]
    for kept, expected in ((columns, []), (columns[:1], ["a number for better and none for worse"])):
        table = {"kind": "table", "caption": "", "columns": kept, "rows": [["56"]], "notes": ["Andel."]}
        said: dict[str, object] = {"title": "", "summary": [table], "appendices": []}
        assert [fault.kind for fault in narrative.overclaims(said, release, "sv", ())] == expected


def planted() -> Iterator[tuple[str, Language, str]]:
    for kind, by_language in TOO_MUCH.items():
        for language, texts in by_language.items():
            yield from ((kind, language, text) for text in texts)


@pytest.mark.parametrize(("kind", "language", "text"), list(planted()))
def test_what_says_too_much_is_found(release: Release, kind: str, language: Language, text: str) -> None:
    assert kind in kinds(release, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Skolfrånvaro. Genomsnittet gick från 18,2 till 12,4 (procent av undervisningstiden)."),
        ("sv", "Hur det gick för de 1–4 familjer som saknas vid mättillfället ”Tolv månader”."),
        ("sv", "Planen fastställd 15\u00a0januari 2015, 16 familjer."),
        ("en", "School absence: of 34 persons in 17 families, 20 were better off and 14 were not."),
        ("en", "“Not measured” means that there are no data."),
    ],
)
def test_what_is_released_or_declared_may_be_said(release: Release, language: Language, text: str) -> None:
    assert kinds(release, language, text) == []


@pytest.mark.parametrize(
    "key",
    [
        "note.no_family_changed",
        "note.every_family_same_direction",
        "note.one_family_decides",
        "note.events_in_one_family",
    ],
)
def test_phrases_that_are_findings_are_not_excused(release: Release, key: str) -> None:
    for language, text in zip(LANGUAGES, PHRASES[key], strict=True):
        assert kinds(release, language, text)


@pytest.mark.parametrize("key", ["plain.hidden", "plain.withheld", "plain.not_measured"])
def test_what_is_said_where_nothing_is_shown_stops_no_report(release: Release, key: str) -> None:
    for language, text in zip(LANGUAGES, PHRASES[key], strict=True):
        assert kinds(release, language, text) == []


def test_every_review_concerns_some_phrase_and_has_a_reason() -> None:
    assert [prefix for prefix in REVIEWED if not any(key.startswith(prefix) for key in PHRASES)] == []
    assert all(len(reason) > 10 for reason in REVIEWED.values())


@pytest.mark.usefixtures("quick_figures")
def test_a_report_that_says_too_much_is_not_written(
    release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(*about: object) -> dict[str, object]:
        content = assemble(*about)  # type: ignore[arg-type]
        planted = {"kind": "paragraph", "text": "Familjen i 73,4 fick det sämre."}
        return {**content, "appendices": [*content["appendices"], [planted]]}  # type: ignore[misc]

    monkeypatch.setattr(filling, "assemble", careless)
    with pytest.raises(DisclosureError) as refused:
        writing.write_report(release, tmp_path / "report")
    assert "appendix 12 holds a number that was not released" in str(refused.value)
    assert "73" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_the_internal_version_may_say_everything() -> None:
    said = {
        "title": "",
        "summary": [{"kind": "paragraph", "text": "En familj fick det sämre."}],
        "appendices": [],
    }
    with pytest.raises(DisclosureError, match="a sentence in the summary holds a small group"):
        narrative.refuse(said, make_release(), "sv", ())
    narrative.refuse(said, make_release(profile="internal"), "sv", ())


@pytest.mark.parametrize(("margin", "faults"), [("16\u00a0familjer.", 0), ("34\u00a0personer.", 1)])
def test_a_margin_may_hold_the_numbers_of_what_its_point_is_about(
    release: Release, margin: str, faults: int
) -> None:
    """16 families are behind the everyday situation; 34 persons are behind another indicator."""
    point = blocks.findings([blocks.Finding("Vardagssituationen, skattad av familjen.", "", margin)])
    said: dict[str, object] = {"title": "", "summary": [point], "appendices": []}
    found = [fault.kind for fault in narrative.faults(said, release, "sv", ())]
    assert found == ["a number that was not released"] * faults


def test_captions_and_alternative_texts_are_read(release: Release) -> None:
    (picture, *_) = draw_stand_ins(release, "sv")
    for field in ("alt", "caption"):
        told = {"alt": picture.alt, "caption": picture.caption, field: "Alla familjer fick det bättre."}
        made_up = Picture(figure=picture.figure, name=picture.name, language="sv", **told)
        assert {fault.kind for fault in found(release, "sv", (made_up,))} == {"all or none of a group"}
