"""Ordinary sentences of case notes, by a small grammar of Swedish word order."""

from collections.abc import Callable, Iterator
from random import Random

SUBJECTS = (
    "mamman", "pappan", "äldsta sonen", "yngsta dottern", "hela familjen", "föräldrarna", "syskonen", "mormodern",
    "familjehemmet", "läraren", "skolkuratorn", "socialsekreteraren", "hyresvärden", "Försäkringskassan",
    "BUP", "Arbetsförmedlingen", "Barnahus", "modern", "ungdomen", "behandlaren", "Röda Korset", "en granne",
)  # fmt: skip
# verb, the rest of the predicate
PREDICATES = (
    ("har", "hört av sig [n] gånger"), ("har", "betalat [kr] av skulden"), ("behöver", "mer stöd på morgnarna"),
    ("vill", "hellre träffas på kontoret"), ("fick", "[kr] i bistånd"), ("kom", "[m] minuter för sent"),
    ("deltog", "i [n] av [N] träffar"), ("skattade", "stressen till [n] av 10"), ("arbetar", "[pc] på ett lager"),
    ("har", "sovit [n] timmar per natt"), ("flyttade", "till en större lägenhet på [N] kvm"),
    ("sökte", "[N] arbeten utan svar"), ("slutade", "röka"), ("har", "frånvaro på [pc]"), ("ringde", "och ställde in"),
    ("tar", "medicin, [mg] på morgonen"), ("har", "gått ner från [N] till [n] timmar skärmtid"),
    ("läser", "nu på SFI, kurs [ABC]"), ("ansökte", "om bostadsbidrag på [kr]"), ("har", "fått plats på fritids"),
    ("klarade", "[n] av [N] mål"), ("hämtar", "barnen kl [kl]"), ("har", "börjat träna [n] gånger i veckan"),
    ("väntar", "på beslut enligt [lag]"), ("har", "[N] poäng på SDQ"), ("beskriver", "hösten som lugn"),
)  # fmt: skip
TIMES = (
    "i [mån]", "under [mån]", "vecka [v]", "sedan i höstas", "i går", "förra terminen", "efter jul", "på sistone",
    "under våren [år]", "de senaste [N] dagarna", "varje tisdag", "sedan [mån] [år]", "på morgnarna", "ht [år]",
    "klockan [kl]", "i slutet av [mån]", "[n] gånger i månaden",
)  # fmt: skip
REASONS = (
    "eftersom bussen var sen", "fast ingen hade räknat med det", "för att orken inte räcker", "när skolan har lov",
    "om tolken kan komma", "trots att det kostar [kr]", "så att barnen får lugn och ro", "då avtalet löper ut",
    "innan nämnden hinner besluta", "medan utredningen pågår",
)  # fmt: skip
GOALS = (
    "komma i tid [n] dagar av 5", "sänka hyran till [kr]", "sova minst [n] timmar", "minska frånvaron till [pc]",
    "hitta ett arbete på [pc]", "våga prata i klassrummet", "spara [kr] i månaden", "bli sams med syskonen",
)  # fmt: skip
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
LAWS = (
    "4 kap. 1 § SoL",
    "LVU 3 §",
    "9 § 4 p LSS",
    "11 kap 2 § SoL",
    "FB 6:2 a",
    "OSL 26 kap. 1 §",
    "SFS 2001:453",
)


def sentences(random: Random, wanted: int) -> list[str]:
    """Give that many different sentences."""
    orders: tuple[Callable[[Random], str], ...] = (
        _straight, _inverted, _clipped, _with_reason, _reason_first, _goal, _question, _two,
    )  # fmt: skip
    found: dict[str, None] = {}
    while len(found) < wanted:
        found[_filled(random.choice(orders)(random), random)] = None
    return list(found)


def _straight(random: Random) -> str:
    verb, rest = random.choice(PREDICATES)
    return _capital(f"{random.choice(SUBJECTS)} {verb} {rest} {random.choice(TIMES)}.")


def _inverted(random: Random) -> str:
    verb, rest = random.choice(PREDICATES)
    return _capital(f"{random.choice(TIMES)} {verb} {random.choice(SUBJECTS)} {rest}.")


def _clipped(random: Random) -> str:
    verb, rest = random.choice(PREDICATES)
    return _capital(f"{verb} {rest}") if verb != "har" else _capital(f"{rest}, {random.choice(TIMES)}")


def _with_reason(random: Random) -> str:
    verb, rest = random.choice(PREDICATES)
    return _capital(f"{random.choice(SUBJECTS)} {verb} inte {rest} {random.choice(REASONS)}.")


def _reason_first(random: Random) -> str:
    verb, rest = random.choice(PREDICATES)
    return _capital(f"{random.choice(REASONS)} {verb} {random.choice(SUBJECTS)} {rest}.")


def _goal(random: Random) -> str:
    return random.choice(("Mål: att ", "Att ", "Nästa steg är att ", "Delmål 2 - ")) + random.choice(GOALS)


def _question(random: Random) -> str:
    verb, rest = random.choice(PREDICATES)
    return _capital(f"{verb} {random.choice(SUBJECTS)} {rest}?")


def _two(random: Random) -> str:
    return f"{_straight(random)} {_inverted(random)}"


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def _filled(sentence: str, random: Random) -> str:
    return "".join(_parts(sentence, random))


def _parts(sentence: str, random: Random) -> Iterator[str]:
    for place, part in enumerate(sentence.replace("]", "[").split("[")):
        yield _filler(part, random) if place % 2 else part


def _filler(slot: str, random: Random) -> str:
    few, many, money = random.randrange(2, 10), random.randrange(11, 90), random.randrange(2, 300) * 50
    words: dict[str, Callable[[], str]] = {
        "n": lambda: str(few), "N": lambda: str(many), "m": lambda: str(random.randrange(5, 60)),
        "kr": lambda: random.choice(
            (f"{money:,} kr".replace(",", " "), f"{money} kronor", f"{money}:-", f"{money},50 kr")
        ),
        "pc": lambda: random.choice((f"{many} %", f"{many},{few} %", f"{many} procent", f"{many}%")),
        "mg": lambda: random.choice((f"{many} mg", f"{few},5 ml", f"{few} tabl à {many} mg")),
        "kl": lambda: random.choice((f"{few + 8}.30", f"{few:02}:15", f"{few + 8:02}:00-{few + 9}:30")),
        "v": lambda: str(random.randrange(1, 53)), "mån": lambda: random.choice(MONTHS),
        "år": lambda: str(random.randrange(2019, 2026)), "lag": lambda: random.choice(LAWS),
        "ABC": lambda: random.choice("ABCD"),
    }  # fmt: skip
    return words[slot]()
