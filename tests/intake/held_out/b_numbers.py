"""Identity, telephone, account and case numbers in spellings that set A does not have."""

from collections.abc import Callable, Iterator
from random import Random

from intake.held_out.items import (
    Item,
    Level,
    Number,
    alone_and_in_frames,
    identity_number,
    mistyped,
    telephone,
)

EACH = 3

WHOLE = (
    "{s} · {n}", "{s}~{n}", "{s}*{n}", "{s}|{n}", "{s}={n}", "{s}\\{n}", "{s} / {n}", "{y}/{m}/{d} {n}",
    "{y}.{m}.{d}-{n}", "{y}/{m}/{d}-{n}", "{yy}/{m}/{d}-{n}", "{y} {m} {d}-{n}", "{s} ({n})", "{s}({n})", "[{s}-{n}]",
    "{s} nr {n}", "{s} slutnummer {n}", "{s} kontrollnr {n}", "{sp}", "{s}- {n}", "{s}  {n}", "{s}\u3000{n}",
    "{s}\ufe63{n}", "{s}\uff0d{n}", "{s}\u2043{n}", "{s}\u2012{n}", "{s}\u2015{n}", "{s}\u2013 {n}", "{s}\u00b7{n}",
    "{s}\u2060-{n}", "{l}\u2003{n}", "{s}\r\n{n}", "{l}-{n2a} {n2b}", "{s}-{n2a}-{n2b}", "{l}{n}SE", "PNO-{l}-{n}",
    "/{s}-{n}/", "pat.nr {l} {n}", "Persnr={s}-{n};", "persnr {s}{n}!", "{s}-{n}:2", "x{s}{n}x", "mapp_{l}{n}_v2",
    "\"{s}-{n}\"", "”{s}-{n}”", "{s}-{n}?", "{s}-{n}a", "a){s}-{n}", "{s}-{n}och syskon", "{s}…{n}",
    "{s}-{n}/{s}-{n}",
    "19-{s}-{n}" , "{y}, {m}{d}-{n}", "{s}, {n}", "{s}; {n}", "{yy} {m}{d}-{n}", "{l} -{n}", "{n4} {s}",
)  # fmt: skip
MASKED = (
    "{s}-XX{n2b}", "{s} xxxx", "{s}-••••", "{s}-....", "{l} ****", "{s}-####", "XXXXXX-{n}", "{yy}****-{n}",
    "{l}-xxxX", "{s}-[borttaget]", "{s}-(fyra sista saknas)", "{s}-––––",
)  # fmt: skip
PARTIAL = (
    "{s}{n3}", "{s} {n3}", "{s}-{n2a}..", "4 sista: {n}", "de fyra sista är {n}", "pnr börjar på {s}", "{s}-P{n3}",
    "{l}T{n3}", "reservnr {l}-R{n3}",
)  # fmt: skip
SCIENTIFIC = ("{f}e+11", "{c}e11", "{f2}E+11", "{f}E11")
ID_FRAMES = (
    "Telefonsamtal med {} på tisdagen", "{}: tackade ja till kontaktfamilj", "Skolan frågar efter {} igen",
    "Fick rätt uppgift först efter en stund - {} - och rättade", "Placerad tillsammans med {}.", "Äldst är {}",
    "Fel barn i journalen, ska vara {}!", "BVC skrev {} på remissen", "hemma var även {} och en kusin",
    "Ej samtycke från {}; stryk", "Gäller {}, inte storebror",
)  # fmt: skip
PHONES: dict[str, Callable[[str, str], str]] = {
    "hash": lambda a, r: f"tel #{a}{r}",
    "+46 run": lambda a, r: f"+46 {a[1:]}{r}",
    "(+46)": lambda a, r: f"(+46) {a[1:]} {r}",
    "(+46) hyphen": lambda a, r: f"(+46){a[1:]}-{r}",
    "+46.": lambda a, r: f"+46.{a[1:]}.{r}",
    "46 without plus": lambda a, r: f"46{a[1:]}{r}",
    "0046(0)": lambda a, r: f"0046(0){a[1:]}{r}",
    "00-46": lambda a, r: f"0046-{a[1:]}-{r}",
    "three by three": lambda a, r: f"{a} {r[:3]} {r[3:]}",
    "hyphen three": lambda a, r: f"{a}-{r[:3]} {r[3:]}",
    "figure dash": lambda a, r: f"{a}\u2012{r}",
    "underscore": lambda a, r: f"{a}_{r}",
    "colon": lambda a, r: f"{a}: {r}",
    "brackets in hyphen": lambda a, r: f"({a})-{r[:3]}-{r[3:]}",
    "bullet": lambda a, r: f"{a}·{r[:3]}·{r[3:]}",
    "single digits": lambda a, r: " ".join(a + r),
    "arabic digits": lambda a, r: f"{a}-{r}".translate({48 + i: 0x660 + i for i in range(10)}),
    "full width": lambda a, r: f"{a}-{r}".translate({48 + i: 0xFF10 + i for i in range(10)}),
    "letters": lambda a, r: f"t:{a}-{r}",
    "mobilnr": lambda a, r: f"mobilnr={a}{r}",
    "whatsapp": lambda a, r: f"WhatsApp +46{a[1:]}{r}",
    "extension": lambda a, r: f"{a}-{r} ankn 12",
    "two numbers": lambda a, r: f"{a}{r}/{a}{r}",
    "zero width": lambda a, r: f"{a}\u200b{r}",
    "https": lambda a, r: f"https://wa.me/46{a[1:]}{r}",
}
BARE: dict[str, Callable[[str, str], str]] = {
    "telefon": lambda a, r: f"telefon {r}",
    "nr": lambda a, r: f"nås på nr {r[:3]} {r[3:]}",
    "comma": lambda a, r: f"{a},{r}",
    "O for 0": lambda a, r: f"{a}-{r}".replace("0", "O"),
    "stars": lambda a, r: f"{a}-{r[:-4]}****",
}
CALL_FRAMES = (
    "Prova {} om det brådskar", "{} går till mammans nya mobil", "Har vi rätt nummer? {}",
    "Växlade sms, {}, kom överens",
    "Jour: {} (moster)", "Spärrat {} efter hot", "Fick {} av skolsköterskan.",
)  # fmt: skip
IBANS = (
    "SE3550000000054910000003", "NL91ABNA0417164300", "FR1420041010050500013M02606", "ES9121000418450200051332",
    "RO49AAAA1B31007593840000", "EE382200221020145685", "CZ6508000000192000145399", "XK051212012345678906",
)  # fmt: skip
ACCOUNTS = (
    "5839 8257466",
    "clearing 5839, kto 825 74 66",
    "bankkonto 5839-82 574 66",
    "Clearingnr: 5839 Kontonr: 8257466",
)
PAY_FRAMES = (
    "Bidraget ska till {} från nu",
    "{} tillhör mormor",
    "Ändra konto till {}!",
    "Kontoutdrag för {} saknas",
)
CASES = (
    "dnr: {a}/2023-51", "Diarienummer SOCN 2022/00{a}", "ÄRENDE-{a}45", "mål {a}-24", "Mål: Ö {a}-22", "D.nr {a}/24",
    "ärende nr 2023:{a}", "beslut nr {a}/2021", "journalnr {a}12", "polisens K-nr 5000-K{a}12-23",
)  # fmt: skip
CASE_FRAMES = ("Handlingar finns i {}", "{}: kommunicerat", "Hör ihop med {} från förra året")
PLATES = ("{p}{q2}A", "regnr: {p}{q}", "{p} {q2}B", "({p} {q})", "regskylt {p}-{q}")
CAR_FRAMES = ("Hämtas av {} varje dag", "Såg {} på gården", "{} är såld")


