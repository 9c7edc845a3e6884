"""A table as readers see it: text cells with real headers, for the screen and for the report."""

from dataclasses import dataclass
from html import escape
from typing import Literal

from fou_eval.declaration.text import Language

Align = Literal["left", "right"]


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
    language
        Language of the words, for screen readers.
    """

    title: str
    columns: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    language: Language

    def _repr_html_(self) -> str:
        """Write the table for Jupyter: caption, scoped heads, escaped text, and no colours of its own."""
        head = "".join(_cell("th", column.header, column, scope="col") for column in self.columns)
        body = "".join(f"<tr>{_row(row, self.columns)}</tr>" for row in self.rows)
        foot = "".join(f"<div>{escape(note)}</div>" for note in self.notes)
        lines = [
            f'<table lang="{self.language}" style="border-collapse: collapse">',
            f'<caption style="text-align: left; font-weight: bold">{escape(self.title)}</caption>',
            f"<thead><tr>{head}</tr></thead>",
            f"<tbody>{body}</tbody>",
        ]
        if foot:
            width = len(self.columns)
            lines.append(
                f'<tfoot><tr><td colspan="{width}" style="text-align: left">{foot}</td></tr></tfoot>'
            )
        return "\n".join([*lines, "</table>"])


def _row(cells: tuple[str, ...], columns: tuple[Heading, ...]) -> str:
    head = _cell("th", cells[0], columns[0], scope="row")
    return head + "".join(
        _cell("td", cell, column) for cell, column in zip(cells[1:], columns[1:], strict=True)
    )


def _cell(tag: str, text: str, column: Heading, *, scope: str = "") -> str:
    where = f' scope="{scope}"' if scope else ""
    return f'<{tag}{where} style="text-align: {column.align}; vertical-align: top">{escape(text)}</{tag}>'
