"""Identity, telephone, account and case numbers as they get into a file."""

from collections.abc import Callable, Iterator
from random import Random

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

EACH = 3

# s ÅÅMMDD, l ÅÅÅÅMMDD, n the last four, y yy m d the parts of the date
WHOLE = {
    "clerk": (
        "{s}-{n}", "{l}-{n}", "{s}{n}", "{l}{n}", "{s} {n}", "{l} {n}", "{s} - {n}", "{yy}{m}{d} -{n}",
        "{yy}-{m}-{d}-{n}", "{y}-{m}-{d}-{n}", "{yy} {m} {d} {n}", "{y} {m} {d} - {n}", "pnr {s}-{n}",
        "Pnr:{s}{n}", "personnr. {l}-{n}", "({s}-{n})", "{s}/{n}", "{s}.{n}", "{s}:{n}", "{s}_{n}",
        "19 {s}-{n}", "{s}-{n}.", "född {s}-{n}", "{s}--{n}", "{s}+{n}",
    ),
    "spreadsheet": ("'{s}-{n}", "{l}{n}.0", '="{l}{n}"', "{s}-{n};", "\t{s}-{n}", "{s}{n} "),
    "pdf": (
        "{s}–{n}", "{l}–{n}", "{s}-\n{n}", "{s}\n-{n}", "{s}\u00ad-{n}", "{s}\u2011{n}", "{s}\u00a0-\u00a0{n}",
        "{l}\u00a0{n}", "{s}\u2009{n}", "{s}\t{n}", "\ufeff{s}-{n}",
    ),
    "phone": ("{s}—{n}", "{s}\u2212{n}", "{s}\u200b-{n}", "{s}-{n}\u200e", "{l}\u202f{n}", "{yy}.{m}.{d}-{n}"),
    "mac": ("{s}\u2010{n}", "{s} – {n}", "{s} — {n}", "\u2068{s}-{n}\u2069"),
    "register": ("SE{l}{n}", "P{s}{n}", "id={l}{n}", "{l}-{n}/1", "PNR{l}{n}", "barn_{s}{n}", "{l}{n}K", "#{s}-{n}"),
}  # fmt: skip
DIGITS_OF_THE_WORLD = {"full width": 0xFF10, "arabic": 0x0660, "persian": 0x06F0}
MASKED = (
    "{s}-XXXX", "{l}-xxxx", "{s}-****", "{l}-????", "{s}-0000", "{s}-{n2}XX", "******-{n}", "{yy}XXXX-{n}",
    "{l}XXXX", "{s}-____", "{s}-NNNN",
)  # fmt: skip
PARTIAL = ("{s}-{n3}", "{s}-{n2}", "{s}-", "slutsiffror {n}", "sista fyra {n}", "{s}-T{n3}", "{s}-TF{n2}")
SCIENTIFIC = ("{f}E+11", "{c}E+11", "{f}E+09")
ID_FRAMES = (
    "Ringde {} om läxhjälp", "Mamman, {}, kom en kvart sent.", "{} har flyttat till ny grupp",
    "Vi pratade om sömn och mat ({}).", "Se även journal för {}", "Barnet ({}) trivs, modern är orolig",
    "Nytt samtal bokat: {}", "Enligt {} är allt som vanligt hemma.", "Anmälan gäller {} och syskon.",
    "ang {}: ingen förändring", "Familjen tackade nej. {} Ny kontakt om två veckor.", "Avslutat för {}, vuxen",
    "Handläggaren skrev upp {} på lappen", "Blandade ihop med {} - rättat nu",
)  # fmt: skip

