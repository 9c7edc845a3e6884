"""Which families had reached which wave by the last day of the data: who has not is no drop-out."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration import Codebook
from fou_eval.editions.days import Tables, entries


def due(codebook: Codebook, tables: Tables, families: Sequence[str]) -> NDArray[np.bool_]:
    """Say which families had reached which wave, counted from their own entry.

    Where the last day of the data, or a family's entry, is not known, every wave counts as reached.

    Parameters
    ----------
    codebook
        Declares the waves, and until when data were collected.
    tables
        Typed rows by table.
    families
        Ids of the families, in the order of the rows.

    Returns
    -------
    numpy.ndarray
        Shape (families, waves).
    """
    reached = np.ones((len(families), len(codebook.waves)), dtype=np.bool_)
    last = codebook.data_until
    if last is None:
        return reached
    known = entries(codebook, tables)
    for place, wave in enumerate(codebook.waves.values()):
        days = known.reaches(families, wave.months)
        reached[:, place] = np.isnat(days) | (days <= np.datetime64(last, "D"))
    return reached
