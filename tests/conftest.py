"""The order of all tests, and what makes every one of them faster."""

import gc
from pathlib import Path

import pytest

# Two processes share the files; those that take longest begin, so that none of them runs alone at the end.
LONGEST = (
    *(
        "test_end_to_end.py",
        "test_same_bytes.py",
        "test_notebooks.py",
        "test_relations.py",
    ),
    *(
        "test_twin.py",
        "test_crashes.py",
        "test_report.py",
        "test_attacks_checks.py",
        "test_differencing_attacks.py",
    ),
    *("test_nothing_left.py", "test_adversary.py", "test_calibration.py", "test_drawn.py", "test_power.py"),
    *("test_models.py", "test_standardised.py", "test_reference.py", "test_statistical.py"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first; make test runs with --no-loadscope-reorder, which would put those of few tests last."""
    place = {name: at for at, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(Path(item.path).name, len(LONGEST)))


def pytest_collection_finish() -> None:
    """What is imported and collected lives until the end; the garbage collector need not walk through it again."""
    gc.collect()
    gc.freeze()
