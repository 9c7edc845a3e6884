"""Phrases for tables and the report, Swedish first, then English."""

TABLES: dict[str, tuple[str, str]] = {
    "table.overview": ("Förändring per område, huvudindikatorer", "Change by domain, primary indicators"),
    "table.of_domain": ("Alla indikatorer: {domain}", "All indicators: {domain}"),
    "table.participants": (
        "Familjer och personer vid varje mättillfälle",
        "Families and persons at each wave",
    ),
    "table.domain": ("Område", "Domain"),
    "table.measure": ("Indikator", "Indicator"),
    "table.change": ("Förändring, {interval}", "Change, {interval}"),
    "table.better": ("Bättre", "Better"),
    "table.same": ("Lika", "Same"),
    "table.worse": ("Sämre", "Worse"),
    "table.share_higher": ("steg {share}", "rose {share}"),
    "table.share_lower": ("sjönk {share}", "fell {share}"),
    "table.share_not_better": ("lika\u00a0eller sämre {share}", "same\u00a0or worse {share}"),
    "table.share_not_worse": ("bättre eller\u00a0lika {share}", "better or\u00a0same {share}"),
    "table.share_not_higher": ("lika\u00a0eller sjönk {share}", "same\u00a0or fell {share}"),
    "table.share_not_lower": ("steg\u00a0eller lika {share}", "rose\u00a0or same {share}"),
    "table.families": ("Familjer", "Families"),
    "table.basis": ("Underlag", "Basis"),
    "table.families_missing": ("Familjer som saknas", "Families missing"),
    "table.persons": ("Personer", "Persons"),
    "table.goals": ("Mål", "Goals"),
    "table.statistic": ("Tal", "Number"),
    "table.value": ("Värde", "Value"),
    "table.unit": ("Enhet", "Unit"),
    "table.p": ("p-värde", "p-value"),
    "table.p_adjusted": ("justerat p-värde", "adjusted p-value"),
    "table.q_value": ("q-värde", "q-value"),
    "table.occasion": ("Mättillfälle", "Wave"),
    "table.enrolled": ("Inskrivna", "Enrolled"),
    "table.not_measured": ("ej mätt", "not measured"),
    "table.not_measured_domain": ("ej mätt", "not measured"),
    "table.no_primary": (
        "ingen huvudindikator; se områdets bilaga",
        "no primary indicator; see the appendix of the domain",
    ),
    "table.missing_reason_one": (
        "Skäl till bortfall, {reason}: {families} familj.",
        "Reason for missing data, {reason}: {families} family.",
    ),
    "table.missing_reason": (
        "Skäl till bortfall, {reason}: {families} familjer.",
        "Reason for missing data, {reason}: {families} families.",
    ),
    "table.compared": ("{column}, {first} mot {second}", "{column}, {first} against {second}"),
    "table.calibration": (
        "Uppmätt andel falska fynd och täckning i simulerade undersökningar av samma storlek, procent",
        "Measured rate of false findings and coverage in simulated studies of the same size, per cent",
    ),
    "table.procedure": ("Beräkningssätt", "Procedure"),
    "table.indicator_kind": ("Slag av indikator", "Kind of indicator"),
    "table.type_1": ("Falska fynd (5)", "False findings (5)"),
    "table.coverage": ("Täckning (95)", "Coverage (95)"),
    "table.for_comparison": ("Till jämförelse: {name}", "For comparison: {name}"),
    "table.no_reason_stated": ("inget skäl angivet", "no reason stated"),
    "table.note.change": (
        (
            "Förändringen är medelvärdet av familjernas förändringar, där varje familj väger lika. Den "
            "kan därför skilja sig från skillnaden mellan de två genomsnitten."
        ),
        (
            "The change is the mean of the families’ changes, each family with the same weight. It can "
            "therefore differ from the difference between the two averages."
        ),
    ),
    "table.note.neither": (
        "Där en indikator inte har någon bättre riktning står det om värdet steg, var lika eller sjönk.",
        (
            "Where an indicator has no better direction, the table says whether the value rose, stayed "
            "the same or fell."
        ),
    ),
}

