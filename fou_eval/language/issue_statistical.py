"""Phrases for SPSS and Stata files, and for formats that are not read. Swedish first, then English."""

STATISTICAL_ISSUES: dict[str, tuple[str, str]] = {
    "issue.file_type_mismatch.spss": (
        "Filen är en SPSS-fil med fel ändelse. Byt ändelsen till .sav.",
        "The file is an SPSS file with the wrong ending. Change the ending to .sav.",
    ),
    "issue.file_type_mismatch.stata": (
        "Filen är en Stata-fil med fel ändelse. Byt ändelsen till .dta.",
        "The file is a Stata file with the wrong ending. Change the ending to .dta.",
    ),
    "issue.unsupported_format.ods": (
        "Kalkylformatet läses inte. Öppna filen i det program som den kommer från, eller i Excel, och spara som .xlsx.",
        "The spreadsheet format is not read. Open the file in its own program, or in Excel, and save it as .xlsx.",
    ),
    "issue.unsupported_format.sas": (
        "SAS-filer läses inte. Exportera från SAS till .xlsx eller .csv, med samma variabelnamn.",
        "SAS files are not read. Export from SAS to .xlsx or .csv, with the same variable names.",
    ),
    "issue.unsupported_format.r": (
        "R:s egna filer läses inte. Spara tabellen i R som .csv, till exempel med write.csv2, eller som .xlsx.",
        "R’s own files are not read. Save the table in R as .csv, for example with write.csv2, or as .xlsx.",
    ),
    "issue.unsupported_format.parquet": (
        "Formatet (Parquet eller Arrow) läses inte. Spara tabellen som .csv i UTF-8 eller som .xlsx.",
        "The format (Parquet or Arrow) is not read. Save the table as .csv in UTF-8 or as .xlsx.",
    ),
    "issue.unsupported_format.stata": (
        "Filen är sparad av en nyare Stata än vad som läses. Spara den i Stata med saveold, version(14), eller som .xlsx.",
        "The file was saved by a newer Stata than is read. Save it in Stata with saveold, version(14), or as .xlsx.",
    ),
    "issue.unsupported_format.spss": (
        "Av SPSS filer läses datafiler (.sav). Öppna filen i SPSS och spara data som .sav.",
        "Of the files of SPSS, data files (.sav) are read. Open the file in SPSS and save the data as .sav.",
    ),
    "issue.corrupt_file.statistical": (
        (
            "Filen är skadad eller avkortad, eller ingen SPSS- eller Stata-fil. Öppna den i det program som den kommer "
            "från, spara på nytt och försök igen."
        ),
        (
            "The file is damaged or cut off, or no SPSS or Stata file. Open it in the program that it comes from, save "
            "it again and retry."
        ),
    ),
    "issue.wrong_encoding.statistical": (
        (
            "Texten i filen har en teckenkodning som inte läses. Spara den på nytt i Unicode (i SPSS: Redigera, "
            "Alternativ, Språk, Unicode)."
        ),
        (
            "The text in the file is in an encoding that is not read. Save it again in Unicode (in SPSS: Edit, "
            "Options, Language, Unicode)."
        ),
    ),
    "issue.interpreted_header": (
        "Variabelns namn är avkortat i filen och lästes som kodbokens {column}. Kontrollera att det stämmer.",
        "The name of the variable is cut off in the file and was read as {column} of the codebook. Check that it is.",
    ),
    "issue.label_contradiction": (
        (
            "Filens etiketter säger emot kodboken. Filen: {file}. Kodboken: {codebook}. Kolumnen används inte förrän "
            "det är utrett vad talen betyder. Koda om i filen, eller rätta kodboken."
        ),
        (
            "The labels of the file contradict the codebook. The file: {file}. The codebook: {codebook}. The column is "
            "not used until it is clear what the numbers mean. Recode the file, or correct the codebook."
        ),
    ),
    "issue.label_contradiction.doubt": (
        (
            "Filen och kodboken har olika namn på samma värde. Filen: {file}. Kodboken: {codebook}. Talet gäller. "
            "Kontrollera att samma sak menas; lägg då till filens etikett under accept i kodboken."
        ),
        (
            "The file and the codebook name the same value differently. The file: {file}. The codebook: {codebook}. "
            "The number counts. Check that the same is meant; if so, add the file’s label under accept in the codebook."
        ),
    ),
    "issue.unknown_missing_code.label": (
        (
            "Filens etikett säger att värdet betyder saknat, men varken filen eller kodboken anger det som saknat. "
            "Ange det som saknat värde i filen, eller under missing_codes i kodboken."
        ),
        (
            "The label in the file says that the value means missing, but neither the file nor the codebook declares "
            "it so. Declare it as missing in the file, or under missing_codes in the codebook."
        ),
    ),
    "issue.user_missing": (
        (
            "Lästes som saknat, eftersom filen anger det så ({count} st, orsak: {reason}). Kodboken har inte orsaken; "
            "lägg till den under missing_codes om den ska räknas för sig."
        ),
        (
            "Read as missing, since the file declares it so ({count} cells, reason: {reason}). The codebook does not "
            "have the reason; add it under missing_codes if it is to be counted by itself."
        ),
    ),
    "issue.user_missing.unnamed": (
        "Lästes som saknat, eftersom filen anger det så ({count} st).",
        "Read as missing, since the file declares it so ({count} cells).",
    ),
    "issue.user_missing.ordinary": (
        (
            "Filen anger som saknat ett värde som är tillåtet enligt kodboken ({count} st). Det lästes som saknat. "
            "Är det ett riktigt svar, så ta bort det från saknade värden i filen."
        ),
        (
            "The file declares as missing a value that the codebook allows ({count} cells). It was read as missing. If "
            "it is a real answer, remove it from the missing values of the file."
        ),
    ),
    "issue.missing_required.user_missing": (
        (
            "Värdet är angivet som saknat i filen men måste vara ifyllt. Fyll i det, eller ange orsaken under "
            "missing_codes i kodboken om den får saknas."
        ),
        (
            "The value is declared as missing in the file but must be filled in. Fill it in, or give the reason under "
            "missing_codes in the codebook if it may be missing."
        ),
    ),
    "issue.direct_identifier.described": (
        (
            "En variabeletikett, värdeetikett eller anteckning i filen innehåller troligen: {kinds}. Ta bort texten "
            "och spara om filen."
        ),
        (
            "A variable label, value label or note in the file probably holds: {kinds}. Remove the text and save the "
            "file again."
        ),
    ),
    "issue.possible_identifier.described": (
        "En variabeletikett, värdeetikett eller anteckning i filen kan innehålla: {kinds}. Kontrollera texten.",
        "A variable label, value label or note in the file may hold: {kinds}. Check the text.",
    ),
}
