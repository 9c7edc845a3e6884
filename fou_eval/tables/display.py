"""A table as readers see it: text cells with real headers, for the screen and for the report."""

from dataclasses import dataclass
from typing import Literal

from fou_eval.declaration.text import Language
from fou_eval.design import table_html

Align = Literal["left", "right"]
Size = Literal["usual", "small"]


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column: its words, the side its cells are set to, what it speaks for, its share of free width."""

    header: str
    align: Align = "right"
    weight: int = 1
    scope: Literal["col"] = "col"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayTable:
    """A table of finished text; the first cell of each row is the head of that row.

    Attributes
    ----------
    title
        Shown as caption.
    columns
        Head of each column, in order.
    rows
        Cells as text, as many as there are columns.
    notes
        Lines below the table; marks such as ᵃ in the cells point at them.
    groups
        Heads of groups of rows: the place of the first row of each, and its words.
    size
        Long tables of numbers are set in small type.
    language
        Language of the words, for screen readers.
    """

    title: str
    columns: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    groups: tuple[tuple[int, str], ...] = ()
    size: Size = "usual"
    language: Language

    def _repr_html_(self) -> str:
        """Show the table in a notebook."""
        heads = [(column.header, column.align) for column in self.columns]
        return table_html(
            self.title, heads, self.rows, self.notes, language=self.language, groups=dict(self.groups)
        )
