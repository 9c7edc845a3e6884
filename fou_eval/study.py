"""A study that has passed intake, and the one door to it: if you hold a `Study`, it is valid."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Codebook, Declaration, Indicator, Plan, read_declaration
from fou_eval.errors import DataError
from fou_eval.intake.door import read_data
from fou_eval.intake.issue import Issue
from fou_eval.statistics.pairs import Pairs


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Study:
    """Declarations and data that fit each other.

    Attributes
    ----------
    declaration
        Codebook, plan, instruments and their fingerprints.
    tables
        Typed rows by table; declared columns only, free text left out. Use `table(name)` for a copy.
    reasons
        By table, the cells that hold a declared missing code: row, column, code.
    issues
        What intake noticed and let pass: warnings and information.
    synthetic
        Whether the data say of themselves that they are made up.
    """

    declaration: Declaration
    tables: Mapping[str, pd.DataFrame]
    reasons: Mapping[str, pd.DataFrame]
    issues: tuple[Issue, ...]
    synthetic: bool

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

    def family_of_persons(self) -> pd.Series:
        """Map each person id to its family id, from every table that holds both."""
        parts = []
        for name, table in self.codebook.tables.items():
            family, person = table.with_role("family_id"), table.with_role("person_id")
            if family and person:
                known = self.tables[name][[person, family]].dropna()
                parts.append(pd.Series(known[family].to_numpy(), index=known[person].to_numpy()))
        joined = pd.concat(parts) if parts else pd.Series(dtype=object)
        return joined[~joined.index.duplicated()]

    def families(self) -> NDArray[np.object_]:
        """Give every family id that occurs, sorted; a family's place in it is its number in `Pairs`."""
        found = [
            self.tables[name][column].dropna()
            for name, table in self.codebook.tables.items()
            if (column := table.with_role("family_id"))
        ]
        return np.asarray(sorted(set(pd.concat(found))) if found else [], dtype=object)

    def measured(self, indicator: Indicator) -> pd.DataFrame:
        """Give the non-missing values of an indicator: one row per unit and wave.

        Returns
        -------
        pandas.DataFrame
            Columns unit (id), family (number, see `families`), wave (code), value (float) and exposure
            (float; 1 where none is declared), sorted by unit and wave so that row order in the file
            never reaches a number.
        """
        table = self.codebook.tables[indicator.table]
        frame = self.tables[indicator.table]
        unit = table.with_role("person_id" if indicator.unit == "person" else "family_id")
        family = _families_of_rows(self, frame, table.with_role("family_id"), table.with_role("person_id"))
        exposure = indicator.column.exposure
        rows = pd.DataFrame(
            {
                "unit": frame[unit],
                "family": pd.Categorical(family, categories=self.families()).codes.astype(np.int64),
                "wave": frame[table.with_role("wave")],
                "value": _numbers(indicator, frame[indicator.name]),
                "exposure": frame[exposure] if exposure else 1.0,
            }
        )
        usable = rows["value"].notna() & rows["exposure"].gt(0) & rows["wave"].notna()
        return rows[usable].sort_values(["unit", "wave"], kind="stable", ignore_index=True)

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
        first, last = before or self.plan.contrast.before, after or self.plan.contrast.after
        return match(found, self.measured(found), before=first, after=last)

    def __repr__(self) -> str:
        """Describe the study as a methods section would begin; no value, no id."""
        waves, domains = len(self.codebook.waves), len(self.codebook.domains)
        outcomes = sum(1 for _ in self.codebook.indicators())
        return (
            f"{self.codebook.title[self.codebook.language]}: {len(self.families())} families, "
            f"{waves} waves, {domains} domains, {outcomes} indicators"
            f"{', synthetic data' if self.synthetic else ''}; {len(self.issues)} notes from intake"
        )

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self))}</p>"


