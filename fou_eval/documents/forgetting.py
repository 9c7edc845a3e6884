"""Typst keeps what it has laid out and drawn for its next ten runs; here it lets go of it."""

from functools import cache

import typst

from fou_eval.design import FONTS

_RUNS = 11  # what none of ten runs has used again goes with the next


def forget() -> None:
    """Give back the memory of what was set, as nothing of it is set again: 275 MB of a report, 10 MB of a figure.

    It takes some 30 ms after a report, since its tables of what it has kept stay as long as they were.
    """
    for _ in range(_RUNS):
        _empty().compile(b"", format="svg")


@cache
def no_fonts() -> typst.Fonts:
    """Give the fonts of what holds no letters: none need to be found."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)


@cache
def _empty() -> typst.Compiler:
    return typst.Compiler(root=FONTS, font_paths=no_fonts(), ignore_system_fonts=True)
