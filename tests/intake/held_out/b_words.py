"""Names, addresses, schools and dates of birth in spellings that set A does not have."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from random import Random

from intake.held_out.items import Item, Level, alone_and_in_frames

EACH = 3

NAMES = {
    "older swedish": (
        "Ingegerd Börje Gunvor Sigvard Maj-Britt Torsten Ragnhild Kerstin Lennart Solveig Rune Birgitta Yngve Siv Gerd",
        "Åkerblom Norén Hjelm Ståhl Wennerström Rydén Blomdahl Westerlund Öhman Ljungqvist Ottosson Ödman Tegnér",
    ),
    "younger swedish": (
        "Alve Tindra Melker Lovis Ebbe Signe Frank Juni Sixten Tyra Milo Leia Noel Ellie Vilgot Stella Loke Nova",
        "Nordin Hellström Sjögren Lindholm Engberg Wikström Löfgren Hedman Dahlgren Molander Fransson Åström",
    ),
    "kurdish": (
        "Rojin Berivan Azad Dilan Soran Hêvî Zana Shilan Rebwar Kawa Nasrin Helin Bahar Diyar Hozan",
        "Barzani Rasul Qadir Mirkhan Demirtas Shekho Hamadamin Bozan Zebari Kakai Amedi Sherif",
    ),
    "tigrinya": (
        "Tesfay Selam Yonas Semhar Mehari Filmon Rahel Abrehet Hagos Merhawi Luwam Natnael Bisrat Saba",
        "Ghebremedhin Tekle Woldu Haile Kidane Berhe Araya Zerai Okbay Habtemariam Asmerom Fessehaye",
    ),
    "dari": (
        "Zahra Reza Mohsen Fereshteh Najib Parwana Jawad Sohaila Esmat Farzana Masih Nilofar Hamid Shabnam",
        "Rezai Hosseini Ahmadzai Noorzai Sharifi Mohammadi Karimi Haidari Jafari Alizada Rahimi Sultani",
    ),
    "polish": (
        "Agnieszka Wojciech Grzegorz Małgorzata Katarzyna Zbigniew Paweł Joanna Łukasz Beata Krzysztof Iwona",
        "Kowalczyk Wiśniewska Szymański Zieliński Wójcik Kamińska Pawłowska Woźniak Dąbrowski Grabowska",
    ),
    "thai and vietnamese": (
        "Suda Malee Somchai Anong Linh Thuy Huong Minh Phuong Trang Duc Kanya Niran Hoa",
        "Nguyen Tran Pham Srisai Boonmee Chaiyasit Le Vo Hoang Phan Wongsakul Dang",
    ),
}  # fmt: skip
LOCALES = ("hr_HR", "ro_RO", "es_ES", "et_EE")
FULL = (
    "{f} {l} ", "{F} {l}", "{l} {f}", "{f}  {l}", "{f}-{g} {l}", "{f} {l}-{k}", "{f} {l}:s", "({f} {l})",
    "{f} {l}/{g} {k}",
    "{f}{l}", "{f}.{l}", "{f} \"{g}\" {l}", "{f} och {g} {l}", "{f} {i} {l}",
)  # fmt: skip
LOOSE = (
    "brodern {f}", "{f}, mamma", "{f}:s", "farmor {f}", "styvpappa {f}", "handläggare {f}", "{f} & {g}", "{f}/{g}",
    "kusinen {f}", "{f} 7 år", "fröken {f}", "herr {l}", "familjen {l}", "syskonen {l}",
)  # fmt: skip
SMALL = ("pappa {fs}", "{fs} och {gs}", "{fs}s mamma")
SHORT = ("{f} {i}", "{i} {l}", "{f} {l3}.")
NAME_FRAMES = (
    "Träffade {} på torget", "Kanske kan {} följa med nästa gång", "Vi hann inte med {}, ny tid nästa vecka",
    "Frågan från {} handlade om sängtider", "Till slut ringde {} själv", "Fika hos {} gick fint", "På soffan: {}.",
    "{} bad om tolk", "Kvar att intervjua är {}", "Enligt läraren har {} blivit lugnare",
    "Det blev {} som fick jobbet",
)  # fmt: skip

STREETS = ("Silverkotte", "Trollsländ", "Månskens", "Fabelvärlds", "Sockerdricks", "Älvdans", "Önske")
ROADS = (
    "esplanaden",
    "plan",
    "kroken",
    "promenaden",
    "slingan",
    "leden",
    "ringen",
    "brinken",
    "kajen",
    "väg",
    "gata",
    "gr.",
)
TOWNS = ("Kottby", "Älvköping", "Fabelstad", "Sörsaga", "Molnvik")
ADDRESSES = (
    "{s}{t} 4", "{s}{t} 18 b", "{s}{t} 21:3", "{s}{t} nr 9", "{s}{t} 7, {p}", "{z} {p}, {s}{t} 2", "{S}{T} 33",
    "{s}{t} 12 nb", "{s}{t} 6 1tr ö.g.", "{s}{t}, 15", "Lilla {s}{t} 8", "{s}{t}15", "Övre {s}{t} 1 D",
)  # fmt: skip
VAGUE = ("{z2} {p}", "Pl 1284, {p}", "Boxadress 44, {z} {p}", "lantbrevlåda 12 {p}", "postnr {z2}")
HOME_FRAMES = (
    "Hämta nycklar, {}", "Lägenheten på {} är för liten", "Ska bo på {} till våren", "{} är skyddad",
    "Taxi till {} kl 9",
)  # fmt: skip
SCHOOLS = (
    "{s}s skola", "{s}skolans F-3", "{s}s montessoriförskola", "Fritidshemmet {s}", "{s} gymnasium", "Fsk {s}gläntan",
    "Friskolan {s}", "{s}s resursskola", "{p}s folkhögskola", "särskolan på {s}s skola",
)  # fmt: skip
SCHOOL_FRAMES = (
    "Trivs på {}",
    "{} vill ha nytt möte",
    "Från {} kom en rapport",
    "Syskonet börjar på {} i höst",
)
BIRTHS = (
    "föddes {d} {M} {y}", "född: {dd}.{m}.{y}", "född {y}.{m}.{dd}", "f.{y}-{m}-{dd}", "född {dd}{m}{y}",
    "fdd {y}{m}{dd}",
    "f. {d}.{n}.{y}", "födelsetid {yy}{m}{dd}", "kom till världen den {d} {M} {y}", "född {d}:e {M} {y}",
    "* {y}-{m}-{dd}",
    "född {d}-{n}-{y}", "född {dd}/{m}-{yy}", "fyller år {d} {M} (född {y})",
)  # fmt: skip
BIRTH_FRAMES = ("Lillasyster {}, äter själv", "Barnet ({}) har bytt grupp", "{} och är frisk")
DATES = (
    "{dd}/{m}/{y}",
    "{dd}-{m}-{y}",
    "{y}/{m}/{dd}",
    "{d}:e {M} {y}",
    "{d} {M3} {y}",
    "{y}.{m}.{dd}",
    "{d}/{n}-{yy}",
)
DATE_FRAMES = ("Skilsmässa {} enligt modern", "Akut inlagd {}, hemma igen", "Kom till landet {}")
MAILS = (
    "{a}@{b}.example.org", "{A}.{B}@Example.Com", "{a}.{b}{yy}@mail.example.se", "e-post:{a}@example.org",
    "({a}_{b}@example.com)", "{a}.{b}@example.org;{b}@example.org", "mail={a}@example.se", "{a}'{b}@example.org",
    "{a}.å{b}@example.se", "{a}\uff20example.org", "\"{a} {b}\" <{a}@example.com>", "{a}%{b}@example.com",
)  # fmt: skip
DAMAGED = (
    "{a}.{b} snabel-a example.org", "{a}.{b}@example", "{a}{b} at example dot com", "{a}@ example.org",
    "{a}(a)example.se",
    "{a}.{b}[snabela]example.org", "{a}.{b}@example. org",
)  # fmt: skip
MAIL_FRAMES = (
    "Brevet gick till {} i stället",
    "{} studsade",
    "Kopia till {} också",
    "Svarar alltid från {}!",
)
IPS = (
    "ip: 198.51.100.{x}",
    "(203.0.113.{x})",
    "192.0.2.{x}:443",
    "2001:DB8::{x}:1",
    "[2001:db8::{x}]",
    "192.0.2.{x}.",
)
IP_FRAMES = ("Inloggad via {}", "{} spärrades", "Enhet på {} samma kväll")
URLS = (
    "https://www.example.com/profile.php?id=10{x}", "example.org/~{a}", "m.example.com/{a}.{b}.{x}", "@{a}{b}{yy}",
    "snap: {a}_{b}", "https://example.se/#/{a}/{b}", "ftp://example.org/{a}",
)  # fmt: skip
URL_FRAMES = ("Bilder lades ut på {}", "Kollar {} varje dag", "Kontot {} anmält")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip


def name_items(random: Random) -> Iterator[Item]:
    sources: dict[str, tuple[Sequence[str], Sequence[str]]] = {}
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        sources[locale] = (tuple(provider.first_names), tuple(provider.last_names))
    for name, (firsts, lasts) in NAMES.items():
        sources[name] = (firsts.split(), lasts.split())
    groups: tuple[tuple[str, tuple[str, ...], Level], ...] = (
        ("full_name", FULL, "stop"), ("single_name", LOOSE, "doubt"), ("small_name", SMALL, "doubt"),
        ("initials", SHORT, "doubt"),
    )  # fmt: skip
    for source, (firsts, lasts) in sources.items():
        for kind, patterns, level in groups:
            for pattern in patterns:
                cells = []
                for _ in range(EACH):
                    f, g, one, two = (*random.sample(firsts, 2), *random.sample(lasts, 2))
                    cells.append(pattern.format(
                        f=f, g=g, l=one, k=two, i=f[0], F=f.upper(), fs=f.lower(), gs=g.lower(), l3=one[:3],
                    ))  # fmt: skip
                kind_shown, form, grade = kind, f"{source} {pattern}", level
                if pattern in {"{f}{l}", "{f}.{l}"}:
                    kind_shown, grade = "name_run_together", "doubt"
                yield from alone_and_in_frames(kind_shown, form, grade, cells, NAME_FRAMES, random)


def word_items(random: Random) -> Iterator[Item]:
    groups: tuple[tuple[str, tuple[str, ...], Level, tuple[str, ...]], ...] = (
        ("address", ADDRESSES, "stop", HOME_FRAMES), ("address_part", VAGUE, "doubt", HOME_FRAMES),
        ("school", SCHOOLS, "doubt", SCHOOL_FRAMES), ("birth", BIRTHS, "stop", BIRTH_FRAMES),
        ("date_in_text", DATES, "doubt", DATE_FRAMES), ("e_mail", MAILS, "stop", MAIL_FRAMES),
        ("e_mail_damaged", DAMAGED, "doubt", MAIL_FRAMES), ("ip", IPS, "stop", IP_FRAMES),
        ("url", URLS, "doubt", URL_FRAMES),
    )  # fmt: skip
    for kind, patterns, level, frames in groups:
        for pattern in patterns:
            cells = [pattern.format_map(_parts(random)) for _ in range(EACH)]
            yield from alone_and_in_frames(kind, repr(pattern), level, cells, frames, random)


def _parts(random: Random) -> dict[str, object]:
    group = random.choice(("older swedish", "tigrinya", "dari", "kurdish"))
    first, last = (
        random.choice(part.split()).lower().replace("å", "a").replace("ö", "o") for part in NAMES[group]
    )
    month, day, year = random.randrange(12), random.randrange(1, 29), random.randrange(1972, 2022)
    street, road = random.choice(STREETS), random.choice(ROADS)
    post = f"99{random.randrange(1000):03}"
    return {
        "s": street, "t": road, "S": street.upper(), "T": road.upper(), "p": random.choice(TOWNS),
        "z": f"{post[:3]} {post[3:]}", "z2": post, "d": day, "dd": f"{day:02}", "y": year, "yy": f"{year % 100:02}",
        "m": f"{month + 1:02}", "n": month + 1, "M": MONTHS[month], "M3": MONTHS[month][:3], "a": first, "b": last,
        "A": first.capitalize(), "B": last.capitalize(), "x": random.randrange(1, 250),
    }  # fmt: skip
