"""Studies to attack: the bundled one and made-up ones, with only what is published or stands behind it measured."""

from dataclasses import replace
from functools import cache

import pytest

import fou_eval as fou
from fou_eval import change
from fou_eval.bundled import bundled_study
from fou_eval.declaration import read_declaration
from fou_eval.declaration.columns import Norm, Reliability
from fou_eval.declaration.reading import Declaration
from fou_eval.disclosure.listed import PUBLISHED
from fou_eval.estimates import Estimates
from fou_eval.simulation.synthetic import simulate_study
from fou_eval.statistics.registry import Statistic
from fou_eval.study import Study

MEASURED = PUBLISHED | {"leavers_difference_raw", "sign_test", "rank_biserial_pratt"}

ROSTERS = {"families", "persons"}


@cache
def declaration(*, cited: bool = False, sensitive: bool = False) -> Declaration:
    """Give the bundled declarations, with a norm and a reliability of every rating, or with every outcome sensitive."""
    read = read_declaration(bundled_study("familjelotsen"))
    cite = {
        "norm": Norm(mean=7.3, sd=2, source="Author (year)"),
        "reliability": Reliability(value=0.65, kind="test-retest", source="Author (year)"),
    }
    tables = {}
    for name, table in read.codebook.tables.items():
        columns = {
            key: column.model_copy(
                update=(cite if cited and column.kind in {"scale", "ordinal"} else {})
                | ({"sensitive": True} if sensitive and column.role == "outcome" else {})
            )
            for key, column in table.columns.items()
        }
        tables[name] = table.model_copy(update={"columns": columns})
    return replace(read, codebook=replace(read.codebook, tables=tables))


@cache
def followed(*, cited: bool = False, sensitive: bool = False) -> Declaration:
    """Give the same declarations without records, for attacks on what is said of change: half the work."""
    whole = declaration(cited=cited, sensitive=sensitive)
    book = whole.codebook
    few = replace(
        book,
        tables={name: table for name, table in book.tables.items() if name in ROSTERS or "followup" in name},
        topics={},
        claims={},
        sources={},
        project=book.project.model_copy(update={"economy": None}),
    )
    return replace(whole, codebook=few)


def measured(study: Study) -> Estimates:
    """Measure as `measure_change` does, less what no published number rests on."""

    def few(*about: object) -> tuple[Statistic, ...]:
        return tuple(entry for entry in every(*about) if entry.name in MEASURED)

    every = change.for_kind
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(change, "for_kind", few)
        return fou.measure_change(study)


def made(declared: Declaration, *, families: int, seed: int) -> Study:
    """Make a study up."""
    drawn = simulate_study(declared, families=families, seed=seed)
    return Study(declaration=declared, tables=drawn.tables, reasons=drawn.reasons, issues=(), synthetic=True)
