"""Which families numbers rest on: the same values give the same sets, whatever the ids and the order of rows."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from small_study import declare

from fou_eval.declaration.reading import Declaration
from fou_eval.estimates import Population
from fou_eval.populations import populations
from fou_eval.study import Study

TABLE = """
table: mote
label: {sv: Möten, en: Meetings}
row: {sv: en person, en: one person}
key: [person_id, wave]
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, role: family_id}
  person_id: {label: {sv: Person, en: Person}, type: text, role: person_id}
  wave: {label: {sv: Tillfälle, en: Wave}, type: code, codes: waves, role: wave}
  maende:
    {label: {sv: Mående, en: Mood}, type: integer, role: outcome, domain: home, kind: scale, better: higher}
"""
# Two siblings, an only child measured twice, one that left, and some that came late.
ROWS = [
    ("F1", "A", "t0", 3),
    ("F1", "A", "t1", 5),
    ("F1", "B", "t0", 4),
    ("F1", "B", "t1", 4),
    ("F2", "C", "t0", 3),
    ("F2", "C", "t1", 5),
    ("F3", "D", "t0", 7),
    ("F4", "E", "t1", 2),
    ("F4", "H", "t1", 6),
    ("F6", "J", "t1", 6),
]
Row = tuple[str, str, str, float]


@pytest.fixture(scope="module")
def declaration(tmp_path_factory: pytest.TempPathFactory) -> Declaration:
    return declare(tmp_path_factory.mktemp("populations") / "prov", TABLE)


def sets(declaration: Declaration, rows: Sequence[Row]) -> dict[tuple[str, tuple[str, ...]], Population]:
    frame = pd.DataFrame(rows, columns=["family_id", "person_id", "wave", "maende"])
    study = Study(
        declaration=declaration,
        tables={"mote": frame.assign(maende=frame["maende"].astype(np.float64))},
        reasons={"mote": pd.DataFrame(columns=["row", "column", "code"])},
        issues=(),
        synthetic=True,
    )
    found = list(populations(study))
    assert {population.outcome for population in found} == {"", "maende"}
    return {(population.group, population.waves): population for population in found}


def test_each_level_change_and_those_who_left_have_their_families(declaration: Declaration) -> None:
    found = sets(declaration, ROWS)
    assert {key: len(population.families) for key, population in found.items()} == {
        ("pairs", ("t0",)): 2,
        ("pairs", ("t1",)): 2,
        ("pairs", ("t0", "t1")): 2,
        ("left", ("t0",)): 1,
        ("enrolled", ()): 5,
        ("measured", ("t0",)): 3,
        ("measured", ("t1",)): 4,
    }
    assert all(list(one.families) == sorted(one.families) for one in found.values())
    assert all(list(one.ids) == sorted(one.ids) for one in found.values())
    assert all(len(one.ids) == len(one.families) for one in found.values())


def test_a_recoded_value_leaves_the_ids_and_new_ids_leave_the_values(declaration: Declaration) -> None:
    before = sets(declaration, ROWS)
    recoded = sets(declaration, [(*row[:3], 60 * row[3]) for row in ROWS])
    renamed = sets(declaration, [("X" + row[0], *row[1:]) for row in ROWS])
    for key, one in before.items():
        assert recoded[key].ids == one.ids
        assert set(recoded[key].families).isdisjoint(one.families) == (key[0] in {"pairs", "left"})
        assert renamed[key].families == one.families
        assert set(renamed[key].ids).isdisjoint(one.ids)


def test_a_sibling_and_who_belongs_to_whom_are_seen_in_the_ids(declaration: Declaration) -> None:
    def ids(rows: Sequence[Row]) -> tuple[bytes, ...]:
        return sets(declaration, rows)["pairs", ("t0", "t1")].ids

    alone = [row for row in ROWS if row[1] != "B"]
    assert len(set(ids(ROWS)) & set(ids(alone))) == 1
    run_together = [
        ("F1A", "B", "t0", 3),
        ("F1A", "B", "t1", 3),
        ("F1", "AB", "t0", 3),
        ("F1", "AB", "t1", 3),
    ]
    assert len(set(ids(run_together))) == 2


def test_families_that_take_part_are_told_apart_by_their_number_of_persons(declaration: Declaration) -> None:
    found = sets(declaration, ROWS)
    measured = {key: len(set(found["measured", key].families)) for key in (("t0",), ("t1",))}
    assert measured == {("t0",): 2, ("t1",): 2}
    one_more = sets(declaration, [*ROWS, ("F3", "K", "t0", 2)])
    assert one_more["measured", ("t0",)].families != found["measured", ("t0",)].families
    assert one_more["measured", ("t0",)].ids == found["measured", ("t0",)].ids
    assert one_more["measured", ("t1",)] == found["measured", ("t1",)]
    assert one_more["enrolled", ()] != found["enrolled", ()]


def test_ids_and_the_order_of_rows_do_not_enter_the_values(declaration: Declaration) -> None:
    renamed = [
        (f"X{row[0][::-1]}", {"A": "B", "B": "A"}.get(row[1], row[1]), *row[2:]) for row in reversed(ROWS)
    ]
    assert {key: one.families for key, one in sets(declaration, renamed).items()} == {
        key: one.families for key, one in sets(declaration, ROWS).items()
    }


@pytest.mark.parametrize(
    ("changed", "keys"),
    [
        # A corrected value is seen at its wave and in the change, not at the other wave.
        ([(*row[:3], 6) if row[1:3] == ("C", "t1") else row for row in ROWS], {("t1",), ("t0", "t1")}),
        # A sibling without the last value leaves the pairs and stands among those who left.
        ([row for row in ROWS if row[1:3] != ("B", "t1")], {("t0",), ("t1",), ("t0", "t1")}),
        # Siblings of one family are not two families.
        ([("F9", *row[1:]) if row[1] == "B" else row for row in ROWS], {("t0",), ("t1",), ("t0", "t1")}),
    ],
)
def test_what_changed_is_seen_where_it_enters(
    declaration: Declaration, changed: Sequence[Row], keys: set[tuple[str, ...]]
) -> None:
    before, after = sets(declaration, ROWS), sets(declaration, changed)
    assert {key[1] for key in before if key[0] == "pairs" and before[key] != after[key]} == keys


def test_families_that_answered_alike_count_one_by_one(declaration: Declaration) -> None:
    twins = [*ROWS, ("F5", "G", "t0", 3), ("F5", "G", "t1", 5)]
    families = sets(declaration, twins)["pairs", ("t0", "t1")].families
    assert len(families) == 3
    assert len(set(families)) == 2


def test_no_family_is_shown_where_a_population_is(declaration: Declaration) -> None:
    one = sets(declaration, ROWS)["pairs", ("t0",)]
    assert "families" not in repr(one)
    assert "ids" not in repr(one)
    assert replace(one, families=()) != one
