"""Attackers that subtract one report from another, and that read what stands between the lines."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pytest
from disclosure.adversary import between_the_lines, differencing, variants
from disclosure.adversary.findings import Finding, judge
from disclosure.adversary.published import Published, Row, Truth
from disclosure.attacked import declaration, made, measured

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.disclosure import Release
from fou_eval.disclosure.ledger import Ledger
from fou_eval.disclosure.seals import shown_provenance
from fou_eval.estimates import Estimates
from fou_eval.fingerprints import table_mark
from fou_eval.provenance import DataMarks
from fou_eval.publishing import publish
from fou_eval.study import Study

LAST = "one family more"


@cache
def study(families: int, seed: int) -> Study:
    return made(declaration(), families=families, seed=seed)


@cache
def begun() -> Study:
    """Give the study as it was before the last family had entered."""
    whole = study(15, 100)
    return variants.without(whole, set(variants.families(whole)[-1:]))


@cache
def bundled() -> Study:
    return fou.open_study(bundled_study("familjelotsen"))


@cache
def final() -> tuple[Estimates, Release]:
    estimates = measured(study(15, 100))
    return estimates, fou.release(estimates)


@cache
def interim() -> tuple[Estimates, Release]:
    estimates = measured(begun())
    return estimates, fou.release(estimates)


@cache
def of_bundled() -> tuple[Estimates, Release]:
    estimates = measured(bundled())
    return estimates, fou.release(estimates)


def told(first: Release, second: Release) -> list[differencing.Difference]:
    pair = Published.of(first), Published.of(second)
    return [item for item in differencing.counts(LAST, *pair) if differencing.told(item)]


def after_ledger(folder: Path, first: Estimates, second: Estimates) -> tuple[Release, Release]:
    """Publish a first report, and release the second with the ledger that remembers it."""
    ledger = fou.open_ledger(folder)
    earlier = fou.release(first, ledger=ledger)
    publish(earlier, first, ledger, name="delrapport")
    return earlier, fou.release(second, ledger=fou.open_ledger(folder))


def count(estimates: Estimates, item: differencing.Difference) -> int:
    key = item.outcome, item.statistic, item.category
    row = next(row for row in estimates if (row.outcome, row.statistic, row.category) == key)
    return int(row.value * row.n + 0.5)


# Over releases


def test_without_a_ledger_two_reports_tell_what_the_families_between_them_answered() -> None:
    found = told(interim()[1], final()[1])
    assert len(found) > 30
    assert [item.low for item in found] == [
        count(final()[0], item) - count(interim()[0], item) for item in found
    ]


@pytest.fixture(scope="module")
def published_twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Release, Release]:
    return after_ledger(tmp_path_factory.mktemp("ledger"), interim()[0], final()[0])


def test_with_the_ledger_the_second_report_tells_nothing_of_them(
    published_twice: tuple[Release, Release],
) -> None:
    assert told(*published_twice) == []


def test_with_the_ledger_the_persons_of_the_last_family_are_not_told(
    published_twice: tuple[Release, Release],
) -> None:
    assert list(differencing.between_reports(*map(Published.of, published_twice))) == []


def test_values_in_another_unit_do_not_hide_that_the_families_are_the_same(tmp_path: Path) -> None:
    whole, table = study(15, 100), "followup_child"
    frame = whole.tables[table].assign(absence_pct=whole.tables[table]["absence_pct"] * 0.5)
    halved = measured(replace(whole, tables={**whole.tables, table: frame}))
    found = told(*after_ledger(tmp_path, interim()[0], halved))
    assert [item for item in found if item.statistic.startswith("share")] == []


def test_a_larger_smallest_cell_shows_nothing_that_a_smaller_one_hid(tmp_path: Path) -> None:
    whole = study(15, 100)
    stricter = whole.plan.disclosure.model_copy(update={"smallest_cell": 8})
    reports = after_ledger(
        tmp_path, measured(whole), measured(variants.with_plan(whole, disclosure=stricter))
    )
    pair = [Published.of(report) for report in reports]
    truth = Truth.of(whole)
    alone = {
        (item.outcome, item.cell)
        for report in pair
        for item in differencing.together("alone", report, report)
        if judge(item, truth).disclosure
    }
    joined = [item for item in differencing.together("both", *pair) if judge(item, truth).disclosure]
    assert {(item.outcome, item.cell) for item in joined} <= alone


# Within one report


def test_participants_of_two_waves_or_two_reports_are_subtracted() -> None:
    second = Published.of(final()[1])
    first = Published.of(interim()[1])
    assert [
        few.families for few in differencing.between_reports(first, second) if few.at == ("enrolled", "")
    ] == [1]


# Between the lines


def planted(cells: Mapping[str, tuple[object, list[str]]]) -> Published:
    """Give the bundled report as it was when every withheld transition named the rule that had withheld it."""
    report = Published.of(of_bundled()[1])

    def then(row: Row) -> Row:
        key = f"{row['statistic']} {row['category']}"
        if row["outcome"] != "home_situation" or key not in cells:
            return row
        value, rules = cells[key]
        return {**row, "value": value, "rules": rules, "status": "pass" if value else "withheld"}

    return replace(report, rows=tuple(then(row) for row in report.rows))


def test_one_rule_for_all_that_is_hidden_keeps_a_table_that_its_own_rules_would_rebuild() -> None:
    other, small = ["rule.finest_classes"], ["rule.split"]
    shares: dict[str, tuple[object, list[str]]] = {
        "class_share_before 2:0": (0.64, []),
        "class_share_before 2:1": (0.36, []),
        "class_share_after 2:0": (0.43, []),
        "class_share_after 2:1": (0.57, []),
    }
    moves = dict(zip(("0>0", "0>1", "1>0", "1>1"), (other, small, small, other), strict=True))
    then = {**shares, **{f"transition_share 2:{move}": (None, rules) for move, rules in moves.items()}}
    truth = Truth.of(bundled(), of_bundled()[0].rows)
    found = list(between_the_lines.rules_of_transitions(planted(then)))
    assert {item.cell: (item.low, item.high) for item in found if item.outcome == "home_situation"} == {
        "move:2:0>0": (6, 6),
        "move:2:0>1": (3, 3),
        "move:2:1>0": (0, 0),
        "move:2:1>1": (5, 5),
    }
    assert all(judge(item, truth).true for item in found)


def test_the_pattern_of_withheld_rows_would_tell_equal_changes() -> None:
    report, beside = Published.of(of_bundled()[1]), "leave_one_family_out"
    rows = tuple(
        {**row, "status": "changed"} if (row["outcome"], row["statistic"]) == ("wants_more", beside) else row
        for row in report.rows
    )
    found = list(between_the_lines.equal_changes(replace(report, rows=rows)))
    assert [(item.outcome, item.candidates) for item in found] == [("wants_more", (0.0,))]
    assert judge(found[0], Truth.of(bundled())).disclosure


@pytest.mark.parametrize(
    "attack",
    [between_the_lines.rules_of_transitions, between_the_lines.scale_ends, between_the_lines.equal_changes],
)
@pytest.mark.parametrize(
    ("report", "data"), [(of_bundled, bundled), (final, lambda: study(15, 100)), (interim, begun)]
)
def test_rules_and_silences_tell_nothing(
    attack: Callable[[Published], Iterable[Finding]],
    report: Callable[[], tuple[Estimates, Release]],
    data: Callable[[], Study],
) -> None:
    estimates, release = report()
    truth = Truth.of(data(), estimates.rows)
    found = [judge(item, truth) for item in attack(Published.of(release))]
    assert [verdict.finding for verdict in found if verdict.disclosure] == []


def test_the_fingerprint_of_the_report_confirms_no_guess_at_one_answer() -> None:
    """Whoever knows all answers but one finds it by trying, where a fingerprint is published: of made-up data alone."""
    release, table = of_bundled()[1], "followup_family"
    frame = bundled().tables[table]
    place = int(frame.index[(frame["family_id"] == "F01") & (frame["wave"] == "t2")][0])

    def marked(value: float) -> DataMarks:
        tried = frame.copy()
        tried.loc[place, "home_situation"] = value
        with_guess = replace(bundled(), tables={**bundled().tables, table: tried})
        return DataMarks(how="plain", tables={table: table_mark(with_guess, table)})

    def published(value: float, *, synthetic: bool, ledger: Ledger | None) -> DataMarks:
        source = replace(release.provenance, data=marked(value), synthetic=synthetic)
        return shown_provenance(source, "publication", release.rows, ledger).data

    assert frame.loc[place, "home_situation"] == 4
    made_up = published(4.0, synthetic=True, ledger=None)
    assert between_the_lines.confirmed(made_up, marked, range(11)) == [4]
    assert published(4.0, synthetic=False, ledger=None) == DataMarks()
    kept = Ledger(folder=Path(), key=bytes(range(32)))
    closed = published(4.0, synthetic=False, ledger=kept)
    assert between_the_lines.confirmed(closed, marked, range(11)) == []
    other = partial(published, synthetic=False, ledger=Ledger(folder=Path(), key=bytes(32)))
    assert between_the_lines.confirmed(closed, other, range(11)) == []
    # Only who keeps the key with the data can try.
    own = partial(published, synthetic=False, ledger=kept)
    assert between_the_lines.confirmed(closed, own, range(11)) == [4]
    assert not {mark.rows for mark in closed.tables.values()} & {str(number) for number in range(1000)}
