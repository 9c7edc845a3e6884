"""Words about the family advocates' work: families per advocate, hours and posts."""

ADVOCATES = {
    "chapter.advocates": (
        "Ombudens arbete och mängden stöd",
        "The family advocates’ work and the amount of support",
    ),
    "format.posts": ("årsarbetare", "full-time posts"),
    "statistic.caseload.label": ("Familjer per familjeombud", "Families per family advocate"),
    "statistic.advocate_months_at_standard.label": (
        "Andel av ombudens månader med minst så många familjer som projektets mått",
        "Share of the advocates’ months with at least as many families as the project’s standard",
    ),
    "statistic.months_with_advocate.label": (
        "Månader med familjeombud, medelvärde per familj",
        "Months with a family advocate, mean per family",
    ),
    "statistic.hours_in_all.label": ("Ombudens timmar", "The advocates’ hours"),
    "statistic.hours_share.label": ("Andel av ombudens timmar", "Share of the advocates’ hours"),
    "statistic.hours_with_families.label": (
        "Andel av ombudens timmar med familjer",
        "Share of the advocates’ hours with families",
    ),
    "statistic.short_notice.label": (
        "Andel noteringar med kortast ett dygns varsel",
        "Share of entries with at most a day’s notice",
    ),
    "statistic.posts_by_role.label": ("Årsarbetare efter yrkesroll", "Full-time posts by role"),
    "note.few_advocates": (
        "Ombuden är för få för att visas utan att en av dem pekas ut.",
        "The advocates are too few to be shown without pointing at one of them.",
    ),
    "advocates.heading.caseload": ("Familjer per familjeombud", "Families per family advocate"),
    "advocates.explained.caseload": (
        (
            "En månad räknas för ett ombud som hade någon familj den månaden. Medelvärdet är summan av familjer i dessa "
            "månader, delad med antalet månader, i hela tal så att det inte syns när en viss familj kom eller gick. Inget "
            "tal gäller ett enskilt ombud."
        ),
        (
            "A month counts for an advocate who had any family in it. The mean is the sum of families in these months, "
            "divided by the number of months, in whole numbers so that it does not show when a certain family came or "
            "went. No number is about a single advocate."
        ),
    ),
    "advocates.caseload.mean": (
        "Antalet familjer per familjeombud var i medeltal {value}.",
        "The number of families per family advocate was {value} on average.",
    ),
    "advocates.caseload.standard": (
        "Projektets eget mått: {value}.",
        "The project’s own standard: {value}.",
    ),
    "advocates.caseload.no_standard": (
        "Projektets eget mått: ej angivet.",
        "The project’s own standard: not stated.",
    ),
    "advocates.caseload.share": (
        "I {value} av ombudens månader hade ombudet minst så många.",
        "In {value} of the advocates’ months the advocate had at least as many.",
    ),
    "advocates.caseload.duration": (
        "Familjerna hade familjeombud i {value} månader i medeltal.",
        "Families had an advocate for {value} months on average.",
    ),
    "advocates.caseload.hidden": (
        "Antalet familjer per familjeombud visas inte: {why}",
        "The number of families per family advocate is not shown: {why}",
    ),
    "advocates.caseload.not_measured": (
        "Antal familjer per familjeombud: ej mätt.",
        "Number of families per family advocate: not measured.",
    ),
    "advocates.periods": ("Familjer per familjeombud över tid", "Families per family advocate over time"),
    "advocates.period": ("{first}–{last}", "{first}–{last}"),
    "advocates.head.period": ("Tid", "Time"),
    "advocates.head.mean": ("Familjer per ombud", "Families per advocate"),
    "advocates.explained.joined": (
        "Halvår med för få familjer eller ombud visas tillsammans med nästa.",
        "Half-years with too few families or advocates are shown together with the next.",
    ),
    "advocates.heading.hours": ("Vad ombudens tid gick till", "What the advocates’ time went to"),
    "advocates.caseload.basis": (
        "{n} månader med ett ombud.",
        "{n} months of an advocate.",
    ),
    "advocates.hours.basis": (
        "{value} timmar.",
        "{value} hours.",
    ),
    "advocates.hours.with_families": (
        "Av timmarna gick {value} till tid med familjer; projektets eget mått var {standard}.",
        "Time with families was {value} of the hours; the project’s own standard was {standard}.",
    ),
    "advocates.hours.counted": (
        "Som tid med familjer räknas: {codes}.",
        "Counted as time with families: {codes}.",
    ),
    "advocates.hours.short_notice": (
        "I {value} av noteringarna var det kortaste varslet högst ett dygn.",
        "In {value} of the entries the shortest notice was at most a day.",
    ),
    "advocates.hours.not_measured": ("Ombudens tid: ej mätt.", "The advocates’ time: not measured."),
    "advocates.hours.hidden": ("Ombudens tid visas inte: {why}", "The advocates’ time is not shown: {why}"),
    "advocates.hours.by": ("Ombudens timmar efter {column}", "The advocates’ hours by {column}"),
    "advocates.head.share": ("Andel av timmarna", "Share of the hours"),
    "advocates.heading.posts": ("Tjänster", "Posts"),
    "advocates.posts.title": (
        "Årsarbetare per månad, medelvärde över de månader som har en uppgift",
        "Full-time posts per month, mean over the months that have an entry",
    ),
    "advocates.head.posts": ("Årsarbetare", "Full-time posts"),
    "advocates.head.months": ("Antal månader", "Number of months"),
    "issue.many_families": (
        (
            "Ombudet har fler än {limit} familjer samma månad, från och med den här raden. Kontrollera ombudet och "
            "månaderna; en rad utan slutmånad räknas som pågående."
        ),
        (
            "The advocate has more than {limit} families in the same month, from this row on. Check the advocate and the "
            "months; a row without an end counts as going on."
        ),
    ),
    "issue.many_families.many": (
        (
            "På {count} rader har ombudet fler än {limit} familjer samma månad. Kontrollera ombuden och månaderna; en rad "
            "utan slutmånad räknas som pågående."
        ),
        (
            "On {count} rows the advocate has more than {limit} families in the same month. Check the advocates and the "
            "months; a row without an end counts as going on."
        ),
    ),
    "issue.two_advocates": (
        "Familjen har ett annat ombud samma månad. Rätta månaderna så att det ena slutar innan det andra börjar.",
        "The family has another advocate in the same month. Correct the months so that one ends before the other begins.",
    ),
    "issue.two_advocates.many": (
        "{count} rader gäller familjer som har två ombud samma månad. Rätta månaderna så att det ena slutar först.",
        "{count} rows are of families that have two advocates in the same month. Correct the months so that one ends first.",
    ),
    "issue.too_many_hours": (
        "Ombudet har fler timmar än månaden har ({limit}). Kontrollera timmarna och månaden.",
        "The advocate has more hours than the month has ({limit}). Check the hours and the month.",
    ),
    "issue.too_many_hours.many": (
        "På {count} rader har ombudet fler timmar än månaden har ({limit}). Kontrollera timmarna och månaderna.",
        "On {count} rows the advocate has more hours than the month has ({limit}). Check the hours and the months.",
    ),
    "issue.negative_hours": (
        "Timmarna är färre än noll och räknas inte. Rätta talet.",
        "The hours are fewer than zero and are not counted. Correct the number.",
    ),
    "issue.negative_hours.many": (
        "På {count} rader är timmarna färre än noll; de räknas inte. Rätta talen.",
        "On {count} rows the hours are fewer than zero; they are not counted. Correct the numbers.",
    ),
}
