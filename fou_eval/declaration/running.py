"""Running numbers in the form that an id column declares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"(?:\\d|\[0-9\])(?:\{(?P<low>\d+)(?:,\d*)?\}|(?P<many>\+))?|\\?(?P<literal>[\w\-:/ .])")


@dataclass(frozen=True, slots=True)
class RunningForm:
    """A pattern made of fixed text and running numbers: one text before, between and after the numbers."""

    texts: tuple[str, ...]
    widths: tuple[int, ...]

    def fill(self, numbers: Sequence[int]) -> str:
        """Write an id; a number that needs more digits than the pattern has gets them."""
        parts = [self.texts[0]]
        for number, width, text in zip(numbers, self.widths, self.texts[1:], strict=True):
            parts += [str(number).zfill(width), text]
        return "".join(parts)


def running_form(pattern: str | None) -> RunningForm | None:
    r"""Read a pattern as fixed text and numbers, or give nothing when it says more than that.

    Examples
    --------
    >>> running_form(r"F\d{2,3}-P\d").fill([7, 1])
    'F07-P1'
    >>> running_form("(F|G)x") is None
    True
    """
    texts, widths, place = [""], [], 0
    for match in _TOKEN.finditer(pattern or ""):
        if match.start() != place:
            return None
        place = match.end()
        if (literal := match["literal"]) is not None:
            texts[-1] += literal
        else:
            widths.append(int(match["low"] or (2 if match["many"] else 1)))
            texts.append("")
    return RunningForm(tuple(texts), tuple(widths)) if pattern and place == len(pattern) else None
