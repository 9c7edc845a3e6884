"""Phrases of the conversion of files of another shape, Swedish first, then English."""

_HEADINGS: dict[str, tuple[str, str]] = {
    "convert.file": ("I filen", "In the file"),
    "convert.header": ("Rubrik", "Header"),
    "convert.becomes": ("Blir", "Becomes"),
    "convert.wave": ("Mättillfälle", "Wave"),
    "convert.how": ("Vad som händer", "What happens"),
    "convert.not_shown": ("(visas inte)", "(not shown)"),
    "convert.event": ("Händelse", "Event"),
    "convert.rows": ("Rader", "Rows"),
    "convert.no_wave": ("inget", "none"),
    "convert.shape.wide": (
        "Filen har en kolumn per mättillfälle. Så här blir den med en rad per mättillfälle:",
        "The file has one column per wave. This is how it becomes one row per wave:",
    ),
    "convert.shape.sheets": (
        "Filen har ett blad eller en fil per mättillfälle. Så här läggs de ihop:",
        "There is one sheet or file per wave. This is how they are put together:",
    ),
    "convert.shape.export": (
        "Filen är en export från {tool}. Så här kopplas den till kodboken:",
        "The file is an export from {tool}. This is how it is mapped to the codebook:",
    ),
    "convert.shape.persons": (
        (
            "Filen har flera personer på samma rad, i var sin kolumn. Det går inte att göra om automatiskt: skriv en "
            "rad per person, med personens löpnummer i en egen kolumn."
        ),
        (
            "The file has several persons on the same row, each in a column of its own. This cannot be converted "
            "automatically: write one row per person, with the running number of the person in a column of its own."
        ),
    ),
    "convert.shape.declared": (
        "Filen har redan kodbokens form. Inget behöver göras om; kontrollera den med fou-eval check.",
        "The file has the shape of the codebook already. Nothing has to be converted; check it with fou-eval check.",
    ),
    "convert.shape.unknown": (
        (
            "Filen känns inte igen: inga rubriker stämmer med kodboken. Lägg till filens rubriker under aliases i "
            "tabellens yaml-fil, eller skriv kodbokens namn som rubriker i en kopia."
        ),
        (
            "The file is not recognised: no headers match the codebook. Add its headers under aliases in the yaml file "
            "of the table, or write the names of the codebook as headers in a copy."
        ),
    ),
}

_FATES: dict[str, tuple[str, str]] = {
    "convert.fate.at_wave": ("en rad per mättillfälle", "one row per wave"),
    "convert.fate.repeated": ("upprepas på varje mättillfälle", "repeated at every wave"),
    "convert.fate.kept": ("tas med", "taken along"),
    "convert.fate.wave": ("mättillfället", "the wave"),
    "convert.fate.event": ("händelsen ger mättillfället", "the event gives the wave"),
    "convert.fate.box_for_missing": (
        "ett kryss här blir frågans kod för saknat svar",
        "a tick here becomes the code for missing in the columns of the question",
    ),
    "convert.fate.free_text": (
        "utelämnas: fritext används inte i analysen",
        "left out: free text is not analysed",
    ),
    "convert.fate.person": (
        "utelämnas: rubriken pekar ut personer",
        "left out: the header announces persons",
    ),
    "convert.fate.unknown": (
        "kommer inte med: finns inte i kodboken. Lägg till rubriken under aliases om kolumnen behövs.",
        "not taken along: the codebook does not have it. Add the header under aliases if the column is needed.",
    ),
    "convert.fate.unknown_wave": (
        (
            "kommer inte med: ”{said}” är inget mättillfälle i studien. Lägg till stavningen under accept i study.yaml "
            "om den hör till ett av dem."
        ),
        (
            "not taken along: “{said}” is no wave of the study. Add the spelling under accept in study.yaml if it "
            "belongs to one of them."
        ),
    ),
    "convert.fate.no_wave": (
        (
            "kommer inte med: rubriken säger inte vid vilket mättillfälle det mättes. Lägg till det i rubriken, till "
            "exempel {example}."
        ),
        (
            "not taken along: the header does not say at which wave this was measured. Add it to the header, such as "
            "{example}."
        ),
    ),
    "convert.fate.persons": (
        "kommer inte med: flera personer på samma rad kan inte göras om. Skriv en rad per person.",
        "not taken along: several persons on one row cannot be converted. Write one row per person.",
    ),
    "convert.fate.second": (
        "kommer inte med: en annan kolumn säger redan samma sak. Ta bort eller döp om en av dem.",
        "not taken along: another column says the same already. Remove or rename one of them.",
    ),
    "convert.fate.box": (
        (
            "kommer inte med: kodboken har ingen kolumn för den här kryssrutan. Lägg till en kolumn av typen boolean, "
            "med rubriken under aliases."
        ),
        (
            "not taken along: the codebook has no column for this box. Add a column of type boolean, with the header "
            "under aliases."
        ),
    ),
    "convert.fate.no_key": (
        "kommer inte med: hör till tabellen {table}, men det som skiljer dess rader åt finns inte i filen.",
        "not taken along: it belongs to the table {table}, but the file lacks what tells its rows apart.",
    ),
    "convert.technical.respondent": (
        "utelämnas: verktygets nummer på svaret",
        "left out: the tool’s number of the answer",
    ),
    "convert.technical.time": (
        "utelämnas: tidpunkten då svaret lämnades",
        "left out: the time at which the answer was given",
    ),
    "convert.technical.ip": (
        "utelämnas: IP-adressen pekar ut den som svarade",
        "left out: the IP address points out who answered",
    ),
    "convert.technical.contact": (
        "utelämnas: namn, e-post eller telefon pekar ut den som svarade",
        "left out: name, e-mail or telephone points out who answered",
    ),
    "convert.technical.place": (
        "utelämnas: visar var svaret lämnades",
        "left out: shows where the answer was given",
    ),
    "convert.technical.status": (
        "utelämnas: verktygets uppgift om svaret",
        "left out: what the tool notes of the answer",
    ),
    "convert.technical.form": (
        "utelämnas: om formuläret är klart",
        "left out: whether the form is complete",
    ),
    "convert.technical.group": (
        "utelämnas: verktygets grupp kan peka ut en enhet",
        "left out: the tool’s group may point out a unit",
    ),
    "convert.technical.event": ("styr uppdelningen i rader", "decides how the rows are split"),
}

