"""Phrases for the statistics shown first: shares, means, tests by family, rates, participants."""

LABELS: dict[str, tuple[str, str]] = {
    "share_better": ("andel bättre", "share better"),
    "share_same": ("andel oförändrade", "share unchanged"),
    "share_worse": ("andel sämre", "share worse"),
    "share_higher": ("andel högre", "share higher"),
    "share_lower": ("andel lägre", "share lower"),
    "share_not_better": ("andel oförändrade eller sämre", "share unchanged or worse"),
    "share_not_worse": ("andel bättre eller oförändrade", "share better or unchanged"),
    "share_not_higher": ("andel oförändrade eller lägre", "share unchanged or lower"),
    "share_not_lower": ("andel högre eller oförändrade", "share higher or unchanged"),
    "net_improvement": ("nettoförbättring", "net improvement"),
    "mean_before": ("medelvärde före", "mean before"),
    "mean_after": ("medelvärde efter", "mean after"),
    "mean_change": ("medelförändring, personvägd", "mean change, person-weighted"),
    "family_mean_change": ("medelförändring, familjevägd", "mean change, family-weighted"),
    "family_mean_change_exact": (
        "medelförändring, familjevägd, exakt test",
        "mean change, family-weighted, exact test",
    ),
    "g_av": ("standardiserad förändring (g_av)", "standardised change (g_av)"),
    "leave_one_family_out": (
        "medelförändring, en familj i taget utelämnad",
        "mean change, one family at a time left out",
    ),
    "bootstrap_mean_change": (
        "medelförändring, bootstrap av familjer",
        "mean change, bootstrap of families",
    ),
    "minimal_detectable_change": (
        "minsta förändring som kunnat upptäckas",
        "smallest change that could be detected",
    ),
    "share_yes_before": ("andel ja före", "share yes before"),
    "share_yes_after": ("andel ja efter", "share yes after"),
    "paired_difference": ("skillnad i andel ja", "difference in share yes"),
    "rate_before": ("händelsetal före", "rate before"),
    "rate_after": ("händelsetal efter", "rate after"),
    "rate_ratio": ("kvot mellan händelsetal", "rate ratio"),
    "family_rate_change": ("förändring av händelsetal, familjevägd", "change in rate, family-weighted"),
    "family_rate_change_exact": (
        "förändring av händelsetal, familjevägd, exakt test",
        "change in rate, family-weighted, exact test",
    ),
    "class_share_before": ("andel i klassen före", "share in the class before"),
    "class_share_after": ("andel i klassen efter", "share in the class after"),
    "transition_share": (
        "andel som gått från en klass till en annan",
        "share that moved from one class to another",
    ),
    "change_from_entry": ("förändring sedan inskrivning", "change since entry"),
    "procedures_that_agree": (
        "andel andra beräkningssätt som ger samma svar",
        "share of other procedures that give the same answer",
    ),
    "families_enrolled": ("inskrivna familjer", "families enrolled"),
    "persons_enrolled": ("inskrivna personer", "persons enrolled"),
    "families_at_wave": ("familjer vid mättillfället", "families at the wave"),
    "persons_at_wave": ("personer vid mättillfället", "persons at the wave"),
    "missing_reason": ("angivet skäl till att värde saknas", "stated reason for a missing value"),
}

_COUNTED_SV = "Räknat bland dem som har värde vid båda mättillfällena. {}"
_COUNTED_EN = "Counted among those with a value at both waves. {}"
_FLIP_SV = (
    "Prövat med teckenbytestest med familjen som enhet: under nollhypotesen kunde före och efter lika gärna ha bytt "
    "plats i varje familj, och p-värdet är andelen av alla teckenmönster som ger en summa som, oavsett tecken, är "
    "minst lika stor. "
)
_FLIP_EN = (
    "Tested by sign flips with the family as the unit: under the null hypothesis before and after could as well have "
    "changed places in every family, and the p-value is the share of all sign patterns that give a sum which, "
    "whatever its sign, is at least as large. "
)
_MID_SV = (
    "Lika stora summor räknas till hälften (mid-p). Konfidensintervallet omfattar alla förändringar som samma test "
    "inte förkastar och förutsätter att familjernas förändringar är symmetriskt fördelade kring sin mitt."
)
_MID_EN = (
    "Sums of equal size count half (mid-p). The confidence interval contains all changes that the same test does not "
    "reject and assumes that the families’ changes are symmetric about their centre."
)
_EXACT_SV = (
    "Lika stora summor räknas helt. Konfidensintervallet omfattar alla förändringar som samma exakta test inte "
    "förkastar och förutsätter att familjernas förändringar är symmetriskt fördelade kring sin mitt."
)
_EXACT_EN = (
    "Sums of equal size count in full. The confidence interval contains all changes that the same exact test does not "
    "reject and assumes that the families’ changes are symmetric about their centre."
)
_JACKKNIFE_SV = (
    "Konfidensintervall och p-värde beräknas på logaritmisk skala med jackknife, där en familj i taget utelämnas (CR3), "
    "och t-fördelning, där frihetsgraderna är antalet familjer minus ett."
)
_JACKKNIFE_EN = (
    "Confidence interval and p-value are computed on the logarithmic scale by the jackknife that leaves out one family "
    "at a time (CR3) and the t distribution, the degrees of freedom being the number of families minus one."
)
_CR2_SV = (
    "Konfidensintervall och p-värde bygger på klusterrobust medelfel med familjen som enhet (CR2) och t-fördelning "
    "med Satterthwaites frihetsgrader."
)
_CR2_EN = (
    "Confidence interval and p-value rest on the cluster-robust standard error with the family as the unit (CR2) and "
    "the t distribution with Satterthwaite’s degrees of freedom."
)