def _number(pattern: str, number: Number) -> str:
    whole, n = number.long + number.last, number.last
    return pattern.format_map({
        "s": number.short, "l": number.long, "n": n, "n4": n, "n3": n[:3], "n2a": n[:2], "n2b": n[2:], "y": number.year,
        "yy": number.year[2:], "m": number.month, "d": number.day, "sp": " ".join(f"{number.short}-{n}"),
        "f": f"{whole[0]}.{whole[1:6]}", "c": f"{whole[0]},{whole[1:6]}", "f2": f"{whole[0]}.{whole[1:3]}",
    })  # fmt: skip


def identity_items(random: Random) -> Iterator[Item]:
    groups: tuple[tuple[str, tuple[str, ...], Level], ...] = (
        ("identity_number", WHOLE, "stop"),
        ("coordination_number", WHOLE, "stop"),
        (
            "number_mistyped",
            ("{s}- {n}", "{y} {m} {d}-{n}", "{l} - {n}", "{s}\u2012{n}"),
            "stop",
        ),
        ("number_mistyped_bare", ("{s}  {n}", "{s}{n}"), "doubt"),
        ("number_masked", MASKED, "doubt"),
        ("number_partial", PARTIAL, "doubt"),
        ("number_scientific", SCIENTIFIC, "doubt"),
    )
    for kind, patterns, level in groups:
        more = 60 if kind == "coordination_number" else 0
        for pattern in patterns:
            numbers = [identity_number(random, more_days=more) for _ in range(EACH)]
            if "mistyped" in kind:
                numbers = [mistyped(number, random) for number in numbers]
            cells = [_number(pattern, number) for number in numbers]
            yield from alone_and_in_frames(kind, repr(pattern), level, cells, ID_FRAMES, random)
    yield from _as_numbers(random)
    yield from _read_by_machine(random)


