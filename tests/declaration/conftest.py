"""A small valid study, and ways to spoil it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from fou_eval.declaration import read_declaration
from fou_eval.errors import DeclarationError

VALID = Path(__file__).parent / "valid_study"


@pytest.fixture
def study_folder(tmp_path: Path) -> Path:
    """Give a copy of the valid study that may be changed."""
    return Path(shutil.copytree(VALID, tmp_path / "study"))


@pytest.fixture
def edit(study_folder: Path) -> Callable[[str, str, str], None]:
    """Replace the first occurrence of a text in one file of the study."""

    def replace(file: str, old: str, new: str) -> None:
        text = (study_folder / file).read_text(encoding="utf-8")
        assert old in text
        (study_folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


@pytest.fixture
def refusal(study_folder: Path) -> Callable[[], list[str]]:
    """Give the lines of the refusal of the study."""

    def lines() -> list[str]:
        with pytest.raises(DeclarationError) as caught:
            read_declaration(study_folder)
        return str(caught.value).splitlines()

    return lines
