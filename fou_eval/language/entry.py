"""Phrases of the entry workbook and the marked copy, Swedish first, then English."""

READ_ME: dict[str, tuple[str, str]] = {
    "template.read_me": ("Läs mig", "Read me"),
    "template.title": ("{title}: så fyller du i", "{title}: how to fill in"),
    "template.what": ("Vad filen är till för", "What the file is for"),
    "template.what.text": (
        (
            "Här fyller du i uppgifterna till {title}. Filen har ett blad för varje tabell. Vad en rad är står i listan "
            "över blad nedan."
        ),
        (
            "Here you fill in the data of {title}. The file has one sheet for each table. What a row is stands "
            "in the list of sheets below."
        ),
    ),
    "template.how": ("Så fyller du i", "How to fill in"),
    "template.how.text": (
        (
            "Börja på första tomma raden under rubrikerna. Rubrikerna är låsta; kolumner med fet rubrik måste fyllas i på varje "
            "rad. {rows} rader är förberedda på varje blad. Skriv inga summor och inga anteckningar vid sidan av. Ta bort blad som inte används. Färglägg inte "
            "celler: färg läses inte."
        ),
        (
            "Start on the first empty row below the headers. The headers are locked; columns with a bold header must be filled "
            "in on every row. {rows} rows are prepared on each sheet. Write no totals, and no notes beside the table. Remove sheets that are not used. Do not "
            "colour cells: colour is not read."
        ),
    ),
    "template.choose": ("Listor", "Lists"),
    "template.choose.text": (
        (
            "Finns det en lista i cellen: välj ur den. Listan visar koder. Vad de betyder syns när du markerar cellen, och står "
            "nedan."
        ),
        (
            "If the cell has a list, choose from it. The list shows codes. What they mean is shown when you select the cell, and "
            "stands below."
        ),
    ),
    "template.numbers": ("Tal", "Numbers"),
    "template.numbers.text": (
        "Skriv bara siffror, utan enhet och utan procenttecken: 12,5 och inte 12,5\u00a0%.",
        "Write digits only, without a unit and without a per cent sign: 12.5 and not 12.5%.",
    ),
    "template.dates": ("Datum", "Dates"),
    "template.dates.text": (
        "Skriv datum som ÅÅÅÅ-MM-DD, till exempel 2024-01-15, och månader som ÅÅÅÅ-MM.",
        "Write dates as YYYY-MM-DD, such as 2024-01-15, and months as YYYY-MM.",
    ),
    "template.missing": ("När ett svar saknas", "When an answer is missing"),
    "template.missing.text": (
        (
            "Finns det en kod för varför svaret saknas, skriv den; koderna står vid kolumnen. Annars lämnar du cellen tom. Skriv "
            "inte streck, frågetecken eller 999."
        ),
        (
            "If there is a code for why the answer is missing, write it; the codes stand at the column. Otherwise leave the cell "
            "empty. Do not write a dash, a question mark or 999."
        ),
    ),
    "template.persons": ("Aldrig personuppgifter", "Never personal data"),
    "template.persons.text": (
        (
            "Skriv aldrig namn, initialer, personnummer, födelsedatum, telefonnummer, adress, e-post eller ärendenummer: inte i "
            "celler, kommentarer, bladnamn eller filnamn. Familjer och personer har bara löpnummer. Listan över vem som har "
            "vilket nummer förvaras på annan plats."
        ),
        (
            "Never write names, initials, identity numbers, dates of birth, telephone numbers, addresses, e-mail or case numbers: "
            "not in cells, comments, names of sheets or the name of the file. Families and persons have running numbers only. "
            "The list of who has which number is kept elsewhere."
        ),
    ),
    "template.paste": ("Klistra in", "Pasting"),
    "template.paste.text": (
        "Klistra in som värden (Klistra in special, Värden). Annars försvinner listor och gränser i cellerna.",
        "Paste as values (Paste special, Values). Otherwise the lists and limits of the cells are lost.",
    ),
    "template.signs": ("Om en cell ändrar utseende", "If a cell changes its look"),
    "template.signs.duplicate": (
        "Understruket på blått: samma rad finns redan.",
        "Underlined on blue: the same row is there already.",
    ),
    "template.signs.only_when": (
        "Överstruket på grått: cellen ska vara tom på den här raden.",
        "Struck through on grey: the cell should be empty on this row.",
    ),
    "template.signs.outside": (
        "Fetstil på orange: värdet är utanför det tillåtna.",
        "Bold on orange: the value is outside what is allowed.",
    ),
    "template.signs.required": (
        "Tom cell på gult: måste fyllas i.",
        "Empty cell on yellow: must be filled in.",
    ),
    "template.waves": ("Mättillfällen", "Waves"),
    "template.check": ("När du är klar", "When you are done"),
    "template.check.text": (
        (
            "Kontrollera filen med fou-eval check FIL --study MAPP. Alla fel visas på en gång, med celladress och hur de rättas. "
            "Med --mark får du också en kopia där felen är utmärkta."
        ),
        (
            "Check the file with fou-eval check FILE --study FOLDER. All faults are shown at once, with the address of the cell "
            "and how to correct them. With --mark you also get a copy in which the faults are marked."
        ),
    ),
    "template.sheet": ("Blad", "Sheet"),
    "template.content": ("Innehåll", "Content"),
    "template.row": ("En rad är", "One row is"),
    "template.column": ("Kolumn", "Column"),
    "template.label": ("Vad", "What"),
    "template.write": ("Skriv", "Write"),
    "template.meaning": ("Betyder", "Means"),
    "template.rules": ("Kontrolleras mellan rader", "Checked across rows"),
    "template.reason": ("Svar saknas: {reason}", "Answer missing: {reason}"),
    "template.sealed": (
        "Det här bladet är skrivet av fou-eval och läses inte som data. Skriv inget här.",
        "This sheet was written by fou-eval and is not read as data. Write nothing here.",
    ),
}

