"""Phrases of the figures about the project and about what is recorded of it, Swedish first, then English."""

FIGURES_PROJECT: dict[str, tuple[str, str]] = {
    "figure.basis.advocate_months": ("{n}\u00a0ombudsmånader", "{n}\u00a0advocate months"),
    "figure.basis.hours": ("{n}\u00a0timmar", "{n}\u00a0hours"),
    "figure.basis.obstacles": ("{n}\u00a0hinder", "{n}\u00a0obstacles"),
    # Families.
    "figure.flow.title": ("Inskrivna och mätta familjer", "Families enrolled and measured"),
    "figure.flow.enrolled": ("Inskrivna", "Enrolled"),
    "figure.flow.missing": ("{n} saknas", "{n} missing"),
    "figure.flow.reason": ("{reason}: {n}", "{reason}: {n}"),
    "figure.flow.finding": (
        "Av {enrolled} som skrevs in har {n} mätningen ”{wave}”.",
        "Of {enrolled} enrolled, {n} have the measurement “{wave}”.",
    ),
    "figure.flow.alt": (
        "Familjer med mätning – {waves}.",
        "Families measured – {waves}.",
    ),
    "figure.flow.wave": ("{wave}: {told}", "{wave}: {told}"),
    "figure.flow.wave_missing": ("{wave}: {told} ({missing})", "{wave}: {told} ({missing})"),
    "figure.flow.caption": (
        "Familjer med minst en mätning vid varje mättillfälle. Det ljusa är de inskrivna som inte har någon.",
        "Families with at least one measurement at each wave. The pale part is those enrolled without one.",
    ),
    "figure.flow.caption_range": (
        "Streckat fält är ett spann: så få saknas att antalet inte anges.",
        "A hatched field is a range: so few are missing that their number is not told.",
    ),
    "figure.flow.caption_reasons": (
        "Skäl som för få familjer har uppgett visas inte.",
        "Reasons that too few families gave are not shown.",
    ),
    # Time.
    "figure.timeline.title": ("Projektet över tid", "The project over time"),
    "figure.timeline.span": ("{label}: {start} till {end}.", "{label}: {start} to {end}."),
    "figure.timeline.span_drawn": ("{label}, {start} till {end}", "{label}, {start} to {end}"),
    "figure.timeline.marks": ("{label}: {months}.", "{label}: {months}."),
    "figure.timeline.mark_drawn": ("{label}, {month}", "{label}, {month}"),
    "figure.timeline.due_drawn": ("{label}, senast {month}", "{label}, due {month}"),
    "figure.timeline.step": ("{label}: klart senast {due}, {done}.", "{label}: due {due}, {done}."),
    "figure.timeline.done": ("genomfört {month}", "taken {month}"),
    "figure.timeline.open": ("månad för genomförande saknas", "no month given for when it was taken"),
    "figure.timeline.alt": ("{parts}", "{parts}"),
    "figure.timeline.caption": (
        (
            "Öppen stapel: som planerat. Fylld stapel: som det blev. Öppen ruta: när ett steg skulle vara klart. "
            "Fylld punkt: när det togs, eller när något hände. En plats på linjen är en månad."
        ),
        (
            "Open bar: as planned. Filled bar: as it was. Open diamond: when a step was due. Filled dot: when it was "
            "taken, or when something happened. A place on the line is a month."
        ),
    ),
    "figure.timeline.planned": ("Planerad projekttid", "Project as planned"),
    "figure.timeline.service": ("Stöd till familjer", "Support to families"),
    "figure.timeline.extension": ("Förlängning", "Extension"),
    "figure.timeline.data": ("Uppgifter till och med", "Data up to"),
    "figure.timeline.feedback": ("Återföring", "Feedback"),
    # Services.
    "figure.services.title": ("Insatser före och efter inskrivningen", "Services before and after entry"),
    "figure.services.before": ("← före inskrivningen", "← before entry"),
    "figure.services.after": ("efter inskrivningen →", "after entry →"),
    "figure.services.unit": ("pågående insatser per familj", "ongoing services per family"),
    "figure.services.months": ("månader från inskrivningen", "months from entry"),
    "figure.services.finding": (
        "Pågående insatser per familj, i medeltal, från den första till den sista perioden: {lanes}.",
        "Ongoing services per family, on average, from the first period to the last: {lanes}.",
    ),
    "figure.services.change": ("{provider} {first} till {last}", "{provider} {first} to {last}"),
    "figure.services.lane": ("{provider}: {periods}.", "{provider}: {periods}."),
    "figure.services.period": ("{period} {value}", "{period}: {value}"),
    "figure.services.caption": (
        (
            "Pågående insatser per familj, i medeltal över perioden. Samma familjer i alla perioder; perioder och "
            "utförare med för få familjer är hopslagna eller utelämnade. Fler insatser är varken bättre eller sämre."
        ),
        (
            "Ongoing services per family, on average over the period. The same families in each period; periods and "
            "providers of too few families are joined or left out. More services are neither better nor worse."
        ),
    ),
    "figure.services.from_-12_to_-6": ("det tidigare halvåret före", "the earlier half-year before"),
    "figure.services.from_-12_to_0": ("året före", "the year before"),
    "figure.services.from_-6_to_0": ("halvåret före", "the half-year before"),
    "figure.services.from_0_to_6": ("det första halvåret", "the first half-year"),
    "figure.services.from_0_to_12": ("det första året", "the first year"),
    "figure.services.from_0_to_18": ("ett och ett halvt år efter", "one and a half years after"),
    "figure.services.from_0_to_24": ("de två åren efter", "the two years after"),
    "figure.services.from_6_to_12": ("det andra halvåret", "the second half-year"),
    "figure.services.from_12_to_18": ("det tredje halvåret", "the third half-year"),
    "figure.services.from_12_to_24": ("det andra året", "the second year"),
    "figure.services.from_18_to_24": ("det fjärde halvåret", "the fourth half-year"),
    # Contacts.
    "figure.contacts.title": ("Kontakter före och efter", "Contacts before and after"),
    "figure.contacts.axis": ("per familj, i medeltal", "per family, on average"),
    "figure.contacts.alt": (
        "Per familj, i medeltal, {before} och {after}: {lines}.",
        "Per family, on average, {before} and {after}: {lines}.",
    ),
    "figure.contacts.line": ("{label} från {low} till {high}", "{label} from {low} to {high}"),
    "figure.contacts.caption": (
        (
            "Medeltal per familj bland dem som har uppgift vid båda mättillfällena. Färre olika handläggare är inte "
            "detsamma som färre möten; färgen säger inget om bättre eller sämre."
        ),
        (
            "Means per family among those with data at both waves. Fewer different caseworkers are not the same as fewer "
            "meetings; the colour says nothing of better or worse."
        ),
    ),
    # Caseload.
    "figure.caseload.title": ("Familjer per familjeombud", "Families per family advocate"),
    "figure.caseload.axis": ("familjer per familjeombud", "families per family advocate"),
    "figure.caseload.standard": ("projektets mått: {value}", "the project’s standard: {value}"),
    "figure.caseload.alt": (
        "Familjer per familjeombud – {values}. {standard}",
        "Families per family advocate – {values}. {standard}",
    ),
    "figure.caseload.alt_period": ("{start} till {end}: {value}", "{start} to {end}: {value}"),
    "figure.caseload.alt_standard": ("Projektets mått är {value}.", "The project’s standard is {value}."),
    "figure.caseload.caption": (
        "Medelvärden i hela tal; halvår med för få familjer eller ombud är sammanslagna. {standard}",
        "Means in whole numbers; half-years with too few families or advocates are joined. {standard}",
    ),
    "figure.caseload.caption_standard": (
        "Streckad linje: projektets eget mått, {value} ({source}).",
        "Dashed line: the project’s own standard, {value} ({source}).",
    ),
    # Hours.
    "figure.hours.title": ("Familjeombudens tid", "The family advocates’ time"),
    "figure.hours.with_families": ("All tid med familjer", "All time with families"),
    "figure.hours.standard": ("projektets mått: {value}", "the project’s standard: {value}"),
    "figure.hours.alt": (
        "{with_families} Ombudens timmar efter aktivitet: {values}.",
        "{with_families} The advocates’ hours by activity: {values}.",
    ),
    "figure.hours.alt_line": ("{activity} {share}", "{activity} {share}"),
    "figure.hours.alt_with_families": (
        "All tid med familjer: {value}; projektets mått är {standard}.",
        "All time with families: {value}; the project’s standard is {standard}.",
    ),
    "figure.hours.caption": ("Andel av alla ombudens timmar. {standard}", "Share of all hours of the advocates. {standard}"),
    "figure.hours.caption_standard": (
        (
            "Lodrätt streck: projektets eget mått för tid med familjer, {value} ({source}). Mörka staplar räknas som "
            "sådan tid."
        ),
        (
            "Upright stroke: the project’s own standard for time with families, {value} ({source}). Dark bars count as "
            "such time."
        ),
    ),
    # Obstacles.
    "figure.obstacles.title": ("Hindren och vad som blev av dem", "Obstacles and what came of them"),
    "figure.obstacles.states": ("Antal hinder efter läge", "Number of obstacles by state"),
    "figure.obstacles.times": (
        "Antal avslutade hinder efter tid till avslut",
        "Number of closed obstacles by time to the end",
    ),
    "figure.obstacles.alt": (
        "Av {n} hinder: {states}.",
        "Of {n} obstacles: {states}.",
    ),
    "figure.obstacles.alt_all": ("Hindren: {states}.", "The obstacles: {states}."),
    "figure.obstacles.alt_times": (
        "Tid till avslut, av de avslutade: {times}.",
        "Time to the end, of those closed: {times}.",
    ),
    "figure.obstacles.state": ("{label}: {n}", "{label}: {n}"),
    "figure.obstacles.time": ("{label}: {n}", "{label}: {n}"),
    "figure.obstacles.caption": (
        "Antal hinder efter sitt senaste läge. Lägen och tider med för få familjer visas tillsammans.",
        "Number of obstacles by their latest state. States and times of too few families are shown together.",
    ),
    # Costs.
    "figure.scenarios.title": ("Scenarier för undvikna kostnader", "Scenarios of costs avoided"),
    "figure.scenarios.share": (
        "Om {share} av förändringen räknas",
        "If {share} of the change is counted",
    ),
    "figure.scenarios.cost": (
        "netto noll: projektets kostnad, {amount}",
        "net zero: the project’s cost, {amount}",
    ),
    "figure.scenarios.level.low": ("lågt pris", "low price"),
    "figure.scenarios.level.base": ("mittpris", "base price"),
    "figure.scenarios.level.high": ("högt pris", "high price"),
    "figure.scenarios.millions": ("{value}\u00a0mn\u00a0kr", "SEK\u00a0{value}\u00a0mn"),
    "figure.scenarios.thousands": ("{value}\u00a0tkr", "SEK\u00a0{value}\u00a0k"),
    "figure.scenarios.alt": (
        (
            "Om {share} av förändringen räknas som undviken vård blir undvikna kostnader {low} kronor med det låga "
            "priset, {base} med mittpriset och {high} med det höga, mot {cost} kronor i kostnad för samma familjer, där "
            "nettot är noll."
        ),
        (
            "If {share} of the change is counted as care avoided, costs avoided are SEK {low} at the low price, {base} "
            "at the base price and {high} at the high one, against a cost of SEK {cost} for the same families, where net "
            "is zero."
        ),
    ),
    "figure.scenarios.alt_other": (
        "Om {share} räknas: {low}, {base} och {high} kronor.",
        "If {share} is counted: SEK {low}, {base} and {high}.",
    ),
    "figure.scenarios.alt_assumed": ("Scenarier, inte resultat.", "Scenarios, not results."),
    "figure.scenarios.caption": (
        (
            "Pris gånger förändring gånger den del som räknas, mot projektets kostnad för samma familjer. {price}; "
            "prisets källa: {source}. Smalt streck: förändringens {interval} vid mittpriset, där det finns. Antaganden, "
            "inte resultat."
        ),
        (
            "Price times change times the part that is counted, against the project’s cost for the same families. "
            "{price}; source of the price: {source}. Thin line: the {interval} of the change at the base price, where "
            "there is one. Assumptions, not results."
        ),
    ),
    # The finding carried in.
    "figure.services_and_helped.title": (
        "Antal insatser och att känna sig hjälpt",
        "Number of services and feeling helped",
    ),
    "figure.services_and_helped.left": ("←\u00a0fler insatser, mindre hjälpt", "←\u00a0more services, less helped"),
    "figure.services_and_helped.right": ("fler insatser, mer hjälpt\u00a0→", "more services, more helped\u00a0→"),
    "figure.services_and_helped.alt": (
        (
            "Samband mellan antal insatser och att känna sig hjälpt: {lines}. Skalan går från minus ett till ett; noll "
            "betyder inget samband."
        ),
        (
            "Correlation of the number of services with feeling helped: {lines}. The scale runs from minus one to one; "
            "zero means no correlation."
        ),
    ),
    "figure.services_and_helped.alt_line": ("{when} {estimate}", "{when} {estimate}"),
    "figure.services_and_helped.caption": (
        (
            "Familjens antal insatser under tolv månader mot hur hjälpt familjen kände sig. Punkt: rangkorrelation med "
            "familjen som enhet; linje: {interval}. Sambandet säger inte varför."
        ),
        (
            "The family’s number of services over twelve months against how helped the family felt. Dot: rank "
            "correlation with the family as the unit; line: {interval}. The correlation does not say why."
        ),
    ),
}  # fmt: skip