CHECKS: dict[str, tuple[str, str]] = {
    "checks.ranks": (
        "rang- och teckentest med familjen som enhet, Hodges–Lehmanns typiska förändring och andelen bättre plus hälften av andelen oförändrade",
        "rank and sign tests with the family as the unit, the Hodges–Lehmann shift and the share better plus half of the share unchanged",
    ),
    "checks.effects": (
        "standardiserad förändring enligt flera definitioner",
        "standardised change by several definitions",
    ),
    "checks.bootstrap": (
        "bootstrap av hela familjer",
        "bootstrap of whole families",
    ),
    "checks.paired_tables": (
        "exakta test och score-intervall för ja/nej och ordnade klasser där varje familj har en enda medlem",
        "exact tests and score intervals for yes/no and ordered classes where every family has a single member",
    ),
    "checks.marginal": (
        "marginalmodeller med medelfel för få familjer",
        "marginal models with standard errors for few families",
    ),
    "checks.sensitivity": ("hur mycket enskilda familjer avgör", "how much single families decide"),
    "checks.incomplete": ("vad bortfallet kan betyda, i tal", "what missing data could mean, in numbers"),
    "checks.imputation": (
        "multipel imputering med familjen i modellen",
        "multiple imputation with the family in the model",
    ),
    "checks.individual": ("reliabel förändring hos enskilda", "reliable change of individuals"),
    "checks.clinical": (
        "förändring hos enskilda över ett gränsvärde",
        "change of individuals across a cut-off",
    ),
    "checks.meaningful": (
        "förändring hos enskilda som är stor nog att ha betydelse",
        "change of individuals that is large enough to matter",
    ),
    "checks.benchmarks": (
        "jämförelser med vad regression mot medelvärdet kan ge och hur många familjer som bär förändringen",
        "comparisons with what regression to the mean can bring and how many families carry the change",
    ),
    "checks.comparisons": (
        "förändring jämförd mellan grupper och mellan skattare",
        "change compared between groups and between raters",
    ),
    "checks.dose": (
        "förändring mot hur mycket stöd familjen fått",
        "change against how much support the family received",
    ),
    "checks.calendar": (
        "kontroller mot kalendertid och skoltermin",
        "checks against calendar time and school term",
    ),
    "checks.waves": (
        "förändring per år och över alla mättillfällen",
        "change per year and over all waves",
    ),
    "checks.mixed": (
        "blandade modeller med familjen som slumpmässig faktor",
        "mixed models with the family as a random factor",
    ),
    "checks.goals": ("måluppfyllelse", "goal attainment"),
    "checks.series": (
        "upprepade mätningar före och efter starten",
        "repeated measurements before and after the start",
    ),
    "checks.interrupted": ("avbruten tidsserie", "interrupted time series"),
}

PAGE: dict[str, tuple[str, str]] = {
    "report.design_label": (
        "Före–efter utan jämförelsegrupp; visar förändring, inte effekt",
        "Before–after without a comparison group; shows change, not effect",
    ),
    "report.smallest_cell": (
        "Minsta redovisade grupp: {smallest} familjer, för känsliga uppgifter {sensitive}",
        "Smallest group shown: {smallest} families, {sensitive} for sensitive matters",
    ),
    "report.no_smallest_cell": (
        "Ingen röjandekontroll är tillämpad",
        "No disclosure control has been applied",
    ),
    "report.page": ("Sida {page} av {pages}", "Page {page} of {pages}"),
    "report.status.publication": ("Version för publicering", "Version for publication"),
    "report.status.internal": (
        "Intern version, får inte spridas",
        "Internal version, not for distribution",
    ),
    "report.watermark": ("INTERN", "INTERNAL"),
    "report.synthetic": ("SYNTETISKA DATA", "SYNTHETIC DATA"),
    "report.synthetic_notice": (
        "Alla uppgifter i rapporten är påhittade. De säger ingenting om verkliga familjer.",
        "All data in this report are made up. They say nothing about real families.",
    ),
    "report.title": ("{title}: vad förändrades?", "{title}: what changed?"),
    "report.subtitle": ("{before} jämfört med {after}", "{before} compared with {after}"),
    "report.description": (
        "Bilagor med resultat, metod och underlag",
        "Appendices with results, method and basis",
    ),
    "report.keywords": ("förändring, familjer, uppföljning", "change, families, follow-up"),
    "report.plan_fixed": ("Planen fastställd {day}", "Plan fixed on {day}"),
    "report.study_version": ("Version {version}", "Version {version}"),
    "report.contents": ("Innehåll", "Contents"),
    "report.appendix": ("Bilaga {number}. {title}", "Appendix {number}. {title}"),
    "report.figure": ("Figur", "Figure"),
    "report.table": ("Tabell", "Table"),
    "report.figures": ("Figurer", "Figures"),
    "report.tables": ("Tabeller", "Tables"),
    "format.and": ("och", "and"),
    "format.quoted": (
        "”{text}”",
        "“{text}”",
    ),
    "reference.figure": ("figur", "Figure"),
    "reference.table": ("tabell", "Table"),
}

