"""One column of a table, as declared."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from fou_eval.declaration.codes import Class, Code, CodeKey, Name, Step
from fou_eval.declaration.partitions import Partition, class_views, step_views
from fou_eval.declaration.text import Declared, Text

ColumnType = Literal["text", "integer", "number", "date", "month", "code", "boolean"]
Role = Literal[
    "family_id",
    "person_id",
    "wave",
    "quasi_identifier",
    "outcome",
    "exposure",
    "date",
    "free_text",
    "context",
]
Kind = Literal["scale", "ordinal", "count", "binary", "ladder"]
Better = Literal["higher", "lower", "neither"]
Limit = int | float | date
Source = Annotated[str, Field(min_length=1)]


class MeaningfulChange(Declared):
    """The smallest change that matters, in the indicator's unit, and who says so."""

    value: float = Field(gt=0, description="Size of the change, in the unit of the column.", examples=["5"])
    source: Source | Text = Field(
        description="Who decided or found it, and when.", examples=["Author (year)"]
    )


class Reliability(Declared):
    """A published reliability; without one no reliable-change index is computed."""

    value: float = Field(gt=0, lt=1, description="Coefficient, between 0 and 1.", examples=["0.8"])
    kind: Literal["test-retest", "internal", "inter-rater"] = Field(
        description="What the coefficient measures.", examples=["test-retest"]
    )
    source: str = Field(min_length=1, description="Where it is published.", examples=["Author (year), table"])


class Norm(Declared):
    """Mean and standard deviation of a reference population, and their source."""

    mean: float = Field(description="Mean of the reference population.", examples=["114.8"])
    sd: float = Field(gt=0, description="Its standard deviation.", examples=["17.8"])
    source: str = Field(min_length=1, description="Where it is published.", examples=["Author (year), table"])


class Cutoff(Declared):
    """A published limit on the scale, and its source."""

    value: int | float = Field(description="Value on the scale.", examples=["25"])
    label: Text = Field(
        description="What the limit separates.", examples=["{sv: Gräns vuxna, en: Adult limit}"]
    )
    source: str = Field(min_length=1, description="Where it is published.", examples=["Author (year), table"])


class Goal(Declared):
    """Marks an ordinal outcome as the attainment of goals that were set: whole numbers from -2 to 2, 0 as expected."""

    weight: str | None = Field(
        default=None,
        description="Column with the weight of each goal; left out, all goals weigh the same.",
        examples=["importance"],
    )