HINTS: dict[str, tuple[str, str]] = {
    "hint.choice": ("välj ur listan", "choose from the list"),
    "hint.unit": ("Enhet: {unit}", "Unit: {unit}"),
    "hint.required": ("Måste fyllas i.", "Must be filled in."),
    "hint.only_when": ("Fylls i bara när {column} är {codes}.", "Filled in only when {column} is {codes}."),
    "hint.or": (" eller ", " or "),
    "hint.missing": ("Svar saknas: {codes}", "Answer missing: {codes}"),
    "hint.free_text": (
        "Används inte i analysen. Skriv aldrig namn eller annat som pekar ut någon.",
        "Not used in the analysis. Never write names or anything else that points somebody out.",
    ),
    "hint.id": (
        "Bara löpnummer, aldrig namn eller personnummer.",
        "Running number only, never a name or identity number.",
    ),
    "hint.yes": ("ja", "yes"),
    "hint.no": ("nej", "no"),
    "hint.error.title": ("Det går inte att skriva så", "That cannot be written here"),
    "hint.error": (
        "Det här går inte att skriva i cellen. Rätt är: {form}.",
        "This cannot be written here. Right is: {form}.",
    ),
    "hint.no_column": (
        "Till höger om tabellen finns ingen kolumn. Det som skrivs här läses inte.",
        "There is no column to the right of the table. What is written here is not read.",
    ),
}

MARKED: dict[str, tuple[str, str]] = {
    "marked.ending": ("markerad", "marked"),
    "marked.sheet": ("Fel", "Faults"),
    "marked.title": ("Fel i {file}", "Faults in {file}"),
    "marked.title.plain": ("Fel i filen", "Faults in the file"),
    "marked.counts": (
        "Stopp: {stop}, fel: {error}, varningar: {warning}, upplysningar: {info}",
        "Stops: {stop}, errors: {error}, warnings: {warning}, notes: {info}",
    ),
    "marked.what": (
        "Det här är en kopia för rättning. Originalet är inte ändrat. Skicka inte kopian vidare som den är.",
        "This is a copy to correct by. The original has not been changed. Do not pass the copy on as it is.",
    ),
    "marked.how": (
        (
            "Felen står på de färgade cellerna: håll pekaren över cellen så visas vad som är fel och hur det rättas. Rätta i "
            "originalet, eller här. Kontrollera sedan filen igen med fou-eval check; färger och kommentarer härifrån räknas inte."
        ),
        (
            "The faults stand on the coloured cells: point at a cell to see what is wrong and how to correct it. Correct in the "
            "original, or here. Then check the file again with fou-eval check; colours and notes made here do not count."
        ),
    ),
    "marked.withheld": (
        (
            "Där det står (visas inte) har innehållet inte tagits med, för att kopian inte ska sprida personuppgifter: celler som "
            "kan peka ut någon, fritext, kolumner som inte finns i kodboken, och text utanför tabellen. Övriga blad, kommentarer, "
            "dolt innehåll och egenskaper är inte heller med. Behövs värdet, skriv in det från originalet."
        ),
        (
            "Where it says (not shown) the content was not carried over, so that the copy spreads no personal data: cells that "
            "may point somebody out, free text, columns that the codebook does not declare, and text outside the table. Other "
            "sheets, comments, hidden content and properties are left out too. If the value is needed, write it from the original."
        ),
    ),
    "marked.many": (
        (
            "Filen har så många felaktiga celler att bara de första {most} har en kommentar. Alla är färgade, och alla fel står i "
            "listan."
        ),
        (
            "The file has so many faulty cells that only the first {most} have a note. All are coloured, and all faults are in "
            "the list."
        ),
    ),
    "marked.severity": ("Grad", "Severity"),
    "marked.where": ("Blad", "Sheet"),
    "marked.cell": ("Plats", "Place"),
    "marked.column": ("Kolumn", "Column"),
    "marked.message": ("Vad som är fel och hur det rättas", "What is wrong and how to correct it"),
    "marked.whole_row": ("rad {row}", "row {row}"),
    "marked.done": (
        "En kopia med felen utmärkta ligger bredvid filen: {name}. Den är till för rättning och ska inte skickas vidare som den är.",
        "A copy with the faults marked lies beside the file: {name}. It is for correcting and is not to be passed on as it is.",
    ),
    "marked.clean": (
        "Ingen märkt kopia skrevs: det finns inget att rätta.",
        "No marked copy was written: there is nothing to correct.",
    ),
    "marked.nothing": (
        "Ingen märkt kopia skrevs: i filen hittades ingen tabell att märka i.",
        "No marked copy was written: no table to mark was found in the file.",
    ),
}

COMMANDS: dict[str, tuple[str, str]] = {
    "template.done": (
        "Klart: {path}. Börja med bladet {sheet}. När filen är ifylld: fou-eval check {path} --study {study}",
        "Done: {path}. Start with the sheet {sheet}. When it is filled in: fou-eval check {path} --study {study}",
    ),
    "entry.ending": (
        "{name} ska vara en arbetsbok. Ge ett namn som slutar på .xlsx.",
        "{name} should be a workbook. Give a name that ends in .xlsx.",
    ),
}

ENTRY: dict[str, tuple[str, str]] = {**READ_ME, **HINTS, **MARKED, **COMMANDS}
