"""Every kind of rule against plain loops over rows: exactly the cells that break it are pointed at."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.intake.raw import address
from fou_eval.intake.survey import survey

STUDY = """
study: regler
version: "1.0"
title: {sv: Regler, en: Rules}
language: sv
waves:
  t0: {label: {sv: Före, en: Before}, months: 0}
  t1: {label: {sv: Sex, en: Six}, months: 6}
  t2: {label: {sv: Tolv, en: Twelve}, months: 12}
domains:
  home: {label: {sv: Hemma, en: Home}}
"""
PLAN = """
contrast: {before: t0, after: t2}
primary: {home: ord}
seed: 1
fixed_on: 2026-01-01
"""
ROWS = """
table: rader
label: {sv: Rader, en: Rows}
row: {sv: en rad, en: a row}
key: [person, vag]
columns:
  familj: {label: {sv: Familj, en: Family}, type: text, pattern: 'F\\d', role: family_id}
  person: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'P\\d', role: person_id}
  vag: {label: {sv: Våg, en: Wave}, type: code, codes: waves, required: true, role: wave}
  roll: {label: {sv: Roll, en: Role}, type: code, codes: {barn: {sv: Barn, en: Child}, vuxen: {sv: Vuxen, en: Adult}}}
  dag: {label: {sv: Dag, en: Day}, type: date, role: date}
  slut: {label: {sv: Slut, en: End}, type: date, role: date}
  manad: {label: {sv: Månad, en: Month}, type: month, role: date}
  alder: {label: {sv: Ålder, en: Age}, type: number}
  ars:
    label: {sv: Årskurs, en: Grade}
    type: code
    codes: {0: {sv: F, en: K}, 1: {sv: Ett, en: One}, 2: {sv: Två, en: Two}}
  tim: {label: {sv: Timmar, en: Hours}, type: number}
  ord: {label: {sv: Mått, en: Measure}, type: integer, role: outcome, domain: home, kind: scale, better: higher}
rules:
"""
PERSONS = """
table: personer
label: {sv: Personer, en: Persons}
row: {sv: en person, en: a person}
key: [person, familj]
columns:
  person: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'P\\d', role: person_id}
  familj: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\\d', role: family_id}
  aktiv: {label: {sv: Aktiv, en: Active}, type: code, codes: {ja: {sv: Ja, en: 'Yes'}, nej: {sv: Nej, en: 'No'}}}
