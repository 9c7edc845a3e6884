"""The reference of the dialect, written from the models, so that it cannot differ from what is checked."""

from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from fou_eval.declaration.check_rules import RULES
from fou_eval.declaration.codebook import (
    Class,
    Code,
    Column,
    Cutoff,
    Domain,
    Goal,
    MeaningfulChange,
    Norm,
    Reliability,
    Rule,
    Step,
    Table,
    Wave,
)
from fou_eval.declaration.front import Front, Logo, OwnSection, OwnText
from fou_eval.declaration.instruments import Instrument, InstrumentsFile
from fou_eval.declaration.json_schema import write_schemas
from fou_eval.declaration.measures import Measure
from fou_eval.declaration.plan import Contrast, Disclosure, Plan, PlanChange
from fou_eval.declaration.project import (
    Claim,
    ClaimsFile,
    ClaimSource,
    Economy,
    ExitMeasure,
    Project,
    Standard,
    Target,
    TimeWithFamilies,
)
from fou_eval.declaration.records import RECORDED, RecordField
from fou_eval.declaration.study_file import StudyFile

_INTRODUCTION = """\
# How a study is declared

A study is a folder with `study.yaml`, `plan.yaml`, one file per table in `tables/`, and, when published
instruments are used, `instruments.yaml`; what was said of the project may stand in `claims.yaml`. All are YAML 1.2
text in UTF-8; a logo and texts of the authors' own may lie beside them. This page lists every key. It is written from
the models that check the files; a test compares the two.

- Every text that a reader of the report meets is given as `{sv: ..., en: ...}`.
- An unknown or repeated key, a wrong word or a wrong type is refused. All faults of all files are listed at
  once, as `file:line: what is wrong. What was expected. Did you mean ...?`
- `no`, `on`, `010` and `12:30` are text. `true` and `false` are truth values, `2015-01-15` is a date, and a
  version or a code that looks like a number with decimals needs quotes: `"1.0"`.
- A text that holds `: ` or begins with `{ [ & * ! % @` needs quotes. A pattern stands in single quotes.
  Indent with spaces. Anchors, aliases and tags are refused.
- An editor completes and underlines while you write, if the first line of the file is
  `# yaml-language-server: $schema=../_schema/study.schema.json`
  (`plan`, `instruments` or `claims` in place of `study`; in `tables/`: `../../_schema/table.schema.json`).
"""

_FILES: dict[str, tuple[type[BaseModel], ...]] = {
    "study.yaml": (
        *(StudyFile, Wave, Domain),
        *(Project, Target, Standard, TimeWithFamilies, ExitMeasure, Economy),
        *(Front, Logo, OwnSection, OwnText),
    ),
    "plan.yaml": (Plan, Contrast, Disclosure, PlanChange),
    "tables/*.yaml": (
        *(Table, Column, Code, Step, Class),
        *(Goal, MeaningfulChange, Reliability, Norm, Cutoff, Rule, Measure),
    ),
    "instruments.yaml": (InstrumentsFile, Instrument),
    "claims.yaml": (ClaimsFile, ClaimSource, Claim),
}

_CHECKS = """\
## What is checked across files

- Every column, table, wave, domain, indicator and instrument that is mentioned is declared.
- Waves stand in time order; the before-wave of the contrast is the earlier one.
- A table has a column with role `family_id` or `person_id`, unless it records something of the project itself, such as
  costs; then it has neither, and its texts have patterns, since its rows are printed as they are.
- A table with an outcome has its wave, and its family or person, in the key. Outcomes have different names, across
  tables too.
- Role `outcome` needs `domain`, `kind` and `better`. `scale` and `count` are numbers, `ordinal` is whole
  numbers or codes, `binary` is boolean or two codes, `ladder` has steps. `exposure` is for counts.
- What the key names besides the wave is the unit: families in [family_id, wave], persons in [person_id, wave], the
  goals of families in [family_id, goal_no, wave]; goals of one family are never taken for independent families.
- `goal` is for kind `ordinal`, better `higher`, with the whole numbers -2 to 2; its weight is a required number above
  0, and the columns that tell goals apart are required. Goals rated from 0 to 10 are an ordinary `scale`.
- `clinical` and `cutoff` are for kinds `scale` and `ordinal`; `clinical` lies on the worse side of `norm`, and `cutoff`
  between `min` and `max`.
- Steps of a ladder have equally many groups; a group holds neighbouring steps, and a coarser group whole ones.
- Classes stand in order, do not overlap, and together hold every value that is allowed.
- No spelling could mean two codes, two waves or two columns; capitals and blanks do not matter.
- No missing code is a code or lies between `min` and `max`.
- `dose` lists numbers with role `context`, `compare` code columns of role `context` or
  `quasi_identifier`, each once.
- A change of the plan is not dated before the plan was fixed. It names a declared domain (`primary.DOMAIN`) or
  indicator (`outcome.INDICATOR`), or one that is declared no longer (`removed.INDICATOR`).
- Each subject is recorded by one table. A measure in a window needs `start`, `complete_from`, a table of families with
  `entry_month`, and `data_until` in study.yaml.
- What the project is measured against, and what answers a claim, is declared: codes, indicators, tables.
- `sensitive_cell` is at least `smallest_cell`. `data` lies in the folder of the study.
- What `report` names are files in the folder of the study, in UTF-8 (texts) and not large: 40 kB a text, 200 kB an SVG,
  500 kB a PNG. Texts are a small part of Markdown: `##` and `###`, paragraphs, lists of one level, `>`, `**bold**`,
  `*italic*` and `[words](https://...)`; no HTML, pictures, tables or code. An SVG holds shapes alone, with a `viewBox`:
  no letters (turn them into paths), scripts, pictures, notes of drawing programs, or addresses.
- In a report for publication no text of the authors' own counts fewer families or persons than `smallest_cell` or tells
  of all or none of them; in no report does it hold an id of the data or an identity number. Other numbers in it are the
  authors' and are not compared with anything.
"""


