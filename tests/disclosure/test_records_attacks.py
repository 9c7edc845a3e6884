"""What a neighbour, a family that knows its own rows, or a reader of two reports works out from numbers of records."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

import cared_study
import numpy as np
import pandas as pd
import project_study
import pytest
import worked_study
from cared_study import FAMILY, IDS, code
from disclosure.attacked import measured
from disclosure.two_reports import THIRD_WAVE, compared, published
from numpy.typing import NDArray
from small_study import declare

import fou_eval as fou
from fou_eval.declaration import Table
from fou_eval.disclosure import Release
from fou_eval.intake.survey import SYNTHETIC_FILE
from fou_eval.records.care import Lane
from fou_eval.records.groups import codes_of, partitions
from fou_eval.records.rows import Rows
from fou_eval.records.rows import rows_of as rows_in

PLACEMENTS = f"""
table: vard
label: {{sv: Vård, en: Care}}
row: {{sv: en placering, en: a placement}}
key: [family_id, start]
records: placements
columns:
  {FAMILY}
  start: {{label: {{sv: Start, en: Start}}, type: month, role: date}}
  {code("placement_type", "foster", "home", "state", "other")}
  {code("legal_basis", "sol", "lvu", "psyk")}
"""
FOLLOW = f"""
table: follow
label: {{sv: Uppföljning, en: Follow-up}}
row: {{sv: en familj, en: a family}}
key: [family_id, wave]
columns:
  {FAMILY}
  {cared_study.WAVE}
  maende: {{label: {{sv: Läget, en: Mood}}, type: integer, min: 0, max: 10, role: outcome, domain: home, kind: scale,
    better: higher}}
"""
Flags = NDArray[np.bool_]
Groups = Mapping[str, tuple[tuple[str, ...], ...]]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return declare(tmp_path_factory.mktemp("s") / "s", PLACEMENTS, FOLLOW).codebook.tables["vard"]


def rows_of(table: Table, *spells: tuple[int, str, str], threshold: int = 5) -> Rows:
    frame = pd.DataFrame(spells, columns=["family", "placement_type", "legal_basis"])
    return Rows(
        table=table, frame=frame, family=frame["family"].to_numpy(dtype=np.int64), threshold=threshold
    )


def told(rows: Rows, groups: Groups) -> Iterator[tuple[str, Flags]]:
    """Every group, and what two groups of a column are together, but for the whole table."""
    for column, parts in groups.items():
        each = [np.isin(codes_of(rows.frame[column]).astype(str), part) for part in parts]
        yield from ((column, one) for one in each)
        if len(each) > 2:
            yield from ((column, one | other) for one, other in combinations(each, 2))


def singled_out(rows: Rows, groups: Groups) -> list[int]:
    """How many families stand behind what is told, behind all rows less it, and behind what holds another less that."""
    every = list(told(rows, groups))
    found = [rows.family[side] for _, one in every for side in (one, ~one)]
    found += [
        rows.family[one & ~other]
        for a, one in every
        for b, other in every
        if a != b and not (other & ~one).any()
    ]
    return [n for n in (np.unique(each).size for each in found) if 0 < n < rows.threshold]


def largest_part(rows: Rows, groups: Groups) -> float:
    parts = [np.bincount(rows.family[one]) for _, one in told(rows, groups)]
    return max((part.max() / part.sum() for part in parts), default=0.0)


def placed(*parts: tuple[range, str, str]) -> list[tuple[int, str, str]]:
    return [(family, kind, basis) for families, kind, basis in parts for family in families]


def test_a_group_inside_another_leaves_no_rows_of_few_families(table: Table) -> None:
    """All care in a state home is under the act: of eight such rows two would be other care under it, of one family."""
    spells = placed((range(9), "foster", "sol"), (range(6), "state", "lvu"), (range(6, 12), "home", "psyk"))
    before = partitions(rows_of(table, *spells))
    assert before["legal_basis"] == (("sol",), ("lvu",), ("psyk",))
    rows = rows_of(table, *spells, (14, "foster", "lvu"), (14, "foster", "lvu"))
    groups = partitions(rows)
    assert (
        groups["placement_type"] == (("foster",), ("home",), ("state",)) or len(groups["placement_type"]) > 1
    )
    assert groups["legal_basis"] == ()
    assert singled_out(rows, {**groups, "legal_basis": before["legal_basis"]}) != []
    assert singled_out(rows, groups) == []


def test_a_code_that_is_mostly_one_family_joins_another(table: Table) -> None:
    """Six of ten rows are one family's: who knows the four others knows its rows."""
    spells = [(0, "state", "lvu")] * 6
    spells += placed(
        (range(1, 5), "state", "sol"), (range(12), "foster", "sol"), (range(2, 11), "home", "sol")
    )
    groups = partitions(rows_of(table, *spells))
    assert groups["placement_type"] == (("foster",), ("home", "state", "other"))


