"""A study that has passed intake, and the one door to it: if you hold a `Study`, it is valid."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.coverage import window_notes
from fou_eval.declaration import Codebook, Declaration, Indicator, Language, Plan, read_declaration
from fou_eval.design import text_html
from fou_eval.editions import cut, day_of, due
from fou_eval.errors import DataError
from fou_eval.intake.door import read_data
from fou_eval.intake.front import refuse_persons
from fou_eval.intake.issue import Issue
from fou_eval.intake.persons.identifiers import may_be_shown
from fou_eval.language import phrase
from fou_eval.matching import Measured, arrange, match
from fou_eval.statistics.pairs import Pairs
from fou_eval.windows import families_of, measured_frames

_MOST_SHOWN = 20  # faults that a refusal lists
# A character that stands in no cell, so that joined ids cannot be mistaken for each other.
_BETWEEN_PARTS = "\x1f"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Study:
    """Declarations and data that fit each other.

    Attributes
    ----------
    declaration
        Codebook, plan, instruments and their fingerprints.
    tables
        Typed rows by table; declared columns only, free text left out, and the tables that measures make of them.
        Use `table(name)` for a copy.
    reasons
        By table, the cells that hold a declared missing code: row, column, code.
    issues
        What intake noticed and let pass: warnings and information.
    synthetic
        Whether the data say of themselves that they are made up.
    cut_off
        Day after which everything was left out, in an interim edition; see `until`.
    family_of_person
        Family id of each person id, from every table that holds both.
    family_numbers
        Number of each family in `Pairs`: its place among the sorted family ids.
    due
        Which of these families had reached which wave by the last day of the data, shape (families, waves).
    """

    declaration: Declaration
    tables: Mapping[str, pd.DataFrame]
    reasons: Mapping[str, pd.DataFrame]
    issues: tuple[Issue, ...]
    synthetic: bool
    cut_off: date | None = None
    family_of_person: Mapping[str, str] = field(init=False, repr=False)
    family_numbers: Mapping[str, int] = field(init=False, repr=False)
    due: NDArray[np.bool_] = field(init=False, repr=False)
    # The values of each indicator, arranged when they are first asked for; the tables never change.
    _arranged: dict[str, Measured] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Find every family and the family of every person, once."""
        families: set[str] = set()
        persons: dict[str, str] = {}
        for name, table in self.codebook.tables.items():
            family, person = table.with_role("family_id"), table.with_role("person_id")
            if family:
                families.update(self.tables[name][family].dropna())
            if family and person:
                known = self.tables[name][[person, family]].dropna()
                persons.update(zip(known[person], known[family], strict=True))
        made = measured_frames(self.codebook, self.tables, persons)
        object.__setattr__(self, "tables", MappingProxyType({**self.tables, **made}))
        numbers = {family: number for number, family in enumerate(sorted(families))}
        object.__setattr__(self, "family_of_person", MappingProxyType(persons))
        object.__setattr__(self, "family_numbers", MappingProxyType(numbers))
        object.__setattr__(self, "due", due(self.codebook, self.tables, list(numbers)))

    @property
    def notes(self) -> pd.DataFrame:
        """What intake noticed and what windows do not cover: severity, rule, table, sheet, cell, column, message."""
        names = ["severity", "rule", "table", "sheet", "cell", "column", "message"]
        every = (*self.issues, *window_notes(self.codebook, self.tables))
        return pd.DataFrame([[getattr(issue, name) for name in names] for issue in every], columns=names)

    @property
    def codebook(self) -> Codebook:
        """Tables, columns, domains and waves as declared."""
        return self.declaration.codebook

    @property
    def plan(self) -> Plan:
        """What was decided before looking."""
        return self.declaration.plan

    def table(self, name: str) -> pd.DataFrame:
        """Give a copy of the rows of one table."""
        return self.tables[name].copy()

    def measured(self, indicator: Indicator) -> Measured:
        """Give the values of an indicator: one row per unit, one column per wave; arranged once, and read-only."""
        if indicator.name not in self._arranged:
            self._arranged[indicator.name] = self._arrange(indicator)
        return self._arranged[indicator.name]

    def _arrange(self, indicator: Indicator) -> Measured:
        table = self.codebook.table(indicator.table)
        frame = self.tables[indicator.table]
        waves = {wave: place for place, wave in enumerate(self.codebook.waves)}
        exposure = indicator.column.exposure
        return arrange(
            units=self.unit_ids(indicator.table),
            family=np.asarray(
                families_of(table, frame, self.family_of_person).map(self.family_numbers), dtype=np.float64
            ),
            wave=np.asarray(frame[table.with_role("wave")].map(waves), dtype=np.float64),
            value=_numbers(indicator, frame[indicator.name]).to_numpy(np.float64),
            exposure=frame[exposure].to_numpy(np.float64) if exposure else np.ones(len(frame)),
            waves=tuple(waves),
            due=self.due,
        )

    def until(self, day: date | str) -> "Study":
        """Give the study as it stood on a day: the interim edition, in which everything dated later is left out.

        The same file gives the same edition later, whatever has been added since. It is marked as preliminary, with
        the day, wherever it is shown. `notes` says what could not be dated and stands as it does in the file.

        Parameters
        ----------
        day
            The cut-off, such as ``date(2016, 11, 30)`` or ``"2016-11-30"``; what is dated on it stays.

        Raises
        ------
        DataError
            If it is no day, lies after the last day of the data or before any family entered, or if the declarations
            leave no room for what goes on, such as an end that must be filled in.
        """
        last = day_of(day, self.codebook.language)
        filed = {name: self.tables[name] for name in self.codebook.tables}
        left = cut(self.codebook, filed, self.reasons, self.family_of_person, last)
        codebook = replace(self.codebook, data_until=last, status="preliminary")
        return Study(
            declaration=replace(self.declaration, codebook=codebook),
            tables=left.tables,
            reasons=left.reasons,
            issues=(*self.issues, *left.notes),
            synthetic=self.synthetic,
            cut_off=last,
        )

    def unit_ids(self, table: str) -> NDArray[np.object_]:
        """Give the id of the unit of every row of a table: of its family, its person, or its goal of either."""
        frame, columns = self.tables[table], self.codebook.table(table).unit_columns()
        if len(columns) == 1:
            return frame[columns[0]].to_numpy(object)
        parts = zip(*(frame[column].astype(str) for column in columns), strict=True)
        return np.array([_BETWEEN_PARTS.join(part) for part in parts], dtype=object)

    def pairs(self, indicator: str, *, before: str | None = None, after: str | None = None) -> Pairs:
        """Match before and after of one indicator by id.

        Parameters
        ----------
        indicator
            Name of a declared outcome.
        before, after
            Codes of the two waves; those of the plan's contrast when left out.

        Raises
        ------
        DeclarationError
            If there is no such indicator; says which name may have been meant.
        """
        found = self.codebook.indicator(indicator)
        contrast = self.plan.contrast
        return match(
            found, self.measured(found), before=before or contrast.before, after=after or contrast.after
        )

    def __repr__(self) -> str:
        """Describe the study as a methods section would begin; no value, no id."""
        waves, domains = len(self.codebook.waves), len(self.codebook.domains)
        outcomes = sum(1 for _ in self.codebook.indicators())
        return (
            f"{self.codebook.title[self.codebook.language]}: {len(self.family_numbers)} families, "
            f"{waves} waves, {domains} domains, {outcomes} indicators"
            f"{f', until {self.cut_off}' if self.cut_off else ''}"
            f"{', synthetic data' if self.synthetic else ''}; {len(self.issues)} notes from intake"
        )

    def _repr_html_(self) -> str:
        return text_html([repr(self)], language="en")


