"""Numbers and names of organisations that lead to a person: accounts, cases, journals, schools, clubs, cars."""

import re
from collections.abc import Iterator

from fou_eval.intake.persons.checks import is_iban, is_luhn
from fou_eval.intake.persons.finding import Finding, doubtful, sure
from fou_eval.intake.persons.plain import digits_in, holds_any

_IBAN = re.compile(
    r"(?<!\w)[A-Za-z]{2}\d{2}(?:[^\w\n]?[A-Za-z0-9]{4}){2,7}(?:[^\w\n]?[A-Za-z0-9]{1,3})?(?!\w)"
)
_GAP = re.compile(r"\W")
_IBAN_SHAPE = re.compile(
    r"(?<![A-Za-z0-9])(?:SE|NO|DK|FI|DE|GB|PL|IS)\d{2}(?:[ -]?\d{4}){2,5}(?:[ -]?\d{1,4})?(?!\d)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:konto|kontonr|kontonummer|kontot|bankkonto|personkonto|lönekonto|sparkonto|clearing\w*|"
    r"clnr|iban|bic|bankgiro\w*|plusgiro\w*|postgiro\w*|bg|pg|bgnr|"
    r"autogiro|kortnr|kortnummer|betalkort|bankid)\b[.:]?(?:\s?(?:nr|nummer|är|till|:|"
    r"-))*[\s:.]{0,3}[A-Z]{0,2}\d[\d ,.-]{3,}",
    re.IGNORECASE,
)
_CLEARING = re.compile(
    r"(?<![\d.,/-])(?:[1-9]\d{3}(?:-\d)?)[,.]?[ -]{1,2}(?:\d{2,3}[ .]\d{2,3}[ .]\d{2,4}(?:[ "
    r".]?-?\d)?|\d{7,10}|\d{2,3} ?\d{3} ?\d{3}-\d|\d{6}-\d)(?![\d]|[,.-]\d|\s?kr)"
)
_BANK = re.compile(
    r"\b(?:nordea|swedbank|handelsbanken|seb|länsförsäkringar|danske bank|ica banken|skandia\w*|"
    r"sparbanken)\b\D{0,12}\d[\d ,.-]{6,}",
    re.IGNORECASE,
)
_GIRO = re.compile(r"(?<![\d-])(\d{3,4})-(\d{4})(?![\d-])")
_TIME_OR_YEAR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d|(?:19|20)\d\d")
_CARD = re.compile(r"(?<![\d-])[3-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}(?!\d|-\d)")
_PASSPORT = re.compile(
    r"\b(?:pass(?:port)?|passnr|passnummer|pass-?nr|id-?kort\w*|legitimation\w*|körkort\w*|lma|"
    r"lma-?(?:nr|nummer|kort\w*)|uppehållstillstånd\w*|dossier\w*|k[- ]?nummer)\b[.:]?\s?(?:nr|"
    r"nummer|number|no)?[.:]?\s?(?:är )?[A-Z]{0,3}\s?\d[\d -]{4,}\d",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:dnr|d\.?nr|diarienr|diarienummer|ärendenr|ärendenummer|ärende-?id|målnr|målnummer|"
    r"dossiernr|dossiernummer|journalnr|journalnummer|journal-?id|remissnr|"
    r"beslutsnr|aktnr|aktnummer|akt\s?nr|klientnr|klientnummer|klient-?id|patient-?id|patientnr|"
    r"patientnummer|elevnr|elev-?id|reservnr|reservnummer|lma-?nr|"
    r"lma-?nummer|bvc-?nr|ärende-?nr|case (?:no|number)|k-?nr)\b(?=\D{0,15}\d)"
    r"|\b(?:mål|ärende|ärendet|akt|akten|journal|bvc(?:-journal)?|dossier|remiss|beslut|"
    r"polisanmälan|anmälan|anmälningsnr|lma|diarie\w*)\b\W{0,2}(?:nr|nummer|id|med "
    r"nr)?\W{0,3}(?:[A-ZÅÄÖ]{1,4}[ -]?)?\d{2,6}[-/]\d{2,7}\b(?![-/]\d)"
    r"|\b(?:journal|bvc|akt|klient|patient|ärende|lma|remiss|elev|dossier|handläggar|dnr|mål)-?(?:nr|"
    r"nummer|id|kod)?[:#= -]{1,2}\s?(?:nr\.?\s)?[A-Z]{0,3}\d{4,}\b",
    re.IGNORECASE,
)
_CASE_BARE = re.compile(
    r"(?<![\w/-])(?!SFS|SOSFS|HSLF|SOU|PROP|DS|VT|HT|LÅ|LÄSÅR|ÅK|PRB|NJA|RÅ|JO|"
    r"MIG)[A-ZÅÄÖ]{1,5}(?:[ -][A-ZÅÄÖ]{1,4})?[ -]?(?:(?:19|20)\d\d[/:-]\d{1,6}|\d{1,6}[/:-](?:19|"
    r"20)\d\d|\d{3,6}[-/]\d\d)(?![\w/:-])"
    r"|(?<![\w/-])(?:19|20)\d\d[/-](?!(?:19|20)\d\d(?!\d))(?:\d{3,7})(?![\w/-])|"
    r"(?<![\w/.-])\d{3,6}[/-](?:19|20)\d\d(?![\w/-])"
    r"|\b\d{4}-[KA]?\d{4,7}-\d\d\b|\bK\d{5,7}-\d\d\b"
)
_YEARS = re.compile(r"(?:19|20)\d\d[/-](?:19|20)\d\d")
_PLATE = re.compile(
    r"\b(?!(?:ADH|ADD|ASD|SDQ|ORS|SRS|KBT|DBT|LVU|LVM|SOL|LSS|LPT|BUP|BVC|MVC|IVO|SFS|PTS|GAF|HVB|"
    r"FAM|BAR|PER|FOR|IFO|SOC|VUX|ADL|BBI|KAS|ACE|PHQ|GAD|BDI|BAI|CBC|WHO|UNG|MIN|MAX|ANT|SUM|KOD|"
    r"NIV|DAG|ÅLD|DEL|INS|FYS|ICD|DSM|ESF|FOU|GDP|NPF|ELF|UFO|KUB|SUS|EFS|SFB|PSS|FSS|FAS|RBS|"
    r"CRP|LDL|HDL|TSH|EKG|EEG|MMR|PSA|KPI|BNP|TKR|MKR|KLO|TEL|TFN|FAX|MOB|LGH|BOX|SEK|EUR|USD|NOK|DKK|"
    r"GBP|CHF|PLN|JPY|CAD|AUD|TRY|HUF|CZK|RON|RUB|UAH|SOS|ETB|ERN|AFN|SYP|LBP|PKR|THB|BAM|RSD|ALL|BGN|KRW|CNY)\b)"
    r"[A-HJ-PR-UW-Z]{3} ?\d{2}[A-HJ-PR-UW-Z0-9]\b"
)
_PLATE_SAID = re.compile(
    r"\b(?:reg\.?\s?nr|regnr|registreringsnummer|"
    r"(?:reg\.?\s?|registrerings|nummer)?skylt(?:en)?|bil(?:en)?)\b\W{0,3}(?:är |"
    r"med )?[A-Za-z]{3}[ -]?\d{2}[A-Za-z0-9]\b",
    re.IGNORECASE,
)
_HASH = re.compile(
    r"(?<![\w-])(?:(?=[0-9]{0,128}[a-f])(?=[a-f]{0,128}[0-9])[0-9a-f]{24,128}|"
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![\w-])",
    re.IGNORECASE,
)
_NO_SCHOOL = (
    r"(?!(?i:för|grund|hög|sär|fri|låg|mellan|hem|gymnasie\w*|resurs|special|kultur|musik|åter|"
    r"till|från|i|folkhög|sommar|söndags|lov|läx|helg|halvdags|heldags|data|bygg|gym|sång|sy|cirkus|idrotts|"
    r"sport|tennis|golf|segel|surf|fotbolls|hockey|internat|natur|skogs|stads|bas|bro|flick|pojk|slöjd|handels|"
    r"lant?bruks|teater|balett|matte|vuxen|mödra|etik|koran|hund|valp|förberedelse|mottagnings|profil|riks|stor|"
    r"små|del|minst|"
    r"föräldra|lågstadie|mellanstadie|"
    r"högstadie|by|dag|kvälls|natt|yrkes|bil|trafik|dans|simm?|rid|ski?d|konst|teknik|grundsär|"
    r"träning\w*|anpassade|öppna|hjälp|obs|real|same|språk|blivande|"
    r"kommunal\w*|hela|nya|gamla|bort|efter|under|om|av|på|distans|sjukhus|polis|läkar|forskar|"
    r"kompis|grann|hemma)(?:för|sär)?skol)"
)
_SCHOOL = re.compile(
    rf"\b{_NO_SCHOOL}[a-zåäöéA-ZÅÄÖ][a-zåäöé]{{2,}}(?:skola|skolan|skolans)\b"
    r"|\b(?!(?:Resurs|Special|Musik|Kultur|Grann|Gymnasie|Tränings|Låg|Mellan|För|Grund|Sär|Hög|"
    r"Fri|Vår|Hans|Hennes|Deras|Ny|Min|Din|En|Vilken|Annan|Samma|Varje|Kommunens|Barnets|Barnens|"
    r"Dotterns|Sonens|Elevens|Öppna|Anpassade|Dagens|Pojkens|"
    r"Flickans)\s)[A-ZÅÄÖ][a-zåäöé]{2,}s?\s(?:[a-zåäö]+\s)?(?:skola|förskola|friskola|gymnasium|"
    r"fritids|fritidshem|dagis|internationella skola)\b"
    r"|\b(?!(?:Mammas|Pappas|Hennes|Hans|Deras|Barnas|Våras?|Årets|Vems)\s)"
    r"[A-ZÅÄÖ][a-zåäöé]{2,}(?<!en)(?<!et)(?<!na)(?<!rn)s\s[a-zåäö]{3,}skola\b"
    r"|\b(?!Natur|Samhälls|Teknik|Yrkes|Introduktions|Special|Sär|Riks|Kommunala|Fri|"
    r"Hög)[A-ZÅÄÖ][a-zåäöé]{2,}(?:gymnasiet|gymnasium|fritids)\b"
    r"|\b(?:[Ff]örskolan?|[Ss]kolan|[Ff]riskolan|[Dd]agis|[Ff]ritids|[Aa]vdelning(?:en)?|[Aa]vd\.|"
    r"[Ff]amiljecentral(?:en)?)\s(?!BUP|LVU|SoL|BVC|(?:Och|Är|Har|Om|På|För|Jag|Vi|Hon|Han|Det|"
    r"Mamma|Pappa)\b)[A-ZÅÄÖ][a-zåäöé]{3,}\b"
    r"|\b(?:Montessori|Waldorf|Engelska skolan|Internationella Engelska)\w*"
)
_CLUB = re.compile(
    r"\bIFK\s[A-ZÅÄÖ][a-zåäö]+|\b[A-ZÅÄÖ][a-zåäö]{2,}s?\s(?:IF|BK|FF|IBK|SK|IK|AIK|FC|GF|RK|"
    r"scoutkår|fotbollsklubb|ridklubb|ridskola|simklubb)\b"
    r"|\b(?!Svenska|Frikyrko|Katolska|I\s)[A-ZÅÄÖ][a-zåäö]{2,}s?\s?(?:kyrka|kyrkan|församling|"
    r"moské|moskén|frikyrka|kapell)\b|\b[A-ZÅÄÖ][a-zåäö]{3,}s\sby\b|\bbyn\s[A-ZÅÄÖ][a-zåäö]+"
)


