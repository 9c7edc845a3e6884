"""Words for what is recorded beside outcomes at waves, common to all chapters."""

RECORDED = {
    "format.sek": ("kronor", "SEK"),
    "format.days": ("dygn", "days"),
    "format.hours": ("timmar", "hours"),
    "format.months_unit": ("månader", "months"),
    "format.per_advocate": ("familjer per familjeombud", "families per family advocate"),
    "format.correlation": ("", ""),
    "statistic.records.label": ("Antal rader", "Number of rows"),
    "statistic.records_where.label": ("Antal rader efter kod", "Number of rows by code"),
    "report.exits": ("Till arbete eller studier", "Into work or studies"),
    "report.exits.text": (
        "Som arbete eller studier räknas: {definition}.",
        "Counted as work or studies: {definition}.",
    ),
    "report.exits.shown": (
        "Andelen var {before_share} vid mättillfället ”{before}” och {after_share} vid ”{after}”.",
        "The share was {before_share} at the wave “{before}” and {after_share} at “{after}”.",
    ),
    "report.exits.hidden": (
        "Andelen visas inte: för få familjer på den ena sidan av gränsen.",
        "The share is not shown: too few families on one side of the limit.",
    ),
    "recorded.hidden": ("visas\u00a0ej", "not\u00a0shown"),
    "participants.target": ("Målgruppen", "The target group"),
    "participants.target.text": (
        "Uppgifterna är inskrivna så som de var kända: misstänkt, under utredning och med diagnos är olika saker.",
        "What was known is recorded as it was known: suspected, under assessment and diagnosed are different things.",
    ),
    "participants.criteria.table": (
        "Målgruppens kriterier vid inskrivningen",
        "Criteria of the target group at entry",
    ),
    "participants.criteria.head": ("Kriterium", "Criterion"),
    "participants.criteria.met": ("Uppfylls", "Met"),
    "participants.criteria.not_met": ("Uppfylls inte", "Not met"),
    "participants.criteria.note": (
        "Antal familjer. Ett kriterium visas när både de som uppfyller det och de som inte gör det är tillräckligt många.",
        "Number of families. A criterion is shown where those that meet it and those that do not are both many enough.",
    ),
    "recorded.yes": ("Ja", "Yes"),
    "recorded.no": ("Nej", "No"),
    "recorded.unstated": ("Uppgift saknas", "Not stated"),
    "recorded.number": ("Antal", "Number"),
    "recorded.share": ("Andel", "Share"),
    "recorded.all": ("Alla", "All"),
    "recorded.counted_by": ("{table}: {column}", "{table}: {column}"),
    "recorded.merged": (
        "Grupper med för få familjer visas tillsammans. Antalet gäller uppgifter, inte familjer.",
        "Groups of too few families are shown together. The number is of records, not of families.",
    ),
    "recorded.total_only": (
        "Fördelningen efter {columns} visas inte: för få familjer i varje grupp.",
        "The distribution by {columns} is not shown: too few families in each group.",
    ),
    "recorded.totals_only": (
        "Fördelningarna efter {columns} visas inte: för få familjer i varje grupp.",
        "The distributions by {columns} are not shown: too few families in each group.",
    ),
    "recorded.nothing": (
        "Uppgifterna under ”{table}” visas inte: de gäller för få familjer.",
        "The records under “{table}” are not shown: they are of too few families.",
    ),
}
