"""Words of the chapter on the project's logic and timeline, and of the register of what was said."""

PROJECT = {
    "chapter.project": ("Projektets logik och tidslinje", "The project’s logic and timeline"),
    "format.whole_months": ("månader", "months"),
    "statistic.project_months.label": ("Projektets längd i månader", "Length of the project in months"),
    "statistic.share_of_target.label": (
        "Inskrivna familjer i förhållande till målet",
        "Families enrolled relative to the target",
    ),
    "statistic.decision_delay.label": ("Månader efter tidsgränsen", "Months after the deadline"),
    "statistic.staff_share.label": ("Andel svarande som instämmer", "Share of those answering who agree"),
    "project.text": (
        (
            "Här står vad projektet skulle göra, vilka som deltog i arbetet, vad som planerades och beslutades och vad som "
            "blev av. Sist står vad som har sagts om projektet och var rapporten svarar på det. Källorna anger månader, "
            "inga dagar, och därför visas månader."
        ),
        (
            "This part says what the project was to do, who took part in the work, what was planned and decided, and what "
            "came of it. Last comes what has been said of the project and where the report answers it. The sources "
            "give months, no days, so months are shown."
        ),
    ),
    "project.target": ("Målet för antalet familjer", "The target for families"),
    "project.target.inside": (
        "Målet var {low}–{high} familjer. Inskrivna är {families}, alltså inom målet.",
        "The target was {low}–{high} families. {families} are enrolled, which is within the target.",
    ),
    "project.target.below": (
        "Målet var {low}–{high} familjer. Inskrivna är {families}, alltså under målet.",
        "The target was {low}–{high} families. {families} are enrolled, which is below the target.",
    ),
    "project.target.above": (
        "Målet var {low}–{high} familjer. Inskrivna är {families}, alltså över målet.",
        "The target was {low}–{high} families. {families} are enrolled, which is above the target.",
    ),
    "project.target.shares": (
        "Det är {min} av det lägsta antalet och {max} av det högsta.",
        "That is {min} of the lowest number and {max} of the highest.",
    ),
    "project.areas": ("Områden där förändring söks", "Areas in which change is sought"),
    "project.areas.text": (
        "Projektet sökte förändring på följande områden. Vart och ett har en egen bilaga, även om det inte är mätt.",
        "The project sought change in the following areas. Each has an appendix of its own, even where not measured.",
    ),
    "project.area.measured": (
        "Visas i {where}; huvudindikator: {label}.",
        "Shown in {where}; primary indicator: {label}.",
    ),
    "project.area.no_primary": ("Visas i {where}.", "Shown in {where}."),
    "project.area.withheld": (
        "Visas inte på grund av röjandeskydd.",
        "Not shown, to protect families.",
    ),
    "project.area.not_measured": ("Ej mätt.", "Not measured."),
    "project.organisations": ("Organisationer efter nivå", "Organisations by level"),
    "project.months": ("Planerad och faktisk tid", "Time planned and actual"),
    "project.months.what": ("Tid", "Time"),
    "project.months.from": ("Från och med", "From"),
    "project.months.to": ("Till och med", "To"),
    "project.months.count": ("Månader", "Months"),
    "project.months.planned": ("Planerad projekttid", "Project as planned"),
    "project.months.service": (
        "Stöd till familjer, till planerat slut",
        "Support to families, to the planned end",
    ),
    "project.months.extension": ("Förlängning", "Extension"),
    "project.months.service_extended": (
        "Stöd till familjer, med förlängningen",
        "Support to families, with the extension",
    ),
    "project.months.note": (
        (
            "Månaderna räknas ur de angivna datumen. De säger inte hur länge någon familj fick stöd: det räknas från "
            "familjens egen inskrivning."
        ),
        (
            "The months are counted from the dates given. They do not say how long a family was supported: that is counted "
            "from the family’s own entry."
        ),
    ),
    "project.delay": (
        (
            "Stödet till familjerna började i {began}, {months} månader efter planerad start ({planned}). All tid med "
            "stöd räknas därför från inskrivningen och inte från projektets start."
        ),
        (
            "Support to families began in {began}, {months} months after the planned start ({planned}). Time with support "
            "is therefore counted from entry, not from the start of the project."
        ),
    ),
    "project.extended": (
        "Projektet förlängdes från {end} till {last}, det vill säga med {months} månader.",
        "The project was extended from {end} to {last}, that is by {months} months.",
    ),
    "project.decisions": ("Beslut och steg", "Decisions and steps"),
    "project.head.month": ("Månad", "Month"),
    "project.head.due": ("Skulle vara klart", "Was due"),
    "project.head.late": ("Månader efter tidsgränsen", "Months after deadline"),
    "project.late.note": (
        "Ett minustecken betyder att steget togs före tidsgränsen.",
        "A minus sign means that the step was taken before the deadline.",
    ),
    "project.contradicts": (
        (
            "{n} rader säger att ett beslut ska vara klart före den månad då det fattades, utan att kalla det sent. De visas "
            "som de är registrerade."
        ),
        (
            "{n} rows say that a decision was due before the month in which it was taken, without calling it late. They are "
            "shown as recorded."
        ),
    ),
    "project.contradicts_one": (
        (
            "På en rad ska ett beslut vara klart före den månad då det fattades, utan att det kallas sent. Den visas som den "
            "är registrerad."
        ),
        (
            "On one row a decision was due before the month in which it was taken, without being called late. It is shown as "
            "recorded."
        ),
    ),
    "claims.heading": (
        "Vad som har sagts, och var rapporten svarar",
        "What was said, and where the report answers",
    ),
    "claims.text": (
        (
            "{table} återger vad som har sagts om projektet, av vem och när, och var i rapporten det besvaras. Den "
            "säger inte om det stämde. Det som rapporten inte kan besvara står som ej mätt."
        ),
        (
            "{table} repeats what was said of the project, by whom and when, and where in the report it is answered. "
            "It does not say whether it was right. What the report cannot answer is listed as not measured."
        ),
    ),
    "claims.title": (
        "Vad som sades, när, och var rapporten besvarar det",
        "What was said, when, and where the report answers it",
    ),
    "claims.head.code": ("Nr", "No."),
    "claims.head.claim": ("Vad som sades", "What was said"),
    "claims.head.kind": ("Slag", "Kind"),
    "claims.head.source": ("Källa", "Source"),
    "claims.head.answer": ("Besvaras i", "Answered in"),
    "claims.kind.goal": ("mål", "goal"),
    "claims.kind.claimed": ("påstående", "claim"),
    "claims.kind.belief": ("förmodan", "belief"),
    "claims.kind.judgement": ("bedömning", "judgement"),
    "claims.kind.process": ("arbetssätt", "process"),
    "claims.kind.plan": ("plan", "plan"),
    "claims.kind.finding": ("iakttagelse", "finding"),
    "claims.kind.statement": ("uttalande", "statement"),
    "claims.kind.requirement": ("krav", "requirement"),
    "claims.source": ("{short}: {source}, {month}.", "{short}: {source}, {month}."),
    "claims.undated": ("{short}: {source}, månad saknas.", "{short}: {source}, month not given."),
    "claims.answer": ("{about}: {state}", "{about}: {state}"),
    "claims.state.shown": ("visas", "shown"),
    "claims.state.total": ("bara antalet visas", "only the number is shown"),
    "claims.state.withheld": ("visas inte på grund av röjandeskydd", "not shown, to protect families"),
    "claims.state.not_measured": ("ej mätt", "not measured"),
    "claims.not_measured": ("Ej mätt", "Not measured"),
    "claims.when.before_after": (
        "Sades innan någon kunde ha följts till mättillfället {after}.",
        "Said before anybody could have been followed to the wave {after}.",
    ),
    "claims.when.before_end": (
        "Sades innan alla uppgifter var insamlade ({until}), alltså innan resultaten i den här rapporten fanns.",
        "Said before all data were collected ({until}), that is before the results of this report existed.",
    ),
    "claims.when.unknown": (
        "Källan har ingen månad; det går inte att säga om resultaten fanns när detta sades.",
        "The source gives no month; whether the results existed when this was said cannot be told.",
    ),
    "claims.when.running": ("Sades medan projektet pågick.", "Said while the project was running."),
}
