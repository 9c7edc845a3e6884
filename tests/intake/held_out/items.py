"""What is measured: a cell, the kind of identifier it holds, and how grave the contract says that is.

Sources of everything that could belong to somebody:

- Identity and coordination numbers carry birth numbers 980-999, the range from which Skatteverket takes the
  numbers of its published test series ("Testpersonnummer" and "Testsamordningsnummer", open data); the check
  digit is computed here.
- Telephone numbers come from the series that PTS keeps for books, films and plays: 031-390 06 00--06 49,
  040-628 04 00--04 49, 08-465 004 00--004 99, 0980-319 200--319 299 and 070-174 06 05--06 99.
- IBANs are the examples of the SWIFT registry. E-mail and web addresses use the example domains of RFC 2606.
- Streets, places and schools are invented; names are drawn part by part, so no pair is a known person.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal

Level = Literal["stop", "doubt", "none"]
Cell = str | int | float

TEST_SERIALS = range(980, 1000)
SERIES = (
    ("031", 3900600, 3900649),
    ("040", 6280400, 6280449),
    ("08", 46500400, 46500499),
    ("0980", 319200, 319299),
    ("070", 1740605, 1740699),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One cell.

    Attributes
    ----------
    kind
        What it holds, such as ``identity_number``; ``ordinary`` when nothing.
    form
        The spelling or the sort of sentence, for finding out what is missed.
    level
        ``stop``: the contract asks for a stop. ``doubt``: a warning or a stop. ``none``: nothing may be said.
    cell
        What stands in the cell.
    alone
        True when the identifier is all that stands there.
    """

    kind: str
    form: str
    level: Level
    cell: Cell
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """An invented identity number, in the parts that spellings are made of."""

    year: str
    month: str
    day: str
    last: str

    @property
    def short(self) -> str:
        return self.year[2:] + self.month + self.day

    @property
    def long(self) -> str:
        return self.year + self.month + self.day


def check_digit(nine: str) -> int:
    """Give the Luhn digit of nine digits.

    >>> check_digit("811228987")
    4
    """
    products = (int(digit) * (2 - place % 2) for place, digit in enumerate(nine))
    return -sum(product // 10 + product % 10 for product in products) % 10


def identity_number(random: Random, first: int = 1960, last: int = 2021, more_days: int = 0) -> Number:
    """Draw an identity number of the test range; `more_days` 60 makes it a coordination number."""
    born = date(first, 1, 1) + timedelta(days=random.randrange((last - first) * 365))
    day = f"{born.day + more_days:02}"
    nine = f"{born:%y%m}{day}{random.choice(TEST_SERIALS)}"
    return Number(year=f"{born:%Y}", month=f"{born:%m}", day=day, last=f"{nine[6:]}{check_digit(nine)}")


def mistyped(number: Number, random: Random) -> Number:
    """Give the same number with a check digit that is wrong."""
    wrong = (int(number.last[3]) + random.randrange(1, 10)) % 10
    return Number(year=number.year, month=number.month, day=number.day, last=f"{number.last[:3]}{wrong}")


def telephone(random: Random) -> tuple[str, str]:
    """Draw an area code and a subscriber number of the series for fiction."""
    area, low, high = random.choice(SERIES)
    return area, str(random.randrange(low, high + 1))


def alone_and_in_frames(
    kind: str, form: str, level: Level, cells: Sequence[Cell], frames: Sequence[str], random: Random
) -> Iterator[Item]:
    """Give every cell by itself and once inside a sentence."""
    for cell in cells:
        yield Item(kind=kind, form=form, level=level, cell=cell, alone=True)
        sentence = random.choice(frames).replace("{}", str(cell))
        yield Item(kind=kind, form=form, level=level, cell=sentence, alone=False)
