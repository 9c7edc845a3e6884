"""The set that nobody tuned for: other spellings, frames, names and sentences than set A."""

from pathlib import Path
from random import Random

from intake.held_out.b_grammar import sentence
from intake.held_out.b_numbers import identity_items, other_number_items
from intake.held_out.b_words import NAMES, name_items, word_items
from intake.held_out.items import Cell, Item, identity_number, telephone

WRITTEN = Path(__file__).with_name("b_sentences.txt")


def identifiers() -> list[Item]:
    random = Random(90417)  # noqa: S311 - the same set every time, no secret
    return [*identity_items(random), *other_number_items(random), *name_items(random), *word_items(random)]


def ordinary() -> list[Item]:
    random = Random(515)  # noqa: S311 - the same set every time, no secret
    made: dict[str, None] = {}
    while len(made) < 900:
        made[sentence(random)] = None
    dated = (
        "Startdatum 2023/08/21.", "Beslut 24-05-13, verkställt 24-06-01.", "Avslut 2024.02.29",
        "SIP hölls 7 nov 2023.",
        "Uppdrag mottaget 20240115, klart 20240620.", "Gäller t.o.m. 30/6 2025.",
        "Besök den 2:a maj 2024 blev inställt.",
        "(2023-12-01) samtal med skolan", "Mätning T1: 2024-10-07", "Nästa möte 12/11-24.",
    )  # fmt: skip
    sorts = {"hand-written": WRITTEN.read_text("utf-8").splitlines(), "grammar": list(made), "dated": dated}
    return [
        Item(kind="ordinary", form=sort, level="none", cell=text, alone=True)
        for sort, texts in sorts.items()
        for text in texts
    ]


def ids() -> dict[str, tuple[str, list[Cell]]]:
    random = Random(31)  # noqa: S311 - the same set every time, no secret
    firsts, lasts = (part.split() for part in NAMES["older swedish"])
    numbers = [identity_number(random, more_days=60 * (i % 2)) for i in range(12)]
    pairs = [(random.choice(firsts), random.choice(lasts)) for _ in range(12)]
    hexes = ["".join(random.choices("0123456789abcdef", k=40)) for _ in range(12)]
    b64 = [
        "".join(random.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", k=43))
        + "="
        for _ in range(12)
    ]
    both = list(zip(pairs, numbers, strict=True))
    return {
        "F + identity number": ("stop", [f"F{n.short}{n.last}" for n in numbers]),
        "date and initials": ("stop", [f"{n.short}{a[0]}{b[0]}" for (a, b), n in both]),
        "initials and serial": ("stop", [f"{a[0]}{b[0]}-{i:02}" for i, (a, b) in enumerate(pairs)]),
        "first name and initial": ("stop", [f"{a}{b[0]}" for a, b in pairs]),
        "last name and number": ("stop", [f"{b}{i}" for i, (_, b) in enumerate(pairs)]),
        "three letters of each name": ("stop", [f"{a[:3]}{b[:3]}".lower() for a, b in pairs]),
        "year of birth": ("stop", [f"{i:02}-{n.year}" for i, n in enumerate(numbers)]),
        "telephone": ("stop", ["".join(telephone(random)) for _ in range(12)]),
        "e-mail": ("stop", [f"{a}.{b}@example.org".lower() for a, b in pairs]),
        "date of birth": ("stop", [f"{n.year}-{n.month}-{int(n.day) % 60:02}" for n in numbers]),
        "sha-1": ("doubt", list(hexes)),
        "base64": ("doubt", list(b64)),
        "grp-letter": ("none", [f"grp-{chr(65 + i)}" for i in range(12)]),
        "three digits": ("none", [f"{i:03}" for i in range(101, 113)]),
        "Fam_01": ("none", [f"Fam_{i:02}" for i in range(1, 13)]),
        "uuid": (
            "none",
            [
                f"{random.getrandbits(32):08x}-{random.getrandbits(16):04x}-4{random.getrandbits(12):03x}-a{random.getrandbits(12):03x}-{random.getrandbits(48):012x}"
                for _ in range(12)
            ],
        ),
    }
