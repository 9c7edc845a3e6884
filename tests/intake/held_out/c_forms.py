"""The forms of set C that are not identity numbers; all forms are in ``FORMS``."""

from collections.abc import Sequence

from intake.held_out import c_words as words
from intake.held_out.c_numbers import COORDINATION, EXCEL, FAULTY, IDENTITY, Form, forms

_PROSE = {
    "iso": ["{child.year}-{child.month}-{child.day}", "20{yy}-05-1#"],
    "day slash month": ["{d}/{mm}", "den {d}/{mm}"],
    "words": ["den {d} {month}", "{d} {month} 20{yy}", "den {d}:e {month}"],
    "points": ["{d}.{mm}.20{yy}", "{d}/{mm} -{yy}"],
}
_BIRTH = {
    "born, iso": ["född {child.year}-{child.month}-{child.day}", "född {child.long}"],
    "born, slash": ["född {d}/{mm} 20{yy}", "f. {d}/{mm}-{yy}", "född {d}/{mm} -{yy}"],
    "born, words": ["född den {d} {month} 20{yy}", "född {d} {month} 20{yy}"],
    "born, short": ["f. {child.short}", "född {child.short}", "f {child.year}-{child.month}-{child.day}"],
    "date of birth": ["födelsedatum {child.year}-{child.month}-{child.day}", "födelsedatum: {child.long}"],
}
_NAMES = {
    "last, first": ["{p.last}, {p.first}", "{p.last} {p.first}"],
    "title": ["soc.sekr. {p.first} {p.last}", "kurator {p.first} {p.last}", "läkare {p.first} {p.last}"],
    "kin": ["mamma {p.first} {p.last}", "pappan {p.first} {p.last}", "dotter: {p.first} {p.last}"],
    "two given": ["{p.first} {q.first} {p.last}", "{p.first} {q.first} {q.last}"],
    "two family": ["{p.first} {q.last} {p.last}", "{p.first} {p.last}-{q.last}"],
    "letter between": ["{p.first} M {p.last}", "{p.first} A. {p.last}"],
    "two persons": ["{p.first} {p.last} och {q.first} {q.last}", "{p.first} {p.last}/{q.first} {q.last}"],
}


