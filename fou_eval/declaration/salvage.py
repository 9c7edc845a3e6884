"""Keep the sound parts of a declaration that has flaws, so that they can be checked in the same run."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.faults import Flaw
from fou_eval.declaration.instruments import InstrumentsFile
from fou_eval.declaration.model_flaws import Model, fit
from fou_eval.declaration.plan import Plan
from fou_eval.declaration.study_file import StudyFile

_COLLECTIONS = {"columns", "rules", "waves", "domains", "instruments", "primary"}
_TEXT = {"sv": "-", "en": "-"}


def sound_table(data: Mapping[str | int, Any], flaws: Iterable[Flaw]) -> Table | None:
    """Give a table without its flawed columns and rules, or none when too little is left."""
    columns = data.get("columns")
    names = tuple(str(name) for name in columns) if isinstance(columns, dict) else ()
    stand_ins = {"table": "x", "label": _TEXT, "row": _TEXT, "key": names}
    kept = _kept(data, flaws)
    rules = data.get("rules", ())
    if isinstance(rules, tuple) and names:
        # Rules keep their places, since messages find their lines by place; a flawed one becomes a harmless one.
        bad = {flaw.path[1] for flaw in flaws if flaw.path[:1] == ("rules",) and len(flaw.path) > 1}
        kept["rules"] = tuple(
            _harmless(place, names) if place in bad else rule for place, rule in enumerate(rules)
        )
    return fit(Table, {**stand_ins, **kept})[0]


def sound_study(data: Mapping[str | int, Any], flaws: Iterable[Flaw]) -> StudyFile | None:
    """Give study.yaml without its flawed waves and domains, or none when too little is left."""
    stand_ins = {"study": "x", "version": "-", "title": _TEXT, "language": "sv"}
    return _sound(StudyFile, data, flaws, stand_ins)


def sound_plan(
    data: Mapping[str | int, Any], flaws: Iterable[Flaw], waves: tuple[str, ...] | None
) -> Plan | None:
    """Give plan.yaml without what is flawed, or none when too little is left."""
    contrast = {"before": waves[0], "after": waves[-1]} if waves and len(waves) > 1 else None
    stand_ins = {"contrast": contrast, "primary": {}, "seed": 0, "fixed_on": date.min}
    return _sound(Plan, data, flaws, stand_ins)


def sound_instruments(data: Mapping[str | int, Any], flaws: Iterable[Flaw]) -> InstrumentsFile | None:
    """Give instruments.yaml without its flawed instruments."""
    return _sound(InstrumentsFile, data, flaws, {"instruments": {}})


def _sound(
    model: type[Model], data: Mapping[str | int, Any], flaws: Iterable[Flaw], stand_ins: Mapping[str, Any]
) -> Model | None:
    return fit(model, {**stand_ins, **_kept(data, flaws)})[0]


def _kept(data: Mapping[str | int, Any], flaws: Iterable[Flaw]) -> dict[str | int, Any]:
    kept = dict(data)
    for flaw in flaws:
        path = flaw.path if flaw.key is None else (*flaw.path, flaw.key)
        if not path:
            continue
        inner = kept.get(path[0])
        if path[0] in _COLLECTIONS and isinstance(inner, dict) and len(path) > 1:
            kept[path[0]] = {key: value for key, value in inner.items() if key != path[1]}
        elif path[0] != "rules" or len(path) == 1:
            kept.pop(path[0], None)
    return kept


def _harmless(place: int, names: tuple[str, ...]) -> dict[str, Any]:
    rule = {"id": f" {place}", "rule": "constant_within", "columns": names[:1], "within": names[0]}
    return {**rule, "message": _TEXT}