"""
COLUMNS = ("familj", "person", "vag", "roll", "dag", "slut", "manad", "alder", "ars", "tim")
WAVES = ("t0", "t1", "t2")
Row = dict[str, str]
Wrong = set[tuple[int, str]]


def _days() -> st.SearchStrategy[str]:
    return st.sampled_from(["", "2024-01-10", "2024-01-20", "2024-02-05", "2024-02-06", "2024-03-01"])


ROW = st.fixed_dictionaries(
    {
        "familj": st.sampled_from(["", "F1", "F2"]),
        "person": st.sampled_from(["P1", "P2", "P3"]),
        "vag": st.sampled_from(WAVES),
        "roll": st.sampled_from(["", "barn", "vuxen"]),
        "dag": _days(),
        "slut": _days(),
        "manad": st.sampled_from(["", "2024-01", "2024-02"]),
        "alder": st.sampled_from(["", "2", "4,1", "7", "8,3", "9"]),
        "ars": st.sampled_from(["", "0", "1", "2"]),
        "tim": st.sampled_from(["", "0,1", "0,2", "3", "12"]),
    }
)
REGISTER = [("P1", "F1", "ja"), ("P2", "F2", "nej"), ("P3", "F1", "ja"), ("P3", "F2", "")]


def number(row: Row, name: str) -> float | None:
    return float(row[name].replace(",", ".")) if row[name] else None


def day(row: Row, name: str) -> date | None:
    text = row[name]
    return date.fromisoformat(text if len(text) == 10 else f"{text}-01") if text else None


def pairs(rows: list[Row], group: str) -> Iterator[tuple[int, int]]:
    """All pairs of two different rows of one group, in both directions."""
    for one, other in product(range(len(rows)), repeat=2):
        if one != other and rows[one][group] and rows[one][group] == rows[other][group]:
            yield one, other


def ends_before_start(rows: list[Row]) -> Wrong:
    return {
        (i, "slut")
        for i, row in enumerate(rows)
        if row["roll"] == "barn" and row["slut"] and row["dag"] and row["slut"] < row["dag"]
    }


def month_before_day(rows: list[Row]) -> Wrong:
    return {
        (i, "manad")
        for i, row in enumerate(rows)
        if row["manad"] and row["dag"] and row["manad"] < row["dag"][:7]
    }


def changes(rows: list[Row]) -> Wrong:
    found = set()
    for name, (i, row) in product(("familj", "roll"), enumerate(rows)):
        mates = [r[name] for r in rows if r["person"] == row["person"] and r[name]]
        if row[name] and len(set(mates)) > 1 and 2 * mates.count(row[name]) <= len(mates):
            found.add((i, name))
    return found


def falls(rows: list[Row]) -> Wrong:
    found = set()
    for i, row in enumerate(rows):
        known = [r for r in rows if r["person"] == row["person"] and r["dag"]]
        before = [r["vag"] for r in known if r["vag"] < row["vag"]]
        nearest = [r["dag"] for r in known if before and r["vag"] == max(before)]
        if row["dag"] and any(earlier > row["dag"] for earlier in nearest):
            found.add((i, "dag"))
    return found


def overlaps(rows: list[Row]) -> Wrong:
    found = set()
    for one, other in pairs(rows, "person"):
        a, b = rows[one], rows[other]
        if a["dag"] and b["dag"] and a["dag"] <= b["dag"]:
            a_goes_on = not a["slut"] or b["dag"] < a["slut"]
            if a_goes_on or a["dag"] == b["dag"]:
                found |= {(one, "dag"), (other, "dag")}
    return found


def unregistered(rows: list[Row]) -> Wrong:
    known = {(person, family) for person, family, active in REGISTER if active == "ja"}
    return {
        (i, "person")
        for i, row in enumerate(rows)
        if row["familj"] and (row["person"], row["familj"]) not in known
    }


def too_much(rows: list[Row]) -> Wrong:
    sums = [(number(row, "alder") or 0) + (number(row, "tim") or 0) for row in rows]
    return {(i, "alder") for i, total in enumerate(sums) if total > 9.2000001}


def too_much_together(rows: list[Row]) -> Wrong:
    found = set()
    for i, row in enumerate(rows):
        mates = [number(r, "tim") or 0 for r in rows if row["familj"] and r["familj"] == row["familj"]]
        if number(row, "tim") and sum(mates) > 0.3000001:
            found.add((i, "tim"))
    return found


def not_for_adults(rows: list[Row]) -> Wrong:
    return {(i, "tim") for i, row in enumerate(rows) if row["roll"] == "vuxen" and row["tim"]}


def part_above_whole(rows: list[Row]) -> Wrong:
    numbers = [(number(row, "tim"), number(row, "alder")) for row in rows]
    return {(i, "tim") for i, (tim, age) in enumerate(numbers) if None not in (tim, age) and tim > age}


def above_limit(rows: list[Row]) -> Wrong:
    return {(i, "alder") for i, row in enumerate(rows) if (number(row, "alder") or 0) > 8}


def age_off_grade(rows: list[Row]) -> Wrong:
    gaps = [(number(row, "alder"), number(row, "ars")) for row in rows]
    return {
        (i, "alder")
        for i, (age, grade) in enumerate(gaps)
        if None not in (age, grade) and not 6 <= age - grade <= 8.3 + 1e-9
    }


def young_parents(rows: list[Row]) -> Wrong:
    against: dict[int, set[int]] = {}
    size: dict[int, int] = {}
    for i, row in enumerate(rows):
        other = {"barn": "vuxen", "vuxen": "barn"}.get(row["roll"])
        if not other or not row["familj"] or not row["alder"]:
            continue
        facing = [
            j
            for j, r in enumerate(rows)
            if r["familj"] == row["familj"] and r["roll"] == other and r["alder"]
        ]
        sign = 1 if row["roll"] == "vuxen" else -1
        size[i] = len(facing)
        against[i] = {
            j for j in facing if sign * (number(row, "alder") - number(rows[j], "alder")) < 3 - 1e-9
        }
    found = set()
    for family in ("F1", "F2"):
        inside = [i for i in against if rows[i]["familj"] == family and against[i]]
        most = [i for i in inside if 2 * len(against[i]) >= size[i]]
        found |= {(i, "alder") for i in most or inside}
    return found


RULES: dict[str, tuple[str, Callable[[list[Row]], Wrong]]] = {
    "rule: not_before, columns: [slut, dag], when: {roll: [barn]}": ("not_before", ends_before_start),
    "rule: not_before, columns: [manad, dag]": ("not_before", month_before_day),
    "rule: constant_within, columns: [familj, roll], within: person": ("constant_within", changes),
    "rule: increasing_within, columns: [dag], within: person, order_by: vag": ("increasing_within", falls),
    "rule: no_overlap_within, columns: [dag, slut], within: person": ("overlapping_spells", overlaps),
    "rule: exists_in, columns: [person, familj], table: personer, when: {aktiv: [ja]}": (
        "exists_in",
        unregistered,
    ),
    "rule: sum_at_most, columns: [alder, tim], limit: 9.2": ("sum_at_most", too_much),
    "rule: sum_at_most, columns: [tim], within: familj, limit: 0.3": ("sum_at_most", too_much_together),
    "rule: only_when, columns: [tim], when: {roll: [barn]}": ("only_when", not_for_adults),
    "rule: at_most, columns: [tim, alder]": ("at_most", part_above_whole),
    "rule: at_most, columns: [alder], limit: 8": ("at_most", above_limit),
    "rule: difference_between, columns: [alder, ars], min: 6, max: 8.3": (
        "difference_between",
        age_off_grade,
    ),
    "rule: exceeds_within, columns: [alder], within: familj, when: {roll: [vuxen]}, than: {roll: [barn]}, min: 3": (
        "exceeds_within",
        young_parents,
    ),
}


@cache
def declared(rules: tuple[str, ...]) -> Declaration:
    lines = [
        f"  - {{id: R{n}, {rule}, message: {{sv: 'R{n}:', en: 'R{n}:'}}}}\n" for n, rule in enumerate(rules)
    ]
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "tables").mkdir()
        (folder / "study.yaml").write_text(STUDY, "utf-8")
        (folder / "plan.yaml").write_text(PLAN, "utf-8")
        (folder / "tables" / "rader.yaml").write_text(ROWS + "".join(lines), "utf-8")
        (folder / "tables" / "personer.yaml").write_text(PERSONS, "utf-8")
        return read_declaration(folder)


def issues_of(rows: list[Row], rules: tuple[str, ...], folder: Path) -> list:
    lines = [";".join(COLUMNS), *(";".join(row[name] for name in COLUMNS) for row in rows)]
    (folder / "rader.csv").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "personer.csv").write_text(
        "person;familj;aktiv\n" + "".join(";".join(known) + "\n" for known in REGISTER), "utf-8"
    )
    return [issue for issue in survey(folder, declared(rules)).issues if issue.table == "rader"]


def test_every_rule_points_at_exactly_the_cells_that_break_it(tmp_path: Path) -> None:
    broken: set[str] = set()

    @settings(max_examples=25, deadline=None, derandomize=True, database=None)
    @given(rows=st.lists(ROW, min_size=1, max_size=8))
    def check(rows: list[Row]) -> None:
        issues = issues_of(rows, tuple(RULES), tmp_path)
        for number, (rule, (name, oracle)) in enumerate(RULES.items()):
            found = [issue for issue in issues if issue.message.startswith(f"R{number}:")]
            wrong = [address(i + 2, COLUMNS.index(column) + 1) for i, column in oracle(rows)]
            assert sorted(issue.cell for issue in found) == sorted(wrong), rule
            assert {(issue.severity, issue.rule) for issue in found} <= {("error", name)}
            broken.update([rule] if found else [])
        keys = [(row["person"], row["vag"]) for row in rows]
        twice = [i + 2 for i, key in enumerate(keys) if keys.count(key) > 1]
        assert sorted(issue.row for issue in issues if issue.rule == "duplicate_key") == twice

    check()
    assert broken == set(RULES)


def test_the_child_is_pointed_at_whose_age_fits_no_parent(tmp_path: Path) -> None:
    rule = (list(RULES)[-1],)
    family = [
        {**dict.fromkeys(COLUMNS, ""), "familj": "F1", "person": who, "vag": "t0", "roll": role, "alder": age}
        for who, role, age in (
            ("P1", "vuxen", "41"), ("P2", "vuxen", "39"), ("P3", "barn", "140"), ("P4", "barn", "8"),
            ("P5", "barn", "6"),
        )
    ]  # fmt: skip
    found = [
        (issue.rule, issue.cell) for issue in issues_of(family, rule, tmp_path) if issue.severity == "error"
    ]
    assert found == [("exceeds_within", "H4")]


def test_a_rule_of_severity_warning_warns_and_takes_nothing_away(tmp_path: Path) -> None:
    rule = ("rule: at_most, columns: [alder], limit: 8, severity: warning",)
    row = {**dict.fromkeys(COLUMNS, ""), "familj": "F1", "person": "P1", "vag": "t0", "alder": "9"}
    issues = issues_of([row], rule, tmp_path)
    assert [(issue.severity, issue.cell) for issue in issues if issue.rule == "at_most"] == [
        ("warning", "H2")
    ]
    grid = survey(tmp_path, declared(rule)).grids["rader"]
    assert grid.values("alder") == [9.0]


def test_copies_and_contradictions_of_a_key_are_told_apart(tmp_path: Path) -> None:
    rule = (next(iter(RULES)),)
    row = {**dict.fromkeys(COLUMNS, ""), "familj": "F1", "person": "P1", "vag": "t0", "alder": "9"}
    copy = [issue.message for issue in issues_of([row, row], rule, tmp_path) if issue.rule == "duplicate_key"]
    assert copy[0] == "Raden är en kopia av rad 3. Behåll en av dem och ta bort resten."
    other = [row, {**row, "alder": "8"}]
    messages = [issue.message for issue in issues_of(other, rule, tmp_path) if issue.rule == "duplicate_key"]
    assert messages[1].startswith("Samma nyckel (person + vag) står också på rad 2.")