CONTACT = [
    *forms(
        "telephone",
        "stop",
        words.CONTACT,
        {
            "hyphen": ["{area}-{spaced}"],
            "compact": ["{area}{compact}"],
            "hyphen, compact": ["{area}-{compact}"],
            "blanks": ["{area} {spaced}"],
            "+46": ["+46 {abroad} {spaced}", "+46{abroad}{compact}", "+46 {abroad}-{spaced}"],
            "+46 (0)": ["+46 (0){abroad}-{spaced}", "+46(0){abroad}{compact}"],
            "0046": ["0046{abroad}{compact}", "0046 {abroad} {spaced}"],
            "slash": ["{area}/{compact}", "{area}/{spaced}"],
            "en dash": ["{area}–{spaced}", "{area} – {spaced}"],
            "label": ["tel {area}{compact}", "mob. {area}-{compact}", "tfn: {area}-{spaced}"],
        },
    ),
    *forms(
        "e_mail",
        "stop",
        words.CONTACT,
        {
            "plain": ["{p.ascii_first}.{p.ascii_last}@example.org", "{p.ascii_first}##@example.com"],
            "sentence case": ["{p.first}.{p.last}@example.com"],
            "at as a word": [
                "{p.ascii_first}.{p.ascii_last}(at)example.org",
                "{p.ascii_first}.{p.ascii_last} [at] example.com",
                "{p.ascii_first}(a)example.org",
            ],
            "out of the mail program": [
                "{p.first} {p.last} <{p.ascii_first}.{p.ascii_last}@example.org>",
                "mailto:{p.ascii_first}@example.com",
            ],
            "blank of a telephone": [
                "{p.ascii_first}.{p.ascii_last} @example.org",
                "{p.ascii_first}@ example.com",
            ],
        },
    ),
]
PLACE = [
    *forms(
        "address",
        "stop",
        words.HOME,
        {
            "street": ["{street} {small}"],
            "letter": ["{street} {small}B", "{street} {small} C"],
            "flat": ["{street} {small} lgh 110#", "{street} {small}, 3 tr", "{street} {small}, lgh 120#"],
            "post town": ["{street} {small}, 9## ## {place}", "{street} {small} 9#### {place}"],
            "two words": ["Norra {street} {small}", "Gamla {street} {small}A"],
            "short": ["{short_street} {small}"],
            "care of": ["c/o {p.last}, {street} {small}", "c/o {p.last} {street} {small}"],
            "countryside": ["{farm} {small}#, 9## ## {place}", "{farm} {small}#\n9## ## {place}"],
        },
    ),
    *forms(
        "address_part",
        "doubt",
        words.HOME,
        {
            "farm": ["{farm} {small}#"],
            "post town": ["9## ## {place}", "9#### {place}"],
            "street alone": ["{street}"],
            "property": ["{place} {small}:{d}", "fastigheten {place} {small}:{d}"],
            "flat alone": ["lgh 110#", "lägenhet 120#", "portkod ####"],
        },
    ),
    *forms(
        "school",
        "doubt",
        words.SCHOOL,
        {
            "one word": ["{place}skolan", "Tallbackaskolan"],
            "possessive": ["{place}s skola", "Kvarnåsby friskola"],
            "preschool": ["förskolan Trollet", "Förskolan {root}", "Nyckelpigans förskola"],
            "class": ["klass 4B på {place}skolan", "åk 7 {place}skolan"],
            "upper": ["{place}s gymnasium", "{place}gymnasiet"],
        },
    ),
]
IBANS = (  # the examples of the SWIFT registry
    "SE45 5000 0000 0583 9825 7466",
    "NO93 8601 1117 947",
    "FI21 1234 5600 0007 85",
    "PL61 1090 1014 0000 0712 1981 2874",
    "BA39 1290 0794 0102 8494",
)
OTHER = [
    *forms(
        "account",
        "stop",
        words.MONEY,
        {
            "iban": IBANS,
            "iban, compact": [iban.replace(" ", "") for iban in IBANS],
            "clearing": ["5839-8257466", "5839-825 74 66", "clearing 5839, konto 8257466"],
            "personal account": [
                "3300-{n.short}{n.last}",
                "3300 {n.short}-{n.last}",
                "3300, {n.short}{n.last}",
            ],
            "label": ["kontonr 5839 82 574 66", "konto 58398257466", "kto: 5839-8 257 466"],
        },
    ),
    *forms("birth", "stop", words.BIRTH, _BIRTH),
    *forms(
        "birth", "doubt", words.BIRTHDAY, {"birthday": ["fyller år den {d} {month}", "fyller år {d}/{mm}"]}
    ),
    *forms(
        "birth",
        "doubt",
        words.BIRTH,
        {
            "year": ["född 20{yy}", "f. 20{yy}", "född -{yy}"],
            "month": ["född i {month} 20{yy}"],
        },
    ),
    *forms(
        "case_number",
        "doubt",
        words.CASE,
        {
            "register": ["dnr SN 2024/0##", "Dnr 2023-00####", "diarienr SOC 24/1##"],
            "court": ["mål nr T #1##-24", "T 4##1-23", "mål LVU 2###-24"],
            "migration": ["dossiernr 51-######", "beteckning 11-######", "LMA-nr 10-######"],
            "record": ["akt 2301-4#", "aktnr 10####", "journalnr 00-1## ##", "ärendenr 24-3###"],
            "police": ["5000-K1####6-24", "K ###1##-23", "0201-K####-24"],
        },
    ),
    *forms("date_in_text", "doubt", words.DATE, _PROSE),
    *forms("plate", "doubt", words.CAR, {"blank": ["WAM ##3", "XTZ 2#7"], "compact": ["LOJ#4#", "ZPY3#C"]}),
    *forms(
        "url",
        "doubt",
        words.WEB,
        {
            "address": [
                "https://example.org/{p.ascii_first}",
                "www.example.com/{p.ascii_first}{p.ascii_last}",
            ],
            "at sign": ["@{p.ascii_first}_{p.ascii_last}", "@{p.ascii_first}##"],
            "network": [
                "insta: {p.ascii_first}.{p.ascii_last}",
                "snap {p.ascii_first}_##",
                "tiktok @{p.ascii_first}",
            ],
        },
    ),
]
PEOPLE = [
    *[
        Form(
            kind="full_name",
            name=f"plain, {place}",
            level="stop",
            templates=["{p.first} {p.last}"],
            frames=words.NAME,
            origins=(place,),
        )
        for place in range(len(words.NAMES))
    ],
    *forms("full_name", "stop", words.NAME, _NAMES),
    *forms("full_name", "stop", words.OWNER, {"possessive": ["{p.first} {p.last_owner}"]}),
    *forms(
        "single_name",
        "doubt",
        words.NAME,
        {
            "kin": ["mamma {p.first}", "lillebror {p.first}", "farmor {p.first}", "mostern {p.first}"],
            "kin after": ["{p.owner} mamma", "{p.owner} lärare", "{p.owner} pappa"],
            "bare": ["{p.first}"],
            "two": ["{p.first} och {q.first}", "{p.first} & {q.first}"],
            "family": ["familjen {p.last}", "fam. {p.last}", "fam {p.last}"],
            "with initial": ["{p.first} {p.last[0]}", "{p.first} {p.last[0]}."],
            "role": ["kurator {p.first}", "socialsekreterare {p.last}", "rektor {p.last}"],
        },
    ),
    *forms("single_name", "doubt", words.OWNER, {"possessive": ["{p.owner}"]}),
    *forms(
        "initials",
        "doubt",
        words.NAME,
        {
            "points": ["{p.first[0]}.{p.last[0]}.", "{p.first[0]}.{p.last[0]}"],
            "kin": [
                "mamma {p.first[0]}.{p.last[0]}.",
                "pappa {p.first[0]}{p.last[0]}",
                "{p.first[0]}:s mamma",
            ],
            "bare": ["{p.first[0]}{p.last[0]}"],
        },
    ),
]


SMALL = [
    Form(kind="full_name", name="capitals", level="stop", templates=["{p.last} {p.first}", "{p.first} {p.last}"],
         frames=words.NAME, letters=str.upper),
    *[
        Form(kind="small_name", name=name, level="doubt", templates=[text], frames=frames, letters=str.lower)
        for name, text, frames in (
            ("full name", "{p.first} {p.last}", words.NAME),
            ("kin", "mamma {p.first}", words.NAME),
            ("possessive", "{p.owner}", words.OWNER),
            ("bare", "{p.first}", words.NAME),
        )
    ],
]  # fmt: skip
FORMS: Sequence[Form] = (*IDENTITY, *COORDINATION, *EXCEL, *FAULTY, *CONTACT, *PLACE, *OTHER, *PEOPLE, *SMALL)
