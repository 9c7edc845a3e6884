"""Names, addresses, schools and dates of birth as they get into a file."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from random import Random

from intake.held_out.items import Item, Level, alone_and_in_frames

EACH = 3
LOCALES = ("sv_SE", "fi_FI", "tr_TR", "fr_DZ")
BY_HAND = {
    "somali": (
        "Ayaan Hodan Sagal Ifrah Hibaaq Deqo Ubax Warsan Liiban Cabdi Guled Mahad Bile Sakariye Idil Filsan",
        "Warsame Cabdullahi Jimcaale Gedi Farah Hirsi Nuur Abshir Samatar Egal Dirie Shire Guuleed Warfa",
    ),
    "bosnian": (
        "Amra Lejla Emina Selma Azra Mirza Haris Nedim Kemal Senad Edin Jasmina Enisa Adnan",
        "Hadžić Begović Delić Hodžić Mehmedović Kovačević Suljić Imamović Alić Omerović Salihović",
    ),
    "arabic": (
        "Fatima Khadija Nour Rania Yasmin Bilal Hussein Mahmoud Tareq Ziad Samir Layla Huda Walid Marwan",
        "al-Hassan Al Khatib Haddad Mansour Al-Sayed Khalil Nasser Abboud Darwish Saleh Hamdan Shaheen",
    ),
    "double": (
        "Ann-Sofie Karl-Johan Lise-Lotte Britt-Marie Per-Olof Anna-Karin Lars-Göran Eva-Lena",
        "Bergström-Lund Ek-Nilsson af-Sand von-Hall Lindqvist-Ali Sjö-Berg",
    ),
}
FULL = ("{f} {l}", "{l}, {f}", "{f} {i}. {l}", "{F} {L}", "{f}\u00a0{l}", "{f} {l}s", "{f} {g} {l}")
LOOSE = (
    "{f}",
    "{f}s",
    "mamma {f}",
    "pappan {f}",
    "{f} (bror)",
    "moster {f}",
    "lilla {f}",
    "{f} o {g}",
    "fam. {l}",
)
SMALL = ("{fs} {ls}", "mamma {fs}")
MARKS = ("{f} {j}", "{f} {j}.", "{i}. {l}")
NAME_FRAMES = (
    "Ringde {} om läxhjälp", "Samtal med {} i går", "Vi väntar på besked från {}.", "Enligt {} är det lugnare hemma",
    "Hembesök hos {}, alla var med", "Det var {} som öppnade", "I dag kom {} i tid.", "Skolan har pratat med {} igen",
    "Beslutet lästes upp för {} på svenska", "Hemma: {} och tre småsyskon", "{} vill inte längre ha stöd",
    "{} sover dåligt igen", "Nästa möte leds av {}.", "Bråk mellan {} och grannen",
)  # fmt: skip

STREETS = ("Myrtroll", "Blåkull", "Påhitts", "Sagoberg", "Drömsjö", "Tomtenisse", "Regnbågsland", "Krumelur")
TAILS = ("vägen", "gatan", "stigen", "gränd", "torget", "allén", "backen", "gången", "g.", "v.")
PLACES = ("Sagoköping", "Nissetorp", "Påhittsby", "Drömvalla", "Lyckeberga")
ADDRESSES = (
    "{s}{t} 14", "{s}{t} 3B", "{s}{t} 7 C", "{s}{t} 22, {z} {p}", "{s}{t} 22\n{z} {p}", "{s}{t} 5 lgh 1203",
    "{s}{t} 9, 2 tr", "Norra {s}{t} 41", "c/o Ek, {s}{t} 8", "{u} 12", "{s}{t} 10-12", "{s}{t}\u00a06",
)  # fmt: skip
VAGUE_ADDRESSES = ("{z} {p}", "Box 117, {z} {p}", "Stora {s}torp 117", "SE-{z} {p}")
HOME_FRAMES = (
    "Bor på {} sedan i höstas", "Hembesök {}, ingen öppnade", "Flyttar till {}.", "Posten går till {} tills vidare",
    "Pappan har nyckel till {}", "Ny adress: {}", "De bor kvar ({}) till sommaren",
)  # fmt: skip
SCHOOLS = (
    "{s}skolan", "{s}s förskola", "Förskolan {s}backen", "{s}gymnasiet", "{p} friskola", "{s}skolan 4-6",
    "{s}skolans fritids", "Förskolan Lilla {s}",
)  # fmt: skip
SCHOOL_FRAMES = (
    "Går på {} i klass 4", "Möte med rektor på {}", "Byter till {} efter jul", "{} har gjort en orosanmälan",
    "Frånvaron på {} har minskat.",
)  # fmt: skip
BIRTHS = (
    "född {d} {M} {y}", "född den {d} {M} {y}", "f. {yy}{m}{dd}", "född {y}-{m}-{dd}", "född {d}/{n} {y}",
    "f {d}/{n}-{yy}", "födelsedatum: {y}{m}{dd}", "födelsedag {d} {M} {y}", "född {d}.{n}.{y}",
)  # fmt: skip
DATES = (
    "{y}-{m}-{dd}",
    "{y}{m}{dd}",
    "{yy}{m}{dd}",
    "{d}/{n} {y}",
    "{d} {M} {y}",
    "{d}.{n}.{y}",
    "{yy}-{m}-{dd}",
)
BIRTH_FRAMES = ("Yngsta barnet, {}, sover bättre", "Flickan är {} och går i skolan", "{}, bor med mamma")
DATE_FRAMES = ("Nytt barn i familjen {}", "Läkarbesök {} om provsvar", "{} flyttade pappan hem")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
MAILS = (
    "{a}.{b}@example.org", "{a}{y}@example.com", "{a}_{b}@example.se", "{a}-{b}@post.example.com",
    "<{a}.{b}@example.org>", "mailto:{a}@example.com", "{a}.{b}@EXAMPLE.ORG", "{a}+barn@example.org",
    "{a}.{b}\u200b@example.org",
)  # fmt: skip
DAMAGED_MAILS = (
    "{a} . {b} @ example . org", "{a}.{b}(at)example.org", "{a}.{b} [at] example.com", "{a}.{b}@example,com",
    "{a}.{b}@\nexample.org",
)  # fmt: skip
MAIL_FRAMES = (
    "Mejla {} så svarar hon",
    "Når {} bäst på kvällen",
    "Skickat till {}.",
    "Adressen {} studsar",
    "{} gäller",
)
IPS = (
    "192.0.2.{x}",
    "198.51.100.{x}",
    "203.0.113.{x}",
    "2001:db8::{x}",
    "2001:db8:0:0:0:0:2:{x}",
    "IP 192.0.2.{x}",
)
IP_FRAMES = ("Svarade från {} i går", "Enkäten kom från {}", "Loggen visar {}.")
URLS = (
    "https://example.org/profil/{a}.{b}", "http://www.example.com/{a}{b}", "www.example.se/people/{a}-{b}",
    "example.com/@{a}_{b}", "insta: @{a}.{b}{yy}", "https://social.example/u/{a}{yy}",
)  # fmt: skip
URL_FRAMES = ("Hennes sida är {}", "Bilderna ligger på {}", "Se {} för videon")
ASCII = str.maketrans("åäöéüğışçžćčđ", "aaoeugisczccd")


def drawn_names(locale: str) -> tuple[Sequence[str], Sequence[str]]:
    """Give the first and last names that faker knows of a country."""
    provider = import_module(f"faker.providers.person.{locale}").Provider
    return tuple(provider.first_names), tuple(provider.last_names)


def name_items(random: Random) -> Iterator[Item]:
    """Give full names, single names with and without kin words, small letters and initials."""
    sources: dict[str, tuple[Sequence[str], Sequence[str]]] = {name: drawn_names(name) for name in LOCALES}
    for name, (firsts, lasts) in BY_HAND.items():
        sources[name] = (firsts.split(), lasts.split())
    groups: tuple[tuple[str, tuple[str, ...], Level], ...] = (
        ("full_name", FULL, "stop"),
        ("single_name", LOOSE, "doubt"),
        ("small_name", SMALL, "doubt"),
        ("initials", MARKS, "doubt"),
    )
    for source, (firsts, lasts) in sources.items():
        for kind, patterns, level in groups:
            for pattern in patterns:
                cells = [_named(pattern, firsts, lasts, random) for _ in range(EACH)]
                yield from alone_and_in_frames(kind, f"{source} {pattern}", level, cells, NAME_FRAMES, random)


def _named(pattern: str, firsts: Sequence[str], lasts: Sequence[str], random: Random) -> str:
    first, second, last = random.choice(firsts), random.choice(firsts), random.choice(lasts)
    return pattern.format(
        f=first, g=second, l=last, F=first.upper(), L=last.upper(), fs=first.lower(), ls=last.lower(),
        i=first[0], j=last[0].upper(),
    )  # fmt: skip


def word_items(random: Random) -> Iterator[Item]:
    """Give addresses, schools, births, dates, e-mail and web addresses."""
    groups: tuple[tuple[str, tuple[str, ...], Level, tuple[str, ...]], ...] = (
        ("address", ADDRESSES, "stop", HOME_FRAMES),
        ("address_part", VAGUE_ADDRESSES, "doubt", HOME_FRAMES),
        ("school", SCHOOLS, "doubt", SCHOOL_FRAMES),
        ("birth", BIRTHS, "stop", BIRTH_FRAMES),
        ("date_in_text", DATES, "doubt", DATE_FRAMES),
        ("e_mail", MAILS, "stop", MAIL_FRAMES),
        ("e_mail_damaged", DAMAGED_MAILS, "doubt", MAIL_FRAMES),
        ("ip", IPS, "stop", IP_FRAMES),
        ("url", URLS, "doubt", URL_FRAMES),
    )
    for kind, patterns, level, frames in groups:
        for pattern in patterns:
            cells = [pattern.format_map(_parts(random)) for _ in range(EACH)]
            yield from alone_and_in_frames(kind, repr(pattern), level, cells, frames, random)


def _parts(random: Random) -> dict[str, object]:
    firsts, lasts = drawn_names("sv_SE")
    month, day, year = random.randrange(12), random.randrange(1, 29), random.randrange(1975, 2021)
    street = random.choice(STREETS)
    return {
        "s": street, "t": random.choice(TAILS[:7]), "u": street + random.choice(TAILS), "p": random.choice(PLACES),
        "z": f"99{random.randrange(10)} {random.randrange(10, 99)}", "d": day, "dd": f"{day:02}", "y": year,
        "yy": f"{year % 100:02}", "m": f"{month + 1:02}", "n": month + 1, "M": MONTHS[month],
        "a": random.choice(firsts).lower().translate(ASCII), "b": random.choice(lasts).lower().translate(ASCII),
        "x": random.randrange(1, 250),
    }  # fmt: skip