SUMMARY: dict[str, tuple[str, str]] = {
    "report.summary": ("Sammanfattning", "Summary"),
    "report.summary.who": (
        (
            "{families} familjer med sammanlagt {persons} personer skrevs in. Rapporten jämför deras läge vid "
            "mättillfällena ”{before}” och ”{after}”, i {domains}."
        ),
        (
            "{families} families with {persons} persons in all were enrolled. The report compares their situation at "
            "the waves “{before}” and “{after}”, in {domains}."
        ),
    ),
    "report.summary.who_families": (
        (
            "{families} familjer skrevs in. Rapporten jämför deras läge vid mättillfällena ”{before}” och ”{after}”, "
            "i {domains}."
        ),
        (
            "{families} families were enrolled. The report compares their situation at the waves “{before}” and "
            "“{after}”, in {domains}."
        ),
    ),
    "report.domains_one": ("ett område", "one domain"),
    "report.domains_many": ("{n} områden", "{n} domains"),
    "report.number.2": ("två", "two"),
    "report.number.3": ("tre", "three"),
    "report.number.4": ("fyra", "four"),
    "report.number.5": ("fem", "five"),
    "report.number.6": ("sex", "six"),
    "report.number.7": ("sju", "seven"),
    "report.number.8": ("åtta", "eight"),
    "report.number.9": ("nio", "nine"),
    "report.number.10": ("tio", "ten"),
    "report.number.11": ("elva", "eleven"),
    "report.number.12": ("tolv", "twelve"),
    "report.summary.changed": ("Vad förändrades?", "What changed?"),
    "report.summary.unknown": ("Vad vi inte vet", "What we do not know"),
    "report.summary.reading": ("Så läser du rapporten", "How to read the report"),
    "report.unknown.cause": (
        "Varför läget förändrades: det finns ingen grupp att jämföra med, och annat kan ha hänt samtidigt.",
        (
            "Why the situation changed: there is no group to compare with, and other things may have "
            "happened meanwhile."
        ),
    ),
    "report.unknown.regression": (
        (
            "Hur mycket som hade blivit bättre ändå: familjer skrivs in när läget är svårt, och svåra "
            "lägen brukar lätta något med tiden."
        ),
        (
            "How much would have become better anyway: families are enrolled when things are hard, and "
            "hard times tend to ease somewhat."
        ),
    ),
    "report.unknown.not_measured": (
        "Vad som hände inom det som inte mättes: {domains}.",
        "What happened in what was not measured: {domains}.",
    ),
    "report.unknown.withheld": (
        "Vad som hände inom det som inte kan redovisas utan att röja enskilda familjer: {domains}.",
        "What happened in what cannot be shown without giving single families away: {domains}.",
    ),
    "report.unknown.wave": (
        "Hur det stod till vid mättillfället ”{after}”, som inte mättes.",
        "How things stood at the wave “{after}”, which was not measured.",
    ),
    "report.unknown.missing": (
        "Hur det gick för de {missing} familjer som saknas vid mättillfället ”{after}”.",
        "How things went for the {missing} families that are missing at the wave “{after}”.",
    ),
    "report.unknown.missing_one": (
        "Hur det gick för den familj som saknas vid mättillfället ”{after}”.",
        "How things went for the family that is missing at the wave “{after}”.",
    ),
    "report.unknown.small": (
        "Om små förändringar är verkliga: med få familjer går de inte att skilja från slumpen.",
        "Whether small changes are real: with few families they cannot be told from chance.",
    ),
    "report.reading.both": (
        (
            "Bättre visas aldrig utan sämre. Är en grupp för liten för att visas läggs den ihop med de "
            "oförändrade. Vad som är bättre följer indikatorn: lägre frånvaro är till exempel bättre."
        ),
        (
            "Better is never shown without worse. A group too small to be shown is put together with those "
            "unchanged. What is better follows the indicator: lower absence, for instance, is better."
        ),
    ),
    "report.reading.interval": (
        (
            "”{interval}” är ett konfidensintervall: de förändringar som stämmer med det som uppmättes. "
            "Ligger noll i intervallet säger rapporten att förändringen inte är säker. Ett intervall som är "
            "avrundat utåt kan sluta vid noll utan att nå dit; då avgör p-värdet."
        ),
        (
            "“{interval}” is a confidence interval: the changes that agree with what was measured. When "
            "zero lies in the interval, the report says that the change is not certain. An interval rounded "
            "outwards can end at zero without reaching it; the p-value then decides."
        ),
    ),
    "report.reading.absent": (
        (
            "”Ej mätt” betyder att uppgifter saknas. ”Visas ej” betyder att talet finns men kunde röja en "
            "enskild familj. Varför står under tabellen; vad som kan göras står i {method}."
        ),
        (
            "“Not measured” means that there are no data. “Not shown” means that the number exists but could "
            "give a single family away. Why is stated below the table; what can be done is in {method}."
        ),
    ),
}

