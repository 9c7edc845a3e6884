"""Without a release nothing about a study is drawn, laid out or written, and a release is made by the gate alone."""

import ast
import copy
import dataclasses
import gc
import inspect
import pickle
from collections.abc import Callable
from math import isfinite
from pathlib import Path

import pytest
from planted import write_study

import fou_eval as fou
from fou_eval import figures, tables
from fou_eval.disclosure.release import SEAL, Release
from fou_eval.errors import DisclosureError
from fou_eval.estimates import Estimate, Estimates
from fou_eval.report import write_report

PACKAGE = Path(fou.__file__).parent
CLOSED = {
    "study",
    "change",
    "intake",
    "evidence",
    "matching",
    "participants",
    "exposed",
    "populations",
    "entry",
}
"""Rooms with values of families, which what shows a release must not know."""
NO_STUDY = {
    "figures.calibration": "shows simulated data sets",
    "figures.power": "shows simulated data sets",
    "tables.statistic_name": "names a statistic",
    "tables.counted": "writes a number of families beside its word",
    "tables.code_label": "names a code of the declarations",
    "tables.codes_in_line": "names codes of the declarations",
    "tables.shown": "says of one released row whether it holds a number",
    "tables.reason": "says why one released row does not",
}
"""Public functions that take no release, and why they need none."""


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Estimates:
    return fou.measure_change(fou.open_study(write_study(tmp_path_factory.mktemp("gate") / "study")))


@pytest.fixture(scope="module")
def release(change: Estimates) -> Release:
    return fou.release(change)


def doors() -> dict[str, Callable[..., object]]:
    """Every public function that shows something."""
    found: dict[str, Callable[..., object]] = {"report.write_report": write_report}
    for name, room in (("figures", figures), ("tables", tables)):
        public = {key: getattr(room, key) for key in dir(room) if not key.startswith("_")}
        found |= {
            f"{name}.{key}": value
            for key, value in public.items()
            if inspect.isfunction(value) and value.__module__.startswith("fou_eval")
        }
    return found


def test_every_public_function_that_shows_something_takes_a_release() -> None:
    without = {
        name
        for name, function in doors().items()
        if next(iter(inspect.signature(function).parameters.values())).annotation not in (Release, "Release")
    }
    assert without == set(NO_STUDY)


@pytest.mark.parametrize("room", ["figures", "tables", "report", "documents"])
def test_what_shows_a_release_knows_no_values(room: str) -> None:
    known = set()
    for path in (PACKAGE / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("fou_eval"):
                parts = (node.module or "").split(".")
                known |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
                known |= {alias.name for alias in node.names if alias.name == "Estimates"}
    assert known & (CLOSED | {"Estimates"}) == set()


def test_only_the_gate_holds_the_seal() -> None:
    holders = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if {"SEAL", "_Seal"}
        & {node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name)}
        and "intake" not in path.parts
    }
    assert holders == {"disclosure/gate.py", "disclosure/release.py"}


@pytest.mark.parametrize("name", sorted(set(doors()) - set(NO_STUDY)))
def test_estimates_are_refused_with_a_word_on_what_to_do(
    name: str, change: Estimates, tmp_path: Path
) -> None:
    function = doors()[name]
    about = {"domain": "home", "outcome": "score", "indicator": "score", "folder": tmp_path / "report"}
    about |= {"subject": "obstacles", "column": "level", "part": "activity", "answers": {}}
    needed = [
        parameter.name
        for parameter in list(inspect.signature(function).parameters.values())[1:]
        if parameter.default is parameter.empty and parameter.name != "language"
    ]
    with pytest.raises((DisclosureError, AttributeError)) as refused:
        function(change, **{key: about[key] for key in needed})
    if isinstance(refused.value, DisclosureError):
        assert "release = fou_eval.release(estimates)" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_release_is_made_by_the_gate_alone(release: Release, change: Estimates) -> None:
    given = {field.name: getattr(release, field.name) for field in dataclasses.fields(Release) if field.init}
    with pytest.raises(TypeError):
        Release(**given)
    with pytest.raises(DisclosureError):
        Release(**given, seal=object())  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="seal"):
        dataclasses.replace(release, profile="publication")
    with pytest.raises(dataclasses.FrozenInstanceError):
        release.rows = tuple(change)  # type: ignore[misc, assignment]
    with pytest.raises(DisclosureError):
        pickle.dumps(release)
    with pytest.raises(DisclosureError):
        object.__new__(Release).__setstate__(list(given.values()))
    assert copy.copy(release) is release
    assert copy.deepcopy(release) is release
    assert SEAL not in given.values()


def test_an_internal_release_cannot_be_called_public(change: Estimates) -> None:
    internal = fou.release(change, profile="internal")
    with pytest.raises(ValueError, match="seal"):
        dataclasses.replace(internal, profile="publication")


def test_a_public_release_carries_nothing_that_was_not_released(release: Release, change: Estimates) -> None:
    """Whatever can be reached from it, of whatever kind: no estimates, and no number of theirs with all its digits."""
    raw = {
        value
        for row in change
        for value in (row.value, row.low, row.high, row.se, row.p_value, row.p_exact)
        if isfinite(value) and len(repr(value).partition(".")[2]) > 6
    }
    assert len(raw) > 50
    passed, waiting, met = set(), [release], list[object]()
    while waiting:
        item = waiting.pop()
        if id(item) in passed or inspect.ismodule(item) or isinstance(item, type) or inspect.isroutine(item):
            continue
        passed.add(id(item))
        met.append(item)
        waiting += gc.get_referents(item)
    assert not [item for item in met if isinstance(item, Estimates)]
    assert not [item for item in met if isinstance(item, float) and item in raw]
    shown = {id(row.estimate) for row in release}
    assert not [item for item in met if isinstance(item, Estimate) and id(item) not in shown]
