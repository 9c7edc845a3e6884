"""Set C: what occurs in follow-up files, as clerks, registers, Excel, Word and telephones write it."""

import hashlib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from intake.held_out import c_forms
from intake.held_out.c_words import ENDINGS, FARMS, MONTHS, NAMES, PLACES, ROOTS
from intake.held_out.items import (
    Cell,
    Item,
    Level,
    Number,
    alone_and_in_frames,
    identity_number,
    mistyped,
    telephone,
)

SENTENCES = Path(__file__).with_name("c_sentences.txt")
PER_FORM = 5
BIRTHS = {"excel": (1960, 1999), "zero": (2001, 2009), "child": (2008, 2021)}
LETTERS = str.maketrans("łıøđßŁİØĐ", "liodsLIOD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An invented person, and the same in the letters of an e-mail address."""

    first: str
    last: str

    @property
    def owner(self) -> str:
        return owner(self.first)

    @property
    def last_owner(self) -> str:
        return owner(self.last)

    @property
    def ascii_first(self) -> str:
        return plain(self.first)

    @property
    def ascii_last(self) -> str:
        return plain(self.last)


def owner(name: str) -> str:
    """Give the possessive.

    >>> owner("Sara"), owner("Jonas")
    ('Saras', 'Jonas')
    """
    return name if name.endswith(("s", "x", "z")) else f"{name}s"


def plain(name: str) -> str:
    """Write a name in the small letters of an e-mail address.

    >>> plain("Małgorzata Öberg")
    'malgorzataoberg'
    """
    apart = unicodedata.normalize("NFD", name.translate(LETTERS))
    return "".join(letter for letter in apart if letter.isascii() and letter.isalnum()).lower()


def person(random: Random, origin: int) -> Person:
    """Draw a given name and a family name that are used together."""
    first, last = NAMES[origin]
    return Person(first=random.choice(first.split()), last=random.choice(last.split()))


def scanned(number: Number, changes: str) -> Number:
    """Give the number as a scanner reads it: `changes` holds pairs such as ``0O1l``."""
    table = str.maketrans(changes[::2], changes[1::2])
    parts = (part.translate(table) for part in (number.year, number.month, number.day, number.last))
    return Number(**dict(zip(("year", "month", "day", "last"), parts, strict=True)))


def filled(template: str, random: Random, births: tuple[int, int], origins: Sequence[int]) -> str:
    """Fill a template with invented parts; every ``#`` becomes a digit."""
    number = identity_number(random, *births)
    origin = random.choice(origins)
    one, other = person(random, origin), person(random, origin)
    area, subscriber = telephone(random)
    street = random.choice(ROOTS) + random.choice(ENDINGS)
    text = template.format(
        n=number,
        k=identity_number(random, *births, more_days=60),
        wrong=mistyped(number, random),
        ocr_o=scanned(number, "0O"),
        ocr_l=scanned(number, "1l0O"),
        child=identity_number(random, *BIRTHS["child"]),
        p=one,
        q=other,
        area=area,
        abroad=area[1:],
        compact=subscriber,
        spaced=grouped(subscriber),
        street=street,
        root=random.choice(ROOTS),
        short_street=street.replace("vägen", "v.").replace("gatan", "g."),
        farm=random.choice(FARMS),
        place=random.choice(PLACES),
        month=random.choice(MONTHS),
        d=random.randrange(1, 29),
        mm=random.randrange(1, 13),
        small=random.randrange(2, 48),
        yy=random.randrange(10, 25),
    )
    return "".join(str(random.randrange(10)) if sign == "#" else sign for sign in text)


def grouped(subscriber: str) -> str:
    """Group a subscriber number as it is written in Sweden.

    >>> grouped("46500412"), grouped("319245"), grouped("1740605")
    ('465 004 12', '319 245', '174 06 05')
    """
    if len(subscriber) == 6:
        return f"{subscriber[:3]} {subscriber[3:]}"
    return f"{subscriber[:3]} {subscriber[3:-2]} {subscriber[-2:]}"


def identifiers() -> list[Item]:
    """Give every form, alone and within a sentence."""
    random = Random(20260103)  # noqa: S311 -- the same cells every time, no secret
    items: list[Item] = []
    for form in c_forms.FORMS:
        births = BIRTHS.get(form.births, (1960, 2021))
        kept: Callable[[str], Cell] = int if form.number else form.letters
        cells = [
            kept(filled(form.templates[place % len(form.templates)], random, births, form.origins))
            for place in range(PER_FORM)
        ]
        items += alone_and_in_frames(form.kind, form.name, form.level, cells, form.frames, random)
    return items


def ordinary() -> list[Item]:
    """Give sentences in which nobody is named; those of the sort ``mätdatum`` hold the date of a measurement."""
    items: list[Item] = []
    sort = ""
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line.startswith("# "):
            sort = line[2:]
        else:
            items.append(Item(kind="ordinary", form=sort, level="none", cell=line, alone=False))
    return items


def ids() -> dict[str, tuple[Level, list[Cell]]]:
    """Give columns of family ids by what they are built from, with the level that the contract asks for."""
    random = Random(20260104)  # noqa: S311 -- the same cells every time, no secret
    people = [person(random, place % len(NAMES)) for place in range(20)]
    numbers = [identity_number(random, *BIRTHS["child"]) for _ in range(20)]
    drawn = random.sample(range(1000, 9999), 20)
    return {
        "family name": ("stop", [one.last + str(place) for place, one in enumerate(people)]),
        "given name and year": (
            "stop",
            [f"{one.first}{n.year}" for one, n in zip(people, numbers, strict=True)],
        ),
        "three and three letters": (
            "stop",
            [f"{one.ascii_first[:3]}{one.ascii_last[:3]}{place:02}" for place, one in enumerate(people)],
        ),
        "initials and year of birth": (
            "stop",
            [f"{one.first[0]}{one.last[0]}{n.year[2:]}" for one, n in zip(people, numbers, strict=True)],
        ),
        "identity number": ("stop", [f"{n.short}-{n.last}" for n in numbers]),
        "date of birth": ("stop", [int(n.long) for n in numbers]),
        "hash": ("doubt", [hashlib.sha256(n.long.encode()).hexdigest()[:12] for n in numbers]),
        "running number": ("none", list(range(1, 21))),
        "letter and number": ("none", [f"K{place:03}" for place in range(1, 21)]),
        "municipality and number": ("none", [f"VBY-{place:02}" for place in range(1, 21)]),
        "drawn number": ("none", [*drawn]),
        "the word family": ("none", [f"Familj {place}" for place in range(1, 21)]),
    }
