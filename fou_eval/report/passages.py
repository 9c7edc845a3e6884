"""Finds any of thousands of texts in a sentence; one regular expression of them all takes a second to be made."""

import re
from collections.abc import Iterable, Iterator

_START = 3  # letters by which a text is looked up


class AnyOf:
    """Finds any of some texts, from the left and the longest first.

    Parameters
    ----------
    texts
        What is looked for; blank texts are left out.
    whole
        Whether a text must stand between other signs than letters, digits and low lines.

    Examples
    --------
    >>> known = AnyOf(["Home life", "Home", "12 months"])
    >>> known.found("Homework, Home life and Home after 12 months")
    ['Home life', 'Home', '12 months']
    >>> known.without("Home life, 112 months", "_")
    '_, 112 months'
    """

    def __init__(self, texts: Iterable[str], *, whole: bool = True) -> None:
        self._whole = whole
        self._by_start: dict[str, list[str]] = {}
        for text in sorted({text for text in texts if text.strip()}, key=lambda text: (-len(text), text)):
            self._by_start.setdefault(text[:_START], []).append(text)
        self._sizes = sorted({len(start) for start in self._by_start}, reverse=True)
        # Where one of them can begin at all.
        firsts = re.escape("".join(sorted({start[0] for start in self._by_start})))
        before = r"(?<!\w)" if whole else ""
        self._places = re.compile(f"{before}(?=[{firsts}])" if firsts else "(?!)")

    def found(self, text: str) -> list[str]:
        """Give the texts that are found, in the order in which they stand."""
        return [text[start:end] for start, end in self._spans(text)]

    def without(self, text: str, instead: str) -> str:
        """Give a text with something else in the place of each that is found."""
        parts, done = [], 0
        for start, end in self._spans(text):
            parts += [text[done:start], instead]
            done = end
        return "".join((*parts, text[done:]))

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        done = 0
        for place in self._places.finditer(text):
            at = place.start()
            if at < done:
                continue
            for size in self._sizes:
                known = self._by_start.get(text[at : at + size])
                end = self._end(text, at, known) if known else 0
                if end:
                    yield at, end
                    done = end
                    break

    def _end(self, text: str, at: int, known: Iterable[str]) -> int:
        """Say where the longest of some texts ends that begins here; 0 if none does."""
        for one in known:
            end = at + len(one)
            if text.startswith(one, at) and not (self._whole and _is_letter(text[end : end + 1])):
                return end
        return 0


def _is_letter(sign: str) -> bool:
    """Say whether a sign is a letter, a digit or a low line, as in regular expressions."""
    return sign.isalnum() or sign == "_"