def open_study(folder: str | Path, *, data: str | Path | None = None) -> Study:
    """Open a study: read its declarations and data, and refuse what does not fit.

    Parameters
    ----------
    folder
        The study's declarations: study.yaml, plan.yaml, tables/.
    data
        Workbook, csv file or folder of files; the study's own `data:` when left out.

    Raises
    ------
    DeclarationError
        If a declaration is wrong; names file and line.
    DataError
        If the data hold an error or an identifier; lists all of them at their addresses.
    """
    declaration = read_declaration(Path(folder))
    path = Path(data) if data is not None else _own_data(declaration, Path(folder))
    intake = read_data(path, declaration)
    serious = [issue for issue in intake.issues if issue.severity in {"stop", "error"}]
    if serious:
        raise DataError(_refusal(path.name, serious))
    return Study(
        declaration=declaration,
        tables=intake.tables,
        reasons=intake.reasons,
        issues=intake.issues,
        synthetic=intake.synthetic,
    )


def match(indicator: Indicator, measured: pd.DataFrame, *, before: str, after: str) -> Pairs:
    """Match the measured values of an indicator at two waves by unit; count who has only one of them."""
    first = measured[measured["wave"] == before].set_index("unit", verify_integrity=True)
    last = measured[measured["wave"] == after].set_index("unit", verify_integrity=True)
    both = first.index.intersection(last.index, sort=True)
    counts = indicator.kind == "count"
    return Pairs(
        before=first.loc[both, "value"].to_numpy(np.float64),
        after=last.loc[both, "value"].to_numpy(np.float64),
        family=first.loc[both, "family"].to_numpy(np.int64),
        better=indicator.better,
        resolution=_resolution(indicator),
        exposure_before=first.loc[both, "exposure"].to_numpy(np.float64) if counts else None,
        exposure_after=last.loc[both, "exposure"].to_numpy(np.float64) if counts else None,
        before_only=len(first) - len(both),
        after_only=len(last) - len(both),
    )


def fingerprint(study: Study, table: str) -> str:
    """Give the SHA-256 of a table's typed content, whatever its row order and file format.

    The rows are sorted by their text, written as comma-separated text in declared column order with dates as
    YYYY-MM-DD and numbers in their shortest exact form, followed by the declared missing codes in use.
    """
    frame = study.tables[table].reset_index(drop=True)
    reasons = study.reasons[table]
    marked = frame.astype(object).where(frame.notna(), "")
    for row, column, code in reasons[["row", "column", "code"]].itertuples(index=False):
        marked.loc[row, column] = f"missing:{code}"
    lines = marked.to_csv(index=False, header=False, lineterminator="\n", date_format="%Y-%m-%d").splitlines()
    content = "\n".join([",".join(frame.columns), *sorted(lines), ""])
    return sha256(content.encode()).hexdigest()


def _own_data(declaration: Declaration, folder: Path) -> Path:
    if declaration.codebook.data is None:
        raise DataError(
            f"{folder.name}/study.yaml names no data file. Add `data:` there, or say which file with --data."
        )
    return folder / declaration.codebook.data


def _families_of_rows(study: Study, frame: pd.DataFrame, family: str | None, person: str | None) -> pd.Series:
    if family is not None:
        return frame[family]
    return frame[person].map(study.family_of_persons())


def _numbers(indicator: Indicator, values: pd.Series) -> pd.Series:
    codes = indicator.column.values()
    if indicator.column.type == "code" and codes:
        return values.map(codes).astype(np.float64)
    return values.astype(np.float64)


def _resolution(indicator: Indicator) -> float | None:
    if indicator.column.resolution is not None:
        return indicator.column.resolution
    return 1.0 if indicator.column.type in {"integer", "code", "boolean"} else None


def _refusal(name: str, serious: list[Issue]) -> str:
    shown = [f"  {_address(issue)}: {issue.message}" for issue in serious[:20]]
    more = (
        [f"  ... and {len(serious) - 20} more; `fou-eval check` lists them all."] if len(serious) > 20 else []
    )
    head = f"{name} cannot be used yet: {len(serious)} fault{'s' if len(serious) > 1 else ''}."
    return "\n".join([head, *shown, *more])


def _address(issue: Issue) -> str:
    place = issue.cell or (f"row {issue.row}" if issue.row is not None else issue.column or "the file")
    return f"{issue.sheet}!{place}" if issue.sheet else place
