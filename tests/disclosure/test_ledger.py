"""The ledger: reports on almost the same families, made one after the other as a person would make them."""

import json
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from disclosure.attacked import followed, made, measured
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
from hypothesis import given, settings
from hypothesis import strategies as st
from small_study import declare
from typer.testing import CliRunner

import fou_eval as fou
from fou_eval import cli
from fou_eval.declaration import read_declaration
from fou_eval.disclosure import Release
from fou_eval.disclosure.ledger import Edition, Ledger, refused, too_close
from fou_eval.errors import DisclosureError, FouError
from fou_eval.estimates import Estimate, Estimates, Population
from fou_eval.report import filling
from fou_eval.study import Study


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return declared(tmp_path_factory.mktemp("ledger") / "prov")


@pytest.fixture
def ledger_folder(tmp_path: Path) -> Path:
    path = tmp_path / "kept"
    path.mkdir()
    return path


@pytest.fixture
def first(folder: Path, tmp_path: Path, ledger_folder: Path) -> Release:
    """A published report on seventeen families."""
    change = estimates(folder, write(tmp_path / "mote.csv", cells(range(17))))
    release = published(change, ledger_folder, "delrapport")
    assert {"family_mean_change", "mean_before", "change_from_entry"} <= shown(release, "maende")
    return release


def second(folder: Path, tmp_path: Path, ledger_folder: Path, values: Cells, **more: object) -> Release:
    change = estimates(folder, write(tmp_path / "mote.csv", values, **more))  # type: ignore[arg-type]
    return compared(change, ledger_folder)


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize("families", [16, 18, 21])
def test_one_to_four_families_more_or_less_are_refused(
    folder: Path, tmp_path: Path, ledger_folder: Path, families: int
) -> None:
    release = second(folder, tmp_path, ledger_folder, cells(range(families)))
    assert shown(release, "maende") == shown(release, "somn") == set()
    assert rules(release, "maende") == {"rule.ledger"}
    assert release.ledger.compared == ("delrapport",)
    assert release.ledger.withheld == 2
    assert release.ledger.sets == 0


def test_the_same_families_and_five_more_pass(
    folder: Path, tmp_path: Path, ledger_folder: Path, first: Release
) -> None:
    again = second(folder, tmp_path, ledger_folder, cells(range(17)))
    assert again.rows == first.rows
    more = second(folder, tmp_path, ledger_folder, cells(range(22)))
    assert "rule.ledger" not in rules(more, "maende")
    assert "family_mean_change" in shown(more, "maende")
    assert more.ledger.compared == ("delrapport",)


@pytest.mark.usefixtures("first")
def test_new_running_numbers_and_another_order_of_rows_hide_nothing(
    folder: Path, tmp_path: Path, ledger_folder: Path
) -> None:
    turned = dict(reversed(cells(range(17)).items()))
    same = second(folder, tmp_path, ledger_folder, turned, name=lambda n: f"X{(7 * n) % 31:03d}")
    assert "family_mean_change" in shown(same, "maende")
    one_more = dict(reversed(cells(range(18)).items()))
    other = second(folder, tmp_path, ledger_folder, one_more, name=lambda n: f"X{(7 * n) % 31:03d}")
    assert shown(other, "maende") == set()


@pytest.mark.usefixtures("first")
def test_a_corrected_cell_withholds_its_indicator_alone(
    folder: Path, tmp_path: Path, ledger_folder: Path
) -> None:
    values = cells(range(17))
    corrected = values | {(3, 1, "t1"): values[3, 1, "t1"] + 1}  # type: ignore[operator]
    release = second(folder, tmp_path, ledger_folder, corrected, sleep=values)
    assert shown(release, "maende") == set()
    assert "family_mean_change" in shown(release, "somn")
    assert release.ledger.withheld == 1


@pytest.mark.usefixtures("first")
def test_a_corrected_cell_outside_the_contrast_withholds_that_wave(
    folder: Path, tmp_path: Path, ledger_folder: Path
) -> None:
    values = cells(range(17))
    corrected = values | {(3, 1, "t2"): values[3, 1, "t2"] + 1}  # type: ignore[operator]
    release = second(folder, tmp_path, ledger_folder, corrected, sleep=values)
    closed = [row.estimate for row in release if "rule.ledger" in row.decision.rules]
    assert [(row.outcome, row.statistic, row.wave_after) for row in closed] == [
        ("maende", "change_from_entry", "t2")
    ]
    assert "family_mean_change" in shown(release, "maende")


