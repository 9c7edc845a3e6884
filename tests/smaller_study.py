"""The bundled study with two of its four areas, some of its indicators and tables, and two waves."""

import shutil
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from fou_eval.bundled import bundled_study
from fou_eval.declaration import read_declaration
from fou_eval.simulation.example import FILE, make_example

WAVES = ("t0", "t2")
"""The two that the plan compares."""
DOMAINS = ("home", "occupation")
INDICATORS = frozenset(
    {
        *("home_situation", "late_bills", "occupation_step", "social_assistance"),
        *("helped", "goal_attainment", "caseworkers", "social_spells", "care_days"),
    }
)
"""One of each kind, one that is sensitive, one of each way to count records, and the primary ones."""
LEFT_OUT = (
    "followup_child",
    "households",
    "occasions",
    "attrition_log",
    "avoided_care",
    "sip_plans",
    "organisations",
)
"""Tables of which everything is made by the same code as of others."""


def write(folder: Path) -> Path:
    """Write the declarations and a workbook with data that are made up; give the folder."""
    whole = bundled_study("familjelotsen")
    shutil.copytree(whole, folder, ignore=shutil.ignore_patterns(FILE))
    codebook = read_declaration(whole).codebook
    gone = {item.name for item in codebook.indicators()} - INDICATORS
    gone |= {*LEFT_OUT, *(set(codebook.domains) - set(DOMAINS)), *(set(codebook.waves) - set(WAVES))}
    for table in LEFT_OUT:
        (folder / "tables" / f"{table}.yaml").unlink()
        (folder / "facts" / f"{table}.csv").unlink(missing_ok=True)
    yaml = YAML()
    yaml.width = 1_000
    for file in folder.rglob("*.yaml"):
        content = yaml.load(file)
        for change in (_without, _of_plan, _of_claims):
            change(content, gone)
        yaml.dump(content, file)
    make_example(folder)
    return folder


def _without(content: Any, gone: set[str]) -> None:
    """Take out what is declared by name, and the rules that speak of it."""
    for part in ("waves", "domains", "columns", "measures"):
        for name in gone & set(content.get(part, ())):
            del content[part][name]
    if "study" in content:
        content["tables"] = [name for name in content["tables"] if name not in gone]
    if "rules" in content:
        content["rules"] = [
            rule for rule in content["rules"] if not gone & {*rule["columns"], rule.get("table")}
        ]


def _of_plan(content: Any, gone: set[str]) -> None:
    if "primary" in content:
        content["primary"] = {name: one for name, one in content["primary"].items() if name not in gone}
        content["compare"] = ["sex"]
        content["changes"] = [one for one in content["changes"] if one["part"].split(".")[-1] not in gone]


def _of_claims(content: Any, gone: set[str]) -> None:
    for claim in content.get("claims", {}).values():
        claim["answered"] = [name for name in claim.pop("answered", ()) if name not in gone]
        if not claim["answered"]:
            del claim["answered"]
