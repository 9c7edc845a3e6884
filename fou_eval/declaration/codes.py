"""Codes, ladder steps and classes: the values a column may hold, and how they are merged."""

from typing import Annotated

from pydantic import Field

from fou_eval.declaration.text import Text

Name = Annotated[str, Field(pattern=r"^[a-zåäö][a-zåäö0-9_]*$")]
CodeKey = str | int  # codes are compared as text; YAML may give them as whole numbers


class Code(Text):
    """One code of a column: its label in two languages and the spellings that are accepted for it."""

    accept: tuple[str, ...] = Field(
        default=(),
        description="Other spellings that are read as this code; capitals and outer spaces never matter.",
        examples=["[förälder, vuxen]"],
    )


class Step(Code):
    """One step of a ladder; `groups` names the class it belongs to in each coarser view, finest first."""

    groups: tuple[str, ...] = Field(
        default=(),
        description="The group this step is merged into in each coarser view, from fine to coarse.",
        examples=["[far, not_working]"],
    )


class Class(Text):
    """One class of a declared merge: values from `from` up to and including `to`, or the listed codes."""

    start: int | float | None = Field(
        default=None,
        alias="from",
        description="Lowest value of the class; left out when the first class is open.",
        examples=["10"],
    )
    end: int | float | None = Field(
        default=None,
        alias="to",
        description="Highest value of the class, itself included; left out when the last class is open.",
        examples=["19.9"],
    )
    codes: tuple[CodeKey, ...] = Field(
        default=(), description="Instead of from and to: the codes in the class.", examples=["[half, full]"]
    )
