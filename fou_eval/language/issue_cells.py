"""Phrases for faults of a cell, Swedish first, then English."""

CELL_ISSUES: dict[str, tuple[str, str]] = {
    "issue.if_missing": (
        " Saknas svaret: lämna tomt.",
        " If there is no answer: leave it empty.",
    ),
    "issue.if_missing.codes": (
        " Saknas svaret: lämna tomt, eller skriv koden för varför: {codes}.",
        " If there is no answer: leave it empty, or write the code that says why: {codes}.",
    ),
    "issue.missing_required": (
        "Cellen är tom men måste vara ifylld. Fyll i den.",
        "The cell is empty but must be filled in. Fill it in.",
    ),
    "issue.missing_required.key": (
        (
            "Cellen är tom men hör till det som skiljer raderna åt, så raden kan inte användas. Fyll i den; en kod för "
            "saknat värde räcker inte här."
        ),
        (
            "The cell is empty but is part of what tells rows apart, so the row cannot be used. Fill it in; a code for "
            "a missing value is not enough here."
        ),
    ),
    "issue.missing_required.exposure": (
        "Cellen är tom, men {count} på samma rad är ifylld och ska delas med den. Fyll i den.",
        "The cell is empty, but {count} on the same row is filled in and is divided by it. Fill it in.",
    ),
    "issue.withheld": (
        "Värdet togs inte med i den märkta kopian. Skriv in det rätta värdet från originalet, utan personuppgifter.",
        "The value was not carried over to the marked copy. Write the right value from the original, without personal data.",
    ),
    "issue.off_resolution": (
        (
            "Värdet ligger mellan de steg om {step} som kodboken anger ({count} st). Förändringar avrundas till hela "
            "steg. Kontrollera värdet, eller ändra resolution i kodboken."
        ),
        (
            "The value lies between the steps of {step} that the codebook states ({count} of them). Changes are rounded "
            "to whole steps. Check the value, or change resolution in the codebook."
        ),
    ),
    "issue.not_a_number.per_cent": (
        (
            "Cellen har procentformat: Excel lagrar 12,5\u00a0% som 0,125. Ändra cellens format till Tal och skriv siffran "
            "utan procenttecken."
        ),
        (
            "The cell has a per cent format: Excel stores 12.5% as 0.125. Change the cell’s format to Number and write "
            "the figure without a per cent sign."
        ),
    ),
    "issue.not_a_number": (
        (
            "Cellen kan inte läsas som ett tal. Skriv ett tal med siffror, utan enhet, procenttecken eller "
            "text.{if_missing}"
        ),
        (
            "The cell cannot be read as a number. Write a number in digits, without a unit, per cent sign or "
            "text.{if_missing}"
        ),
    ),
    "issue.not_an_integer": (
        "Här ska stå ett heltal, men talet har decimaler. Rätta talet.{if_missing}",
        "A whole number belongs here, but the number has decimals. Correct it.{if_missing}",
    ),
    "issue.not_a_date": (
        "Cellen kan inte läsas som ett datum, eller så finns datumet inte i kalendern. Skriv ÅÅÅÅ-MM-DD.",
        "The cell cannot be read as a date, or the date is not in the calendar. Write YYYY-MM-DD.",
    ),
    "issue.not_a_date.calendar": (
        "Datumet finns inte i kalendern. Kontrollera år, månad och dag.",
        "The date is not in the calendar. Check year, month and day.",
    ),
    "issue.not_a_date.serial": (
        (
            "Talet ser ut som Excels eget nummer för en dag. Ge cellen datumformat och kontrollera dagen, eller skriv "
            "ÅÅÅÅ-MM-DD."
        ),
        (
            "The number looks like Excel’s own number for a day. Give the cell a date format and check the day, or "
            "write YYYY-MM-DD."
        ),
    ),
    "issue.not_a_date.compact": (
        "Siffrorna ser ut som ett datum utan bindestreck. Skriv ÅÅÅÅ-MM-DD, med hela årtalet.",
        "The digits look like a date without hyphens. Write YYYY-MM-DD, with the whole year.",
    ),
    "issue.not_a_date.clock": (
        (
            "Texten har ett klockslag eller en tidszon, och då kan det vara dagen före eller efter. Skriv bara datumet, "
            "ÅÅÅÅ-MM-DD."
        ),
        (
            "The text has a time of day or a time zone, so it may be the day before or after. Write the date only, "
            "YYYY-MM-DD."
        ),
    ),
    "issue.not_a_date.month": (
        "Cellen kan inte läsas som en månad. Skriv ÅÅÅÅ-MM.",
        "The cell cannot be read as a month. Write YYYY-MM.",
    ),
    "issue.ambiguous_date": (
        "Det går inte att avgöra vad som är dag och vad som är månad. Skriv ÅÅÅÅ-MM-DD.",
        "Day and month cannot be told apart. Write YYYY-MM-DD.",
    ),
    "issue.auto_date": (
        (
            "Kalkylprogrammet har gjort om det som skrevs till ett datum (3-4 blir 3 april). Formatera "
            "cellen som text och skriv in värdet igen."
        ),
        (
            "The spreadsheet has turned what was written into a date (3-4 becomes 3 April). Format the cell "
            "as text and enter the value again."
        ),
    ),
    "issue.auto_date.clock": (
        (
            "Kalkylprogrammet har gjort om det som skrevs till en tid (8:30 eller 1:5). Formatera cellen som text "
            "och skriv in värdet igen."
        ),
        (
            "The spreadsheet has turned what was written into a time (8:30 or 1:5). Format the cell as text and "
            "enter the value again."
        ),
    ),
    "issue.implausible_date.future": (
        "Datumet ligger efter dagens datum. Kontrollera året, eller lämna tomt tills dagen har varit.",
        "The date lies after today. Check the year, or leave it empty until the day has come.",
    ),
    "issue.implausible_date": (
        "Datumet ser ut som en platshållare eller ett skrivfel. Rätta det.{if_missing}",
        "The date looks like a place-holder or a slip of the finger. Correct it.{if_missing}",
    ),
    "issue.out_of_range.low": (
        "Minsta tillåtna värde är {limit}. Rätta talet.{if_missing}",
        "The smallest value allowed is {limit}. Correct it.{if_missing}",
    ),
    "issue.out_of_range.high": (
        "Största tillåtna värde är {limit}. Rätta talet.{if_missing}",
        "The largest value allowed is {limit}. Correct it.{if_missing}",
    ),
    "issue.out_of_range.exposure": (
        (
            "Här står 0, men {count} på samma rad är ifylld och ska delas med cellen, så raden räknas inte. Rätta 0, "
            "eller töm {count}."
        ),
        (
            "The cell holds 0, but {count} on the same row is filled in and is divided by it, so the row does not count. "
            "Correct the 0, or empty {count}."
        ),
    ),
    "issue.out_of_range.early": (
        "Datumet ligger före {limit}, som är det första tillåtna. Rätta det.",
        "The date lies before {limit}, the first one allowed. Correct it.",
    ),
    "issue.out_of_range.late": (
        "Datumet ligger efter {limit}, som är det sista tillåtna. Rätta det.",
        "The date lies after {limit}, the last one allowed. Correct it.",
    ),
    "issue.unknown_code": (
        "Cellen innehåller ingen av kolumnens koder. Skriv någon av: {known}.{if_missing}",
        "The cell holds none of the codes of the column. Write one of: {known}.{if_missing}",
    ),
    "issue.unknown_code.label": (
        (
            "Koden och texten bredvid den hör inte ihop enligt kodboken. Kontrollera vilken som är rätt och skriv bara "
            "koden."
        ),
        (
            "The code and the text beside it do not belong together in the codebook. Check which one is right and write "
            "the code only."
        ),
    ),
    "issue.unknown_code.boolean": (
        "Cellen kan inte läsas som ja eller nej. Skriv ja eller nej.{if_missing}",
        "The cell cannot be read as yes or no. Write yes or no.{if_missing}",
    ),
    "issue.unknown_missing_code": (
        (
            "Cellen ser ut som en kod för att svaret saknas, men kodboken har inte den koden. Är det ett "
            "riktigt svar, rätta det.{if_missing}"
        ),
        (
            "The cell looks like a code for a missing answer, but the codebook does not have that code. If it "
            "is a real answer, correct it.{if_missing}"
        ),
    ),
    "issue.bad_pattern": (
        "Värdet har inte den form som kodboken kräver ({pattern}). Rätta det.",
        "The value does not have the form that the codebook asks for ({pattern}). Correct it.",
    ),
    "issue.bad_pattern.example": (
        "Värdet har inte rätt form. Det ska se ut som {example}, där 0 står för en siffra. Rätta det.",
        (
            "The value does not have the right form. It should look like {example}, where 0 stands for a "
            "digit. Correct it."
        ),
    ),
    "issue.only_when": (
        "Kolumnen ska bara fyllas i när {other} är {codes}. Töm cellen, eller rätta {other}.",
        "The column is to be filled in only when {other} is {codes}. Empty the cell, or correct {other}.",
    ),
    "issue.mixed_decimal_marks": (
        (
            "Kolumnen blandar decimalkomma och decimalpunkt, så talen kan inte läsas säkert. Använd ett och "
            "samma tecken."
        ),
        (
            "The column mixes decimal comma and decimal point, so its numbers cannot be read safely. Use one "
            "and the same mark."
        ),
    ),
    "issue.excel_error_value": (
        "Cellen innehåller ett felvärde från kalkylprogrammet. Rätta formeln eller skriv in värdet.",
        "The cell holds an error value of the spreadsheet. Correct the formula or enter the value.",
    ),
    "issue.formula_without_value": (
        "Formelns värde är inte sparat i filen. Öppna och spara filen i Excel, eller klistra in som värde.",
        (
            "The value of the formula is not stored in the file. Open and save the file in Excel, or paste "
            "it as a value."
        ),
    ),
    "issue.formula_like_text": (
        "Text som ett kalkylprogram skulle köra som formel. Den läses som text och körs aldrig.",
        "Text that a spreadsheet would run as a formula. It is read as text and never run.",
    ),
    "issue.invalid_characters": (
        "Cellen innehåller styrtecken som inte hör hemma i text. Skriv in värdet på nytt.",
        "The cell holds control characters that do not belong in text. Enter the value again.",
    ),
    "issue.invalid_characters.control": (
        "Texten innehåller styrtecken. De påverkar inte analysen; skriv gärna om texten.",
        "The text holds control characters. They do not affect the analysis; consider writing it again.",
    ),
    "issue.invalid_characters.invisible": (
        (
            "Id:t innehåller osynliga tecken och kan se likadant ut som ett annat. De har tagits bort vid "
            "läsningen; skriv om id:t."
        ),
        (
            "The id holds invisible characters and may look like another one. They were left out on reading; "
            "write it again."
        ),
    ),
    "issue.interpreted_value": (
        (
            "Läst genom etikett, godkänd stavning eller decimaltecken i text ({count} st). Kontrollera att "
            "tolkningen stämmer."
        ),
        (
            "Read by a label, an accepted spelling or a decimal mark in text ({count} cells). Check that "
            "this is what was meant."
        ),
    ),
    "issue.interpreted_value.listed": (
        "Läst som kod: {spellings} ({count} st). Kontrollera att tolkningen stämmer.",
        "Read as a code: {spellings} ({count} cells). Check that this is what was meant.",
    ),
    "issue.normalised_text": (
        "Blanksteg eller teckenform har snyggats till vid läsningen ({count} st). Inget behöver göras.",
        "Blanks or the form of characters were tidied on reading ({count} cells). Nothing needs to be done.",
    ),
}
