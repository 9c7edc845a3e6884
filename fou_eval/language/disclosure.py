"""Phrases about what is not shown and why, Swedish first, then English."""

# Each rule has three: the reason that stands below a table, what the rule protects against, and what can be done.
REASONS: dict[str, tuple[str, str]] = {
    "rule.small_study": (
        "Undersökningen har färre än {spread} familjer. Då kan nästan varje resultat kännas igen, och inga visas.",
        "The study has fewer than {spread} families. Almost any result could then be recognised, and none is shown.",
    ),
    "rule.few_families": (
        (
            "Färre än {threshold} familjer ligger bakom talet. Den som känner familjerna kunde räkna ut vad någon av dem "
            "har svarat."
        ),
        (
            "Fewer than {threshold} families stand behind the number. Whoever knows the families could work out what one of "
            "them answered."
        ),
    ),
    "rule.differencing": (
        "Talet kunde dras från det för alla familjer, och då syns en enskild familjs värde. Svaret ges i ord.",
        (
            "The number could be subtracted from that of all families, which shows a single family’s value. The answer is "
            "given in words."
        ),
    ),
    "rule.missing_in_words": (
        "Talet skulle visa hur det var för de få som saknas. Svaret ges i ord.",
        "The number would show how things were for the few who are missing. The answer is given in words.",
    ),
    "rule.benchmark": (
        "Intervall och test visas inte för detta jämförelsetal: de skulle visa mer än jämförelsen själv.",
        "Interval and test are not shown for this benchmark: they would show more than the benchmark itself.",
    ),
    "rule.spread": (
        (
            "Intervall och test visas från {spread} familjer. Med färre kan enskilda svar räknas fram ur dem, och värden "
            "visas med en decimal mindre."
        ),
        (
            "Intervals and tests are shown from {spread} families. With fewer, single answers can be worked out from them, "
            "and values are shown with one decimal less."
        ),
    ),
    "rule.coarse_p": (
        "P-värdet visas grövre, så att det inte avslöjar att alla förändrats åt samma håll.",
        "The p-value is shown in coarser form, so that it does not give away that all changed in the same direction.",
    ),
    "rule.drop_out_range": (
        "Färre än {threshold} familjer saknas. För att de inte ska kunna pekas ut anges antalet inte närmare än vad som ändå följer av andra tal i rapporten.",
        (
            "Fewer than {threshold} families are missing. So that they cannot be pointed out, their number is given no "
            "more closely than what follows from other numbers of the report anyway."
        ),
    ),
    "rule.precision": ("Talet är avrundat.", "The number is rounded."),
    "rule.small_counts": ("Små antal är utelämnade.", "Small counts are left out."),
    "rule.linked_spread": (
        "Intervall och test visas inte: ur dem går det att räkna ut hur många som förändrades åt vartdera hållet.",
        "Interval and test are not shown: from them one can work out how many changed in each direction.",
    ),
    "rule.protected": (
        "Talet kan inte visas utan att en grupp med färre än {threshold} familjer framträder, eller kan räknas fram.",
        "The number cannot be shown without a group of fewer than {threshold} families appearing, or being worked out.",
    ),
    "rule.coarse_interval": (
        (
            "Intervallet är avrundat utåt och p-värdet anges bara som över eller under 0,05: med fler siffror gick det att "
            "räkna fram hur många som förändrades åt vartdera hållet."
        ),
        (
            "The interval is rounded outwards and the p-value only said to be below 0.05 or not: with more digits one could "
            "work out how many changed in each direction."
        ),
    ),
}

