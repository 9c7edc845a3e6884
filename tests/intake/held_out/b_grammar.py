"""Ordinary sentences of case notes, by another grammar than that of set A."""

from random import Random

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
WHO = (
    "storasyster", "en kusin", "mellanbarnet", "fosterhemmet", "kontaktpersonen", "nya läraren", "fritidsledaren",
    "styvpappan", "Skatteverket", "Kriminalvården", "habiliteringen", "morföräldrarna", "tolken", "teamet", "han",
    "hon",
    "enheten", "Ungdomsmottagningen", "bostadsbolaget", "de tre äldsta",
)  # fmt: skip
# present, supine, the rest
ACTS = (
    ("hjälper", "hjälpt", "till med disk och tvätt"), ("glömmer", "glömt", "tiderna ofta"),
    ("sparar", "sparat", "%kr varje månad"), ("missar", "missat", "%n pass"), ("lagar", "lagat",
    "mat hemma %n kvällar"),
    ("får", "fått", "%kr från en stiftelse"), ("åker", "åkt", "buss %n km till jobbet"), ("gråter", "gråtit",
    "mindre"),
    ("lyssnar", "lyssnat", "på poddar vid läggdags"), ("tränar", "tränat", "med gruppen kl %kl"),
    ("svarar", "svarat", "på %N av 40 frågor"), ("väger", "vägt", "%N kg"), ("säger", "sagt", "att skolan fungerar"),
    ("provar", "provat", "%mg dygnsdos"), ("betalar", "betalat", "tillbaka %pc av lånet"), ("sover", "sovit",
    "hela natten"),
    ("minskar", "minskat", "spelandet med %N minuter"), ("behöver", "behövt", "stöd enligt %lag"),
    ("bråkar", "bråkat", "om skärmtid"), ("landar", "landat", "i %n,%n på skalan"),
)  # fmt: skip
WHEN = (
    "på helgen", "i %mån", "v %v", "dagligen", "kvartal %q", "vid %kl-tiden", "hela läsåret %å/%å2", "på loven",
    "igen",
    "sen påsk", "inför julen", "var tredje vecka", "ett par gånger i %mån",
)  # fmt: skip
ENDINGS = (
    ", vilket oroar personalen", " - mycket bättre än väntat", " (enligt skolan)", "; följs upp om %n veckor",
    ", men bara ibland", ", oklart varför", " och det märks", "",
)  # fmt: skip
OPENINGS = (
    "Det märks att",
    "Vi ser att",
    "Teamet bedömer att",
    "Oklart om",
    "Skolan uppger att",
    "Planen är att",
    "Roligt att",
)
LAWS = (
    "SoL 3 kap 6 a §",
    "12 § LVU",
    "7 § LSS",
    "5:1 c SoL",
    "föräldrabalken 6 kap.",
    "skollagen 7:19",
    "prop. 2023/24:68",
)


def _fill(text: str, random: Random) -> str:
    n, many, year = random.randrange(2, 10), random.randrange(11, 99), random.randrange(19, 25)
    money = random.randrange(3, 400) * 25
    values = {
        "%kr": random.choice(
            (
                f"{money} kr",
                f"{money // 1000 + 1} {money % 1000:03} kr",
                f"SEK {money}",
                f"{money}kr",
                f"ca {money},-",
            )
        ),
        "%kl": f"{random.randrange(6, 21):02}.{random.choice(('00', '15', '45'))}",
        "%mån": random.choice(MONTHS),
        "%mg": random.choice((f"{n * 5} mg", f"{n * 2},5mg", f"{many} µg")),
        "%pc": random.choice((f"{many} proc", f"{many}-{many + 1} %", f"{many} %")),
        "%lag": random.choice(LAWS),
        "%å2": str(year + 1),
        "%n": str(n),
        "%N": str(many),
        "%v": str(random.randrange(1, 53)),
        "%q": str(random.randrange(1, 5)),
        "%å": str(year),
    }
    for slot, value in values.items():
        text = text.replace(slot, value)
    return text[0].upper() + text[1:]


def sentence(random: Random) -> str:
    who, when, end = random.choice(WHO), random.choice(WHEN), random.choice(ENDINGS)
    now, done, rest = random.choice(ACTS)
    forms = (
        f"{random.choice(OPENINGS)} {who} {now} {rest}{end}.",
        f"numera {now} {who} {rest} {when}{end}.",
        f"{who} har aldrig {done} {rest}, {when} var värst.",
        f"har {who} verkligen {done} {rest} {when}?",
        f"{done} {rest} {when}",
        f"om {who} {now} {rest} avslutas insatsen {when}.",
        f"- {who} {now} {rest}\n- {random.choice(WHO)} likaså",
        _fill(f"{who} {now} inte {when}", random).upper(),
        f"{when}: {who} {now} {rest}, men {random.choice(WHO)} {random.choice(ACTS)[0]} inte alls.",
    )
    return _fill(random.choice(forms), random)
