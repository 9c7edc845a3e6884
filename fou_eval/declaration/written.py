"""Declarations written out in one form only: what is declared, without comments, layout or the place of the data."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

Contents = Mapping[str, Mapping[str | int, Any]]


def content_of(name: str, data: Mapping[str | int, Any]) -> Mapping[str | int, Any]:
    """Give what a file declares; where the data lie is nothing that is declared of them.

    Parameters
    ----------
    name
        Name of the file relative to the study folder.
    data
        What was read from it.
    """
    return {key: value for key, value in data.items() if (name, key) != ("study.yaml", "data")}


def written(content: Mapping[Any, Any]) -> str:
    r"""Write mappings, lists and scalars as YAML 1.2 in one form: every text quoted, two spaces, no comments.

    Keys keep their order, which is that of the report. What is read from the text is what was written.

    Examples
    --------
    >>> print(written({"max": 10, "codes": {0: "nej: aldrig"}, "key": ("a", "b"), "only": {}}), end="")
    "max": 10
    "codes":
      0: "nej: aldrig"
    "key":
      - "a"
      - "b"
    "only": {}
    """
    return "".join(f"{line}\n" for line in _lines(content))


def fingerprint_of(content: Mapping[str | int, Any]) -> str:
    """Give the SHA-256 of what a file declares, as `written`: comments and layout do not count."""
    return sha256(written(content).encode()).hexdigest()


def _lines(value: Mapping[str | int, Any] | Sequence[Any], indent: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _item(f"{indent}{_scalar(key)}:", inner, indent)
    else:
        for inner in value:
            yield from _item(f"{indent}-", inner, indent)


def _item(head: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, (Mapping, tuple, list)):
        if value:
            yield head
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{head} {'{}' if isinstance(value, Mapping) else '[]'}"
    else:
        yield f"{head} {_scalar(value)}"


def _scalar(value: object) -> str:
    """Write a scalar so that the strict reader gives the same one back; JSON text is YAML in double quotes."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if value is None:
        return "null"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (bool, int, float)):
        return json.dumps(value)
    return json.dumps(str(value), ensure_ascii=False)
