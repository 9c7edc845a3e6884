"""Phrases for faults of a file as a whole, Swedish first, then English."""

FILE_ISSUES: dict[str, tuple[str, str]] = {
    "issue.empty_file": (
        (
            "Filen är tom. Ligger den i molnet, öppna den först så att den hämtas till datorn; spara den annars på "
            "nytt."
        ),
        "The file is empty. If it is in the cloud, open it first so that it is downloaded; otherwise save it again.",
    ),
    "issue.empty_file.workbook": (
        "Arbetsboken har ingen ifylld cell. Kontrollera att rätt fil valdes.",
        "The workbook has no filled cell. Check that the right file was chosen.",
    ),
    "issue.empty_file.folder": (
        "Mappen har ingen datafil. Lägg dit en fil per tabell, med tabellens namn.",
        "The folder has no data file. Put one file per table in it, named by the table.",
    ),
    "issue.file_type_mismatch.web": (
        "Filen är en webbsida och inte en Excelfil. Öppna den i Excel och spara som .xlsx.",
        "The file is a web page and not an Excel file. Open it in Excel and save it as .xlsx.",
    ),
    "issue.file_type_mismatch.text": (
        "Filen är en textfil med fel ändelse. Byt ändelsen till .csv, eller spara som .xlsx i Excel.",
        "The file is text with the wrong ending. Change the ending to .csv, or save it as .xlsx in Excel.",
    ),
    "issue.file_type_mismatch.document": (
        "Filen är ett Word- eller PowerPointdokument med fel ändelse. Lägg tabellen i en arbetsbok (.xlsx).",
        "The file is a Word or PowerPoint document with the wrong ending. Put the table into a workbook (.xlsx).",
    ),
    "issue.unsupported_format.document": (
        "Filen är ett Word- eller PowerPointdokument. Lägg tabellen i en arbetsbok (.xlsx).",
        "The file is a Word or PowerPoint document. Put the table into a workbook (.xlsx).",
    ),
    "issue.file_type_mismatch.xls": (
        "Filen är av gammalt Excelformat med fel ändelse. Öppna den i Excel och spara som .xlsx.",
        "The file is in the old Excel format with the wrong ending. Open it in Excel and save it as .xlsx.",
    ),
    "issue.file_type_mismatch.workbook": (
        "Filen är en Excelfil med fel ändelse. Byt ändelsen till .xlsx.",
        "The file is an Excel file with the wrong ending. Change the ending to .xlsx.",
    ),
    "issue.file_type_mismatch.lock": (
        (
            "Det här är Excels låsfil, som finns medan arbetsboken är öppen. Stäng arbetsboken och välj "
            "själva filen."
        ),
        (
            "This is the lock file that Excel keeps while the workbook is open. Close the workbook and "
            "choose the file itself."
        ),
    ),
    "issue.unsupported_format": (
        "Formatet läses inte. Spara som .xlsx eller .csv.",
        "The format is not read. Save it as .xlsx or .csv.",
    ),
    "issue.unsupported_format.xls": (
        "Gammalt Excelformat (.xls) läses inte. Öppna filen i Excel och spara som .xlsx.",
        "The old Excel format (.xls) is not read. Open the file in Excel and save it as .xlsx.",
    ),
    "issue.password_protected": (
        "Filen är lösenordsskyddad. Spara en kopia utan lösenord på en säker dator.",
        "The file is protected by a password. Save a copy without it on a safe computer.",
    ),
    "issue.corrupt_file": (
        (
            "Filen är skadad eller avkortad och kan inte läsas. Öppna den i Excel, spara på nytt och försök "
            "igen."
        ),
        "The file is damaged or cut off and cannot be read. Open it in Excel, save it again and retry.",
    ),
    "issue.corrupt_file.text": (
        (
            "Texten kan inte delas upp i fält; troligen saknas ett citattecken. Spara filen på nytt och "
            "försök igen."
        ),
        (
            "The text cannot be split into fields; a quotation mark is probably missing. Save the file again "
            "and retry."
        ),
    ),
    "issue.corrupt_file.quote": (
        (
            "Ett citattecken som inte avslutas gör att raderna därefter blir en enda cell. Ta bort eller komplettera "
            "citattecknet på den här raden, eller exportera filen på nytt."
        ),
        (
            "A quotation mark that is not closed turns the rows after it into one cell. Remove or complete the "
            "quotation mark on this row, or export the file again."
        ),
    ),
    "issue.corrupt_file.unsafe": (
        (
            "Filen innehåller kod som inte hör hemma i en arbetsbok (en dokumenttyp eller entitet), så den läses "
            "inte. Fråga den som gjorde filen, eller kopiera värdena till en ny arbetsbok."
        ),
        (
            "The file holds code that does not belong in a workbook (a document type or entity), so it is not read. "
            "Ask who made it, or copy the values to a new workbook."
        ),
    ),
    "issue.corrupt_file.changed": (
        (
            "Filen ändrades medan den lästes. Stäng den i andra program, vänta tills den har synkroniserats och "
            "försök igen."
        ),
        (
            "The file changed while it was being read. Close it in other programs, wait until it has been "
            "synchronised, and try again."
        ),
    ),
    "issue.corrupt_file.permission": (
        "Filen får inte läsas av dig. Be om läsrättighet, eller kopiera filen till en mapp som du når.",
        "You are not allowed to read the file. Ask for permission, or copy it to a folder that you can reach.",
    ),
    "issue.corrupt_file.reading": (
        (
            "Filen går inte att läsa från disken. Kontrollera att den finns kvar, att sökvägen inte är för lång och "
            "att den är nedladdad till datorn."
        ),
        (
            "The file cannot be read from the disk. Check that it is still there, that its path is not too long, and "
            "that it has been downloaded to the computer."
        ),
    ),
    "issue.unsupported_format.special": (
        "Det här är ingen vanlig fil. Välj en fil som är sparad på disken.",
        "This is no ordinary file. Choose a file that has been saved on the disk.",
    ),
    "issue.unsupported_format.xlsb": (
        "Excels binära format (.xlsb) läses inte. Öppna filen i Excel och spara som .xlsx.",
        "The binary format of Excel (.xlsb) is not read. Open the file in Excel and save it as .xlsx.",
    ),
    "issue.too_large.bytes": (
        "Filen är större än {limit}, som är det mesta som läses. Ta bort det som inte hör till uppföljningen.",
        "The file is larger than {limit}, which is the most that is read. Remove what is not part of the follow-up.",
    ),
    "issue.too_large.unpacked": (
        (
            "Arbetsboken är större än {limit} när den packas upp, som är det mesta som läses. Kopiera värdena till en "
            "ny arbetsbok."
        ),
        (
            "The workbook is larger than {limit} when it is unpacked, which is the most that is read. Copy the values "
            "to a new workbook."
        ),
    ),
    "issue.too_large.parts": (
        "Arbetsboken består av fler än {limit} delar. Kopiera värdena till en ny arbetsbok.",
        "The workbook is made of more than {limit} parts. Copy the values to a new workbook.",
    ),
    "issue.too_large.depth": (
        "Arbetsboken är byggd på ett sätt som inget kalkylprogram skriver. Kopiera värdena till en ny arbetsbok.",
        "The workbook is built as no spreadsheet program writes. Copy the values to a new workbook.",
    ),
    "issue.too_large.rows": (
        "Filen har fler än {limit} rader, som är det mesta som läses. Dela upp den.",
        "The file has more than {limit} rows, which is the most that is read. Divide it.",
    ),
    "issue.too_large.columns": (
        "Filen har fler än {limit} kolumner, som är det mesta som läses. Behåll bara kodbokens kolumner.",
        "The file has more than {limit} columns, which is the most that is read. Keep those of the codebook only.",
    ),
    "issue.too_large.cells": (
        "Filen har fler än {limit} ifyllda celler, som är det mesta som läses. Dela upp den.",
        "The file has more than {limit} filled cells, which is the most that is read. Divide it.",
    ),
    "issue.too_large.texts": (
        (
            "Arbetsboken bär med sig fler än {limit} texter utanför cellerna, till exempel i en pivottabell. Kopiera "
            "värdena till en ny arbetsbok."
        ),
        (
            "The workbook carries more than {limit} texts outside its cells, such as those of a pivot table. Copy the "
            "values to a new workbook."
        ),
    ),
    "issue.too_large.characters": (
        (
            "En cell har fler än {limit} tecken, som är det mesta som läses. Kanske saknas ett citattecken; spara "
            "filen på nytt."
        ),
        (
            "A cell has more than {limit} characters, which is the most that is read. A quotation mark may be "
            "missing; save the file again."
        ),
    ),
    "issue.too_large.seconds": (
        "Filen tog mer än {limit} sekunder att läsa eller söka igenom. Dela upp den.",
        "The file took more than {limit} seconds to read or to look through. Divide it.",
    ),
    "issue.wrong_encoding": (
        "Texten har en teckenkodning som inte läses. Spara filen som ”CSV UTF-8”.",
        "The text is in an encoding that is not read. Save the file as “CSV UTF-8”.",
    ),
    "issue.wrong_encoding.damaged": (
        (
            "Å, ä och ö har skadats i en tidigare export, så texten går inte att lita på. Exportera om från "
            "källan som ”CSV UTF-8”."
        ),
        (
            "Letters such as å, ä and ö were damaged in an earlier export, so the text cannot be trusted. "
            "Export it again from the source as “CSV UTF-8”."
        ),
    ),
    "issue.encoding_read": (
        "Filen lästes som {encoding}. Kontrollera att å, ä och ö ser rätt ut.",
        "The file was read as {encoding}. Check that letters such as å, ä and ö look right.",
    ),
    "issue.hidden_content.sheet": (
        "Bladet är dolt. Dolda blad är ofta kodnycklar: ta bort bladet ur filen.",
        "The sheet is hidden. Hidden sheets are often code keys: remove it from the file.",
    ),
    "issue.hidden_content.very_hidden": (
        (
            "Bladet är så dolt att det inte syns under Ta fram. Ta bort det under Arkiv, Info, Granska dokument, eller "
            "kopiera värdena till en ny arbetsbok."
        ),
        (
            "The sheet is hidden so well that Unhide does not list it. Remove it under File, Info, Inspect Document, "
            "or copy the values to a new workbook."
        ),
    ),
    "issue.hidden_content.invisible": (
        (
            "Cellen är ifylld men ser tom ut (vit text, eller ett talformat som inget visar). Gör texten synlig och "
            "kontrollera den, eller ta bort den."
        ),
        (
            "The cell is filled but looks empty (white text, or a number format that shows nothing). Make it visible "
            "and check it, or remove it."
        ),
    ),
    "issue.hidden_content.revision": (
        (
            "Arbetsboken är delad och bär med sig alla ändringar och vem som gjorde dem. Sluta dela den, eller kopiera "
            "värdena till en ny arbetsbok."
        ),
        (
            "The workbook is shared and carries every change and who made it. Unshare it, or copy the values to a new "
            "workbook."
        ),
    ),
    "issue.hidden_content.comment": (
        "Cellen har en kommentar. Kommentarer kan peka ut personer: ta bort den.",
        "The cell has a comment. Comments can point persons out: remove it.",
    ),
    "issue.hidden_content.column": (
        "Kolumn {letter} är dold. Visa den och kontrollera vad den innehåller, eller ta bort den.",
        "Column {letter} is hidden. Unhide it and check what it holds, or remove it.",
    ),
    "issue.hidden_content.row": (
        "Raden är dold men läses. Visa raden och kontrollera den, eller ta bort den.",
        "The row is hidden but is read. Unhide and check it, or remove it.",
    ),
    "issue.hidden_content.rows": (
        "Rad {first}–{last} är dolda men läses. Visa raderna och kontrollera dem, eller ta bort dem.",
        "Rows {first}–{last} are hidden but are read. Unhide and check them, or remove them.",
    ),
    "issue.hidden_content.pivot_cache": (
        (
            "Filen har en pivottabell som bär med sig alla sina källdata. Ta bort pivottabellen, eller "
            "kopiera bara värdena till en ny fil."
        ),
        (
            "The file has a pivot table, which carries all its source data. Remove it, or copy the values "
            "only to a new file."
        ),
    ),
    "issue.hidden_content.threaded_comment": (
        "Filen har kommentarstrådar med författare. Ta bort alla kommentarer.",
        "The file has comment threads with their authors. Remove all comments.",
    ),
    "issue.hidden_content.external_link": (
        "Filen har länkar till andra arbetsböcker. Bryt länkarna så att bara värdena finns kvar.",
        "The file has links to other workbooks. Break the links so that only the values are left.",
    ),
    "issue.hidden_content.connection": (
        "Filen har en anslutning till en databas eller fråga. Ta bort den.",
        "The file has a connection to a database or query. Remove it.",
    ),
    "issue.hidden_content.macro": (
        "Filen har makron. De körs aldrig; spara som .xlsx utan makron.",
        "The file has macros. They are never run; save it as .xlsx without macros.",
    ),
    "issue.hidden_content.picture": (
        (
            "Filen har bilder eller inbäddade filer, som inte läses. Kontrollera att de inte pekar ut någon, "
            "eller ta bort dem."
        ),
        (
            "The file has pictures or embedded files, which are not read. Check that they point nobody out, "
            "or remove them."
        ),
    ),
    "issue.document_properties": (
        (
            "Filens egenskaper har en titel eller beskrivning. Kontrollera den under Arkiv, Info, Granska "
            "dokument."
        ),
        (
            "The properties of the file hold a title or description. Check it under File, Info, Inspect "
            "Document."
        ),
    ),
    "issue.document_properties.person": (
        (
            "Filens egenskaper kan peka ut en person, till exempel som författare. Ta bort dem under Arkiv, "
            "Info, Granska dokument."
        ),
        (
            "The properties of the file may point somebody out, such as its author. Remove them under File, "
            "Info, Inspect Document."
        ),
    ),
    "issue.foreign_export": (
        (
            "Filen är en rå export från {tool}, och dess kolumner måste kopplas till kodbokens. Se hur det kan göras "
            "med fou-eval convert; med --out skrivs den nya filen."
        ),
        (
            "The file is a raw export from {tool}, and its columns have to be mapped to those of the codebook. See how "
            "with fou-eval convert; with --out the new file is written."
        ),
    ),
}