class Column(Declared):
    """One column of a table: how it is written, what it means and what may be done with it."""

    label: Text = Field(
        description="Name in tables and figures.", examples=["{sv: Skolfrånvaro, en: Absence}"]
    )
    type: ColumnType = Field(description="How a value is written.", examples=["number"])
    required: bool = Field(default=False, description="Every row must have a value.", examples=["true"])
    pattern: str | None = Field(
        default=None,
        description="Regular expression that the whole of a text must match.",
        examples=[r"'F\d{2,3}'"],
    )
    example: str | None = Field(default=None, description="A value that shows the form.", examples=["F07"])
    aliases: tuple[str, ...] = Field(
        default=(),
        description="Other headers under which the column is found.",
        examples=["[familj, familjeid]"],
    )
    codes: dict[CodeKey, Code] | Literal["waves"] | None = Field(
        default=None,
        description="The codes of a code column, in order, each with its label; or the waves of the study.",
        examples=["{yes: {sv: Ja, en: 'Yes'}, no: {sv: Nej, en: 'No', accept: [nix]}}"],
    )
    min: Limit | None = Field(default=None, description="Lowest number or first day allowed.", examples=["0"])
    max: Limit | None = Field(
        default=None, description="Highest number or last day allowed.", examples=["100"]
    )
    unit: Text | None = Field(
        default=None, description="Unit of a number.", examples=["{sv: procent, en: per cent}"]
    )
    resolution: float | None = Field(
        default=None,
        gt=0,
        description="Smallest step between two values; decides the decimals.",
        examples=["0.1"],
    )
    role: Role = Field(
        default="context",
        description="What the column is for; decides masking, scanning, counting and what may be drawn.",
        examples=["outcome"],
    )
    sensitive: bool = Field(
        default=False, description="The higher threshold, sensitive_cell, applies.", examples=["true"]
    )
    missing_codes: dict[CodeKey, Text] = Field(
        default_factory=dict,
        description="Codes that say why a value is missing.",
        examples=["{-9: {sv: Vet ej, en: Don't know}}"],
    )
    only_when: dict[str, tuple[CodeKey, ...]] = Field(
        default_factory=dict,
        description="The column is filled in only when other columns hold these codes.",
        examples=["{role: [child]}"],
    )
    domain: str | None = Field(default=None, description="Domain an outcome belongs to.", examples=["school"])
    kind: Kind | None = Field(
        default=None, description="Kind of an outcome; decides its statistics.", examples=["scale"]
    )
    better: Better | None = Field(
        default=None, description="Direction in which an outcome improves.", examples=["lower"]
    )
    exposure: str | None = Field(
        default=None,
        description="Column with the time or number a count is divided by.",
        examples=["months_observed"],
    )
    per: Text | None = Field(
        default=None,
        description="What one unit of the exposure is called; a rate is then written 'bills per month'.",
        examples=["{sv: månad, en: month}"],
    )
    steps: dict[CodeKey, Step] | None = Field(
        default=None,
        description="The steps of a ladder, from lowest to highest.",
        examples=["{none: {sv: Inget, en: None, groups: [out]}, work: {sv: Arbete, en: Work, groups: [in]}}"],
    )
    groups: dict[str, Text] = Field(
        default_factory=dict,
        description="Labels of the groups that steps are merged into.",
        examples=["{out: {sv: Utanför, en: Outside}, in: {sv: I arbete, en: In work}}"],
    )
    classes: tuple[tuple[Class, ...], ...] = Field(
        default=(),
        description="Views of the column in classes, the one with most classes first.",
        examples=["[[{sv: Under 10, en: Below 10, to: 9}, {sv: 10 och mer, en: 10 or more, from: 10}]]"],
    )
    rater: str | None = Field(
        default=None,
        description="Column that says who rated; before and after need the same.",
        examples=["rated_by"],
    )
    goal: Goal | None = Field(
        default=None,
        description="The outcome is the attainment of goals, from -2 to 2; {} when all weigh the same.",
        examples=["{weight: importance}"],
    )
    meaningful_change: MeaningfulChange | None = Field(
        default=None,
        description="Smallest change that matters, with its source.",
        examples=["{value: 5, source: Local decision 2015-01-15}"],
    )
    reliability: Reliability | None = Field(
        default=None,
        description="Published reliability; without it no reliable-change index.",
        examples=["{value: 0.8, kind: test-retest, source: Author (year)}"],
    )
    norm: Norm | None = Field(
        default=None,
        description="Published mean and standard deviation of a reference population.",
        examples=["{mean: 50, sd: 10, source: Author (year)}"],
    )
    clinical: Norm | None = Field(
        default=None,
        description="Published mean and standard deviation of those with difficulties; norm is of those without.",
        examples=["{mean: 30, sd: 10, source: Author (year)}"],
    )
    cutoff: Cutoff | None = Field(
        default=None,
        description="Published limit between the two; better change across it counts as recovered.",
        examples=["{value: 50, label: {sv: Lågt, en: Low}, source: Author (year)}"],
    )
    instrument: str | None = Field(
        default=None,
        description="Instrument in instruments.yaml; gives min, max, unit, better, reliability, norm, clinical and "
        "its limit, if it has one only, where the column has none of its own.",
        examples=["who5"],
    )

    def values(self) -> dict[str, float]:
        """Map each code, step or truth value to the number that is analysed: its place in the declared order.

        Codes and steps that are whole numbers keep them; a column of plain numbers has no such map.
        """
        keys = list(self.steps or (self.codes if isinstance(self.codes, dict) else {}))
        if keys and all(isinstance(key, int) for key in keys):
            return {str(key): float(key) for key in keys}
        return {str(key): float(place) for place, key in enumerate(keys)}

    def ends(self) -> tuple[float | None, float | None]:
        """Give the smallest and largest value of the column: of its codes, steps or truth values, or as declared.

        Examples
        --------
        >>> Column(label=Text(sv="Frånvaro", en="Absence"), type="number", min=0, max=100).ends()
        (0.0, 100.0)
        """
        codes = self.values().values()
        if codes:
            return min(codes), max(codes)
        if self.type == "boolean":
            return 0.0, 1.0
        low, high = (float(end) if isinstance(end, int | float) else None for end in (self.min, self.max))
        return low, high

    def partitions(self) -> tuple[Partition, ...]:
        """Give the declared views of the column in classes, finest first: steps, then coarser merges."""
        return (*(step_views(self.steps, self.groups) if self.steps else ()), *class_views(self.classes))


__all__ = [
    "Better",
    "Column",
    "ColumnType",
    "Cutoff",
    "Goal",
    "Kind",
    "Limit",
    "MeaningfulChange",
    "Name",
    "Norm",
    "Reliability",
    "Role",
]