def test_a_code_of_exactly_four_families_is_told_with_the_next(table: Table) -> None:
    spells = placed((range(4), "state", "sol"), (range(9), "foster", "sol"), (range(3, 9), "home", "sol"))
    assert partitions(rows_of(table, *spells))["placement_type"] == (("foster",), ("home", "state", "other"))


@pytest.mark.parametrize("threshold", [5, 8])
def test_of_many_tables_no_sum_or_difference_is_of_few_families(table: Table, threshold: int) -> None:
    rng = np.random.default_rng(threshold)
    shown = 0
    for _ in range(50):
        families = int(rng.integers(10, 19))
        size = int(rng.integers(families, 4 * families))
        kinds = rng.choice(["foster", "home", "state", "other"], size, p=rng.dirichlet([1.0] * 4))
        # Mostly one legal basis for each kind, as the law has it.
        law = dict(
            zip(["foster", "home", "state", "other"], rng.choice(["sol", "lvu", "psyk"], 4), strict=True)
        )
        bases = [
            law[kind] if rng.random() < 0.9 else str(rng.choice(["sol", "lvu", "psyk"])) for kind in kinds
        ]
        whose = np.minimum(rng.geometric(2 / families, size) - 1, families - 1)
        rows = rows_of(table, *zip(whose.tolist(), kinds.tolist(), bases, strict=True), threshold=threshold)
        groups = partitions(rows)
        shown += sum(len(parts) > 0 for parts in groups.values())
        assert singled_out(rows, groups) == []
        assert largest_part(rows, groups) <= 0.5
    assert shown > 25


def released(folder: Path) -> Release:
    return fou.release(measured(fou.open_study(folder)))


def shown(release: Release, table: str) -> dict[str, float]:
    return {
        f"{row.estimate.statistic} {row.estimate.category}": row.estimate.value
        for row in release
        if row.estimate.category.partition(":")[0] == table and row.decision.status != "withheld"
    }


def households(second: int) -> pd.DataFrame:
    first = [(family, 1, "one" if place < 9 else "two") for place, family in enumerate(IDS)]
    more = [(family, 2, "one") for family in IDS[:second]]
    return pd.DataFrame([*first, *more], columns=["family_id", "household_no", "household_type"])


def waves_of(later: int) -> dict[str, pd.DataFrame]:
    """Eighteen families at entry and some later, all at the end of the scale, so that nothing is told of moods."""
    both = [(family, "t0") for family in IDS] + [(family, "t1") for family in IDS[:later]]
    kind = ["prospective" if place % 3 else "retrospective" for place in range(len(both))]
    return {
        "follow": pd.DataFrame([(*one, 0) for one in both], columns=["family_id", "wave", "mood"]),
        "occasions": pd.DataFrame(
            [(*one, name) for one, name in zip(both, kind, strict=True)],
            columns=["family_id", "wave", "baseline_type"],
        ),
    }


def test_households_less_families_are_no_few_families(tmp_path: Path) -> None:
    """Of 20 households of 18 families two are second ones; none at all would say that every family has one."""
    found = {}
    for second in (0, 2, 5):
        folder = cared_study.write_study(tmp_path / str(second), changed={"households": households(second)})
        found[second] = shown(released(folder), "households")
    assert found[0] == found[2] == {}
    assert found[5] == {
        "records households": 23.0,
        "records_where households:household_type:one": 14.0,
        "records_where households:household_type:two": 9.0,
    }


def test_occasions_do_not_count_who_was_missing_more_closely_than_the_range(tmp_path: Path) -> None:
    """Of 18 families 35 occasions at two waves are one family missing; 31 are five, who may be counted."""
    few = released(cared_study.write_study(tmp_path / "few", changed=waves_of(17)))
    at = few.find("families_at_wave", category="t1")
    assert at is not None
    assert at.decision.status == "changed"
    assert shown(few, "occasions") == {}
    many = released(cared_study.write_study(tmp_path / "many", changed=waves_of(13)))
    assert shown(many, "occasions")["records occasions"] == 31.0


def test_families_with_care_in_a_window_are_not_subtracted_from_those_with_any(tmp_path: Path) -> None:
    release = released(cared_study.write_study(tmp_path / "s"))
    assert shown(release, "placements")["records placements"] == 9.0
    assert {row.estimate.n_families for row in release if row.estimate.statistic == "records"} == {0}


