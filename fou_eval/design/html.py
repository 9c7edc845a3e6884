"""Tables and figures in HTML, for notebooks: what a light, a dark and a foreign page all show as they should.

No colour is fixed but the white ground of figures, whose text is dark: words and rules take the colour of the page, so
that they stand out in every theme. What matters is written on the elements themselves, since pages that show notebooks
drop style sheets and scripts; there are no ids, which would be the same twice when a cell is run twice.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Literal

from fou_eval.design.colours import PAPER

Side = Literal["left", "right"]

_TYPE = "font-family: 'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif; line-height: 1.4"
# Thin rules let the ground through: a fixed grey would vanish on one of the two grounds.
_THIN = "1px solid color-mix(in srgb, currentColor 25%, transparent)"
_HEAD = "border: 0; border-top: 2px solid currentColor; border-bottom: 1px solid currentColor; vertical-align: bottom"
_TABLE = "border-collapse: collapse; border: 0; margin: 0; font-size: 0.9em; hyphens: auto"
_CAPTION = "caption-side: top; text-align: left; font-weight: bold; color: inherit; padding: 0 0 0.5em"
_NOTE = "margin: 0.4em 0 0; max-width: 46em; font-size: 0.93em"


def table_html(
    title: str,
    heads: Sequence[tuple[str, Side]],
    rows: Iterable[Sequence[str]],
    notes: Iterable[str] = (),
    *,
    language: str,
    groups: Mapping[int, str] = MappingProxyType({}),
) -> str:
    """Write a table: a caption, a head for each column and each row, and notes below.

    A table wider than its page is scrolled by itself, with the keyboard too. Notes stand below and not in the table,
    where a cell across all columns would be read as belonging to the first.

    Parameters
    ----------
    title
        Its caption.
    heads
        Words of each column's head, and the side to which its cells are set.
    rows
        Cells as text; the first of each is the head of its row.
    notes
        Lines below.
    language
        Code of the language, for the voice of a screen reader.
    groups
        Heads of groups of rows, by the place of the first row of each.

    Examples
    --------
    >>> table_html("Families", [("Wave", "left"), ("n", "right")], [("Entry", "18")], language="en").count("scope=")
    3
    """
    sides = [side for _, side in heads]
    head = "".join(_cell("th", words, side, f"font-weight: bold; {_HEAD}", "col") for words, side in heads)
    body = "".join(
        f"{_group(groups[place], len(sides)) if place in groups else ''}"
        f'<tr style="background: transparent">{_row(cells, sides)}</tr>'
        for place, cells in enumerate(rows)
    )
    named = f'lang="{language}" role="region" aria-label="{escape(title)}" tabindex="0"'
    lines = [
        f'<div {named} style="overflow-x: auto; {_TYPE}">',
        f'<table style="{_TABLE}">',
        f'<caption style="{_CAPTION}">{escape(title)}</caption>',
        f'<thead style="border: 0"><tr>{head}</tr></thead>',
        f"<tbody>{body}</tbody>".replace("<tbody></tbody>", ""),
        "</table>",
        *(_paragraph(note) for note in notes),
    ]
    return "\n".join([*lines, "</div>"])


def figure_html(
    png: bytes, millimetres: float, *, alt: str, title: str, caption: str, source: str, language: str
) -> str:
    """Write a figure on white ground, with its alternative text, and its title, caption and source below.

    Parameters
    ----------
    png
        The drawing.
    millimetres
        Width at which it is shown; less where the page is narrower.
    alt, title, caption, source
        Its words; title and source may be empty.
    language
        Code of their language.
    """
    drawn = b64encode(png).decode("ascii")
    width = f"width: {millimetres:g}mm; max-width: 100%; height: auto; box-sizing: border-box"
    lead = f"<b>{escape(title)}.</b> " if title else ""
    end = f'<br/><span style="font-size: 0.93em">{escape(source)}</span>' if source else ""
    return (
        f'<figure lang="{language}" style="margin: 0; {_TYPE}">'
        f'<img src="data:image/png;base64,{drawn}" alt="{escape(alt)}" '
        f'style="display: block; margin: 0; padding: 8px; background: {PAPER}; {width}"/>'
        f'<figcaption style="margin: 0.5em 0 0; max-width: 46em; font-size: 0.93em; text-align: left">'
        f"{lead}{escape(caption)}{end}</figcaption></figure>"
    )


def text_html(paragraphs: Iterable[str], *, language: str, points: Iterable[str] = ()) -> str:
    """Write paragraphs, after a list of points if there are any.

    Examples
    --------
    >>> text_html(["18 families & their children"], language="en").count("&amp;")
    1
    """
    listed = "".join(f"<li>{escape(point)}</li>" for point in points)
    before = f'<ul style="margin: 0.4em 0 0; padding-left: 1.4em">{listed}</ul>' if listed else ""
    after = "".join(_paragraph(text) for text in paragraphs)
    return f'<div lang="{language}" style="{_TYPE}">{before}{after}</div>'


def _paragraph(text: str) -> str:
    return f'<p style="{_NOTE}">{escape(text)}</p>'


def _group(words: str, width: int) -> str:
    """Write the head of a group of rows, which begins a body of its own."""
    style = (
        f"text-align: left; padding: 0.7em 0.5em 0.35em; font-weight: bold; border: 0; border-bottom: {_THIN}"
    )
    head = f'<th scope="rowgroup" colspan="{width}" style="{style}">{escape(words)}</th>'
    return f'</tbody><tbody><tr style="background: transparent">{head}</tr>'


def _row(cells: Sequence[str], sides: Sequence[Side]) -> str:
    """Write a row, whose first cell is its head."""
    rule = f"border: 0; border-bottom: {_THIN}; vertical-align: top"
    head = _cell("th", cells[0], sides[0], f"font-weight: normal; {rule}", "row")
    rest = zip(cells[1:], sides[1:], strict=True)
    return head + "".join(_cell("td", text, side, rule) for text, side in rest)


def _cell(tag: str, text: str, side: Side, look: str, scope: str = "") -> str:
    """Write a cell; figures of the same width stand below each other in columns of numbers."""
    where = f' scope="{scope}"' if scope else ""
    figures = "; font-variant-numeric: tabular-nums" if side == "right" else ""
    style = (
        f"text-align: {side}; padding: 0.35em 0.4em; white-space: pre-line; max-width: 30em{figures}; {look}"
    )
    return f'<{tag}{where} style="{style}">{escape(text)}</{tag}>'
