"""A study of one domain and two waves, for tests that need tables of their own and nothing else."""

import re
from pathlib import Path

from fou_eval.declaration.reading import Declaration, read_declaration

STUDY = """
study: prov
version: "1.0"
title: {{sv: Prov, en: Trial}}
language: sv
waves:
  {before}: {{label: {{sv: Före, en: Before}}, months: 0}}
  {after}: {{label: {{sv: Efter, en: After}}, months: {months}}}
domains:
  home: {{label: {{sv: Hemma, en: Home}}}}
"""
PLAN = """
contrast: {{before: {before}, after: {after}}}
primary: {{home: {primary}}}
seed: 1
fixed_on: 2026-01-01
"""


def declare(
    folder: Path,
    *tables: str,
    primary: str = "maende",
    waves: tuple[str, str] = ("t0", "t1"),
    months: int = 6,
) -> Declaration:
    """Write a study with the given tables, each as YAML, and read it."""
    before, after = waves
    (folder / "tables").mkdir(parents=True)
    (folder / "study.yaml").write_text(STUDY.format(before=before, after=after, months=months), "utf-8")
    (folder / "plan.yaml").write_text(PLAN.format(before=before, after=after, primary=primary), "utf-8")
    for table in tables:
        name = re.search(r"^table: (\w+)", table, re.MULTILINE)[1]
        (folder / "tables" / f"{name}.yaml").write_text(table, "utf-8")
    return read_declaration(folder)
