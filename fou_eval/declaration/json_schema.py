"""JSON Schemas of the declarations, from the same models that check them, so that editors can help."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.instruments import InstrumentsFile
from fou_eval.declaration.plan import Plan
from fou_eval.declaration.project import ClaimsFile
from fou_eval.declaration.study_file import StudyFile

FILES: Mapping[str, type[BaseModel]] = {
    "study": StudyFile,
    "plan": Plan,
    "table": Table,
    "instruments": InstrumentsFile,
    "claims": ClaimsFile,
}


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of one kind of file.

    Examples
    --------
    >>> json_schema(Plan)["properties"]["multiplicity"]["enum"]
    ['maxt', 'holm', 'bh', 'none']
    """
    schema = _plain(model.model_json_schema(by_alias=True))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def schema_texts() -> dict[str, str]:
    """Give the text of every schema file by its name, such as ``study.schema.json``."""
    return {
        f"{name}.schema.json": json.dumps(json_schema(model), indent=1, ensure_ascii=False) + "\n"
        for name, model in FILES.items()
    }


def write_schemas(folder: Path) -> None:
    """Write every schema file into a folder, which is made when it does not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _plain(node: Any, *, names: bool = False) -> Any:
    """Leave out generated titles, null (no key may be left empty) and all but the first line of a description.

    Under `properties` and `$defs` the keys are names of the dialect, never words of JSON Schema.
    """
    if isinstance(node, list):
        return [_plain(item) for item in node if item != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    plain = {}
    for key, value in node.items():
        if names:
            plain[key] = _plain(value)
        elif key == "description":
            plain[key] = " ".join(value.split("\n\n")[0].split())
        elif key not in {"title", "examples"} and not (key == "default" and value is None):
            plain[key] = _plain(value, names=key in {"properties", "$defs", "patternProperties"})
    alone = plain.get("anyOf")
    return {**alone[0], **_without(plain, "anyOf")} if not names and alone and len(alone) == 1 else plain


def _without(node: dict[str, Any], word: str) -> dict[str, Any]:
    return {key: value for key, value in node.items() if key != word}
