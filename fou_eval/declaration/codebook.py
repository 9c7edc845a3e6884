"""What a study may contain: tables, columns, domains and waves, as declared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from fou_eval.declaration.text import Declared, Language, Text
from fou_eval.errors import DeclarationError, did_you_mean

ColumnType = Literal["text", "integer", "number", "date", "month", "code", "boolean"]
Role = Literal[
    "family_id", "person_id", "wave", "quasi_identifier", "outcome", "exposure", "date", "free_text", "context"
]
Kind = Literal["scale", "ordinal", "count", "binary", "ladder"]
Better = Literal["higher", "lower", "neither"]
RuleKind = Literal[
    "not_before",
    "constant_within",
    "increasing_within",
    "no_overlap_within",
    "exists_in",
    "sum_at_most",
    "only_when",
    "at_most",
]
Name = Annotated[str, Field(pattern=r"^[a-zåäö][a-zåäö0-9_]*$")]
CodeKey = str | int  # codes are compared as text; YAML may give them as whole numbers
Limit = int | float | date


class Code(Text):
    """One code of a column: its label in two languages and the spellings that are accepted for it."""

    accept: tuple[str, ...] = ()


class Step(Code):
    """One step of a ladder; `groups` names the class it belongs to in each coarser view, finest first."""

    groups: tuple[str, ...] = ()


class Class(Text):
    """One class of a declared merge: values from `start` up to and including `end`, or the listed codes."""

    start: int | float | None = Field(default=None, alias="from")
    end: int | float | None = Field(default=None, alias="to")
    codes: tuple[CodeKey, ...] = ()


class MeaningfulChange(Declared):
    """The smallest change that matters, in the indicator's unit, and who says so."""

    value: float = Field(gt=0)
    source: str = Field(min_length=1)


class Reliability(Declared):
    """A published reliability; without one no reliable-change index is computed."""

    value: float = Field(gt=0, lt=1)
    kind: Literal["test-retest", "internal", "inter-rater"]
    source: str = Field(min_length=1)


class Norm(Declared):
    """Mean and standard deviation of a reference population, and their source."""

    mean: float
    sd: float = Field(gt=0)
    source: str = Field(min_length=1)


class Column(Declared):
    """One column of a table: how it is written, what it means and what may be done with it."""

    label: Text
    type: ColumnType
    required: bool = False
    pattern: str | None = None
    example: str | None = None
    aliases: tuple[str, ...] = ()
    codes: dict[CodeKey, Code] | Literal["waves"] | None = None
    min: Limit | None = None
    max: Limit | None = None
    unit: Text | None = None
    resolution: float | None = Field(default=None, gt=0)
    role: Role = "context"
    sensitive: bool = False
    missing_codes: dict[CodeKey, Text] = Field(default_factory=dict)
    only_when: dict[str, tuple[CodeKey, ...]] = Field(default_factory=dict)
    domain: str | None = None
    kind: Kind | None = None
    better: Better | None = None
    exposure: str | None = None
    steps: dict[CodeKey, Step] | None = None
    groups: dict[str, Text] = Field(default_factory=dict)
    classes: tuple[tuple[Class, ...], ...] = ()
    rater: str | None = None
    meaningful_change: MeaningfulChange | None = None
    reliability: Reliability | None = None
    norm: Norm | None = None
    instrument: str | None = None


    def values(self) -> dict[str, float]:
        """Map each code, step or truth value to the number that is analysed: its place in the declared order.

        Codes and steps that are whole numbers keep them; a column of plain numbers has no such map.
        """
        keys = list(self.steps or (self.codes if isinstance(self.codes, dict) else {}))
        if keys and all(isinstance(key, int) for key in keys):
            return {str(key): float(key) for key in keys}
        return {str(key): float(place) for place, key in enumerate(keys)}

    def partitions(self) -> tuple["Partition", ...]:
        """Give the declared views of the column in classes, finest first: its steps, then each coarser merge."""
        finest = [(str(code), step, (str(code),)) for code, step in (self.steps or {}).items()]
        views = [Partition(level=0, cells=tuple(Cell(f"0:{c}", label, codes) for c, label, codes in finest))]
        for depth in range(min((len(step.groups) for step in (self.steps or {}).values()), default=0)):
            views.append(_grouped(self, depth))
        for place, classes in enumerate(self.classes):
            cells = tuple(_class_cell(f"{place + 1}:{i}", item) for i, item in enumerate(classes))
            views.append(Partition(level=place + 1, cells=cells))
        return tuple(view for view in views if view.cells)