@pytest.mark.usefixtures("first")
def test_one_more_sibling_is_seen(folder: Path, tmp_path: Path, ledger_folder: Path) -> None:
    more = cells(range(17)) | {key: value for key, value in cells([5], siblings=3).items() if key[1] == 2}
    release = second(folder, tmp_path, ledger_folder, more)
    assert shown(release, "maende") == set()


def test_another_contrast_on_almost_the_same_families_is_seen(
    folder: Path, tmp_path: Path, ledger_folder: Path
) -> None:
    """A family that left before the last wave: the level at entry is shown with it, and then without it."""
    values = cells(range(17))
    left = values | {(4, child, "t2"): None for child in (0, 1)}
    change = estimates(folder, write(tmp_path / "mote.csv", left))
    published(change, ledger_folder, "delrapport")
    study = fou.open_study(folder, data=tmp_path / "mote.csv")
    plan = study.plan.model_copy(update={"contrast": study.plan.contrast.model_copy(update={"after": "t2"})})
    turned = replace(study, declaration=replace(study.declaration, plan=plan))
    release = compared(measured(turned), ledger_folder)
    assert shown(release, "maende") == set()
    assert "rule.ledger" in rules(release, "maende")
    alone = fou.release(measured(turned))
    assert "mean_before" in shown(alone, "maende")  # it is the earlier report that closes it


def test_one_more_family_that_left_closes_what_is_said_of_those_who_left(
    folder: Path, tmp_path: Path, ledger_folder: Path
) -> None:
    def with_leavers(families: int) -> Estimates:
        values = cells(range(17 + families))
        gone: Cells = {key: None for key in values if key[0] >= 17 and key[2] == "t1"}
        return estimates(folder, write(tmp_path / "mote.csv", values | gone))

    assert "leavers_difference" in shown(published(with_leavers(6), ledger_folder, "delrapport"), "maende")
    release = compared(with_leavers(7), ledger_folder)
    closed = [row.estimate for row in release if "rule.ledger" in row.decision.rules]
    assert [(row.outcome, row.statistic) for row in closed if row.outcome] == [
        ("maende", "leavers_difference"),
        ("somn", "leavers_difference"),
    ]
    assert "leavers_difference" in shown(compared(with_leavers(11), ledger_folder), "maende")


def test_one_more_family_missing_for_a_reason_closes_the_reasons(
    change: Estimates, ledger_folder: Path
) -> None:
    def missing(moved: int, declined: int) -> Estimates:
        reasons = tuple(
            Estimate(
                statistic="missing_reason",
                category=f"t2:{code}",
                scale="count",
                wave_before="t2",
                wave_after="t2",
                value=float(families),
                n=families,
                n_families=families,
                families_in=families,
            )
            for code, families in (("-8", moved), ("-9", declined))
        )
        return replace(change, rows=(*change.rows, *reasons))

    def shown_reasons(release: Release) -> list[float]:
        rows = [row for row in release if row.estimate.statistic == "missing_reason"]
        return [row.estimate.value for row in rows if row.decision.status != "withheld"]

    assert shown_reasons(published(missing(6, 5), ledger_folder, "delrapport")) == [6, 5]
    assert shown_reasons(compared(missing(6, 5), ledger_folder)) == [6, 5]
    assert shown_reasons(compared(missing(11, 5), ledger_folder)) == [11, 5]
    one_more = compared(missing(7, 5), ledger_folder)
    assert shown_reasons(one_more) == []
    assert one_more.ledger.withheld == 0  # of indicators; the reasons are no indicator


def test_the_bundled_study_made_smaller_by_one_family(ledger_folder: Path) -> None:
    whole = made(followed(), families=18, seed=3)
    gone = sorted(whole.family_numbers)[7]
    tables = {}
    for name, frame in whole.tables.items():
        family = whole.codebook.tables[name].with_role("family_id")
        person = whole.codebook.tables[name].with_role("person_id")
        own = frame[family] if family else frame[person].map(whole.family_of_person)
        tables[name] = frame[own != gone].reset_index(drop=True)
    reasons = {name: frame.iloc[:0] for name, frame in whole.reasons.items()}
    smaller = Study(declaration=whole.declaration, tables=tables, reasons=reasons, issues=(), synthetic=True)
    first = published(measured(smaller), ledger_folder, "delrapport")
    second = compared(measured(whole), ledger_folder)
    closed = set()
    for indicator in whole.codebook.indicators():
        name = indicator.name
        if not shown(first, name):
            continue
        if smaller.pairs(name).n_families != whole.pairs(name).n_families:
            closed.add(name)
            assert shown(second, name) == set()
            assert "rule.ledger" in rules(second, name)
        else:
            assert "rule.ledger" not in rules(second, name)
    assert second.ledger.withheld == len(closed) >= 10


