"""How wide words are in Calibri, the typeface of Word and Excel, judged from their letters."""

from collections.abc import Iterable

BOLD = 1.05  # times as wide
_MOST = 0.53  # of the size of the type: the width of most letters and figures
_OTHERS = {
    **dict.fromkeys("iljI.,;:'’ \u00a0", 0.26),
    **dict.fromkeys("frtJ()[]{}!-/ᵃᵇᶜᵈᵉᶠᵍʰ", 0.37),
    **dict.fromkeys("aåäcegksvxyzéLSFETYZ?|”", 0.48),
    **dict.fromkeys("wABCDGHNOQRUVÅÄÖ%&", 0.69),
    **dict.fromkeys("mMW→", 0.9),
}
_MEASURED = 3  # of the longest texts


def width_of(text: str) -> float:
    """Give the width of a text in sizes of its type.

    Examples
    --------
    >>> width_of("ill") < width_of("nnn") == 3 * width_of("n") < width_of("mmm")
    True
    """
    return sum([_OTHERS.get(letter, _MOST) for letter in text])


def widest(texts: Iterable[str]) -> float:
    """Give the width of the widest text; those of most letters are measured."""
    longest = sorted(set(texts), key=lambda text: (-len(text), text))[:_MEASURED]
    return max((width_of(text) for text in longest), default=0.0)


def lines_of(text: str, room: float) -> int:
    """Count the lines into which a text breaks at its blanks; a word that finds no room is divided.

    Parameters
    ----------
    text
        A text, which may hold ends of lines.
    room
        Width of a line, in sizes of the type.

    Examples
    --------
    >>> lines_of("nnn nnn nnn", 2.5 * width_of("nnn")), lines_of("n" * 30, width_of("n" * 10))
    (2, 3)
    """
    return sum(_broken(line, room) for line in text.split("\n"))


def _broken(line: str, room: float) -> int:
    blank, count, used = width_of(" "), 1, 0.0
    for word in line.split(" "):
        wide = width_of(word)
        if used and used + blank + wide > room:
            count, used = count + 1, 0.0
        more = int(wide / room)
        count, used = count + more, used + (blank if used else 0.0) + wide - more * room
    return count
