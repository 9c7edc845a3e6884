"""A report that was made with other versions: what is the same, within tolerance, beyond it, and what it means."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from followed_study import told

import fou_eval as fou
from fou_eval.disclosure import Release
from fou_eval.disclosure.release import SEAL
from fou_eval.provenance.record import Code, Environment
from fou_eval.verification import Verification, again
from fou_eval.verification.meaning import meanings, turned
from fou_eval.verification.numbers import compare
from fou_eval.verification.pages import page_findings

VERSIONS = (
    "Rapporten är INTE verifierad: data och plan är desamma, men programmet är inte det, och talen blir andra. "
    "Kontrollera med rapportens egen version innan det tas för ett fel."
)
PACKAGES = (
    "Rapporten är INTE verifierad: data, plan och program är desamma, men paketen eller datorn är andra, och talen "
    "blir andra. Kontrollera med rapportens paket innan det tas för ett fel."
)
NUMBERS = "Rapporten är INTE verifierad: samma data, plan och program ger andra tal än de som står i den."
Surroundings = tuple[Code, Environment]
Edit = Callable[[Code, Environment], Surroundings]


def other_program(program: Code, runs_on: Environment) -> Surroundings:
    return program.model_copy(update={"version": "9.9", "source": "0" * 64, "commit": ""}), runs_on


def other(**versions: str) -> Edit:
    return lambda program, runs_on: (
        program,
        runs_on.model_copy(update={"packages": {**runs_on.packages, **versions}}),
    )


def other_python(program: Code, runs_on: Environment) -> Surroundings:
    return program, runs_on.model_copy(update={"python": "3.99.0", "machine": "ppc"})


@pytest.fixture
def verified(place: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Verification]:
    """Verify the Swedish report as if other versions, and other numbers, were here."""

    def verify(
        surroundings: Edit | None = None, numbers: Callable[[Release], Release] | None = None
    ) -> Verification:
        if surroundings is not None:
            own = surroundings(*again.here())
            monkeypatch.setattr(again, "here", lambda: own)
        if numbers is not None:
            release = again.release
            monkeypatch.setattr(again, "release", lambda *given, **named: numbers(release(*given, **named)))
        return fou.verify(place / "sv" / "report.pdf", study=place / "study")

    return verify


def moved(outcome: str, statistic: str, wave: str = "t2", **values: float) -> Callable[[Release], Release]:
    """Give a release in which some numbers of one row are others."""

    def edited(release: Release) -> Release:
        rows = tuple(
            replace(row, estimate=replace(row.estimate, **values))
            if (row.estimate.outcome, row.estimate.statistic, row.estimate.wave_after)
            == (outcome, statistic, wave)
            else row
            for row in release
        )
        assert rows != release.rows
        return replace(release, rows=rows, seal=SEAL)

    return edited


@pytest.mark.parametrize(
    ("surroundings", "weight", "says"),
    [
        (
            other(rich="0.1", idna="1"),
            "same",
            "Det som räknar och ritar är detsamma; andra är bara paket som inte kan",
        ),
        (other(typst="0.1"), "noted", "Andra paket som ritar och sätter sidor: typst 0.1 (rapporten: "),
        (other(numpy="9.9"), "noted", "Andra paket än i rapporten: numpy 9.9 (rapporten: "),
        (
            other(never_heard_of="1"),
            "noted",
            "Andra paket än i rapporten: never_heard_of 1 (rapporten: saknas).",
        ),
        (other_python, "noted", "Python är CPython 3.99.0 här; i rapporten CPython "),
    ],
    ids=["apart", "drawing", "computing", "unknown", "python"],
)
def test_other_packages(
    verified: Callable[..., Verification], surroundings: Edit, weight: str, says: str
) -> None:
    found = verified(surroundings)
    own = [each for each in found.findings if each.about == "environment"]
    assert own[0].weight == weight
    assert own[0].text.startswith(says)
    assert (found.exit_code, found.verdict) == (0, "Rapporten är verifierad: inget skiljer.")


def test_another_program(verified: Callable[..., Verification]) -> None:
    found = verified(other_program)
    assert told(found)[0].startswith("code: Rapporten gjordes med fou_eval 0.1.0")
    assert told(found)[0].endswith(" För exakt samma program: pip install fou-eval==0.1.0.")
    assert [each.text for each in found.findings[-2:]] == [
        "Alla 330 tal stämmer till sista siffran, fast program eller miljö är en annan.",
        "Pdf-filen blir densamma, till sista byten.",
    ]


BY_ONE = moved("betyg", "mean_after", value=12.1)
BY_TWO = moved("betyg", "mean_after", value=12.2)


@pytest.mark.parametrize("surroundings", [other_program, other(numpy="9.9"), other_python])
def test_one_unit_of_the_last_digit_is_allowed_between_versions(
    verified: Callable[..., Verification], surroundings: Edit
) -> None:
    found = verified(surroundings, BY_ONE)
    assert [each.text for each in found.findings if each.about == "numbers"] == [
        (
            "Alla 330 tal stämmer inom toleransen; ett av dem skiljer i sista siffran. Mellan versioner tillåts en "
            "enhet i sista siffran i det publicerade, och en miljarddel i orundade tal."
        )
    ]
    assert [each.text for each in found.findings if each.about == "pages"] == [
        "Allt som står på sidorna är detsamma; ritningen kan skilja mellan versioner."
    ]
    assert (found.exit_code, found.lines, found.meaning) == (0, (), ())
    (difference,) = found.differences
    assert (difference.was, difference.now, difference.within) == (12.0, 12.1, True)


@pytest.mark.parametrize(
    ("surroundings", "numbers", "verdict"),
    [
        (other_program, BY_TWO, VERSIONS),
        (other(numpy="9.9"), BY_TWO, PACKAGES),
        (other_python, BY_TWO, PACKAGES),
        (None, BY_TWO, NUMBERS),
        (None, BY_ONE, NUMBERS),
        (other(rich="0.1"), BY_ONE, NUMBERS),
        (other(typst="0.1"), BY_ONE, PACKAGES),
    ],
    ids=["program", "packages", "python", "same", "same by one", "apart", "drawing"],
)
def test_more_than_that_is_not(
    verified: Callable[..., Verification],
    surroundings: Edit | None,
    numbers: Callable[[Release], Release],
    verdict: str,
) -> None:
    found = verified(surroundings, numbers)
    assert "numbers: En av 74 redovisade uppgifter är en annan än i rapporten. Den står nedan." in told(found)
    assert (found.exit_code, found.verdict) == (1, verdict)
    assert found.lines[0].was == "12,0\N{NO-BREAK SPACE}skalsteg"


@pytest.mark.parametrize("field", ["n", "p_value", "df"])
def test_counts_and_p_are_not_rounded_away(verified: Callable[..., Verification], field: str) -> None:
    found = verified(other_program, moved("betyg", "mean_change", **{field: 3}))
    assert (found.exit_code, found.verdict) == (1, VERSIONS)


def test_a_rounding_that_turns_a_finding_is_no_rounding(verified: Callable[..., Verification]) -> None:
    """The end of the interval moves by one unit of the last digit, and no change is inside now."""
    found = verified(other_program, moved("maende", "change_from_entry", wave="t1", low=0.1))
    (difference,) = found.differences
    assert (difference.was, difference.now, difference.within) == (0.0, 0.1, False)
    assert found.meaning == (
        "Huvudindikatorn Mående: intervallet för förändring sedan inskrivning: Halvår utesluter nu ingen förändring.",
    )
    assert (found.exit_code, found.verdict) == (1, VERSIONS)


def row(**values: object) -> dict[str, Any]:
    base = {
        "outcome": "maende",
        "statistic": "mean_change",
        "category": "",
        "scale": "change",
        "wave_before": "t0",
    }
    return {
        **base,
        "wave_after": "t2",
        "status": "pass",
        "rules": [],
        "primary": True,
        "confidence": 0.95,
        **values,
    }


@pytest.mark.parametrize(
    ("was", "now", "what"),
    [
        ({"value": 0.4}, {"value": 0.5}, []),
        ({"value": 0.4}, {"value": -0.4}, ["sign"]),
        ({"value": 0.4}, {"value": 0.0}, ["nothing"]),
        ({"value": 0.0}, {"value": -0.1}, ["moved"]),
        ({"value": 1.1, "scale": "ratio"}, {"value": 0.9, "scale": "ratio"}, ["sign"]),
        ({"value": 0.4, "scale": "unit"}, {"value": -0.4, "scale": "unit"}, []),
        ({"value": 0.4, "low": 0.1, "high": 1}, {"value": 0.4, "low": 0, "high": 1}, ["includes"]),
        ({"value": 0.4, "low": 0, "high": 1}, {"value": 0.4, "low": 0.1, "high": 1}, ["excludes"]),
        ({"value": 0.4, "low": "-inf", "high": 1}, {"value": 0.4, "low": 0.1, "high": "inf"}, ["excludes"]),
        ({"value": 0.4, "low": None, "high": None}, {"value": 0.4, "low": 0.1, "high": 1}, []),
        (
            {"value": 0.5, "statistic": "share_better"},
            {"value": 0.51, "statistic": "share_better"},
            ["majority"],
        ),
        ({"value": 0.49, "statistic": "share_better"}, {"value": 0.5, "statistic": "share_better"}, []),
        (
            {"value": 0.6, "statistic": "share_worse"},
            {"value": 0.5, "statistic": "share_worse"},
            ["no_majority"],
        ),
        ({"value": 0.6, "statistic": "share_same"}, {"value": 0.4, "statistic": "share_same"}, []),
        ({"value": 1, "p_value": 0.05}, {"value": 1, "p_value": 0.051}, ["p_value.above"]),
        ({"value": 1, "p_value": 0.06}, {"value": 1, "p_value": 0.05}, ["p_value.below"]),
        ({"value": 1, "p_adjusted": 0.06}, {"value": 1, "p_adjusted": 0.01}, ["p_adjusted.below"]),
        (
            {"value": 1, "p_value": 0.11, "confidence": 0.9},
            {"value": 1, "p_value": 0.1, "confidence": 0.9},
            ["p_value.below"],
        ),
        ({"value": 1, "p_value": None}, {"value": 1, "p_value": 0.01}, []),
        ({"value": None, "status": "withheld"}, {"value": 1}, ["shown"]),
        ({"value": 1}, {"value": None, "note": "no_pairs"}, ["hidden"]),
        ({"value": None}, {"value": None, "status": "withheld"}, []),
    ],
    ids=str,
)
def test_what_turns(was: dict[str, object], now: dict[str, object], what: list[str]) -> None:
    assert list(turned(row(**was), row(**now))) == what
    if what in (["shown"], ["hidden"]):
        assert list(turned({}, row(value=1))) == ["shown"]


@pytest.mark.parametrize(
    ("was", "now", "swedish", "english"),
    [
        (
            {"value": 0.4},
            {"value": -0.4},
            "Huvudindikatorn Mående: medelförändring, personvägd pekar åt andra hållet.",
            "The primary indicator Well-being: mean change, person-weighted points the other way.",
        ),
        (
            {"value": 0.4, "outcome": "betyg", "primary": False},
            {"value": None, "status": "withheld", "outcome": "betyg", "primary": False},
            "Betyg: medelförändring, personvägd visas inte längre.",
            "Marks: mean change, person-weighted is no longer shown.",
        ),
        (
            {"value": 0.4, "p_adjusted": 0.04},
            {"value": 0.0, "p_adjusted": 0.06},
            (
                "Huvudindikatorn Mående: medelförändring, personvägd visar nu ingen förändring alls; justerat p för "
                "medelförändring, personvägd ligger inte längre under planens gräns."
            ),
            (
                "The primary indicator Well-being: mean change, person-weighted now shows no change at all; the "
                "adjusted p of mean change, person-weighted is no longer below the limit of the plan."
            ),
        ),
    ],
)
def test_meaning_in_both_languages(
    place: Path, was: dict[str, object], now: dict[str, object], swedish: str, english: str
) -> None:
    release = again.release(
        again.measure_change(fou.open_study(place / "study")), profile="publication", ledger=None
    )
    before, after = [row(**was)], [row(**now)]
    differing = compare(before, after, release, exact=True)
    for language, sentence in (("sv", swedish), ("en", english)):
        assert next(meanings(differing, before, after, release.codebook, language)) == sentence


def test_pages_within_tolerance_differ_in_last_digits_alone(place: Path) -> None:
    """Where a word is another, or a digit before the last, it is told."""
    was, now = ((place / name / "report.pdf").read_bytes() for name in ("sv", "en"))
    found = list(page_findings(was, now, exact=False, rounded=True, attached=True, language="sv"))
    assert {each.weight for each in found} == {"differs"}
