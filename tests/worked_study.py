"""A study of eighteen families with goals, services, answers, advocates and hours, small enough to count by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path

FAMILIES = [f"F{number:02}" for number in range(1, 19)]
STUDY = """
study: prov
version: "1.0"
title: {sv: Prov, en: Trial}
language: sv
data_until: 2017-06-30
waves:
  t0: {label: {sv: Vid start, en: At entry}, months: 0}
  t1: {label: {sv: Ett år, en: One year}, months: 12}
domains: {home: {label: {sv: Hemma, en: Home}}}
topics: {goals: {label: {sv: Mål, en: Goals}}}
project:
  caseload: {value: 5, source: Projektplanen}
{hours}data: data
"""
_HOURS = "  time_with_families: {value: 0.5, source: Utvärderingen, activities: [with_family]}\n"
PLAN = """
contrast: {before: t0, after: t1}
primary: {home: mood}
seed: 1
fixed_on: 2014-05-20
"""
_ID = "type: text, required: true, pattern: 'F\\d{2}', role: family_id"
_FAMILY = f"family_id: {{label: {{sv: Familj, en: Family}}, {_ID}}}"
_WAVE = "wave: {label: {sv: Tillfälle, en: Wave}, type: code, codes: waves, role: wave, required: true}"
_MONTH = "type: month, role: date"
_SCALE = "role: outcome, domain: home, kind: scale, better: higher"
_GOAL = "role: outcome, domain: goals, kind: ordinal, better: higher, goal: {}"
_NO = "label: {sv: Nummer, en: Number}, type: integer, required: true, min: 1, max: 99"
_NAMES = {
    "home": "Hemma",
    "school": "Skolan",
    "parent": "Förälder",
    "child": "Barnet",
    "ombud": "Ombudet",
    "whole": "Hela familjen",
    "practical": "Det vardagliga",
    "region": "Regionen",
    "with_family": "Med familjen",
    "travel": "Resor",
    "a1": "Ombud ett",
    "a2": "Ombud två",
    "a3": "Ombud tre",
    "advocate": "Familjeombud",
}


def _codes(*codes: str) -> str:
    listed = ", ".join(f"{code}: {{sv: {_NAMES[code]}, en: {code}}}" for code in codes)
    return f"type: code, required: true, codes: {{{listed}}}"


def _table(name: str, key: str, records: str, columns: Sequence[str]) -> str:
    lines = "\n  ".join(columns)
    return (
        f"table: {name}\nlabel: {{sv: Tabellen {name}, en: Table {name}}}\nrow: {{sv: en rad, en: a row}}\n"
        f"key: [{key}]\n{records}columns:\n  {lines}\n"
    )


_ADVOCATE = f"advocate: {{label: {{sv: Ombud, en: Advocate}}, {_codes('a1', 'a2', 'a3')}}}"
_START = f"start: {{label: {{sv: Start, en: Start}}, {_MONTH}, required: true}}"
_END = f"end: {{label: {{sv: Slut, en: End}}, {_MONTH}}}"
TABLES = {
    "families": _table(
        "families",
        "family_id",
        "records: families\n",
        (_FAMILY, f"entry_month: {{label: {{sv: In, en: In}}, {_MONTH}}}"),
    ),
    "follow": _table(
        "follow",
        "family_id, wave",
        "",
        (
            _FAMILY,
            _WAVE,
            f"mood: {{label: {{sv: Läget, en: Mood}}, type: integer, min: 0, max: 10, {_SCALE}}}",
        ),
    ),
    "goals": _table(
        "goals",
        "family_id, goal_no",
        "records: goals\n",
        (
            _FAMILY,
            f"goal_no: {{{_NO}}}",
            f"area: {{label: {{sv: Område, en: Area}}, {_codes('home', 'school')}}}",
            f"set_by: {{label: {{sv: Satt av, en: Set by}}, {_codes('parent', 'child', 'ombud')}}}",
        ),
    ),
    "goal_ratings": _table(
        "goal_ratings",
        "family_id, goal_no, wave",
        "records: goal_ratings\n",
        (
            _FAMILY,
            f"goal_no: {{{_NO}}}",
            _WAVE,
            f"attainment: {{label: {{sv: Måluppfyllelse, en: Attainment}}, type: integer, min: -2, max: 2, {_GOAL}}}",
        ),
    ),
    "services": _table(
        "services",
        "family_id, no",
        "records: services\ncomplete_from: 2014-01-01\n",
        (
            _FAMILY,
            f"no: {{{_NO}}}",
            f"provider: {{label: {{sv: Utförare, en: Provider}}, {_codes('region')}}}",
            _START,
            _END,
        ),
    ),
    "experience": _table(
        "experience",
        "family_id, no, wave",
        "records: experience\n",
        (
            _FAMILY,
            f"no: {{{_NO}}}",
            _WAVE,
            "helped: {label: {sv: Hjälpt, en: Helped}, type: integer, min: 1, max: 5}",
            f"reason_helped: {{label: {{sv: Orsak, en: Reason}}, {_codes('whole', 'practical')}}}",
        ),
    ),
    "assignments": _table(
        "assignments", "family_id, start", "records: assignments\n", (_FAMILY, _ADVOCATE, _START, _END)
    ),
    "ombud_time": _table(
        "ombud_time",
        "advocate, month, activity",
        "records: ombud_time\n",
        (
            _ADVOCATE,
            f"month: {{label: {{sv: Månad, en: Month}}, {_MONTH}, required: true}}",
            f"activity: {{label: {{sv: Aktivitet, en: Activity}}, {_codes('with_family', 'travel')}}}",
            "hours: {label: {sv: Timmar, en: Hours}, type: number}",
            "notice_hours: {label: {sv: Varsel, en: Notice}, type: number}",
        ),
    ),
    "staff_fte": _table(
        "staff_fte",
        "role, month",
        "records: staff_fte\n",
        (
            f"role: {{label: {{sv: Roll, en: Role}}, {_codes('advocate')}}}",
            f"month: {{label: {{sv: Månad, en: Month}}, {_MONTH}, required: true}}",
            "fte: {label: {sv: Tjänster, en: Posts}, type: number, min: 0}",
        ),
    ),
}
HEADS = {
    "families": "family_id,entry_month",
    "follow": "family_id,wave,mood",
    "goals": "family_id,goal_no,area,set_by",
    "goal_ratings": "family_id,goal_no,wave,attainment",
    "services": "family_id,no,provider,start,end",
    "experience": "family_id,no,wave,helped,reason_helped",
    "assignments": "family_id,advocate,start,end",
    "ombud_time": "advocate,month,activity,hours,notice_hours",
    "staff_fte": "role,month,fte",
}
# Six families entered in January 2015, six in July 2015, six in January 2016.
ENTRY = ("2015-01", "2015-07", "2016-01")


def rows() -> dict[str, list[str]]:
    """Everything as it should be; the tests say what it adds up to."""
    found: dict[str, list[str]] = {name: [] for name in HEADS}
    for place, family in enumerate(FAMILIES):
        entry = ENTRY[place // 6]
        found["families"].append(f"{family},{entry}")
        found["follow"] += [f"{family},t0,{2 + place % 5}", f"{family},t1,{4 + place % 4}"]
        found["goals"] += [
            f"{family},1,home,parent",
            f"{family},2,school,{'ombud' if place < 6 else 'child'}",
        ]
        after = (0 if place < 9 else -1, 1 if place < 8 else -2 if place < 13 else -1)
        for goal in (1, 2):
            found["goal_ratings"] += [f"{family},{goal},t0,-1", f"{family},{goal},t1,{after[goal - 1]}"]
        # From none to five services before entry; helped falls from 5 to 2, with ties.
        found["services"] += [f"{family},{no + 1},region,2014-06,2016-02" for no in range(place // 3)]
        found["experience"] += [
            f"{family},1,t0,{3 if place % 4 == 0 else 5 - place // 5},whole",
            f"{family},1,t1,{2 + place % 4},practical",
            f"{family},2,t1,{2 + place % 4},practical",
        ]
        left = "2016-06" if place < 3 else ""
        found["assignments"].append(f"{family},a{1 + place % 3},{entry},{left}")
    for advocate in ("a1", "a2", "a3"):
        found["ombud_time"] += [
            f"{advocate},2015-01,with_family,60,12",
            f"{advocate},2015-01,travel,40,",
            f"{advocate},2015-02,with_family,60,48",
            f"{advocate},2015-02,travel,40,",
        ]
    found["staff_fte"] = ["advocate,2015-01,2", "advocate,2015-02,3"]
    return found


def study_in(
    folder: Path, changed: Mapping[str, list[str]] | None = None, tables: Sequence[str] = ()
) -> Path:
    """Write the study with some tables, or all, and the rows of some tables changed."""
    (folder / "tables").mkdir(parents=True)
    (folder / "data").mkdir()
    hours = _HOURS if not tables or "ombud_time" in tables else ""
    (folder / "study.yaml").write_text(STUDY.replace("{hours}", hours), "utf-8")
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    held = {**rows(), **(changed or {})}
    for name in tables or TABLES:
        (folder / "tables" / f"{name}.yaml").write_text(TABLES[name], "utf-8")
        (folder / "data" / f"{name}.csv").write_text("\n".join([HEADS[name], *held[name], ""]), "utf-8")
    return folder
