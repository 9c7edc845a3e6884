"""Published instruments, and what a column takes over from the one it names."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from fou_eval.declaration.codebook import Better, Column, Cutoff, Name, Norm, Reliability, Table
from fou_eval.declaration.text import Declared, Text

Respondent = Literal["child", "parent", "adult", "teacher", "professional", "family", "register"]
INHERITED = ("min", "max", "unit", "better", "reliability", "norm")
# What only scores have; a count or a yes/no has neither.
_OF_SCORES = {"scale", "ordinal"}


class Instrument(Declared):
    """A published measure: its range, who answers it, and what is known of it, each with a source."""

    name: Text = Field(description="Name of the instrument.", examples=["{sv: WHO-5, en: WHO-5}"])
    version: str = Field(
        min_length=1, description="Version and language, in quotes.", examples=['"1998, Swedish"']
    )
    n_items: int | None = Field(default=None, ge=1, description="Number of items.", examples=["5"])
    min: int | float = Field(description="Lowest possible score.", examples=["0"])
    max: int | float = Field(description="Highest possible score.", examples=["100"])
    better: Better = Field(description="Direction in which the score improves.", examples=["higher"])
    unit: Text | None = Field(
        default=None, description="Unit of the score.", examples=["{sv: poäng, en: points}"]
    )
    recall_period: Text | None = Field(
        default=None,
        description="The time that is asked about; before and after need the same.",
        examples=["{sv: senaste två veckorna, en: last two weeks}"],
    )
    age_min: int | None = Field(
        default=None, ge=0, description="Youngest age it is meant for.", examples=["9"]
    )
    age_max: int | None = Field(
        default=None, ge=0, description="Oldest age it is meant for.", examples=["17"]
    )
    respondent: tuple[Respondent, ...] = Field(
        min_length=1, description="Who may answer.", examples=["[adult]"]
    )
    reliability: Reliability | None = Field(
        default=None,
        description="Published reliability.",
        examples=["{value: 0.8, kind: internal, source: Author (year)}"],
    )
    norm: Norm | None = Field(
        default=None,
        description="Published mean and standard deviation.",
        examples=["{mean: 50, sd: 10, source: Author (year)}"],
    )
    clinical: Norm | None = Field(
        default=None,
        description="Published mean and standard deviation of those with difficulties; norm is of those without.",
        examples=["{mean: 30, sd: 10, source: Author (year)}"],
    )
    cutoffs: tuple[Cutoff, ...] = Field(
        default=(),
        description="Published limits on the scale.",
        examples=["[{value: 50, label: {sv: Lågt, en: Low}, source: Author (year)}]"],
    )
    licence: str = Field(min_length=1, description="Who may use it, and on what terms.", examples=["free"])
    source: str = Field(
        min_length=1, description="Where the instrument is published.", examples=["Author (year)"]
    )
    note: Text | None = Field(
        default=None,
        description="What a user must know.",
        examples=["{sv: Läs manualen., en: Read the manual.}"],
    )


class InstrumentsFile(Declared):
    """What instruments.yaml holds."""

    instruments: dict[Name, Instrument] = Field(
        description="Instruments by short name.", examples=["{who5: {name: {sv: WHO-5, en: WHO-5}}}"]
    )


def inherit(table: Table, instruments: Mapping[str, Instrument]) -> Table:
    """Fill in what columns take over from the instrument they name, where they declare nothing themselves."""
    columns = dict(table.columns)
    for name, column in columns.items():
        instrument = instruments.get(column.instrument or "")
        if instrument is not None:
            taken = {key: getattr(instrument, key) for key in INHERITED if getattr(column, key) is None}
            columns[name] = column.model_copy(update={**taken, **_of_scores(column, instrument)})
    return table.model_copy(update={"columns": columns})


def _of_scores(column: Column, instrument: Instrument) -> dict[str, Norm | Cutoff | None]:
    """Give the clinical population, and the limit of an instrument with one only: which of several is for the user."""
    if column.kind not in _OF_SCORES:
        return {}
    limit = instrument.cutoffs[0] if len(instrument.cutoffs) == 1 else None
    return {"clinical": column.clinical or instrument.clinical, "cutoff": column.cutoff or limit}
