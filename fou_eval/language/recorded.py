"""Words for what is recorded beside outcomes at waves, common to all chapters."""

RECORDED = {
    "format.sek": ("kronor", "SEK"),
    "format.days": ("dygn", "days"),
    "format.hours": ("timmar", "hours"),
    "format.months_unit": ("månader", "months"),
    "format.per_advocate": ("familjer per familjeombud", "families per family advocate"),
    "format.correlation": ("från −1 till 1", "from −1 to 1"),
    "statistic.records.label": ("Antal rader", "Number of rows"),
    "statistic.records_where.label": ("Antal rader efter kod", "Number of rows by code"),
    "recorded.yes": ("Ja", "Yes"),
    "recorded.no": ("Nej", "No"),
    "recorded.unstated": ("Uppgift saknas", "Not stated"),
    "recorded.number": ("Antal", "Number"),
    "recorded.share": ("Andel", "Share"),
    "recorded.all": ("Alla", "All"),
    "recorded.counted_by": ("{table}: {column}", "{table}: {column}"),
    "recorded.merged": (
        "Koder med för få familjer visas tillsammans i en grupp; antalet avser rader, inte familjer.",
        "Codes of too few families are shown together in one group; the number counts rows, not families.",
    ),
    "recorded.total_only": (
        "Fördelningen efter {columns} visas inte: för få familjer i varje grupp.",
        "The distribution by {columns} is not shown: too few families in each group.",
    ),
    "recorded.nothing": (
        "{table}: visas inte, för få familjer.",
        "{table}: not shown, too few families.",
    ),
}