def _as_numbers(random: Random) -> Iterator[Item]:
    for form, change in (("thousands", "{:,}"), ("blanks", "{: }"), ("hard blanks", "{:_}")):
        for _ in range(EACH):
            number = identity_number(random, 1960, 1999)
            text = f"{int(number.short + number.last):,}"
            text = text.replace(",", {"{:,}": ",", "{: }": " ", "{:_}": "\u00a0"}[change])
            yield Item(kind="identity_number", form=form, level="stop", cell=text, alone=True)
    for _ in range(EACH * 2):
        number = identity_number(random, 1960, 1999)
        for cell in (int(number.long + number.last), float(number.short + number.last)):
            yield Item(kind="identity_number", form=type(cell).__name__, level="stop", cell=cell, alone=True)
        number = identity_number(random, 2000, 2009)
        lost = str(int(number.short + number.last))
        for cell in (f"{lost[:-4]}-{lost[-4:]}", f"pnr {lost}", float(lost)):
            yield Item(
                kind="number_lost_zero", form=type(cell).__name__, level="doubt", cell=cell, alone=True
            )


def _read_by_machine(random: Random) -> Iterator[Item]:
    for old, new in (("0", "Ø"), ("1", "|"), ("2", "Z"), ("6", "b"), ("0", "D"), ("9", "g")):
        cells = []
        while len(cells) < EACH:
            number = identity_number(random)
            text = f"{number.long}-{number.last}"
            if old in text:
                cells.append(text.replace(old, new))
        yield from alone_and_in_frames("number_ocr", f"{old}→{new}", "doubt", cells, ID_FRAMES, random)


def other_number_items(random: Random) -> Iterator[Item]:
    for kind, writers, level in (("telephone", PHONES, "stop"), ("telephone_bare", BARE, "doubt")):
        for form, write in writers.items():
            cells = [write(*telephone(random)) for _ in range(EACH)]
            yield from alone_and_in_frames(kind, form, level, cells, CALL_FRAMES, random)  # type: ignore[arg-type]
    for _ in range(EACH):
        area, rest = telephone(random)
        yield Item(kind="telephone_bare", form="float", level="doubt", cell=float(area + rest), alone=True)
        yield Item(
            kind="telephone_bare", form="46 int", level="doubt", cell=int("46" + area[1:] + rest), alone=True
        )
    for form, write in (
        ("hyphens", lambda i: "-".join(i[n : n + 4] for n in range(0, len(i), 4))),
        ("konto", lambda i: f"konto {i}"),
        ("dots", lambda i: ".".join(i[n : n + 4] for n in range(0, len(i), 4))),
        ("first blank", lambda i: f"{i[:4]} {i[4:]}"),
    ):
        yield from alone_and_in_frames("account", form, "stop", [write(i) for i in IBANS], PAY_FRAMES, random)
    yield from alone_and_in_frames("account", "swedish", "stop", ACCOUNTS, PAY_FRAMES, random)
    for kind, patterns, frames in (("case_number", CASES, CASE_FRAMES), ("plate", PLATES, CAR_FRAMES)):
        for pattern in patterns:
            cells = [
                pattern.format(
                    a=random.randrange(100, 999), p="".join(random.choices("ABCDEFGHJKLMNOPRSTUWXYZ", k=3)),
                    q=f"{random.randrange(1000):03}", q2=f"{random.randrange(100):02}",
                )
                for _ in range(EACH)
            ]  # fmt: skip
            yield from alone_and_in_frames(kind, pattern, "doubt", cells, frames, random)
