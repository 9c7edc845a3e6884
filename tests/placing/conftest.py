"""A place for many short runs."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 nothing is made in it but by TemporaryDirectory


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the system has one: thousands of folders are made and removed."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a failure of power would leave is not seen here, and waiting for the disk takes the time."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
