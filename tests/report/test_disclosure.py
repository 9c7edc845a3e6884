"""Readers learn which rules acted, why, and what can be done, and nothing beyond what is released."""

import ast
from dataclasses import replace
from math import nan
from pathlib import Path

import pytest
from handmade_release import make_codebook, make_release

from fou_eval import tables
from fou_eval.disclosure.declared import DECLARED, told
from fou_eval.disclosure.release import Decision, Release, Released
from fou_eval.errors import DisclosureError
from fou_eval.estimates import Estimate
from fou_eval.language import PHRASES
from fou_eval.report import appendices
from fou_eval.tables.disclosure import coarser, group

PACKAGE = Path(__file__).parents[2] / "fou_eval"
GATE = sorted(path for path in (PACKAGE / "disclosure").glob("*.py") if path.name != "declared.py")


def with_rows(release: Release, *rows: Released) -> Release:
    return make_release(release.codebook, rows=(*release.rows, *rows))


def withheld(statistic: str, outcome: str, rule: str, **more: object) -> Released:
    estimate = Estimate(statistic=statistic, outcome=outcome, value=nan, **more)  # type: ignore[arg-type]
    return Released(estimate=estimate, decision=Decision(status="withheld", rules=(rule,)))


def rule_row(release: Release, name: str) -> tuple[str, ...]:
    return next(row for row in tables.rules(release, "sv").rows if row[0] == name)


def about(release: Release, label: str, language: str = "sv") -> tuple[str, ...]:
    return next(row for row in tables.decisions(release, language).rows if row[0].startswith(label))