PROGRESS: dict[str, tuple[str, str]] = {
    "progress.figures": ("Ritar figurer", "Drawing figures"),
    "progress.results": ("Skriver resultat", "Writing results"),
    "progress.pdf": ("Sätter sidorna", "Setting the pages"),
}

SENTENCES: dict[str, tuple[str, str]] = {
    "sentence.improved": ("Läget förbättrades i genomsnitt.", "The situation improved on average."),
    "sentence.worsened": ("Läget försämrades i genomsnitt.", "The situation worsened on average."),
    "sentence.rose": ("Värdet steg i genomsnitt.", "The value rose on average."),
    "sentence.fell": ("Värdet sjönk i genomsnitt.", "The value fell on average."),
    "sentence.unclear": ("Ingen säker förändring.", "No certain change."),
    "sentence.no_interval": (
        "Det går inte att säga hur säker förändringen är.",
        "It is not possible to say how certain the change is.",
    ),
    "sentence.not_measured": (
        "Ej mätt. Rapporten säger ingenting om förändring här.",
        "Not measured. The report says nothing about change here.",
    ),
    "sentence.withheld": (
        "Kan inte redovisas: talen kunde röja enskilda familjer.",
        "Cannot be shown: the numbers could give single families away.",
    ),
    "sentence.no_primary": (
        "Ingen huvudindikator är vald. {where} visar de indikatorer som finns.",
        "No primary indicator was chosen. {where} shows the indicators there are.",
    ),
    "sentence.hidden": ("Förändringen visas ej.", "The change is not shown."),
    "sentence.measure": (
        "{verdict}, mätt med ”{label}” ({where}): {text}",
        "{verdict}, measured by “{label}” ({where}): {text}",
    ),
    "sentence.split.directed": (
        "av {who} fick {first} det bättre, {second} var oförändrade och {third} fick det sämre.",
        "of {who}, {first} were better off, {second} were unchanged and {third} were worse off.",
    ),
    "sentence.split.directed.goals": (
        "av {who} blev {first} bättre, {second} var oförändrade och {third} blev sämre.",
        "of {who}, {first} got better, {second} were unchanged and {third} got worse.",
    ),
    "sentence.split.neither": (
        "av {who} steg värdet för {first}, var lika för {second} och sjönk för {third}.",
        "of {who}, the value rose for {first}, stayed the same for {second} and fell for {third}.",
    ),
    "sentence.split.better_or_not": (
        (
            "av {who} fick {first} det bättre och {second} inte bättre. Hur många av dem som fick det "
            "sämre visas ej."
        ),
        (
            "of {who}, {first} were better off and {second} were not. How many of these were worse off "
            "is not shown."
        ),
    ),
    "sentence.split.better_or_not.goals": (
        "av {who} blev {first} bättre och {second} inte bättre. Hur många av dem som blev sämre visas ej.",
        "of {who}, {first} got better and {second} did not. How many of these got worse is not shown.",
    ),
    "sentence.split.worse_or_not": (
        (
            "av {who} fick {second} det sämre och {first} inte sämre. Hur många av dem som fick det "
            "bättre visas ej."
        ),
        (
            "of {who}, {second} were worse off and {first} were not. How many of these were better off "
            "is not shown."
        ),
    ),
    "sentence.split.worse_or_not.goals": (
        "av {who} blev {second} sämre och {first} inte sämre. Hur många av dem som blev bättre visas ej.",
        "of {who}, {second} got worse and {first} did not. How many of these got better is not shown.",
    ),
    "sentence.split.higher_or_not": (
        "av {who} steg värdet för {first} och steg inte för {second}. Hur många det sjönk för visas ej.",
        (
            "of {who}, the value rose for {first} and did not rise for {second}. For how many it fell "
            "is not shown."
        ),
    ),
    "sentence.split.lower_or_not": (
        "av {who} sjönk värdet för {second} och sjönk inte för {first}. Hur många det steg för visas ej.",
        (
            "of {who}, the value fell for {second} and did not fall for {first}. For how many it rose "
            "is not shown."
        ),
    ),
    "sentence.split.withheld": (
        "hur många som fick det bättre eller sämre visas ej.",
        "how many were better or worse off is not shown.",
    ),
    "sentence.levels": (
        "Genomsnittet gick från {before} till {after}{unit}.",
        "The average went from {before} to {after}{unit}.",
    ),
    "sentence.levels_same": (
        "Genomsnittet var {before} båda gångerna{unit}.",
        "The average was {before} both times{unit}.",
    ),
    "sentence.levels_yes": (
        "Andelen ja gick från {before} till {after}.",
        "The share of yes went from {before} to {after}.",
    ),
    "sentence.levels_yes_same": (
        "Andelen ja var {before} båda gångerna.",
        "The share of yes was {before} both times.",
    ),
    "sentence.change": ("Förändringen var {value}{basis}.", "The change was {value}{basis}."),
    "margin.method.family_mean_change": (
        "Teckenbytestest per familj; {interval} genom invertering",
        "Sign-flip test by family; {interval} by inversion",
    ),
    "margin.method.family_rate_change": (
        "Teckenbytestest per familj; {interval} genom invertering",
        "Sign-flip test by family; {interval} by inversion",
    ),
    "margin.method.change_from_entry": (
        "Students t per familj; {interval}",
        "Student’s t by family; {interval}",
    ),
    "margin.rounded_outwards": (", avrundat utåt", ", rounded outwards"),
    "margin.no_interval": ("Intervall visas ej.", "Interval not shown."),
    "margin.source": ("Källa: {source}.", "Source: {source}."),
    "margin.see": ("Se {where}.", "See {where}."),
    "margin.numbers": ("Alla tal: {table}.", "All numbers: {table}."),
    "sentence.primary": ("{label} (huvudindikator)", "{label} (primary indicator)"),
}

