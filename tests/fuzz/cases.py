"""A case is a file to begin with and the damages it takes; all of it follows from one seed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from fou_eval.declaration.reading import Declaration, read_declaration
from fuzz.invariants import broken
from fuzz.making import SECRETS, as_csv, as_workbook, rows
from fuzz.mutations import Step, damaged, packed_again, steps

SHARED = Path(__file__).parents[3] / "shared" / "acceptance"
CORPUS = SHARED / "badinput"


@dataclass(frozen=True)
class Case:
    """One file to check; its name says where it comes from."""

    name: str
    ending: str
    begin: bytes
    taken: tuple[Step, ...]
    secrets: tuple[str, ...]
    study: str | None = None


@cache
def corpus() -> tuple[dict, ...]:
    """The cases of the corpus of faulty files, if it is beside the repository."""
    expected = CORPUS / "expected.json"
    return tuple(json.loads(expected.read_text("utf-8"))["cases"]) if expected.exists() else ()


@cache
def study(name: str) -> Declaration:
    return read_declaration(SHARED / "studies" / name)


def case(seed: int) -> Case:
    """The case of a seed: a made workbook, a made text, or a file of the corpus, damaged."""
    chance = Random(seed)  # noqa: S311 - chance, not secrecy
    kind = chance.choice(["workbook", "workbook", "text", "corpus"] if corpus() else ["workbook", "text"])
    if kind == "corpus":
        given = chance.choice(corpus())
        path = CORPUS / given["file"]
        content = path.read_bytes()
        taken = steps(chance, packed=content.startswith(b"PK"))
        return Case(
            given["file"], path.suffix, content, taken, tuple(given["must_not_quote"]), given["study"]
        )
    lines = rows(chance)
    if kind == "text":
        separator = chance.choice([";", ";", ",", "\t", "|"])
        return Case("a text", ".csv", as_csv(lines, separator), steps(chance, packed=False), SECRETS)
    return Case("a workbook", ".xlsx", packed_again(as_workbook(lines)), steps(chance, packed=True), SECRETS)


def fault(one: Case, taken: Sequence[Step], folder: Path, own: Declaration) -> str | None:
    """What a case breaks after some of its damages."""
    path = folder / f"rader{one.ending}"
    path.write_bytes(damaged(one.begin, taken))
    return broken(path, study(one.study) if one.study else own, one.secrets)


def smallest(one: Case, folder: Path, own: Declaration) -> tuple[Step, ...]:
    """The fewest damages that still break something, left out one by one."""
    taken = one.taken
    for step in one.taken:
        fewer = tuple(other for other in taken if other != step)
        if fault(one, fewer, folder, own) is not None:
            taken = fewer
    return taken
