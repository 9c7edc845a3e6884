"""How wide the words of a table are in the typeface of its cells, in thousandths of the size of the type."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path

import uharfbuzz

from fou_eval.design import BOLD, REGULAR
from fou_eval.documents.blocks import sequence

# No line ends in a range; style.typ has the same as range-of-numbers.
_RANGE = re.compile(r"[^ ]*\d–\d[^ ]*|\b[A-ZÅÄÖ]–[A-ZÅÄÖ]\b")
_ENDS = re.compile("[-–/]")
# A text of more bytes is a sentence: certainly wider than what blocks.typ gives a column for one, so not measured.
_SENTENCE = 90


def with_spans(content: Mapping[str, object]) -> dict[str, object]:
    """Say of every table how wide the words of its columns are.

    Typst could measure them itself, and did: it took a sixth of the time in which it lays out a report.

    Parameters
    ----------
    content
        What a template shows: blocks, in lists and maps. It is not changed.
    """
    found = {key: _part(value) for key, value in content.items()}
    return {**found, "columns": _measured(found)} if content.get("kind") == "table" else found


def _part(value: object) -> object:
    if isinstance(value, Mapping):
        return with_spans(value)
    return [_part(one) for one in value] if isinstance(value, list | tuple) else value


@lru_cache(maxsize=20_000)
def width_of(text: str, font: Path) -> int:
    """Give the width of a text in a font, as set by HarfBuzz: with kerning, ligatures and figures of one width.

    Examples
    --------
    >>> width_of("0", REGULAR), width_of("00", REGULAR), width_of("Tal", REGULAR) < width_of("T al", REGULAR)
    (497, 994, True)
    """
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_font(font), buffer, {"tnum": True})
    return sum(position.x_advance for position in buffer.glyph_positions or ())  # none of no text


def two_lined(words: str, width: Callable[[str], int]) -> int:
    """Give the width of some words in two lines, divided where that is narrowest.

    Examples
    --------
    >>> two_lined("one two three", len), two_lined("three", len)
    (7, 5)
    """
    parts = words.split(" ")
    lines = [(" ".join(parts[:place]), " ".join(parts[place:])) for place in range(1, len(parts))]
    return min((max(width(first), width(second)) for first, second in lines), default=width(words))


def unbroken(cell: str) -> list[str]:
    """Split a text where a line may end without dividing a word: after blanks, dashes and strokes, not in a range.

    Examples
    --------
    >>> unbroken("barn 7–12 år, hem-/skola")
    ['barn', '7‒12', 'år,', 'hem-', '/', 'skola']
    """
    kept = _RANGE.sub(lambda found: _ENDS.sub("‒", found[0]), cell)
    return _ENDS.sub(r"\g<0> ", kept).split(" ")


def _measured(block: Mapping[str, object]) -> list[dict[str, object]]:
    rows = sequence(block["rows"])
    return [
        {**column, "span": _span(column, [row[place] for row in rows])}
        for place, column in enumerate(sequence(block["columns"]))
    ]


def _span(column: Mapping[str, str], cells: list[str]) -> dict[str, int | None]:
    """Numbers break at blanks only, one part on each line."""
    split = (lambda cell: cell.split(" ")) if column["align"] == "right" else unbroken
    head = column["header"]
    return {
        "head": _widest(split(head), BOLD),
        "head_in_two": two_lined(head, lambda words: width_of(words, BOLD)),
        "word": _widest(chain.from_iterable(map(split, cells)), REGULAR),
        "text": _widest(cells, REGULAR),
    }


def _widest(texts: Iterable[str], font: Path) -> int | None:
    """Give the width of the widest text; none if one is a sentence."""
    every = set(texts)
    if any(len(text.encode()) > _SENTENCE for text in every):
        return None
    return max((width_of(text, font) for text in every), default=0)


@lru_cache
def _font(file: Path) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(file.read_bytes())))
