"""Phrases for faults of a sheet, its headers and the shape of its rows, Swedish first, then English."""

SHEET_ISSUES: dict[str, tuple[str, str]] = {
    "issue.no_header_row": (
        (
            "Ingen rad med kodbokens rubriker hittades bland de första femton på något blad. Skriv kodbokens "
            "namn som rubriker."
        ),
        (
            "No row with the headers of the codebook was found among the first fifteen of any sheet. Use the "
            "names of the codebook as headers."
        ),
    ),
    "issue.no_data_rows": (
        "Under rubrikerna finns inga rader. Fyll i data, välj rätt fil, eller ta bort bladet om tabellen inte används.",
        "There are no rows below the headers. Fill in data, choose the right file, or remove the sheet if the table is not used.",
    ),
    "issue.missing_table": (
        "Tabellen {table} finns inte här. Det som mäts i den redovisas som ej mätt.",
        "The table {table} is not here. What is measured in it is reported as not measured.",
    ),
    "issue.data_located.row": (
        "Rubrikerna hittades på rad {row}.",
        "The headers were found on row {row}.",
    ),
    "issue.data_located.sheet": (
        "Data hittades på det här bladet.",
        "The data were found on this sheet.",
    ),
    "issue.data_located.labels": (
        "Raden upprepar kolumnernas benämningar och har inte lästs som data.",
        "The row repeats the labels of the columns and was not read as data.",
    ),
    "issue.data_located.separator": (
        "Första raden (sep=) är en inställning och räknas inte som rad, precis som i Excel.",
        "The first line (sep=) is a setting and is not counted as a row, as in Excel.",
    ),
    "issue.second_table.beside": (
        "Här står en annan tabell bredvid data. Flytta den till ett eget blad eller ta bort den.",
        "Another table stands beside the data here. Move it to a sheet of its own or remove it.",
    ),
    "issue.second_table.below": (
        "Under data, efter en tom rad, står en annan tabell. Flytta den till ett eget blad eller ta bort den.",
        "Below the data, after an empty row, stands another table. Move it to a sheet of its own or remove it.",
    ),
    "issue.second_table.sheet": (
        "Bladet innehåller samma tabell som ett annat blad och har inte lästs. Behåll ett av dem.",
        "The sheet holds the same table as another sheet and was not read. Keep one of them.",
    ),
    "issue.second_table.other": (
        "Bladet hör inte till någon tabell i kodboken och har inte lästs.",
        "The sheet belongs to no table of the codebook and was not read.",
    ),
    "issue.second_table.file": (
        "Samma tabell finns i mer än en fil. Behåll en av dem.",
        "The same table is in more than one file. Keep one of them.",
    ),
    "issue.unknown_column": (
        "Rubriken finns inte i kodboken. Rätta rubriken eller ta bort kolumnen.",
        "The codebook does not have this header. Correct the header or remove the column.",
    ),
    "issue.unknown_column.meant": (
        "Rubriken finns inte i kodboken. Menade du {meant}? Rätta rubriken eller ta bort kolumnen.",
        (
            "The codebook does not have this header. Did you mean {meant}? Correct the header or remove the "
            "column."
        ),
    ),
    "issue.duplicate_column": (
        "Kolumnen {column} finns redan i {first}. Ta bort eller döp om en av dem.",
        "The column {column} is already in {first}. Remove or rename one of them.",
    ),
    "issue.label_contradiction.converted": (
        "Filens värdeetiketter säger något annat om värdena än kodboken. Rätta etiketterna eller kodboken först.",
        "The value labels of the file say something else of the values than the codebook. Correct either of them first.",
    ),
    "issue.duplicate_column.converted": (
        "En kolumn längre till vänster säger samma sak som den här. Ta bort eller döp om en av dem.",
        "A column further to the left says the same as this one. Remove or rename one of them.",
    ),
    "issue.missing_column": (
        (
            "Kolumnen {column} finns i kodboken men inte i filen. Den räknas som tom; lägg till den om "
            "uppgifterna finns."
        ),
        (
            "The codebook has the column {column}, the file does not. It counts as empty; add it if there "
            "are data."
        ),
    ),
    "issue.missing_column.free_text": (
        "Fritextkolumnen {column} finns i kodboken men inte i filen. Fritext analyseras aldrig, så inget behöver göras.",
        "The free-text column {column} is in the codebook but not in the file. Free text is never analysed, so nothing has to be done.",
    ),
    "issue.missing_column.required": (
        "Kolumnen {column} saknas men måste finnas. Lägg till den.",
        "The column {column} is missing but has to be there. Add it.",
    ),
    "issue.wide_format": (
        (
            "Filen har en kolumn per mättillfälle, men den ska ha en rad per mättillfälle. Se hur den kan göras om "
            "med fou-eval convert; med --out skrivs den nya filen."
        ),
        (
            "The file has one column per wave, but should have one row per wave. See how it can be converted with "
            "fou-eval convert; with --out the new file is written."
        ),
    ),
    "issue.wide_format.persons": (
        (
            "Här står flera personer på samma rad, i var sin kolumn. Det går inte att göra om automatiskt: skriv en "
            "rad per person, med personens löpnummer i en egen kolumn."
        ),
        (
            "Several persons stand on the same row here, each in a column of its own. This cannot be converted "
            "automatically: write one row per person, with the running number of the person in a column of its own."
        ),
    ),
    "issue.second_table.waves": (
        (
            "Filen har ett blad per mättillfälle, och bara ett av dem har lästs. Se hur bladen kan läggas ihop med "
            "fou-eval convert; med --out skrivs den nya filen."
        ),
        (
            "The file has one sheet per wave, and only one of them was read. See how the sheets can be put together "
            "with fou-eval convert; with --out the new file is written."
        ),
    ),
    "issue.value_without_header": (
        "Här står ett värde i en kolumn utan rubrik. Ta bort värdet, eller skriv en rubrik ur kodboken.",
        "A value stands in a column without a header here. Remove it, or write a header of the codebook.",
    ),
    "issue.merged_cells": (
        (
            "Cellerna är sammanfogade, så bara den första har ett värde. Dela dem och fyll i värdet på varje "
            "rad."
        ),
        (
            "The cells are merged, so only the first holds a value. Split them and fill in the value on "
            "every row."
        ),
    ),
    "issue.repeated_header": (
        "Rubrikraden står här igen bland data. Ta bort raden.",
        "The row of headers stands here again among the data. Remove the row.",
    ),
    "issue.summary_row": (
        "Raden ser ut som en summa, ett medelvärde eller en fotnot och inte som data. Ta bort raden.",
        "The row looks like a total, a mean or a footnote and not like data. Remove the row.",
    ),
    "issue.ragged_row.wide": (
        (
            "Raden har fler fält än de {expected} som har rubrik. Kontrollera skiljetecken i texten; sätt "
            "texten inom citattecken."
        ),
        (
            "The row has more fields than the {expected} that have headers. Check for separators in the "
            "text; put it in quotes."
        ),
    ),
    "issue.ragged_row.separator": (
        "Raden har ett annat skiljetecken mellan fälten än resten av filen. Skriv om raden med filens skiljetecken.",
        "The row has another separator between its fields than the rest of the file. Write it with that of the file.",
    ),
    "issue.ragged_row.quote": (
        (
            "Ett citattecken som börjar i den här cellen avslutas inte, så flera rader har hamnat i en cell. "
            "Rätta citattecknen."
        ),
        (
            "A quotation mark that begins in this cell is not closed, so that several rows ended up in one cell. "
            "Correct the quotation marks."
        ),
    ),
    "issue.ragged_row.narrow": (
        (
            "Raden har {found} fält men rubrikerna är {expected}. De fält som saknas räknas som tomma; "
            "kontrollera raden."
        ),
        (
            "The row has {found} fields but there are {expected} headers. The lacking fields count as empty; "
            "check the row."
        ),
    ),
    "issue.shifted_row": (
        "Raden verkar förskjuten i sidled från {cell}. Flytta tillbaka värdena under rätt rubrik.",
        "The row seems to be shifted to the side from {cell}. Move the values back under their headers.",
    ),
    "issue.cell_colour": (
        "Cellen är färgad, och färg läses inte. Betyder färgen något: skriv det i en kolumn som finns i kodboken. Ta sedan bort färgen.",
        "The cell is coloured, and colour is not read. If the colour means something, write it in a column that the codebook has. Then remove the colour.",
    ),
}