APPENDICES: dict[str, tuple[str, str]] = {
    "report.participants": ("Deltagare och flöde", "Participants and flow"),
    "report.participants.text": (
        (
            "Familjen är den som räknas och den som skyddas. En familj är mätt vid ett mättillfälle när "
            "minst en indikator har ett värde för familjen eller för någon i den. Varje indikator "
            "jämförs bara för dem som har värden vid båda mättillfällena; antalet kan därför skilja sig "
            "mellan indikatorerna."
        ),
        (
            "The family is what is counted and what is protected. A family is measured at a wave "
            "when at least one indicator has a value for the family or for a person in it. Each "
            "indicator is compared only for those with values at both waves; the number can "
            "therefore differ between indicators."
        ),
    ),
    "report.overview": ("Översikt över områdena", "Overview of the domains"),
    "report.overview.text": (
        (
            "{table} visar en indikator per område, vald i planen. Övriga indikatorer står i områdenas "
            "bilagor."
        ),
        (
            "{table} shows one indicator per domain, chosen in the plan. Other indicators are in the "
            "appendices of the domains."
        ),
    ),
    "report.overview.drawn": (
        "Samma förändringar är ritade i {figure}.",
        "The same changes are drawn in {figure}.",
    ),
    "report.overview.method": ("Metoden i korthet", "The method in brief"),
    "report.overview.method_text": (
        (
            "Varje familj jämförs med sig själv, före mot efter. Först räknas hur många som fick det "
            "bättre, lika eller sämre. Sedan beräknas förändringen som ett medelvärde över familjer, med "
            "ett intervall som tar hänsyn till att personer i samma familj liknar varandra."
        ),
        (
            "Each family is compared with itself, before with after. First comes how many were better "
            "off, the same or worse off. Then the change is computed as a mean over families, with an "
            "interval that allows for persons in the same family being alike."
        ),
    ),
    "report.overview.limit": (
        "Tabellen och figurerna visar förändring, inte vad den beror på.",
        "The table and the figures show change, not what it is due to.",
    ),
    "domain.where": (
        "{shown}. Alla tal står i {numbers}.",
        "{shown}. All numbers are in {numbers}.",
    ),
    "domain.where.first": ("{where} visar {what}", "{where} shows {what}"),
    "domain.where.next": ("{where} {what}", "{where} {what}"),
    "domain.where.shares": (
        "hur många som fick det bättre och sämre",
        "how many were better and worse off",
    ),
    "domain.where.ladder": (
        "fördelningen före och efter",
        "the distribution before and after",
    ),
    "domain.where.flows": (
        "vägarna mellan klasserna",
        "the ways between the classes",
    ),
    "domain.where.course": (
        "förloppet över mättillfällena",
        "the course over the waves",
    ),
    "domain.where.table": ("alla indikatorer", "every indicator"),
    "report.numbers": ("Alla redovisade tal", "Every number shown"),
    "report.numbers.text": (
        (
            "En tabell per indikator. Vad varje tal är och hur det räknades står i {method}. "
            "Samma tal ligger, med den noggrannhet som får visas, i filen results.json, som är bifogad "
            "i rapportens pdf."
        ),
        (
            "One table per indicator. What each number is and how it was computed is in {method}. "
            "The same numbers, at the precision that may be shown, are in the file results.json, "
            "which is attached to the PDF of the report."
        ),
    ),
    "report.number_range": (
        "Där metoden anger ett spann, till exempel när en familj i taget utelämnas, står spannet i stället för ett konfidensintervall.",
        "Where the method states a range, for instance when one family at a time is left out, the range stands in place of a confidence interval.",
    ),
}

