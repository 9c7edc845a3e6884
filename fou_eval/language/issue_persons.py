"""Phrases for what points out a person, Swedish first, then English."""

PERSON_ISSUES: dict[str, tuple[str, str]] = {
    "issue.direct_identifier": (
        "Innehåller troligen: {kinds}. Ta bort uppgiften ur filen; den visas inte här.",
        "Probably holds: {kinds}. Remove it from the file; it is not shown here.",
    ),
    "issue.direct_identifier.id": (
        "Id:t innehåller troligen: {kinds}. Byt alla id mot löpnummer, till exempel med fou-eval pseudonymise.",
        "The id probably holds: {kinds}. Replace all ids with running numbers, for example with fou-eval pseudonymise.",
    ),
    "issue.possible_identifier.id": (
        "Id:t kan innehålla: {kinds}. Byt alla id mot löpnummer, till exempel med fou-eval pseudonymise.",
        "The id may hold: {kinds}. Replace all ids with running numbers, for example with fou-eval pseudonymise.",
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
    "issue.direct_identifier.carried": (
        "{carrier} innehåller troligen: {kinds}. Ta bort uppgiften ur filen; den visas inte här.",
        "{carrier} probably holds: {kinds}. Remove it from the file; it is not shown here.",
    ),
    "issue.possible_identifier.carried": (
        "{carrier} kan innehålla: {kinds}. Kontrollera, och ta bort det som kan peka ut någon.",
        "{carrier} may hold: {kinds}. Check, and remove what could point somebody out.",
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
    "issue.carrier.author": (
        "Uppgiften om vem som har skrivit i filen (Arkiv, Info, Granska dokument)",
        "The record of who has written in the file (File, Info, Inspect Document)",
    ),
    "issue.carrier.chart": (
        "Ett diagram, dess rubriker eller de värden som det har sparat",
        "A chart, its titles or the values it has stored",
    ),
    "issue.carrier.comment": (
        "En kommentar",
        "A comment",
    ),
    "issue.carrier.connection": (
        "En anslutning eller fråga (Data, Frågor och anslutningar)",
        "A connection or query (Data, Queries & Connections)",
    ),
    "issue.carrier.custom_xml": (
        "Dold XML som följer med filen (Arkiv, Info, Granska dokument)",
        "Hidden XML that comes with the file (File, Info, Inspect Document)",
    ),
    "issue.carrier.defined_name": (
        "Ett namngivet område, dess namn eller det som namnet står för (Formler, Namnhanteraren)",
        "A named range, its name or what it stands for (Formulas, Name Manager)",
    ),
    "issue.carrier.drawing": (
        "En textruta, form, knapp eller bildbeskrivning",
        "A text box, shape, button or description of a picture",
    ),
    "issue.carrier.external_link": (
        "En länk till en annan arbetsbok, eller värden som har hämtats därifrån (Data, Redigera länkar)",
        "A link to another workbook, or values fetched from it (Data, Edit Links)",
    ),
    "issue.carrier.filter": (
        "Ett filter, som minns vad som valdes (Data, Rensa)",
        "A filter, which remembers what was chosen (Data, Clear)",
    ),
    "issue.carrier.format_rule": (
        "En regel för villkorsstyrd formatering (Start, Villkorsstyrd formatering, Hantera regler)",
        "A rule of conditional formatting (Home, Conditional Formatting, Manage Rules)",
    ),
    "issue.carrier.formula": (
        "Formeln, men inte värdet i cellen. Klistra in cellen som värde: den",
        "The formula, though not the value of the cell. Paste the cell as a value: it",
    ),
    "issue.carrier.header_footer": (
        "Sidhuvudet eller sidfoten (Infoga, Sidhuvud och sidfot)",
        "The header or footer of the page (Insert, Header & Footer)",
    ),
    "issue.carrier.hyperlink": (
        "En länk: adressen, eller texten som visas när man pekar på den. Den",
        "A link: its address, or the text shown when one points at it. It",
    ),
    "issue.carrier.leftover": (
        "Text som har raderats ur cellerna men finns kvar i filen (kopiera värdena till en ny arbetsbok)",
        "Text that was deleted from the cells but is still in the file (copy the values to a new workbook)",
    ),
    "issue.carrier.manager": (
        "Uppgiften om chef (Arkiv, Info, Egenskaper)",
        "The property Manager (File, Info, Properties)",
    ),
    "issue.carrier.merged": (
        "Det som ligger dolt under en sammanfogad cell (dela cellen)",
        "What lies hidden under a merged cell (unmerge it)",
    ),
    "issue.carrier.number_format": (
        "Ett talformat eller namnet på ett cellformat",
        "A number format, or the name of a cell style,",
    ),
    "issue.carrier.other": (
        "En dold del av filen (kopiera värdena till en ny arbetsbok)",
        "A hidden part of the file (copy the values to a new workbook)",
    ),
    "issue.carrier.path": (
        "Sökvägen som filen har sparat (kopiera värdena till en ny arbetsbok)",
        "The path that the file has stored (copy the values to a new workbook)",
    ),
    "issue.carrier.phonetic": (
        "Uttalsangivelsen ovanför en text (fonetisk text)",
        "The reading above a text (phonetic guide)",
    ),
    "issue.carrier.pivot_cache": (
        "Pivottabellen eller de källdata som den bär med sig",
        "The pivot table or the source data that it carries",
    ),
    "issue.carrier.printer": (
        "Skrivarinställningarna",
        "The printer settings",
    ),
    "issue.carrier.property": (
        "Filens egenskaper (Arkiv, Info, Egenskaper)",
        "The properties of the file (File, Info, Properties)",
    ),
    "issue.carrier.revision": (
        "Historiken för den delade arbetsboken, med tidigare värden (Granska, sluta dela)",
        "The history of the shared workbook, with former values (Review, unshare)",
    ),
    "issue.carrier.sheet": (
        "Bladets dolda uppgifter (kopiera värdena till en ny arbetsbok)",
        "The hidden settings of the sheet (copy the values to a new workbook)",
    ),
    "issue.carrier.signature": (
        "En digital signatur",
        "A digital signature",
    ),
    "issue.carrier.slicer": (
        "Ett utsnitt eller en tidslinje, med de val som finns",
        "A slicer or timeline, with its choices,",
    ),
    "issue.carrier.table": (
        "En tabell: dess namn eller namnen på kolumnerna",
        "A table: its name or the names of its columns,",
    ),
    "issue.carrier.validation": (
        "En listruta eller dess hjälptext (Data, Dataverifiering)",
        "A drop-down list or its help text (Data, Data Validation)",
    ),
    "issue.identifying_id.birth": (
        "Id:t innehåller ett datum som kan vara ett födelsedatum. Byt alla id mot löpnummer.",
        "The id holds a date that can be a date of birth. Replace all ids with running numbers.",
    ),
    "issue.identifying_id.case": (
        "Id:t ser ut som ett ärendenummer. Den som har ärendelistan kan se vem det är; byt alla id mot löpnummer.",
        "The id looks like a case number. Whoever has the list of cases can tell who it is; replace all ids with running numbers.",
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
    "issue.kind.pnr_foreign": (
        "personnummer från ett nordiskt land",
        "identity number of a Nordic country",
    ),
    "issue.kind.machine": (
        "enhetens adress (MAC)",
        "address of a device (MAC)",
    ),
    "issue.kind.handle": (
        "användarnamn eller konto i sociala medier",
        "user name or account in social media",
    ),
    "issue.kind.position": (
        "koordinater",
        "coordinates",
    ),
    "issue.kind.passport": (
        "nummer på pass, id-kort eller LMA-kort",
        "number of a passport or identity card",
    ),
    "issue.kind.club": (
        "namn på förening, församling eller by",
        "name of a club, parish or village",
    ),
    "issue.kind.hash": (
        "hashvärde eller datanyckel",
        "hash or machine key",
    ),
    "issue.kind.initials": (
        "initialer",
        "initials",
    ),
    "issue.kind.capital": (
        "ett ord med stor bokstav som kan vara ett namn",
        "a word with a capital that can be a name",
    ),
}
