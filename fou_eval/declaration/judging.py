"""Judge all files of a study together: what they declare, and every fault in them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Any
from unicodedata import normalize

from fou_eval.declaration.check_front import front_flaws
from fou_eval.declaration.check_records import claim_flaws, project_flaws, record_flaws
from fou_eval.declaration.check_study import instrument_flaws, plan_flaws, repeated_outcomes, study_flaws
from fou_eval.declaration.check_tables import table_flaws
from fou_eval.declaration.codebook import Column, Table
from fou_eval.declaration.faults import Document, Fault, Flaw, step_into
from fou_eval.declaration.instruments import Instrument, InstrumentsFile, inherit
from fou_eval.declaration.known import Known, names
from fou_eval.declaration.model_flaws import Model, fit
from fou_eval.declaration.plan import Plan
from fou_eval.declaration.project import ClaimsFile
from fou_eval.declaration.salvage import sound_instruments, sound_plan, sound_study, sound_table
from fou_eval.declaration.study_file import StudyFile

STUDY, PLAN, INSTRUMENTS, CLAIMS = "study.yaml", "plan.yaml", "instruments.yaml", "claims.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a study declares, as far as it can be read.

    Attributes
    ----------
    study, plan, instruments, claims
        The declared parts; None or empty where nothing could be read.
    tables
        Tables by the name of their file.
    """

    study: StudyFile | None
    plan: Plan | None
    instruments: Mapping[str, Instrument]
    tables: Mapping[str, Table]
    claims: ClaimsFile | None = None


def judge(documents: Mapping[str, Document]) -> tuple[Parts, tuple[Fault, ...]]:
    """Check the form of every file, then the files against each other.

    Parameters
    ----------
    documents
        Files by name relative to the study folder.

    Returns
    -------
    tuple
        The declared parts and every fault; without faults all parts are there.
    """
    faults = [fault for document in documents.values() for fault in document.faults]
    parts = _parts(documents, faults)
    known = _known(documents, parts)
    faults += [documents[name].fault(flaw) for name, flaw in _cross_flaws(documents, parts, known)]
    return parts, tuple(faults)


def _parts(documents: Mapping[str, Document], faults: list[Fault]) -> Parts:
    """Fit every file to its model and add the flaws of form; of a file with flaws, keep what is sound."""
    waves = names(documents.get(STUDY), "waves")
    file = _fitted(documents.get(INSTRUMENTS), InstrumentsFile, sound_instruments, faults)
    measures = file.instruments if file is not None else {}
    tables: dict[str, Table] = {}
    for name in _tables(documents):
        table = _fitted(documents[name], Table, sound_table, faults)
        if table is not None:
            tables[name] = inherit(table, measures)
    return Parts(
        study=_fitted(documents.get(STUDY), StudyFile, sound_study, faults),
        plan=_fitted(documents.get(PLAN), Plan, partial(sound_plan, waves=waves), faults),
        instruments=measures,
        tables=tables,
        claims=_fitted(documents.get(CLAIMS), ClaimsFile, _nothing, faults),
    )


def _nothing(data: Mapping[str | int, Any], flaws: list[Flaw]) -> None:
    """Keep nothing of a file with flaws of form: what was said is not looked up from elsewhere."""


def _fitted(
    document: Document | None,
    model: type[Model],
    sound: Callable[[dict[str | int, Any], list[Flaw]], Model | None],
    faults: list[Fault],
) -> Model | None:
    if document is None or not document.complete:
        return None
    found, flaws = fit(model, document.data)
    faults += [document.fault(flaw) for flaw in flaws]
    return found or sound(document.data, flaws)


def _tables(documents: Mapping[str, Document]) -> list[str]:
    return [name for name in documents if name not in {STUDY, PLAN, INSTRUMENTS, CLAIMS}]