def open_study(
    folder: str | Path, *, data: str | Path | None = None, until: date | str | None = None
) -> Study:
    """Open a study: read its declarations and data, and refuse what does not fit.

    Parameters
    ----------
    folder
        The study's declarations: study.yaml, plan.yaml, tables/.
    data
        Workbook, csv file or folder of files; the study's own `data:` when left out.
    until
        The cut-off of an interim edition, such as ``date(2016, 11, 30)``; see `Study.until`.

    Raises
    ------
    DeclarationError
        If a declaration is wrong; names file and line.
    DataError
        If the data hold an error or an identifier; lists all of them at their addresses. If there is no edition of
        that day.
    """
    declaration = read_declaration(Path(folder))
    path = Path(data) if data is not None else own_data(declaration, Path(folder))
    return study_of(declaration, path, until=until)


def study_of(declaration: Declaration, path: Path, *, until: date | str | None = None) -> Study:
    """Open a study whose declarations have been read; as `open_study`.

    Parameters
    ----------
    declaration
        What is declared.
    path
        Workbook, csv file or folder of files.
    until
        The cut-off of an interim edition.

    Raises
    ------
    DataError
        If the data hold an error or an identifier; lists all of them at their addresses.
    """
    intake = read_data(path, declaration)
    serious = [issue for issue in intake.issues if issue.severity in {"stop", "error"}]
    if serious:
        name = path.name if may_be_shown(path.stem) else None
        raise DataError(_refusal(name, serious, declaration.codebook.language))
    whole = Study(
        declaration=declaration,
        tables=intake.tables,
        reasons=intake.reasons,
        issues=intake.issues,
        synthetic=intake.synthetic,
    )
    refuse_persons(declaration.codebook, {*whole.family_numbers, *whole.family_of_person})
    return whole if until is None else whole.until(until)


def own_data(declaration: Declaration, folder: Path) -> Path:
    """Find the data that a study names as its own.

    Raises
    ------
    DataError
        If it names none.
    """
    if declaration.codebook.data is None:
        raise DataError(
            f"{folder.name}/study.yaml names no data file. Add `data:` there, or say which file with --data."
        )
    return folder / declaration.codebook.data


def _numbers(indicator: Indicator, values: pd.Series) -> pd.Series:
    codes = indicator.column.values() if indicator.column.type == "code" else None
    return (values.map(codes) if codes else values).astype(np.float64)


def _refusal(name: str | None, serious: list[Issue], language: Language) -> str:
    shown = [f"  {_address(issue, language)}: {issue.message}" for issue in serious[:_MOST_SHOWN]]
    count = sum(issue.stands_for for issue in serious)
    left = sum(issue.stands_for for issue in serious[_MOST_SHOWN:])
    more = [f"  {phrase('refusal.more', language, {'count': left})}"] if left else []
    head = phrase("refusal.head" if name else "refusal.head.plain", language, {"name": name, "count": count})
    return "\n".join([head, *shown, *more])


def _address(issue: Issue, language: Language) -> str:
    row = phrase("issue.row", language, {"row": issue.row}) if issue.row is not None else None
    place = issue.cell or row or issue.column
    return "!".join(part for part in (issue.sheet, place) if part) or phrase("check.whole_file", language)
