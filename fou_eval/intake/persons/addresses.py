"""Where somebody lives: streets, doors, boxes, postal towns, positions."""

import re
from collections.abc import Iterator

from fou_eval.intake.persons.finding import Finding, doubtful, sure
from fou_eval.intake.persons.plain import digits_in, holds_any

_NUMBER = (
    r"(?:nr\.?\s?)?\d{1,3}(?::\d(?!\d))?(?:\s?[A-Za-z](?![\wåäö])|-\d{1,3})?(?!\d|[,.]\d|\s?(?:km|mil|m|"
    r"min|minuter|timmar|tim|år|gånger|kr|"
    r"veckor|dagar|st|%|procent|av)\b|-\d{2}-|:)"
)
_STRONG = (
    r"(?:gatan|gata|vägen|väg|gränd|gränden|torget|torg|stigen|stig|allén|allé|allen|backen|"
    r"esplanaden|leden|liden|slingan|kajen|svängen|ringen|rundeln|gången|stråket|slätten|kroken|"
    r"promenaden|passagen|spången|tvären|stranden|hagen|vreten)"
)
_WEAK = (
    r"(?:plan|planen|backe|höjden|park|parken|platsen|plats|terrassen|bron|hamn|gården|gård|"
    r"vreten|ängen|kullen|tået|dalen|lunden|brinken|åsen|udden|viken|näset)"
)
# Plans and places of social work, and ways that are no streets.
_NO_STREET = re.compile(
    r"(?:genomförande|vård|handlings|kris|arbets|behandlings|åtgärds|samverkans|habiliterings|"
    r"rehab\w*|säkerhets|utvecklings|tids|trappsteg|"
    r"studie|läro|kurs|familje|insats|planerings|uppföljnings|projekt|skol|nöd|hand|veckans?|"
    r"omsorgs|barn\w*|process|metod|års|budget|om|ut|in|"
    r"stödjande|sam|mål|risk|bo|lek|park|mötes|vistelse|praktik|arbets|pass|sjuk|bonde|herr|frist|"
    r"hem|kolonil?|special|steg|del|lednings|till|fram|över|under|upp|ned|ner|av|före|åter|start|cykel|"
    r"gång|vandrings|motions|vårs?|sommar|höst|vinter|kvälls|helg)"
    rf"(?:{_STRONG}|{_WEAK})(?!\w)",
    re.IGNORECASE,
)
_SHORTENED = (
    r"(?:gr\.|(?<=s)[gv]\.)"  # Kungsg. 5; but 12 stands after many a word of a sentence that ends in g.
)
_STREET = re.compile(
    rf"\b[^\W\d_]{{2,}}(?:(?<=[a-zåäöé]){_STRONG}|[- ]{_STRONG})\s{{1,2}}{_NUMBER}"
    rf"|\b[A-ZÅÄÖ]{{2,}}{_STRONG.upper()}\s{{0,2}}{_NUMBER}"
    rf"|\b[A-ZÅÄÖ][a-zåäöé]{{2,}}(?:{_STRONG}\s{{0,2}}|{_SHORTENED}\s{{0,2}}){_NUMBER}"
    rf"|(?<![.!?:] )(?<!^)\b[A-ZÅÄÖ][a-zåäöé]{{2,}}{_STRONG}, {_NUMBER}|^[A-ZÅÄÖ][a-zåäöé]{{2,}}{_STRONG}, {_NUMBER}$"
)
_AFTER_COMMA = re.compile(rf"^[A-ZÅÄÖ][a-zåäöé]{{3,}}{_STRONG}, {_NUMBER}")
_WEAK_STREET = re.compile(rf"\b[A-ZÅÄÖ][a-zåäöé]{{2,}}(?:{_WEAK}|s {_WEAK})\s{{1,2}}{_NUMBER}")
_NO_NUMBER = re.compile(
    r"(?<![.!?:] )(?<!^)\b(?:[A-ZÅÄÖ][a-zåäöé]{2,}(?:gatan|gränd|stigen|vägen|torget|allén)|"
    r"[A-ZÅÄÖ][a-zåäöé]{3,}s (?:gata|väg|gränd|torg|allé))\b"
)
_ONLY_STREET = re.compile(
    r"(?:bor|flyttat?|adress\w*|boende|hemma|bosatt)\s(?:på|till|hos|vid|"
    r":)?\s?[A-ZÅÄÖ]?[a-zåäöé]{3,}(?:gatan|vägen|gränd|stigen|torget|allén)\b",
    re.IGNORECASE,
)
_RURAL = re.compile(
    r"\b(?:Stora|Lilla|Norra|Södra|Östra|Västra|Övre|Nedre|Gamla|Nya) [A-ZÅÄÖ][a-zåäöé]{3,} \d{1,4}\b"
    r"|\b[A-ZÅÄÖ][a-zåäöé]{2,}(?:torp|hult|boda|sätra|rud|arp|måla) \d{1,4}\b"
)
_CARE_OF = re.compile(r"(?<!\w)[Cc][/.]\s?[Oo]\.?[:/]?\s+[A-ZÅÄÖ]\w+")
_DOOR = re.compile(
    r"\b(?:lgh|lägenhet|lägenhetsnr|lägenhetsnummer|portkod|"
    r"dörrkod)\.?:?\s?(?:nr\.?\s?)?\d{3,4}\b|\b(?:[Bb]ox|BOX|[Pp]ostbox)\s?\d{2,5}\b",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"(?<![\d.,])(?:SE?-?\s?)?[1-9]\d{2}\s\d{2}[, ]{1,3}(?!Kr\b|Kronor|SEK|Euro|EUR|USD|"
    r"KR\b)[A-ZÅÄÖ](?:[a-zåäöé]+|[A-ZÅÄÖ]+)"
    r"|(?<![\d.,-])[1-9]\d{4}\s+(?!Kr\b|Kronor|SEK|Euro|EUR|USD|KR\b|Personer|Familjer|"
    r"Barn)[A-ZÅÄÖ][a-zåäöé]{2,}|\bSE?-\s?\d{3}\s?\d{2}\b"
    r"|\b(?:postnr|postnummer|postadress)\W{0,3}\d{3}\s?\d{2}\b"
)
_PROPERTY = re.compile(r"\b(?:fastighet\w*|tomt\w*)\W+[A-ZÅÄÖ]\w+(?:[- ]\w+)?\s\d{1,3}:\d{1,4}\b")
_DEGREES = re.compile(
    r"(?<![\d.])(?:5[5-9]|6\d)[.,]\d{4,}\D{1,8}(?:1\d|2[0-4])[.,]\d{4,}(?!\d)|(?:5[5-9]|"
    r"6\d)\s?°\s?\d{1,2}|\b(?:N|X)?\s?6[1-7]\d{5}\D{1,6}[1-9]\d{5}\b"
)


