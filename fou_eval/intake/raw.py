"""Cells as they were saved, with their addresses, before anything has been interpreted.

Nothing that a file says is part of a `repr`, so that no traceback, log or notebook repeats it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Literal, NamedTuple

Value = str | int | float | bool | datetime | date | time | timedelta | None
CellState = Literal[
    "value", "formula_without_value", "excel_error_value", "per_cent", "withheld", "user_missing"
]
UnseenKind = Literal[
    "author",
    "chart",
    "comment",
    "connection",
    "custom_xml",
    "defined_name",
    "drawing",
    "external_link",
    "filter",
    "format_rule",
    "formula",
    "header_footer",
    "hyperlink",
    "leftover",
    "manager",
    "merged",
    "number_format",
    "other",
    "path",
    "phonetic",
    "pivot_cache",
    "printer",
    "property",
    "revision",
    "sheet",
    "signature",
    "slicer",
    "table",
    "validation",
]


class RawCell(NamedTuple):
    """One filled cell: row and column from 1, and the value that the file holds; a tuple, for there are millions."""

    row: int
    column: int
    value: Value
    state: CellState = "value"

    def __repr__(self) -> str:
        """Describe the cell without its value."""
        return f"RawCell(row={self.row}, column={self.column}, state={self.state!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """What a statistics file says of one of its columns.

    Attributes
    ----------
    name, label
        Its name, and its label or nothing.
    labels
        The label of each labelled value.
    missing
        The labelled values that the file calls missing.
    """

    name: str = field(repr=False)
    label: str = field(default="", repr=False)
    labels: Mapping[Value, str] = field(default_factory=dict, repr=False)
    missing: frozenset[Value] = field(default=frozenset(), repr=False)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of cells, both corners included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def address(self) -> str:
        """The rectangle as Excel writes it.

        Examples
        --------
        >>> Box(2, 1, 4, 1).address, Box(2, 6, 2, 6).address
        ('A2:A4', 'F2')
        """
        first, last = address(self.top, self.left), address(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"


@dataclass(frozen=True, slots=True)
class Unseen:
    """A text that travels along in a workbook without standing in a cell.

    Attributes
    ----------
    kind
        What carries it.
    position
        Position of the sheet that it belongs to, if it belongs to one.
    cell
        Address or range that it belongs to, if any.
    """

    kind: UnseenKind
    text: str = field(repr=False)
    position: int | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSheet:
    """One sheet: filled cells by row and column, and what a reader of the values alone would not see.

    Attributes
    ----------
    name, shown
        Name of the sheet, and the name that may be repeated (its position if the name could identify
        somebody); both none for a text file.
    typed
        True when the file tells numbers and dates from text.
    very_hidden
        True when the sheet cannot even be found in the list of hidden sheets.
    invisible
        Filled cells whose text has the colour of the paper, or whose number format shows nothing.
    widths
        Number of fields of each row of a text file.
    variables
        What a statistics file says of its columns, by column number.
    """

    name: str | None = field(default=None, repr=False)
    shown: str | None = None
    position: int = 1
    rows: Mapping[int, Mapping[int, RawCell]] = field(repr=False)
    typed: bool = True
    hidden: bool = False
    very_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Box, ...] = ()
    comments: tuple[tuple[int, int], ...] = ()
    coloured: frozenset[tuple[int, int]] = frozenset()
    invisible: frozenset[tuple[int, int]] = frozenset()
    widths: Mapping[int, int] = field(default_factory=dict)
    variables: Mapping[int, Variable] = field(default_factory=dict, repr=False)

    def texts(self) -> set[str]:
        """Give the different texts of all cells."""
        return texts_of(chain.from_iterable(cells.values() for cells in self.rows.values()))

    def cell(self, row: int, column: int) -> RawCell | None:
        """Give a cell, or none when it is empty."""
        return self.rows.get(row, {}).get(column)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """One file: its sheets, the texts that describe it, and the parts that travel along unseen.

    Attributes
    ----------
    properties
        Filled document properties by name (author, title, ...).
    described
        Texts that describe a statistics file as a whole: its label, its notes.
    parts
        Kinds of hidden parts found in the package, such as ``pivot_cache``.
    unseen
        Every text that travels along in a workbook outside its cells.
    swallowed
        Rows of a text file at which a quotation mark has swallowed what follows.
    from_template
        True when the file holds instructions that we wrote: it is an entry workbook or a marked copy.
    encoding
        Encoding of a text file.
    damaged_text
        True when the text had been wrongly decoded before it was saved.
    separator_line
        True when the first line was ``sep=;`` and has been left out, as Excel does.
    """

    sheets: tuple[RawSheet, ...]
    properties: Mapping[str, str] = field(default_factory=dict, repr=False)
    described: tuple[str, ...] = field(default=(), repr=False)
    parts: tuple[str, ...] = ()
    unseen: tuple[Unseen, ...] = field(default=(), repr=False)
    swallowed: tuple[int, ...] = ()
    synthetic: bool = False
    from_template: bool = False
    encoding: str | None = None
    damaged_text: bool = False
    separator_line: bool = False


_VALUE = attrgetter("value")


def texts_of(cells: Iterable[RawCell]) -> set[str]:
    """Give the different texts among cells, so that what is true of a text is found out once.

    Examples
    --------
    >>> texts_of([RawCell(2, 1, "barn"), RawCell(3, 1, "barn"), RawCell(4, 1, 7)])
    {'barn'}
    """
    return {value for value in set(map(_VALUE, cells)) if isinstance(value, str)}


@cache
def letter(column: int) -> str:
    """Name a column as Excel does.

    Examples
    --------
    >>> letter(1), letter(26), letter(27)
    ('A', 'Z', 'AA')
    """
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def address(row: int, column: int) -> str:
    """Name a cell as Excel does.

    Examples
    --------
    >>> address(6, 6)
    'F6'
    """
    return f"{letter(column)}{row}"


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Gather row numbers into unbroken runs, first and last row of each.

    Examples
    --------
    >>> runs([5, 2, 3, 9])
    [(2, 3), (5, 5), (9, 9)]
    """
    found: list[tuple[int, int]] = []
    for row in sorted(set(rows)):
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
