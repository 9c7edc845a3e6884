"""Headers that announce persons: names, identity numbers, addresses and the like."""

import re

from fou_eval.intake.persons.finding import Finding, doubtful, sure
from fou_eval.intake.spelling import same_header

_TOKEN = re.compile(r"[^\W\d_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PERSONAL_HEADERS: dict[str, frozenset[str]] = {
    "name": _words(
        "namn förnamn efternamn fornamn tilltalsnamn mellannamn smeknamn barnetsnamn föräldernsnamn "
"barnnamn fullständigtnamn name firstname surname "
        "lastname fullname initialer"
    ),
    "pnr": _words(
        "personnummer personnr pnr persnr pnummer samordningsnummer samordningsnr reservnummer "
"reservnr ssn personalidentitynumber civicnumber"
    ),
    "birth_date": _words("födelsedatum fodelsedatum född fodd födelsedag födelsetid dateofbirth birthdate birthday "
"dob fdatum födelsedata"),
    "phone": _words("telefon telefonnummer telefonnr tel tfn mobil mobilnummer mobilnr mobiltelefon hemtelefon "
"phone phonenumber cellphone"),
    "email": _words("epost e-post mejl mejladress email e-mail mail mailadress e-postadress epostadress "
"emailaddress"),
    "street": _words("adress gatuadress bostadsadress hemadress postadress folkbokföringsadress address "
"streetaddress gata lägenhetsnummer"),
    "ip": _words("ip ipadress ip-adress ipaddress ipnummer"),
    "account": _words("kontonummer kontonr bankkonto iban clearingnummer bankkontonummer"),
    "handle": _words("användarnamn username instagram snapchat facebook"),
    "case_number": _words("dnr diarienr diarienummer ärendenr ärendenummer målnr målnummer aktnr journalnr"),
    "passport": _words("passnummer passnr lma-nummer lmanummer lmanr dossiernummer passport "
        "passportnumber"),
    "position": _words("koordinater longitud latitud longitude latitude gps locationlatitude locationlongitude"),
}  # fmt: skip
_PEOPLE = _words(
    "barn barnet barnets förälder förälderns föräldrarnas mor moderns mamma mammas far faderns "
    "pappa pappas person "
    "personens elev elevens klient klientens vårdnadshavare vårdnadshavares familjens syskon "
    "syskonets child parent mother father"
)
_ASKED_OF_PEOPLE = _words("namn name adress telefon tel mobil mejl epost")


def personal_header(header: str) -> Finding | None:
    """Say whether a header announces names, identity numbers, addresses or the like.

    Examples
    --------
    >>> personal_header("Barnets personnummer").kind, personal_header("Barnets namn").kind
    ('pnr', 'name')
    >>> personal_header("Insatsens namn") is None
    True
    """
    words = [word.casefold() for word in _TOKEN.findall(header)]
    whole = same_header(header).replace("_", "")
    tried = [whole, *(word for word in words if len(word) > 7)]
    if set(words) & _PEOPLE and set(words) & _ASKED_OF_PEOPLE:
        tried += words
    kinds = (kind for word in tried for kind, known in _PERSONAL_HEADERS.items() if word in known)
    kind = next(kinds, None)
    if kind == "case_number":
        return doubtful(kind)
    return sure(kind) if kind else None
