"""Phrases about interim editions: the cut-off, what could not be dated, and who had not reached a wave."""

EDITIONS: dict[str, tuple[str, str]] = {
    "edition.preliminary": ("Preliminär", "Preliminary"),
    "edition.preliminary_until": (
        "Preliminär, uppgifter till och med {day}",
        "Preliminary, data until {day}",
    ),
    "edition.notice": (
        "Rapporten är preliminär. Resultaten kan ändras i den slutliga rapporten.",
        "This report is preliminary. The results may change in the final report.",
    ),
    "edition.notice_until": (
        (
            "Rapporten är preliminär. Den bygger på uppgifter till och med {day}, och resultaten kan ändras i den slutliga "
            "rapporten."
        ),
        (
            "This report is preliminary. It rests on data until {day}, and the results may change in the final report."
        ),
    ),
    "edition.notice_cut": (
        (
            "Det som är daterat senare är utelämnat innan något räknades, också ur en fil som har fyllts på sedan dess: "
            "den som skrevs in senare är inte med, och det som avslutades senare räknas som pågående. Uppgifter utan datum "
            "är med som de står i filen."
        ),
        (
            "What is dated later was left out before anything was computed, also from a file that has been added to since: "
            "who entered later is not included, and what ended later counts as still going on. Items without a date "
            "are included as they stand in the file."
        ),
    ),
    "edition.not_due": (
        (
            "Av familjerna som saknas vid mättillfället ”{after}” hade {families} inte nått det när uppgifterna samlades in. "
            "De räknas inte som bortfall."
        ),
        (
            "Of the families missing at the wave “{after}”, {families} had not reached it when the data were collected. They "
            "do not count as drop-outs."
        ),
    ),
    "edition.not_due_untold": (
        (
            "Familjer som saknas vid mättillfället ”{after}” kan vara sådana som inte hade nått det när uppgifterna samlades "
            "in. De räknas inte som bortfall; hur många de är visas inte."
        ),
        (
            "Families missing at the wave “{after}” may be such as had not reached it when the data were collected. They do "
            "not count as drop-outs; how many they are is not shown."
        ),
    ),
    "edition.beside_earlier": (
        "Rapporten är den slutliga och är jämförd med: {names}. {cost}",
        "This report is the final one and has been compared with: {names}. {cost}",
    ),
    "edition.beside_earlier_preliminary": (
        "Rapporten är preliminär och är jämförd med: {names}. {cost}",
        "This report is preliminary and has been compared with: {names}. {cost}",
    ),
    "table.not_due": ("ännu inte nått mättillfället", "wave not reached yet"),
    "table.not_due_untold": (
        "Familjer som saknas kan vara sådana som ännu inte har nått mättillfället. De räknas inte som bortfall.",
        "Families that are missing may be such as have not reached the wave yet. They do not count as drop-outs.",
    ),
    "table.not_due_line": (
        "{reason}: {families} familjer. De räknas inte som bortfall.",
        "{reason}: {families} families. They do not count as drop-outs.",
    ),
    "figure.mark.preliminary": ("PRELIMINÄRT", "PRELIMINARY"),
    "edition.status.preliminary": ("preliminär", "preliminary"),
    "edition.status.final": ("slutlig", "final"),
    "edition.told": (
        "Delrapport med uppgifter till och med {day}: den och allt i den är märkt som preliminärt.",
        "Interim report with data until {day}: it and everything in it is marked as preliminary.",
    ),
    "edition.note.undated": (
        (
            "Rader i {table} som varken ett datum eller familjens inskrivning daterar: {count}. De är med som de står i "
            "filen."
        ),
        (
            "Rows of {table} that neither a date nor the family’s entry dates: {count}. They are included as they stand in "
            "the file."
        ),
    ),
    "edition.note.ended": (
        (
            "Rader i {table} som säger hur något avslutades men inte när: {count}. De är med som de står i filen, fast det "
            "kan ha hänt senare."
        ),
        (
            "Rows of {table} that say how something ended and not when: {count}. They are included as they stand in the "
            "file, though it may have happened later."
        ),
    ),
    "edition.note.supposed": (
        (
            "Rader i {table} om något som avslutades senare, där det inte går att säga hur det stod på brytdagen: {count}. De "
            "har den första kod som säger att det pågår, eller ingen."
        ),
        (
            "Rows of {table} about something that ended later, where it is not known how it stood on the cut-off day: "
            "{count}. They have the first code that says that it goes on, or none."
        ),
    ),
    "edition.no_day": (
        "Brytdagen (until) är ingen dag. Skriv den som 2016-11-30.",
        "The cut-off (until) is no day. Write it as 2016-11-30.",
    ),
    "edition.after_data": (
        (
            "Brytdagen {day} ligger efter den sista dagen med uppgifter, {until} (data_until i study.yaml). Ange en dag "
            "till och med den, eller rätta data_until."
        ),
        (
            "The cut-off {day} lies after the last day of the data, {until} (data_until in study.yaml). Give a day up to "
            "that one, or correct data_until."
        ),
    ),
    "edition.before_data": (
        "Ingen familj var inskriven {day}, så det finns inget att räkna på. Ange en senare brytdag (until).",
        "No family had entered by {day}, so there is nothing to compute. Give a later cut-off (until).",
    ),
    "edition.required": (
        (
            "tables/{table}.yaml: kolumnen {column} ({label}) måste fyllas i, men vad som står där var inte känt på brytdagen. "
            "Ta bort `required` för kolumnen, så får det som pågår stå utan slut."
        ),
        (
            "tables/{table}.yaml: the column {column} ({label}) must be filled in, and what stands there was not known on "
            "the cut-off day. Remove `required` from it, so that what goes on may stand without an end."
        ),
    ),
    "edition.no_ongoing": (
        (
            "tables/{table}.yaml: kolumnen {column} ({label}) måste fyllas i, men ingen kod säger att något pågår, och så var "
            "det på brytdagen. Lägg till koden ongoing, eller ta bort `required`."
        ),
        (
            "tables/{table}.yaml: the column {column} ({label}) must be filled in, and no code says that something goes on, "
            "as it did on the cut-off day. Add the code ongoing, or remove `required`."
        ),
    ),
}