# Publishing, as a person does it.


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "all_pictures", lambda *_: [])


def run(*words: object) -> tuple[int, str]:
    answer = CliRunner().invoke(cli.app, ["report", *map(str, words)])
    error = answer.exception
    if isinstance(error, FouError):
        return error.exit_code, str(error)
    assert error is None or isinstance(error, SystemExit), answer.exception
    return answer.exit_code, answer.stderr


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.usefixtures("quick")
def test_a_draft_leaves_no_ledger_and_a_published_report_is_remembered(  # noqa: PLR0915 - one story
    tmp_path: Path,
) -> None:
    study, data = tmp_path / "prov", tmp_path / "mote.csv"
    declare(study, TABLE)

    def data_of(families: int) -> Path:
        return write(data, {key: value for key, value in cells(range(families)).items() if key[2] != "t2"})

    about = ("--study", study, "--data", data_of(17))
    assert run(*about, "--out", tmp_path / "draft")[0] == 0
    assert not (study / "ledger.json").exists()
    status, told = run(*about, "--out", tmp_path / "one", "--publish", "delrapport 2016")
    assert status == 0
    assert "delrapport 2016 (9 grupper av familjer)" in told
    draft, one = contents(tmp_path / "draft"), contents(tmp_path / "one")
    written = {"manifest.json", "report.pdf", "report.docx", "tables.xlsx"}
    assert {name for name in draft if draft[name] != one[name]} == written
    how = [json.loads(each["manifest.json"])["data"]["how"] for each in (draft, one)]
    assert how == ["none", "sealed"]  # only what is published is sealed: no key is kept for a draft
    kept = contents(study)
    assert (study / "ledger.key").stat().st_mode & 0o077 == 0
    assert run(*about, "--out", tmp_path / "two", "--publish", "delrapport 2016")[0] == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert contents(study) == kept

    data_of(18)
    status, told = run(*about, "--out", tmp_path / "three", "--lang", "en")
    assert status == 0
    assert "compared with: delrapport 2016. For 2 indicators something is left out" in " ".join(told.split())
    results = json.loads((tmp_path / "three" / "results.json").read_bytes())
    about_outcomes = [row for row in results["rows"] if row["outcome"]]
    assert {row["status"] for row in about_outcomes} == {"withheld"}
    assert {rule for row in about_outcomes for rule in row["rules"]} == {"rule.ledger"}
    assert results["ledger"] == {"sets": 0, "compared": ["delrapport 2016"], "withheld": 2, "begun_anew": []}
    manifest = json.loads((tmp_path / "three" / "manifest.json").read_bytes())
    assert manifest["ledger"] == results["ledger"]
    assert not {"ledger.json", "ledger.key"} & {path.name for path in (tmp_path / "three").iterdir()}
    status, told = run(*about, "--out", tmp_path / "three", "--publish", "delrapport 2016")
    assert (status, "rests on other values" in told) == (13, True)

    data_of(22)
    assert run(*about, "--out", tmp_path / "last", "--publish", "slutrapport")[0] == 0
    data_of(17)
    assert run(*about, "--out", tmp_path / "again")[0] == 0
    assert contents(tmp_path / "again") == contents(tmp_path / "one")
    assert read_declaration(study).fingerprints.keys() == {"study.yaml", "plan.yaml", "tables/mote.yaml"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--publish", "Anna Andersson"), "a person's name"),
        (("--publish", "../delrapport"), "no path"),
        (("--publish", ""), "no name for a published report"),
        (("--publish", "x" * 41), "at most 40"),
        (("--publish", "delrapport", "--profile", "internal"), "internal report is not published"),
        (("--ledger", "nowhere"), "no folder for the ledger"),
        (("--ledger", "."), "holds no ledger.json"),
    ],
)
def test_what_cannot_be_recorded_is_refused_before_anything_is_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    data = write(tmp_path / "mote.csv", cells(range(12)))
    status, said = run("--study", folder, "--data", data, "--out", tmp_path / "out", *words)
    assert (status, told in said) == (13, True), said
    assert not (tmp_path / "out").exists()


# The files.


