"""Words of the comparison of published figures with what is computed here."""

PUBLISHED = {
    "statistic.published_computed.label": ("Uträknat här", "Computed here"),
    "statistic.published_difference.label": (
        "Uträknat här minus det publicerade",
        "Computed here less published",
    ),
    "statistic.published_ratio.label": (
        "En angiven besparing av en angiven kostnad",
        "A stated saving of a stated cost",
    ),
    "published.title": ("Publicerade uppgifter och uträknade", "Published and computed"),
    "published.text": (
        (
            "Här står uppgifter som har publicerats om projektet, med källa, bredvid det som räknas ut här ur "
            "uppgifterna om familjerna. Inget rättas: där de skiljer sig åt visas båda. Uttalanden är inte mätningar, även "
            "när talen råkar vara lika."
        ),
        (
            "Figures that were published about the project stand here with their source, beside what is computed from "
            "the data about the families. Nothing is corrected: where they differ, both are shown. Statements are "
            "not measurements, even where the numbers agree."
        ),
    ),
    "published.synthetic": (
        (
            "De publicerade talen gäller det verkliga projektet. De uträknade gäller påhittade uppgifter, så en "
            "skillnad eller likhet säger inget om vem som har rätt."
        ),
        (
            "The published numbers are of the real project. Those computed are of made-up data, so a difference or "
            "agreement says nothing of who is right."
        ),
    ),
    "published.figure": ("Uppgift", "Figure"),
    "published.value": ("Publicerat", "Published"),
    "published.source": ("Källa", "Source"),
    "published.kind": ("Slag", "Kind"),
    "published.computed": ("Uträknat här", "Computed here"),
    "published.difference": ("Uträknat mot publicerat", "Computed against published"),
    "published.same": ("samma", "the same"),
    "published.more": ("fler här", "more here"),
    "published.fewer": ("färre här", "fewer here"),
    "published.not_computed": ("beräknas inte här", "not computed here"),
    "published.not_measured": ("ej mätt", "not measured"),
    "published.withheld": ("visas inte", "not shown"),
    "published.bound": ("{bound} {value}", "{bound} {value}"),
    "published.people_note": (
        "För antal familjer, personer och hushåll anges bara om antalen skiljer sig åt.",
        "Of numbers of families, persons and households it is only said whether they differ.",
    ),
    "published.not_computed_note": (
        (
            "”Beräknas inte här”: uppgiften är av ett slag som rapporten inte räknar ut, till exempel en bedömning av "
            "vad som undveks. ”Ej mätt”: den kunde räknas ut, men underlag saknas."
        ),
        (
            "“Not computed here”: the figure is of a kind that the report does not work out, such as a judgement of "
            "what was avoided. “Not measured”: it could be worked out, but there are no data."
        ),
    ),
    "published.differ": ("Där källorna skiljer sig åt", "Where the sources differ"),
    "published.differ_text": (
        "Olika källor anger olika värden för samma uppgift. Alla visas; rapporten avgör inte vilken som stämmer.",
        "Different sources give different values of the same figure. All are shown; the report does not say which is right.",
    ),
    "published.differ_one": ("{told}.", "{told}."),
    "published.one_value": ("{value} ({source})", "{value} ({source})"),
    "published.ratio_lead": ("Angiven besparing mot angiven kostnad.", "Stated saving against stated cost."),
    "published.ratio": (
        ("{saved} ({saved_source}{saved_basis}) är {share} av {spent} ({spent_source}{spent_basis})."),
        ("{saved} ({saved_source}{saved_basis}) is {share} of {spent} ({spent_source}{spent_basis})."),
    ),
    "published.basis": ("; för {n} familjer", "; for {n} families"),
    "published.other_basis": (
        "Talen gäller inte samma familjer, så andelen säger inte hur mycket av kostnaden som sparades.",
        "The numbers do not concern the same families, so the share does not say how much of the cost was saved.",
    ),
    "published.unknown_basis": (
        "Källorna säger inte att talen gäller samma familjer, så andelen säger inte hur mycket av kostnaden som sparades.",
        "The sources do not say that the numbers concern the same families, so the share does not say how much was saved.",
    ),
    "published.in_short": (
        "Källorna anger olika tal för {figures}. {where} jämför det som har publicerats med det som räknas ut här.",
        "Sources give different numbers for {figures}. {where} compares what was published with what is computed here.",
    ),
    "published.in_short_alike": (
        "{where} jämför det som har publicerats om projektet med det som räknas ut här.",
        "{where} compares what was published about the project with what is computed here.",
    ),
    "published.reference_title": ("Att jämföra med", "To compare with"),
    "published.reference": (
        (
            "Jämförelsevärdena är sammanhang: familjerna är inget urval ur den befolkning som värdet gäller, och "
            "skillnaden mot den säger inget om förändring."
        ),
        (
            "Reference values are context: the families are no sample of the population that the value is of, and the "
            "distance from it says nothing of change."
        ),
    ),
}
