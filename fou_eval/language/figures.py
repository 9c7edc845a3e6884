"""Phrases for figures and for numbers in running text, Swedish first, then English."""

FIGURES: dict[str, tuple[str, str]] = {
    "format.interval_label": ("{level}\u00a0KI", "{level}\u00a0CI"),
    "format.points": ("{value}\u00a0procentenheter", "{value}\u00a0percentage points"),
    "format.months": (
        "januari februari mars april maj juni juli augusti september oktober november december",
        "January February March April May June July August September October November December",
    ),
    "format.per_cent": ("procent", "per cent"),
    "format.percentage_points": ("procentenheter", "percentage points"),
    "format.standardised": ("standardavvikelser", "standard deviations"),
    "format.ladder_unit": ("steg", "steps"),
    "format.no_unit": ("skalsteg", "scale points"),
    "format.per": ("{unit} per {per}", "{unit} per {per}"),
    "format.exposure": ("mätt tid", "time observed"),
    "format.rate_unit": ("antal per mätt tid", "number per time observed"),
    "format.proportion": ("procent", "per cent"),
    "format.ratio": ("kvot", "ratio"),
    "format.count": ("", ""),
    "format.index": ("från −1 till 1", "from −1 to 1"),
    "format.score": ("", ""),
    "figure.families": ("{n}\u00a0familjer", "{n}\u00a0families"),
    "figure.families_one": ("1\u00a0familj", "1\u00a0family"),
    "figure.persons": ("{n}\u00a0personer", "{n}\u00a0persons"),
    "figure.persons_one": ("1\u00a0person", "1\u00a0person"),
    "figure.goals": ("{n}\u00a0mål", "{n}\u00a0goals"),
    "figure.goals_one": ("1\u00a0mål", "1\u00a0goal"),
    "figure.source.basis": ("n\u00a0=\u00a0{basis}.", "n\u00a0=\u00a0{basis}."),
    "figure.source.followed": ("Källa: {study}, uppföljningsdata.", "Source: {study}, follow-up data."),
    "figure.source.followed_until": (
        "Källa: {study}, uppföljningsdata till och med {day}.",
        "Source: {study}, follow-up data until {day}.",
    ),
    "figure.source.project": (
        "Källa: {study}, projektets uppgifter.",
        "Source: {study}, records of the project.",
    ),
    "figure.source.project_until": (
        "Källa: {study}, projektets uppgifter till och med {day}.",
        "Source: {study}, records of the project until {day}.",
    ),
    "figure.source.synthetic": ("Källa: {study}, syntetiska data.", "Source: {study}, synthetic data."),
    "figure.source.synthetic_until": (
        "Källa: {study}, syntetiska data till och med {day}.",
        "Source: {study}, synthetic data until {day}.",
    ),
    "figure.not_measured": ("ej mätt", "not measured"),
    "figure.withheld": (
        "kan inte redovisas (skydd för enskilda familjer)",
        "cannot be shown (protection of individual families)",
    ),
    "figure.not_computed": ("kan inte beräknas", "cannot be computed"),
    "figure.no_primary": ("ingen huvudindikator i planen", "no primary indicator in the plan"),
    "figure.no_interval": ("intervall redovisas inte", "interval not shown"),
    "figure.no_direction": ("ingen riktning räknas som bättre", "no direction counts as better"),
    "figure.better_right": ("bättre →", "better →"),
    "figure.better_left": ("← bättre", "← better"),
    "figure.better_up": ("bättre ↑", "better ↑"),
    "figure.better_down": ("bättre ↓", "better ↓"),
    "figure.mark.internal": ("INTERN VERSION", "INTERNAL VERSION"),
    "figure.mark.synthetic": ("SYNTETISKA DATA", "SYNTHETIC DATA"),
    "figure.direction.improvement": ("förbättring", "improvement"),
    "figure.direction.deterioration": ("försämring", "deterioration"),
    "figure.direction.increase": ("ökning", "increase"),
    "figure.direction.decrease": ("minskning", "decrease"),
    "figure.direction.no_change": ("oförändrat", "unchanged"),
    "figure.uncontrolled": (
        "Före och efter jämförs utan jämförelsegrupp: figuren visar förändring, inte vad den beror på.",
        "Before and after are compared without a comparison group: the figure shows change, not its cause.",
    ),
    "figure.method.change_from_entry": (
        "Där det exakta intervallet kunde röja enskilda svar står Students t-intervall.",
        "Where the exact interval could give single answers away, Student’s t interval stands instead.",
    ),
    "figure.method.family_rate_change": (
        "Det som räknas ändras i antal per mätt tid.",
        "What is counted changes in number per time observed.",
    ),
    "figure.method.net_improvement": (
        "För trappsteg är punkten andelen som fått det bättre minus andelen som fått det sämre.",
        "For ladders the dot is the share that is better off minus the share that is worse off.",
    ),
    "figure.overview.words": ("Område och huvudindikator", "Domain and primary indicator"),
    "figure.overview.scale": ("Förändring med {interval}", "Change with {interval}"),
    "figure.overview.numbers": ("Resultat och underlag", "Result and basis"),
    "figure.overview.title": ("Förändring i varje område", "Change in each domain"),
    "figure.overview.alt": (
        (
            "Från ”{before}” till ”{after}” – {found}. Medelvärden säger inte hur många som fick det bättre eller sämre."
        ),
        ("From “{before}” to “{after}” – {found}. Means do not say how many were better or worse off."),
    ),
    "figure.overview.alt_none": (
        "inget område har ett tal som kan redovisas",
        "no domain has a number that can be shown",
    ),
    "figure.overview.alt_line": (
        "{domain}, {indicator}: {estimate}, {direction}; {basis}.",
        "{domain}, {indicator}: {estimate}, {direction}; {basis}.",
    ),
    "figure.overview.alt_nothing": ("{domain}, {indicator}: {why}.", "{domain}, {indicator}: {why}."),
    "figure.overview.alt_no_indicator": ("{domain}: {why}.", "{domain}: {why}."),
    "figure.overview.caption": (
        (
            "Punkten är medelvärdet av familjernas förändringar från ”{before}” till ”{after}”, linjen dess {interval} med "
            "familjen som enhet. Den skuggade sidan av noll räknas som bättre, den andra som sämre; varje rad har sin egen "
            "skala."
        ),
        (
            "The dot is the mean of the families’ changes from “{before}” to “{after}”, the line its {interval} with the "
            "family as the unit. The shaded side of zero counts as better, the other as worse; each row has its own scale."
        ),
    ),
    "figure.withheld_short": ("visas ej", "not shown"),
    "figure.share_worse": ("sämre", "worse"),
    "figure.share_same": ("oförändrat", "unchanged"),
    "figure.share_better": ("bättre", "better"),
    "figure.share_not_better": ("oförändrat eller sämre", "unchanged or worse"),
    "figure.share_not_worse": ("bättre eller oförändrat", "better or unchanged"),
    "figure.share_lower": ("lägre", "lower"),
    "figure.share_higher": ("högre", "higher"),
    "figure.share_not_higher": ("oförändrat eller lägre", "unchanged or lower"),
    "figure.share_not_lower": ("högre eller oförändrat", "higher or unchanged"),
    "figure.shares.title": (
        "{domain}: sämre, oförändrat och bättre",
        "{domain}: worse, unchanged and better",
    ),
    "figure.shares.alt": (
        "{domain}, från ”{before}” till ”{after}” – {first}",
        "{domain}, from “{before}” to “{after}” – {first}",
    ),
    "figure.shares.caption": (
        (
            "Andelar från ”{before}” till ”{after}” bland dem som har båda mätningarna, med försämring till vänster om "
            "mittlinjen och förbättring till höger."
        ),
        (
            "Shares from “{before}” to “{after}” among those with both measurements, worse to the left of the middle line "
            "and better to the right."
        ),
    ),
    "figure.shares.per_cent": ("Andelar, procent", "Shares, per cent"),
    "figure.shares.unjudged": (
        (
            "Där ingen riktning räknas som bättre eller sämre är staplarna grå och prickade eller rutade, med lägre till "
            "vänster och högre till höger."
        ),
        (
            "Where neither direction counts as better or worse, the bars are grey and dotted or checked, lower to the left "
            "and higher to the right."
        ),
    ),
    "figure.shares.merged": (
        "Streckade och rutade fält är två grupper som slagits ihop, eftersom de var för sig kunde röja enskilda familjer.",
        "Hatched and checked fields are two groups shown together, because shown apart they could give single families away.",
    ),
    "figure.course.title": ("{domain}: förändring sedan start", "{domain}: change since the start"),
    "figure.course.months": ("månader", "months"),
    "figure.course.families": ("familjer", "families"),
    "figure.course.alt": (
        "{domain}, medelförändring sedan ”{before}” – {first}",
        "{domain}, mean change since “{before}” – {first}",
    ),
    "figure.course.alt_point": ("{wave} {estimate}, {basis}", "{wave} {estimate}, {basis}"),
    "figure.course.caption": (
        (
            "Medelförändring sedan ”{before}” med {interval} (linjer) och familjen som enhet, för dem som har både den "
            "mätningen och ”{after}”. Under varje skala står månader sedan inskrivning och hur många av dessa familjer som mättes "
            "då. Öppna romber saknar intervall: de bygger på färre än tio familjer och är grövre avrundade, eller så "
            "skulle intervallet röja enskilda familjer."
        ),
        (
            "Mean change since “{before}” with {interval} (lines) and the family as the unit, for those who have both that "
            "measurement and “{after}”. Under each scale stand months since entry and how many of these families were measured then. "
            "Open diamonds have no interval: they rest on fewer than ten families and are rounded more coarsely, or the "
            "interval would give single families away."
        ),
    ),
    "figure.course.weights": (
        (
            "Alla mätta väger lika; i medelvärdet av familjernas förändringar väger familjerna lika, så de två kan skilja sig "
            "åt."
        ),
        (
            "All who were measured count alike; in the mean of the families’ changes families count alike, so the two may "
            "differ."
        ),
    ),
    "figure.ladder.title": (
        "{indicator}: fördelning före och efter",
        "{indicator}: distribution before and after",
    ),
    "figure.ladder.alt": (
        "{indicator}, från ”{before}” till ”{after}” – {first}",
        "{indicator}, from “{before}” to “{after}” – {first}",
    ),
    "figure.ladder.alt_class": (
        "{label}: {before} före, {after} efter.",
        "{label}: {before} before, {after} after.",
    ),
    "figure.ladder.hidden": (
        "klasser som inte visas, tillsammans: någon av dem har för få familjer",
        "classes not shown, together: some of them have too few families",
    ),
    "figure.ladder.caption": (
        "Andelar enligt mätningarna ”{before}” och ”{after}”, bland dem som har båda.",
        "Shares by the measurements “{before}” and “{after}”, among those who have both.",
    ),
    "figure.ladder.caption_whole": (
        "Klasserna är den finaste indelning där varje del har tillräckligt många familjer.",
        "The classes are the finest division in which each part has enough families.",
    ),
    "figure.ladder.caption_part": (
        "Klasser som inte kan visas var för sig är ett streckat fält.",
        "Classes that cannot be shown one by one are a hatched field.",
    ),
    "figure.flows.title": ("{indicator}: vägar mellan klasserna", "{indicator}: ways between the classes"),
    "figure.flows.worse": ("till en sämre klass", "to a worse class"),
    "figure.flows.same": ("kvar i samma klass", "in the same class"),
    "figure.flows.better": ("till en bättre klass", "to a better class"),
    "figure.flows.worse_unjudged": ("till en lägre klass", "to a lower class"),
    "figure.flows.better_unjudged": ("till en högre klass", "to a higher class"),
    "figure.flows.alt": (
        "{indicator}, från ”{before}” till ”{after}” – {ways}.",
        "{indicator}, from “{before}” to “{after}” – {ways}.",
    ),
    "figure.flows.caption": (
        (
            "Staplarna är klassernas andelar enligt mätningarna ”{before}” och ”{after}”, bland dem som har båda, banden "
            "andelarna som gick från den ena klassen till den andra eller blev kvar."
        ),
        (
            "The bars are the shares of the classes by the measurements “{before}” and “{after}”, among those who have "
            "both, the bands the shares that went from the one class to the other or stayed."
        ),
    ),
    "figure.flows.caption_part": (
        "Där band saknas kan andelarna inte redovisas var för sig.",
        "Where bands are missing, their shares cannot be shown one by one.",
    ),
}