METHODS: dict[str, tuple[str, str]] = {
    "share_better": (
        _COUNTED_SV.format("Bättre är en förändring i den riktning som räknas som bättre för indikatorn."),
        _COUNTED_EN.format("Better is a change in the direction that counts as better for the indicator."),
    ),
    "share_same": (
        _COUNTED_SV.format(
            "Oförändrad är den som har samma värde båda gångerna, med indikatorns noggrannhet."
        ),
        _COUNTED_EN.format(
            "Unchanged are those with the same value both times, at the precision of the indicator."
        ),
    ),
    "share_worse": (
        _COUNTED_SV.format("Sämre är en förändring i motsatt riktning mot den som räknas som bättre."),
        _COUNTED_EN.format("Worse is a change in the direction opposite to the one that counts as better."),
    ),
    "share_higher": (
        _COUNTED_SV.format("Indikatorn har ingen riktning som räknas som bättre."),
        _COUNTED_EN.format("The indicator has no direction that counts as better."),
    ),
    "share_lower": (
        _COUNTED_SV.format("Indikatorn har ingen riktning som räknas som bättre."),
        _COUNTED_EN.format("The indicator has no direction that counts as better."),
    ),
    **dict.fromkeys(
        ("share_not_better", "share_not_worse", "share_not_higher", "share_not_lower"),
        (
            _COUNTED_SV.format("Två grupper slås ihop när någon av dem har för få familjer för att visas."),
            _COUNTED_EN.format("Two groups are combined when one of them has too few families to be shown."),
        ),
    ),
    "net_improvement": (
        "Andelen bättre minus andelen sämre; oförändrade räknas med i nämnaren. " + _CR2_SV,
        "Share better minus share worse; those unchanged count in the denominator. " + _CR2_EN,
    ),
    "mean_before": (
        "Aritmetiskt medelvärde vid det första mättillfället för dem som har värde vid båda.",
        "Arithmetic mean at the first wave of those with a value at both.",
    ),
    "mean_after": (
        "Aritmetiskt medelvärde vid det andra mättillfället för dem som har värde vid båda.",
        "Arithmetic mean at the second wave of those with a value at both.",
    ),
    "mean_change": (
        "Medelvärdet av skillnaden efter minus före, där varje person väger lika. " + _CR2_SV,
        "Mean of the differences after minus before, every person having the same weight. " + _CR2_EN,
    ),
    "family_mean_change": (
        "Medelvärdet av familjernas medelförändringar, där varje familj väger lika. " + _FLIP_SV + _MID_SV,
        "Mean of the families’ mean changes, every family having the same weight. " + _FLIP_EN + _MID_EN,
    ),
    "family_mean_change_exact": (
        "Medelvärdet av familjernas medelförändringar, där varje familj väger lika. " + _FLIP_SV + _EXACT_SV,
        "Mean of the families’ mean changes, every family having the same weight. " + _FLIP_EN + _EXACT_EN,
    ),
    "g_av": (
        (
            "Medelförändringen delad med den genomsnittliga standardavvikelsen före och efter (roten ur variansernas "
            "medelvärde), med Hedges korrektion för n − 1 frihetsgrader. Konfidensintervallet tar hänsyn till osäkerheten "
            "i både medelförändringen och standardavvikelsen: det är lineariserat och bygger på klusterrobust medelfel "
            "med familjen som enhet (CR2) och t-fördelning med Satterthwaites frihetsgrader."
        ),
        (
            "Mean change divided by the average standard deviation before and after (the root of the mean variance), "
            "with Hedges’ correction for n − 1 degrees of freedom. The confidence interval allows for the uncertainty of "
            "both the mean change and the standard deviation: it is linearised and rests on the cluster-robust standard "
            "error with the family as the unit (CR2) and the t distribution with Satterthwaite’s degrees of freedom."
        ),
    ),
    "leave_one_family_out": (
        "Medelförändringen (personvägd; för antal familjevägd) samt det minsta och det största värde den får när en familj i taget utelämnas.",
        "Mean change (person-weighted; for counts family-weighted), with the smallest and the largest value that it takes when one family at a time is left out.",
    ),
    "bootstrap_mean_change": (
        (
            "Medelvärdet av efter minus före, där varje person väger lika. Hela familjer dras om med återläggning 9 999 "
            "gånger; konfidensintervall och p-värde följer av hur medelvärdet, delat med sitt klusterrobusta medelfel "
            "(CR2), varierar mellan dragningarna. En jämförelse, aldrig huvudtal: med många nollor ger den "
            "falska fynd i mer än 5 procent av fallen."
        ),
        (
            "Mean of after minus before, every person having the same weight. Whole families are drawn again with "
            "replacement 9,999 times; the confidence interval and the p-value follow from how the mean, divided by its "
            "cluster-robust standard error (CR2), varies between the draws. A cross-check, never the main number: "
            "with many zeros it gives false findings in more than 5 per cent of the cases."
        ),
    ),
    "minimal_detectable_change": (
        (
            "Den minsta verkliga medelförändring som ett tvåsidigt test på 5-procentsnivån hade upptäckt med 80 procents "
            "sannolikhet när data har denna spridning. Den beräknas ur den personvägda medelförändringens klusterrobusta "
            "medelfel (CR2), inte ur den förändring som uppmättes."
        ),
        (
            "The smallest true mean change that a two-sided test at the 5 per cent level would have detected with a "
            "probability of 80 per cent in data with this spread. It is computed from the cluster-robust standard error "
            "of the person-weighted mean change (CR2), not from the change that was measured."
        ),
    ),
    "share_yes_before": (
        "Andelen ja vid det första mättillfället bland dem som har svar vid båda.",
        "Share of yes at the first wave among those with an answer at both.",
    ),
    "share_yes_after": (
        "Andelen ja vid det andra mättillfället bland dem som har svar vid båda.",
        "Share of yes at the second wave among those with an answer at both.",
    ),
    "paired_difference": (
        "Andelen ja efter minus andelen ja före bland samma personer. " + _CR2_SV,
        "Share of yes after minus share of yes before among the same persons. " + _CR2_EN,
    ),
    "rate_before": (
        "Antalet händelser vid det första mättillfället delat med den sammanlagda tid då de kunde inträffa.",
        "Number of events at the first wave divided by the total time in which they could occur.",
    ),
    "rate_after": (
        "Antalet händelser vid det andra mättillfället delat med den sammanlagda tid då de kunde inträffa.",
        "Number of events at the second wave divided by the total time in which they could occur.",
    ),
    "rate_ratio": (
        "Händelsetalet efter delat med händelsetalet före. " + _JACKKNIFE_SV,
        "Rate after divided by rate before. " + _JACKKNIFE_EN,
    ),
    "family_rate_change": (
        "Medelvärdet av familjernas skillnader i händelsetal, där varje familj väger lika. "
        + _FLIP_SV
        + _MID_SV,
        "Mean of the families’ differences in rate, every family having the same weight. "
        + _FLIP_EN
        + _MID_EN,
    ),
    "family_rate_change_exact": (
        "Medelvärdet av familjernas skillnader i händelsetal, där varje familj väger lika. "
        + _FLIP_SV
        + _EXACT_SV,
        "Mean of the families’ differences in rate, every family having the same weight. "
        + _FLIP_EN
        + _EXACT_EN,
    ),
    "class_share_before": (
        "Andelen i klassen vid det första mättillfället bland dem som har värde vid båda.",
        "Share in the class at the first wave among those with a value at both.",
    ),
    "class_share_after": (
        "Andelen i klassen vid det andra mättillfället bland dem som har värde vid båda.",
        "Share in the class at the second wave among those with a value at both.",
    ),
    "transition_share": (
        "Andelen som var i den ena klassen vid det första mättillfället och i den andra vid det andra, bland dem som har värde vid båda.",
        "Share in the one class at the first wave and in the other at the second, among those with a value at both.",
    ),
    "change_from_entry": (
        "Den personvägda medelförändringen från inskrivning till ett senare mättillfälle, för dem som ingår i "
        "jämförelsen före–efter och mättes då; antal räknas som händelser per tid där tiden är angiven. "
        + _CR2_SV,
        "Person-weighted mean change from entry to a later wave, of those in the before–after comparison who were "
        "measured then; counts are taken as events per time where the time is stated. " + _CR2_EN,
    ),
    "procedures_that_agree": (
        (
            "Frågan om det skett en förändring, och åt vilket håll, har också besvarats med andra beräkningssätt: exakt "
            "test, klusterrobusta medelfel, marginalmodell, blandad modell och imputering, för "
            "ja/nej och antal också teckentest och nettoförbättring, i den mån de kunde genomföras. Talet är andelen av dem som ger samma svar "
            "som det beräkningssätt som visas först."
        ),
        (
            "Whether there was a change, and in which direction, was also answered by other procedures: an exact test, "
            "cluster-robust standard errors, a marginal model, a mixed model and imputation, for "
            "yes/no and counts also a sign test and net improvement, as far as they could be carried out. The number is the share of "
            "them that give the same answer as the procedure shown first."
        ),
    ),
    "families_enrolled": ("Räknat i datafilen.", "Counted in the data file."),
    "persons_enrolled": ("Räknat i datafilen.", "Counted in the data file."),
    "families_at_wave": (
        "Antal familjer med minst ett mätt värde vid mättillfället.",
        "Number of families with at least one measured value at the wave.",
    ),
    "persons_at_wave": (
        "Antal personer med minst ett mätt värde vid mättillfället.",
        "Number of persons with at least one measured value at the wave.",
    ),
    "missing_reason": (
        "Antal familjer vars värde saknas av det angivna skälet.",
        "Number of families whose value is missing for the stated reason.",
    ),
}