@dataclass(frozen=True, slots=True)
class Cell:
    """One class of a view: how estimates name it, its label, and the codes or the range of values in it."""

    category: str
    label: Text
    codes: tuple[str, ...] = ()
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """One view of a column in classes; `level` 0 is the finest."""

    level: int
    cells: tuple[Cell, ...]


def _grouped(column: Column, depth: int) -> Partition:
    members: dict[str, list[str]] = {}
    for code, step in (column.steps or {}).items():
        members.setdefault(step.groups[depth], []).append(str(code))
    level = depth + 1
    cells = tuple(Cell(f"{level}:{name}", column.groups[name], tuple(codes)) for name, codes in members.items())
    return Partition(level=level, cells=cells)


def _class_cell(category: str, item: Class) -> Cell:
    return Cell(category, item, tuple(str(code) for code in item.codes), item.start, item.end)


class Rule(Declared):
    """A rule across rows or columns; what each kind reads is written in the README of the dialect."""

    id: str = Field(min_length=1)
    rule: RuleKind
    columns: tuple[str, ...] = Field(min_length=1)
    within: str | None = None
    order_by: str | None = None
    table: str | None = None
    limit: float | None = None
    when: dict[str, tuple[CodeKey, ...]] = Field(default_factory=dict)
    message: Text


class Table(Declared):
    """One table: what a row is, which columns tell rows apart, its columns and its rules."""

    table: Name
    label: Text
    row: Text
    key: tuple[str, ...] = Field(min_length=1)
    unknown_columns: Literal["error", "drop_with_warning"] = "error"
    columns: dict[Name, Column] = Field(min_length=1)
    rules: tuple[Rule, ...] = ()

    def with_role(self, role: Role) -> str | None:
        """Name the first column with a role, or none."""
        return next((name for name, column in self.columns.items() if column.role == role), None)


class Wave(Declared):
    """A measurement occasion: its label, its months since entry, and other spellings of its code."""

    label: Text
    months: int | float = Field(ge=0)
    accept: tuple[str, ...] = ()


class Domain(Declared):
    """An area of life in which change is sought."""

    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One declared outcome: the column, the table that holds it, and who is measured."""

    name: str
    table: str
    column: Column
    unit: Literal["family", "person"]

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
    """

    study: str
    version: str
    title: Text
    language: Language
    waves: Mapping[str, Wave]
    domains: Mapping[str, Domain]
    tables: Mapping[str, Table]
    data: str | None = None

    def indicators(self) -> Iterator[Indicator]:
        """Give every outcome, by domain in report order and within it as declared."""
        for domain in self.domains:
            for table in self.tables.values():
                unit: Literal["family", "person"] = "person" if "person_id" in _roles(table) else "family"
                for name, column in table.columns.items():
                    if column.role == "outcome" and column.domain == domain:
                        yield Indicator(name=name, table=table.table, column=column, unit=unit)

    def indicator(self, name: str) -> Indicator:
        """Look an indicator up by name.

        Raises
        ------
        DeclarationError
            If no outcome has that name; says which name may have been meant.
        """
        known = {indicator.name: indicator for indicator in self.indicators()}
        if name not in known:
            raise DeclarationError(f"'{name}' is not an indicator of {self.study}.{did_you_mean(name, known)}")
        return known[name]


def _roles(table: Table) -> set[str]:
    return {table.columns[name].role for name in table.key if name in table.columns}
