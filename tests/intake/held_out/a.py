"""The set to learn from: identifiers, sentences in which nobody is named, and ids of families."""

from pathlib import Path
from random import Random

from intake.held_out.a_grammar import sentences
from intake.held_out.a_numbers import identity_items, other_number_items
from intake.held_out.a_words import drawn_names, name_items, word_items
from intake.held_out.items import Cell, Item, identity_number

WRITTEN = Path(__file__).with_name("a_sentences.txt")
DATED = Path(__file__).with_name("a_dated.txt")


def identifiers() -> list[Item]:
    """Give every identifier of the set, the same ones every time."""
    random = Random(20240601)  # noqa: S311 - the same set every time, no secret
    return [*identity_items(random), *other_number_items(random), *name_items(random), *word_items(random)]


def ordinary() -> list[Item]:
    """Give sentences without identifiers: written by hand, made by the grammar, and with exact dates.

    The contract asks for a warning about a date in text, so a dated sentence gives a false alarm only by a stop.
    """
    sorts = {
        "hand-written": WRITTEN.read_text("utf-8").splitlines(),
        "grammar": sentences(Random(7), 900),  # noqa: S311
        "dated": DATED.read_text("utf-8").splitlines(),
    }
    return [
        Item(kind="ordinary", form=sort, level="none", cell=text, alone=True)
        for sort, texts in sorts.items()
        for text in texts
    ]


def ids() -> dict[str, tuple[str, list[Cell]]]:
    """Give ids of twelve families by scheme, each with the level that the contract asks for."""
    random = Random(11)  # noqa: S311 - the same set every time, no secret
    firsts, lasts = drawn_names("sv_SE")
    numbers = [identity_number(random) for _ in range(12)]
    pairs = [(random.choice(firsts), random.choice(lasts)) for _ in range(12)]
    hexes = ["".join(random.choices("0123456789abcdef", k=64)) for _ in range(12)]
    schemes: dict[str, tuple[str, list[Cell]]] = {
        "identity number": ("stop", [f"{n.short}-{n.last}" for n in numbers]),
        "identity number as a number": ("stop", [int(n.long + n.last) for n in numbers]),
        "date of birth": ("stop", [n.long for n in numbers]),
        "year and initials": (
            "stop",
            [f"{a[0]}{b[0]}{n.year}" for (a, b), n in zip(pairs, numbers, strict=True)],
        ),
        "initials": ("stop", [f"{a[0]}{b[0]}".upper() for a, b in pairs]),
        "initials with points": ("stop", [f"{a[0]}.{b[0]}." for a, b in pairs]),
        "first name": ("stop", [a for a, _ in pairs]),
        "last name": ("stop", [f"fam {b}" for _, b in pairs]),
        "full name": ("stop", [f"{a} {b}" for a, b in pairs]),
        "sha-256": ("doubt", list(hexes)),
        "md5": ("doubt", [text[:32].upper() for text in hexes]),
        "running number with F": ("none", [f"F{n:02}" for n in range(1, 13)]),
        "running number": ("none", list(range(1, 13))),
        "random letters and digits": ("none", [f"K{random.randrange(16**4):04X}" for _ in range(12)]),
        "familj 1": ("none", [f"familj {n}" for n in range(1, 13)]),
    }
    return schemes
