"""Goals of families and persons: what the key makes the unit, and what is said when goals are declared wrongly."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fou_eval.declaration import read_declaration

GOALS = """\
table: goals
label: {sv: Familjens mål, en: Goals of the family}
row: {sv: ett mål vid ett mättillfälle, en: one goal at one wave}
key: [family_id, goal_no, wave]
columns:
  family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\\d{2}', role: family_id}
  goal_no: {label: {sv: Mål nr, en: Goal no.}, type: integer, required: true, min: 1, max: 5}
  wave: {label: {sv: Tillfälle, en: Wave}, type: code, codes: waves, required: true, role: wave}
  importance: {label: {sv: Vikt, en: Weight}, type: integer, required: true, min: 1, max: 3}
  attainment:
    label: {sv: Måluppfyllelse, en: Goal attainment}
    type: integer
    min: -2
    max: 2
    role: outcome
    domain: home
    kind: ordinal
    better: higher
    goal: {weight: importance}
  closeness:
    {label: {sv: N, en: N}, type: integer, min: 0, max: 10, role: outcome, domain: home, kind: scale, better: higher}
"""
PLACE = "tables/goals.yaml"
CODED = (
    "codes: {-2: {sv: A, en: A}, -1: {sv: B, en: B}, 0: {sv: C, en: C}, 1: {sv: D, en: D}, 2: {sv: E, en: E}}"
)


@pytest.fixture
def goals(study_folder: Path) -> Callable[..., Path]:
    """Add the table of goals to the valid study, with replacements."""

    def add(*changes: tuple[str, str]) -> Path:
        text = GOALS
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        (study_folder / PLACE).write_text(text, encoding="utf-8")
        return study_folder

    return add


def test_the_key_says_whose_goals(goals: Callable[..., Path]) -> None:
    book = read_declaration(goals()).codebook
    assert book.tables["goals"].unit_columns() == ("family_id", "goal_no")
    assert [book.indicator(name).unit for name in ("attainment", "closeness")] == ["goal", "goal"]
    assert book.tables["visits"].unit_columns() == ("person_id",)
    assert book.indicator("mood").unit == "person"


def test_goals_of_persons(goals: Callable[..., Path]) -> None:
    person = (
        "  person_id: {label: {sv: P, en: P}, type: text, required: true, pattern: 'P\\d', role: person_id}\n"
    )
    folder = goals(("key: [family_id, ", "key: [person_id, "), ("  goal_no:", person + "  goal_no:"))
    table = read_declaration(folder).codebook.tables["goals"]
    assert (table.unit(), table.unit_columns()) == ("goal", ("person_id", "goal_no"))


def test_a_date_in_the_key_makes_no_unit(goals: Callable[..., Path]) -> None:
    date = "  goal_no: {label: {sv: Dag, en: Day}, type: date, required: true, role: date}\n"
    line = next(line for line in GOALS.splitlines(keepends=True) if line.startswith("  goal_no:"))
    table = read_declaration(goals((line, date))).codebook.tables["goals"]
    assert (table.unit(), table.unit_columns()) == ("family", ("family_id",))


@pytest.mark.parametrize("goal", ["goal: {weight: importance}", "goal: {}"])
def test_attainment_as_codes_or_whole_numbers(goals: Callable[..., Path], goal: str) -> None:
    read_declaration(goals(("goal: {weight: importance}", goal)))
    coded = goals(
        ("type: integer\n    min: -2\n    max: 2", f"type: code\n    {CODED}"),
        ("goal: {weight: importance}", goal),
    )
    column = read_declaration(coded).codebook.indicator("attainment").column
    assert list(column.values().values()) == [-2, -1, 0, 1, 2]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "weight: importance",
            "weight: importanse",
            (
                "19: columns.attainment.goal.weight: column 'importanse' is not declared. Expected one of: family_id, "
                "goal_no, wave, importance, attainment, closeness. Did you mean 'importance'?"
            ),
        ),
        (
            "weight: importance",
            "wieght: importance",
            "19: columns.attainment.goal: unknown key 'wieght'. Expected one of: weight. Did you mean 'weight'?",
        ),
        (
            "required: true, min: 1, max: 3",
            "min: 0, max: 3",
            (
                "19: columns.attainment.goal.weight: column 'importance' weighs goals, so it is a number above 0 in "
                "every row. Give it type: integer or number, required: true and min: 1."
            ),
        ),
        (
            "required: true, min: 1, max: 5",
            "min: 1, max: 5",
            "7: columns.goal_no: column 'goal_no' tells goals apart, so every row needs it. Add required: true.",
        ),
        (
            "kind: ordinal",
            "kind: scale",
            (
                "19: columns.attainment.goal: goal is for kind ordinal, and this is kind scale. Goals rated from 0 "
                "to 10 are kind scale without goal; otherwise change the kind."
            ),
        ),
        (
            "better: higher\n    goal",
            "better: lower\n    goal",
            "18: columns.attainment.better: a goal is better attained higher, and this says lower. Write higher.",
        ),
        (
            "min: -2\n    max: 2",
            "min: 0\n    max: 4",
            "19: columns.attainment.goal: attainment goes from -2 to 2, with 0 as expected. Write min: -2 and max: 2.",
        ),
        (
            "type: integer\n    min: -2\n    max: 2",
            "type: code\n    codes: {0: {sv: A, en: A}, 1: {sv: B, en: B}}",
            "13: columns.attainment.codes: attainment has the codes -2, -1, 0, 1, 2, found 0, 1. Correct the codes.",
        ),
        (
            "type: integer, required: true, min: 1, max: 3",
            "type: integer, required: true, min: 1, max: 3, goal: {}",
            "9: columns.importance.goal: goal: for role outcome, and this is role context. Add role: outcome.",
        ),
    ],
)
def test_goals_declared_wrongly(
    goals: Callable[..., Path], refusal: Callable[[], list[str]], old: str, new: str, told: str
) -> None:
    goals((old, new))
    assert refusal() == [f"{PLACE}:{told}"]


INSTRUMENT = 'norm: {mean: 60, sd: 20, source: "Author (year), table 2"}'


def test_an_instrument_gives_its_only_limit_and_its_clinical_population(
    study_folder: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit(
        "instruments.yaml",
        INSTRUMENT,
        INSTRUMENT + "\n    clinical: {mean: 35, sd: 18, source: Author (year)}",
    )
    column = read_declaration(study_folder).codebook.indicator("wellbeing").column
    assert column.cutoff is not None
    assert column.clinical is not None
    assert (column.cutoff.value, column.clinical.mean) == (50, 35)


def test_of_several_limits_the_column_chooses(
    study_folder: Path, edit: Callable[[str, str, str], None]
) -> None:
    more = "\n      - {value: 28, label: {sv: Mycket lågt, en: Very low}, source: Author (year)}"
    limit = "- {value: 50, label: {sv: Lågt, en: Low}, source: Author (year)}"
    edit("instruments.yaml", limit, limit + more)
    assert read_declaration(study_folder).codebook.indicator("wellbeing").column.cutoff is None
    own = "cutoff: {value: 28, label: {sv: Mycket lågt, en: Very low}, source: Author (year)}"
    edit("tables/visits.yaml", "instrument: who5", f"instrument: who5, {own}")
    chosen = read_declaration(study_folder).codebook.indicator("wellbeing").column.cutoff
    assert chosen is not None
    assert chosen.value == 28


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "tables/visits.yaml",
            "instrument: who5",
            "instrument: who5, cutoff: {value: 500, label: {sv: Högt, en: High}, source: Author (year)}",
            "39: columns.wellbeing.cutoff: the limit 500 is outside 0 to 100. Correct it.",
        ),
        (
            "tables/visits.yaml",
            "instrument: who5",
            "instrument: who5, clinical: {mean: 70, sd: 10, source: Author (year)}",
            (
                "39: columns.wellbeing.clinical: mean 70 is not on the worse side of the norm's 60, though better is "
                "higher. Exchange or correct them."
            ),
        ),
        (
            "tables/visits.yaml",
            "kind: binary, better: higher",
            "kind: binary, better: higher, clinical: {mean: 0, sd: 1, source: Author (year)}",
            (
                "38: columns.routines.clinical: clinical is for kinds scale and ordinal, and this is kind binary. "
                "Remove it."
            ),
        ),
        (
            "instruments.yaml",
            INSTRUMENT,
            INSTRUMENT + "\n    clinical: {mean: 60, sd: 18, source: Author (year)}",
            (
                "14: instruments.who5.clinical: mean 60 is not on the worse side of the norm's 60, though better is "
                "higher. Exchange or correct them."
            ),
        ),
    ],
)
def test_populations_declared_wrongly(
    edit: Callable[[str, str, str], None],
    refusal: Callable[[], list[str]],
    file: str,
    old: str,
    new: str,
    told: str,
) -> None:
    edit(file, old, new)
    assert refusal() == [f"{file}:{told}"]