TELEPHONES: dict[str, Callable[[str, str], str]] = {
    "area-number": lambda area, rest: f"{area}-{rest}",
    "spaced groups": lambda area, rest: f"{area}-{_groups(rest)}",
    "all spaces": lambda area, rest: f"{area} {_groups(rest)}",
    "run together": lambda area, rest: f"{area}{rest}",
    "slash": lambda area, rest: f"{area}/{_groups(rest)}",
    "slash spaced": lambda area, rest: f"{area} / {_groups(rest)}",
    "bracketed area": lambda area, rest: f"({area}) {_groups(rest)}",
    "plus": lambda area, rest: f"+46{area[1:]}{rest}",
    "plus spaced": lambda area, rest: f"+46 {area[1:]} {_groups(rest)}",
    "plus hyphen": lambda area, rest: f"+46-{area[1:]}-{_groups(rest)}",
    "plus (0)": lambda area, rest: f"+46 (0){area[1:]}-{_groups(rest)}",
    "double zero": lambda area, rest: f"0046{area[1:]}{rest}",
    "double zero spaced": lambda area, rest: f"00 46 {area[1:]} {_groups(rest)}",
    "en dash": lambda area, rest: f"{area}–{_groups(rest)}",
    "minus": lambda area, rest: f"{area}\u2212{rest}",
    "hard blanks": lambda area, rest: f"{area}\u00a0-\u00a0{_groups(rest, chr(160))}",
    "thin blanks": lambda area, rest: f"{area}-{_groups(rest, chr(0x2009))}",
    "dots": lambda area, rest: f"{area}.{_groups(rest, '.')}",
    "hyphens": lambda area, rest: f"{area}-{_groups(rest, '-')}",
    "tel.": lambda area, rest: f"tel. {area}-{_groups(rest)}",
    "Tfn": lambda area, rest: f"Tfn:{area}{rest}",
    "mob": lambda area, rest: f"mob {area} - {_groups(rest)}",
    "two by two": lambda area, rest: " ".join(_twos(area + rest)),
    "apostrophe": lambda area, rest: f"'{area}{rest}",
    "tel link": lambda area, rest: f"tel:+46{area[1:]}{rest}",
    "ends a sentence": lambda area, rest: f"{area}-{rest}.",
}
BARE_TELEPHONES: dict[str, Callable[[str, str], str]] = {
    "tel without area": lambda _area, rest: f"tel {_groups(rest)}",
    "lost zero": lambda area, rest: f"{area[1:]}{rest}",
    "lost zero spaced": lambda area, rest: f"mobil {area[1:]} {_groups(rest)}",
    "masked end": lambda area, rest: f"{area}-{_groups(rest)[:-2]}xx",
}
CALL_FRAMES = (
    "Ringde {} om läxhjälp", "Nås på {} efter kl 16", "Pappan har bytt nummer till {}", "Sms till {}, inget svar",
    "Ring mamman ({}) före fredag", "{} (mormor) vid akut läge", "Jourhemmet har {} dygnet runt",
    "Kontakt: {} eller via skolan", "Lämnade meddelande på {}; återkommer",
)  # fmt: skip

IBANS = (
    "SE4550000000058398257466", "DE89370400440532013000", "GB29NWBK60161331926819", "FI2112345600000785",
    "NO9386011117947", "DK5000400440116243", "PL61109010140000071219812874", "BA391290079401028494",
    "TR330006100519786457841326", "HR1210010051863000160",
)  # fmt: skip
ACCOUNTS = (
    "clnr 5839 konto 8257466",
    "5839-8257466 (swedbank)",
    "kontonr 5839-8 25 74 66",
    "konto: 5839, 825 746-6",
)
MONEY_FRAMES = (
    "Utbetalning till {} den här gången", "Hyran går från {}", "Konto {} är spärrat", "Underhållet sätts in på {}.",
)  # fmt: skip
CASES = (
    "Dnr 2024/{a}", "dnr SN 2023/0{a}", "Dnr: SOC-2024-00{a}", "ärende {a}/22", "ärendenr 24-{a}7", "diarienr {a}-2023",
    "mål nr T {a}-23", "Mål nr B 1{a}-24", "SN-2022/{a}", "akt nr 7{a}", "KS2023/00{a}",
)  # fmt: skip
CASE_FRAMES = ("Se {} för beslut", "Överklagat, {}", "Utredningen ({}) är klar.", "{} avslutades utan åtgärd")
PLATES = ("{p} {q}", "{p}{q}", "reg.nr {p} {q}", "bil {p}-{q}", "{p} 12A")
CAR_FRAMES = ("Kom i {} som vanligt", "Stod parkerad utanför: {}", "Mamman kör {} till skolan")


def _groups(rest: str, blank: str = " ") -> str:
    """Group a subscriber number as Swedes do: 390 06 00, 17 40 605 and so on."""
    first = len(rest) - 4 if len(rest) % 2 else 2 + len(rest) % 3 % 2
    return blank.join([rest[:first], *_twos(rest[first:])])


def _twos(digits: str) -> list[str]:
    return [digits[place : place + 2] for place in range(0, len(digits), 2)]


def spell(pattern: str, number: Number) -> str:
    """Write a number in one spelling."""
    whole = number.long + number.last
    parts = {
        "s": number.short, "l": number.long, "n": number.last, "n2": number.last[:2], "n3": number.last[:3],
        "y": number.year, "yy": number.year[2:], "m": number.month, "d": number.day,
        "f": f"{whole[0]}.{whole[1:6]}", "c": f"{whole[0]},{whole[1:6]}",
    }  # fmt: skip
    return pattern.format_map(parts)


def identity_items(random: Random) -> Iterator[Item]:
    """Give identity and coordination numbers: whole, mistyped, masked, in part, and as a spreadsheet has them."""
    for kind, more in (("identity_number", 0), ("coordination_number", 60)):
        for form, patterns in WHOLE.items():
            for pattern in patterns:
                cells = [spell(pattern, identity_number(random, more_days=more)) for _ in range(EACH)]
                yield from alone_and_in_frames(kind, f"{form} {pattern!r}", "stop", cells, ID_FRAMES, random)
        yield from _other_digits(kind, more, random)
        yield from _as_numbers(kind, more, random)
    for form, patterns, level in _faulty():
        for pattern in patterns:
            numbers = [identity_number(random, more_days=random.choice((0, 0, 60))) for _ in range(EACH)]
            if form.startswith("mistyped"):
                numbers = [mistyped(number, random) for number in numbers]
            cells = [spell(pattern, number) for number in numbers]
            yield from alone_and_in_frames("number_" + form, repr(pattern), level, cells, ID_FRAMES, random)
    yield from _read_by_machine(random)