_STREET_WORDS = ("gata", "väg", "gränd", "stig", "torg", "allé")


def address_kinds(text: str) -> Iterator[Finding]:
    """Give the kinds of address in a plain text.

    Examples
    --------
    >>> [finding.kind for finding in address_kinds("Påhittsgatan 5B, 999 99 Exempelstad")]
    ['street', 'postcode']
    >>> list(address_kinds("genomförandeplan 3, steg 3 av 7, 120 000 kr"))
    []
    """
    low, digits = text.casefold(), digits_in(text)
    if (digits and _streets(text)) or _CARE_OF.search(text):
        yield sure("street")
    elif (holds_any(low, _STREET_WORDS) and (_NO_NUMBER.search(text) or _ONLY_STREET.search(text))) or (
        digits and (_DOOR.search(text) or _RURAL.search(text) or _AFTER_COMMA.search(text))
    ):
        yield doubtful("street")
    if digits > 4 and (_POSTCODE.search(text) or _PROPERTY.search(text)):
        yield doubtful("postcode")
    if digits > 3 and _DEGREES.search(text):
        yield sure("position")


def _streets(text: str) -> bool:
    found = (match for pattern in (_STREET, _WEAK_STREET) for match in pattern.finditer(text))
    return any(_NO_STREET.match(match.group()) is None for match in found)
