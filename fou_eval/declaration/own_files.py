"""The files of the report's own front: found beside study.yaml, read, checked, and written with the declarations."""

import re
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from fou_eval.declaration.check_front import name_flaw
from fou_eval.declaration.faults import Document, Fault, Flaw
from fou_eval.declaration.front import Front
from fou_eval.declaration.logo import plain_png, png_fault, svg_faults, svg_words
from fou_eval.declaration.model_flaws import fit
from fou_eval.declaration.prose import Part, read_prose, unseen
from fou_eval.declaration.text import Language
from fou_eval.errors import did_you_mean

Files = Mapping[str, bytes]
Piece = tuple[str, Language | None, str]
"""Where words stand, their language where they have one, and the words."""
REPORT = "report"
_LARGEST = {".md": 40_000, ".svg": 200_000, ".png": 500_000}


def is_own(name: str) -> bool:
    """Say whether a file among the declarations is one of the report's own front, and no YAML.

    Examples
    --------
    >>> is_own("report/foreword.sv.md"), is_own("tables/families.yaml")
    (True, False)
    """
    return not name.endswith(".yaml")


def files_beside(folder: Path, study: Document | None) -> tuple[dict[str, bytes], list[Fault]]:
    """Read the files that `report` of study.yaml names; nothing outside the folder of the study is opened.

    Parameters
    ----------
    folder
        Folder of the study.
    study
        study.yaml as read; where its block has faults of form, nothing is read.
    """
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    front = _front(study)
    for path, name, endings in front.files() if front is not None else ():
        if name in files or name_flaw(name, endings):  # the names themselves are judged with study.yaml
            continue
        content = _read(folder, name)
        if isinstance(content, bytes):
            files[name] = content
        elif study is not None:
            faults.append(
                content if isinstance(content, Fault) else study.fault(Flaw((REPORT, *path), content))
            )
    return files, faults


def _front(study: Document | None) -> Front | None:
    data = study.data.get(REPORT) if study is not None else None
    return fit(Front, data)[0] if data is not None else None


def _read(folder: Path, name: str) -> bytes | str | Fault:
    """Give the content of a file; or what is wrong with its name, or with itself."""
    file, ending = folder / name, PurePosixPath(name).suffix
    try:
        if not file.resolve().is_relative_to(folder.resolve()):
            return f"'{name}' leads out of the folder of the study. Put the file itself into the folder."
        if not file.is_file():
            beside = [each.name for each in file.parent.iterdir()] if file.parent.is_dir() else []
            hint = did_you_mean(file.name, beside)
            return f"there is no file '{name}' in folder {folder.name}.{hint}"
        if file.stat().st_size > _LARGEST[ending]:
            return f"'{name}' is larger than {_LARGEST[ending] // 1000} kB. Shorten or simplify it."
        raw = file.read_bytes()
    except (OSError, ValueError, RuntimeError):
        return f"'{name}' cannot be opened. Check that it is a file you may read."
    return _one_form(raw, name)


def _one_form(raw: bytes, name: str) -> bytes | Fault:
    """Give text in one spelling and with one kind of line ends, and a picture without what nobody sees in it."""
    if name.endswith(".png"):
        return plain_png(raw) or raw
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Fault(name, line, "the file is not UTF-8 text. Save it again with the encoding UTF-8.")
    text = unicodedata.normalize("NFC", re.sub(r"\r\n?", "\n", text))
    hidden = unseen(text)
    if hidden is not None:
        return Fault(
            name, hidden, "an invisible character stands here. Delete the words around it and type them anew."
        )
    return text.encode()


def file_faults(files: Files) -> Iterator[Fault]:
    """Give what is wrong inside the files."""
    for name, content in files.items():
        if name.endswith(".png"):
            yield from png_fault(content, name)
        elif name.endswith(".svg"):
            yield from svg_faults(content.decode(), name)
        else:
            yield from read_prose(content.decode(), name)[1]


def contents_of(files: Files) -> dict[str, Mapping[str | int, Any]]:
    """Give the files as plain data beside the other declarations: texts and drawings as text, pictures as base64."""
    return {
        name: {"base64": b64encode(content).decode()} if name.endswith(".png") else {"text": content.decode()}
        for name, content in files.items()
    }


def file_of(content: Mapping[str | int, Any]) -> bytes | None:
    """Give a file as `contents_of` wrote it; none if it was not written so.

    Examples
    --------
    >>> file_of(contents_of({"a.md": b"Thanks."})["a.md"]), file_of({"tables": ()})
    (b'Thanks.', None)
    """
    key, value = next(iter(content.items()), ("", None))
    if len(content) != 1 or not isinstance(value, str) or key not in {"text", "base64"}:
        return None
    try:
        return value.encode() if key == "text" else b64decode(value, validate=True)
    except ValueError:
        return None


def files_in(
    documents: Mapping[str, Document], study: Document | None
) -> tuple[dict[str, bytes], list[Fault]]:
    """Take the files out of declarations that were written as one text, as strictly as from a folder."""
    front = _front(study)
    named = {name for _, name, _ in front.files()} if front is not None else set()
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    for name, document in documents.items():
        content = file_of(document.data)
        told = _one_form(content, name) if content is not None and name in named else None
        if isinstance(told, bytes) and told == content and len(told) <= _LARGEST[PurePosixPath(name).suffix]:
            files[name] = told
        else:
            faults.append(Fault(name, 1, "this is no file of the report's own front as it was written."))
    missing = sorted(name for name in named if name not in documents)
    return files, faults + [Fault(name, 1, "the file is missing.") for name in missing]


def own_pieces(front: Front | None, files: Files) -> Iterator[Piece]:
    """Go through every word of the report's own front, with the file and line in which it stands."""
    if front is not None:
        for path, language, text in front.words():
            keys = (f"#{part + 1}" if isinstance(part, int) else part for part in path)
            yield f"study.yaml: {'.'.join((REPORT, *keys))}", language, text
        yield from file_pieces(front, files)


def file_pieces(front: Front | None, files: Files) -> Iterator[Piece]:
    """Go through the words of the files that the report's own front names: texts, and what a drawing carries unseen."""
    named = [(name, path[-1]) for path, name, _ in front.files()] if front is not None else []
    for name, key in dict.fromkeys(named):  # a text may stand in several places
        if name.endswith(".md"):
            language: Language = "sv" if key == "sv" else "en"
            for line, text in lines_of(parts_in(files, name)):
                yield f"{name}:{line}", language, text
        elif name.endswith(".svg"):
            yield from ((f"{name}:{line}", None, text) for line, text in svg_words(files[name].decode()))


def parts_in(files: Files, name: str) -> tuple[Part, ...]:
    """Give the parts of one text."""
    return read_prose(files[name].decode(), name)[0]


def lines_of(parts: tuple[Part, ...]) -> Iterator[tuple[int, str]]:
    """Give the words of every passage, and the line in which it begins."""
    for part in parts:
        for passage in part.passages:
            yield passage.line, passage.text
            yield from ((passage.line, run.to) for run in passage.runs if run.to)
