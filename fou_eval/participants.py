"""Who took part: families and persons enrolled, measured at each wave, and why values are missing."""

from collections import Counter
from collections.abc import Iterator, Mapping

import pandas as pd

from fou_eval.declaration import Table
from fou_eval.estimates import Estimate
from fou_eval.study import Study

UNSTATED = "unstated"  # stands for the code where nobody wrote down why
NOT_DUE = "not_due"  # stands for the code of a family that had not reached the wave when the data ended


def participants(study: Study) -> Iterator[Estimate]:
    """Count families and persons enrolled and measured, wave by wave, with the declared reasons for missing values.

    A family is measured at a wave when at least one outcome of the family or of one of its persons has a value. A
    family that is not is counted under one reason, the one that the codebook declares first among those given for it,
    or under none stated; so the reasons of a wave add up to the families missing there. Where none was given and the
    family had not reached the wave by the last day of the data, it is not missing but not due, and is counted apart.
    """
    enrolled, persons = study.family_numbers, _persons(study)
    yield _count("families_enrolled", len(enrolled), len(enrolled))
    if persons:
        yield _count("persons_enrolled", len(persons), len(enrolled))
    answers = answered(study)
    missing, order = _reasons(study), _declared(study)
    for place, wave in enumerate(study.codebook.waves):
        here = answers[answers["wave"] == wave]
        families = here["family"].nunique()
        rest = len(enrolled) - families
        yield _at("families_at_wave", wave, families, families, rest)
        if persons:
            yield _at("persons_at_wave", wave, here["person"].dropna().nunique(), families, rest)
        absent = [family for family in enrolled if family not in set(here["family"])]
        given = missing[missing["wave"] == wave].groupby("family")["code"].agg(set).to_dict()
        waiting = {family for family, number in enrolled.items() if not study.due[number, place]}
        reasons = Counter(
            _one_reason(given.get(family, set()), order, NOT_DUE if family in waiting else UNSTATED)
            for family in absent
        )
        for code in (*order, UNSTATED, NOT_DUE):
            if reasons[code]:
                yield _at("missing_reason", f"{wave}:{code}", reasons[code], reasons[code], None)


def _persons(study: Study) -> Mapping[str, str]:
    """Give the family of each person; none where the table that lists them was not delivered.

    Persons who happen to stand in other tables would be counted as if they were all.
    """
    for name, table in study.codebook.tables.items():
        lists = {table.columns[column].role for column in table.key} == {"person_id"}
        if lists and table.records == "persons" and study.tables[name].empty:
            return {}
    return study.family_of_person


def _declared(study: Study) -> tuple[str, ...]:
    """Give every missing code of an outcome, in the order in which the codebook declares them."""
    columns = (column for table in study.codebook.tables.values() for column in table.columns.values())
    codes = (str(code) for column in columns if column.role == "outcome" for code in column.missing_codes)
    return tuple(dict.fromkeys(codes))


def _one_reason(given: set[str], order: tuple[str, ...], otherwise: str) -> str:
    return next((code for code in order if code in given), otherwise)


def _count(statistic: str, value: int, families: int) -> Estimate:
    return Estimate(statistic=statistic, scale="count", value=float(value), n=value, n_families=families)


def _at(statistic: str, category: str, value: int, families: int, rest: int | None) -> Estimate:
    wave = category.split(":", maxsplit=1)[0]
    return Estimate(
        statistic=statistic,
        category=category,
        scale="count",
        wave_before=wave,
        wave_after=wave,
        value=float(value),
        n=value,
        n_families=families,
        families_in=families,
        families_out=rest,
    )


def answered(study: Study) -> pd.DataFrame:
    """Give family, person (none in tables of families) and wave of every row with a value of some outcome."""
    parts = [pd.DataFrame({"family": [], "person": [], "wave": []}, dtype=object)]
    for name, table in study.codebook.tables.items():
        outcomes = [column for column, declared in table.columns.items() if declared.role == "outcome"]
        if outcomes and table.with_role("wave"):
            rows = _who(study, name, table)
            parts.append(rows[study.tables[name][outcomes].notna().any(axis=1)])
    return pd.concat(parts, ignore_index=True)


def _reasons(study: Study) -> pd.DataFrame:
    parts = [pd.DataFrame({"family": [], "wave": [], "code": []}, dtype=object)]
    for name, table in study.codebook.tables.items():
        coded = study.reasons[name]
        outcomes = {column for column, declared in table.columns.items() if declared.role == "outcome"}
        coded = coded[coded["column"].isin(outcomes)]
        if len(coded) and table.with_role("wave"):
            rows = _who(study, name, table).loc[coded["row"].to_numpy(), ["family", "wave"]]
            parts.append(rows.assign(code=coded["code"].to_numpy()))
    return pd.concat(parts, ignore_index=True)


def _who(study: Study, name: str, table: Table) -> pd.DataFrame:
    frame = study.tables[name]
    family, person = table.with_role("family_id"), table.with_role("person_id")
    return pd.DataFrame(
        {
            "family": frame[family] if family else frame[person].map(study.family_of_person),
            "person": frame[person] if person else None,
            "wave": frame[table.with_role("wave")],
        },
        dtype=object,
    )