_PASSPORT_WORDS = ("pass", "id", "legitimation", "körkort", "lma", "uppehåll", "dossier", "k-n", "k n")
_CASE_WORDS = (
    "nr",
    "nummer",
    "id",
    "mål",
    "ärende",
    "akt",
    "journal",
    "bvc",
    "dossier",
    "remiss",
    "beslut",
    "anmäl",
    "lma",
    "diarie",
    "no",
    "kod",
    "klient",
    "elev",
    "patient",
)
_SCHOOL_WORDS = ("skol", "gymnasi", "dagis", "fritids", "avd", "familjecentral", "montessori", "waldorf")


def record_kinds(text: str) -> Iterator[Finding]:
    """Give the kinds of number and place that a plain text holds and that lead to somebody.

    Examples
    --------
    >>> [finding.kind for finding in record_kinds("mål nr B 123-45, bg 5050-1055, Exempelskolan")]
    ['account', 'case_number', 'school']
    >>> list(record_kinds("SFS 2001:453, 11 kap. 1 §, läsåret 2023/2024, grundskolan och särskolan"))
    []
    """
    low, digits = text.casefold(), digits_in(text)
    if digits > 4:
        if _has_iban(text) or _has_account(text):
            yield sure("account")
        if holds_any(low, _PASSPORT_WORDS) and _PASSPORT.search(text):
            yield sure("passport")
    if _has_case(text, low, digits):
        yield doubtful("case_number")
    if holds_any(low, _SCHOOL_WORDS) and _SCHOOL.search(text):
        yield doubtful("school")
    if _CLUB.search(text):
        yield doubtful("club")
    if digits > 1 and (_PLATE.search(text) or _PLATE_SAID.search(text)):
        yield doubtful("plate")
    if digits > 1 and len(text) > 23 and _HASH.search(text):
        yield doubtful("hash")


def _has_case(text: str, low: str, digits: int) -> bool:
    if holds_any(low, _CASE_WORDS) and _CASE.search(text):
        return True
    return digits > 2 and any(_YEARS.fullmatch(match.group()) is None for match in _CASE_BARE.finditer(text))


def _has_iban(text: str) -> bool:
    """Say whether a text holds an international account number; short words after it look like more of it."""
    for match in _IBAN.finditer(text):
        written = match.group()
        ends = (len(written), *(gap.start() for gap in _GAP.finditer(written)))
        if any(is_iban(written[:end]) for end in ends):
            return True
    return False


def _has_account(text: str) -> bool:
    if any(pattern.search(text) for pattern in (_IBAN_SHAPE, _ACCOUNT, _CLEARING, _BANK)):
        return True
    if any(is_luhn(re.sub(r"\D", "", match.group())) for match in _CARD.finditer(text)):
        return True
    return any(
        is_luhn(first + last) and not (_TIME_OR_YEAR.fullmatch(first) and _TIME_OR_YEAR.fullmatch(last))
        for first, last in _GIRO.findall(text)
        if text == f"{first}-{last}"
    )
