"""How exposed families are: small examples by hand, and loops that compare every family with every other."""

from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fou_eval as fou
from fou_eval.declaration.codebook import Column, Table, Wave
from fou_eval.declaration.text import Text
from fou_eval.intake.persons.exposure import Recognised, exposure
from fou_eval.intake.persons.traits import Rows
from fou_eval.study import Study

PACKAGE = Path(fou.__file__).parent
WAVES = {
    "t0": Wave(label=Text(sv="Start", en="Start"), months=0),
    "t1": Wave(label=Text(sv="Slut", en="End"), months=6),
}


def column(sv: str, role: str = "quasi_identifier", kind: str = "code", **more: object) -> Column:
    codes = {"a": Text(sv="A", en="A")} if kind == "code" else None
    if kind == "code" and role == "quasi_identifier" and sv == "Roll":
        codes = {"c": Text(sv="Barn", en="Child"), "p": Text(sv="Förälder", en="Parent")}
    declared = {"label": {"sv": sv, "en": sv}, "type": kind, "role": role, **more}
    if codes:
        declared["codes"] = {code: {"sv": text.sv, "en": text.en} for code, text in codes.items()}
    if role == "wave":
        declared["codes"] = "waves"
    return Column.model_validate(declared)


def table(name: str, key: list[str], **columns: Column) -> Table:
    text = {"sv": name, "en": name}
    return Table.model_validate(
        {"table": name, "label": text, "row": text, "key": tuple(key), "columns": columns}
    )


PERSONS = table(
    "persons",
    ["person"],
    family=column("Familj", "family_id", "text"),
    person=column("Person", "person_id", "text"),
    service=column("Insats"),
    age=column("Ålder", kind="integer"),
    sex=column("Kön"),
    role=column("Roll"),
    health=column("Hälsa", "context", sensitive=True),
)


def rows(*persons: tuple[object, ...], of: Table = PERSONS) -> Rows:
    names = list(of.columns)
    return Rows(of, {name: [person[place] for person in persons] for place, name in enumerate(names)})


# Two families of a child and a parent that differ in the age of the child; one family of one child.
THREE = rows(
    ("F1", "1", None, 7, "f", "c", None),
    ("F1", "2", None, 40, "m", "p", None),
    ("F2", "3", None, 41, "m", "p", None),
    ("F2", "4", None, 9, "f", "c", None),
    ("F3", "5", None, 9, "f", "c", None),
)


def test_what_is_known_first_comes_first() -> None:
    found = exposure([THREE], WAVES, 3)
    assert found.families == 3
    assert found.together == (
        Recognised((), 1, 3),
        Recognised(("role",), 1, 3),
        Recognised(("role", "sex"), 1, 3),
        Recognised(("role", "sex", "age"), 3, 3),
        Recognised(("role", "sex", "age", "service"), 3, 3),
    )


def test_says_what_would_help() -> None:
    found = exposure([THREE], WAVES, 3)
    assert [left.alone for left in found.without] == [3, 3, 1, 3]
    assert found.heaviest == "age"
    assert found.exact == ("age",)
    assert found.in_bands == Recognised(("role", "sex", "age", "service"), 1, 3)
    assert found.is_worth_telling


def test_the_order_of_members_and_rows_says_nothing() -> None:
    persons = list(zip(*THREE.values.values(), strict=True))
    found = {exposure([rows(*order)], WAVES, 3) for order in permutations(persons)}
    assert len(found) == 1


def test_nothing_is_said_without_a_column_or_a_family() -> None:
    bare = table("bare", ["family"], family=column("Familj", "family_id", "text"))
    assert exposure([rows(("F1",), of=bare)], WAVES, 5) is None
    assert exposure([rows(of=PERSONS)], WAVES, 5) is None
    assert exposure([], WAVES, 5) is None


def test_families_too_few_to_hide_among_are_not_counted_out() -> None:
    assert exposure([THREE], WAVES, 4).is_worth_telling is False


FOLLOW_UP = table(
    "follow_up",
    ["person", "wave"],
    person=column("Person", "person_id", "text"),
    wave=column("Våg", "wave"),
    home=column("Boende"),
)
FAMILIES = table(
    "families",
    ["family"],
    family=column("Familj", "family_id", "text"),
    homes=column("Hushåll", kind="integer"),
)
SERVICES = table(
    "services",
    ["person", "start"],
    person=column("Person", "person_id", "text"),
    start=column("Start", "date", "date"),
    given=column("Insats"),
)