@pytest.mark.usefixtures("first")
def test_the_files_hold_no_id_no_value_and_no_plain_fingerprint(
    folder: Path, tmp_path: Path, ledger_folder: Path
) -> None:
    change = estimates(folder, tmp_path / "mote.csv")
    text = (ledger_folder / "ledger.json").read_text("utf-8")
    content = json.loads(text)
    (edition,) = content["editions"]
    assert content.keys() == {"format", "study", "editions", "check"}
    assert edition.keys() == {"name", "sets"}
    for one in edition["sets"]:
        assert one.keys() == {"outcome", "group", "waves", "families", "values", "ids", "rows"}
        assert one["families"] == len(one["values"]) == len(one["ids"]) == 17
        assert one["rows"]
    prints = [each for one in edition["sets"] for kind in ("values", "ids", "rows") for each in one[kind]]
    assert all(len(each) == 16 and int(each, 16) >= 0 for each in prints)
    digests = {
        family.hex()[:16]
        for population in change.populations
        for family in (*population.families, *population.ids)
    }
    assert not digests & set(prints)
    # One and the same family in two sets, or in two ledgers, cannot be linked.
    assert len(prints) == len(set(prints))
    assert "F0" not in text
    assert (ledger_folder / "ledger.key").read_text("ascii").strip() not in text


def test_two_studies_with_the_same_families_do_not_collide(
    folder: Path, tmp_path: Path, ledger_folder: Path
) -> None:
    change = estimates(folder, write(tmp_path / "mote.csv", cells(range(17))))
    other = tmp_path / "other"
    other.mkdir()
    published(change, ledger_folder, "delrapport")
    published(change, other, "delrapport")
    kept = [fou.open_ledger(place).editions[0].sets for place in (ledger_folder, other)]
    assert kept[0].keys() == kept[1].keys()
    for about in ("values", "ids", "rows"):
        one, two = ({each for basis in sets.values() for each in basis.by(about)} for sets in kept)
        assert one
        assert not one & two
    stranger = replace(change, codebook=replace(change.codebook, study="annan"))
    with pytest.raises(DisclosureError, match="ledger of the study prov, not of annan"):
        compared(stranger, ledger_folder)


@pytest.mark.usefixtures("first")
def test_damaged_and_lost_files_are_named_with_the_remedy(ledger_folder: Path) -> None:
    ledger, key = ledger_folder / "ledger.json", ledger_folder / "ledger.key"
    text, salt = ledger.read_text("utf-8"), key.read_text("ascii")
    damages: list[tuple[Callable[[], object], str]] = [
        (lambda: ledger.write_text(text[:-40], "utf-8"), "ledger.json is damaged"),
        (lambda: ledger.write_text("[]", "utf-8"), "ledger.json is damaged"),
        (lambda: ledger.write_text(text.replace('"format": 1', '"format": 2'), "utf-8"), "later version"),
        (lambda: ledger.write_text(text.replace("delrapport", "slutrapport"), "utf-8"), "changed by hand"),
        (lambda: key.write_text("00" * 32, "ascii"), "do not belong together"),
        (lambda: key.write_text("zz", "ascii"), "ledger.key is damaged"),
        (key.unlink, "ledger.key beside it is not"),
        (ledger.unlink, "ledger.json beside it is not"),
    ]
    for damage, told in damages:
        damage()
        with pytest.raises(DisclosureError, match=told) as refusal:
            fou.open_ledger(ledger_folder)
        assert "Restore" in str(refusal.value) or "Use that version" in str(refusal.value)
        ledger.write_text(text, "utf-8")
        key.write_text(salt, "ascii")
    assert fou.open_ledger(ledger_folder).editions[0].name == "delrapport"


