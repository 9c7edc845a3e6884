"""Typst keeps what it has laid out and drawn for its next ten runs; here it lets go of it."""

from functools import cache

import typst

from fou_eval.design import FONTS

_RUNS = 11  # what none of ten runs has used again goes with the next


def forget() -> None:
    """Give back the memory of what was set, as nothing of it is set again: 150 MB of a report, 20 MB of a figure."""
    for _ in range(_RUNS):
        _empty().compile(b"", format="svg")


@cache
def _empty() -> typst.Compiler:
    """Make a compiler for nothing; one run of it takes a hundredth of a millisecond, since it has no fonts to find."""
    none = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    return typst.Compiler(root=FONTS, font_paths=none, ignore_system_fonts=True)
