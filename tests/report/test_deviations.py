"""Deviations from the plan: what is recorded is printed as such, and nothing else can be changed silently."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from handmade_release import PLAN, make_codebook, make_release

from fou_eval.bundled import bundled_study
from fou_eval.declaration import Codebook, Language, Plan, Text, read_declaration
from fou_eval.declaration.plan import Contrast, Disclosure, PlanChange
from fou_eval.disclosure.release import SEAL, Release
from fou_eval.errors import RecordError
from fou_eval.provenance.deviations import Against, Deviations, Unrecorded
from fou_eval.provenance.earlier import Earlier, earlier_report
from fou_eval.provenance.marks import mark_of
from fou_eval.report import filling, narrative
from fou_eval.report.content import assemble, printed_beside
from fou_eval.report.deviations import deviations
from fou_eval.report.manifest import manifest
from fou_eval.report.planned import told
from fou_eval.report.writing import write_report

REPORT = Against(kind="report", indicators=True, manifest="ab" * 32)
HISTORY = Against(kind="history", indicators=True, commit="0123456789" * 4, on=date(2015, 1, 14))
LANGUAGES: tuple[Language, ...] = ("sv", "en")
SWAPPED = PLAN.model_copy(update={"primary": {**PLAN.primary, "school": "wellbeing"}})


def earlier(plan: Plan = PLAN, codebook: Codebook | None = None, against: Against = REPORT) -> Earlier:
    return Earlier(study="familjelotsen", plan=plan, codebook=codebook or make_codebook(), against=against)


def change(part: str, on: date = date(2015, 3, 2), *, data_seen: bool = False) -> PlanChange:
    texts = {"what": Text(sv="Det byttes.", en="It was exchanged."), "why": Text(sv="Därför.", en="Because.")}
    return PlanChange(on=on, part=part, data_seen=data_seen, **texts)


def changed(*changes: PlanChange, plan: Plan = PLAN) -> Plan:
    return plan.model_copy(update={"changes": changes})


def found(was: Earlier, now: Plan = PLAN, codebook: Codebook | None = None) -> tuple[Unrecorded, ...]:
    # The numbers are those of the whole codebook; what is compared is what is declared.
    release = replace(make_release(plan=now), codebook=codebook or make_codebook(), seal=SEAL)
    return deviations(release, [was]).unrecorded


def in_short(unrecorded: tuple[Unrecorded, ...], language: Language = "sv") -> list[tuple[str, ...]]:
    def words(text: Text | None) -> str:
        return "-" if text is None else text[language]

    return [(one.part, words(one.item), words(one.was), words(one.now)) for one in unrecorded]


@cache
def plain() -> dict[str, object]:
    return manifest(make_release(), "sv", {})


def holding(release: Release, was: Sequence[Earlier] = ()) -> dict[str, object]:
    """Give the content of a manifest that holds the deviations of a release."""
    return {**plain(), "deviations": deviations(release, was).model_dump(mode="json")}


def content(record: dict[str, object], release: Release, language: Language) -> dict[str, object]:
    said = assemble(release, language, {}, record)
    narrative.refuse(said, release, language, printed_beside(release, record, language))
    return said


def cells(said: dict[str, object], caption: str) -> list[list[str]]:
    appendices: list[list[dict[str, object]]] = said["appendices"]  # type: ignore[assignment]
    return next(
        block["rows"]  # type: ignore[misc]
        for blocks in appendices
        for block in blocks
        if block.get("caption") == caption
    )


def sentences(said: dict[str, object]) -> list[str]:
    return [text for _, text in narrative.sentences(said)]


def test_a_plan_that_was_kept_says_so() -> None:
    release, record = make_release(), plain()
    assert record["deviations"] == {"fixed_on": "2015-01-15", "against": [], "recorded": [], "unrecorded": []}
    said = content(record, release, "sv")
    assert "Inga avvikelser från planen är registrerade." in sentences(said)
    assert not [
        text for text in sentences(said) if "tidigare rapporten" in text or "versionshistoriken" in text
    ]
    nbsp = "\u00a0"
    assert cells(said, "Planen, och sedan när den gäller") == [
        ["Jämförelse", "Vid inskrivning mot Tolv månader", f"15{nbsp}januari 2015"],
        [
            "Huvudindikator, Vardagssituationen hemma",
            "Vardagssituationen, skattad av familjen",
            f"15{nbsp}januari 2015",
        ],
        ["Huvudindikator, Barnens skolgång", "Skolfrånvaro", f"15{nbsp}januari 2015"],
        ["Huvudindikator, Barnens fritid", "Ingen uppgift", f"15{nbsp}januari 2015"],
        [
            "Huvudindikator, Föräldrarnas sysselsättning",
            "Steg mot arbete eller studier",
            f"15{nbsp}januari 2015",
        ],
        ["Konfidensgrad", f"95{nbsp}%", f"15{nbsp}januari 2015"],
        [
            "Justering för flera prövningar",
            "Gemensam prövning av huvudindikatorerna (maxT)",
            f"15{nbsp}januari 2015",
        ],
        [
            "Gränser för vad som får visas",
            "Publicering; minst 5 familjer, 8 för känsliga uppgifter",
            f"15{nbsp}januari 2015",
        ],
    ]


def test_what_is_recorded_is_a_table_with_day_reason_and_whether_results_were_seen() -> None:
    plan = changed(change("primary.school", date(2016, 2, 8), data_seen=True), change("outcome.wellbeing"))
    release = make_release(plan=plan)
    said = content(holding(release), release, "en")
    nbsp = "\u00a0"
    assert cells(said, "Changes recorded after the plan was fixed") == [
        [f"2{nbsp}March 2015", "Indicator: Well-being at school", "It was exchanged.", "Because.", "No"],
        [
            f"8{nbsp}February 2016",
            "Primary indicator, Children’s schooling",
            "It was exchanged.",
            "Because.",
            "Yes",
        ],
    ]
    since = {row[0]: row[2] for row in cells(said, "The plan, and since when it holds")}
    assert since["Primary indicator, Children’s schooling"] == f"8{nbsp}February 2016"
    assert since["Comparison"] == f"15{nbsp}January 2015"


def test_a_primary_indicator_cannot_be_swapped_silently() -> None:
    (swap,) = found(earlier(SWAPPED))
    assert swap == Unrecorded(
        against=0,
        part="primary.school",
        place="plan.yaml: primary.school",
        item=Text(sv="Huvudindikator, Barnens skolgång", en="Primary indicator, Children’s schooling"),
        was=Text(sv="Trivsel i skolan", en="Well-being at school"),
        now=Text(sv="Skolfrånvaro", en="School absence"),
        leading=True,
    )


@pytest.mark.parametrize(
    ("language", "warning", "caption", "since", "row"),
    [
        (
            "sv",
            (
                "Ändrat utan angivet skäl. Huvudindikator, Barnens skolgång: var Trivsel i skolan, är nu Skolfrånvaro, "
                "jämfört med versionshistoriken, commit 0123456 av den 14\u00a0januari 2015."
            ),
            ("Planen, och sedan när den gäller", "Ändrat utan angivet skäl"),
            "ändrat utan angivet skäl",
            ["Huvudindikator, Barnens skolgång", "Trivsel i skolan", "Skolfrånvaro"],
        ),
        (
            "en",
            (
                "Changed without a recorded reason. Primary indicator, Children’s schooling: was Well-being at school, "
                "is now School absence, compared with the version history, commit 0123456 of 14\u00a0January 2015."
            ),
            ("The plan, and since when it holds", "Changed without a recorded reason"),
            "changed without a recorded reason",
            ["Primary indicator, Children’s schooling", "Well-being at school", "School absence"],
        ),
    ],
)
def test_a_swap_stands_on_the_first_page_in_the_appendix_and_in_the_terminal(
    language: Language, warning: str, caption: tuple[str, str], since: str, row: list[str]
) -> None:
    release, was = make_release(), [earlier(SWAPPED, against=HISTORY)]
    said = content(holding(release, was), release, language)
    assert warning in [block["text"] for block in said["summary"] if block["kind"] == "notice"]  # type: ignore[attr-defined]
    assert cells(said, caption[0])[2][2] == since
    assert cells(said, caption[1]) == [row]
    lines = told(deviations(release, was), language)
    assert lines[0] == warning
    assert "plan.yaml" in lines[1]
    assert len(lines) == 2


@pytest.mark.parametrize(
    ("then", "now", "told_parts"),
    [
        ((), [change("primary.school")], []),
        ((), [change("primary.home")], ["primary.school"]),
        # Decided on a day on which the earlier plan knew of a later change: it would have stood there.
        ([change("seed", date(2016, 1, 1))], [change("primary.school")], ["primary.school"]),
        ([change("seed", date(2016, 1, 1))], [change("primary.school", date(2016, 1, 1))], []),
        # A record that the earlier plan had already speaks of another change.
        ([change("primary.school")], [], ["primary.school"]),
        ([change("primary.school")], [change("primary.school", date(2016, 1, 1))], []),
    ],
)
def test_a_record_excuses_its_own_part_and_only_what_came_after(
    then: list[PlanChange], now: list[PlanChange], told_parts: list[str]
) -> None:
    was = earlier(changed(*then, plan=SWAPPED))
    assert [one.part for one in found(was, changed(*then, *now))] == told_parts


@pytest.mark.parametrize(
    ("then", "told_of", "leads"),
    [
        (
            {"contrast": Contrast(before="t0", after="t1")},
            ("contrast", "Jämförelse", "Vid inskrivning mot Sex månader", "Vid inskrivning mot Tolv månader"),
            True,
        ),
        ({"confidence": 0.9}, ("confidence", "Konfidensgrad", "90\u00a0%", "95\u00a0%"), True),
        (
            {"fixed_on": date(2014, 12, 1)},
            ("fixed_on", "Dag då planen fastställdes", "1\u00a0december 2014", "15\u00a0januari 2015"),
            True,
        ),
        (
            {"primary": {"home": "home_situation", "school": "absence_pct"}},
            (
                "primary.occupation",
                "Huvudindikator, Föräldrarnas sysselsättning",
                "-",
                "Steg mot arbete eller studier",
            ),
            True,
        ),
        (
            {"multiplicity": "none"},
            (
                "multiplicity",
                "Justering för flera prövningar",
                "ingen justering",
                "gemensam prövning av huvudindikatorerna (maxT)",
            ),
            False,
        ),
        (
            {"disclosure": Disclosure(smallest_cell=4)},
            (
                "disclosure",
                "Gränser för vad som får visas",
                "publicering; minst 4 familjer, 8 för känsliga uppgifter",
                "publicering; minst 5 familjer, 8 för känsliga uppgifter",
            ),
            False,
        ),
        ({"seed": 1}, ("seed", "Frö för slumptal", "1", "20170731"), False),
        ({"dose": ("wave",)}, ("dose", "Mått på hur mycket stöd som gavs", "Mättillfälle", "-"), False),
        (
            {"starts": "randomised"},
            ("starts", "Hur starterna bestämdes", "genom lottning", "i den ordning familjerna anvisades"),
            False,
        ),
        (
            {"changes": (change("seed", data_seen=True),)},
            (
                "changes",
                "Registrerad ändring",
                "2\u00a0mars 2015, Frö för slumptal, resultat sedda: ja",
                "-",
            ),
            False,
        ),
    ],
)
def test_every_part_of_the_plan_is_compared(
    then: dict[str, object], told_of: tuple[str, ...], leads: bool
) -> None:
    unrecorded = found(earlier(PLAN.model_copy(update=then)))
    assert in_short(unrecorded) == [told_of]
    assert [one.leading for one in unrecorded] == [leads]
    release = make_release()
    for language in LANGUAGES if leads else ():
        content(holding(release, [earlier(PLAN.model_copy(update=then))]), release, language)


def test_a_record_whose_answer_about_results_is_turned_round_is_told_of() -> None:
    was = earlier(changed(change("seed", data_seen=True)))
    assert in_short(found(was, changed(change("seed", data_seen=False)))) == [
        ("changes", "Registrerad ändring", "2\u00a0mars 2015, Frö för slumptal, resultat sedda: ja", "-")
    ]


def with_column(name: str, **keys: object) -> Codebook:
    """Give the codebook with one column declared otherwise; without it when no keys are given."""
    codebook = make_codebook()
    tables = {}
    for table in codebook.tables.values():
        columns = dict(table.columns)
        if name in columns and keys:
            columns[name] = columns[name].model_copy(update=keys)
        elif name in columns:
            del columns[name]
        tables[table.table] = table.model_copy(update={"columns": columns})
    return Codebook(
        study=codebook.study,
        version=codebook.version,
        title=codebook.title,
        language=codebook.language,
        waves=codebook.waves,
        domains=codebook.domains,
        tables=tables,
    )


@pytest.mark.parametrize(
    ("name", "then", "told_of", "leads"),
    [
        (
            "absence_pct",
            {"better": "higher"},
            ("outcome.absence_pct", "Skolfrånvaro, bättre riktning", "högre", "lägre"),
            True,
        ),
        (
            "wellbeing",
            {"kind": "scale"},
            ("outcome.wellbeing", "Trivsel i skolan, slag", "skala", "ordnade svar"),
            False,
        ),
        (
            "wellbeing",
            {"min": 1, "max": 4.5},
            ("outcome.wellbeing", "Trivsel i skolan, gränser", "från 1 till 4,5", "-"),
            False,
        ),
        ("wellbeing", {"max": 5}, ("outcome.wellbeing", "Trivsel i skolan, gränser", "högst 5", "-"), False),
        (
            "wellbeing",
            {"unit": Text(sv="poäng", en="points")},
            ("outcome.wellbeing", "Trivsel i skolan, enhet", "poäng", "skala 1–5"),
            False,
        ),
        (
            "home_situation",
            {"meaningful_change": None},
            (
                "outcome.home_situation",
                "Vardagssituationen, skattad av familjen, minsta förändring av betydelse",
                "-",
                "minst 1",
            ),
            True,
        ),
        # The name is kept and another thing stands behind it.
        (
            "absence_pct",
            {"label": Text(sv="Ogiltig frånvaro", en="Truancy")},
            ("outcome.absence_pct", "Skolfrånvaro, benämning", "Ogiltig frånvaro", "Skolfrånvaro"),
            True,
        ),
        (
            "wellbeing",
            {},
            ("outcome.wellbeing", "Indikator: Trivsel i skolan", "-", "Trivsel i skolan"),
            False,
        ),
    ],
)
def test_what_decides_how_an_indicator_is_read_is_compared(
    name: str, then: dict[str, object], told_of: tuple[str, ...], leads: bool
) -> None:
    was = earlier(codebook=with_column(name, **then))
    unrecorded = found(was)
    assert in_short(unrecorded) == [told_of]
    assert [one.leading for one in unrecorded] == [leads]
    assert unrecorded[0].place.startswith("tables/")
    assert f"columns.{name}" in unrecorded[0].place
    assert found(was, changed(change(told_of[0]))) == ()
    release = make_release()
    for language in LANGUAGES if leads else ():
        content(holding(release, [was]), release, language)


def test_steps_are_compared_with_their_order_and_labels() -> None:
    steps = make_codebook().indicator("step").column.steps
    assert steps is not None
    turned = {key: steps[7 - int(key)] for key in steps}
    (one,) = found(earlier(codebook=with_column("step", steps=turned)))
    assert one.part == "outcome.step"
    assert one.was is not None
    assert one.was.en.startswith("1 Work; 2 Studies; ")
    assert one.now is not None
    assert one.now.en.startswith("1 Far from work; 2 Rehabilitation; ")


def test_an_indicator_that_was_taken_away_is_told_of_with_the_label_it_had() -> None:
    was, now = earlier(), with_column("wellbeing")
    assert in_short(found(was, codebook=now), "en") == [
        ("removed.wellbeing", "Removed indicator: Well-being at school", "Well-being at school", "-")
    ]
    assert found(was, changed(change("removed.wellbeing")), now) == ()


def test_a_domain_without_a_primary_indicator_needs_no_record_besides_that_of_the_indicator() -> None:
    primary = {"home": "home_situation", "occupation": "step"}
    now = PLAN.model_copy(update={"primary": primary})
    parts = [one.part for one in found(earlier(), now, with_column("absence_pct"))]
    assert parts == ["primary.school", "removed.absence_pct"]
    assert (
        found(earlier(), changed(change("removed.absence_pct"), plan=now), with_column("absence_pct")) == ()
    )


def test_one_comparison_with_no_difference_is_said_for_what_it_is() -> None:
    release = make_release()
    alone = Earlier(
        study="familjelotsen",
        plan=PLAN,
        codebook=None,
        against=Against(kind="report", indicators=False, manifest="ab" * 32),
    )
    said = sentences(content(holding(release, [earlier(), alone]), release, "en"))
    assert (
        "The plan and the indicators were compared with the earlier report: all that differs is recorded."
        in said
    )
    assert "The plan was compared with the earlier report: all that differs is recorded." in said
    assert said.count("How the indicators were declared is not told there, so they are not compared.") == 1


@pytest.mark.usefixtures("quick_figures")
def test_pages_made_again_from_the_manifest_are_the_same(tmp_path: Path) -> None:
    release, was = make_release(), [earlier(SWAPPED), earlier(against=HISTORY)]
    write_report(release, tmp_path / "one", earlier=was)
    record = json.loads((tmp_path / "one" / "manifest.json").read_bytes())
    (tmp_path / "two").mkdir()
    filling.fill(tmp_path / "two", release, "sv", lambda words: None, record)
    for name in ("report.pdf", "manifest.json"):
        assert (tmp_path / "two" / name).read_bytes() == (tmp_path / "one" / name).read_bytes()


def test_a_manifest_with_a_difference_from_nothing_is_refused() -> None:
    held = deviations(make_release(), [earlier(SWAPPED)]).model_dump(mode="json")
    assert Deviations.model_validate(held).unrecorded[0].part == "primary.school"
    with pytest.raises(ValueError, match="a state that is not listed"):
        Deviations.model_validate({**held, "against": []})


@pytest.fixture
def old(reports: dict[str, Path], tmp_path: Path) -> Path:
    """Give the folder of a report to which the declarations of the bundled study are attached."""
    folder = Path(shutil.copytree(reports["en"], tmp_path / "old"))
    content = read_declaration(bundled_study("familjelotsen")).text.encode()
    (folder / "declarations.yaml").write_bytes(content)
    record = json.loads((folder / "manifest.json").read_bytes())
    record["files"]["declarations.yaml"] = mark_of(content)
    (folder / "manifest.json").write_text(json.dumps(record))
    return folder


def test_an_earlier_report_is_read_from_its_folder_its_manifest_or_its_pages(
    reports: dict[str, Path], old: Path
) -> None:
    whole = earlier_report(old)
    assert whole.codebook is not None
    assert (
        whole.codebook.indicator("activity_occasions").label("en")
        == "Occasions of a regular leisure activity"
    )
    assert whole.plan.primary["leisure"] == "activity_occasions"
    assert whole.against.indicators
    alone = earlier_report(old / "manifest.json")
    assert (alone.codebook, alone.plan, alone.against.indicators) == (None, PLAN, False)
    # What is attached to the handmade report is no study, so its manifest is all there is.
    pdf = earlier_report(reports["sv"] / "report.pdf")
    assert (pdf.codebook, pdf.plan) == (None, PLAN)
    assert pdf.against.manifest == mark_of((reports["sv"] / "manifest.json").read_bytes())


def test_an_earlier_report_that_was_changed_is_refused(old: Path) -> None:
    (old / "declarations.yaml").write_text("plan.yaml: {}")
    with pytest.raises(RecordError, match="was changed after the report was made"):
        earlier_report(old, "en")
    record = json.loads((old / "manifest.json").read_bytes())
    record["plan"]["confidence"] = 95
    (old / "manifest.json").write_text(json.dumps(record))
    with pytest.raises(RecordError, match=r"The plan in manifest\.json .* cannot be read"):
        earlier_report(old / "manifest.json", "en")


def test_an_earlier_report_of_another_study_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    other = Earlier(study="annan", plan=PLAN, codebook=None, against=REPORT)
    with pytest.raises(RecordError, match="is about annan, not about familjelotsen"):
        write_report(make_release(), tmp_path / "report", language="en", earlier=[other])
    assert list(tmp_path.iterdir()) == []