def test_a_ledger_that_cannot_be_written_leaves_nothing_behind(
    folder: Path, tmp_path: Path, ledger_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = estimates(folder, write(tmp_path / "mote.csv", cells(range(17))))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(DisclosureError, match="must not be published"):
            published(change, ledger_folder, "delrapport")
    assert list(ledger_folder.iterdir()) == []
    published(change, ledger_folder, "delrapport")
    stale = fou.open_ledger(ledger_folder)
    published(change, ledger_folder, "andra delrapport")
    with pytest.raises(DisclosureError, match="changed meanwhile"):
        fou.publish(fou.release(change, ledger=stale), change, stale, name="tredje delrapport")


def test_a_release_made_without_the_ledger_is_not_recorded(
    folder: Path, tmp_path: Path, ledger_folder: Path, first: Release
) -> None:
    assert first.ledger.compared == ()
    change = estimates(folder, write(tmp_path / "mote.csv", cells(range(18))))
    with pytest.raises(DisclosureError, match="ledger=ledger"):
        fou.publish(fou.release(change), change, fou.open_ledger(ledger_folder), name="slutrapport")
    internal = fou.release(change, profile="internal", ledger=fou.open_ledger(ledger_folder))
    assert {row.decision.status for row in internal} == {"pass"}
    with pytest.raises(DisclosureError, match="internal report is not published"):
        fou.publish(internal, change, fou.open_ledger(ledger_folder), name="slutrapport")


# The comparison.


def hand_made(change: Estimates, *sets: list[int], outcome: str = "maende") -> Estimates:
    own = tuple(
        Population(outcome=outcome, waves=("t0",), families=tuple(bytes([family]) for family in families))
        for families in sets
    )
    return replace(change, populations=own)


@pytest.fixture(scope="module")
def change(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Estimates:
    return estimates(folder, write(tmp_path_factory.mktemp("data") / "mote.csv", cells(range(12))))


def test_two_sets_in_one_report_are_compared(change: Estimates) -> None:
    seventeen, eighteen = list(range(17)), list(range(18))
    variable = ("maende", "pairs", ("t0",))
    assert refused(hand_made(change, seventeen, eighteen), None) == {variable}
    assert refused(hand_made(change, seventeen, seventeen), None) == frozenset()
    assert refused(hand_made(change, seventeen, list(range(22))), None) == frozenset()
    release = fou.release(replace(change, populations=hand_made(change, seventeen, eighteen).populations))
    assert shown(release, "maende") == set()
    assert "mean_before" in shown(release, "somn")


def test_a_report_on_all_but_one_of_two_earlier_ones_is_seen() -> None:
    """No two of the three are close; the last less the first two is one family."""
    half, other, all_but = (
        Counter({bytes([n]): 1 for n in range(*ends)}) for ends in ((0, 9), (9, 18), (0, 19))
    )
    assert not too_close(all_but, [half], 5)
    assert not too_close(all_but, [other], 5)
    assert too_close(all_but, [half, other], 5)
    both = Counter({bytes([n]): 1 for n in range(18)})
    assert not too_close(both, [half, other], 5)


def close(own: list[int], others: list[list[int]], threshold: int) -> bool:
    """Say the same by hand: every sum and difference with up to three others, family by family."""
    counted = [Counter(own), *map(Counter, others)]
    for signs in product((-1, 0, 1), repeat=len(others)):
        used = [place for place, sign in enumerate(signs) if sign]
        if not 0 < len(used) <= 3:
            continue
        gone = added = 0
        for family in set().union(*counted):
            left = counted[0][family] - sum(signs[place] * counted[place + 1][family] for place in used)
            most = max(counted[0][family], *(counted[place + 1][family] for place in used))
            added += min(left, most) if left > 0 else 0
            gone += min(-left, most) if left < 0 else 0
        if 0 < max(gone, added) < threshold:
            return True
    return False


FAMILIES = st.lists(st.integers(0, 14), max_size=16)


def test_the_comparison_by_fingerprints_is_that_by_families(change: Estimates) -> None:
    @settings(max_examples=150, deadline=None)
    @given(own=FAMILIES, others=st.lists(FAMILIES, min_size=1, max_size=3), threshold=st.sampled_from([5, 8]))
    def check(own: list[int], others: list[list[int]], threshold: int) -> None:
        disclosure = change.plan.disclosure.model_copy(update={"smallest_cell": threshold})
        plan = change.plan.model_copy(update={"disclosure": disclosure})
        ledger = Ledger(folder=Path(), key=bytes(32), study=change.codebook.study)
        variable = ("maende", "pairs", ("t0",))
        editions = tuple(
            Edition(name="", sets={variable: ledger.basis(hand_made(change, families).populations[0])})
            for families in others
        )
        report = replace(hand_made(change, own), plan=plan, rows=())
        found = refused(report, replace(ledger, editions=editions))
        # The same set once more tells nothing new, and families that this report does not hold are told apart in
        # earlier ones by their running number alone.
        known = {tuple(sorted(families)) for families in others} - {tuple(sorted(own))}
        strange = [
            [f if f in own else 100 * (1 + families[:place].count(f)) + f for place, f in enumerate(families)]
            for families in known
        ]
        assert bool(found) == close(own, strange, threshold)

    check()
