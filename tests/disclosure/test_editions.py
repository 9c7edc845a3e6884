"""A later report on the same families shows all that an earlier one showed, or nothing but that."""

from collections.abc import Callable
from dataclasses import replace
from math import isfinite, isnan
from pathlib import Path

import pytest
from disclosure.attacked import measured
from disclosure.two_reports import (
    TABLE,
    Cells,
    cells,
    compared,
    declared,
    estimates,
    published,
    rules,
    shown,
    write,
)
from typer.testing import CliRunner

import fou_eval as fou
from fou_eval import cli
from fou_eval.disclosure import Release
from fou_eval.disclosure import rules as single
from fou_eval.errors import DisclosureError
from fou_eval.estimates import Estimates
from fou_eval.formatting import estimate_decimals
from fou_eval.report import filling, method

SEVENTEEN = range(17)
IN_CLASSES = TABLE.replace(
    "better: higher, resolution: 1}",
    "better: higher, resolution: 1, classes: [[{sv: Lågt, en: Low, to: 49}, {sv: Högt, en: High, from: 50}]]}",
    1,
)
OTHERWISE = IN_CLASSES.replace("to: 49", "to: 44").replace("from: 50", "from: 45")
RENAMED = TABLE.replace("  maende:", "  humor:").replace("maende", "humor")
OTHER_WORDS = IN_CLASSES.replace("sv: Lågt", "sv: Lägre").replace(
    "sv: Mående, en: Mood", "sv: Mår, en: Feels"
)
CLASSES = {"class_share_before", "class_share_after"}
Numbers = dict[tuple[str, str, str], tuple[float, ...]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return declared(tmp_path_factory.mktemp("editions") / "prov", IN_CLASSES)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "kept"
    path.mkdir()
    return path


@pytest.fixture
def change(folder: Path, tmp_path: Path) -> Estimates:
    return estimates(folder, write(tmp_path / "mote.csv", cells(SEVENTEEN)))


def with_table(tmp_path: Path, table: str) -> Estimates:
    """Measure the same data under another declaration of the table."""
    data = write(tmp_path / "mote.csv", cells(SEVENTEEN))
    if table == RENAMED:
        data.write_text(data.read_text("utf-8").replace("maende", "humor"), "utf-8")
    primary = "humor" if table == RENAMED else "maende"
    return estimates(declared(tmp_path / "other" / "prov", table, primary=primary), data)


def with_plan(change: Estimates, **limits: int) -> Estimates:
    disclosure = change.plan.disclosure.model_copy(update=limits)
    return replace(change, plan=change.plan.model_copy(update={"disclosure": disclosure}))


def numbers(release: Release, outcome: str = "maende") -> Numbers:
    """Give what is shown of an indicator."""
    return {
        (row.statistic, row.category, row.wave_after): (row.value, row.low, row.high)
        for row in (row.estimate for row in release if row.decision.status != "withheld")
        if row.outcome == outcome and isfinite(row.value)
    }


def row(release: Release, statistic: str, wave: str = "") -> tuple[float, tuple[str, ...]]:
    found = release.find(statistic, category=wave)
    assert found is not None
    return found.estimate.value, found.decision.rules


# Recoded values.


@pytest.mark.parametrize(
    "recode",
    [lambda v: v // 2, lambda v: 100 - v, lambda v: 10 * (v // 10)],
    ids=["unit", "reversed", "decimals"],
)
def test_recoded_values_do_not_hide_one_more_family(
    folder: Path, tmp_path: Path, kept: Path, change: Estimates, recode: Callable[[int], int]
) -> None:
    published(change, kept, "delrapport")

    def other(families: int) -> Release:
        values = {key: recode(value or 0) for key, value in cells(range(families)).items()}
        return compared(estimates(folder, write(tmp_path / "mote.csv", values)), kept)

    assert shown(other(18), "maende") == shown(other(18), "somn") == set()
    assert rules(other(18), "maende") == {"rule.ledger"}
    assert "family_mean_change" in shown(other(22), "maende")
    # The same families recoded: nothing is laid beside the old numbers that is not one of them.
    assert numbers(other(17)).items() <= numbers(compared(change, kept)).items()
    assert "family_mean_change" not in shown(other(17), "maende")


def test_two_reports_that_a_third_one_combines_are_seen_by_ids(
    folder: Path, tmp_path: Path, kept: Path
) -> None:
    """Nine families, nine others, and then all of these and one more, recoded: no two are close to each other."""

    def of(families: list[int], step: int = 1) -> Estimates:
        values = {key: (value or 0) // step for key, value in cells(families).items()}
        return estimates(folder, write(tmp_path / "mote.csv", values))

    published(of(list(range(11))), kept, "delrapport")
    published(of(list(range(11, 22))), kept, "andra delrapport")
    assert shown(compared(of(list(range(23)), step=2), kept), "maende") == set()
    assert "family_mean_change" in shown(compared(of(list(range(27)), step=2), kept), "maende")


# The same families, shown otherwise.


def test_other_limits_of_classes_are_not_laid_beside_the_first(
    tmp_path: Path, kept: Path, change: Estimates
) -> None:
    first = published(change, kept, "delrapport")
    assert shown(first, "maende") >= CLASSES
    other = with_table(tmp_path, OTHERWISE)
    assert shown(fou.release(other), "maende") >= CLASSES  # it is the earlier report that closes them
    release = compared(other, kept)
    assert not shown(release, "maende") & CLASSES
    assert {row.decision.rules for row in release if row.estimate.statistic in CLASSES} == {("rule.ledger",)}
    assert numbers(release).items() <= numbers(first).items()
    assert shown(release, "maende") >= {"mean_before", "mean_after", "family_mean_change"}
    assert numbers(release, "somn") == numbers(first, "somn")
    assert release.ledger.withheld == 1


def test_classes_with_the_same_shares_and_other_limits_are_other_classes(
    tmp_path: Path, kept: Path, change: Estimates
) -> None:
    """Equal shares at two limits say that nobody stands between them."""
    first = published(change, kept, "delrapport")
    near = IN_CLASSES.replace("to: 49", "to: 48").replace("from: 50", "from: 49")
    other = with_table(tmp_path, near)
    same = [key for key in numbers(first) if key[0] in CLASSES]
    assert {key: numbers(first)[key] for key in same} == {
        key: numbers(fou.release(other))[key] for key in same
    }
    assert not shown(compared(other, kept), "maende") & CLASSES


def test_other_words_change_nothing(tmp_path: Path, kept: Path, change: Estimates) -> None:
    first = published(change, kept, "delrapport")
    assert compared(with_table(tmp_path, OTHER_WORDS), kept).rows == first.rows


def test_another_resolution_is_not_laid_beside_the_first(
    tmp_path: Path, kept: Path, change: Estimates
) -> None:
    published(change, kept, "delrapport")
    coarser = "resolution: 5}".join(IN_CLASSES.rsplit("resolution: 1}", 1))
    release = compared(with_table(tmp_path, coarser), kept)
    assert shown(release, "somn") == set()
    assert "family_mean_change" in shown(release, "maende")


@pytest.mark.parametrize(("earlier", "later"), [(5, 9), (9, 5)])
def test_other_thresholds_show_all_of_the_first_and_more_or_nothing_else(
    kept: Path, change: Estimates, earlier: int, later: int
) -> None:
    first = published(with_plan(change, smallest_cell=earlier), kept, "delrapport")
    second = compared(with_plan(change, smallest_cell=later), kept)
    for outcome in ("maende", "somn"):
        before, after = numbers(first, outcome).items(), numbers(second, outcome).items()
        assert before <= after or after <= before
    more = fou.release(with_plan(change, smallest_cell=later))
    if later < earlier:  # all of the first and more: nothing is withheld for it
        assert numbers(first).items() < numbers(more).items()
        assert second.rows == more.rows


def test_what_neither_holds_the_other_is_cut_to_what_was_shown(kept: Path, change: Estimates) -> None:
    """Of two reports, each shows something that the other one hides: only what both show stays."""
    first = replace(change, rows=tuple(row for row in change.rows if row.statistic != "g_av"))
    published(first, kept, "delrapport")
    other = replace(
        change, rows=tuple(row for row in change.rows if row.statistic != "procedures_that_agree")
    )
    assert "g_av" in shown(fou.release(other), "maende")
    assert "g_av" in shown(compared(change, kept), "maende")  # beside all that was shown before
    release = compared(other, kept)
    assert not shown(release, "maende") & {"g_av", "procedures_that_agree"}
    assert "family_mean_change" in shown(release, "maende")
    withheld = [
        row for row in release if row.estimate.outcome == "maende" and row.decision.status == "withheld"
    ]
    assert {row.decision.rules for row in withheld} == {("rule.ledger",)}  # one reason for all of it
    # What was shown in neither report, but in one before them, is known.
    assert compared(first, kept).rows == fou.release(first).rows


def test_another_version_that_rounds_otherwise_shows_nothing_beside(
    kept: Path, change: Estimates, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = published(change, kept, "delrapport")
    assert compared(change, kept).rows == first.rows
    monkeypatch.setattr(single, "estimate_decimals", lambda *about: estimate_decimals(*about) + 1)
    release = compared(change, kept)
    assert numbers(release).items() < numbers(first).items()
    assert "mean_before" not in shown(release, "maende")
    assert "rule.ledger" in rules(release, "maende")
    with pytest.raises(DisclosureError, match="shows something else"):
        published(change, kept, "delrapport")


def test_a_release_that_says_something_anew_is_not_recorded(
    kept: Path, change: Estimates, tmp_path: Path
) -> None:
    published(change, kept, "delrapport")
    other = with_table(tmp_path, OTHERWISE)
    with pytest.raises(DisclosureError, match="ledger=ledger"):
        fou.publish(fou.release(other), other, fou.open_ledger(kept), name="slutrapport")
    published(other, kept, "slutrapport")
    assert [edition.name for edition in fou.open_ledger(kept).editions] == ["delrapport", "slutrapport"]


def test_a_later_contrast_on_the_same_families_may_be_shown_where_entry_is_shown_alike(
    folder: Path, kept: Path, change: Estimates, tmp_path: Path
) -> None:
    """The usual way: a first report at the second wave, and the last one at the third."""
    study = fou.open_study(folder, data=tmp_path / "mote.csv")
    plan = study.plan.model_copy(update={"contrast": study.plan.contrast.model_copy(update={"after": "t2"})})
    later = measured(replace(study, declaration=replace(study.declaration, plan=plan)))
    published(change, kept, "delrapport")
    release = compared(later, kept)
    assert numbers(release) == numbers(fou.release(later))
    assert ("family_mean_change", "", "t2") in numbers(release)
    # Where more of the level at entry would be shown than in the first report, nothing but that report is.
    other = kept.parent / "less"
    other.mkdir()
    less = replace(change, rows=tuple(row for row in change.rows if row.statistic != "mean_before"))
    published(less, other, "delrapport")
    assert numbers(compared(later, other)).items() <= numbers(fou.release(less)).items()


# Who took part.


def test_persons_are_not_told_beside_a_report_on_almost_the_same_families(
    folder: Path, tmp_path: Path, kept: Path
) -> None:
    def of(families: int) -> Estimates:
        values = cells(range(17)) | cells(range(17, families), siblings=4)
        return estimates(folder, write(tmp_path / "mote.csv", values))

    first = published(of(17), kept, "delrapport")
    assert (row(first, "families_enrolled")[0], row(first, "persons_enrolled")[0]) == (17, 34)
    assert compared(of(17), kept).rows == first.rows
    second = compared(of(18), kept)
    assert row(second, "families_enrolled") == (18, ())
    assert row(second, "families_at_wave", "t1") == (18, ())
    for statistic, wave in (("persons_enrolled", ""), ("persons_at_wave", "t0"), ("persons_at_wave", "t2")):
        value, reasons = row(second, statistic, wave)
        assert isnan(value)
        assert reasons == ("rule.ledger",)
    assert row(compared(of(22), kept), "persons_enrolled") == (54, ())


def test_persons_at_one_wave_are_closed_where_one_more_family_answered_there(
    folder: Path, tmp_path: Path, kept: Path
) -> None:
    def of(missing: int) -> Estimates:
        gone: Cells = {key: None for key in cells(range(missing)) if key[2] == "t2"}
        return estimates(folder, write(tmp_path / "mote.csv", cells(range(17)) | gone))

    assert row(published(of(6), kept, "delrapport"), "persons_at_wave", "t2")[0] == 22
    release = compared(of(5), kept)
    assert row(release, "persons_enrolled") == (34, ())
    assert row(release, "persons_at_wave", "t1") == (34, ())
    assert row(release, "families_at_wave", "t2") == (12, ())
    assert row(release, "persons_at_wave", "t2")[1] == ("rule.ledger",)


# A new name for the same thing.


def test_a_renamed_indicator_is_told_and_not_refused(tmp_path: Path, kept: Path, change: Estimates) -> None:
    published(change, kept, "delrapport")
    assert compared(change, kept).ledger.begun_anew == ()
    other = with_table(tmp_path, RENAMED)
    release = compared(other, kept)
    assert release.ledger.begun_anew == ("humor",)
    assert release.ledger.withheld == 0
    assert "family_mean_change" in shown(release, "humor")
    more = write(tmp_path / "more.csv", cells(range(30)))
    more.write_text(more.read_text("utf-8").replace("maende", "humor"), "utf-8")
    assert compared(estimates(tmp_path / "other" / "prov", more), kept).ledger.begun_anew == ()


def test_a_renamed_wave_is_told(folder: Path, tmp_path: Path, kept: Path, change: Estimates) -> None:
    published(change, kept, "delrapport")
    other = declared(tmp_path / "other" / "prov", IN_CLASSES)
    for path in (other / "study.yaml", other / "plan.yaml", tmp_path / "mote.csv"):
        path.write_text(path.read_text("utf-8").replace("t1", "w1"), "utf-8")
    release = compared(estimates(other, tmp_path / "mote.csv"), kept)
    assert release.ledger.begun_anew == ("maende", "somn")


def test_the_terminal_and_the_appendix_say_that_a_renamed_column_begins_afresh(
    folder: Path, tmp_path: Path, kept: Path, change: Estimates, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "all_pictures", lambda *_: [])
    published(change, kept, "delrapport")
    other = with_table(tmp_path, RENAMED)
    about = ("--study", tmp_path / "other" / "prov", "--data", tmp_path / "mote.csv", "--ledger", kept)
    answer = CliRunner().invoke(cli.app, ["report", *map(str, about), "--out", str(tmp_path / "[/x] ut")])
    assert answer.exit_code == 0, answer.exception
    assert "[/x] ut" in answer.stderr  # nothing is taken for markup
    told = "som har försvunnit sedan en tidigare rapport: Mående. Är det samma sak under nytt namn"
    assert told in " ".join(answer.stderr.split())
    assert told in method.compared(compared(other, kept), "sv")