PROTECTS: dict[str, tuple[str, str]] = {
    "rule.small_study.protects": (
        "Att familjerna känns igen i en mycket liten undersökning: då visas bara vilka som deltog.",
        "Families being recognised in a very small study: only who took part is shown.",
    ),
    "rule.few_families.protects": (
        "Att ett tal bygger på så få familjer att någon kan räkna ut ett enskilt svar.",
        "A number resting on so few families that somebody can work out a single answer.",
    ),
    "rule.split.protects": (
        "Att få familjer på ena sidan av en uppdelning pekas ut, eller att ”alla” eller ”ingen” säger något om varje familj.",
        "Few families on one side of a split being pointed out, or “all” or “none” saying something of every family.",
    ),
    "rule.common_change.protects": (
        ("Att ett tal som är lika för varje familj, eller hör till en enda, visar enskilda svar."),
        ("A number that is the same for every family, or belongs to a single one, showing single answers."),
    ),
    "rule.scale_end.protects": (
        "Att ett genomsnitt vid skalans ände säger att varje familj står där.",
        "An average at the end of the scale saying that every family stands there.",
    ),
    "rule.differencing.protects": (
        "Att två tal om nästan samma familjer dras från varandra, så att den som skiljer syns.",
        "Two numbers about almost the same families being subtracted, so that the one that differs is seen.",
    ),
    "rule.missing_in_words.protects": (
        "Att tal om vad bortfallet kan betyda visar de bortfallnas värden: de ersätts av ord.",
        "Numbers on what missing data could mean showing the values of those missing: words take their place.",
    ),
    "rule.leavers_room.protects": (
        "Att också orden om bortfallet visar var de få bortfallna befann sig.",
        "Even the words on missing data showing where the few who are missing stood.",
    ),
    "rule.benchmark.protects": (
        "Att intervallet kring ett jämförelsetal visar mer om läget före än det som redovisas om det.",
        "The interval of a benchmark showing more about the situation before than is shown of it.",
    ),
    "rule.spread.protects": (
        "Att medelvärde och spridning för få familjer tillsammans låter någon räkna fram varje svar.",
        "Mean and spread of few families together letting somebody work out every answer.",
    ),
    "rule.coarse_p.protects": (
        "Att ett exakt p-värde säger att alla förändrats åt samma håll: det visas som klass eller avrundat uppåt.",
        "An exact p-value saying that all changed in the same direction: it is shown as a class or rounded up.",
    ),
    "rule.drop_out_range.protects": (
        "Att de få familjer som saknas vid ett mättillfälle pekas ut.",
        "The few families missing at a wave being pointed out.",
    ),
    "rule.precision.protects": (
        "Att fler siffror än skalan bär låter någon räkna fram svaren: värdena avrundas.",
        "More digits than the scale supports letting somebody work out the answers: values are rounded.",
    ),
    "rule.small_counts.protects": (
        "Att små antal bredvid ett tal visar hur många som saknades eller inte förändrades.",
        "Small counts beside a number showing how many were missing or did not change.",
    ),
    "rule.linked_levels.protects": (
        "Att ett av talen före, efter och förändring räknas fram ur de andra två.",
        "One of the numbers before, after and change being worked out from the other two.",
    ),
    "rule.linked_spread.protects": (
        "Att intervallet för en ja/nej-fråga visar hur många som förändrades åt vartdera hållet.",
        "The interval of a yes/no question showing how many changed in each direction.",
    ),
    "rule.linked_shares.protects": (
        "Att en dold andel räknas fram ur nettoförbättringen och en andel som visas.",
        "A hidden share being worked out from the net improvement and a share that is shown.",
    ),
    "rule.finest_classes.protects": (
        "Att två indelningar av samma indikator dras från varandra: bara den finaste som kan visas tas med.",
        "Two divisions of the same indicator being subtracted: only the finest one that can be shown is kept.",
    ),
    "rule.protected.protects": (
        (
            "Att en liten grupp framträder eller räknas fram ur tal som hör ihop: den ena sidan av en uppdelning, klasser, "
            "före, efter och förändring, eller ett svar som är lika för alla."
        ),
        (
            "A small group appearing, or being worked out from numbers that belong together: one side of a split, classes, "
            "before, after and change, or an answer that is the same for everybody."
        ),
    ),
    "rule.coarse_interval.protects": (
        "Att antalet som blev sämre räknas fram ur genomsnittet och ett smalt intervall.",
        "The number who became worse being worked out from the mean and a narrow interval.",
    ),
    "rule.listed.protects": (
        "Att tal som ingen har prövat tillsammans med de övriga kommer ut: bara de granskade sorterna visas.",
        "Numbers that nobody has tried together with the others getting out: only the reviewed sorts are shown.",
    ),
    "rule.one_population.protects": (
        (
            "Att samma indikator redovisas för två grupper som skiljer på få familjer: bara de med värden både före och "
            "efter räknas."
        ),
        (
            "The same indicator being shown for two groups that differ by few families: only those with values both before "
            "and after count."
        ),
    ),
    "rule.no_extremes.protects": (
        "Att minsta och största värde, median, kvartiler och standardavvikelse visar enskilda svar: de redovisas aldrig.",
        (
            "Smallest and largest value, median, quartiles and standard deviation showing single answers: they are never "
            "published."
        ),
    ),
    "rule.no_single_lines.protects": (
        "Att punkter och linjer för enskilda familjer läses av i en figur: figurerna ritar bara tal som står här.",
        "Points and lines of single families being read off a figure: figures draw only numbers that stand here.",
    ),
    "rule.declared_classes.protects": (
        "Att gränser som följer data visar var någon ligger: klasser och axlar bestäms av kodboken.",
        "Limits that follow the data showing where somebody stands: classes and axes are set by the codebook.",
    ),
    "rule.waves_not_dates.protects": (
        "Att datum kopplas ihop med andra register: bara mättillfällen redovisas.",
        "Dates being joined with other records: only waves are shown.",
    ),
    "rule.no_crosses.protects": (
        "Att små grupper uppstår när resultat delas upp på kön, ålder eller plats: sådana uppdelningar publiceras inte.",
        "Small groups arising when results are divided by sex, age or place: such divisions are not published.",
    ),
    "rule.true_totals.protects": (
        "Att summor ändras för att dölja något: en summa som visas är sann, annars visas den inte.",
        "Totals being altered to hide something: a total that is shown is true, or it is not shown.",
    ),
    "rule.narrative.protects": (
        "Att texten säger mer än tabellerna: varje mening, bildtext och alternativtext läses innan rapporten skrivs.",
        (
            "The text saying more than the tables: every sentence, caption and alternative text is read before the report "
            "is written."
        ),
    ),
    "rule.no_traces.protects": (
        "Att värden eller löpnummer ligger kvar i loggar, felmeddelanden, filnamn eller dokumentegenskaper.",
        "Values or running numbers being left in logs, error messages, file names or document properties.",
    ),
}