METHOD: dict[str, tuple[str, str]] = {
    "report.method": ("Metod och begränsningar", "Method and limits"),
    "report.method.design": ("Upplägg", "Design"),
    "report.method.calibration": ("Hur ofta beräkningarna har rätt", "How often the computations are right"),
    "report.method.calibration_text": (
        (
            "Varje beräkningssätt har prövats på upp till {datasets} simulerade undersökningar per slag av indikator, med "
            "syskon i familjer av olika storlek och utan att något förändrats. Falska fynd är hur ofta ett test då ändå ger "
            "p\u00a0≤\u00a00,05, vilket ska ske i 5 procent av fallen; täckning är hur ofta ett 95-procentigt konfidensintervall "
            "omfattar det sanna värdet, vilket ska ske i 95 procent. Ett spann visar det lägsta och det högsta talet när "
            "familjemedlemmars förändringar inte liknar varandra, gör det något eller gör det mycket (korrelation 0, 0,3 "
            "och 0,6). Simuleringsfelet är högst {error} procentenheter för huvudtalen och {rough} för de beräkningssätt "
            "som visas till jämförelse ({fewer} undersökningar). Ett tal under 5 betyder att testet är försiktigt: "
            "det ger färre falska fynd men missar fler verkliga förändringar. När förändringarna är mycket snedfördelade, "
            "så att många förändras lite åt ett håll och några få mycket åt det andra, ger alla test av ett medelvärde med "
            "så få familjer falska fynd i mer än 5 procent av fallen; läs då i stället andelarna bättre och sämre. Hela "
            "tabellen följer med programmet."
        ),
        (
            "Every procedure was tried on up to {datasets} simulated studies per kind of indicator, with siblings in families of "
            "different sizes and no change. False findings are how often a test then nevertheless gives p\u00a0≤\u00a00.05, which "
            "should happen in 5 per cent of the cases; coverage is how often a 95 per cent confidence interval contains the "
            "true value, which should happen in 95 per cent. A range shows the lowest and the highest number as the changes "
            "of family members are not alike, somewhat alike and very alike (correlation 0, 0.3 and 0.6). The simulation "
            "error is at most {error} percentage points for the main numbers and {rough} for the procedures shown for "
            "comparison ({fewer} studies). A number below 5 means that the test is cautious: it gives fewer "
            "false findings but misses more true changes. When changes are very skewed, so that many change a little one "
            "way and a few change a great deal the other way, every test of a mean with so few families gives false "
            "findings in more than 5 per cent of the cases; read the shares better and worse instead. The whole table comes "
            "with the program."
        ),
    ),
    "report.method.basis": ("Underlag: {families} familjer.", "Based on {families} families."),
    "report.method.checks": ("Fler kontroller", "Further checks"),
    "report.method.checks_text": (
        (
            "Följande beräkningar har också gjorts. De redovisas i den interna versionen men inte här, eftersom "
            "många tal om få familjer tillsammans kan röja enskilda familjer: {names}."
        ),
        (
            "The following computations were also made. They are shown in the internal version but not here, because "
            "many numbers about few families can together reveal single families: {names}."
        ),
    ),
    "report.method.source": ("Källa: {source}.", "Source: {source}."),
    "report.method.design_text": (
        (
            "Undersökningen jämför samma familjer vid två mättillfällen, ”{before}” och ”{after}”. Det "
            "är en jämförelse före–efter utan jämförelsegrupp. Den visar om läget förändrades, inte vad "
            "förändringen beror på. Åldrande, skolår, andra insatser och händelser i omvärlden finns "
            "med i det som mäts."
        ),
        (
            "The study compares the same families at two waves, “{before}” and “{after}”. It is a "
            "before–after comparison without a comparison group. It shows whether the situation "
            "changed, not what the change is due to. Growing older, school years, other services and "
            "events outside are part of what is measured."
        ),
    ),
    "report.method.plan_text": (
        (
            "Jämförelsen, huvudindikatorn per område, konfidensgraden och reglerna för vad som får "
            "visas bestämdes i en plan, fastställd {day}. Övriga indikatorer är beskrivande."
        ),
        (
            "The comparison, the primary indicator of each domain, the level of confidence and the "
            "rules for what may be shown were decided in a plan, fixed on {day}. Other indicators are "
            "descriptive."
        ),
    ),
    "report.method.unit": ("Familjen är enheten", "The family is the unit"),
    "report.method.unit_text": (
        (
            "Personer i samma familj liknar varandra och räknas inte som oberoende. Intervall och "
            "p-värden bygger därför på familjer, även när det är barn eller föräldrar som mäts. Andelar "
            "räknas i den enhet som mäts, och antalet familjer anges alltid."
        ),
        (
            "Persons in the same family are alike and are not counted as independent. Intervals and "
            "p-values therefore rest on families, even where it is children or parents that are measured. "
            "Shares are counted in the unit that is measured, and the number of families is always given."
        ),
    ),
    "report.method.numbers": ("Så räknades talen", "How the numbers were computed"),
    "report.method.missing": ("Bortfall", "Missing data"),
    "report.method.missing_text": (
        (
            "Inga värden är ifyllda i efterhand, utom i de känslighetsanalyser som uttryckligen antar "
            "något om bortfallet. Den som saknar värde vid något av de två mättillfällena ingår annars "
            "inte i jämförelsen av den indikatorn. Har de bortfallna haft en annan utveckling än de "
            "övriga, ger tabellerna en skev bild."
        ),
        (
            "No values were filled in afterwards, except in those sensitivity analyses that expressly "
            "assume something about missing data. Anyone without a value at one of the two waves is "
            "otherwise left out of the comparison of that indicator. If the drop-outs fared differently "
            "from the others, the tables give a skewed picture."
        ),
    ),
    "report.method.regression": ("Regression mot medelvärdet", "Regression to the mean"),
    "report.method.regression_text": (
        (
            "Den som väljs ut när ett värde är ovanligt dåligt får i genomsnitt ett mindre dåligt värde "
            "nästa gång, också utan stöd. Ju sämre startläget är jämfört med det vanliga och ju "
            "osäkrare mätningen är, desto större är den delen. En förbättring i rapporten kan helt "
            "eller delvis vara sådan."
        ),
        (
            "Whoever is chosen when a value is unusually poor will on average have a less poor value "
            "next time, even without support. The poorer the start compared with what is usual, and the "
            "less reliable the measurement, the larger that part is. An improvement in this report may "
            "wholly or partly be of that sort."
        ),
    ),
    "report.method.multiple": ("Flera jämförelser", "Multiple comparisons"),
    "report.method.multiple.maxt": (
        (
            "Bland de {n} huvudindikatorerna är p-värdena justerade tillsammans (största "
            "teststatistika, stegvis nedåt), så att risken för minst ett falskt fynd hålls vid {level}. "
            "Övriga indikatorer är inte justerade och ska läsas som beskrivning: ju fler indikatorer, "
            "desto fler förändringar ser säkra ut av en slump."
        ),
        (
            "Among the {n} primary indicators the p-values are adjusted together (largest test "
            "statistic, step-down), so that the risk of at least one false finding is kept at {level}. "
            "Other indicators are not adjusted and are to be read as description: the more indicators, "
            "the more changes look certain by chance."
        ),
    ),
    "report.method.multiple.holm": (
        (
            "Bland de {n} huvudindikatorerna är p-värdena justerade tillsammans (Holm 1979), så att "
            "risken för minst ett falskt fynd hålls vid {level}. Övriga indikatorer är inte justerade "
            "och ska läsas som beskrivning: ju fler indikatorer, desto fler förändringar ser säkra ut av en slump."
        ),
        (
            "Among the {n} primary indicators the p-values are adjusted together (Holm 1979), so that "
            "the risk of at least one false finding is kept at {level}. Other indicators are not "
            "adjusted and are to be read as description: the more indicators, the more changes look "
            "certain by chance."
        ),
    ),
    "report.method.multiple.bh": (
        (
            "Bland de {n} huvudindikatorerna är p-värdena justerade så att den förväntade andelen falska fynd bland "
            "fynden hålls vid {level} (Benjamini och Hochberg 1995). Övriga indikatorer ska läsas som beskrivning: ju "
            "fler indikatorer, desto fler förändringar ser säkra ut av en slump."
        ),
        (
            "Among the {n} primary indicators the p-values are adjusted so that the expected share of false findings "
            "among the findings is kept at {level} (Benjamini and Hochberg 1995). Other indicators are to be read as "
            "description: the more indicators, the more changes look certain by chance."
        ),
    ),
    "report.method.multiple.q": (
        (
            "Ett q-värde är den minsta förväntade andel falska fynd bland fynden som måste godtas för att indikatorn ska "
            "räknas som ett fynd när alla {n} prövade indikatorer ses tillsammans (Benjamini och Hochberg 1995)."
        ),
        (
            "A q-value is the smallest expected share of false findings among the findings that has to be accepted for the "
            "indicator to count as a finding when all {n} indicators tested are seen together (Benjamini and Hochberg "
            "1995)."
        ),
    ),
    "report.method.multiple.none": (
        (
            "Ingen justering har gjorts för att flera indikatorer jämförs. Ju fler indikatorer, desto fler "
            "förändringar ser säkra ut av en slump."
        ),
        (
            "No adjustment was made for several indicators being compared. The more indicators, the more "
            "changes look certain by chance."
        ),
    ),
    "report.method.limits": ("Vad rapporten inte kan visa", "What the report cannot show"),
    "report.method.limits.cause": (
        "Den kan inte visa vad förändringen beror på.",
        "It cannot show what the change is due to.",
    ),
    "report.method.limits.absence": (
        (
            "Att ingen säker förändring syns betyder inte att ingen har skett. Intervallet visar hur stora "
            "förändringar som inte kan uteslutas."
        ),
        (
            "That no certain change is seen does not mean that there was none. The interval shows how "
            "large a change cannot be ruled out."
        ),
    ),
    "report.method.limits.raters": (
        (
            "Skattningar visar hur den som skattade såg på läget. Den som arbetar med familjen är inte "
            "oberoende."
        ),
        (
            "Ratings show how the rater saw the situation. A person who works with the family is not "
            "independent."
        ),
    ),
    "report.method.limits.transfer": (
        "Resultaten gäller dessa familjer. Andra familjer på andra platser kan utvecklas på annat sätt.",
        "The results hold for these families. Other families in other places may develop differently.",
    ),
}

REPORT: dict[str, tuple[str, str]] = {
    **TABLES,
    **CHECKS,
    **PAGE,
    **SUMMARY,
    **PROGRESS,
    **SENTENCES,
    **APPENDICES,
    **METHOD,
}
