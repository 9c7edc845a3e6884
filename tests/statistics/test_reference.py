"""Every reference number that the catalogue offers, recomputed from the published data sets.

The reference folder stands beside the repository; where it is missing these tests say so and are skipped.
"""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from oracles import FAMILIES
from oracles.cases import NotOffered, filtered

from fou_eval.statistics import CATALOGUE

REFERENCE = Path(__file__).parents[2] / ".." / "shared" / "reference"
FILES = sorted(REFERENCE.glob("*.json"))
# Whole numbers are stated without tolerance; degrees of freedom are computed in floating point.
LAST_DIGITS = 1e-14

# A quantity may be offered by several families, each for layouts of its own (pairs, regressions).
QUANTITIES: dict[str, list[Callable[..., Any]]] = {}
for _family in FAMILIES:
    for _name, _quantity in _family.QUANTITIES.items():
        QUANTITIES.setdefault(_name, []).append(_quantity)
NOT_OFFERED = {
    name: reason
    for family in FAMILIES
    for reason, names in family.NOT_OFFERED.items()
    for name in names.split()
}
# Cases for which a quantity that is offered in general is not.
EXCEPTIONS = {"several arms or waves in one model", "comparison of arms, or another model"}


def loaded(name: str) -> tuple[pd.DataFrame, dict[str, Any]]:
    return pd.read_csv(REFERENCE / f"{name}.csv"), json.loads(
        (REFERENCE / f"{name}.json").read_text(encoding="utf-8")
    )


def reason_against(quantity: str) -> str | None:
    """Why a quantity is not offered at all; none if it is or if nobody has thought of it."""
    exact = NOT_OFFERED.get(quantity)
    return exact or next(
        (reason for name, reason in NOT_OFFERED.items() if name.endswith("_") and quantity.startswith(name)),
        None,
    )


def differs(found: Any, entry: dict[str, Any]) -> bool:
    """Whether a number is outside the tolerance that the reference states for it."""
    expected, found = np.asarray(entry["value"], dtype=float), np.asarray(found, dtype=float)
    if found.shape != expected.shape:
        return True
    stated = entry["rtol"] * np.abs(expected) if entry.get("rtol") is not None else entry["atol"]
    allowed = np.maximum(stated, LAST_DIGITS * np.abs(expected))
    return not bool(np.all(np.abs(found - expected) <= allowed))


def judged(name: str) -> list[tuple[str, str, str]]:
    """Case, quantity and verdict of every expected number of a data set: reached, wrong, or why not offered."""
    frame, content = loaded(name)
    verdicts = []
    for entry in content["expected"]:
        case, quantity = content["cases"][entry["case"]], entry["quantity"]
        if quantity not in QUANTITIES:
            verdicts.append((entry["case"], quantity, reason_against(quantity) or "nobody has thought of it"))
            continue
        verdicts.append((entry["case"], quantity, verdict(filtered(frame, case["rows"]), case, entry)))
    return verdicts


def verdict(rows: pd.DataFrame, case: dict[str, Any], entry: dict[str, Any]) -> str:
    reasons = []
    for quantity in QUANTITIES[entry["quantity"]]:
        try:
            found = quantity(rows, case)
        except NotOffered as reason:
            reasons.append(str(reason))
            continue
        return f"wrong: {found} for {entry['value']}" if differs(found, entry) else "reached"
    return reasons[-1]


pytestmark = pytest.mark.skipif(not FILES, reason="the reference folder does not stand beside the repository")


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_every_offered_number_is_reached(name: str) -> None:
    known = {"reached", *NOT_OFFERED.values(), *EXCEPTIONS}
    assert [found for found in judged(name) if found[2] not in known] == []


def test_nothing_is_both_offered_and_refused() -> None:
    assert [name for name in QUANTITIES if reason_against(name)] == []


def test_what_the_catalogue_names_as_its_reference_is_reached() -> None:
    reached = {
        quantity for path in FILES for _, quantity, verdict in judged(path.stem) if verdict == "reached"
    }
    named = {(entry.name, quantity) for entry in CATALOGUE.values() for quantity in entry.reference}
    assert [(name, quantity) for name, quantity in named if quantity not in reached] == []


def test_how_many_numbers_are_reached() -> None:
    count = Counter(verdict == "reached" for path in FILES for _, _, verdict in judged(path.stem))
    assert count[True] == 838
    assert count.total() == 1544