def test_the_declared_rules_are_those_of_the_gate() -> None:
    """Every constant "rule.…" in the code of the gate is declared, and no rule is printed that never acts."""
    named: set[str] = set()
    for path in GATE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named |= {str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    rules = {name for name in named if name.startswith("rule.") and name != "rule."}
    assert rules == {name for name, rule in DECLARED.items() if rule.threshold != "built_in"}


def test_every_declared_rule_has_its_words() -> None:
    missing = {f"{name}.protects" for name in DECLARED} - PHRASES.keys()
    missing |= {told(name).name for name in DECLARED if told(name).threshold != "built_in"} - PHRASES.keys()
    missing |= {f"remedy.{rule.remedy}" for rule in DECLARED.values()} - PHRASES.keys()
    assert missing == set()


def test_a_rule_that_is_not_declared_cannot_act() -> None:
    with pytest.raises(DisclosureError, match=r"rule\.secret is not among the rules"):
        Decision(status="withheld", rules=("rule.secret",))


def test_the_rules_stand_in_the_report_with_threshold_and_counts(release: Release) -> None:
    assert rule_row(release, "few_families")[2:] == ("5 familjer; 8 för känsliga uppgifter", "0", "7")
    assert rule_row(release, "drop_out_range")[3:] == ("2", "0")
    assert rule_row(release, "spread")[2] == "10 familjer"
    assert rule_row(release, "coarse_p")[2:] == ("–", "alla tal", "–")
    assert rule_row(release, "no_extremes")[2:] == ("gäller alltid", "–", "–")


def test_the_thresholds_are_those_of_the_plan() -> None:
    plan = make_release().plan
    strict = plan.model_copy(update={"disclosure": plan.disclosure.model_copy(update={"smallest_cell": 7})})
    release = make_release(plan=strict)
    assert rule_row(release, "split")[2] == "7 familjer; 8 för känsliga uppgifter"
    assert any("färre än 7 familjer" in note for note in tables.decisions(release, "sv").notes)


def test_a_rule_whose_name_would_tell_is_told_under_another(release: Release) -> None:
    """That an average stands at the end of the scale says where every family stands."""
    ends = with_rows(release, withheld("mean_after", "home_situation", "rule.scale_end"))
    other = with_rows(release, withheld("mean_after", "home_situation", "rule.common_change"))
    assert told("rule.scale_end").name == told("rule.split").name == "rule.protected"
    for language in ("sv", "en"):
        assert tables.rules(ends, language) == tables.rules(other, language)
        assert tables.decisions(ends, language) == tables.decisions(other, language)


def test_decisions_say_by_indicator_what_is_not_shown_and_why(release: Release) -> None:
    table = tables.decisions(release, "sv")
    assert [column.header for column in table.columns[:5]] == [
        *("Indikator", "Visade tal", "Läge före och efter", "Bättre, lika, sämre", "Andel i klasser"),
    ]
    row = about(release, "Trivsel i skolan")
    assert row[1] == "0"
    assert {cell[:-1] for cell in row[2:] if cell != "–"} == {"visas\u00a0ej"}
    (letter,) = {cell[-1] for cell in row[2:] if cell != "–"}
    note = next(note for note in table.notes if note.startswith(letter))
    assert "Färre än 5 familjer ligger bakom talet." in note
    assert note.endswith("Visas när minst 5 familjer har värden.")


def test_a_kind_of_numbers_of_which_some_are_shown_is_partly_shown(release: Release) -> None:
    assert about(release, "Steg mot arbete")[4] == "delvisᵃ"
    assert tables.decisions(release, "en").rows[-1][4] == "partlyᵃ"


def test_where_the_split_is_hidden_and_the_change_is_not_the_change_is_pointed_at(release: Release) -> None:
    advice = [note for note in tables.decisions(release, "sv").notes if "Läs förändringen i stället" in note]
    assert advice == [
        "Fasta rutiner på vardagar: Läs förändringen i stället för hur många som rörde sig åt vilket håll."
    ]


def test_hidden_classes_get_an_example_from_the_declarations_alone(release: Release) -> None:
    gone = Decision(status="withheld", rules=("rule.split",))
    rows = tuple(
        replace(row, decision=gone) if row.estimate.statistic.startswith("class_share_") else row
        for row in release
    )
    hidden = make_release(rows=rows)
    advice = (
        "Steg mot arbete eller studier: Deklarera grövre klasser i tables/parent.yaml, till exempel Långt från arbete "
        "+ På väg; Arbete eller studier."
    )
    assert advice in tables.decisions(hidden, "sv").notes
    assert advice not in tables.decisions(release, "sv").notes
    assert tables.told_in_short(hidden, "sv")[2] == (
        "Grövre klasser kan visa fördelningen för: Steg mot arbete eller studier. De deklareras i tables/parent.yaml."
    )
    assert len(tables.told_in_short(release, "sv")) == 2


def test_two_classes_have_no_coarser_division() -> None:
    codebook = make_codebook()
    step = codebook.indicator("step")
    two = {**step.column.groups, "near": step.column.groups["work"]}
    assert coarser(step, "en") == "Far from work + On the way; Work or studies"
    groups = {
        key: ["work"] if item.groups == ("near",) else item.groups for key, item in step.column.steps.items()
    }
    steps = {
        key: item.model_copy(update={"groups": tuple(groups[key])}) for key, item in step.column.steps.items()
    }
    column = step.column.model_copy(update={"steps": steps, "groups": two})
    assert coarser(replace(step, column=column), "en") == ""


def test_the_short_account_counts_what_is_shown(release: Release) -> None:
    count = [row.decision.status for row in release]
    shown, changed, gone = (
        len(count) - count.count("withheld"),
        count.count("changed"),
        count.count("withheld"),
    )
    assert (changed, gone) == (5, 26)
    assert tables.told_in_short(release, "en")[0] == (
        f"Disclosure control: {shown} numbers are shown, 5 of them in coarser form; 26 are not shown."
    )


def test_an_internal_release_says_that_nothing_was_controlled() -> None:
    passed = tuple(
        Released(estimate=row.estimate, decision=Decision(status="pass")) for row in make_release()
    )
    internal = make_release(rows=passed, profile="internal")
    (line,) = tables.told_in_short(internal, "sv")
    assert line.startswith("Intern version: ")
    assert tables.decisions(internal, "sv").rows == ()


def test_a_release_says_where_the_reasons_are(release: Release) -> None:
    assert repr(release).endswith("fou_eval.tables.decisions(release) says why")


def test_a_domain_that_cannot_be_shown_is_a_sentence(release: Release) -> None:
    gone = Decision(status="withheld", rules=("rule.few_families",))
    rows = tuple(
        replace(row, decision=gone, estimate=replace(row.estimate, value=nan))
        if row.estimate.domain == "school"
        else row
        for row in release
    )
    (block,) = appendices.domain(make_release(rows=rows), "school", "sv", {})
    assert block["kind"] == "paragraph"
    assert block["text"] == "Kan inte redovisas: talen kunde röja enskilda familjer."


def test_an_indicator_without_a_number_is_a_sentence(release: Release) -> None:
    texts = [block.get("text", "") for block in appendices.numbers(release, "sv")]
    (told_so,) = [text for text in texts if str(text).startswith("Trivsel i skolan")]
    assert str(told_so).startswith("Trivsel i skolan kan inte redovisas. Visas ej: ")


def test_every_published_statistic_belongs_to_a_named_group() -> None:
    for statistic in (
        "class_share_before",
        "transition_share",
        "bound_worst",
        "change_from_entry",
        "rate_before",
    ):
        assert f"table.group.{group(statistic)}" in PHRASES
    assert group("share_yes_before") == "levels"
    assert group("share_not_worse") == "split"
    assert group("minimal_detectable_change") == "checks"
