"""Phrases about the plan and deviations from it, Swedish first, then English."""

DEVIATIONS: dict[str, tuple[str, str]] = {
    "deviations": ("Planen och avvikelser från den", "The plan and deviations from it"),
    "deviations.plan": ("Planen, och sedan när den gäller", "The plan, and since when it holds"),
    "deviations.head.part": ("Del", "Part"),
    "deviations.head.decided": ("Bestämt", "Decided"),
    "deviations.head.since": ("Gäller sedan", "In force since"),
    "deviations.head.on": ("Dag", "Day"),
    "deviations.head.what": ("Ändring", "Change"),
    "deviations.head.why": ("Skäl", "Reason"),
    "deviations.head.seen": ("Resultat sedda", "Results seen"),
    "deviations.head.was": ("Var", "Was"),
    "deviations.head.now": ("Är nu", "Is now"),
    "deviations.since.unrecorded": ("ändrat utan angivet skäl", "changed without a recorded reason"),
    "deviations.recorded": (
        "Ändringar som har registrerats efter att planen fastställdes",
        "Changes recorded after the plan was fixed",
    ),
    "deviations.recorded.note": (
        "Resultat sedda: om någon som beslutade om ändringen hade sett resultat av en eftermätning.",
        "Results seen: whether somebody who decided the change had seen results of an after-measurement.",
    ),
    "deviations.seen.yes": ("ja", "yes"),
    "deviations.seen.no": ("nej", "no"),
    "deviations.none": (
        "Inga avvikelser från planen är registrerade.",
        "No deviations from the plan are recorded.",
    ),
    "deviations.against.report": ("den tidigare rapporten", "the earlier report"),
    "deviations.against.history": (
        "versionshistoriken, commit {commit} av den {day}",
        "the version history, commit {commit} of {day}",
    ),
    "deviations.agrees.whole": (
        "Planen och indikatorerna har jämförts med {against}: allt som skiljer är registrerat.",
        "The plan and the indicators were compared with {against}: all that differs is recorded.",
    ),
    "deviations.agrees.plan": (
        "Planen har jämförts med {against}: allt som skiljer är registrerat.",
        "The plan was compared with {against}: all that differs is recorded.",
    ),
    "deviations.plan_alone": (
        "Hur indikatorerna var deklarerade framgår inte där, så de är inte jämförda.",
        "How the indicators were declared is not told there, so they are not compared.",
    ),
    "deviations.differs": (
        "Jämfört med {against} skiljer följande, utan att det är registrerat med dag och skäl.",
        "Compared with {against}, the following differs without being recorded with a day and a reason.",
    ),
    "deviations.unrecorded": ("Ändrat utan angivet skäl", "Changed without a recorded reason"),
    "deviations.warning": (
        "Ändrat utan angivet skäl. {item}: var {was}, är nu {now}, jämfört med {against}.",
        "Changed without a recorded reason. {item}: was {was}, is now {now}, compared with {against}.",
    ),
    "deviations.unchanged": (
        "Planen är jämförd med {against}: inget är ändrat utan angivet skäl.",
        "The plan was compared with {against}: nothing was changed without a recorded reason.",
    ),
    "deviations.remedy": (
        (
            "Skriv in varje ändring i plan.yaml under changes, med dag, skäl och om resultat var kända; då står den i "
            "rapporten som en registrerad ändring."
        ),
        (
            "Write each change into plan.yaml under changes, with the day, the reason and whether results were known; the "
            "report then tells it as a recorded change."
        ),
    ),
    "deviations.absent": ("ingen uppgift", "nothing"),
    "deviations.part.contrast": ("Jämförelse", "Comparison"),
    "deviations.part.primary": ("Huvudindikator, {label}", "Primary indicator, {label}"),
    "deviations.part.confidence": ("Konfidensgrad", "Level of confidence"),
    "deviations.part.multiplicity": ("Justering för flera prövningar", "Adjustment for several tests"),
    "deviations.part.disclosure": ("Gränser för vad som får visas", "Limits of what may be shown"),
    "deviations.part.seed": ("Frö för slumptal", "Seed for random numbers"),
    "deviations.part.dose": ("Mått på hur mycket stöd som gavs", "Measures of how much support was given"),
    "deviations.part.compare": ("Grupper som jämförs", "Groups that are compared"),
    "deviations.part.starts": ("Hur starterna bestämdes", "How starts were decided"),
    "deviations.part.fixed_on": ("Dag då planen fastställdes", "Day on which the plan was fixed"),
    "deviations.part.changes": ("Registrerad ändring", "Recorded change"),
    "deviations.part.outcome": ("Indikator: {label}", "Indicator: {label}"),
    "deviations.part.removed": ("Borttagen indikator: {label}", "Removed indicator: {label}"),
    "deviations.part.facet": ("{label}, {facet}", "{label}, {facet}"),
    "deviations.facet.label": ("benämning", "label"),
    "deviations.facet.domain": ("område", "domain"),
    "deviations.facet.kind": ("slag", "kind"),
    "deviations.facet.better": ("bättre riktning", "better direction"),
    "deviations.facet.limits": ("gränser", "limits"),
    "deviations.facet.unit": ("enhet", "unit"),
    "deviations.facet.steps": ("steg", "steps"),
    "deviations.facet.codes": ("koder", "codes"),
    "deviations.facet.exposure": ("räknas per", "counted per"),
    "deviations.facet.meaningful_change": ("minsta förändring av betydelse", "smallest change that matters"),
    "deviations.value.contrast": ("{before} mot {after}", "{before} against {after}"),
    "deviations.value.limits": (
        "{profile}; minst {smallest} familjer, {sensitive} för känsliga uppgifter",
        "{profile}; at least {smallest} families, {sensitive} for sensitive items",
    ),
    "deviations.value.multiplicity.maxt": (
        "gemensam prövning av huvudindikatorerna (maxT)",
        "joint test of the primary indicators (maxT)",
    ),
    "deviations.value.multiplicity.holm": ("Holms metod", "Holm’s method"),
    "deviations.value.multiplicity.bh": (
        "Benjamini och Hochbergs metod",
        "the method of Benjamini and Hochberg",
    ),
    "deviations.value.multiplicity.none": ("ingen justering", "no adjustment"),
    "deviations.value.starts.referred": ("i den ordning familjerna anvisades", "as families were referred"),
    "deviations.value.starts.randomised": ("genom lottning", "by lot"),
    "deviations.value.between": ("från {low} till {high}", "from {low} to {high}"),
    "deviations.value.least": ("minst {low}", "at least {low}"),
    "deviations.value.most": ("högst {high}", "at most {high}"),
    "deviations.value.change": (
        "{day}, {item}, resultat sedda: {seen}",
        "{day}, {item}, results seen: {seen}",
    ),
    "deviations.value.present": ("finns", "there is one"),
    "deviations.other_study": (
        "Den tidigare rapporten handlar om {earlier}, inte om {study}. Ange en rapport om samma undersökning.",
        "The earlier report is about {earlier}, not about {study}. Give a report of the same study.",
    ),
    "deviations.tampered": (
        (
            "{file} i den tidigare rapporten har ändrats efter att rapporten gjordes. Hämta rapporten där den publicerades, "
            "eller ange dess manifest.json ensam: då jämförs planen."
        ),
        (
            "{file} of the earlier report was changed after the report was made. Fetch the report from where it was "
            "published, or give its manifest.json alone: the plan is then compared."
        ),
    ),
    "deviations.no_plan": (
        (
            "Planen i {manifest} i den tidigare rapporten kan inte läsas: den har ändrats, eller är skriven av en annan "
            "version av fou_eval. Hämta rapporten där den publicerades."
        ),
        (
            "The plan in {manifest} of the earlier report cannot be read: it was changed, or written by another version of "
            "fou_eval. Fetch the report from where it was published."
        ),
    ),
}