REMEDIES: dict[str, tuple[str, str]] = {
    "remedy.more_families": (
        "Visas när minst {threshold} familjer har värden.",
        "Shown once at least {threshold} families have values.",
    ),
    "remedy.coarser": (
        "Färre och grövre klasser, eller fler familjer, kan göra att det visas.",
        "Fewer and coarser classes, or more families, may let it be shown.",
    ),
    "remedy.spread": (
        "Visas när minst {spread} familjer har värden.",
        "Shown once at least {spread} families have values.",
    ),
    "remedy.wave": (
        "Försök nå dem som saknas: är alla mätta visas antalet.",
        "Try to reach those who are missing: once all are measured, the number is shown.",
    ),
    "remedy.nothing": (
        "Inget behöver göras: det som visas räcker för att läsa resultatet.",
        "Nothing needs to be done: what is shown is enough to read the result.",
    ),
    "remedy.internal": (
        "Står i den interna versionen, för dem som redan har tillgång till uppgifterna.",
        "It is in the internal version, for those who already have access to the data.",
    ),
}

TABLES: dict[str, tuple[str, str]] = {
    "table.rules": ("Röjandekontroll: reglerna", "Disclosure control: the rules"),
    "table.rule_name": ("Regel (namn i programmet)", "Rule (its name in the program)"),
    "table.protects": ("Skyddar mot", "Protects against"),
    "table.threshold": ("Gräns", "Threshold"),
    "table.threshold.cell": (
        "{smallest} familjer; {sensitive} för känsliga uppgifter",
        "{smallest} families; {sensitive} for sensitive matters",
    ),
    "table.threshold.spread": ("{spread} familjer", "{spread} families"),
    "table.threshold.none": ("–", "–"),
    "table.threshold.built_in": ("gäller alltid", "always applies"),
    "table.changed_numbers": ("Visas grövre", "Coarser"),
    "table.withheld_numbers": ("Visas ej", "Not shown"),
    "table.rounded_past": (
        "Oförändrat ligger innanför intervallet bara därför att det är avrundat utåt.",
        "Unchanged lies within the interval only because it is rounded outwards.",
    ),
    "table.every_number": ("alla tal", "all numbers"),
    "table.counted_with": (
        "Räknas under regeln {name}: vilken av reglerna som gällde skulle säga vad det dolda talet är.",
        "Counted under the rule {name}: which of the rules applied would say what the hidden number is.",
    ),
    "table.rules_note": (
        (
            "{shown} tal visas, varav {changed} i grövre form; {withheld} visas ej. Ett tal kan vara ändrat av flera regler. "
            "Reglerna som alltid gäller är byggda så att sådana tal aldrig uppstår. Gränserna är bestämda i planen."
        ),
        (
            "{shown} numbers are shown, {changed} of them in coarser form; {withheld} are not shown. A number can be changed "
            "by several rules. The rules that always apply are built so that such numbers never arise. The thresholds were "
            "set in the plan."
        ),
    ),
    "table.decisions": (
        "Vad som visas, visas grövre eller inte visas, och vad som kan göras",
        "What is shown, shown in coarser form or not shown, and what can be done",
    ),
    "table.shown_numbers": ("Visade tal", "Numbers shown"),
    "table.nothing_withheld": ("Alla tal visas.", "Every number is shown."),
    "table.internal_decisions": (
        "Röjandekontrollen är inte tillämpad: alla tal visas, bara för dem som redan har tillgång till uppgifterna.",
        "Disclosure control has not been applied: every number is shown, only to those who already have access to the data.",
    ),
    "table.in_words": (
        (
            "För varje indikator gäller dessutom att två saker besvaras i ord i stället för med tal: vad bortfallet kan betyda "
            "och om riktningen hänger på en enda familj."
        ),
        (
            "For every indicator two things are also answered in words, not numbers: what missing data could mean, and "
            "whether the direction depends on a single family."
        ),
    ),
    "table.who_took_part": ("Deltagare", "Participants"),
    "table.withheld": ("visas\u00a0ej", "not\u00a0shown"),
    "table.withheld_domain": ("kan inte redovisas", "cannot be shown"),
    "table.not_shown": ("Visas ej: {what}.", "Not shown: {what}."),
    "table.partly_shown": ("Visas delvis: {what}.", "Partly shown: {what}."),
    "table.reasons_withheld": (
        "Skälen till bortfall visas inte där för få familjer har uppgett dem: de skulle kunna peka ut familjen.",
        "Reasons for missing data are not shown where too few families gave them: they could point out the family.",
    ),
    "table.decisions_note": (
        (
            "Visas: alla tal av det slaget. Grövre: avrundade eller hopslagna. Delvis: några tal visas, andra inte. Ett "
            "streck: talet finns inte för en sådan indikator."
        ),
        (
            "Shown: every number of that kind. Coarser: rounded or put together. Partly: some numbers are shown, others not. "
            "A dash: there is no such number for such an indicator."
        ),
    ),
    "table.cell.in_words.note": (
        "I ord: svaret ges utan tal.",
        "In words: the answer is given without a number.",
    ),
    "table.cell.shown": ("visas", "shown"),
    "table.cell.coarser": ("grövre", "coarser"),
    "table.cell.partly": ("delvis", "partly"),
    "table.cell.hidden": ("visas\u00a0ej", "not\u00a0shown"),
    "table.cell.in_words": ("i\u00a0ord", "in\u00a0words"),
    "table.head.levels": ("Läge före och efter", "Level before and after"),
    "table.head.split": ("Bättre, lika, sämre", "Better, same, worse"),
    "table.head.classes": ("Andel i klasser", "Share in classes"),
    "table.head.moves": ("Byten av klass", "Changes of class"),
    "table.head.missing": ("Bortfall", "Missing data"),
    "table.head.later": ("Andra mättillfällen", "Other waves"),
    "table.head.change": ("Förändring", "Change"),
    "table.head.checks": ("Kontroller", "Checks"),
    "table.group.split": ("hur många som rörde sig åt vilket håll", "how many moved which way"),
    "table.group.classes": ("andelar i klasser", "shares in classes"),
    "table.group.moves": ("andelar som bytte klass", "shares that changed class"),
    "table.group.levels": ("genomsnitten före och efter", "the averages before and after"),
    "table.group.change": ("förändringen", "the change"),
    "table.group.later": ("förändringen vid andra mättillfällen", "the change at other waves"),
    "table.group.missing": ("vad bortfallet kan betyda", "what missing data could mean"),
    "table.group.checks": ("kontroller och jämförelsetal", "checks and benchmarks"),
    "table.group.who": ("antal vid mättillfället", "counts at the wave"),
    "table.group.why": ("skäl till bortfall", "reasons for missing data"),
}

