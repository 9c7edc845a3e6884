"""What a page is made of: headings, paragraphs, lists, tables. Plain data, laid out as PDF or Word."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

Block = dict[str, object]
Size = Literal["usual", "small"]
Item = tuple[str, str]  # a lead in bold, and the text after it


class Head(NamedTuple):
    """A column of a table: its header, how its cells are aligned, and its share of the width."""

    header: str
    align: Literal["left", "right"] = "left"
    weight: float = 1.0


class Finding(NamedTuple):
    """A point with its lead in bold, its text, and what stands in the margin: on how many it rests, and the method."""

    lead: str
    text: str
    margin: str


def heading(text: str, level: int = 2, name: str = "") -> Block:
    """Make a heading; level 1 begins a part. One with a name can be referred to."""
    return {"kind": "heading", "text": text, "level": level, "name": name}


def paragraph(text: str, margin: str = "") -> Block:
    """Make a paragraph, with or without a note in the margin."""
    return {"kind": "paragraph", "text": text, "margin": margin}


def findings(items: Iterable[Finding]) -> Block:
    """Make a list of points, each with its note in the margin."""
    return {"kind": "findings", "items": [item._asdict() for item in items]}


def own_text(parts: Iterable[Block], margin: str) -> Block:
    """Make a text that the authors wrote themselves, set apart from what is generated, with a note that says so.

    Each part has a `kind` (heading, paragraph, bullets, numbers, quote), the `level` of a heading, and `passages`:
    lists of words that are set alike, each with `text`, `bold`, `italic` and the address `to` which they lead.
    """
    return {"kind": "own", "parts": list(parts), "margin": margin}


def notice(text: str) -> Block:
    """Make a paragraph in a frame, for what no reader may miss."""
    return {"kind": "notice", "text": text}


def bullets(items: Iterable[Item]) -> Block:
    """Make a list of points, each with an optional lead in bold."""
    return {"kind": "bullets", "items": [{"lead": lead, "text": text} for lead, text in items]}


def terms(items: Iterable[Item], size: Size = "usual") -> Block:
    """Make a list of terms, each explained; one to look things up in is set in small type."""
    listed = [{"lead": lead, "text": text} for lead, text in items]
    return {"kind": "terms", "items": listed, "size": size}


def command(text: str) -> Block:
    """Make a line to be typed."""
    return {"kind": "command", "text": text}


def grid(
    caption: str,
    heads: Sequence[Head],
    rows: Iterable[Sequence[str]],
    notes: Sequence[str] = (),
    name: str = "",
    groups: Sequence[tuple[int, str]] = (),
    size: Size = "usual",
) -> Block:
    """Make a table with its caption above and its notes below. One with a name can be referred to.

    Groups of rows have heads: the place of the first row of each, and its words. A long table is set in small type.
    """
    return {
        "kind": "table",
        "name": name,
        "caption": caption,
        "columns": [head._asdict() for head in heads],
        "rows": [list(row) for row in rows],
        "notes": list(notes),
        "groups": [[place, words] for place, words in groups],
        "size": size,
    }


def longest_first(links: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Order links by their words, the longest first: "Table 12" is not "Table 1" and a 2."""
    return sorted(links, key=lambda link: (-len(link["text"]), link["text"]))


def sequence(given: object) -> Sequence[Any]:
    """Take what a block holds as a list."""
    if not isinstance(given, list | tuple):
        raise TypeError("a block holds lists")
    return given
