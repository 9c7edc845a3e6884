"""Indicators that are not written down at a wave but counted from records: care days, spells, caseworkers.

Of a table of spells a measure takes the window of so many months that ends at a wave: with a window of twelve months
the value at entry is that of the year before the family entered, and the value at twelve months that of the year after.
Windows are equally long, that before ends where that after begins, and each is divided by the part of it that the data
cover. Days are counted as of a window of mean length, so that a leap day is no change.
"""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from fou_eval.declaration.codes import CodeKey
from fou_eval.declaration.columns import Better, Column, MeaningfulChange
from fou_eval.declaration.text import Declared, Text

Take = Literal["days", "spells", "rows", "sum", "any"]
PART = "window_part"  # column of a derived table: the part of the window that the data cover


class Measure(Declared):
    """An indicator of families that is counted from the rows of a table of records."""

    label: Text = Field(
        description="Name in tables and figures.", examples=["{sv: Vårddygn, en: Days in care}"]
    )
    take: Take = Field(
        description="What is counted for each family: days within the window, spells that begin in it, rows at the "
        "wave, the sum of a column at the wave, or whether there is any.",
        examples=["days"],
    )
    column: str | None = Field(
        default=None, description="The column that is summed.", examples=["n_caseworkers"]
    )
    when: dict[str, tuple[CodeKey, ...]] = Field(
        default_factory=dict,
        description="Only rows count in which these columns hold these codes.",
        examples=["{provider: [region]}"],
    )
    window: int | None = Field(
        default=None,
        ge=1,
        le=60,
        description="Months up to the wave, for tables with start and end; left out for tables with waves.",
        examples=["12"],
    )
    unit: Text | None = Field(
        default=None, description="Unit of the count.", examples=["{sv: dygn, en: days}"]
    )
    per: Text | None = Field(
        default=None,
        description="What one window is called; the rate is then written 'days per twelve months'.",
        examples=["{sv: tolv månader, en: twelve months}"],
    )
    domain: str = Field(description="Domain or topic that the indicator belongs to.", examples=["care"])
    better: Better = Field(description="Direction in which it improves.", examples=["lower"])
    sensitive: bool = Field(
        default=False, description="The higher threshold, sensitive_cell, applies.", examples=["true"]
    )
    meaningful_change: MeaningfulChange | None = Field(
        default=None,
        description="Smallest change that matters, with its source.",
        examples=["{value: 30, source: Local decision 2015-01-15}"],
    )

    def as_column(self) -> Column:
        """Give the indicator as the column of outcomes that it becomes."""
        binary = self.take == "any"
        return Column(
            label=self.label,
            type="boolean" if binary else "integer",
            min=None if binary else 0,
            unit=self.unit,
            role="outcome",
            domain=self.domain,
            kind="binary" if binary else "count",
            better=self.better,
            exposure=PART if self.window and not binary else None,
            per=self.per if self.window and not binary else None,
            sensitive=self.sensitive,
            meaningful_change=self.meaningful_change,
        )


def derived_columns(family: Text, wave: Text, measures: dict[str, Measure]) -> Iterator[tuple[str, Column]]:
    """Give the columns of the table that the measures of one table make: family, wave, covered part, each measure."""
    yield "family_id", Column(label=family, type="text", role="family_id", required=True)
    yield "wave", Column(label=wave, type="code", codes="waves", role="wave", required=True)
    part = Text(sv="Andel av fönstret som uppgifterna täcker", en="Part of the window that the data cover")
    yield PART, Column(label=part, type="number", min=0, max=1, role="exposure")
    for name, measure in measures.items():
        yield name, measure.as_column()