ADVICE: dict[str, tuple[str, str]] = {
    "advice.read_change": (
        "Läs förändringen i stället för hur många som rörde sig åt vilket håll.",
        "Read the change instead of how many moved which way.",
    ),
    "advice.declare_classes": (
        "Deklarera grövre klasser i {file}, till exempel {example}.",
        "Declare coarser classes in {file}, such as {example}.",
    ),
    "advice.two_classes": (
        (
            "Den grövsta indelningen har redan två klasser. Fler familjer, eller en annan gräns i {file}, kan göra att "
            "den visas."
        ),
        "The coarsest division has two classes already. More families, or another limit in {file}, may let it be shown.",
    ),
    "advice.waves": (
        "Visa senare mättillfällen när fler familjer är mätta.",
        "Show later waves once more families are measured.",
    ),
    "told.publication": (
        "Röjandekontroll: {shown} tal visas, varav {changed} i grövre form; {withheld} visas inte.",
        "Disclosure control: {shown} numbers are shown, {changed} of them in coarser form; {withheld} are not shown.",
    ),
    "told.internal": (
        "Intern version: {shown} tal visas utan röjandekontroll. Rapporten får inte spridas.",
        "Internal version: {shown} numbers are shown without disclosure control. The report is not for distribution.",
    ),
    "told.why": (
        "Varför, och vad som kan göras: tabellen ”{table}” i bilagan ”{appendix}”.",
        "Why, and what can be done: the table “{table}” in the appendix “{appendix}”.",
    ),
    "told.classes": (
        "Grövre klasser kan visa fördelningen för: {indicators}. De deklareras i {files}.",
        "Coarser classes may show the distribution of: {indicators}. They are declared in {files}.",
    ),
}

