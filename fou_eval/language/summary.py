"""Words of the summary for committees and of the page in plain language."""

SUMMARY_PAGES = {
    "committee.goals": ("Nåddes målen?", "Were the goals reached?"),
    "committee.target": ("Antalet familjer.", "Number of families."),
    "committee.target.inside": (
        "Ja: {families} familjer skrevs in, och målet var {low}–{high}.",
        "Yes: {families} families were enrolled, and the target was {low}–{high}.",
    ),
    "committee.target.below": (
        "Nej: {families} familjer skrevs in, och målet var {low}–{high}.",
        "No: {families} families were enrolled, and the target was {low}–{high}.",
    ),
    "committee.target.above": (
        "Fler än målet: {families} familjer skrevs in, och målet var {low}–{high}.",
        "More than the target: {families} families were enrolled, and the target was {low}–{high}.",
    ),
    "committee.target.source": ("Källa: {source}. Mer i {where}.", "Source: {source}. More in {where}."),
    "committee.goal": ("{found} ({where}).", "{found} ({where})."),
    "committee.goal.not_measured": ("Ej mätt", "Not measured"),
    "committee.goal.said": ("Mål {code} i {table}.", "Goal {code} in {table}."),
    "committee.own_goals": ("Familjernas egna mål.", "The families’ own goals."),
    "committee.own_goals.told": (
        "{share} nådde den väntade nivån, och {worse} bedömdes lägre än vid start.",
        "{share} reached the expected level, and {worse} were rated lower than at the start.",
    ),
    "committee.own_goals.worse_hidden": (
        "{share} nådde den väntade nivån. Hur stor andel som bedömdes lägre än vid start visas ej.",
        "{share} reached the expected level. What share was rated lower than at the start is not shown.",
    ),
    "committee.own_goals.basis": ("{goals}. Mer i {table}.", "{goals}. More in {table}."),
    "committee.cost": ("Vad kostade det?", "What did it cost?"),
    "committee.cost.told": (
        (
            "Projektet kostade {amount} kronor i {year} års priser, det vill säga {each} kronor per inskriven "
            "familj. Vilka andra kostnader som undveks går inte att mäta här; {where} räknar med olika antaganden, "
            "även att inga undveks."
        ),
        (
            "The project cost SEK {amount} in prices of {year}, that is SEK {each} per enrolled family. Which "
            "other costs were avoided cannot be measured here; {where} works with several assumptions, among "
            "them that none were."
        ),
    ),
    "committee.cost.unknown": ("Ej mätt.", "Not measured."),
    "committee.decisions": ("Vad återstår att besluta?", "What remains to be decided?"),
    "committee.decisions.none": (
        "Inget planerat steg saknar uppgift om att det är taget.",
        "Every planned step is recorded as taken.",
    ),
    "committee.decisions.where": (
        "Stegen är registrerade utan uppgift om att de är tagna. Alla beslut står i {where}.",
        "These steps are not recorded as taken. All decisions are in {where}.",
    ),
    "committee.decisions.more": (
        "Stegen är registrerade utan uppgift om att de är tagna. Fler steg och alla beslut står i {where}.",
        "These steps are not recorded as taken. Further steps and all decisions are in {where}.",
    ),
    "plain.title": ("Rapporten på lätt svenska", "The report in plain English"),
    "plain.about": (
        (
            "Den här sidan är skriven för er som var med i {title}. Ni var {families} familjer. Ni har svarat på "
            "frågor när stödet började och senare. Rapporten jämför svaren."
        ),
        (
            "This page is written for you who took part in {title}. You were {families} families. You answered "
            "questions when the support began and later. The report compares the answers."
        ),
    ),
    "plain.changed": ("Vad har ändrats?", "What has changed?"),
    "plain.improved": (
        "Sammantaget blev det bättre. Det kan ha blivit sämre för någon familj, och det räknas också.",
        "Taken together it became better. It may have become worse for some families, and that counts too.",
    ),
    "plain.worsened": (
        "Sammantaget blev det sämre. Det kan ha blivit bättre för någon familj, och det räknas också.",
        "Taken together it became worse. It may have become better for some families, and that counts too.",
    ),
    "plain.rose": ("Sammantaget blev det mer.", "Taken together it became more."),
    "plain.fell": ("Sammantaget blev det mindre.", "Taken together it became less."),
    "plain.unclear": (
        "Vi kan inte säga säkert att det blev bättre eller sämre.",
        "We cannot say for certain that it became better or worse.",
    ),
    "plain.no_interval": (
        "Vi kan inte säga säkert att det blev bättre eller sämre.",
        "We cannot say for certain that it became better or worse.",
    ),
    "plain.hidden": (
        "Vi visar inte svaret. Annars kunde någon räkna ut vem som har svarat vad.",
        "We do not show the answer. Somebody could otherwise work out who answered what.",
    ),
    "plain.withheld": (
        "Vi visar inte svaret. Annars kunde någon räkna ut vem som har svarat vad.",
        "We do not show the answer. Somebody could otherwise work out who answered what.",
    ),
    "plain.not_measured": ("Det har vi inte mätt.", "We have not measured that."),
    "plain.no_primary": (
        "Vi har mätt flera saker. De står i {where}.",
        "We have measured several things. They are in {where}.",
    ),
    "plain.cause": (
        (
            "Vi vet inte varför det blev så. Det kan ha många orsaker. Vi har inte frågat familjer som inte var "
            "med i projektet."
        ),
        (
            "We do not know why it turned out so. There may be many reasons. We have not asked families who did "
            "not take part in the project."
        ),
    ),
    "plain.told": ("Vad ni har berättat", "What you have told us"),
    "plain.goals": ("Ni och familjeombudet satte upp {n} mål.", "You and the family advocate set {n} goals."),
    "plain.obstacles": (
        "Ni berättade om {n} hinder i kontakten med myndigheter, skola och vård.",
        "You told us about {n} obstacles in contacts with authorities, school and health care.",
    ),
    "plain.solved": ("Av hindren är {n} lösta.", "Of the obstacles, {n} are solved."),
    "plain.safe": ("Ingen ska kunna känna igen er", "Nobody should be able to recognise you"),
    "plain.safe.text": (
        (
            "I rapporten står inga namn. Vi visar bara svar som gäller minst {smallest} familjer. När en grupp är "
            "för liten står det ”visas ej”."
        ),
        (
            "There are no names in the report. We only show answers of at least {smallest} families. Where a group "
            "is too small it says “not shown”."
        ),
    ),
    "plain.safe.internal": (
        "Det här är en intern version. Den får inte spridas.",
        "This is an internal version. It is not to be passed on.",
    ),
}
