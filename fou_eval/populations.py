"""Which families the numbers of a study rest on, for the ledger to compare."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Literal

import numpy as np

from fou_eval.declaration import Indicator, Table
from fou_eval.declaration.records import RECORDED
from fou_eval.estimates import Population
from fou_eval.matching import Measured
from fou_eval.participants import answered
from fou_eval.records import rows_behind
from fou_eval.study import Study
from fou_eval.windows import families_of
from fou_eval.windows.around import half_years

_IDS = {"family_id", "person_id"}


def populations(study: Study) -> Iterator[Population]:
    """Give the families behind the numbers of participants, and behind every level and change of every indicator.

    Levels are those of the two waves of the contrast, on the units that have both; changes are those from entry to
    each later wave, on those of these units that were measured there. Those who left are compared at entry with those
    who stayed, so they are a set of their own. Ids leave as digests alone.
    """
    yield from _participants(study)
    yield from _recorded(study)
    yield from _counted_rows(study)
    names = sorted(study.family_numbers)
    for indicator in study.codebook.indicators():
        yield from _of(study, indicator, names)


def _participants(study: Study) -> Iterator[Population]:
    """Give those enrolled, and those measured at each wave; a family is told apart by its number of persons."""
    persons = dict.fromkeys(study.family_numbers, 0)
    for family in study.family_of_person.values():
        persons[family] += 1
    yield _counted(persons, (), "enrolled")
    for wave, here in answered(study).groupby("wave", sort=False):
        persons = {
            str(family): int(count) for family, count in here.groupby("family")["person"].nunique().items()
        }
        yield _counted(persons, (str(wave),), "measured")


def _recorded(study: Study) -> Iterator[Population]:
    """Give the families with rows in each table of records, told apart by all that the rows hold."""
    for table in study.codebook.tables.values():
        if table.records is None or not RECORDED[table.records].of_families:
            continue
        frame = study.tables[table.table]
        whose = families_of(table, frame, study.family_of_person).to_numpy(object)
        own = [name for name, column in table.columns.items() if name in frame and column.role not in _IDS]
        told = [repr(row).encode() for row in frame[own].astype(object).to_numpy(object).tolist()]
        rows: dict[str, list[bytes]] = {}
        for family, row in zip(whose, told, strict=True):
            if isinstance(family, str):
                rows.setdefault(family, []).append(row)
        for family, covered in _covered(study, table):
            rows.setdefault(family, []).append(covered)
        yield Population(
            outcome="",
            waves=(table.table,),
            families=tuple(sorted(_digest(sorted(each)) for each in rows.values())),
            ids=tuple(sorted(_digest([family.encode()]) for family in rows)),
            group="records",
        )


def _counted_rows(study: Study) -> Iterator[Population]:
    """Give for each count of records the family of every row that it counts, as often as it has one."""
    names = sorted(study.family_numbers)
    digests = {place: _digest([name.encode()]) for place, name in enumerate(names)}
    for number, family in rows_behind(study):
        rows = tuple(sorted(digests[place] for place in family.tolist()))
        yield Population(outcome="", waves=number, families=rows, ids=rows, group="numbers")


def _covered(study: Study, table: Table) -> Iterator[tuple[str, bytes]]:
    """Give which half-years around its entry the data cover of each family, where services are told by half-year.

    A later edition may add half-years of one family whose rows are as they were, or that has none.
    """
    half = half_years(study.codebook, study.tables, table) if table.records == "services" else None
    if half is not None:
        for family, covered in zip(half.families, half.covered, strict=True):
            yield str(family), covered.tobytes()


def _counted(
    persons: Mapping[str, int], waves: tuple[str, ...], group: Literal["enrolled", "measured"]
) -> Population:
    return Population(
        outcome="",
        waves=waves,
        families=tuple(sorted(_digest([str(count).encode()]) for count in persons.values())),
        ids=tuple(sorted(_digest([family.encode()]) for family in persons)),
        group=group,
    )


def _of(study: Study, indicator: Indicator, names: Sequence[str]) -> Iterator[Population]:
    contrast, measured = study.plan.contrast, study.measured(indicator)
    here, there = (~np.isnan(measured.at(wave)) for wave in (contrast.before, contrast.after))
    own = measured.of(here & there)
    left = measured.of(measured.left(contrast.before, contrast.after))
    for wave in (contrast.before, contrast.after):
        yield _population(indicator.name, own, (wave,), names)
    for wave in measured.waves[measured.waves.index(contrast.before) + 1 :]:
        yield _population(indicator.name, own.of(~np.isnan(own.at(wave))), (contrast.before, wave), names)
    yield _population(indicator.name, left, (contrast.before,), names, "left")


def _population(
    outcome: str,
    measured: Measured,
    waves: tuple[str, ...],
    names: Sequence[str],
    group: Literal["pairs", "left"] = "pairs",
) -> Population:
    places = [measured.waves.index(wave) for wave in waves]
    values = np.hstack([measured.value[:, places], measured.exposure[:, places]]) + 0.0  # no -0.0
    answers: dict[int, list[bytes]] = {}
    units: dict[int, list[bytes]] = {}
    for family, unit, row in zip(measured.family.tolist(), measured.units.tolist(), values, strict=True):
        answers.setdefault(family, []).append(row.astype("<f8").tobytes())
        units.setdefault(family, []).append(unit.encode())
    return Population(
        outcome=outcome,
        waves=waves,
        families=tuple(sorted(sha256(b"".join(sorted(each))).digest() for each in answers.values())),
        ids=tuple(sorted(_digest([names[family].encode(), *sorted(each)]) for family, each in units.items())),
        group=group,
    )


def _digest(parts: Sequence[bytes]) -> bytes:
    """Give one SHA-256 of several texts, each with its length, so that none runs into the next."""
    return sha256(b"".join(len(part).to_bytes(4, "big") + part for part in parts)).digest()