def reference() -> str:
    """Give the reference as Markdown: one table of keys for each part of each file, and the kinds of rules."""
    parts = [_INTRODUCTION]
    for file, models in _FILES.items():
        parts.append(f"## {file}\n")
        parts += [_section(model) for model in models]
        if Rule in models:
            parts += [_rule_kinds(), _subjects()]
    return "\n".join([*parts, _CHECKS])


def write_all(folder: Path) -> None:
    """Write the reference and the schemas into data_schemas."""
    (folder / "README.md").write_text(reference(), encoding="utf-8", newline="\n")
    write_schemas(folder / "_schema")


def _section(model: type[BaseModel]) -> str:
    about = " ".join((model.__doc__ or "").split("\n\n")[0].split())
    rows = [_row(name, field) for name, field in model.model_fields.items()]
    head = ["| key | needed | what it says | value | example |", "|---|---|---|---|---|"]
    return "\n".join([f"### {model.__name__}\n", f"{about}\n", *head, *rows, ""])


def _row(name: str, field: FieldInfo) -> str:
    example = (field.examples or ["..."])[0]
    key = field.alias or name
    needed = "yes" if field.is_required() else ""
    values = " or ".join(dict.fromkeys(_values(field.annotation))).replace("whole number or number", "number")
    return (
        "| " + " | ".join([f"`{key}`", needed, field.description or "", values, f"`{key}: {example}`"]) + " |"
    )


def _values(annotation: Any) -> Iterator[str]:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        for option in inner:
            yield from _values(option) if option is not type(None) else ()
    elif origin is Annotated:
        yield from _values(inner[0])
    elif origin is Literal:
        yield ", ".join(f"`{word}`" for word in inner)
    elif origin is tuple:
        yield f"list of {' or '.join(dict.fromkeys(_values(inner[0])))}"
    elif origin is dict:
        yield f"name or code: {' or '.join(dict.fromkeys(_values(inner[1])))}"
    else:
        words = {
            "str": "text",
            "int": "whole number",
            "float": "number",
            "bool": "`true`, `false`",
            "date": "date",
        }
        yield words.get(annotation.__name__, annotation.__name__)


def _rule_kinds() -> str:
    head = [
        "### Kinds of rules\n",
        "Every kind has `id`, `rule`, `columns` and `message`, and may have `when`.\n",
    ]
    table = ["| rule | columns | also needs (may have) | meaning |", "|---|---|---|---|"]
    for name, reads in RULES.items():
        keys = ", ".join([*(f"`{key}`" for key in reads.keys), *(f"(`{key}`)" for key in reads.may)])
        table.append(f"| `{name}` | {reads.how_many()} | {keys} | {reads.meaning} |")
    return "\n".join([*head, *table, ""])


def _subjects() -> str:
    head = [
        "### What a table may record\n",
        "A table with `records: SUBJECT` has columns of these names and types, at least those in bold.\n",
    ]
    table = ["| records | one row | columns |", "|---|---|---|"]
    for name, recorded in RECORDED.items():
        fields = ", ".join(_field(key, wanted) for key, wanted in recorded.fields.items())
        table.append(f"| `{name}` | {recorded.about} | {fields} |")
    return "\n".join([*head, *table, ""])


def _field(name: str, wanted: RecordField) -> str:
    written = f"**`{name}`**" if wanted.needed else f"`{name}`"
    return f"{written} ({' or '.join(sorted(wanted.types))})"