def test_plans_that_are_mostly_one_family_s_give_no_share(tmp_path: Path) -> None:
    """Six of the ten plans that were not followed up are one family's."""
    plans = [
        (IDS[place % 9], f"{IDS[place % 9]}-P1", f"2015-{1 + place // 9:02}", "ja", "ja")
        for place in range(18)
    ]
    plans += [(IDS[0], f"{IDS[0]}-P1", f"2016-{month:02}", "nej", "ja") for month in range(1, 7)]
    plans += [(family, f"{family}-P1", "2016-08", "nej", "ja") for family in IDS[10:14]]
    columns = ["family_id", "person_id", "start", "followed_up", "family_participated"]
    changed = {"sip_plans": pd.DataFrame(plans, columns=columns)}
    assert shown(released(cared_study.write_study(tmp_path / "s", changed=changed)), "sip_plans") == {
        "records sip_plans": 28.0
    }


LOG = f"""
table: logg
label: {{sv: Bortfall, en: Missing}}
row: {{sv: en familj, en: a family}}
key: [family_id, wave, reason]
records: attrition_log
columns:
  {FAMILY}
  {cared_study.WAVE}
  {code("reason", "moved", "ill")}
"""


def test_the_log_of_those_missing_tells_no_more_than_the_range(tmp_path: Path) -> None:
    """Two families missing half-way and six at the end: eight rows in the log, less six, were the two."""
    folder = tmp_path / "s"
    declare(folder, LOG, FOLLOW.replace("follow", "uppf"), primary="maende")
    study = folder / "study.yaml"
    study.write_text(study.read_text("utf-8").replace("domains:", THIRD_WAVE, 1) + "data: data\n", "utf-8")
    (folder / "data").mkdir()
    missing = {"t1": 2, "t2": 6}
    lines = [f"{family},{wave},0" for wave in ("t0", "t1", "t2") for family in IDS[missing.get(wave, 0) :]]
    log = [f"{family},{wave},moved" for wave, few in missing.items() for family in IDS[:few]]
    for name, head, rows in (("uppf", "maende", lines), ("logg", "reason", log)):
        (folder / "data" / f"{name}.csv").write_text(
            "\n".join([f"family_id,wave,{head}", *rows, ""]), "utf-8"
        )
    (folder / "data" / SYNTHETIC_FILE).touch()
    release = released(folder)
    assert release.find("families_at_wave", category="t2").estimate.value == 12.0
    assert release.find("families_at_wave", category="t1").estimate.low == 14.0
    assert shown(release, "logg") == {}


PLACED = ("F01", "F02", "F03", "F07", "F08", "F09")  # reached a goal
GOALS = ("families", "follow", "goals", "goal_ratings")


def goals_of(release: Release) -> set[str]:
    return {key.split()[1] for key in shown(release, "goals") if key.startswith("goals_reached_where")}


def test_reached_goals_that_are_mostly_one_family_s_give_no_share(tmp_path: Path) -> None:
    """Nine goals of one family reached, and one each of five others: the share of all goals would count them."""
    goals = [f"F01,{no},home,parent" for no in range(1, 10)]
    goals += [f"{family},1,home,parent" for family in worked_study.FAMILIES[1:]]
    ratings = [f"{goal.split(',home')[0]},{wave},-1" for goal in goals for wave in ("t0", "t1")]
    up = {*(f"F01,{no},t1" for no in range(1, 10)), *(f"F{family:02},1,t1" for family in range(2, 7))}
    ratings = [f"{one[:-3]},1" if one[:-3] in up else one for one in ratings]
    release = released(
        worked_study.study_in(tmp_path / "s", {"goals": goals, "goal_ratings": ratings}, GOALS)
    )
    row = release.find("goals_reached_where", category="goals")
    assert (row.decision.status, row.decision.rules) == ("withheld", ("rule.protected",))


