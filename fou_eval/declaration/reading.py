"""Read and check the declarations of a study: every fault of every file, in one error."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from fou_eval.declaration.codebook import Codebook
from fou_eval.declaration.faults import Document, Fault, refuse
from fou_eval.declaration.instruments import Instrument
from fou_eval.declaration.judging import INSTRUMENTS, PLAN, STUDY, Parts, judge
from fou_eval.declaration.plan import Plan
from fou_eval.declaration.strict_yaml import read_strictly
from fou_eval.errors import DeclarationError, did_you_mean

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """Everything declared of a study, checked: whoever holds one can rely on it.

    Attributes
    ----------
    codebook, plan, instruments
        The declared study.
    folder
        Folder of the declarations.
    fingerprints
        SHA-256 in hexadecimal of each file, by its name relative to the folder.
    """

    codebook: Codebook
    plan: Plan
    instruments: Mapping[str, Instrument]
    folder: Path
    fingerprints: Mapping[str, str]


def read_declaration(folder: Path) -> Declaration:
    """Read study.yaml, plan.yaml, tables/*.yaml and, if there is one, instruments.yaml of a folder.

    Parameters
    ----------
    folder
        Folder of one study.

    Raises
    ------
    DeclarationError
        If anything is wrong; lists every fault of every file as ``file:line: what, expected, remedy``.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise DeclarationError(
            f"{folder.name}: there is no such folder. Give the folder that holds study.yaml."
        )
    documents, faults = _documents(folder)
    parts, judged = judge(documents)
    refuse([*faults, *judged])
    return Declaration(
        codebook=_codebook(parts),
        plan=_there(parts.plan),
        instruments=parts.instruments,
        folder=folder,
        fingerprints={name: document.fingerprint for name, document in documents.items()},
    )


def _codebook(parts: Parts) -> Codebook:
    study = _there(parts.study)
    return Codebook(
        study=study.study,
        version=study.version,
        title=study.title,
        language=study.language,
        waves=study.waves,
        domains=study.domains,
        tables={table.table: table for table in parts.tables.values()},
        data=study.data,
    )


def _there(part: Part | None) -> Part:
    if part is None:
        raise DeclarationError("study.yaml and plan.yaml are needed, and one of them cannot be read.")
    return part


def _documents(folder: Path) -> tuple[dict[str, Document], list[Fault]]:
    """Read every declaration, the tables in the order of their names; say what is missing or misnamed."""
    present = sorted(file.name for file in folder.iterdir() if not file.name.startswith("."))
    inside = folder / "tables"
    tables = sorted(f"tables/{file.name}" for file in inside.iterdir()) if inside.is_dir() else []
    tables = [name for name in tables if not name.startswith("tables/.")]
    wanted = [STUDY, PLAN, *([INSTRUMENTS] if INSTRUMENTS in present else [])]
    faults = [
        Fault(name, 1, f"the file is missing in folder {folder.name}.{did_you_mean(name, present)}")
        for name in wanted
        if name not in present
    ]
    faults += [_misnamed(name) for name in [*present, *tables] if name.endswith(".yml")]
    found = [name for name in wanted if name in present] + [name for name in tables if name.endswith(".yaml")]
    if not any(name in tables for name in found):
        faults.append(Fault("tables", 1, "no table is declared. Add one file per table: tables/<name>.yaml."))
    return {name: read_strictly(folder / name, name) for name in found}, faults


def _misnamed(name: str) -> Fault:
    return Fault(
        name, 1, f"the name of the file ends in .yml. Rename it to {name.removesuffix('.yml')}.yaml."
    )
