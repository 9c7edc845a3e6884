"""Reports on real data: sealed with the key of the ledger, without one, and compared with earlier reports."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from followed_study import (
    INTERNAL,
    NOT_COMPARED,
    OTHER,
    SAME,
    children,
    data_in,
    homes,
    of_json,
    study_in,
    told,
    with_attachments,
    with_cell,
)

import fou_eval as fou
from fou_eval.disclosure import open_ledger
from fou_eval.errors import DisclosureError
from fou_eval.estimates import Estimates
from fou_eval.publishing import publish
from fou_eval.verification import Verification

AS_FAR = (
    "Rapporten är verifierad så långt det går: inget av det som kunnat jämföras skiljer. Vad som inte kunnat jämföras "
    "står ovan."
)
NO_KEY = (
    "data: Rapportens data är förseglade, och nyckeln (ledger.key) som förvaras hos data finns inte här. Ange mappen "
    "där den ligger: --ledger MAPP. Utan den jämförs bara talen."
)
WITHOUT_LEDGER = (
    "Rapporten är INTE verifierad: talen blir andra, men utan liggaren kan det bero på vad som inte visades bredvid "
    "tidigare rapporter. Kontrollera igen med --ledger MAPP."
)
NO_LEDGER = (
    "ledger: När rapporten gjordes jämfördes den med första, och vad som inte visas av det skälet kan inte "
    "kontrolleras utan liggaren. Ange mappen där ledger.json ligger: --ledger MAPP."
)
# In the second year one family more has come.
MORE = [
    *homes(),
    *(f"F025,t{wave},{level},1," for wave, level in enumerate((6, 7, 9))),
]


@dataclass(frozen=True)
class Real:
    """A study with a draft, a first report that was published, and a second one that was compared with it."""

    study: Path
    bare: Path
    first: Path
    second: Path
    draft: Path
    later: Path
    between: Path
    corrected: Path
    estimates: Estimates


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Real:
    folder = tmp_path_factory.mktemp("real")
    study, bare = study_in(folder / "study"), study_in(folder / "bare")
    data_in(study / "data", real=True)
    later = data_in(folder / "later", MORE, children(), real=True)
    estimates = fou.measure_change(fou.open_study(study))
    fou.write_report(fou.release(estimates), folder / "draft")
    for name, measured in (
        ("första", estimates),
        ("andra", fou.measure_change(fou.open_study(study, data=later))),
    ):
        ledger = open_ledger(study)
        release = fou.release(measured, ledger=ledger)
        fou.write_report(release, folder / name)
        publish(release, measured, ledger, name=name)
        if name == "första":
            corrected = data_in(folder / "corrected", with_cell(homes(), 2, 2, "0"), real=True)
            between = fou.measure_change(fou.open_study(study, data=corrected))
            fou.write_report(fou.release(between, ledger=open_ledger(study)), folder / "between")
    return Real(
        study=study,
        bare=bare,
        first=folder / "första" / "report.pdf",
        second=folder / "andra" / "report.pdf",
        draft=folder / "draft" / "report.pdf",
        later=later,
        between=folder / "between" / "report.pdf",
        corrected=corrected,
        estimates=estimates,
    )


def verified(report: Path, study: Path, **given: object) -> Verification:
    return fou.verify(report, study=study, **given)


def test_with_the_key_the_seals_are_those_of_the_data(real: Real) -> None:
    """The ledger holds both reports by now; each is computed as it was then."""
    first, second = verified(real.first, real.study), verified(real.second, real.study, data=real.later)
    for found in (first, second):
        assert (told(found), found.verdict) == ([], SAME)
        assert "Samma data: 2 tabeller, samma rader och samma innehåll." in [
            each.text for each in found.findings
        ]
    assert [each.text for each in second.findings if each.about == "ledger"] == [
        "Jämförd med samma tidigare rapporter: första."
    ]


def test_what_was_published_since_does_not_count(real: Real) -> None:
    """The report was never published, and hides what one corrected family would give away beside the first one."""
    found = verified(real.between, real.study, data=real.corrected)
    assert (told(found), found.verdict) == ([], SAME)
    assert [each.text for each in found.findings if each.about == "ledger"] == [
        "Jämförd med samma tidigare rapporter: första."
    ]


def test_with_the_key_kept_elsewhere(real: Real, tmp_path: Path) -> None:
    for name in ("ledger.json", "ledger.key"):
        shutil.copy(real.study / name, tmp_path)
    found = verified(real.first, real.bare, data=real.study / "data", ledger=tmp_path)
    assert (told(found), found.verdict) == ([], SAME)


@pytest.mark.parametrize(
    ("family", "says"),
    [
        (
            with_cell(homes(), 2, 2, "0"),
            "Tabellen hem har samma rader som i rapporten, men minst ett värde är ett annat i maende (Mående).",
        ),
        (homes()[:-1], "Tabellen hem har en rad mindre än i rapporten (71 mot 72)."),
    ],
)
def test_sealed_data_that_are_others(real: Real, tmp_path: Path, family: list[str], says: str) -> None:
    found = verified(real.first, real.study, data=data_in(tmp_path / "data", family, real=True))
    assert told(found)[0] == f"data: {says}"
    assert told(found)[-1] == NOT_COMPARED
    assert found.verdict == f"{OTHER} {INTERNAL}"


def test_without_the_key(real: Real) -> None:
    found = verified(real.first, real.bare, data=real.study / "data")
    assert (told(found), found.exit_code, found.verdict) == ([NO_KEY], 0, AS_FAR)


def test_without_the_ledger_that_the_report_was_compared_with(real: Real) -> None:
    found = verified(real.second, real.bare, data=real.later)
    assert told(found)[0] == NO_KEY
    assert NO_LEDGER in told(found)
    assert told(found)[-1] == NOT_COMPARED
    assert found.verdict == f"{WITHOUT_LEDGER} {INTERNAL}"
    assert {line.was for line in found.lines} == {"finns inte"}


def test_with_the_key_of_another_study(real: Real, tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path)
    publish(fou.release(real.estimates, ledger=ledger), real.estimates, ledger, name="en annan")
    found = verified(real.first, real.study, ledger=tmp_path)
    assert told(found)[0] == (
        "data: Rapportens data är förseglade med en annan nyckel än den ledger.key som finns här: det är en annan "
        "studies, eller så har den ersatts. Ange rätt mapp: --ledger MAPP."
    )
    assert found.exit_code == 1


def test_a_ledger_without_its_key(real: Real, tmp_path: Path) -> None:
    shutil.copy(real.study / "ledger.json", tmp_path)
    with pytest.raises(DisclosureError, match=r"^ledger\.json is there and ledger\.key beside it is not"):
        verified(real.first, real.study, ledger=tmp_path)


def test_a_draft_has_no_marks_of_the_data(real: Real) -> None:
    found = verified(real.draft, real.bare, data=real.study / "data")
    assert told(found) == [
        (
            "data: Rapporten har inget fingeravtryck av data, för att ingen ska kunna pröva gissningar om en familj. "
            "Att talen stämmer är det som visar att data är desamma."
        )
    ]
    assert (found.exit_code, found.verdict) == (0, AS_FAR)


def test_made_up_data_for_real_ones(real: Real, tmp_path: Path) -> None:
    found = verified(real.draft, real.bare, data=data_in(tmp_path / "data"))
    assert told(found)[0] == (
        "data: Rapporten gjordes på riktiga data, men data här säger sig vara syntetiska. Ange rätt datafil: "
        "--data FIL."
    )
    assert found.exit_code == 1


def test_one_digit_of_a_seal(real: Real, tmp_path: Path) -> None:
    edit = of_json(lambda found: found["data"]["tables"]["hem"].update(content="0" * 64))
    found = verified(with_attachments(real.first, tmp_path / "r.pdf", manifest_json=edit), real.study)
    assert told(found)[0] == (
        "attachments: Fingeravtrycken av tabellen hem i manifestet säger emot varandra: de har ändrats efter att "
        "rapporten gjordes."
    )


def test_what_is_hidden_for_the_ledger_is_no_cover_for_other_numbers(real: Real, tmp_path: Path) -> None:
    """Rows that say that they are hidden for an earlier report are told as others when they show a number."""

    def covered(results: dict[str, object]) -> None:
        for row in results["rows"]:
            if row["statistic"] == "mean_after":
                row.update(value=(row["value"] or 0) + 1, rules=["rule.ledger"], status="changed")

    edits = {
        "results_json": of_json(covered),
        "manifest_json": of_json(lambda found: found["ledger"].update(compared=["påhittad"])),
    }
    found = verified(
        with_attachments(real.draft, tmp_path / "r.pdf", **edits), real.bare, data=real.study / "data"
    )
    assert {each.field for each in found.differences} >= {"value"}
    assert found.exit_code == 1


def test_nothing_is_written_beside_the_ledger(real: Real) -> None:
    before = {path: path.stat().st_mtime_ns for path in sorted(real.study.rglob("*"))}
    verified(real.first, real.study)
    assert {path: path.stat().st_mtime_ns for path in sorted(real.study.rglob("*"))} == before


@pytest.mark.parametrize(
    "report", ["draft", "first"], ids=["a draft without marks", "sealed, without the key"]
)
def test_data_that_cannot_be_told_to_be_others_accuse_nobody(real: Real, report: str) -> None:
    """One family more: neither is the report said to be changed, nor the data to be the same."""
    found = verified(getattr(real, report), real.bare, data=real.later)
    differing = {each.about for each in found.findings if each.weight == "differs"}
    assert differing == {"numbers"}
    assert found.verdict == (
        "Rapporten är INTE verifierad: talen blir andra. Antingen är data andra än rapportens, eller så säger "
        "rapporten något annat än det som räknas fram; vilket går inte att veta utan fingeravtryck av data. "
        f"{INTERNAL}"
    )
    assert found.record()["treat_as_internal"] is True
    assert [each.text for each in found.findings if each.about == "pages"] == [
        NOT_COMPARED.partition(": ")[2]
    ]
