"""Phrases about what two reports give away together, Swedish first, then English."""

LEDGER: dict[str, tuple[str, str]] = {
    "rule.ledger": (
        (
            "Talet bygger på nästan samma familjer som i en tidigare rapport (färre än {threshold} skiljer), eller på samma "
            "familjer och visades inte där, eller visades annorlunda. De två rapporterna kunde dras från varandra, och då "
            "syns enskilda familjer."
        ),
        (
            "The number rests on almost the same families as in an earlier report (fewer than {threshold} differ), or on the "
            "same families and was not shown there, or was shown otherwise. The two reports could be subtracted from each "
            "other, which shows single families."
        ),
    ),
    "rule.ledger.protects": (
        "Att två rapporter, eller två tal i samma rapport, bygger på nästan samma familjer och dras från varandra.",
        "Two reports, or two numbers in one report, resting on almost the same families and being subtracted.",
    ),
    "remedy.same_families": (
        (
            "Visa samma familjer på samma sätt som i den tidigare rapporten (samma trösklar, klasser, kontrast och version av "
            "programmet), eller vänta tills minst {threshold} familjer har tillkommit."
        ),
        (
            "Show the same families in the same way as in the earlier report (same thresholds, classes, contrast and version "
            "of the program), or wait until at least {threshold} families have been added."
        ),
    ),
    "report.method.ledger": (
        (
            "Två rapporter om nästan samma familjer kan avslöja en familj: dras det ena talet från det andra blir den "
            "familj kvar som har tillkommit eller fallit bort. Därför jämförs varje grupp av familjer som ett tal bygger "
            "på, {sets} grupper i denna rapport, med de andra om samma sak, i rapporten och i tidigare rapporter från "
            "samma undersökning. Skiljer sig två grupper åt med några få familjer, färre än {smallest} eller för "
            "känsliga uppgifter färre än {sensitive}, visas inte det nya talet. Är familjerna desamma som i en tidigare "
            "rapport visar den nya antingen allt som stod där eller inget utöver det."
        ),
        (
            "Two reports about almost the same families can give a family away: one number less the other leaves the "
            "family that was added or dropped out. Therefore every group of families that a number rests on, {sets} "
            "groups in this report, is compared with the others about the same matter, in the report and in earlier "
            "reports of the same study. If two groups differ by a few families, fewer than {smallest} or for sensitive "
            "matters fewer than {sensitive}, the new number is not shown. If the families are those of an earlier report, "
            "the new one shows either all that stood there or nothing beyond it."
        ),
    ),
    "report.method.ledger.alone": (
        "Rapporten är inte jämförd med någon tidigare rapport.",
        "This report has not been compared with any earlier report.",
    ),
    "report.method.ledger.compared": (
        "Rapporten är jämförd med: {names}.",
        "This report has been compared with: {names}.",
    ),
    "report.method.ledger.none": (
        "Inget behövde utelämnas av det skälet.",
        "Nothing had to be left out for that reason.",
    ),
    "report.method.ledger.one": (
        "För 1 indikator är något utelämnat av det skälet.",
        "For 1 indicator something is left out for that reason.",
    ),
    "report.method.ledger.some": (
        "För {withheld} indikatorer är något utelämnat av det skälet.",
        "For {withheld} indicators something is left out for that reason.",
    ),
    "report.method.ledger.begun_anew": (
        (
            "Nya namn som bygger på samma familjer som en indikator eller ett mättillfälle som har försvunnit sedan en "
            "tidigare rapport: {labels}. Är det samma sak under nytt namn är den inte jämförd; ge den då namnet från den "
            "tidigare rapporten."
        ),
        (
            "New names that rest on the same families as an indicator or a wave that has gone since an earlier report: "
            "{labels}. If it is the same thing under a new name, it has not been compared; then give it the name it had in "
            "the earlier report."
        ),
    ),
    "ledger.recorded": (
        (
            "Registrerad som publicerad: {name} ({sets} grupper av familjer). Senare rapporter jämförs med den. Förvara "
            "ledger.key tillsammans med datafilen och skicka den aldrig."
        ),
        (
            "Recorded as published: {name} ({sets} groups of families). Later reports are compared with it. Keep ledger.key "
            "with the data file and never send it."
        ),
    ),
}