def _known(documents: Mapping[str, Document], parts: Parts) -> Known:
    declared = {
        _declared_name(documents[name]): names(documents[name], "columns") for name in _tables(documents)
    }
    file = documents.get(INSTRUMENTS)
    return Known(
        waves=names(documents.get(STUDY), "waves"),
        domains=names(documents.get(STUDY), "domains"),
        topics=names(documents.get(STUDY), "topics") or (),
        instruments=names(file, "instruments") if file is not None else (),
        columns=declared,
        measures=parts.instruments,
        tables={table.table: table for table in parts.tables.values()},
    )


def _declared_name(document: Document) -> str:
    name = document.data.get("table")
    return name if isinstance(name, str) else _stem(document.name)


def _stem(name: str) -> str:
    return normalize("NFC", PurePosixPath(name).stem)


def _cross_flaws(documents: Mapping[str, Document], parts: Parts, known: Known) -> Iterator[tuple[str, Flaw]]:
    if parts.study is not None:
        yield from ((STUDY, flaw) for flaw in study_flaws(parts.study, known))
    if parts.study is not None and parts.study.report is not None:
        found = front_flaws(parts.study.report, known)
        yield from ((STUDY, flaw._replace(path=("report", *flaw.path))) for flaw in found)
    if parts.plan is not None:
        outcomes, columns = _outcomes(documents, parts), _every_column(documents, parts)
        yield from ((PLAN, flaw) for flaw in plan_flaws(parts.plan, known, outcomes, columns))
    yield from ((INSTRUMENTS, flaw) for flaw in instrument_flaws(parts.instruments))
    files = {id(table): name for name, table in parts.tables.items()}
    for name, table in parts.tables.items():
        yield from ((name, flaw) for flaw in table_flaws(table, known))
    if parts.study is not None and all(names(documents[name], "columns") for name in _tables(documents)):
        tables = tuple(parts.tables.values())
        yield from ((STUDY, flaw) for flaw in project_flaws(parts.study.project, tables))
        yield from ((files[id(table)], flaw) for table, flaw in record_flaws(tables, parts.study))
        if parts.claims is not None:
            yield from ((CLAIMS, flaw) for flaw in claim_flaws(parts.claims, tables))
    for table, flaw in repeated_outcomes(tuple(parts.tables.values())):
        yield files[id(table)], flaw
    yield from _name_flaws(documents)


def _name_flaws(documents: Mapping[str, Document]) -> Iterator[tuple[str, Flaw]]:
    seen: dict[str, str] = {}
    for name in _tables(documents):
        own = documents[name].data.get("table")
        if not isinstance(own, str):
            continue
        if own in seen:
            yield (
                name,
                Flaw(("table",), f"table '{own}' is also declared in {seen[own]}. Rename one of them."),
            )
        elif own != _stem(name):
            yield (
                name,
                Flaw(
                    ("table",),
                    f"expected '{_stem(name)}', the name of the file, found '{own}'. Make them equal.",
                ),
            )
        seen.setdefault(own, name)


def _outcomes(documents: Mapping[str, Document], parts: Parts) -> dict[str, str | None] | None:
    """Map every outcome to its domain; None for what cannot be known because of other faults."""
    found: dict[str, str | None] = {}
    for name in _tables(documents):
        document = documents[name]
        columns = document.data.get("columns")
        if not document.complete or not isinstance(columns, dict):
            return None
        sound = parts.tables[name].columns if name in parts.tables else {}
        for column, declared in columns.items():
            whole = sound.get(str(column))
            if whole is None or whole.role == "outcome":
                found[str(column)] = whole.domain if whole is not None else None
            elif step_into(declared, "domain") is not None:
                found[str(column)] = None  # the role is missing, which is said at the column
        if name in parts.tables:
            found |= {made: measure.domain for made, measure in parts.tables[name].measures.items()}
    return found


def _every_column(documents: Mapping[str, Document], parts: Parts) -> dict[str, list[Column]] | None:
    """Collect the sound columns of each name over all tables; None when a file cannot be read."""
    found: dict[str, list[Column]] = {}
    for name in _tables(documents):
        declared = names(documents[name], "columns")
        if declared is None:
            return None
        sound = parts.tables[name].columns if name in parts.tables else {}
        for column in declared:
            found.setdefault(column, []).extend([sound[column]] if column in sound else [])
    return found
