"""Studies to attack: the bundled one, and made-up ones in variants that gates find hard."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from disclosure import attacked

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.declaration.reading import Declaration
from fou_eval.study import Study

SIZES = (12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 34, 40, 50, 60)


@dataclass(frozen=True, kw_only=True)
class Job:
    """One study to make: its variant, number of families and seed; the bundled one has no families."""

    variant: str
    families: int = 0
    seed: int = 0

    def study(self) -> Study:
        """Make the study up, always the same."""
        if not self.families:
            return fou.open_study(bundled_study("familjelotsen"))
        variant = VARIANTS[self.variant]
        study = attacked.made(variant.declaration(), families=self.families, seed=self.seed)
        tables = {name: table.copy() for name, table in study.tables.items()}
        for name, table in tables.items():
            if "wave" in table.columns:
                tables[name] = variant.change(table, study, np.random.default_rng([self.seed, len(table)]))
        return replace(study, tables=tables)


Change = Callable[[pd.DataFrame, Study, np.random.Generator], pd.DataFrame]


def as_drawn(table: pd.DataFrame, study: Study, rng: np.random.Generator) -> pd.DataFrame:
    return table


@dataclass(frozen=True, kw_only=True)
class Variant:
    """How a study is declared, and what is done to its follow-up tables."""

    declaration: Callable[[], Declaration] = attacked.declaration
    change: Change = as_drawn


def other_waves(before: str, after: str) -> Callable[[], Declaration]:
    """Declare another contrast."""

    def declaration() -> Declaration:
        read = attacked.declaration()
        contrast = read.plan.contrast.model_copy(update={"before": before, "after": after})
        return replace(read, plan=read.plan.model_copy(update={"contrast": contrast}))

    return declaration


def one_each(table: pd.DataFrame, study: Study, rng: np.random.Generator) -> pd.DataFrame:
    """Keep the answers of the first member of every family."""
    if "person_id" not in table.columns:
        return table
    first = table.groupby("family_id")["person_id"].transform("min")
    return _without(table, study, table["person_id"] != first)


def one_each_improving(table: pd.DataFrame, study: Study, rng: np.random.Generator) -> pd.DataFrame:
    return improving(one_each(table, study, rng), study, rng)


def improving(table: pd.DataFrame, study: Study, rng: np.random.Generator) -> pd.DataFrame:
    """Move nearly every later answer about two steps to the better."""
    return _moved(table, study, rng, share=0.85, steps=2)


def hardly(table: pd.DataFrame, study: Study, rng: np.random.Generator) -> pd.DataFrame:
    """Let nearly every later answer be that at entry."""
    return _moved(table, study, rng, share=0.1, steps=1)


def at_the_end(table: pd.DataFrame, study: Study, rng: np.random.Generator) -> pd.DataFrame:
    """Put nearly every answer at the good end of the scale."""
    for name, low, high, better in _outcomes(table, study):
        there = table[name].notna() & (rng.random(len(table)) < 0.93)
        table.loc[there, name] = low if better == "lower" else high
    return table


def leaving(table: pd.DataFrame, study: Study, rng: np.random.Generator) -> pd.DataFrame:
    """Take away all later answers of four families in ten."""
    families = np.array(sorted(study.family_numbers))
    gone = families[np.random.default_rng(families.size).random(families.size) < 0.4]
    entry = study.plan.contrast.before
    return _without(table, study, (table["wave"] != entry) & table["family_id"].isin(gone))


def _without(table: pd.DataFrame, study: Study, rows: "pd.Series[bool]") -> pd.DataFrame:
    """Take answers away; the rows stay, since reasons for missing answers are known by row."""
    answers = [item.name for item in study.codebook.indicators() if item.name in table.columns]
    table.loc[rows, answers] = np.nan
    return table


def _outcomes(table: pd.DataFrame, study: Study) -> Iterator[tuple[str, float, float, str]]:
    for indicator in study.codebook.indicators():
        ends = (0.0, 1.0) if indicator.kind == "binary" else indicator.column.ends()
        numeric = indicator.name in table.columns and pd.api.types.is_numeric_dtype(table[indicator.name])
        if numeric and indicator.column.exposure is None and ends[0] is not None and ends[1] is not None:
            yield indicator.name, ends[0], ends[1], indicator.better


def _moved(
    table: pd.DataFrame, study: Study, rng: np.random.Generator, *, share: float, steps: int
) -> pd.DataFrame:
    """Let later answers be those at entry, some of them moved to the better."""
    unit = "person_id" if "person_id" in table.columns else "family_id"
    entry = table[table["wave"] == study.plan.contrast.before].set_index(unit)
    later = table["wave"] != study.plan.contrast.before
    for name, low, high, better in _outcomes(table, study):
        step = max(1.0, np.rint((high - low) / 10)) * steps * (-1 if better == "lower" else 1)
        start = table[unit].map(entry[name]).astype(float)
        moves = step * (rng.random(len(table)) < share)
        answers = (start + moves).clip(low, high)
        usable = later & table[name].notna() & start.notna()
        table.loc[usable, name] = answers[usable]
    return table


VARIANTS: Mapping[str, Variant] = {
    "as drawn": Variant(),
    "everything sensitive": Variant(declaration=lambda: attacked.declaration(sensitive=True)),
    "norms cited": Variant(declaration=lambda: attacked.declaration(cited=True)),
    "contrast t0-t1": Variant(declaration=other_waves("t0", "t1")),
    "contrast t0-t3": Variant(declaration=other_waves("t0", "t3")),
    "one member per family": Variant(change=one_each),
    "one member, improving": Variant(change=one_each_improving),
    "strongly improving": Variant(change=improving),
    "hardly changing": Variant(change=hardly),
    "at the end of the scale": Variant(change=at_the_end),
    "heavy drop-out": Variant(change=leaving),
}


def jobs(studies: int, seed: int) -> Iterator[Job]:
    """Give the bundled study, then made-up ones: variants in turn, half of them as drawn, sizes and seeds in turn."""
    yield Job(variant="bundled")
    special = [name for name in VARIANTS if name != "as drawn"]
    for place in range(studies - 1):
        variant = "as drawn" if place % 3 == 0 else special[(place - place // 3) % len(special)]
        yield Job(variant=variant, families=SIZES[(7 * place + seed) % len(SIZES)], seed=seed + place)
