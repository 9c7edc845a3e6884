"""Phrases of the files beside the report: the tables as a workbook."""

EXPORTS: dict[str, tuple[str, str]] = {
    "progress.exports": ("Skriver Word och Excel", "Writing Word and Excel"),
    "exports.title": ("Tabeller ur {title}", "Tables from {title}"),
    "exports.numbers": (
        "Talen är rapportens, med de decimaler som står där och inga fler.",
        "The numbers are those of the report, with the decimals that stand there and no more.",
    ),
    "exports.withheld": (
        "”visas ej”: talet kan peka ut familjer eller personer. Streck: inget tal finns.",
        "‘not shown’: the number could point out families or persons. A dash: there is no number.",
    ),
    "exports.until": ("Uppgifter till och med {day}.", "Data until {day}."),
    "exports.contents": ("Innehåll", "Contents"),
    "exports.table": ("Tabell", "Table"),
    "exports.heading": ("Rubrik", "Title"),
    "exports.part": ("Del av rapporten", "Part of the report"),
    "exports.back": ("Till innehållet", "To the contents"),
}
