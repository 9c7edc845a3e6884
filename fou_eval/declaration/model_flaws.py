"""Translate what pydantic finds into plain sentences with a remedy."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from fou_eval.declaration.faults import Flaw, Path, step_into
from fou_eval.errors import did_you_mean

Model = TypeVar("Model", bound=BaseModel)

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "date_type": "a date such as 2015-01-15",
    "date_from_datetime_inexact": "a date such as 2015-01-15",
    "tuple_type": "a list such as [a, b]",
    "dict_type": "keys with values, such as {key: value}",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
}
_SHAPES = {*_EXPECTED, "literal_error", "too_short"}
_BOUNDS = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
}


def fit(model: type[Model], data: Any) -> tuple[Model | None, list[Flaw]]:
    """Check data against a model: the model or nothing, and every flaw.

    Parameters
    ----------
    model
        What the data should be.
    data
        Data of a strict YAML file, lists as tuples.
    """
    try:
        found, flaws = model.model_validate(data), []
    except ValidationError as error:
        found, flaws = None, list(_flaws(model, data, error.errors(include_url=False)))
    told = {flaw.path for flaw in flaws}
    empty = [
        Flaw(path, "nothing is written after the colon. Write a value, or remove the key.")
        for path in _empty(data)
        if path not in told
    ]
    return (None if empty else found), flaws + empty


def _empty(data: Any, path: Path = ()) -> Iterator[Path]:
    """Give the paths at which nothing is written; a key left empty is a thought left unfinished."""
    if data is None:
        yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, tuple) else ()
    for key, value in inner:
        yield from _empty(value, (*path, key))


def _flaws(model: type[BaseModel], data: Any, errors: Iterable[ErrorDetails]) -> Iterator[Flaw]:
    by_path: dict[Path, list[ErrorDetails]] = {}
    for error in errors:
        by_path.setdefault(_path(data, error), []).append(error)
    for path, found in by_path.items():
        # A value that fits one of two declared shapes is judged as that shape alone.
        deeper = any(len(other) > len(path) and other[: len(path)] == path for other in by_path)
        if not (deeper and all(error["type"] in _SHAPES for error in found)):
            yield _sentence(model, path, found)


def _path(data: Any, error: ErrorDetails) -> Path:
    """Give the key path of an error: the location without the names of tried types."""
    path: list[str | int] = []
    here = data
    for part in error["loc"]:
        inner = step_into(here, part)
        if inner is not None or (isinstance(here, dict) and part in here):
            path.append(part)
            here = inner
    return (*path, error["loc"][-1]) if error["type"] == "missing" else tuple(path)


def _sentence(model: type[BaseModel], path: Path, found: list[ErrorDetails]) -> Flaw:
    error = found[0]
    kind, key = error["type"], path[-1] if path else ""
    if kind == "missing":
        return Flaw(path[:-1], f"key '{key}' is missing. {_advice(model, path)}")
    if kind == "extra_forbidden":
        known = [name for option in _options_at(model, path[:-1]) for name in _keys(option)]
        hint = did_you_mean(str(key), known)
        return Flaw(path[:-1], f"unknown key '{key}'. Expected one of: {', '.join(known)}.{hint}", key)
    if "[key]" in error["loc"]:
        return Flaw(path[:-1], _not_a_name(key), key)
    return Flaw(path, _about_value(model, path, found))


def _about_value(model: type[BaseModel], path: Path, found: list[ErrorDetails]) -> str:
    error = found[0]
    kind, value = error["type"], error["input"]
    if kind == "string_pattern_mismatch":
        return _not_a_name(value)
    if kind in _BOUNDS:
        name, words = _BOUNDS[kind]
        return f"expected {words} {str(error['ctx'][name]).removesuffix('.0')}, found {value}."
    if kind == "string_too_short":
        return "the text is empty. Write something between the quotes."
    if kind == "too_short":
        return "nothing is listed. Expected at least one."
    return _mismatch(model, path, value, found)


def _mismatch(model: type[BaseModel], path: Path, value: Any, found: list[ErrorDetails]) -> str:
    choices = [word for error in found for word in _choices(error)]
    expected = [_EXPECTED.get(error["type"], "") for error in found if not _choices(error)]
    shapes = [option for option in _options_at(model, path) if _keys(option)]
    expected = [_shape(shapes[0]) if word == "keys with values" and shapes else word for word in expected]
    words = [*dict.fromkeys(word for word in expected if word), *(f"'{word}'" for word in choices)]
    if "a number" in words:
        words = [word for word in words if word != "a whole number"]
    wanted = f"expected {_either(words)}" if words else "this value cannot be used here"
    hint = did_you_mean(value, choices) if isinstance(value, str) else ""
    return f"{wanted}, found {_describe(value)}.{hint}{_remedy(value, expected)}"


def _choices(error: ErrorDetails) -> list[str]:
    return re.findall(r"'([^']*)'", error["ctx"]["expected"]) if error["type"] == "literal_error" else []


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _describe(value: Any) -> str:
    """Say what was found; long values are not repeated."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"the text '{value}'" if len(value) <= 40 else "a long text"
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, tuple):
        return "a list"
    return f"the date {value}" if isinstance(value, date) else f"the number {value}"


def _remedy(value: Any, expected: list[str]) -> str:
    if "text" in expected and value is not None and not isinstance(value, (dict, tuple)):
        return f' Put it in quotes: "{_describe(value).split()[-1]}".'
    if isinstance(value, str) and re.fullmatch(r"[-+]?\d+,\d+", value):
        return " Write a point, not a comma, between units and decimals."
    if isinstance(value, str) and any("list" in word for word in expected):
        return f" Write [{value}]." if len(value) <= 40 else " Put it in brackets: [ ]."
    return ""


def _not_a_name(word: Any) -> str:
    return (
        f"'{word}' is not a name. Use letters, digits and _, beginning with a letter; "
        "names of tables, columns and domains have small letters only."
    )


def _advice(model: type[BaseModel], path: Path) -> str:
    """Give the description and the example of the key at a path."""
    for option in _options_at(model, path[:-1]):
        for name, field in option.model_fields.items() if _keys(option) else ():
            if path[-1] in (name, field.alias):
                example = (field.examples or ["..."])[0]
                return f"{field.description} Example: {path[-1]}: {example}"
    return ""


def _shape(model: type[BaseModel]) -> str:
    needed = [field.alias or name for name, field in model.model_fields.items() if field.is_required()]
    return "{" + ", ".join(f"{name}: ..." for name in needed or _keys(model)[:1]) + "}"


def _keys(option: Any) -> list[str]:
    """Give the keys of a model as they are written, or none for anything that is not a model."""
    if isinstance(option, type) and issubclass(option, BaseModel):
        return [field.alias or name for name, field in option.model_fields.items()]
    return []


def _options_at(model: type[BaseModel], path: Path) -> list[Any]:
    """Give the types that are declared for the value at a path."""
    options: list[Any] = [model]
    for part in path:
        options = [inner for option in options for inner in _inside(option, part)]
    return options


def _inside(option: Any, part: str | int) -> list[Any]:
    if _keys(option):
        fields = option.model_fields.items()
        return [
            kind for name, field in fields if part in (name, field.alias) for kind in _flat(field.annotation)
        ]
    if get_origin(option) is dict:
        return _flat(get_args(option)[1])
    return _flat(get_args(option)[0]) if get_origin(option) is tuple else []


def _flat(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Annotated:
        return _flat(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return [kind for option in get_args(annotation) for kind in _flat(option)]
    return [annotation]
