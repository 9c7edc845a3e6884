"""What a study may contain: tables, columns, domains and waves, as declared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from fou_eval.declaration.codes import Class, Code, CodeKey, Name, Step
from fou_eval.declaration.columns import (
    Better,
    Column,
    ColumnType,
    Cutoff,
    Goal,
    Kind,
    Limit,
    MeaningfulChange,
    Norm,
    Reliability,
    Role,
)
from fou_eval.declaration.partitions import Cell, Partition
from fou_eval.declaration.study_file import Domain, Wave
from fou_eval.declaration.text import Declared, Language, Text
from fou_eval.errors import DeclarationError, did_you_mean

Unit = Literal["family", "person", "goal"]
# Columns of a key that tell no units apart: whose they are, and when they were measured.
_NO_PART = {"family_id", "person_id", "wave", "date"}
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

__all__ = [
    "Better",
    "Cell",
    "Class",
    "Code",
    "CodeKey",
    "Codebook",
    "Column",
    "ColumnType",
    "Cutoff",
    "Domain",
    "Goal",
    "Indicator",
    "Kind",
    "Limit",
    "MeaningfulChange",
    "Name",
    "Norm",
    "Partition",
    "Reliability",
    "Role",
    "Rule",
    "RuleKind",
    "Step",
    "Table",
    "Unit",
    "Wave",
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


class Table(Declared):
    """One table: what a row is, which columns tell rows apart, its columns and its rules."""

    table: Name = Field(description="Name of the table, its sheet and its file.", examples=["followup_child"])
    label: Text = Field(description="Title of the table.", examples=["{sv: Per barn, en: Per child}"])
    row: Text = Field(description="What one row is.", examples=["{sv: ett barn, en: one child}"])
    key: tuple[str, ...] = Field(
        min_length=1, description="Columns that together tell rows apart.", examples=["[person_id, wave]"]
    )
    unknown_columns: Literal["error", "drop_with_warning"] = Field(
        default="error", description="What to do with columns that are not declared.", examples=["error"]
    )
    columns: dict[Name, Column] = Field(
        min_length=1,
        description="The columns, in order.",
        examples=["{wave: {type: code, codes: waves, role: wave}}"],
    )
    rules: tuple[Rule, ...] = Field(
        default=(), description="Rules across rows or columns.", examples=["[{id: R1, rule: not_before}]"]
    )

    def with_role(self, role: Role) -> str | None:
        """Name the first column with a role, or none."""
        return next((name for name, column in self.columns.items() if column.role == role), None)

    def unit_columns(self) -> tuple[str, ...]:
        """Name the columns that tell units apart: person, or else family, and what the key has besides them and time.

        A table with the key [family_id, goal_no, wave] follows the goals of each family.
        """
        owner: Role = "person_id" if "person_id" in self._key_roles() else "family_id"
        own = self.with_role(owner)
        parts = (
            name for name in self.key if name in self.columns and self.columns[name].role not in _NO_PART
        )
        return (*((own,) if own else ()), *parts)

    def unit(self) -> Unit:
        """Say what a row measures: a family, a person, or a goal (or another part) of either."""
        if len(self.unit_columns()) > 1:
            return "goal"
        return "person" if "person_id" in self._key_roles() else "family"

    def _key_roles(self) -> set[Role]:
        return {self.columns[name].role for name in self.key if name in self.columns}


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One declared outcome: the column, the table that holds it, and who is measured."""

    name: str
    table: str
    column: Column
    unit: Unit

    @property
    def kind(self) -> Kind:
        """Kind of indicator; the declaration guarantees that an outcome has one."""
        return self.column.kind or "scale"

    @property
    def better(self) -> Better:
        """Direction of improvement."""
        return self.column.better or "neither"

    @property
    def domain(self) -> str:
        """Domain the indicator belongs to."""
        return self.column.domain or ""

    def label(self, language: Language) -> str:
        """Return the label in one language."""
        return self.column.label[language]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """A study as declared: title, waves in time order, domains in report order, tables.

    Attributes
    ----------
    study, version
        Short name and version of the study.
    waves, domains, tables
        Declared waves, domains and tables by code, in declared order.
    data
        Path of the data that belong to the study, relative to its folder, or none.
    data_until
        Day until which the data were collected, where declared.
    """

    study: str
    version: str
    title: Text
    language: Language
    waves: Mapping[str, Wave]
    domains: Mapping[str, Domain]
    tables: Mapping[str, Table]
    data: str | None = None
    data_until: date | None = None

    _indicators: Mapping[str, Indicator] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find every outcome once, by domain in report order and within it as declared."""
        found = {
            name: Indicator(name=name, table=table.table, column=column, unit=table.unit())
            for domain in self.domains
            for table in self.tables.values()
            for name, column in table.columns.items()
            if column.role == "outcome" and column.domain == domain
        }
        object.__setattr__(self, "_indicators", MappingProxyType(found))

    def indicators(self) -> Iterator[Indicator]:
        """Give every outcome, by domain in report order and within it as declared."""
        return iter(self._indicators.values())

    def indicator(self, name: str) -> Indicator:
        """Look an indicator up by name.

        Raises
        ------
        DeclarationError
            If no outcome has that name; says which name may have been meant.
        """
        if name not in self._indicators:
            hint = did_you_mean(name, self._indicators)
            raise DeclarationError(f"'{name}' is not an indicator of {self.study}.{hint}")
        return self._indicators[name]

    def domain(self, code: str) -> Domain:
        """Look a domain up by its code.

        Raises
        ------
        DeclarationError
            If the study has no such domain; says which code may have been meant.
        """
        if code not in self.domains:
            hint = did_you_mean(code, self.domains)
            raise DeclarationError(f"'{code}' is not a domain of {self.study}.{hint}")
        return self.domains[code]
