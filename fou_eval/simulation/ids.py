"""Running numbers that follow the declared pattern of an id column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"(?:\\d|\[0-9\])(?:\{(?P<low>\d+)(?:,\d*)?\}|(?P<many>\+))?|\\?(?P<literal>[\w\-:/ .])")


@dataclass(frozen=True, slots=True)
class Template:
    """A pattern made of fixed text and running numbers: one text before, between and after the numbers."""

    texts: tuple[str, ...]
    widths: tuple[int, ...]

    def fill(self, numbers: Sequence[int]) -> str:
        """Write an id; a number that needs more digits than the pattern has gets them."""
        parts = [self.texts[0]]
        for number, width, text in zip(numbers, self.widths, self.texts[1:], strict=True):
            parts += [str(number).zfill(width), text]
        return "".join(parts)


def template(pattern: str | None) -> Template | None:
    r"""Read a pattern as fixed text and numbers, or give nothing when it says more than that.

    Examples
    --------
    >>> template(r"F\d{2,3}-P\d").fill([7, 1])
    'F07-P1'
    >>> template("(F|G)x") is None
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
    return Template(tuple(texts), tuple(widths)) if pattern and place == len(pattern) else None


def family_ids(pattern: str | None, families: int) -> list[str]:
    r"""Number the families from 1, in the declared pattern.

    Examples
    --------
    >>> family_ids(r"F\d{3}", 2)
    ['F001', 'F002']
    """
    form = template(pattern)
    if form is None or len(form.widths) != 1:
        form = Template(("F", ""), (2,))
    return [form.fill([number]) for number in range(1, families + 1)]


def alone(pattern: str | None) -> bool:
    r"""Say whether a person's pattern leaves room for one person per family only, as ``F\d{2}-P1`` does."""
    form = template(pattern)
    return form is not None and len(form.widths) == 1 and form.texts[-1] != ""


def person_ids(pattern: str | None, family: Sequence[int], place: Sequence[int]) -> list[str]:
    r"""Number the persons: within their family where the pattern has room for both, else one after another.

    Parameters
    ----------
    pattern
        Declared pattern of the id column.
    family, place
        Family of each person, from 0, and the person's place in the family, from 1.

    Examples
    --------
    >>> person_ids(r"F\d{2}-P\d", [0, 0, 1], [1, 2, 1])
    ['F01-P1', 'F01-P2', 'F02-P1']
    >>> person_ids(r"P\d{3}", [0, 0, 1], [1, 2, 1])
    ['P001', 'P002', 'P003']
    """
    form = template(pattern)
    if form is None or len(form.widths) not in (1, 2):
        form = Template(("F", "-P", ""), (2, 1))
    if len(form.widths) == 2:
        return [form.fill([number + 1, here]) for number, here in zip(family, place, strict=True)]
    numbers = [number + 1 for number in family] if alone(pattern) else range(1, len(family) + 1)
    return [form.fill([number]) for number in numbers]