def test_goals_whose_ratings_are_sensitive_have_the_higher_threshold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Six families reached a goal at school: enough for five, too few for eight."""
    ratings = [one for one in worked_study.rows()["goal_ratings"] if ",2,t1" not in one]
    ratings += [
        f"{family},2,t1,{1 if place < 6 else -2}" for place, family in enumerate(worked_study.FAMILIES)
    ]
    changed = {"goal_ratings": ratings}
    plain = goals_of(released(worked_study.study_in(tmp_path / "plain", changed, GOALS)))
    assert {"goals:area:home", "goals:area:school"} <= plain
    text = worked_study.TABLES["goal_ratings"].replace("goal: {}", "goal: {}, sensitive: true")
    monkeypatch.setitem(worked_study.TABLES, "goal_ratings", text)
    assert goals_of(released(worked_study.study_in(tmp_path / "sensitive", changed, GOALS))) == {"goals"}


def test_goals_that_are_not_followed_up_yet_are_no_few_families(tmp_path: Path) -> None:
    """Six families have not reached the wave. Their goals at school are those of two of them; at home, of all six."""
    goals = [f"{family},1,home,parent" for family in worked_study.FAMILIES]
    goals += [f"{family},2,school,child" for family in worked_study.FAMILIES[:14]]
    pairs = [one.split(",")[:2] for one in goals]
    ratings = [f"{family},{no},t0,-1" for family, no in pairs]
    ratings += [f"{family},{no},t1,{0 if family in PLACED else -1}" for family, no in pairs]
    folder = worked_study.study_in(tmp_path / "s", {"goals": goals, "goal_ratings": ratings}, GOALS)
    release = fou.release(measured(fou.open_study(folder).until("2016-07-31")))
    assert shown(release, "goals")["records_where goals:area:school"] == 14.0
    assert goals_of(release) == {"goals"}


MORE = "2015-11"  # what is raised in it is in the second report alone


def obstacles(more: int, kinds: int = 0) -> list[str]:
    """One obstacle of each family, another of some, and some of the first ones owned by the care instead."""
    families = project_study.FAMILIES
    found = [
        f"{one},1,2015-02,,unit,{'care' if place % 3 else 'school'},raised"
        for place, one in enumerate(families)
    ]
    found = [line.replace(",school,", ",care,") if line[:3] in families[:kinds] else line for line in found]
    return [*found, *(f"{one},2,{MORE},,unit,care,raised" for one in families[-more:] if more)]


def after(first: list[str], second: list[str], folder: Path) -> Release:
    """Give the second report, beside the first one."""
    ledger = folder / "ledger"
    ledger.mkdir()
    tables = ("follow", "hinder")
    for name, rows in (("first", first), ("second", second)):
        project_study.study_in(folder / name, rows, tables=tables)
    published(measured(fou.open_study(folder / "first")), ledger, "delrapport")
    return compared(measured(fou.open_study(folder / "second")), ledger)


def test_one_more_obstacle_of_a_family_is_not_told_by_two_reports(tmp_path: Path) -> None:
    """Every family has something new in the table, and one of them one more obstacle: 19 less 18."""
    second = [line.replace("2015-02", "2015-03") for line in obstacles(1)]
    assert shown(after(obstacles(0), second, tmp_path), "hinder") == {}


def test_six_more_obstacles_of_six_families_are_told(tmp_path: Path) -> None:
    second = [line.replace("2015-02", "2015-03") for line in obstacles(6)]
    found = shown(after(obstacles(0), second, tmp_path), "hinder")
    assert found["records hinder"] == 24.0
    assert found["records_where hinder:owner:care"] == 18.0


def test_a_group_that_grew_by_few_hides_its_column_and_leaves_the_whole(tmp_path: Path) -> None:
    """Two obstacles are owned by the care since: 14 less 12 of one owner, while there are 18 as before."""
    second = [line.replace("2015-02", "2015-03") for line in obstacles(0, kinds=4)]
    release = after(obstacles(0), second, tmp_path)
    assert shown(release, "hinder")["records hinder"] == 18.0
    assert not [key for key in shown(release, "hinder") if "owner" in key]


def test_the_caseload_is_told_again_when_enough_families_have_changed(tmp_path: Path) -> None:
    """The same families had advocates in both reports; since the first one the support to six has ended, or to two."""
    ledger, tables = tmp_path / "ledger", ("families", "follow", "assignments")
    ledger.mkdir()
    found = {}
    for left in (0, 2, 6):
        changed = [
            f"{family},a{1 + place % 3},2015-01,{'2015-06' if place < left else ''}"
            for place, family in enumerate(worked_study.FAMILIES)
        ]
        change = measured(
            fou.open_study(worked_study.study_in(tmp_path / str(left), {"assignments": changed}, tables))
        )
        release = compared(change, ledger) if left else published(change, ledger, "delrapport")
        found[left] = shown(release, "assignments").get("caseload assignments:all")
    assert found == {0: 6.0, 2: None, 6: 4.0}


def test_a_step_that_is_mostly_one_family_joins_its_half_years() -> None:
    """Six families change, five of them by a tenth of the time and one by two services."""
    lengths = np.full((12, 4), 180.0)
    days = np.where(np.arange(48).reshape(12, 4) < 32, 180.0, 0.0)
    days[:5, 1] -= 18.0
    lane = Lane(providers=("soc",), days=days, lengths=lengths)
    pair = (slice(0, 1), slice(1, 2))
    assert lane.may_be_told(pair, 5)
    days[5, 1] += 360.0
    assert not lane.may_be_told(pair, 5)


def test_no_name_of_a_number_no_note_and_no_look_at_rows_holds_an_id(tmp_path: Path) -> None:
    study = fou.open_study(project_study.study_in(tmp_path / "s"))
    change = measured(study)
    rows = rows_in(study, "obstacles")
    said = [
        repr(rows),
        repr(fou.release(change)),
        repr(change.populations),
        *(repr(issue) for issue in study.issues),
    ]
    said += [f"{row.statistic} {row.category} {row.note}" for row in change]
    assert repr(rows) == "Rows(hinder: 24 rows)"
    assert not [text for text in said for family in project_study.FAMILIES if family in text]
