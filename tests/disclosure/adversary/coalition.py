"""A family that knows its own answers, and those of its members, and subtracts them from what is published."""

from collections.abc import Iterator, Mapping

import numpy as np
from disclosure.adversary.findings import Finding
from disclosure.adversary.integer import candidates, counts, reachable
from disclosure.adversary.model import Floats, Tables
from disclosure.adversary.published import Published, Sheet

# The answers of one family before and after, by indicator; one pair per member.
Own = Mapping[str, tuple[tuple[float, float], ...]]


def attack(published: Published, own: Own) -> Iterator[Finding]:
    """Confine what is hidden among the other families by integer programming, with one family's answers known."""
    for sheet in published.sheets:
        mine = own.get(sheet.outcome, ())
        if mine and reachable(sheet) and sheet.n > len(mine):
            tables = knowing(sheet, mine)
            yield from counts(tables, "coalition")
            yield from candidates(tables, "coalition")


def knowing(sheet: Sheet, mine: tuple[tuple[float, float], ...]) -> Tables:
    """Give the tables that hold at least the family's own units."""
    tables = Tables(sheet=sheet)
    own: Floats = np.zeros(tables.size**2)
    for before, after in mine:
        own += (tables.before * sheet.step == before) & (tables.after * sheet.step == after)
    places = np.eye(own.size)[own > 0]
    extra = tuple((place, float(place @ own), float(sheet.n)) for place in places)
    return Tables(sheet=sheet, extra=extra, own=own)
