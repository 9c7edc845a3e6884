"""Rows of checks, as a published and an internal release hold them, and all that a figure draws and says."""

from collections.abc import Iterable
from dataclasses import replace
from math import nan

import numpy as np
from release_cases import codebook, headlines, released, row

from fou_eval.disclosure.release import Release, Released
from fou_eval.figures import Picture

WORDS = {
    "home_situation": ("direction_stable", "bound_not_better", "bound_better", "bound_better", "tipping_possible"),
    "absence_pct": ("direction_stable", "bound_better", "bound_better", "bound_better", "tipping_not_possible"),
    "activity": ("direction_not_stable", "bound_not_better", "bound_not_better", "bound_better", ""),
}  # fmt: skip
NUMBERS = {"leave_one_family_out": 1.1, "bound_worst": -0.4, "bound_no_change": 0.9, "bound_best": 1.8,
           "tipping_point": -3.1}  # fmt: skip
CHECKS = tuple(NUMBERS)


def in_words() -> Release:
    """Two domains with every answer, one without that of the tipping point, one with nothing to show."""
    book = codebook()
    rows: list[Released] = headlines(book)
    for name, notes in WORDS.items():
        rows += [
            row(book, name, check, nan, status="changed" if note else "withheld", note=note)
            for check, note in zip(CHECKS, notes, strict=True)
        ]
    return released(book, rows)


def in_numbers() -> Release:
    book = codebook()
    rows: list[Released] = headlines(book)
    for check, value in NUMBERS.items():
        ends = {"low": 0.7, "high": 1.6} if check == "leave_one_family_out" else {}
        rows.append(row(book, "home_situation", check, value, **ends))
    return released(book, rows, "internal")


def everything(picture: Picture) -> tuple[object, ...]:
    """Give all that is drawn and said: coordinates of marks, words with their places, and the words beside."""
    drawn: list[object] = []
    for ax in picture.figure.axes:
        drawn += [tuple(np.ravel(line.get_xydata())) for line in ax.lines]
        drawn += [patch.get_bbox().bounds for patch in ax.patches]
        drawn += [(text.get_text(), text.get_position()) for text in ax.texts]
    return (*drawn, picture.alt, picture.caption, picture.source)


def xs(picture: Picture, label: str) -> list[list[float]]:
    """Give where the lines and marks of a name stand, in mm from the left."""
    lines = [line for ax in picture.figure.axes for line in ax.lines if line.get_label() == label]
    return [[float(x) for x in line.get_xdata()] for line in lines]


def texts(picture: Picture) -> list[str]:
    return [text.get_text() for ax in picture.figure.axes for text in ax.texts]


def changed(release: Release, which: Iterable[int]) -> Release:
    """Move the numbers of some rows of a release a little, and leave those of the others."""
    book, some = release.codebook, set(which)
    rows = []
    for place, own in enumerate(release):
        estimate = own.estimate
        if place in some:
            moved = {key: getattr(estimate, key) * 0.7 + 0.017 for key in ("value", "low", "high")}
            rows.append(replace(own, estimate=replace(estimate, **moved)))
        else:
            rows.append(own)
    return released(book, rows, release.profile)
