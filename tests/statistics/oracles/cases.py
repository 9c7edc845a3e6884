"""Rows, pairs and matrices of a case of the reference data."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from fou_eval.statistics import Pairs

Case = dict[str, Any]


class NotOffered(Exception):  # noqa: N818 an answer, not a fault
    """A quantity that is offered, but not for this case; the text is the reason."""


def filtered(frame: pd.DataFrame, rows: dict[str, Any] | None) -> pd.DataFrame:
    for column, value in (rows or {}).items():
        frame = frame[frame[column] == value]
    return frame


def expression(frame: pd.DataFrame, text: str) -> np.ndarray:
    return np.asarray(frame.eval(text), dtype=np.float64)


def wave_columns(frame: pd.DataFrame, case: Case) -> pd.DataFrame:
    """Before, after and family of every unit, missing values kept."""
    if case["layout"] == "long":
        keys = [case["id"]] + ([case["cluster"]] if case["cluster"] else [])
        wide = frame.pivot(index=keys, columns=case["wave"], values=case["outcome"]).reset_index()
        found = {"before": wide[case["wave_before"]], "after": wide[case["wave_after"]]}
        family = wide[case["cluster"] or case["id"]]
    elif case["layout"] == "table":
        repeated = frame.loc[frame.index.repeat(frame["count"])].reset_index(drop=True)
        found = {name: scored(repeated[name], case) for name in ("before", "after")}
        family = repeated.index.to_series()
    elif case["layout"] == "change":
        found = {"before": frame[case["change"]] * 0, "after": frame[case["change"]]}
        family = frame[case["cluster"]]
    else:
        found = {
            name: expression(frame, f"`{case[name]}`" if case["layout"] == "wide" else case[name])
            for name in ("before", "after")
        }
        family = frame[case["cluster"]] if case["cluster"] else pd.Series(range(len(frame)))
    family = pd.factorize(pd.Series(np.asarray(family)))[0]
    return pd.DataFrame(
        {name: np.asarray(values, dtype=np.float64) for name, values in found.items()} | {"family": family}
    )


def scored(codes: pd.Series, case: Case) -> pd.Series:
    if "codes" in case:  # 1 = yes, 2 = no
        return (codes == 1).astype(float)
    scores = case.get("scores")
    return codes.map(lambda code: scores[code - 1]) if scores else codes


def pairs_of(frame: pd.DataFrame, case: Case) -> Pairs:
    units = wave_columns(frame, case)
    complete = units.dropna()
    return Pairs(
        before=complete["before"].to_numpy(),
        after=complete["after"].to_numpy(),
        family=complete["family"].to_numpy(np.int64),
        better=case["better"] or "neither",
        resolution=case.get("resolution"),
        before_only=int((units["before"].notna() & units["after"].isna()).sum()),
        after_only=int((units["before"].isna() & units["after"].notna()).sum()),
    )


PAIRED = {"wide", "long", "wide_binary", "change", "table"}


def of_pairs(measure: Callable[[Pairs], Any]) -> Callable[[pd.DataFrame, Case], Any]:
    """Make a quantity of pairs into one of a case; a case without before and after has no pairs."""

    def quantity(rows: pd.DataFrame, case: Case) -> Any:
        if case["layout"] not in PAIRED or not {"before", "wave_before", "change"} & set(case):
            raise NotOffered("several arms or waves in one model")
        return measure(pairs_of(rows.reset_index(drop=True), case))

    return quantity
