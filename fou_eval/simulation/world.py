"""What the tables of a synthetic study are drawn from: people, what does not change in them, waves and streams."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Codebook
from fou_eval.simulation.attributes import Attributes
from fou_eval.simulation.people import People, first_month
from fou_eval.simulation.streams import Streams

WORKED = 36  # months that the project works where the study does not say until when


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything that the columns of a study are drawn from.

    Attributes
    ----------
    ids
        Ids of families and of persons, by role.
    progress
        Share of the change that has come at each wave, shape (waves,).
    gain
        Average improvement of every indicator, or none to draw one for each.
    """

    codebook: Codebook
    people: People
    attributes: Attributes
    streams: Streams
    ids: Mapping[str, NDArray[np.object_]]
    progress: NDArray[np.float64]
    gain: float | None

    @property
    def begun(self) -> np.datetime64:
        """Give the month in which families were first supported."""
        said = self.codebook.project.service_start
        return np.datetime64(said, "M") if said else first_month(self.codebook)

    @property
    def last(self) -> np.datetime64:
        """Give the last month that the data cover."""
        until = self.codebook.data_until
        return np.datetime64(until, "M") if until else self.begun + np.timedelta64(WORKED - 1, "M")
