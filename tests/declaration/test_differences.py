"""Differences between two states of the declarations: each told once, where it is, and none that is not there."""

from datetime import date

import pytest

from fou_eval.bundled import bundled_study
from fou_eval.declaration import read_declaration
from fou_eval.declaration.differences import Difference, differences
from fou_eval.declaration.reading import read_written

PLAN = {
    "contrast": {"before": "t0", "after": "t2"},
    "primary": {"home": "home_situation", "school": "absence_pct"},
    "dose": ["ombud_meetings"],
    "fixed_on": date(2015, 1, 15),
}
RULES = [
    {"id": "R1", "columns": ["a", "b"], "message": {"sv": "Nej", "en": "No"}},
    {"id": "R2", "columns": ["c"], "message": {"sv": "Nej", "en": "No"}},
]


def told(before: dict, after: dict) -> list[tuple[str, str, object, object]]:
    found = differences({"plan.yaml": before}, {"plan.yaml": after})
    return [(one.place, one.how, one.was, one.now) for one in found]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"primary": {"home": "home_situation", "school": "grade_mean"}},
            ("plan.yaml: primary.school", "changed", "absence_pct", "grade_mean"),
        ),
        (
            {"primary": {"home": "home_situation"}},
            ("plan.yaml: primary.school", "removed", "absence_pct", None),
        ),
        (
            {"primary": {"school": "absence_pct", "home": "home_situation"}},
            ("plan.yaml: primary", "order", ("home", "school"), ("school", "home")),
        ),
        ({"seed": None}, ("plan.yaml: seed", "added", None, None)),
        (
            {"dose": ["ombud_meetings", "hours"]},
            ("plan.yaml: dose", "changed", ("ombud_meetings",), ("ombud_meetings", "hours")),
        ),
        (
            {"fixed_on": date(2016, 1, 15)},
            ("plan.yaml: fixed_on", "changed", date(2015, 1, 15), date(2016, 1, 15)),
        ),
        ({"contrast": "t0"}, ("plan.yaml: contrast", "changed", {"before": "t0", "after": "t2"}, "t0")),
    ],
)
def test_one_change_is_one_difference(change, expected):
    assert told(PLAN, PLAN | change) == [expected]


def test_a_key_put_in_between_is_an_addition_and_no_change_of_order():
    waves = {"t0": {"months": 0}, "t2": {"months": 12}}
    more = {"t0": {"months": 0}, "t1": {"months": 6}, "t2": {"months": 12}}
    assert told({"waves": waves}, {"waves": more}) == [("plan.yaml: waves.t1", "added", None, {"months": 6})]


def test_another_order_is_told_once_and_apart_from_what_changed_inside():
    columns = {"a": {"min": 0}, "b": {"min": 0}, "c": {"min": 0}}
    moved = {"c": {"min": 0}, "a": {"min": 1}, "d": {"min": 0}}
    assert told({"columns": columns}, {"columns": moved}) == [
        ("plan.yaml: columns", "order", ("a", "c"), ("c", "a")),
        ("plan.yaml: columns.a.min", "changed", 0, 1),
        ("plan.yaml: columns.b", "removed", {"min": 0}, None),
        ("plan.yaml: columns.d", "added", None, {"min": 0}),
    ]


@pytest.mark.parametrize(
    ("was", "now"), [(0, False), (1, True), (1, 1.0), ("1", 1), ("2015-01-15", date(2015, 1, 15))]
)
def test_values_that_python_takes_for_equal_differ_as_they_are_written(was, now):
    assert told({"min": was}, {"min": now}) == [("plan.yaml: min", "changed", was, now)]


def test_rules_are_compared_by_their_id():
    new = {"id": "R0", "columns": ["d"], "message": {"sv": "Nej", "en": "No"}}
    other = RULES[1] | {"columns": ["c", "d"]}
    assert told({"rules": RULES}, {"rules": [new, RULES[0], other]}) == [
        ("plan.yaml: rules.R2.columns", "changed", ("c",), ("c", "d")),
        ("plan.yaml: rules.R0", "added", None, new),
    ]
    assert told({"rules": RULES}, {"rules": RULES[::-1]}) == [
        ("plan.yaml: rules", "order", tuple(RULES), tuple(RULES[::-1])),
    ]


def test_items_without_a_name_are_compared_between_those_that_are_equal():
    first, second, third = ({"on": date(2016, day, 1), "part": "dose"} for day in (1, 2, 3))
    assert told({"changes": [first, third]}, {"changes": [first, second, third]}) == [
        ("plan.yaml: changes.1", "added", None, second)
    ]
    assert told({"changes": [first, second, third]}, {"changes": [first, second | {"part": "seed"}]}) == [
        ("plan.yaml: changes.1.part", "changed", "dose", "seed"),
        ("plan.yaml: changes.2", "removed", third, None),
    ]


def test_views_in_classes_are_compared_class_by_class():
    low, high, all_of_it = {"from": 0, "to": 5}, {"from": 6, "to": 9}, {"from": 0, "to": 9}
    assert told(
        {"classes": [[low, high], [all_of_it]]}, {"classes": [[low, high | {"to": 10}], [all_of_it]]}
    ) == [("plan.yaml: classes.0.1.to", "changed", 9, 10)]


def test_a_table_that_came_or_went_is_one_difference():
    table = {"table": "b", "columns": {}}
    assert differences(
        {"plan.yaml": PLAN, "tables/a.yaml": table}, {"plan.yaml": PLAN, "tables/b.yaml": table}
    ) == (
        Difference(file="tables/a.yaml", path=(), how="removed", was=table),
        Difference(file="tables/b.yaml", path=(), how="added", now=table),
    )
    assert Difference(file="tables/a.yaml", path=(), how="removed", was=table).place == "tables/a.yaml"


def test_declarations_that_were_written_out_and_read_back_are_the_same():
    declared = read_declaration(bundled_study("familjelotsen"))
    assert differences(declared.contents, read_written(declared.text, "declarations.yaml").contents) == ()
