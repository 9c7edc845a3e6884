"""Full references of works that statistics draw on; those that are not here are referred to as the catalogue does.

They stand in works.csv. Each was looked up. A work without a DOI has none, or sources differ about it.
"""

import csv
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple


class Work(NamedTuple):
    """Title, then journal with volume and pages or publisher, then DOI."""

    title: str
    published: str
    doi: str = ""


def _read(table: Path) -> dict[str, Work]:
    with table.open(encoding="utf-8", newline="") as lines:
        return {
            row["work"]: Work(row["title"], row["published"], row["doi"]) for row in csv.DictReader(lines)
        }


WORKS: Mapping[str, Work] = MappingProxyType(_read(Path(__file__).with_suffix(".csv")))
# Works that the phrases of the report cite, beside those of the catalogue, as the catalogue would write them.
CITED = (
    "Benjamini & Hochberg (1995), JRSS B 57, 289-300",
    "Bonett & Wright (2000), Psychometrika 65, 23-28",
    "Holm (1979), Scandinavian Journal of Statistics 6, 65-70",
    "Westfall & Young (1993), Resampling-Based Multiple Testing",
)