def test_tables_are_put_together_by_person_and_family() -> None:
    persons = rows(("F1", "1", None, None, None, "c", None), ("F2", "2", None, None, None, "c", None))
    follow_up = rows(("1", "t1", "b"), ("1", "t0", "a"), ("2", None, "b"), ("2", "t1", "a"), of=FOLLOW_UP)
    alike = exposure([persons, follow_up], WAVES, 2)
    assert alike.all == Recognised(("role", "sex", "age", "service", "home"), 0, 0)  # the first wave counts
    families = rows(("F1", 1.0), ("F2", 2.0), ("F3", 2.0), of=FAMILIES)
    assert exposure([persons, follow_up, families], WAVES, 2).all.alone == 3  # F3 has no member
    spells = rows(("1", None, "x"), ("1", None, "y"), ("2", None, "y"), ("2", None, "x"), of=SERVICES)
    assert exposure([persons, spells], WAVES, 2).all.alone == 0  # which services, in any order
    one = rows(("1", None, "x"), ("2", None, "y"), ("2", None, "x"), of=SERVICES)
    assert exposure([persons, one], WAVES, 2).all.alone == 2


def test_a_sensitive_answer_is_told_by_a_group_that_agrees() -> None:
    def told(*answers: object) -> int:
        people = [(f"F{i}", str(i), None, None, "f", "c", answer) for i, answer in enumerate(answers)]
        return exposure([rows(*people)], WAVES, 2).told

    assert told("yes", "yes", "yes") == 3
    assert told("yes", "yes", "no") == 0
    assert told(None, None) == 0
    assert told("yes") == 0  # alone, and counted as such


known = st.sampled_from([None, "a", "b"])
people = st.lists(
    st.tuples(
        st.sampled_from(["F1", "F2", "F3", "F4"]), known, known, st.sampled_from([None, 3.0, 4.0, 7.0])
    ),
    min_size=1,
    max_size=9,
)


def alike(one: list[tuple[object, ...]], other: list[tuple[object, ...]]) -> bool:
    """Whether the members of two families can be paired so that each pair is alike."""
    return len(one) == len(other) and any(list(order) == one for order in permutations(other))


@settings(derandomize=True, max_examples=60, deadline=None)
@given(people, st.integers(1, 4))
def test_agrees_with_comparing_every_family_with_every_other(drawn: list, smallest: int) -> None:
    persons = [(f, str(i), None, age, sex, role, None) for i, (f, role, sex, age) in enumerate(drawn)]
    found = exposure([rows(*persons)], WAVES, smallest)
    seen = {"role": 5, "sex": 4, "age": 3, "service": 2}
    for step in (*found.together, *found.without):
        members = {
            home: [tuple(p[seen[t]] for t in step.traits) for p in persons if p[0] == home]
            for home in {p[0] for p in persons}
        }
        sizes = [sum(alike(own, other) for other in members.values()) for own in members.values()]
        assert step.alone == sizes.count(1)
        assert step.few == sum(size < smallest for size in sizes)


@settings(derandomize=True, max_examples=40, deadline=None)
@given(people)
def test_who_knows_more_recognises_no_fewer(drawn: list) -> None:
    persons = [(f, str(i), None, age, sex, role, None) for i, (f, role, sex, age) in enumerate(drawn)]
    found = exposure([rows(*persons)], WAVES, 3)
    assert all(less.alone <= more.alone and less.few <= more.few for less, more in pairwise(found.together))
    assert all(left.alone <= found.all.alone for left in found.without)


@pytest.fixture(scope="module")
def study() -> Study:
    return fou.open_study(fou.bundled_study("familjelotsen"))


def test_a_frame_for_the_owner_of_the_file(study: Study) -> None:
    frame = fou.exposed_families(study)
    assert list(frame.columns) == ["view", "columns", "families", "alone", "few"]
    assert list(frame["view"]) == ["together"] * 6 + ["without"] * 5
    assert set(frame["families"]) == {18}


def test_is_said_once_and_names_nobody(study: Study) -> None:
    told = [issue for issue in study.issues if issue.rule == "exposed_families"]
    assert [issue.severity for issue in told] == ["info"]
    ids = {str(name) for names in (study.family_of_person, study.family_numbers) for name in names}
    assert not [name for name in ids if name in told[0].message]


def test_only_intake_and_its_owner_see_these_counts() -> None:
    allowed = {"intake", "entry", "language", "study.py", "exposed.py", "__init__.py"}
    files = [path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in allowed]
    words = (".issues", "study.notes", "exposed_families", "exposure_of")
    reading = {path.name for path in files if any(word in path.read_text("utf-8") for word in words)}
    assert len(files) > 100
    # What `fou-eval check` shows, and of an interim edition what could not be dated.
    assert reading == {"faults.py", "report.py"}
