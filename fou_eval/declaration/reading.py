"""Read and check the declarations of a study: every fault of every file, in one error."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fou_eval.declaration.codebook import Codebook, Table
from fou_eval.declaration.faults import Document, Fault, refuse
from fou_eval.declaration.instruments import Instrument, InstrumentsFile, inherit
from fou_eval.declaration.model_flaws import fit
from fou_eval.declaration.plan import Plan
from fou_eval.declaration.strict_yaml import read_strictly
from fou_eval.declaration.study_file import StudyFile
from fou_eval.errors import DeclarationError, did_you_mean


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
    faults += [fault for document in documents.values() for fault in document.faults]
    refuse(faults)
    parts = {}
    for name, document in documents.items():
        kind = {"study.yaml": StudyFile, "plan.yaml": Plan, "instruments.yaml": InstrumentsFile}.get(
            name, Table
        )
        parts[name], flaws = fit(kind, document.data)
        faults += [document.fault(flaw) for flaw in flaws]
    refuse(faults)
    study, plan = parts["study.yaml"], parts["plan.yaml"]
    file = parts.get("instruments.yaml")
    instruments = file.instruments if isinstance(file, InstrumentsFile) else {}
    if not isinstance(study, StudyFile) or not isinstance(plan, Plan):
        raise DeclarationError("impossible")
    tables = [inherit(part, instruments) for part in parts.values() if isinstance(part, Table)]
    codebook = Codebook(
        study=study.study,
        version=study.version,
        title=study.title,
        language=study.language,
        waves=study.waves,
        domains=study.domains,
        tables={table.table: table for table in tables},
        data=study.data,
    )
    return Declaration(
        codebook=codebook,
        plan=plan,
        instruments=instruments,
        folder=folder,
        fingerprints={name: sha256((folder / name).read_bytes()).hexdigest() for name in documents},
    )


def _documents(folder: Path) -> tuple[dict[str, Document], list[Fault]]:
    present = sorted(file.name for file in folder.iterdir() if file.is_file())
    faults = [
        Fault(name, 1, f"the file is missing.{did_you_mean(name, present)}")
        for name in ("study.yaml", "plan.yaml")
        if name not in present
    ]
    tables = sorted(file.name for file in (folder / "tables").glob("*.yaml"))
    found = [name for name in ("study.yaml", "plan.yaml", "instruments.yaml") if name in present]
    found += [f"tables/{name}" for name in tables]
    return {name: read_strictly(folder / name, name) for name in found}, faults
