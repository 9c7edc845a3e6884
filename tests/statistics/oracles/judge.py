"""Every expected number of the reference data against ours: reached, wrong, or why it is not offered."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from oracles import FAMILIES
from oracles.cases import NotOffered, filtered

REFERENCE = Path(__file__).parents[3] / ".." / "shared" / "reference"
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
EXCEPTIONS = {
    "several arms or waves in one model",
    "comparison of arms, or another model",
    "the reference is a root found to four digits only",
}


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


@cache
def judged(name: str) -> list[tuple[str, str, str]]:
    """Case, quantity and verdict of every expected number of a data set: reached, wrong, or why not offered."""
    frame, content = loaded(name)
    verdicts = []
    for entry in content["expected"]:
        case = {"name": entry["case"], **content["cases"][entry["case"]]}
        quantity = entry["quantity"]
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
