"""Read and check the declarations of a study: every fault of every file, in one error."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from fou_eval.declaration.codebook import Codebook, Table
from fou_eval.declaration.faults import Document, Fault, refuse
from fou_eval.declaration.instruments import Instrument
from fou_eval.declaration.judging import CLAIMS, INSTRUMENTS, PLAN, STUDY, Parts, judge
from fou_eval.declaration.own_files import Files, contents_of, file_faults, files_beside, files_in, is_own
from fou_eval.declaration.plan import Plan
from fou_eval.declaration.strict_yaml import parse_strictly, read_strictly
from fou_eval.declaration.written import Contents, content_of, fingerprint_of, written
from fou_eval.errors import DeclarationError, did_you_mean

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """Everything declared of a study, checked: whoever holds one can rely on it.

    Attributes
    ----------
    codebook, plan, instruments
        The declared study.
    contents
        What each file declares, as plain data, by its name relative to the folder; without the place of the data.
    """

    codebook: Codebook
    plan: Plan
    instruments: Mapping[str, Instrument]
    contents: Contents

    @property
    def fingerprints(self) -> Mapping[str, str]:
        """Give the SHA-256 of what each file declares, whatever its comments and layout, in hexadecimal."""
        return {name: fingerprint_of(content) for name, content in self.contents.items()}

    @property
    def text(self) -> str:
        """Give all files as one text, which `read_written` reads."""
        return written(self.contents)


def read_declaration(folder: Path) -> Declaration:
    """Read study.yaml, plan.yaml, tables/*.yaml and, if they are there, instruments.yaml and claims.yaml of a folder.

    With them the files that `report` of study.yaml names.

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
    files, faulty = files_beside(folder, documents.get(STUDY))
    return _declared(documents, files, [*faults, *faulty])


def read_written(text: str, name: str) -> Declaration:
    """Read the declarations that `Declaration.text` wrote, as strictly as any others.

    Parameters
    ----------
    text
        All files as one text.
    name
        What messages call it.

    Raises
    ------
    DeclarationError
        If the text is not as it was written.
    """
    whole = parse_strictly(text.encode(), name)
    refuse(whole.faults)
    misplaced = [str(key) for key, content in whole.data.items() if not isinstance(content, dict)]
    refuse(Fault(name, whole.line((key,)), f"'{key}' holds no keys.") for key in misplaced)
    documents = {
        str(key): parse_strictly(written(content).encode(), str(key)) for key, content in whole.data.items()
    }
    beside = {name: documents.pop(name) for name in [*documents] if is_own(name)}
    return _declared(documents, *files_in(beside, documents.get(STUDY)))


def _declared(documents: Mapping[str, Document], files: Files, faults: list[Fault]) -> Declaration:
    parts, judged = judge(documents)
    refuse([*faults, *judged, *file_faults(files)])
    declared = {name: content_of(name, document.data) for name, document in documents.items()}
    return Declaration(
        codebook=_codebook(parts, files),
        plan=_there(parts.plan),
        instruments=parts.instruments,
        contents={**declared, **contents_of(files)},
    )


def _codebook(parts: Parts, files: Files) -> Codebook:
    study = _there(parts.study)
    return Codebook(
        study=study.study,
        version=study.version,
        title=study.title,
        language=study.language,
        waves=study.waves,
        domains=study.domains,
        tables=_in_order(study.tables, parts.tables),
        data=study.data,
        data_until=study.data_until,
        topics=study.topics,
        status=study.status,
        project=study.project,
        claims=parts.claims.claims if parts.claims else {},
        sources=parts.claims.sources if parts.claims else {},
        front=study.report,
        files=files,
    )


def _in_order(order: tuple[str, ...], tables: Mapping[str, Table]) -> dict[str, Table]:
    """Give the tables by name: those that study.yaml lists first, in its order."""
    by_name = {table.table: table for table in tables.values()}
    return {name: by_name[name] for name in (*order, *(name for name in by_name if name not in order))}


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
    wanted = [STUDY, PLAN, *(name for name in (INSTRUMENTS, CLAIMS) if name in present)]
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
