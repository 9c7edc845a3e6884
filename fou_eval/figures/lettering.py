"""Type: the faces that come with the package, sizes at final size, how wide a text is and where its lines break."""

import re
from functools import cache
from typing import Literal

from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.textpath import text_to_path

from fou_eval.design import FONTS, SANS

Weight = Literal["normal", "bold"]

TEXT, SMALL = 9.5, 9.0  # points at final size
LINE = 3.8  # mm from one line of text to the next
_WORDS = re.compile(r"\([^()]*\)[^ ]*|[^ ]+")  # what stands in brackets, or a word

for _file in sorted(FONTS.glob("*.ttf")):
    fontManager.addfont(_file)


def text_width(text: str, size: float = TEXT, weight: Weight = "normal") -> float:
    """Measure the width of one line of text in mm, as the sum of its characters; kerning only makes it narrower."""
    return sum(_character_width(character, weight) for character in text) * size / 72 * 25.4


@cache
def _character_width(character: str, weight: Weight) -> float:
    """Width of one character at a size of one point, in points."""
    font = FontProperties(family=[SANS, "DejaVu Sans"], size=100, weight=weight)
    width, _, _ = text_to_path.get_text_width_height_descent(character, font, ismath=False)
    return float(width) / 100


def wrapped(text: str, width: float, size: float = TEXT, weight: Weight = "normal") -> str:
    r"""Break a text into lines of at most `width` mm, at spaces; a word that is too long is divided.

    What stands in brackets stays together where that takes at most half a line.

    Examples
    --------
    >>> wrapped("Barnens skolgång", 20)
    'Barnens\nskolgång'
    >>> wrapped("Ingen planering (steg 0–1)", 35)
    'Ingen planering\n(steg 0–1)'
    """
    lines = [""]
    words = (word for whole in _WORDS.findall(text) for word in _opened(whole, width / 2, size, weight))
    pieces = (piece for word in words for piece in _divided(word, width, size, weight))
    for word in pieces:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size, weight) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def line_count(text: str) -> int:
    """Count the lines of a wrapped text."""
    return text.count("\n") + 1


def _opened(whole: str, most: float, size: float, weight: Weight) -> list[str]:
    """Divide what stands in brackets into its words where it is wider than `most` mm."""
    return [whole] if text_width(whole, size, weight) <= most else whole.split(" ")


def _divided(word: str, width: float, size: float, weight: Weight) -> list[str]:
    pieces = []
    while text_width(word, size, weight) > width and len(word) > 4:
        end = next(
            (at for at in range(len(word) - 2, 2, -1) if text_width(f"{word[:at]}-", size, weight) <= width),
            2,
        )
        pieces.append(f"{word[:end]}-")
        word = word[end:]
    return [*pieces, word]