# What the rules say in place of a number; the notes of the statistics stand with the statistics.
NOTES: dict[str, tuple[str, str]] = {
    "note.bound_better": (
        "I genomsnitt är förändringen även då till det bättre.",
        "On average the change is even then for the better.",
    ),
    "note.bound_not_better": (
        "I genomsnitt är förändringen då inte till det bättre.",
        "On average the change is then not for the better.",
    ),
    "note.bound_higher": ("I genomsnitt stiger värdet då.", "The value then rises on average."),
    "note.bound_not_higher": (
        "I genomsnitt stiger värdet då inte.",
        "The value then does not rise on average.",
    ),
    "note.tipping_possible": (
        "De bortfallna kan ha förändrats så mycket att ingen förändring återstår i genomsnitt.",
        "The drop-outs may have changed so much that no change remains on average.",
    ),
    "note.tipping_not_possible": (
        "De bortfallna kan inte ha förändrats så mycket att ingen förändring återstår i genomsnitt.",
        "The drop-outs cannot have changed so much that no change remains on average.",
    ),
    "note.direction_stable": (
        "Förändringens riktning är densamma vilken familj som än utelämnas.",
        "The direction of the change is the same whichever family is left out.",
    ),
    "note.direction_not_stable": (
        "Förändringens riktning beror på en enskild familj.",
        "The direction of the change depends on a single family.",
    ),
}

METHOD: dict[str, tuple[str, str]] = {
    "report.method.disclosure": ("Röjandekontroll", "Disclosure control"),
    "report.method.disclosure.publication": (
        (
            "Ingen familj ska kunna kännas igen, inte ens av den som känner familjerna och räknar på allt som står här. "
            "Därför visas ett tal bara när tillräckligt många familjer ligger bakom det och finns på båda sidor av varje "
            "uppdelning. Innan något utelämnas prövas grövre klasser. Tal som kan räknas fram ur andra prövas tillsammans. "
            "Att ett tal inte visas säger ingenting om ifall det är högt eller lågt. Den första tabellen visar reglerna och "
            "vad de gjorde i denna rapport, den andra vad det betydde för varje indikator."
        ),
        (
            "No family is to be recognisable, not even by somebody who knows the families and calculates with all that "
            "stands here. A number is therefore shown only when enough families stand behind it and are on both sides of "
            "every split. Before anything is left out, coarser classes are tried. Numbers that can be worked out from others "
            "are tried together. That a number is not shown says nothing about whether it is high or low. The first table "
            "shows the rules and what they did in this report, the second what that meant for each indicator."
        ),
    ),
    "report.method.disclosure.internal": (
        (
            "Detta är den interna versionen. Röjandekontrollen är inte tillämpad, och talen kan peka ut "
            "enskilda familjer. Rapporten får bara läsas av dem som redan har tillgång till uppgifterna."
        ),
        (
            "This is the internal version. Disclosure control has not been applied, and the numbers may "
            "point out single families. The report may be read only by those who already have access to "
            "the data."
        ),
    ),
    "report.nothing_shown": (
        "{label} kan inte redovisas. {why}",
        "{label} cannot be shown. {why}",
    ),
}

DISCLOSURE: dict[str, tuple[str, str]] = {
    **REASONS,
    **PROTECTS,
    **REMEDIES,
    **TABLES,
    **ADVICE,
    **NOTES,
    **METHOD,
}
