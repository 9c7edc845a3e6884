"""What stands in a synthetic workbook besides the data, in Swedish and English."""

SIMULATION: dict[str, tuple[str, str]] = {
    "synthetic.sheet": ("Läs mig", "Read me"),
    "synthetic.title": ("SYNTETISKA DATA: {title}", "SYNTHETIC DATA: {title}"),
    "synthetic.notice": (
        "Alla uppgifter i arbetsboken är påhittade av ett datorprogram. Ingen familj har svarat.",
        "A computer program made up all data in this workbook. No family has answered.",
    ),
    "synthetic.purpose": (
        "De visar hur en ifylld arbetsbok ser ut och säger ingenting om det verkliga projektet.",
        "They show what a filled-in workbook looks like and say nothing about the real project.",
    ),
    "synthetic.made": (
        "Arbetsboken görs om, exakt likadan, med kommandot {command} och slumptalsfröet i plan.yaml.",
        "The workbook is made again, exactly the same, by the command {command} with the seed in plan.yaml.",
    ),
    "synthetic.missing": (
        "Ett negativt tal är en kod som säger varför svaret saknas. I en tom cell saknas svaret utan angiven orsak.",
        "A negative number is a code that says why the answer is missing. An empty cell has no answer and no reason.",
    ),
    "synthetic.tables": ("Blad", "Sheet"),
    "synthetic.row": ("En rad är", "One row is"),
}
