"""Numbers as people write them: comma or point, blanks between thousands, either minus."""

import math
import re
from dataclasses import dataclass
from typing import Literal

from fou_eval.intake.spelling import tidy

_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:([.,])[0-9]+)?")
_MISSING_WORDS = frozenset(
    {
        ".",
        "..",
        "...",
        "-",
        "--",
        "–",
        "—",
        "*",
        "n/a",
        "na",
        "nan",
        "null",
        "none",
        "saknas",
        "uppgift saknas",
        "vet ej",
        "vet inte",
        "ej svar",
        "ej svarat",
        "inget svar",
        "bortfall",
        "okänt",
        "missing",
        "unknown",
        "not known",
        "no answer",
        "don't know",
    }
)
_CODE_LIKE = re.compile(r"-[789]|-?(?:77+|88+|9+[789])")  # 77, 888, 98, 999, -9


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read from text, and the decimal mark that was used, if any."""

    value: float
    mark: Literal[",", ".", ""]


def quantity(text: str) -> Quantity | None:
    """Read a number, or give none: no unit, no per cent sign, one decimal mark, nothing guessed.

    Examples
    --------
    >>> quantity("1\u00a0234,50")
    Quantity(value=1234.5, mark=',')
    >>> quantity("−3")
    Quantity(value=-3.0, mark='')
    >>> quantity("12,5 %") is None and quantity("1.250,5") is None
    True
    """
    plain = tidy(text).replace("−", "-")
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return None
    value = float(plain.replace(" ", "").replace(",", "."))
    if not math.isfinite(value):
        return None
    mark = match.group(1)
    return Quantity(value, "," if mark == "," else "." if mark == "." else "")


def looks_missing(text: str) -> bool:
    """Say whether a text is one that people write for a missing value.

    Examples
    --------
    >>> looks_missing("."), looks_missing("Vet ej"), looks_missing("8/10")
    (True, True, False)
    """
    return tidy(text).casefold() in _MISSING_WORDS


def is_code_like(value: float) -> bool:
    """Say whether a number is one that people use as a code for missing.

    Examples
    --------
    >>> is_code_like(999.0), is_code_like(-9.0), is_code_like(101.0), is_code_like(9.0)
    (True, True, False, False)
    """
    return _CODE_LIKE.fullmatch(str(int(value))) is not None if value.is_integer() else False
