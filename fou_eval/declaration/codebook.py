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
from fou_eval.declaration.front import Front
from fou_eval.declaration.measures import Measure, derived_columns
from fou_eval.declaration.partitions import Cell, Partition
from fou_eval.declaration.project import Claim, ClaimSource, Project
from fou_eval.declaration.records import Subject
from fou_eval.declaration.rules import Rule, RuleKind
from fou_eval.declaration.study_file import Domain, Status, Wave
from fou_eval.declaration.text import Declared, Language, Text
from fou_eval.errors import DeclarationError, did_you_mean

Unit = Literal["family", "person", "goal"]
# Columns of a key that tell no units apart: whose they are, and when they were measured.
_NO_PART = {"family_id", "person_id", "wave", "date"}

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
    records: Subject | None = Field(
        default=None,
        description="What the table records beside outcomes at waves; its columns then have the names listed below.",
        examples=["placements"],
    )
    complete_from: date | None = Field(
        default=None,
        description="Day from which the table holds all that happened; before it, no row does not mean none.",
        examples=["2013-01-01"],
    )
    measures: dict[Name, Measure] = Field(
        default_factory=dict,
        description="Indicators that are counted from the rows.",
        examples=["{care_days: {take: days, window: 12}}"],
    )

    def derived(self) -> "Table | None":
        """Give the table of families at waves that the measures make, or none; no file holds it."""
        if not self.measures:
            return None
        columns = dict(derived_columns(self.label, self.label, self.measures))
        return Table(
            table=f"{self.table}_measured",
            label=self.label,
            row=self.row,
            key=("family_id", "wave"),
            columns=columns,
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
    topics
        What indicators are about beside the domains: care, experience and the like; no change is sought in them.
    status
        Whether reports are preliminary or final.
    project, claims, sources
        What is known of the project itself, what was said of it, and where.
    front, files
        The report's own front, where one is declared, and the files that it names: for reading, never for numbers.
    derived
        Tables of families at waves that measures make of records, by name.
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
    topics: Mapping[str, Domain] = field(default_factory=dict)
    status: Status = "final"
    project: Project = field(default_factory=Project)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    sources: Mapping[str, ClaimSource] = field(default_factory=dict)
    front: Front | None = None
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    derived: Mapping[str, Table] = field(init=False, repr=False, compare=False)
    _indicators: Mapping[str, Indicator] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find every outcome once, by domain, then topic, in report order and within it as declared."""
        made = (table.derived() for table in self.tables.values())
        derived = MappingProxyType({table.table: table for table in made if table is not None})
        object.__setattr__(self, "derived", derived)
        found = {
            name: Indicator(name=name, table=table.table, column=column, unit=table.unit())
            for domain in (*self.domains, *self.topics)
            for table in (*self.tables.values(), *derived.values())
            for name, column in table.columns.items()
            if column.role == "outcome" and column.domain == domain
        }
        object.__setattr__(self, "_indicators", MappingProxyType(found))

    def indicators(self) -> Iterator[Indicator]:
        """Give every outcome, by domain, then topic, in report order and within it as declared."""
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

    def source_named(self, said: str, language: Language) -> str:
        """Name a source in a language, where it is one of the register of claims; else as it was given."""
        labels = (source.label for source in self.sources.values())
        return next((label[language] for label in labels if said in (label.sv, label.en)), said)

    def domain(self, code: str) -> Domain:
        """Look a domain or topic up by its code.

        Raises
        ------
        DeclarationError
            If the study has no such domain; says which code may have been meant.
        """
        declared = {**self.domains, **self.topics}
        if code not in declared:
            hint = did_you_mean(code, declared)
            raise DeclarationError(f"'{code}' is not a domain of {self.study}.{hint}")
        return declared[code]

    def table(self, name: str) -> Table:
        """Look up a table by name: a declared one, or one that measures make."""
        return self.tables[name] if name in self.tables else self.derived[name]

    def recording(self, subject: Subject) -> Table | None:
        """Give the table that records a subject, or none."""
        return next((table for table in self.tables.values() if table.records == subject), None)
