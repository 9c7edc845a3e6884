"""Rows of a table of records: whose they are, and which of them hold certain codes."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Table
from fou_eval.declaration.codes import CodeKey


def families_of(table: Table, frame: pd.DataFrame, family_of_person: Mapping[str, str]) -> pd.Series:
    """Give the family id of every row of a table that holds families or persons."""
    family = table.with_role("family_id")
    return frame[family] if family else frame[table.with_role("person_id")].map(family_of_person)


def matching(frame: pd.DataFrame, when: Mapping[str, Sequence[CodeKey]]) -> NDArray[np.bool_]:
    """Say which rows hold one of the codes in every column named."""
    fits = np.ones(len(frame), dtype=np.bool_)
    for name, codes in when.items():
        fits &= frame[name].astype("string").isin([str(code) for code in codes]).to_numpy(np.bool_)
    return fits