def _faulty() -> tuple[tuple[str, tuple[str, ...], Level], ...]:
    """A date and four digits identify even when the check digit is wrong; ten bare digits may be anything."""
    return (
        ("mistyped", ("{s}-{n}", "{l}-{n}", "{l}{n}", "{s} - {n}", "{s}–{n}", "{y}-{m}-{d}-{n}"), "stop"),
        ("mistyped_bare", ("{s}{n}", "{s} {n}"), "doubt"),
        ("masked", MASKED, "doubt"),
        ("partial", PARTIAL, "doubt"),
        ("scientific", SCIENTIFIC, "doubt"),
    )


def _other_digits(kind: str, more: int, random: Random) -> Iterator[Item]:
    for form, zero in DIGITS_OF_THE_WORLD.items():
        table = {ord("0") + digit: chr(zero + digit) for digit in range(10)}
        numbers = [identity_number(random, more_days=more) for _ in range(EACH)]
        cells = [f"{number.short}-{number.last}".translate(table) for number in numbers]
        yield from alone_and_in_frames(kind, f"digits {form}", "stop", cells, ID_FRAMES, random)


def _as_numbers(kind: str, more: int, random: Random) -> Iterator[Item]:
    """Give what a spreadsheet makes of the digits: a number, with its first zero lost when there was one."""
    for form in ("integer", "float", "lost zero"):
        first = 2001 if form == "lost zero" else 1960
        last = 2009 if form == "lost zero" else 1999
        for _ in range(EACH):
            number = identity_number(random, first, last, more_days=more)
            short = int(number.short + number.last)
            cell: Cell = float(number.long + number.last) if form == "float" else short
            level: Level = "doubt" if form == "lost zero" else "stop"
            name = "number_lost_zero" if form == "lost zero" else kind
            yield Item(kind=name, form=f"cell {form}", level=level, cell=cell, alone=True)
            if form == "lost zero":
                text = random.choice(ID_FRAMES).replace("{}", str(cell))
                yield Item(kind=name, form="text lost zero", level=level, cell=text, alone=False)


def _read_by_machine(random: Random) -> Iterator[Item]:
    for wrong in (("0", "O"), ("1", "l"), ("1", "I"), ("0", "o"), ("5", "S"), ("8", "B")):
        cells = []
        while len(cells) < EACH:
            number = identity_number(random)
            text = f"{number.short}-{number.last}"
            if wrong[0] in text:
                cells.append(text.replace(*wrong))
        yield from alone_and_in_frames("number_ocr", "→".join(wrong), "doubt", cells, ID_FRAMES, random)


def other_number_items(random: Random) -> Iterator[Item]:
    """Give telephone, account and case numbers, and number plates."""
    for form, write in TELEPHONES.items():
        cells = [write(*telephone(random)) for _ in range(EACH)]
        yield from alone_and_in_frames("telephone", form, "stop", cells, CALL_FRAMES, random)
    for form, write in BARE_TELEPHONES.items():
        cells = [write(*telephone(random)) for _ in range(EACH)]
        yield from alone_and_in_frames("telephone_bare", form, "doubt", cells, CALL_FRAMES, random)
    cells = [int(area + rest) for area, rest in (telephone(random) for _ in range(EACH))]
    yield from (
        Item(kind="telephone_bare", form="cell integer", level="doubt", cell=c, alone=True) for c in cells
    )
    for form, ibans in (
        ("iban whole", IBANS),
        ("iban in fours", tuple(" ".join(iban[i : i + 4] for i in range(0, len(iban), 4)) for iban in IBANS)),
        ("iban small", tuple(iban.lower() for iban in IBANS)),
        ("iban named", tuple(f"IBAN: {iban}" for iban in IBANS)),
        ("swedish account", ACCOUNTS),
    ):
        yield from alone_and_in_frames("account", form, "stop", ibans, MONEY_FRAMES, random)
    for kind, patterns, frames in (("case_number", CASES, CASE_FRAMES), ("plate", PLATES, CAR_FRAMES)):
        for pattern in patterns:
            letters = "".join(random.choices("ABCDEFGHJKLMNOPRSTUWXYZ", k=3))
            cells = [
                pattern.format(a=random.randrange(100, 999), p=letters, q=f"{random.randrange(1000):03}")
                for _ in range(EACH)
            ]
            yield from alone_and_in_frames(kind, pattern, "doubt", cells, frames, random)
