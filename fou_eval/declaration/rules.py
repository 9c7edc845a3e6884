"""Rules across rows or columns of a table."""

from typing import Literal

from pydantic import Field

from fou_eval.declaration.codes import CodeKey
from fou_eval.declaration.text import Declared, Text

RuleKind = Literal[
    "not_before",
    "constant_within",
    "increasing_within",
    "no_overlap_within",
    "exists_in",
    "sum_at_most",
    "only_when",
    "at_most",
    "difference_between",
    "exceeds_within",
]


class Rule(Declared):
    """A rule across rows or columns; what each kind reads is written in the reference of the dialect."""

    id: str = Field(min_length=1, description="Short name, shown with every fault it finds.", examples=["R1"])
    rule: RuleKind = Field(description="Kind of rule.", examples=["increasing_within"])
    columns: tuple[str, ...] = Field(
        min_length=1, description="Columns the rule is about.", examples=["[measured_on]"]
    )
    within: str | None = Field(
        default=None, description="Column whose equal values make one group of rows.", examples=["person_id"]
    )
    order_by: str | None = Field(
        default=None, description="Column that puts the rows of a group in order.", examples=["wave"]
    )
    table: str | None = Field(
        default=None, description="Table that must hold the value.", examples=["families"]
    )
    limit: float | None = Field(default=None, description="Highest value allowed.", examples=["100"])
    min: float | None = Field(default=None, description="Smallest difference allowed.", examples=["6"])
    max: float | None = Field(default=None, description="Largest difference allowed.", examples=["9"])
    when: dict[str, tuple[CodeKey, ...]] = Field(
        default_factory=dict,
        description="The rule is about rows in which these columns hold these codes.",
        examples=["{role: [child]}"],
    )
    than: dict[str, tuple[CodeKey, ...]] = Field(
        default_factory=dict,
        description="The rows that the others are compared with: these columns hold these codes.",
        examples=["{role: [child]}"],
    )
    severity: Literal["error", "warning"] = Field(
        default="error",
        description="Whether a breach must be corrected before a report, or a person should only look at it.",
        examples=["warning"],
    )
    message: Text = Field(
        description="What is said to the person who fills in the data.",
        examples=["{sv: Datumen är omkastade., en: The dates are swapped.}"],
    )
