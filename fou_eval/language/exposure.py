"""Phrases of how exposed the families of a file are, Swedish first, then English."""

EXPOSURE: dict[str, tuple[str, str]] = {
    "issue.exposed_families": (
        (
            "Familjer som är ensamma om sin kombination av {known}: {alone} av {families}. Familjer i en grupp av "
            "färre än {smallest} likadana: {few}. Den som känner en sådan familj kan hitta den i filen. {advice}"
        ),
        (
            "Families that are alone in their combination of {known}: {alone} of {families}. Families in a group of "
            "fewer than {smallest} alike: {few}. Whoever knows such a family can find it in the file. {advice}"
        ),
    ),
    "issue.exact_dates": (
        (
            "Filen har exakta datum ({columns}). Månader sedan inskrivningen räcker för att följa förändring, och "
            "säger inte var någon var en viss dag."
        ),
        (
            "The file holds exact dates ({columns}). Months since entry are enough to follow change, and do not tell "
            "where somebody was on a certain day."
        ),
    ),
    "exposure.heaviest": (
        "Mest bidrar {column}: utan den vore {alone} ensamma.",
        "Most of it comes from {column}: without it, {alone} would be alone.",
    ),
    "exposure.bands": (
        "Skriv {columns} i band om {years} år: då vore {alone} ensamma.",
        "Write {columns} in bands of {years} years: then {alone} would be alone.",
    ),
    "exposure.fewer": (
        (
            "Slå samman koder som få har, utelämna det som inte behövs, och lämna bara ut filen till dem som arbetar "
            "med den."
        ),
        (
            "Merge codes that few have, leave out what is not needed, and hand the file only to those who work with "
            "it."
        ),
    ),
    "exposure.and": ("och", "and"),
    "exposure.title": (
        "Hur lätt känns familjerna igen? (av {families})",
        "How easily are families recognised? (of {families})",
    ),
    "exposure.known": ("Om man känner till", "If one knows"),
    "exposure.size": ("antalet personer i familjen", "the number of persons in the family"),
    "exposure.added": ("+ {column}", "+ {column}"),
    "exposure.banded": ("allt, med ålder i band om {years} år", "all, with ages in bands of {years} years"),
    "exposure.left_out": ("allt utom {column}", "all but {column}"),
    "exposure.alone": ("Ensamma", "Alone"),
    "exposure.few": ("Färre än {smallest} likadana", "Fewer than {smallest} alike"),
    "exposure.told": (
        (
            "{told} familjer är inte ensamma, men alla som liknar dem har samma svar i en känslig kolumn: det svaret är "
            "därmed känt."
        ),
        (
            "{told} families are not alone, but all that are like them give the same answer in a sensitive column: "
            "that answer is thereby known."
        ),
    ),
    "exposure.kept": (
        "Talen är till för den som äger filen; de står inte i någon rapport.",
        "These counts are for the owner of the file; no report holds them.",
    ),
}