_SUMMARY: dict[str, tuple[str, str]] = {
    "convert.before": ("Rader i filen: {rows}.", "Rows in the file: {rows}."),
    "convert.after": ("Rader i tabellen {table}: {rows}.", "Rows in the table {table}: {rows}."),
    "convert.empty": (
        "Rader utan något ifyllt att ta med: {rows}. De ger inga rader.",
        "Rows with nothing filled in to take along: {rows}. They give no rows.",
    ),
    "convert.emptied": (
        "Värden som filen själv anger som saknade, med koder som kodboken inte har: {rows}. De blir tomma celler.",
        "Values that the file itself calls missing, by codes that the codebook lacks: {rows}. They become empty cells.",
    ),
    "convert.event_unknown": (
        (
            "Rader vars händelse inte är något mättillfälle i studien: {rows}. De kommer inte med; lägg till händelsens "
            "namn under accept för rätt mättillfälle i study.yaml."
        ),
        (
            "Rows whose event is no wave of the study: {rows}. They are not taken along; add the name of the event "
            "under accept of the right wave in study.yaml."
        ),
    ),
    "convert.undated": (
        (
            "Filen säger inte vid vilket mättillfälle den gjordes. Kolumnen för mättillfället blir tom; fyll i den i "
            "den nya filen, eller ge bladet eller filen mättillfällets namn."
        ),
        (
            "The file does not say at which wave it was made. The column of the wave stays empty; fill it in in the "
            "new file, or give the sheet or the file the name of the wave."
        ),
    ),
    "convert.unmapped": (
        "Kolumner som inte kommer med, fast de kanske behövs: {columns}. Se listan.",
        "Columns that are not taken along although they may be needed: {columns}. See the list.",
    ),
    "convert.and_more": ("och {count} till", "and {count} more"),
    "convert.interprets_nothing": (
        "Inget värde ändras eller tolkas; det gör fou-eval check efteråt.",
        "No value is changed or interpreted; fou-eval check does that afterwards.",
    ),
    "convert.obstacles": (
        "Inget skrivs förrän det här är rättat i filen:",
        "Nothing is written until this is corrected in the file:",
    ),
    "convert.nothing_written": (
        "Inget har skrivits. Om listan stämmer: kör om med --out ny.xlsx, så skrivs den nya filen.",
        "Nothing was written. If the list is right, run again with --out new.xlsx to write the new file.",
    ),
    "convert.written": (
        "Skrev {file}. Kontrollera den: fou-eval check {file} --study {study}",
        "Wrote {file}. Check it: fou-eval check {file} --study {study}",
    ),
    "convert.nothing_to_write": (
        "Ingen rad går att göra om, så inget kan skrivas. Rätta rubrikerna eller kodboken enligt listan.",
        "No row can be converted, so nothing can be written. Correct the headers or the codebook as listed.",
    ),
    "convert.refused.ending": (
        "Omvandlingen skrivs som en Excelfil: ge --out ett namn som slutar på .xlsx.",
        "The conversion is written as a workbook: give --out a name that ends with .xlsx.",
    ),
    "convert.refused.exists": (
        "Det finns redan en fil med det namnet, och den skrivs aldrig över. Välj ett annat namn för --out.",
        "There is a file with that name already, and it is never overwritten. Choose another name for --out.",
    ),
}

CONVERSION: dict[str, tuple[str, str]] = {**_HEADINGS, **_FATES, **_SUMMARY}
