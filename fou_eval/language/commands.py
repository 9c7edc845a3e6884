"""Phrases of the command line, Swedish first, then English."""

COMMANDS: dict[str, tuple[str, str]] = {
    "refusal.head": (
        "{name} kan inte användas än. Fel att rätta: {count}.",
        "{name} cannot be used yet. Faults to correct: {count}.",
    ),
    "refusal.head.plain": (
        "Datafilen kan inte användas än. Fel att rätta: {count}.",
        "The data file cannot be used yet. Faults to correct: {count}.",
    ),
    "refusal.more": (
        "… och {count} till. fou-eval check visar alla.",
        "… and {count} more. fou-eval check shows them all.",
    ),
    "check.whole_file": ("Hela filen", "The whole file"),
    "check.nothing": (
        "Det finns ingen datafil eller mapp på den platsen. Kontrollera namnet och mappen.",
        "There is no such data file or folder. Check its name and the folder.",
    ),
    "check.more_places": ("och på {count} ställen till", "and at {count} more places"),
    "check.more_alike": (
        "Och {count} till av samma slag.",
        "And {count} more of the same kind.",
    ),
    "check.more_lines": (
        "… och {count} till. Rätta det som visas först, eller se alla med --mark eller --json.",
        "… and {count} more. Correct what is shown first, or see all with --mark or --json.",
    ),
    "check.read": (
        "Rader {rows} · personer {persons} · familjer {families}",
        "Rows {rows} · persons {persons} · families {families}",
    ),
    "check.next": ("Nästa steg: {step}", "Next step: {step}"),
    "check.next.also": ("Också till hjälp: {step}", "Also of help: {step}"),
    "check.next.report": (
        "fou-eval report.",
        "fou-eval report.",
    ),
    "check.next.mark": (
        "samma kommando med --mark skriver en kopia bredvid filen där varje fel är markerat.",
        "the same command with --mark writes a copy beside the file in which every fault is marked.",
    ),
    "check.next.convert": (
        "fou-eval convert visar hur en bred fil eller en export från ett annat verktyg skulle läsas.",
        "fou-eval convert shows how a wide file or an export of another tool would be read.",
    ),
    "check.next.pseudonymise": (
        "fou-eval pseudonymise ger familjer och personer slumpade löpnummer.",
        "fou-eval pseudonymise gives families and persons random running numbers.",
    ),
    "check.next.template": (
        "fou-eval template skriver en arbetsbok med rätt rubriker att fylla i.",
        "fou-eval template writes a workbook with the right headers to fill in.",
    ),
    "check.next.codebook": (
        "fou-eval codebook skriver ut vilka kolumner, koder och saknat-koder som gäller.",
        "fou-eval codebook writes out which columns, codes and missing codes apply.",
    ),
    "check.stage.reading": ("Läser filen", "Reading the file"),
    "check.stage.persons": ("Letar efter personuppgifter", "Looking for personal data"),
    "check.stage.cells": ("Går igenom cellerna", "Going through the cells"),
    "check.stage.rows": ("Jämför rader och tabeller", "Comparing rows and tables"),
    "check.ok": (
        "Godkänd. En rapport kan göras.",
        "Passed. A report can be made.",
    ),
    "check.warning": (
        "Inget hindrar en rapport, men någon bör gå igenom varningarna.",
        "Nothing prevents a report, but somebody should go through the warnings.",
    ),
    "check.error": (
        "Felen måste rättas i filen innan en rapport kan göras.",
        "The errors must be corrected in the file before a report can be made.",
    ),
    "check.stop": (
        "Stopp: filen kan inte användas som den är. Inget har beräknats och inget har sparats.",
        "Stop: the file cannot be used as it is. Nothing was computed and nothing was saved.",
    ),
    "progress.measure": (
        "Mäter förändring: {families} familjer, {outcomes} indikatorer",
        "Measuring change: {families} families, {outcomes} indicators",
    ),
    "progress.gate": ("Röjandekontroll", "Disclosure control"),
    "progress.done": ("Klart: {path}", "Done: {path}"),
}
