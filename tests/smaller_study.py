"""The bundled study with some of its indicators and two of its waves: every table of records, in half the time."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from fou_eval.bundled import bundled_study
from fou_eval.declaration import read_declaration
from fou_eval.simulation.example import FILE, make_example

WAVES = ("t0", "t2")
"""The two that the plan compares."""
INDICATORS = frozenset(
    {
        *("home_situation", "late_bills", "absence_pct", "enjoyment", "activity_occasions"),
        *("occupation_step", "social_assistance", "helped", "goal_attainment"),
        *("caseworkers", "social_spells", "care_days"),
    }
)
"""One of each kind at least, one that is sensitive, one of each way to count records, and the primary ones."""


def write(folder: Path) -> Path:
    """Write the declarations and a workbook with data that are made up; give the folder."""
    whole = bundled_study("familjelotsen")
    shutil.copytree(whole, folder, ignore=shutil.ignore_patterns(FILE))
    gone = {item.name for item in read_declaration(whole).codebook.indicators()} - INDICATORS
    for file in sorted(folder.rglob("*.yaml")):
        _rewrite(file, gone)
    make_example(folder)
    return folder


def _rewrite(file: Path, gone: set[str]) -> None:
    yaml = YAML()
    yaml.width = 1_000
    content = yaml.load(file)
    if file.name == "study.yaml":
        content["waves"] = {name: wave for name, wave in content["waves"].items() if name in WAVES}
    for part in ("columns", "measures"):
        for name in gone & set(content.get(part, {})):
            del content[part][name]
    if rules := content.get("rules"):
        content["rules"] = [rule for rule in rules if not gone & set(rule.get("columns", ()))]
    for claim in _maps(content.get("claims", {})):
        if answered := [name for name in claim.get("answered", ()) if name not in gone]:
            claim["answered"] = answered
        else:
            claim.pop("answered", None)
    yaml.dump(content, file)


def _maps(content: Mapping[str, Any]) -> list[Any]:
    return list(content.values())
