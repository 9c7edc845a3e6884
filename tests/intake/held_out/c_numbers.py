"""The forms of numbers in set C: templates of what stands in a cell, by kind and demanded level.

A full name, a date of birth, a whole number, a street with its number stop. What is incomplete, wrongly read or
typed, a name of one word, initials, small letters, schools, plates and user names may be doubted only.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from intake.held_out import c_words as words
from intake.held_out.items import Level

SWEDISH = (0,)
FOREIGN = tuple(range(1, len(words.NAMES)))
EVERY = (0, 0, 0, *FOREIGN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to write one kind; `births` names a span of years; `number` gives a number cell."""

    kind: str
    name: str
    level: Level
    templates: Sequence[str]
    frames: Sequence[str]
    births: str = ""
    origins: Sequence[int] = EVERY
    number: bool = False
    letters: Callable[[str], str] = str


def forms(kind: str, level: Level, frames: Sequence[str], named: Mapping[str, Sequence[str]]) -> list[Form]:
    """Give one form for every name of templates."""
    return [
        Form(kind=kind, name=name, level=level, templates=templates, frames=frames)
        for name, templates in named.items()
    ]


IDENTITY = forms(
    "identity_number",
    "stop",
    words.NUMBER,
    {
        "hyphen": ["{n.short}-{n.last}"],
        "long, hyphen": ["{n.long}-{n.last}"],
        "navet": ["{n.long}{n.last}"],
        "ten digits": ["{n.short}{n.last}"],
        "blank": ["{n.short} {n.last}"],
        "long, blank": ["{n.long} {n.last}", "{n.long}\u00a0{n.last}"],
        "en dash": ["{n.short}–{n.last}", "{n.long}–{n.last}"],
        "hyphen of Word": ["{n.short}\u2011{n.last}", "{n.long}\u2011{n.last}"],
        "blanks and hyphen": ["{n.short} - {n.last}", "{n.short}- {n.last}", "{n.short} -{n.last}"],
        "label": ["pnr {n.short}-{n.last}", "Personnr: {n.long}{n.last}", "p.nr {n.short}{n.last}"],
        "parts of a date": ["{n.year}-{n.month}-{n.day}-{n.last}", "{n.year}-{n.month}-{n.day} {n.last}"],
        "apostrophe": ["'{n.long}{n.last}"],
        "pairs": ["{n.short[0]}{n.short[1]} {n.month} {n.day} {n.last}"],
        "export as float": ["{n.long}{n.last}.0", "{n.long}{n.last},0"],
        "with name": ["{p.first} {p.last} {n.short}-{n.last}", "{n.long}-{n.last} {p.last}, {p.first}"],
        "two of them": [
            "{n.short}-{n.last}/{child.short}-{child.last}",
            "{n.long}{n.last} {child.long}{child.last}",
        ],
    },
)
COORDINATION = forms(
    "coordination_number",
    "stop",
    words.NUMBER,
    {
        "hyphen": ["{k.short}-{k.last}"],
        "long, hyphen": ["{k.long}-{k.last}"],
        "navet": ["{k.long}{k.last}"],
        "ten digits or blank": ["{k.short}{k.last}", "{k.short} {k.last}"],
        "label": ["samordningsnr {k.short}-{k.last}", "samnr: {k.long}{k.last}"],
    },
)
EXCEL = [
    Form(
        kind=kind, name=name, level="stop", templates=[text], frames=words.NUMBER, births=births, number=True
    )
    for kind, name, text, births in (
        ("identity_number", "number cell, twelve", "{n.long}{n.last}", ""),
        ("identity_number", "number cell, ten", "{n.short}{n.last}", "excel"),
        ("coordination_number", "number cell, twelve", "{k.long}{k.last}", ""),
    )
]
LOST = [
    Form(
        kind=kind,
        name="number cell",
        level="doubt",
        templates=[text],
        frames=frames,
        births="zero",
        number=True,
    )
    for kind, text, frames in (
        ("number_lost_zero", "{n.short}{n.last}", words.NUMBER),
        ("telephone", "{abroad}{compact}", words.CONTACT),
    )
]
FAULTY = [
    *LOST,
    *forms(
        "number_lost_zero",
        "doubt",
        words.NUMBER,
        {"hyphen": ["{child.short[1]}{child.month}{child.day}-{child.last}"]},
    ),
    *forms(
        "number_mistyped",
        "doubt",
        words.NUMBER,
        {
            "hyphen": ["{wrong.short}-{wrong.last}"],
            "long": ["{wrong.long}-{wrong.last}", "{wrong.long}{wrong.last}"],
            "a digit short": ["{n.short}-98#", "{n.long}-98#"],
            "a digit more": ["{n.short}-{n.last}#", "{n.long}{n.last}#"],
        },
    ),
    *forms(
        "number_masked",
        "doubt",
        words.NUMBER,
        {
            "X": ["{n.short}-XXXX", "{n.long}-XXXX"],
            "stars": ["{n.long}-****", "{n.short}****"],
            "small x": ["{n.short}-xxxx", "{n.long}xxxx"],
            "half": ["{n.short}-98XX", "{n.long}-98**"],
            "birth hidden": ["XXXXXX-{n.last}", "******-{n.last}", "xxxxxxxx-{n.last}"],
        },
    ),
    *forms(
        "number_partial",
        "doubt",
        words.NUMBER,
        {
            "hyphen at the end": ["{n.short}-", "{n.long}-"],
            "six digits": ["{n.short}"],
            "eight digits": ["{n.long}"],
            "last four": ["fyra sista {n.last}", "sista siffrorna {n.last}", "-{n.last}"],
            "reserve number": ["{n.long}-TF0#", "{n.long}-T01#", "{n.short}-TF##"],
            "exponent": ["{n.year[0]},{n.long[1]}{n.long[2]}{n.long[3]}{n.month}E+11"],
        },
    ),
    *forms(
        "number_ocr",
        "doubt",
        words.NUMBER,
        {
            "O": ["{ocr_o.short}-{ocr_o.last}"],
            "l and O": ["{ocr_l.short}-{ocr_l.last}", "{ocr_l.long}-{ocr_l.last}"],
        },
    ),
]
