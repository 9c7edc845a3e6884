"""Releases for the tests of the figures."""

import pytest
from release_cases import all_rows, codebook, released

from fou_eval.disclosure.release import Release


@pytest.fixture(scope="session")
def normal() -> Release:
    book = codebook()
    return released(book, all_rows(book))


@pytest.fixture(scope="session")
def synthetic() -> Release:
    book = codebook()
    return released(book, all_rows(book), "internal", synthetic=True)
