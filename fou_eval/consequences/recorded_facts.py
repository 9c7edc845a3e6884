"""Rows about the project itself, as numbers and codes with a meaning."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fou_eval.declaration import Codebook
from fou_eval.declaration.records import Subject
from fou_eval.estimates import Facts

Fact = Mapping[str, str | float | bool | None]


@dataclass(frozen=True, slots=True)
class Amount:
    """One recorded cost."""

    item: str
    sek: float
    year: int
    perspective: str
    source: str
    funder: str
    families: float | None
    posts: float | None
    months: float | None


@dataclass(frozen=True, slots=True)
class Price:
    """One recorded price of a unit: `levels` holds the low, the base and the high one."""

    item: str
    levels: Mapping[str, float]
    year: int
    perspective: str
    source: str


def rows_of(codebook: Codebook, facts: Facts, subject: Subject) -> Sequence[Fact]:
    """Give the rows of the table that records a subject; none where it is not declared."""
    table = codebook.recording(subject)
    return () if table is None else facts.get(table.table, ())


def amounts(codebook: Codebook, facts: Facts) -> Iterator[Amount]:
    """Give the recorded costs; one without amount, year or perspective is left out, since it says nothing."""
    for row in rows_of(codebook, facts, "costs"):
        sek, year = figure(row, "amount_sek"), figure(row, "year")
        if sek is None or year is None or not row.get("perspective"):
            continue
        yield Amount(
            item=str(row["item"]),
            sek=sek,
            year=int(year),
            perspective=str(row["perspective"]),
            source=str(row.get("source")),
            funder=str(row.get("funder") or "unstated"),
            families=figure(row, "n_families"),
            posts=figure(row, "posts"),
            months=figure(row, "months"),
        )


def prices(codebook: Codebook, facts: Facts, item: str) -> Iterator[Price]:
    """Give the recorded prices of one item; one without year or perspective, or with a level lacking, is left out."""
    for row in rows_of(codebook, facts, "unit_prices"):
        levels = {name: figure(row, name) for name in ("low", "base", "high")}
        year = figure(row, "year")
        told = {name: level for name, level in levels.items() if level is not None}
        if row.get("item") != item or year is None or not row.get("perspective") or len(told) < len(levels):
            continue
        yield Price(item, told, int(year), str(row["perspective"]), str(row.get("source")))


def figure(row: Fact, name: str) -> float | None:
    """Give a field of a row as a number, or none."""
    value = row.get(name)
    return value if isinstance(value, float) else None
