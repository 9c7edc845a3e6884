"""Phrases for what points out a person, Swedish first, then English."""

PERSON_ISSUES: dict[str, tuple[str, str]] = {
    "issue.direct_identifier": (
        "Innehåller troligen: {kinds}. Ta bort uppgiften ur filen; den visas inte här.",
        "Probably holds: {kinds}. Remove it from the file; it is not shown here.",
    ),
    "issue.direct_identifier.header": (
        "Rubriken anger {kinds}. Ta bort hela kolumnen ur filen.",
        "The header announces {kinds}. Remove the whole column from the file.",
    ),
    "issue.direct_identifier.name_of_file": (
        "Filens eller ett områdes namn innehåller troligen: {kinds}. Byt namnet.",
        "The name of the file or of a range probably holds: {kinds}. Change the name.",
    ),
    "issue.direct_identifier.name_of_sheet": (
        "Bladets namn innehåller troligen: {kinds}. Byt namn på bladet.",
        "The name of the sheet probably holds: {kinds}. Rename the sheet.",
    ),
    "issue.possible_identifier": (
        "Kan innehålla: {kinds}. Kontrollera, och ta bort det som kan peka ut någon.",
        "May hold: {kinds}. Check, and remove what could point somebody out.",
    ),
    "issue.possible_identifier.name_of_file": (
        "Filens eller ett områdes namn kan innehålla: {kinds}. Kontrollera namnet.",
        "The name of the file or of a range may hold: {kinds}. Check the name.",
    ),
    "issue.possible_identifier.name_of_sheet": (
        "Bladets namn kan innehålla: {kinds}. Kontrollera namnet.",
        "The name of the sheet may hold: {kinds}. Check the name.",
    ),
    "issue.identifying_id.name": (
        "Id:t innehåller ett namn. Byt alla id mot löpnummer.",
        "The id holds a name. Replace all ids with running numbers.",
    ),
    "issue.identifying_id.initials": (
        "Id:t ser ut att bestå av initialer och årtal. Byt alla id mot löpnummer.",
        "The id seems to be made of initials and a year. Replace all ids with running numbers.",
    ),
    "issue.identifying_id.hash": (
        (
            "Id:t ser ut som ett hashvärde. En hash av ett personnummer går att räkna ut; byt alla id mot "
            "löpnummer."
        ),
        (
            "The id looks like a hash. A hash of an identity number can be found by trial; replace all ids "
            "with running numbers."
        ),
    ),
    "issue.kind.pnr": (
        "personnummer eller samordningsnummer",
        "identity or coordination number",
    ),
    "issue.kind.pnr_wrong": (
        "personnummer med fel kontrollsiffra",
        "identity number with a wrong check digit",
    ),
    "issue.kind.pnr_part": (
        "ofullständigt personnummer",
        "incomplete identity number",
    ),
    "issue.kind.email": (
        "e-postadress",
        "e-mail address",
    ),
    "issue.kind.phone": (
        "telefonnummer",
        "telephone number",
    ),
    "issue.kind.street": (
        "gatuadress",
        "street address",
    ),
    "issue.kind.ip": (
        "IP-adress",
        "IP address",
    ),
    "issue.kind.account": (
        "kontonummer",
        "account number",
    ),
    "issue.kind.birth_date": (
        "födelsedatum",
        "date of birth",
    ),
    "issue.kind.name": (
        "personnamn",
        "name of a person",
    ),
    "issue.kind.postcode": (
        "postadress",
        "postal address",
    ),
    "issue.kind.school": (
        "skolans namn",
        "name of a school",
    ),
    "issue.kind.case_number": (
        "ärendenummer",
        "case number",
    ),
    "issue.kind.url": (
        "webbadress",
        "web address",
    ),
    "issue.kind.plate": (
        "registreringsnummer",
        "number plate",
    ),
    "issue.kind.date_in_text": (
        "datum i siffror",
        "date in digits",
    ),
}