NOTES: dict[str, tuple[str, str]] = {
    "procedures_agree": (
        "Alla prövade beräkningssätt ger samma svar.",
        "All the procedures tried give the same answer.",
    ),
    "procedures_differ": (
        "Alla beräkningssätt ger inte samma svar; tolka förändringen med försiktighet.",
        "The procedures do not all give the same answer; interpret the change with caution.",
    ),
    "resamples_without_spread": (
        "Så få familjer skiljer sig åt att många dragningar saknar spridning; konfidensintervallet kan inte beräknas.",
        "So few families differ that many draws have no spread; the confidence interval cannot be computed.",
    ),
    "no_pairs": (
        "Ingen har värde vid båda mättillfällena.",
        "Nobody has a value at both waves.",
    ),
    "one_family": (
        "Alla värden kommer från en och samma familj; osäkerheten kan inte beräknas.",
        "All values come from a single family; the uncertainty cannot be computed.",
    ),
    "no_variation": (
        "Värdena skiljer sig inte mellan familjerna; varken konfidensintervall eller p-värde kan beräknas.",
        "The values do not differ between families; neither confidence interval nor p-value can be computed.",
    ),
    "too_few_families_changed": (
        "För få familjer har förändrats för att ett exakt test ska kunna ge ett p-värde under 5 procent; inget p-värde redovisas.",
        "Too few families changed for an exact test to give a p-value below 5 per cent; no p-value is given.",
    ),
    "unbounded_interval": (
        "Familjerna är för få för ett konfidensintervall med den valda konfidensgraden.",
        "There are too few families for a confidence interval at the chosen level of confidence.",
    ),
    "no_exposure": (
        "Ingen har en angiven tid vid båda mättillfällena; händelsetal kan inte beräknas.",
        "Nobody has a stated time at both waves; rates cannot be computed.",
    ),
    "some_without_exposure": (
        "De som saknar angiven tid vid något av mättillfällena ingår inte.",
        "Those without a stated time at either of the waves are not included.",
    ),
    "all_zero": (
        "Inga händelser vid något av mättillfällena.",
        "No events at either wave.",
    ),
    "no_events_before": (
        "Inga händelser före; kvoten kan inte beräknas.",
        "No events before; the ratio cannot be computed.",
    ),
    "no_events_after": (
        "Inga händelser efter; kvoten är 0 och konfidensintervallet kan inte beräknas.",
        "No events after; the ratio is 0 and the confidence interval cannot be computed.",
    ),
    "events_in_one_family": (
        "Alla händelser vid ett mättillfälle hör till en och samma familj; konfidensintervallet kan inte beräknas.",
        "All events at one wave belong to a single family; the confidence interval cannot be computed.",
    ),
    "share_interval_clipped": (
        "Konfidensintervallet är avkortat vid −100 eller 100 procentenheter.",
        "The confidence interval is cut at −100 or 100 percentage points.",
    ),
    "share_interval_families": (
        (
            "Alla förändrades åt samma håll; konfidensintervallet är det exakta binomialintervallet (Clopper–Pearson) "
            "för familjer."
        ),
        (
            "Everybody changed in the same direction; the confidence interval is the exact binomial interval "
            "(Clopper–Pearson) for families."
        ),
    ),
}
