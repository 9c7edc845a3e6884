"""Words of the summary for committees and of the page in plain language."""

SUMMARY_PAGES = {
    "committee.target": ("Nåddes målet för antalet familjer?", "Was the target for families reached?"),
    "committee.target.inside": (
        "Ja. Målet var {low}–{high} familjer ({source}), och {families} skrevs in.",
        "Yes. The target was {low}–{high} families ({source}), and {families} were enrolled.",
    ),
    "committee.target.below": (
        "Nej. Målet var {low}–{high} familjer ({source}), och {families} skrevs in.",
        "No. The target was {low}–{high} families ({source}), and {families} were enrolled.",
    ),
    "committee.target.above": (
        "Fler än målet. Det var {low}–{high} familjer ({source}), och {families} skrevs in.",
        "More than the target. It was {low}–{high} families ({source}), and {families} were enrolled.",
    ),
    "committee.cost": ("Vad kostade det?", "What did it cost?"),
    "committee.cost.told": (
        (
            "Projektet kostade {amount} kronor i {year} års priser, det vill säga {each} kronor per inskriven "
            "familj. Vilka andra kostnader som undveks går inte att mäta här; bilagan om kostnader räknar på "
            "olika antaganden, även att inga undveks."
        ),
        (
            "The project cost SEK {amount} in prices of {year}, that is SEK {each} per enrolled family. Which "
            "other costs were avoided cannot be measured here; the appendix on costs works with several "
            "assumptions, among them that none were."
        ),
    ),
    "committee.cost.unknown": ("Ej mätt.", "Not measured."),
    "committee.decisions": ("Vad återstår att besluta?", "What remains to be decided?"),
    "committee.decisions.none": (
        "Inget planerat steg saknar uppgift om att det är taget.",
        "Every planned step is recorded as taken.",
    ),
    "committee.decisions.more": (
        "Fler steg står i bilagan om projektet.",
        "Further steps are in the appendix on the project.",
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
        "Taken together it became better. It may have become worse for some family, and that counts too.",
    ),
    "plain.worsened": (
        "Sammantaget blev det sämre. Det kan ha blivit bättre för någon familj, och det räknas också.",
        "Taken together it became worse. It may have become better for some family, and that counts too.",
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
        "Vi har mätt flera saker. De står i bilagan.",
        "We have measured several things. They are in the appendix.",
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
        "You told of {n} obstacles in contacts with authorities, school and health care.",
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
